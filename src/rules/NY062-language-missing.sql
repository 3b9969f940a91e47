-- SPDX-License-Identifier: MIT
-- id: NY062
-- level: error
-- needs: pages
-- name: language of the page not declared
-- basis: Thông tư 26/2020/TT-BTTTT, Điều 2, 3 và 5; WCAG 3.1.1
-- message.vi: trang {path} khai ngôn ngữ “{lang}”, trang viết bằng “{wanted}”
-- message.en: page {path} declares the language “{lang}”, it is written in “{wanted}”
-- cure.vi: ghi <html lang="{wanted}"> trong {file} hoặc khung trang của nó
-- cure.en: write <html lang="{wanted}"> in {file} or its layout
SELECT p.source_id, p.source_line, p.template AS file, p.path, coalesce(p.lang, '') AS lang, p.language AS wanted
FROM page p
WHERE coalesce(p.lang, '') <> p.language
ORDER BY p.path;
