-- SPDX-License-Identifier: MIT
-- The style sheet of pages with figures.

-- name: files
SELECT asset(:root, 'css/figures.css') AS figures;
