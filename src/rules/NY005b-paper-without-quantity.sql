-- SPDX-License-Identifier: MIT
-- id: NY005b
-- level: warning
-- name: paper with neither originals nor copies
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm d
-- message.vi: giấy tờ “{short}” của thủ tục {code} ghi 0 bản chính và 0 bản sao: phải nộp gì?
-- message.en: paper “{short}” of procedure {code} has 0 originals and 0 copies: what is to be brought?
-- cure.vi: điền original_qty hoặc copy_qty; nếu không phải nộp thì nói ở note hoặc from_data, nếu là lời dặn thì đặt kind = NOTE (data/components.csv)
-- cure.en: fill original_qty or copy_qty; say in note or from_data why it need not be brought; a remark has kind = NOTE (data/components.csv)
SELECT c.source_id, c.source_line, c.code, substr(c.name, 1, 80) AS short
FROM procedure_posted p JOIN component c ON c.code = p.code AND c.version = p.version
WHERE c.kind = 'PAPER' AND coalesce(c.original_qty, 0) + coalesce(c.copy_qty, 0) = 0
  AND c.note IS NULL AND c.from_data IS NULL
  -- "... gồm:" is a heading that an import took for a paper
  AND NOT (c.name GLOB '*gồm' OR c.name GLOB '*:')
  -- "...: 01 bản chụp", "02 ảnh": the name itself says what to bring
  AND find_words(c.name, 'bản chính|bản sao|bản chụp|bản gốc|bản photo|bản phô tô|bản scan|bản in|bản giấy|'
    || 'bản điện tử|dữ liệu điện tử|'
    -- a remark or a heading that an import took for a paper
    || 'phải nộp|phải xuất trình|phải có|phải được|phải kèm|quy định cụ thể|không quy định|cấp tỉnh quy định|'
    || 'được tạo lập|phiếu này|thì hồ sơ|khoản này') IS NULL
  AND NOT c.name GLOB '*[0-9] ảnh*' AND NOT c.name GLOB '*[0-9] bản*' AND NOT c.name GLOB '*[0-9]) bản*'
ORDER BY c.code, c.version, c.position;
