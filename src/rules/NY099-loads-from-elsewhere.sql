-- SPDX-License-Identifier: MIT
-- id: NY099
-- level: error
-- needs: pages
-- name: page loads from elsewhere
-- basis: Nghị định 224/2026/NĐ-CP, Điều 10 khoản 3
-- message.vi: trang {path} tải {url} (thẻ {element}) từ nơi khác: nơi đó biết ai đang đọc trang
-- message.en: page {path} loads {url} ({element}) from elsewhere: that place learns who reads the page
-- cure.vi: chép tệp vào assets/ và dẫn bằng hàm asset(), hoặc bỏ thẻ này khỏi {file}
-- cure.en: copy the file into assets/ and name it by the function asset(), or take the tag out of {file}
SELECT p.source_id, p.source_line, p.template AS file, p.path, r.url, r.element
FROM page_request r JOIN page p ON p.id = r.page
ORDER BY p.path, r.position;
