-- SPDX-License-Identifier: MIT
-- id: NY077
-- level: warning
-- name: fee that ended, with none after it
-- basis: Luật Phí và lệ phí 97/2015/QH13, Điều 14 khoản 1
-- message.vi: mức thu “{name}” của thủ tục {code} hết hạn {ended}, chưa có mức mới
-- message.en: fee “{name}” of procedure {code} ended on {ended} and none follows it
-- cure.vi: thêm mức thu đang có hiệu lực vào data/fees.csv
-- cure.en: add the fee now in force to data/fees.csv
SELECT f.source_id, f.source_line, f.code, coalesce(f.name, vnd(f.amount_vnd), substr(f.formula, 1, 60)) AS name, date_vi(f.valid_to) AS ended
FROM procedure_posted p JOIN fee f ON f.code = p.code AND f.version = p.version
WHERE f.valid_to <= build_date()
  AND NOT EXISTS (SELECT 1 FROM fee_in_force g WHERE g.code = f.code AND g.version = f.version
    AND g.name IS f.name AND (g.channel IS f.channel OR g.channel IS NULL))
  -- without any fee NY071 says so
  AND EXISTS (SELECT 1 FROM fee_in_force g WHERE g.code = f.code AND g.version = f.version)
ORDER BY f.code, f.version, f.position;
