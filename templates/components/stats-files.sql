-- SPDX-License-Identifier: MIT
-- The same page as data.

-- name: files
SELECT :root || :url || '.csv' AS csv, :root || :url || '.json' AS json;
