-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'a' AS url, fts3_tokenizer('simple', x'4141414141414141') AS x
