-- SPDX-License-Identifier: MIT
-- id: NY082b
-- level: error
-- name: fields that do not come to what their agency says
-- basis: Thông tư 01/2020/TT-VPCP, biểu số II.06a, dòng tổng số
-- message.vi: số liệu {period} của {agency}: {column} của cả cơ quan là {has}, cộng các lĩnh vực là {wants}
-- message.en: figures of {agency} for {period}: {column} of all the agency is {has}, its fields come to {wants}
-- cure.vi: sửa dòng này hoặc các dòng lĩnh vực trong data/dossier-stats.csv; để trống cột ấy ở dòng chung thì được tự cộng
-- cure.en: mend this line or those of the fields; left empty in the agency's line the column is added up
SELECT f.source_id, f.source_line, f.has, f.wants, f.agency_code AS agency,
  substr(f.days, 1, instr(f.days, ' (') - 1) AS period, substr(f.fault, 8) AS column
FROM (SELECT *, period_vi(period_kind, year, n) AS days FROM stat_fault) f
WHERE f.fault LIKE 'FIELDS\_%' ESCAPE '\'
ORDER BY f.agency_code, f.field_code, f.period_kind, f.year, f.n, f.fault;
