-- SPDX-License-Identifier: MIT
-- name: pages
BEGIN IMMEDIATE
