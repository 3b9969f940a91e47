#!/bin/sh
# SPDX-License-Identifier: MIT
# Exit statuses of real work: 0 done, 1 the input has errors, 3 the machine failed.
. tests/tap.sh
. tests/office.sh
out=$TEST_TMP/out err=$TEST_TMP/err

small "$TEST_TMP/office"
exits 0 'build of a good office' "$NIEMYET" build -C "$TEST_TMP/office"
check 'is where it is said to be' test -f "$TEST_TMP/office/site/index.html"
check 'is whole' whole "$TEST_TMP/office/site"
shows 'says how many files and bytes' "$out" '[0-9]+ tệp, [0-9]+ byte'
exits 0 'in English' "$NIEMYET" build -C "$TEST_TMP/office" --lang en
shows 'says it in English' "$out" '[0-9]+ files, [0-9]+ bytes'
exits 0 'options may stand before the command' "$NIEMYET" -C "$TEST_TMP/office" --lang en build
exits 0 'and joined to their value' "$NIEMYET" build "-C$TEST_TMP/office" --lang=en -j2

exits 1 'no office here' "$NIEMYET" build -C "$TEST_TMP/nowhere"
shows 'the message has an id' "$err" '\[[A-Z][0-9]{3}\]'
check 'and no folder appears' test ! -e "$TEST_TMP/nowhere"

printf 'code,name,colour\nx,X,red\n' >"$TEST_TMP/office/data/fields.csv"
exits 1 'an unknown column' "$NIEMYET" build -C "$TEST_TMP/office"
shows 'file, line, message, id' "$err" '^data/fields\.csv:1:[0-9:]* lỗi: .*colour.* \[D[0-9]{3}\]$'
exits 1 'in English' "$NIEMYET" build -C "$TEST_TMP/office" --lang en
shows 'the same in English' "$err" '^data/fields\.csv:1:[0-9:]* error: .*colour.* \[D[0-9]{3}\]$'

small "$TEST_TMP/locked"
"$NIEMYET" build -C "$TEST_TMP/locked" >/dev/null 2>&1
lock=$(find "$TEST_TMP/locked/.niemyet" -name '*lock*' | head -n 1)
exits 3 'another niemyet is at work' flock "$lock" "$NIEMYET" build -C "$TEST_TMP/locked"
shows 'it says so' "$err" '\[P005\]'

small "$TEST_TMP/full"
exits 3 'the target cannot be written' "$NIEMYET" build -C "$TEST_TMP/full" -o /proc/niemyet/site
shows 'it names the path' "$err" '/proc/niemyet.*\[P002\]'

# A rule of posting broken never stops a build, but --strict does.
small "$TEST_TMP/strict"
sed -i '/^1.000894/d' "$TEST_TMP/strict/data/components.csv"
"$NIEMYET" check -C "$TEST_TMP/strict" --format json >"$TEST_TMP/findings" 2>/dev/null
if grep -q '"level":"error"' "$TEST_TMP/findings"; then
	exits 0 'a posting error does not stop a build' "$NIEMYET" build -C "$TEST_TMP/strict"
	exits 1 'it does under --strict' "$NIEMYET" build -C "$TEST_TMP/strict" --strict
	exits 1 'and check says 1' "$NIEMYET" check -C "$TEST_TMP/strict"
fi
check 'check --format json gives one object a line' sh -c \
	"python3 -c 'import json,sys; [json.loads(l) for l in sys.stdin]' <'$TEST_TMP/findings'"

done_testing
