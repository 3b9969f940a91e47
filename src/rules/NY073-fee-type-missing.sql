-- SPDX-License-Identifier: MIT
-- id: NY073
-- level: error
-- name: phí or lệ phí not said
-- basis: Luật Phí và lệ phí, Điều 3
-- message.vi: khoản thu ở thủ tục {code} không nói là phí hay lệ phí
-- message.en: a fee of procedure {code} does not say whether it is phí or lệ phí
-- cure.vi: điền cột type trong data/fees.csv: PHI (phí), LE_PHI (lệ phí) hoặc KHAC (khoản khác)
-- cure.en: fill column type of data/fees.csv: PHI, LE_PHI or KHAC
SELECT f.source_id, f.source_line, f.code
FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version
WHERE f.none_reason IS NULL AND f.type IS NULL
  -- "Lệ phí cấp giấy ...", "Phí thẩm định ...": said in words
  AND find_words(coalesce(f.name || ' ', '') || coalesce(f.formula || ' ', '') || coalesce(f.note, ''), 'phí',
    'phí và lệ phí|phí, lệ phí|phí/lệ phí|luật phí|chi phí|kinh phí|miễn phí|học phí|viện phí') IS NULL
ORDER BY f.code, f.version, f.position;
