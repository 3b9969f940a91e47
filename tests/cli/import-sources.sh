#!/bin/sh
# SPDX-License-Identifier: MIT
# Databases of SQLite and JSON Lines are imported by maps; a database is never written to, and one
# that is hostile costs a bounded time and a message.
. tests/tap.sh
. tests/office.sh
office=$TEST_TMP/office in=$TEST_TMP/in
small "$office"
mkdir "$office/maps" "$in"

import() {
	exits "$1" "$2" "$NIEMYET" import -C "$office" --lang en "$3"
}

cat >"$office/maps/phan-mem.yml" <<'YAML'
title: {vi: phần mềm một cửa}
description: {vi: bảng TTHC}
format: sqlite
match: EXISTS (SELECT "Mã", Ten FROM TTHC)
tables:
  - table: procedures
    from: dang_dung
    columns: {code: '"Mã"', name: Ten, kind: "'OTHER'"}
YAML
cat >"$office/maps/dong.yml" <<'YAML'
title: {vi: JSON mỗi dòng}
description: {vi: mỗi dòng có ma và ten}
format: json
match: text ->> '$[0].ma' IS NOT NULL
tables:
  - table: procedures
    from: document, json_each(text) AS r
    columns: {code: "r.value ->> '$.ma'", name: "r.value ->> '$.ten'", kind: "'OTHER'"}
YAML

# Databases
db="$in/mot cua?#%.db"
sqlite3 "$db" "CREATE TABLE TTHC(\"Mã\" TEXT, Ten TEXT, Dung INT); CREATE TABLE document(x);
	CREATE VIEW dang_dung AS SELECT * FROM TTHC WHERE Dung;
	INSERT INTO TTHC VALUES ('1.001193', 'Đăng ký khai sinh', 1), ('1.001194', 'Cũ', 0),
	('2.000635', 'Cấp bản sao', 1), ('1.000001', CAST(x'C3C3' AS TEXT), 1);"
sum=$(cksum "$db")
import 1 'a database is imported' "$db"
shows 'a text that is no UTF-8 is refused' "$TEST_TMP/err" 'I069'
is 'by a view' "$(grep -c '^1.001193,\|^2.000635,\|^1.001194' "$office/data/procedures.csv")" 2
cp "$office/data/procedures.csv" "$TEST_TMP/before"
is 'it stays as it is, and nothing is made beside it' "$(cksum "$db") $(ls "$in" | wc -l)" "$sum 1"

sqlite3 "$in/b.db" "CREATE TABLE Khac(a, b); CREATE VIEW v AS SELECT a FROM Khac;"
import 1 'no map is for it' "$in/b.db"
shows 'its tables are named' "$TEST_TMP/err" 'Khac \(a, b\); v \(a\) \[I064\]'
exits 1 'a map for tables is not for a database' "$NIEMYET" import -C "$office" --map papi "$in/b.db"
shows 'said so' "$TEST_TMP/err" 'I030'
echo 'a,b' >"$in/c.csv"
exits 1 'a map for databases is not for a table' "$NIEMYET" import -C "$office" --map phan-mem "$in/c.csv"
shows 'said so' "$TEST_TMP/err" 'I065'

cp "$db" "$in/d.db"
echo x >"$in/d.db-wal"
import 1 'a database in use is refused' "$in/d.db"
shows 'said so' "$TEST_TMP/err" 'I066'

# Hostile ones
sqlite3 "$in/endless.db" "CREATE TABLE TTHC(\"Mã\", Ten); INSERT INTO TTHC VALUES (1, 2); CREATE VIEW dang_dung AS WITH RECURSIVE
	n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS \"Mã\", 'x' AS Ten FROM n;"
import 1 'a view without end' "$in/endless.db"
shows 'it is stopped' "$TEST_TMP/err" 'R002|I068'
sqlite3 "$in/large.db" "CREATE TABLE TTHC(\"Mã\", Ten); INSERT INTO TTHC VALUES (1, 2); CREATE VIEW dang_dung AS
	SELECT '1.000001' AS \"Mã\", hex(zeroblob(500000000)) AS Ten;"
import 1 'a view of one gigantic value' "$in/large.db"
shows 'it is refused' "$TEST_TMP/err" 'too big'
sqlite3 "$in/reads.db" "CREATE TABLE TTHC(\"Mã\", Ten); INSERT INTO TTHC VALUES (1, 2); CREATE VIEW dang_dung AS
	SELECT '1.000001' AS \"Mã\", load_extension('x') AS Ten;"
import 1 'a view that calls for a library' "$in/reads.db"
head -c 4096 "$db" >"$in/cut.db"
import 1 'a database that is cut' "$in/cut.db"
{ head -c 100 "$db"; head -c 20000 /dev/zero | tr '\0' 'x'; } >"$in/junk.db"
import 1 'a database of junk' "$in/junk.db"
shows 'is said to be none' "$TEST_TMP/err" 'I067'
check 'none of them changed the data' cmp "$TEST_TMP/before" "$office/data/procedures.csv"

# JSON Lines
printf '{"ma":"1.001195","ten":"Khai tử"}\n\n{"ma":"1.001196","ten":"Kết hôn"}\r\n' >"$in/a.jsonl"
import 0 'JSON Lines' "$in/a.jsonl"
is 'each line is a row' "$(grep -c '^1.00119[56],' "$office/data/procedures.csv")" 2
printf '{"ma":"1.001197","ten":"Một"}' >"$in/b.ndjson"
import 0 'a single line' "$in/b.ndjson"
cp "$in/a.jsonl" "$in/c.json"
import 0 'under the name of JSON' "$in/c.json"
printf '{"ma":"1","ten":"x"}\n{"ma":"2",}\n' >"$in/d.jsonl"
import 1 'a line that is broken' "$in/d.jsonl"
shows 'is named' "$TEST_TMP/err" 'd.jsonl:2:11: .*I037'

done_testing
