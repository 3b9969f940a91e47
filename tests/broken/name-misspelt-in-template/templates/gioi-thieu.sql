-- name: pages
SELECT 'gioi-thieu' AS url, 'Xã Thử' AS heading WHERE :medium = 'web';

-- name: fees
SELECT 8000 AS amount, 'đồng' AS unit;
