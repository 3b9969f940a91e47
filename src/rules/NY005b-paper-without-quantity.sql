-- SPDX-License-Identifier: MIT
-- id: NY005b
-- level: warning
-- name: paper with neither originals nor copies
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm d
-- message.vi: giấy tờ “{short}” của thủ tục {code} ghi 0 bản chính và 0 bản sao, không nói vì sao
-- message.en: paper “{short}” of procedure {code} has 0 originals and 0 copies and does not say why
-- cure.vi: điền original_qty hoặc copy_qty; nếu không phải nộp thì nói ở note hoặc from_data, nếu là lời dặn thì đặt kind = NOTE (data/components.csv)
-- cure.en: fill original_qty or copy_qty; say in note or from_data why it need not be brought; a remark has kind = NOTE (data/components.csv)
SELECT c.source_id, c.source_line, c.code, substr(c.name, 1, 80) AS short
FROM procedure_posted p JOIN component c ON c.code = p.code AND c.version = p.version
WHERE c.kind = 'PAPER' AND coalesce(c.original_qty, 0) + coalesce(c.copy_qty, 0) = 0
  AND c.note IS NULL AND c.from_data IS NULL
  -- "... gồm:" is a heading that an import took for a paper
  AND NOT (c.name GLOB '*gồm' OR c.name GLOB '*:')
ORDER BY c.code, c.version, c.position;
