-- SPDX-License-Identifier: MIT
-- name: pages
DETACH main
