-- SPDX-License-Identifier: MIT
-- name: pages
SELECT 'thong-bao/index' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: current
SELECT :edition || path || '.html' AS href, title, summary, posted_from, date_vi(posted_from) AS posted_day,
  t('article.' || kind) AS kind_name
FROM notice_posted WHERE ended = 0 ORDER BY posted_from DESC, path;

-- name: past
SELECT :edition || path || '.html' AS href, title, posted_from, date_vi(posted_from) AS posted_day,
  t('article.' || kind) AS kind_name
FROM notice_posted WHERE ended = 1 ORDER BY posted_from DESC, path;
