-- SPDX-License-Identifier: MIT
-- id: NY071a
-- level: warning
-- name: fee of 0 without a reason
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm h
-- message.vi: khoản thu “{name}” của thủ tục {code} ghi 0 đồng mà không nói vì sao: miễn hay chưa điền?
-- message.en: fee “{name}” of procedure {code} is 0 and does not say why: exempt, or not filled in?
-- cure.vi: ghi lý do ở none_reason (thay amount_vnd) hoặc ở note của data/fees.csv
-- cure.en: give the reason in none_reason (in place of amount_vnd) or in note of data/fees.csv
SELECT f.source_id, f.source_line, f.code, coalesce(f.name, vnd(f.amount_vnd), substr(f.formula, 1, 60)) AS name
FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version
WHERE f.amount_vnd = 0 AND f.note IS NULL
ORDER BY f.code, f.version, f.position;
