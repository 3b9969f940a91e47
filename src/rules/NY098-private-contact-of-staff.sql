-- SPDX-License-Identifier: MIT
-- id: NY098
-- level: warning
-- name: a private telephone or address of staff
-- basis: Nghị định 61/2018/NĐ-CP, Điều 9 khoản 7: chỉ công khai thông tin công vụ
-- message.vi: {name}: {contact} có vẻ là của riêng, không phải của cơ quan
-- message.en: {name}: {contact} seems to be private, not the office's
-- cure.vi: ghi số máy bàn, địa chỉ thư công vụ trong data/people.csv; số di động công vụ thì ghi thêm vào data/channels.csv
-- cure.en: give the office's telephone and address in data/people.csv; a mobile number of the office belongs into data/channels.csv as well
WITH contact AS (SELECT p.source_id, p.source_line, p.name, json_extract(f.value, '$.text') AS contact,
    json_extract(f.value, '$.key') AS key, json_extract(f.value, '$.kind') AS kind
  FROM person p, json_each(personal_data(coalesce(p.phone, '') || ' ; ' || coalesce(p.email, ''))) f WHERE p.public)
SELECT source_id, source_line, name, contact FROM contact c
WHERE (kind = 'PHONE' AND length(key) = 10 AND substr(key, 1, 2) IN ('03', '05', '07', '08', '09')
    OR kind = 'EMAIL' AND substr(key, instr(key, '@') + 1) IN ('gmail.com', 'yahoo.com', 'yahoo.com.vn', 'outlook.com', 'hotmail.com', 'icloud.com'))
  AND key NOT IN (SELECT json_extract(f.value, '$.key') FROM channel h, json_each(personal_data(h.value)) f)
ORDER BY source_id, source_line, contact;
