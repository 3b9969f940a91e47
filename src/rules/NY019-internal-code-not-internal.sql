-- SPDX-License-Identifier: MIT
-- id: NY019
-- level: warning
-- name: code of an internal procedure
-- basis: Quyết định công bố thủ tục nội bộ; suy từ danh mục của bộ
-- message.vi: mã {code} thường là thủ tục nội bộ nhưng không khai là INTERNAL
-- message.en: code {code} is usually an internal procedure’s but is not declared INTERNAL
-- cure.vi: đặt kind = INTERNAL trong data/procedures.csv nếu là thủ tục nội bộ
-- cure.en: set kind = INTERNAL in data/procedures.csv if it is one
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.code GLOB '[56].*'
ORDER BY p.code, p.version;
