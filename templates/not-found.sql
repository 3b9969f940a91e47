-- SPDX-License-Identifier: MIT
-- A server shows this page at any depth, so nothing in it is relative: no style sheet, and
-- links only where the site has a public address.

-- name: pages
SELECT '404' AS url;

-- name: home
SELECT value || '/' AS base FROM setting WHERE key = 'url' AND value <> '';
