-- SPDX-License-Identifier: MIT
-- id: NY074
-- level: error
-- name: foreign currency without its basis
-- basis: Luật Phí và lệ phí 97/2015/QH13, Điều 11 khoản 4
-- message.vi: khoản thu “{name}” của thủ tục {code} thu bằng {currency} mà không nêu căn cứ
-- message.en: fee “{name}” of procedure {code} is taken in {currency} without a legal basis
-- cure.vi: điền currency_basis trong data/fees.csv, hoặc ghi bằng đồng
-- cure.en: fill currency_basis of data/fees.csv, or give it in đồng
SELECT f.source_id, f.source_line, f.code, coalesce(f.name, vnd(f.amount_vnd), substr(f.formula, 1, 60)) AS name, f.currency
FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version
WHERE f.currency IS NOT NULL AND f.currency NOT IN ('VND', 'VNĐ', 'đồng') AND f.currency_basis IS NULL
ORDER BY f.code, f.version, f.position;
