-- SPDX-License-Identifier: MIT
-- id: NY020
-- level: error
-- name: no version in force between two
-- basis: Nghị định 63/2010/NĐ-CP, Điều 14 và 17
-- message.vi: hôm nay không bản nào của thủ tục {code} có hiệu lực: bản trước hết {ended}, bản sau từ {begins}
-- message.en: no version of procedure {code} is in force today: one ended on {ended}, the next begins on {begins}
-- cure.vi: đặt valid_from của bản sau bằng valid_to của bản trước trong data/procedures.csv
-- cure.en: make valid_from of the later version the valid_to of the earlier one in data/procedures.csv
SELECT n.source_id, n.source_line, n.code, date_vi(max(b.ended_on)) AS ended, date_vi(n.valid_from) AS begins
FROM procedure_upcoming n JOIN procedure_ended b ON b.code_national = n.code_national
WHERE n.code_national NOT IN (SELECT code_national FROM procedure_valid)
  AND b.change_kind IS NOT 'ABOLISHED' AND b.ended_by IS NULL
  AND NOT EXISTS (SELECT 1 FROM procedure_upcoming o WHERE o.code_national = n.code_national
    AND (o.valid_from, o.code) < (n.valid_from, n.code))
GROUP BY n.code, n.version ORDER BY n.code;
