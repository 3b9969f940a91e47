-- SPDX-License-Identifier: MIT
-- The sizes of each touch screen (D1), worked out by the view device_size.

-- name: pages
SELECT 'may' AS url WHERE :medium IN (SELECT medium FROM medium_made);

-- name: devices
-- tall: the line that a hand reaches lies under half of the picture (H2). high: no control stands above
-- it at the scroll position most in its favour (H1). The others of large type follow from its least.
-- key, key_gap: 20 and 3 mm exactly, for ten keys in a row.
SELECT name, width, height, is_main, NOT is_main AS is_further, target, gap, gap_wide, small, body, head, figure,
  small_large, CAST(2 * ceil(small_large * 1.15 / 2) AS INT) AS body_large,
  CAST(2 * ceil(small_large * 1.4 / 2) AS INT) AS head_large, qr, low,
  printf('%.2f', 20 / mm) AS key, printf('%.2f', 3 / mm) AS key_gap,
  iif(reach < height / 2, 0, max(0, height - reach)) AS high, max(0, height - reach) AS high_low,
  iif(reach < height / 2, 'inline-flex', 'none') AS tall, iif(has_printer, 'inline-flex', 'none') AS printer
FROM device_size WHERE kind = 'kiosk' ORDER BY place;
