-- SPDX-License-Identifier: MIT
-- id: NY091
-- level: warning
-- name: a month of an agency is missing
-- basis: Nghị định 09/2019/NĐ-CP, Điều 12
-- message.vi: {agency} chưa có số liệu {period}
-- message.en: {agency} has no figures for {period}
-- cure.vi: thêm dòng của tháng ấy vào data/dossier-stats.csv; cơ quan đã kết thúc hoạt động thì ghi valid_to trong data/agencies.csv
-- cure.en: add the month to data/dossier-stats.csv; where the agency has ended, give valid_to in data/agencies.csv
SELECT g.source_id, g.source_line, g.agency_code AS agency,
  substr(g.days, 1, instr(g.days, ' (') - 1) AS period
FROM (SELECT s.agency_code, s.month_kind, s.year, s.month, d.source_id, d.source_line,
    period_vi(s.month_kind, s.year, s.month) AS days
  FROM stat_gap s JOIN dossier_stat d ON d.rowid = (SELECT o.rowid FROM dossier_stat o
    WHERE o.agency_code = s.agency_code AND o.period_kind = s.month_kind
    ORDER BY o.year DESC, o.n DESC, o.field_code LIMIT 1)) g
ORDER BY g.agency_code, g.month_kind, g.year, g.month;
