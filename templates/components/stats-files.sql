-- SPDX-License-Identifier: MIT
-- The same page as data.

-- name: files
SELECT :top || :url || '.csv' AS csv, :top || :url || '.json' AS json;
