-- SPDX-License-Identifier: MIT
-- name: files
SELECT asset(:root, 'js/kiosk-procedure.js') AS procedure;
