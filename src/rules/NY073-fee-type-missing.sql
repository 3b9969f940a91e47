-- SPDX-License-Identifier: MIT
-- id: NY073
-- level: error
-- name: phí or lệ phí not said
-- basis: Luật Phí và lệ phí, Điều 3
-- message.vi: khoản thu ở thủ tục {code} không nói là phí hay lệ phí
-- message.en: a fee of procedure {code} does not say whether it is phí or lệ phí
-- cure.vi: điền cột type trong data/fees.csv: PHI, LE_PHI hoặc KHAC
-- cure.en: fill column type of data/fees.csv: PHI, LE_PHI or KHAC
SELECT f.source_id, f.source_line, f.code
FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version
WHERE f.none_reason IS NULL AND f.type IS NULL
ORDER BY f.code, f.version, f.position;
