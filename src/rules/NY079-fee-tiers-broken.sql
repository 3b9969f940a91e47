-- SPDX-License-Identifier: MIT
-- id: NY079
-- level: warning
-- name: tiers of a fee that do not join
-- basis: kiểm tra số học của biểu mức thu theo bậc
-- message.vi: biểu mức thu theo bậc của thủ tục {code} không liền nhau ở mức {at} đồng
-- message.en: the tiers of a fee of procedure {code} do not join at {at} đồng
-- cure.vi: mức cơ sở của bậc sau = mức cơ sở bậc trước + tỷ lệ × độ rộng bậc; sửa data/fee-tiers.csv
-- cure.en: the base of a tier is the base of the one before + rate × width; mend data/fee-tiers.csv
SELECT b.source_id, b.source_line, b.code, b.from_vnd AS at
FROM fee_tier a JOIN fee_tier b ON b.code = a.code AND b.version = a.version
  AND b.fee_position = a.fee_position AND b.from_vnd = (SELECT min(c.from_vnd) FROM fee_tier c
    WHERE c.code = a.code AND c.version = a.version AND c.fee_position = a.fee_position AND c.from_vnd > a.from_vnd)
WHERE a.to_vnd IS NOT b.from_vnd
  OR (b.base_vnd - a.base_vnd) * a.rate_den <> (b.from_vnd - a.from_vnd) * a.rate_num
ORDER BY b.code, b.version, b.fee_position, b.from_vnd;
