-- SPDX-License-Identifier: MIT
-- id: NY076
-- level: error
-- name: amount that rests on a replaced document
-- basis: Luật Phí và lệ phí 97/2015/QH13, Điều 14 khoản 1
-- message.vi: mức thu “{name}” của thủ tục {code} dẫn {number}, hết hiệu lực từ {ended}
-- message.en: fee “{name}” of procedure {code} rests on {number}, out of force since {ended}
-- cure.vi: đối chiếu mức thu với {replaced_by} rồi sửa amount_vnd, legal_doc trong data/fees.csv
-- cure.en: compare the amount with {replaced_by} and mend amount_vnd and legal_doc of data/fees.csv
SELECT f.source_id, f.source_line, f.code, coalesce(f.name, vnd(f.amount_vnd), substr(f.formula, 1, 60)) AS name, s.number,
  date_vi(s.valid_to) AS ended, coalesce(s.replaced_by, '–') AS replaced_by
FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version
  JOIN law_superseded s ON find_words(f.legal_doc, s.number) IS NOT NULL
WHERE s.valid_to <= build_date() AND coalesce(instr(f.legal_doc, s.replaced_by), 0) = 0
ORDER BY f.code, f.version, f.position, s.number;
