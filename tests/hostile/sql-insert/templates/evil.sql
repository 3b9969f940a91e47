-- SPDX-License-Identifier: MIT
-- name: pages
INSERT INTO fee(procedure_code) VALUES ('x') RETURNING 'a' AS url, 1 AS x
