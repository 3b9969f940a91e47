-- SPDX-License-Identifier: MIT
-- The number of a build, which a running touch screen or wall asks for before it moves (O3, O4): the
-- day, and a hash over every file that was loaded and over the scripts and styles.

-- name: pages
-- one row
SELECT 'phien-ban' AS url, build_date() AS day, substr(sha256(build_date() || group_concat(hash)), 1, 12) AS number
FROM (SELECT path || sha256 AS hash, path FROM source
  UNION ALL SELECT asset_sha256('css/wall.css') || asset_sha256('js/wall.js')
    || asset_sha256('css/kiosk.css') || asset_sha256('js/kiosk.js'), '' ORDER BY path)
HAVING :medium IN (SELECT medium FROM medium_made);
