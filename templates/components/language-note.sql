-- SPDX-License-Identifier: MIT
-- name: further
-- one row
-- On pages of a further language: the posting is the one in the data's language.
SELECT 1 AS is_further FROM language WHERE lang = :lang AND position > 0;
