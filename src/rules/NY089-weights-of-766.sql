-- SPDX-License-Identifier: MIT
-- id: NY089
-- level: warning
-- name: groups of the 766 index that do not come to 100 points
-- basis: Quyết định 766/QĐ-TTg
-- message.vi: các nhóm của bộ chỉ số 766 cộng lại {sum} điểm, phải là 100
-- message.en: the groups of the 766 index come to {sum} points, which have to be 100
-- cure.vi: sửa cột scale_max trong data/index-components.csv: 18 + 20 + 12 + 10 + 22 + 18; thiếu nhóm nào thì thêm
-- cure.en: mend column scale_max of data/index-components.csv: 18 + 20 + 12 + 10 + 22 + 18; add the groups that are missing
SELECT min(source_id) AS source_id, min(source_line) AS source_line, num(sum(scale_max)) AS sum
FROM (SELECT c.* FROM index_component c JOIN index_tree t ON t.index_code = c.index_code AND t.component = c.component
  WHERE c.index_code = '766' AND t.depth = 0)
HAVING count(*) > 1 AND coalesce(round(sum(scale_max) * 100), 0) <> 10000
ORDER BY 1;
