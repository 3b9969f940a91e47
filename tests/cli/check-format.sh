#!/bin/sh
# SPDX-License-Identifier: MIT
# niemyet check as a tool: groups, examples, levels, formats, waivers; nothing is written to
# the site.
. tests/tap.sh
. tests/office.sh
office=$TEST_TMP/office out=$TEST_TMP/out

# A clean office with seven procedures more, which lack what the first one has.
clean 0 "$office"
awk 'BEGIN { for (i = 2; i <= 8; i++) printf "1.00000%d,1,Thủ tục số %d,LAW_DETAILED,XA,ho-tich\n", i, i }' >"$TEST_TMP/rows"
head -n 1 "$office/data/procedures.csv" | awk -F, '{ print NF }' >"$TEST_TMP/columns"
while read -r row; do
	awk -v row="$row" -v n="$(cat "$TEST_TMP/columns")" 'BEGIN { for (i = 7; i <= n; i++) row = row ","; print row }'
done <"$TEST_TMP/rows" >>"$office/data/procedures.csv"
run() { "$NIEMYET" check -C "$office" --lang en "$@" >"$TEST_TMP/run" 2>&1 || :; }

exits 1 'errors make the status 1' "$NIEMYET" check -C "$office" --lang en
cp "$out" "$TEST_TMP/text"
check 'nothing is written to the site' test ! -e "$office/site"
shows 'a group has its number' "$TEST_TMP/text" '^NY003: 7 errors$'
is 'and five examples' "$(grep -c '\[NY003\]$' "$TEST_TMP/text")" 5
shows 'and says how many more there are' "$TEST_TMP/text" '^    \.\.\. and 2 more: niemyet check --rule NY003$'
is 'the cure of a group is told once' "$(grep -c 'into column steps_md' "$TEST_TMP/text")" 1
is 'errors come before warnings, what is frequent first' \
	"$(grep -E '^NY[0-9a-z]+: ' "$TEST_TMP/text" | awk 'BEGIN { last = -1 } { rank = /error/ ? 0 : /warning/ ? 1 : 2; if (rank < last || (rank == last && $2 > n)) print; last = rank; n = $2 }')" ''
run --rule NY003
is '--rule shows all' "$(grep -c '\[NY003\]$' "$TEST_TMP/run")" 7
run -W all
is '-W all shows all' "$(grep -c '\[NY003\]$' "$TEST_TMP/run")" 7

# What every procedure lacks is one task, told once; what all but one lack is not.
office=$TEST_TMP/bare
clean 7 "$office"
sed -i 's/,PROVINCE,/,,/' "$office/data/procedures.csv"
run --data
shows 'what every procedure lacks is told so' "$TEST_TMP/run" '^NY015: 8 warnings, every procedure$'
is 'with one example' "$(grep -c '\[NY015\]$' "$TEST_TMP/run")" 1
shows 'and as one task' "$TEST_TMP/run" '^    one task for all: '
shows 'the others are counted' "$TEST_TMP/run" '^    \.\.\. and 7 more: niemyet check --rule NY015$'
run --data --rule NY015
is '--rule shows all the same' "$(grep -c '\[NY015\]$' "$TEST_TMP/run")" 8
sed -i '3s/,,Mẫu/,UNIT,Mẫu/' "$office/data/procedures.csv"
run --data
shows 'all but one' "$TEST_TMP/run" '^NY015: 7 warnings$'
hides 'is no single task' "$TEST_TMP/run" 'one task'
office=$TEST_TMP/office

run --format json
check 'json is one object a line' python3 -c 'import json,sys; [json.loads(l) for l in open(sys.argv[1])]' "$TEST_TMP/run"
is 'and has all' "$(grep -c '"id":"NY003"' "$TEST_TMP/run")" 7
shows 'with the object of each' "$TEST_TMP/run" '"id":"NY003".*"object":"1\.000002"'
run --format sarif
check 'sarif is what its version requires' python3 tests/cli/sarif.py <"$TEST_TMP/run"
python3 tests/cli/sarif.py <"$TEST_TMP/run" >"$TEST_TMP/sarif"
is 'and has all' "$(grep -c '^error NY003 data/procedures.csv:[3-9] counts' "$TEST_TMP/sarif")" 7
sed -i '2i\
1.000009,1,Thủ tục số 9,LAW_DETAILED,XA,ho-tich'"$(awk -v n="$(cat "$TEST_TMP/columns")" 'BEGIN { for (i = 7; i <= n; i++) printf "," }')" "$office/data/procedures.csv"
run --format sarif
python3 tests/cli/sarif.py <"$TEST_TMP/run" | awk '{ print $NF }' >"$TEST_TMP/moved"
empty 'fingerprints stay while lines move' "$(awk '{ print $NF }' "$TEST_TMP/sarif" | grep -vxF -f "$TEST_TMP/moved")"
sed -i 2d "$office/data/procedures.csv"

