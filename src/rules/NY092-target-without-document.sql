-- SPDX-License-Identifier: MIT
-- id: NY092
-- level: note
-- name: a target without the document that sets it
-- basis: chỉ tiêu do văn bản của cấp có thẩm quyền giao
-- message.vi: chỉ tiêu {indicator} năm {year} không nói văn bản nào giao
-- message.en: target {indicator} of {year} does not say which document sets it
-- cure.vi: điền cột legal_doc trong data/targets.csv
-- cure.en: fill column legal_doc of data/targets.csv
SELECT source_id, source_line, indicator, year FROM target
WHERE coalesce(trim(legal_doc), '') = ''
ORDER BY indicator, year, scope, period_kind;
