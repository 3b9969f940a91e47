-- SPDX-License-Identifier: MIT
-- id: NY080
-- level: warning
-- name: whole online service without online payment
-- basis: Nghị định 118/2025/NĐ-CP, Điều 24 [2025-07-01 ..]
-- basis: Nghị định 224/2026/NĐ-CP, Điều 15 khoản 1 điểm đ [2026-07-01 ..]
-- message.vi: thủ tục {code} trực tuyến toàn trình nhưng “{name}” không trả được trực tuyến
-- message.en: procedure {code} is a whole online service, but “{name}” cannot be paid online
-- cure.vi: thêm ONLINE vào payment_methods trong data/fees.csv, hoặc khai lại online_level
-- cure.en: add ONLINE to payment_methods of data/fees.csv, or declare online_level anew
SELECT f.source_id, f.source_line, f.code, coalesce(f.name, vnd(f.amount_vnd), substr(f.formula, 1, 60)) AS name
FROM procedure_posted p JOIN fee_in_force f ON f.code = p.code AND f.version = p.version
WHERE p.online_level = 'FULL' AND f.none_reason IS NULL AND coalesce(f.amount_vnd, 1) > 0
  AND coalesce(f.channel, 'ONLINE') = 'ONLINE' AND instr(f.payment_methods, 'ONLINE') = 0
ORDER BY f.code, f.version, f.position;
