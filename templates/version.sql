-- SPDX-License-Identifier: MIT
-- The number of a build, which a running touch screen or wall asks for before it moves (O3, O4): the
-- day, and a hash over every file that was loaded and over the scripts and styles. Of figures and of
-- dossiers past their day it takes what is posted: a hash of the files would tell whoever guesses a
-- number that is withheld, or the rest of a masked code, that it is right (R-96, R-97).

-- name: pages
-- one row
SELECT 'phien-ban' AS url, build_date() AS day, substr(sha256(build_date() || group_concat(place || hash)), 1, 12) AS number
FROM (SELECT path AS place, sha256 AS hash FROM source
    WHERE path NOT IN ('data/dossier-stats.csv', 'data/overdue-dossiers.csv')
  UNION ALL SELECT '1 ' || kind || ' ' || agency_code || ' ' || year || ' ' || n, counts FROM stat_json WHERE field_code = ''
  UNION ALL SELECT '2 ' || kind || ' ' || indicator || ' ' || year || ' ' || n, num || '/' || den FROM figure
    WHERE agency_code = '' AND field_code = ''
  UNION ALL SELECT '3 ' || agency_code || ' ' || code || ' ' || due, is_open FROM overdue_posted
  UNION ALL SELECT '4', asset_sha256('css/wall.css') || asset_sha256('js/wall.js')
    || asset_sha256('css/kiosk.css') || asset_sha256('js/kiosk.js') ORDER BY place, hash)
HAVING :medium IN (SELECT medium FROM medium_made);
