#!/bin/sh
# SPDX-License-Identifier: MIT
# What docs/rules-measured.md says of the posting rules over the national catalogue is what they
# find: every line of its first two tables.
. tests/tap.sh

[ -d "$NIEMYET_DATA/tthc-txt" ] && [ -d "$NIEMYET_DATA/tthc-json" ] || skip_all 'no catalogue here (NIEMYET_DATA)'

python3 tests/rules/lib/measure.py >"$TEST_TMP/tables"
is 'both tables are there' "$(grep -c '^| NY071 \|^| no level ' "$TEST_TMP/tables")" 2
empty 'each line is as the manual has it' "$(grep '^|' "$TEST_TMP/tables" | while read -r line; do
	grep -qxF "$line" docs/rules-measured.md || echo "$line"
done)"
empty 'the manual has no other rule' "$(sed '/^## Known/,$d; /^| NY/!d' docs/rules-measured.md | grep -vxF -f "$TEST_TMP/tables")"
python3 tests/rules/lib/measure.py NY005b >"$TEST_TMP/sample"
is 'a sample has twenty findings' "$(grep -c '^NY005b tthc-' "$TEST_TMP/sample")" 20

done_testing
