-- SPDX-License-Identifier: MIT
-- name: files
SELECT asset(:root, 'css/chart.css') AS chart;
