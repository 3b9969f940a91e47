-- SPDX-License-Identifier: MIT
-- id: NY038
-- level: warning
-- name: procedure without field
-- basis: Quyết định công bố danh mục (xếp theo lĩnh vực)
-- message.vi: thủ tục {code} chưa xếp vào lĩnh vực nào
-- message.en: procedure {code} belongs to no field
-- cure.vi: điền field_code trong data/procedures.csv, mã ở data/fields.csv
-- cure.en: fill field_code of data/procedures.csv with a code of data/fields.csv
SELECT p.source_id, p.source_line, p.code
FROM procedure_posted p
WHERE p.field_code IS NULL
ORDER BY p.code, p.version;
