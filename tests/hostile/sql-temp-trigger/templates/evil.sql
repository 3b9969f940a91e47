-- SPDX-License-Identifier: MIT
-- name: pages
CREATE TEMP TRIGGER evil AFTER INSERT ON fee BEGIN SELECT 1; END
