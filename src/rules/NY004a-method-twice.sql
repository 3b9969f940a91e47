-- SPDX-License-Identifier: MIT
-- id: NY004a
-- level: error
-- name: a way of filing given twice
-- basis: Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm c
-- message.vi: thủ tục {code} ghi hai lần cách nộp {channel} cho cùng trường hợp, không có gì phân biệt
-- message.en: procedure {code} gives filing {channel} twice for one case, with nothing to tell them apart
-- cure.vi: bỏ dòng thừa trong data/methods.csv, hoặc ghi ở case_position, note trường hợp của từng dòng
-- cure.en: drop the line of data/methods.csv that is too much, or say in case_position or note which case each is for
SELECT m.source_id, m.source_line, m.code, t('channel.' || m.channel) AS channel
FROM procedure_posted p JOIN method m ON m.code = p.code AND m.version = p.version
WHERE EXISTS (SELECT 1 FROM method o WHERE o.code = m.code AND o.version = m.version
  AND o.position < m.position AND o.channel = m.channel AND o.case_position IS m.case_position
  AND o.note IS m.note AND o.time_limit_text IS m.time_limit_text)
ORDER BY m.code, m.version, m.position;
