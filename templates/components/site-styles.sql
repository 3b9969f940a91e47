-- SPDX-License-Identifier: MIT
-- name: files
SELECT asset(:root, 'css/tokens.css') AS tokens, asset(:root, 'css/site.css') AS site,
  asset(:root, 'css/chart.css') AS chart,
  asset(:root, 'css/print.css') AS print, asset(:root, 'icons/lotus.svg') AS icon,
  asset(:root, 'js/filter.js') AS filter, asset(:root, 'js/print.js') AS printing;

-- name: feed
-- The feed needs a public address: its entries are known by theirs.
SELECT 1 AS has_feed FROM setting WHERE key = 'url' AND value <> '';
