-- SPDX-License-Identifier: MIT
-- Sizes of the wall display, from the screens of site.yml (D1).

-- name: pages
-- one row
SELECT 'may' AS url WHERE :medium = 'bang' AND EXISTS (SELECT 1 FROM device WHERE kind = 'bang');

-- name: main
SELECT * FROM device_size WHERE kind = 'bang' AND is_main ORDER BY place;

-- name: others
SELECT * FROM device_size WHERE kind = 'bang' AND NOT is_main ORDER BY place;
