-- SPDX-License-Identifier: MIT
-- id: NY087b
-- level: warning
-- name: an apology that came late, gave no new day or was repeated
-- basis: Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9, nay là Nghị định 118/2025/NĐ-CP
-- message.vi: hồ sơ {dossier} quá hạn: {problem}
-- message.en: dossier {dossier} past its day: {problem}
-- cure.vi: văn bản xin lỗi gửi chậm nhất một ngày trước hạn (apology_sent), ghi ngày hẹn lại (new_due), chỉ hẹn lại một lần (extension_count); xem lại dòng này trong data/overdue-dossiers.csv
-- cure.en: a letter goes out a day before the day at the latest (apology_sent), gives a new day (new_due), once (extension_count); look at this line of data/overdue-dossiers.csv
SELECT o.source_id, o.source_line, dossier_code AS dossier,
  trim(CASE WHEN l.due_day IS NOT NULL THEN 'apology_sent ' || apology_sent || ' > ' || l.due_day || '; ' ELSE '' END
    || CASE WHEN apology_sent IS NOT NULL AND new_due IS NULL THEN 'new_due –; ' ELSE '' END
    || CASE WHEN new_due <= due THEN 'new_due ' || new_due || ' ≤ due ' || due || '; ' ELSE '' END
    || CASE WHEN extension_count > 1 THEN 'extension_count ' || extension_count ELSE '' END, '; ') AS problem
FROM overdue_dossier o LEFT JOIN (SELECT object, due_day FROM deadline WHERE id = 'D-13' AND state = 'MISSED') l
  ON l.object = o.dossier_code
WHERE l.due_day IS NOT NULL OR (apology_sent IS NOT NULL AND new_due IS NULL) OR new_due <= due
  OR extension_count > 1
ORDER BY dossier_code;
