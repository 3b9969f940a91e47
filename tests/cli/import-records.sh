#!/bin/sh
# SPDX-License-Identifier: MIT
# niemyet import of the national portal's records: text and JSON are told apart by what they hold,
# wherever they lie, and what a second source says differently is listed.
. tests/tap.sh
. tests/office.sh
out=$TEST_TMP/out err=$TEST_TMP/err office=$TEST_TMP/office in=$TEST_TMP/in

small "$office"
mkdir -p "$in/deep" "$in/mixed"
# The records of a golden case: what stands between "=== NAME" and the next.
record() { awk -v name="=== $2" '/^=== / { on = $0 == name; next } on' "tests/golden/import/$1.in"; }
record json-tables-cut-into-rows a.json >"$in/deep/a.json"
record text-over-what-json-left a.txt >"$in/mixed/a.txt"
cp "$in/deep/a.json" "$in/mixed/ban-ghi"
echo '{"a": 1}' >"$in/other.json"
printf '{"ma_thu_tuc": "1.999002",\n"ten_thu_tuc": ' >"$in/broken.json"
printf 'Province,SC11,SC12\nP01,1.5,2\n' >"$in/2020.csv"

exits 0 'a JSON record is no matter for maps' "$NIEMYET" import -C "$office" --dry-run "$in/deep/a.json"
shows 'is read as one' "$out" '1  bản ghi đã nhập'
exits 0 'in a folder' "$NIEMYET" import -C "$office" "$in/deep"
shows 'too' "$office/data/procedures.csv" '^1\.999001,Thủ tục thử nghiệm,LAW_DETAILED'
exits 0 'without an ending' "$NIEMYET" import -C "$office" --lang en "$in/mixed/ban-ghi"
shows 'too, and changes nothing' "$out" 'data/procedures.csv \(as it was\)'
hides 'nor lists anything' "$out" '→'
exits 0 'the same procedure as text' "$NIEMYET" import -C "$office" "$in/mixed/a.txt"
shows 'what it says differently is listed' "$out" '^data/procedures.csv: 1\.999001 kind: “LAW_DETAILED” → “LAW_NOT_DETAILED”$'
shows 'and counted' "$out" '^ +1    procedures\.kind$'
exits 0 'in English' "$NIEMYET" import -C "$office" --lang en "$in/deep/a.json"
shows 'the list stands in front of the table' "$out" 'methods.csv: 1\.999001: “'
hides 'without Vietnamese words of ours' "$out" 'trường|bản ghi|giữ nguyên'
exits 0 'what was imported is built' "$NIEMYET" build -C "$office" -o "$TEST_TMP/site"

exits 1 'a map, when it is named' "$NIEMYET" import -C "$office" --map papi "$in/deep/a.json"
exits 1 'JSON that is no record' "$NIEMYET" import -C "$office" "$in/other.json"
shows 'is for the maps' "$err" 'I030'
exits 1 'a record and a table' "$NIEMYET" import -C "$office" "$in/deep/a.json" "$in/2020.csv"
shows 'are refused' "$err" 'I041'
exits 1 'a record and other JSON' "$NIEMYET" import -C "$office" "$in/deep/a.json" "$in/other.json"
shows 'too' "$err" 'I041'
exits 1 'one of several is damaged' "$NIEMYET" import -C "$office" "$in/broken.json" "$in/deep/a.json"
shows 'it is named with its line' "$err" 'broken\.json:2: .*\[I037\]'
shows 'and the others are imported' "$out" '1  bản ghi đã nhập'
exits 1 'the damaged one alone' "$NIEMYET" import -C "$office" "$in/broken.json"
shows 'likewise' "$err" 'broken\.json:2:.*\[I037\]'
exits 1 'a folder without records' "$NIEMYET" import -C "$office" "$office/pages"
shows 'says what it wants' "$err" '\.txt, \.json'

# Cleaning can be switched off, the report is JSON when asked, what is gone is told.
mkdir "$in/odd"
sed "s/Thủ tục thử nghiệm/Thủ$(printf '\302\240')tục thử$(printf '\302\255') nghiệm/; s/^Từ khóa:.*/Từ khóa: Không có thông tin/" \
	"$in/mixed/a.txt" >"$in/odd/a.txt"
exits 0 'cleaning is counted' "$NIEMYET" import -C "$office" --lang en --dry-run "$in/odd"
shows 'step by step' "$out" '^ +1  odd spaces, made plain \(spaces\)$'
shows 'by the names of --keep' "$out" '^ +1  invisible characters, taken off \(invisible\)$'
exits 0 'a step is left out' "$NIEMYET" import -C "$office" --lang en --keep spaces --keep no-information "$in/odd"
hides 'and not counted' "$out" 'odd spaces'
shows 'others are' "$out" 'invisible characters'
shows 'what says nothing stays too' "$office/data/procedures.csv" 'Không có thông tin'
sed "s/Thủ tục thử nghiệm/Thủ tục $(printf '\357\202\267') thử nghiệm/" "$in/mixed/a.txt" >"$in/odd/a.txt"
cp "$office/data/procedures.csv" "$TEST_TMP/before"
exits 1 'what data cannot have' "$NIEMYET" import -C "$office" --lang en --keep bullets "$in/odd"
shows 'is refused with its line' "$err" 'odd/a\.txt:[0-9]+: error: .*U\+F0B7.*\[D030\]'
check 'and not written' cmp -s "$office/data/procedures.csv" "$TEST_TMP/before"

exits 0 'a report as JSON' "$NIEMYET" import -C "$office" --format json "$in/deep/a.json"
cp "$out" "$TEST_TMP/report.json"
check 'is one object' python3 -c '
import json, sys
r = json.load(open(sys.argv[1]))
assert r["counts"]["records"] == 1 and r["fields"]["code"] == {"parsed": 1, "text": 0, "empty": 0}, r
assert r["origins"] == [{"row": "code 1.999001", "end": "changed", "file": sys.argv[2]}], r["origins"]
assert any("kind" in line for line in r["replaced"]), r["replaced"]
assert {t["table"]: t for t in r["tables"]}["procedures"]["replaced"]["kind"] == 1, r["tables"]
' "$TEST_TMP/report.json" "$in/deep/a.json"
exits 0 'the same again' "$NIEMYET" import -C "$office" --format json "$in/deep/a.json"
shows 'is unchanged' "$out" '"end": "unchanged"'
exits 0 'records that are all there is' "$NIEMYET" import -C "$office" --lang en --complete "$in/deep/a.json"
shows 'tell of those that are gone' "$err" '^data/procedures\.csv:[0-9]+: warning: the procedure .* is in no source any more: .*\[I072\]'
shows 'count them' "$out" 'procedures that are in no source \(I072\)'
hides 'but not of those that are there' "$err" 'procedure 1\.999001 is in no source'

done_testing
