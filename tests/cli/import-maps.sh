#!/bin/sh
# SPDX-License-Identifier: MIT
# niemyet import by maps: options, statuses, what goes where.
. tests/tap.sh
. tests/office.sh
out=$TEST_TMP/out err=$TEST_TMP/err office=$TEST_TMP/office

small "$office"
mkdir "$TEST_TMP/in"
printf 'Province,SC11,SC12\nP01,1.5,2\n' >"$TEST_TMP/in/2020.csv"
printf 'Province,SC11,SC12\nP01,1.25,\n' >"$TEST_TMP/in/moi.csv"
printf 'Province,SC11,SC12\nP01,1.5,x\n' >"$TEST_TMP/in/2019.csv"
echo '{"a": 1}' >"$TEST_TMP/in/a.JSON"

exits 0 'a dry run' "$NIEMYET" import -C "$office" --dry-run "$TEST_TMP/in/2020.csv"
shows 'says what it would write' "$out" 'sẽ ghi data/index-scores.csv'
check 'and writes nothing' test ! -e "$office/data/index-scores.csv" -a ! -e "$office/.niemyet"
exits 0 'an import' "$NIEMYET" import -C "$office" --lang en "$TEST_TMP/in/2020.csv"
shows 'in English' "$out" '^wrote data/index-scores.csv: 2 rows'
hides 'without Vietnamese' "$out" 'hàng|bản đồ|tỉnh'
exits 0 'the same again' "$NIEMYET" import -C "$office" "$TEST_TMP/in/2020.csv"
shows 'changes nothing' "$out" 'không tệp nào thay đổi'
exits 0 'what was imported is built' "$NIEMYET" build -C "$office" -o "$TEST_TMP/site"

exits 1 'a name without a year' "$NIEMYET" import -C "$office" "$TEST_TMP/in/moi.csv"
shows 'says how to give it' "$err" '--set year='
exits 0 'a year that is given' "$NIEMYET" import -C "$office" --set year=2021 "$TEST_TMP/in/moi.csv"
shows 'counts' "$office/data/index-scores.csv" '^PAPI,SC11,P01,CALENDAR_YEAR,2021,1,1.25$'
exits 2 '--set without =' "$NIEMYET" import -C "$office" --set year "$TEST_TMP/in/moi.csv"
exits 2 '--set without a name' "$NIEMYET" import -C "$office" --set =2021 "$TEST_TMP/in/moi.csv"

exits 2 'a coding that is none' "$NIEMYET" import -C "$office" --coding latin-9 "$TEST_TMP/in/2020.csv"
shows 'is answered by those there are' "$err" 'utf-16le.*tcvn3.*viscii'
# "Mã số", "Tên", ... in TCVN3 and in UTF-16, under a name that says nothing.
printf 'M\267 s\350\tT\252n\tC\254 quan ban h\265nh\tC\254 quan th\371c hi\326n\tL\334nh v\371c\n' >"$TEST_TMP/in/cu.txt"
printf '1.000001\t\247\250ng k\375 khai sinh\tB\351 T\255 ph\270p\t\tH\351 t\336ch\n' >>"$TEST_TMP/in/cu.txt"
exits 0 'a text of tabs in an old coding' "$NIEMYET" import -C "$office" "$TEST_TMP/in/cu.txt"
shows 'says which one' "$out" 'bảng mã tcvn3: [0-9]+ trong [0-9]+ từ'
shows 'and reads it' "$office/data/procedures.csv" 'Đăng ký khai sinh,OTHER,,ho-tich,.*Bộ Tư pháp'
printf '\320\317\021\340\241\261\032\341' >"$TEST_TMP/in/cu.xls"
exits 1 'an old workbook' "$NIEMYET" import -C "$office" "$TEST_TMP/in/cu.xls"
shows 'is to be saved as a new one' "$err" 'XLS .*I048'

exits 1 'a row that would not load' "$NIEMYET" import -C "$office" "$TEST_TMP/in/2019.csv"
shows 'is named with its line' "$err" '2019.csv:2: .*score: “x”'
shows 'the others are written' "$office/data/index-scores.csv" '^PAPI,SC11,P01,CALENDAR_YEAR,2019,1,1.5$'

exits 0 'a report as JSON' "$NIEMYET" import -C "$office" --dry-run --format json "$TEST_TMP/in/2020.csv"
cp "$out" "$TEST_TMP/report.json"
is 'has the figures and the origin of each row' "$(python3 -c '
import json, sys
r = json.load(open(sys.argv[1]))
t = [t for t in r["tables"] if t["table"] == "index-scores"][0]
print(r["dry_run"], t["table"], t["read"], t["unchanged"], t["origins"][0]["end"],
      [c["parsed"] for c in t["columns"] if c["column"] == "score"])' "$TEST_TMP/report.json")" \
	'True index-scores 2 2 unchanged [2]'
exits 2 'a step that is none' "$NIEMYET" import -C "$office" --keep all "$TEST_TMP/in/2020.csv"
shows 'is answered by those there are' "$err" 'nfc, spaces, invisible, bullets, no-information'
exits 2 'another format' "$NIEMYET" import -C "$office" --format xml "$TEST_TMP/in/2020.csv"

snapshot "$office/data" >"$TEST_TMP/before"
exits 1 'JSON that no map is for' "$NIEMYET" import -C "$office" "$TEST_TMP/in/a.JSON" "$TEST_TMP/in/2020.csv"
shows 'names the maps there are' "$err" 'dvc-progress-tree'
exits 1 'a map that is not there' "$NIEMYET" import -C "$office" --map pappi "$TEST_TMP/in/2020.csv"
shows 'gets the nearest guess' "$err" 'gần giống nhất: papi'
exits 1 'a file that is not there' "$NIEMYET" import -C "$office" "$TEST_TMP/in/none.csv"
exits 1 'records and tables in one command' "$NIEMYET" import -C "$office" "$TEST_TMP/in" "$TEST_TMP/in/2020.csv"
shows 'are refused' "$err" 'I041'
snapshot "$office/data" >"$TEST_TMP/after"
check 'none of these changed a file' cmp "$TEST_TMP/before" "$TEST_TMP/after"

done_testing
