-- SPDX-License-Identifier: MIT
-- id: NY078
-- level: note
-- name: fee or relief that ends within 30 days
-- basis: Luật Phí và lệ phí 97/2015/QH13, Điều 14 khoản 1
-- message.vi: mức thu hoặc miễn, giảm “{name}” ở thủ tục {code} chỉ áp dụng đến hết {last}
-- message.en: fee or relief “{name}” of procedure {code} holds until {last} only
-- cure.vi: ghi mức tiếp theo vào data/fees.csv hoặc data/fee-reliefs.csv; sau ngày đó trang tự thôi hiện dòng này
-- cure.en: add what follows to data/fees.csv or data/fee-reliefs.csv; after that day the next build drops this line by itself
WITH ending AS (
  SELECT code, version, coalesce(name, '') AS name, valid_until, source_id, source_line FROM fee_in_force
  UNION ALL SELECT code, version, who, valid_until, source_id, source_line FROM fee_relief_in_force)
SELECT e.source_id, e.source_line, e.code, e.name, date_vi(e.valid_until) AS last
FROM procedure_posted p JOIN ending e ON e.code = p.code AND e.version = p.version
WHERE e.valid_until < date(build_date(), '+30 days')
ORDER BY e.code, e.version, e.source_id, e.source_line;
