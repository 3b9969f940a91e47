-- SPDX-License-Identifier: MIT
-- A server shows this page at any depth, so nothing in it is relative: no style sheet, and
-- links only where the site has a public address.

-- name: pages
-- one row
-- Servers show one page; it speaks the first language.
SELECT '404' AS url FROM language WHERE lang = :lang AND position = 0;

-- name: home
SELECT value || '/' AS base FROM setting WHERE key = 'url' AND value <> '';
