-- SPDX-License-Identifier: MIT
-- The style sheets of pages with scores and lists of dossiers.

-- name: files
SELECT asset(:root, 'css/figures.css') AS figures, asset(:root, 'css/scores.css') AS scores;
