-- SPDX-License-Identifier: MIT
-- name: office
-- one row
SELECT superior FROM office_now WHERE superior IS NOT NULL;
