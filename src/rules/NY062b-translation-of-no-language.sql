-- SPDX-License-Identifier: MIT
-- id: NY062b
-- level: note
-- name: translation into a language that the site has not
-- basis: WCAG 3.1.2; Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5
-- message.vi: {n} dòng dịch sang “{lang}”, site.yml không có ngôn ngữ này
-- message.en: {n} lines translate into “{lang}”, which site.yml does not have
-- cure.vi: ghi languages: {lang} trong site.yml, hoặc sửa cột lang
-- cure.en: write languages: {lang} in site.yml, or mend the column lang
SELECT min(source_id) AS source_id, min(source_line) AS source_line, lang, count(*) AS n
FROM translation WHERE lang NOT IN (SELECT lang FROM language) GROUP BY lang ORDER BY lang;
