-- SPDX-License-Identifier: MIT
-- id: NY027h
-- level: error
-- name: procedure that the national database has withdrawn
-- basis: Nghị định 63/2010/NĐ-CP, Điều 26 khoản 2
-- basis: Nghị định 63/2010/NĐ-CP, Điều 14 khoản 2 điểm c
-- needs: export
-- message.vi: thủ tục {code} còn niêm yết mà Cơ sở dữ liệu quốc gia đã gỡ hoặc bãi bỏ (mã {there}, {at})
-- message.en: procedure {code} is still posted, while the national database has withdrawn or abolished it (code {there}, {at})
-- cure.vi: tìm quyết định bãi bỏ; đặt valid_to cho thủ tục trong data/procedures.csv, trang cũ thành trang “đã bãi bỏ”
-- cure.en: find the decision that abolished it and set valid_to in data/procedures.csv; its page then says that it was abolished
SELECT source_id, source_line, code, their_code AS there, at FROM national.pair WHERE withdrawn
UNION ALL SELECT p.source_id, p.source_line, p.code, r.their_code, r.at
  FROM national.renamed r JOIN procedure p ON p.code = r.code AND p.version = r.version WHERE r.withdrawn
ORDER BY code;
