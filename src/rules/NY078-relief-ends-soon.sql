-- SPDX-License-Identifier: MIT
-- id: NY078
-- level: note
-- name: fee or relief that ends within 30 days
-- basis: Luật Phí và lệ phí 97/2015/QH13, Điều 14 khoản 1
-- message.vi: “{name}” ở thủ tục {code} chỉ còn đến hết {last}
-- message.en: “{name}” of procedure {code} holds until {last} only
-- cure.vi: chuẩn bị mức tiếp theo; sau ngày đó dòng này tự biến mất ở lần dựng kế tiếp
-- cure.en: prepare what follows; after that day the next build drops the line by itself
WITH ending AS (
  SELECT code, version, coalesce(name, '') AS name, valid_until, source_id, source_line FROM fee_in_force
  UNION ALL SELECT code, version, who, valid_until, source_id, source_line FROM fee_relief_in_force)
SELECT e.source_id, e.source_line, e.code, e.name, date_vi(e.valid_until) AS last
FROM procedure_posted p JOIN ending e ON e.code = p.code AND e.version = p.version
WHERE e.valid_until < date(build_date(), '+30 days')
ORDER BY e.code, e.version, e.source_id, e.source_line;
