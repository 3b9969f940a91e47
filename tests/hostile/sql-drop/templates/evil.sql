-- SPDX-License-Identifier: MIT
-- name: pages
DROP TABLE fee
