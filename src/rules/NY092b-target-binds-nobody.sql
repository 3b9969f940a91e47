-- SPDX-License-Identifier: MIT
-- id: NY092b
-- level: warning
-- name: a target for an agency or a kind of period that does not exist
-- basis: chỉ tiêu do văn bản của cấp có thẩm quyền giao
-- message.vi: chỉ tiêu {indicator} năm {year} không áp dụng cho đâu: {wrong}
-- message.en: target {indicator} of {year} binds nothing: {wrong}
-- cure.vi: scope là mã trong data/agencies.csv hoặc để trống; period_kind là MONTH, QUARTER, HALF, NINE_MONTHS, YEAR, CALENDAR_... hoặc để trống
-- cure.en: scope is a code of data/agencies.csv or left empty; period_kind is MONTH, QUARTER, HALF, NINE_MONTHS, YEAR, CALENDAR_... or left empty
SELECT source_id, source_line, indicator, year,
  CASE WHEN period_kind <> '' AND period_kind NOT IN (SELECT kind FROM period_part)
    THEN 'period_kind ' || period_kind ELSE 'scope ' || scope END AS wrong
FROM target
WHERE (period_kind <> '' AND period_kind NOT IN (SELECT kind FROM period_part))
  OR (scope <> '' AND scope NOT IN (SELECT code FROM agency))
ORDER BY indicator, year, scope, period_kind;
