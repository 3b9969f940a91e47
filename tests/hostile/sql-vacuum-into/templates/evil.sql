-- SPDX-License-Identifier: MIT
-- name: pages
VACUUM INTO 'evil.db'
