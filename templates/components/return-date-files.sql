-- SPDX-License-Identifier: MIT
-- name: files
SELECT asset(:root, 'js/return-date.js') AS dates;
