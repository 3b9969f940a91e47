-- SPDX-License-Identifier: MIT
-- id: NY080a
-- level: warning
-- name: way of paying that is not known
-- basis: Luật Phí và lệ phí 97/2015/QH13, Điều 14 khoản 1
-- message.vi: phương thức thu “{word}” ở thủ tục {code} không dùng được
-- message.en: way of paying “{word}” of procedure {code} is not known
-- cure.vi: ở cột payment_methods của data/fees.csv chỉ dùng CASH (tiền mặt), TRANSFER (chuyển khoản), POSTAL (qua bưu chính), ONLINE (trực tuyến), cách nhau bằng dấu cách
-- cure.en: in payment_methods of data/fees.csv use CASH, TRANSFER, POSTAL and ONLINE only, with a space between
SELECT f.source_id, f.source_line, f.code, v.value AS word
FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version,
  json_each('["' || replace(replace(f.payment_methods, '"', ''), ' ', '","') || '"]') v
WHERE v.value NOT IN ('CASH', 'TRANSFER', 'POSTAL', 'ONLINE', '')
ORDER BY f.code, f.version, f.position, v.key;
