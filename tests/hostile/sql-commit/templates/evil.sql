-- SPDX-License-Identifier: MIT
-- name: pages
COMMIT
