-- SPDX-License-Identifier: MIT
-- name: pages
CREATE TABLE evil AS SELECT 'a' AS url, 1 AS x
