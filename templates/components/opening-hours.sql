-- SPDX-License-Identifier: MIT
-- When a place is open, or that it is not known. Needs :point_code.

-- name: hours
SELECT days, hours AS open_hours, note AS hours_note FROM opening_text WHERE point_code = :point_code
ORDER BY weekdays;
