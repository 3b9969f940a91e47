-- SPDX-License-Identifier: MIT
-- name: pages
ATTACH 'evil.db' AS evil