# Pages are looked at, unless the data only is asked for; a theme that is broken is told of,
# with what the data rules have found.
mkdir -p "$office/templates/layouts"
sed 's,<body,<img src="https://x.example/a.png"><body,' templates/layouts/web.html >"$office/templates/layouts/web.html"
run
shows 'pages are looked at' "$TEST_TMP/run" 'https://x\.example/a\.png.*\[NY099\]$'
run --data
hides 'not with --data' "$TEST_TMP/run" 'NY099|NY068'
shows 'which finds the rest' "$TEST_TMP/run" '^NY003: 7 errors$'
exits 1 'a build refuses under --strict' "$NIEMYET" build -C "$office" --lang en --strict
shows 'for the pages too' "$TEST_TMP/err" '\[NY099\]$'
check 'and posts nothing' test ! -e "$office/site"
exits 0 'it builds without' "$NIEMYET" build -C "$office" --lang en
built=$(sed -n 's/.*posting rules: //p' "$out")
run
is 'build and check count the same' "$built" "$(grep -E '^[0-9]+ errors, ' "$TEST_TMP/run")"
for jobs in 1 7; do "$NIEMYET" check -C "$office" -W all -j $jobs >"$TEST_TMP/j$jobs" 2>&1; done
check 'the findings do not depend on the number of workers' cmp "$TEST_TMP/j1" "$TEST_TMP/j7"
echo '{{nix}}' >"$office/templates/layouts/web.html"
exits 1 'a broken theme' "$NIEMYET" check -C "$office" --lang en
shows 'is told of' "$out" '^templates/layouts/web\.html:1:1: error: .*nix.*\[T[0-9]+\]$'
shows 'with what the data lack' "$out" '^NY003: 7 errors$'
rm -r "$office/templates" "$office/site"

# Waivers: by code, by path, for all; over; of no rule; of nothing.
waive() { printf 'rule,object,reason,decided_by,valid_to\n' >"$office/data/waivers.csv"; printf '%s\n' "$@" >>"$office/data/waivers.csv"; }
waive 'NY003,1.000002,Chờ quyết định công bố,Giám đốc,2027-01-01'
run
shows 'one is set aside' "$TEST_TMP/run" '^NY003: 6 errors$'
shows 'and counted apart' "$TEST_TMP/run" '^1 waived \(data/waivers\.csv\)$'
hides 'and not shown' "$TEST_TMP/run" '1\.000002.*\[NY003\]'
run --format json
shows 'json says why' "$TEST_TMP/run" '"id":"NY003".*"waived":"Chờ quyết định công bố \(Giám đốc, 2027-01-01\)"'
run --format sarif
is 'sarif has it suppressed' "$(python3 tests/cli/sarif.py <"$TEST_TMP/run" | grep -c ' NY003 .* suppressed ')" 1
rules=$(grep -oE '^NY[0-9a-z]+: [0-9]+ errors?' "$TEST_TMP/text" | cut -d: -f1)
# shellcheck disable=SC2086
waive $(for rule in $rules; do echo "$rule,*,Chờ,GĐ,2027-01-01"; done)
exits 0 'when all errors are set aside the status is 0' "$NIEMYET" check -C "$office" --lang en
exits 1 'warnings still count under -W warning' "$NIEMYET" check -C "$office" -W all,warning
exits 0 'and a strict build goes through' "$NIEMYET" build -C "$office" --strict
waive 'NY003,*,Chờ,Giám đốc,2026-11-21'
run --date 2026-11-20
shows 'a waiver holds until the day before' "$TEST_TMP/run" '^7 waived'
run --date 2026-11-21
shows 'on its day it is an error' "$TEST_TMP/run" '^data/waivers\.csv:2: error: .*NY003.*\[R050\]$'
shows 'and the findings are back' "$TEST_TMP/run" '^NY003: 7 errors$'
waive 'NY999,*,Chờ,Giám đốc,2027-01-01' 'NY003,1.000001,Chờ,Giám đốc,2027-01-01' 'NY060,x.html,Chờ,Giám đốc,2027-01-01'
run
shows 'a rule that there is not' "$TEST_TMP/run" '^data/waivers\.csv:2: warning: .*NY999.*\[R051\]$'
shows 'nothing to set aside' "$TEST_TMP/run" '^data/waivers\.csv:3: warning: .*1\.000001.*\[R052\]$'
run --data
hides 'of a rule that was not run nothing is said' "$TEST_TMP/run" 'NY060'
waive 'NY003,1.000002,,Giám đốc,2027-01-01'
exits 1 'a waiver without a reason is refused' "$NIEMYET" check -C "$office"

exits 2 'an unknown level' "$NIEMYET" check -C "$office" -W loud
exits 2 'an unknown format' "$NIEMYET" check -C "$office" --format xml

done_testing
