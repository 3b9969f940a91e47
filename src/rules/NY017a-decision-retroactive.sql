-- SPDX-License-Identifier: MIT
-- id: NY017a
-- level: warning
-- name: decision in force before it was signed
-- basis: Nghị định 63/2010/NĐ-CP, Điều 15
-- message.vi: quyết định {no} có hiệu lực {effective} trước ngày ký {signed}
-- message.en: decision {no} takes effect on {effective}, before it was signed on {signed}
-- cure.vi: đối chiếu văn bản rồi sửa signed hoặc effective_from trong data/decisions.csv
-- cure.en: compare with the document and mend signed or effective_from of data/decisions.csv
SELECT d.source_id, d.source_line, d.no, date_vi(d.effective_from) AS effective, date_vi(d.signed) AS signed
FROM decision d
WHERE d.effective_from < d.signed
ORDER BY d.no;
