-- SPDX-License-Identifier: MIT
-- name: others
-- The same page in the other languages; where it is not there, the nearest index.
SELECT l.lang, l.name, :top || (j.value ->> 1) AS href
FROM json_each(:languages) j JOIN language l ON l.lang = j.value ->> 0
WHERE :languages IS NOT NULL AND l.lang <> :lang ORDER BY l.position;
