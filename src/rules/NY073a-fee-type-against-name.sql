-- SPDX-License-Identifier: MIT
-- id: NY073a
-- level: warning
-- name: kind of fee against its name
-- basis: Luật Phí và lệ phí 97/2015/QH13, Điều 3
-- message.vi: khoản thu “{name}” của thủ tục {code} được khai là {type}, trái với tên gọi
-- message.en: fee “{name}” of procedure {code} is declared {type}, against its name
-- cure.vi: xem văn bản quy định gọi là phí hay lệ phí, rồi sửa name hoặc type trong data/fees.csv
-- cure.en: see whether its document calls it phí or lệ phí, and mend name or type of data/fees.csv
SELECT f.source_id, f.source_line, f.code, f.name, f.type
FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version
WHERE (fold(f.name) GLOB 'le phi*' AND f.type <> 'LE_PHI') OR (fold(f.name) GLOB 'phi *' AND f.type = 'LE_PHI'
  AND instr(fold(f.name), 'le phi') = 0)
ORDER BY f.code, f.version, f.position;
