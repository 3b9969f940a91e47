-- SPDX-License-Identifier: MIT
-- name: pages
PRAGMA writable_schema = 1
