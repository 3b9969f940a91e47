#!/bin/sh
# SPDX-License-Identifier: MIT
# Each rule that a screen must keep has a test whose name begins with its number; a rule that only should
# be kept has one too, or a reason in docs/why.md. The numbers are explained in docs/kiosk.md.
. tests/tap.sh
must='D1 D2 D3 T1 T2 T3 T4 T5 T6 T7 T8 R1 R2 R3 R4 R5 R6 R7 R9 H1 H2 H3 L1 L2 L3 L4 L5 L6 V1 V2 V3 V4 V5
	W1 W2 W3 W4 W5 W7 O1 O2 O3 O4 O5 O7 Q1 Q2 Q3 Q4 Q5 PR1 PR2 PR3 A1 A3 A4'
should='R8 L7 V6 W6 W8 O6 A2'

# "test('R1, R2: ...", "rule('R1', ...", "check 'O2 ...": the numbers at the front of a test's name.
names=$TEST_TMP/names
cat tests/browser/*.mjs tests/keyboard/*.mjs tests/cli/* 2>/dev/null |
	grep -oE "(test|rule|check|is|exits [01])[( ]+['\`\"](([A-Z]{1,2}[0-9]{1,2})[, :]*( and )?)+" |
	grep -oE '[A-Z]{1,2}[0-9]{1,2}' | sort -u >"$names"
missing() { for number in $1; do grep -qx "$number" "$names" || echo "$number"; done; }
empty 'every rule that must be kept has a test' "$(missing "$must")"
empty 'every rule that should be kept has a test or a reason' \
	"$(for number in $(missing "$should"); do grep -q "\b$number\b" docs/why.md || echo "$number"; done)"
is 'a number without a test is noticed' "$(missing 'R1 X9')" X9
done_testing
