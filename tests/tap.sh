# SPDX-License-Identifier: MIT
# tap.sh - TAP for shell tests. A test says `. tests/tap.sh`, makes its checks, and ends
# with `done_testing`. Each check runs whatever the ones before it gave.
#
#   check NAME COMMAND...            status 0 is what we want; its output is shown when not
#   exits N NAME COMMAND...          that very status; output goes to $TEST_TMP/out and err
#   is NAME GOT WANTED               equal texts
#   empty NAME TEXT                  no findings: TEXT, shown when there is some
#   shows NAME FILE PATTERN          a line of FILE matches the extended expression
#   hides NAME FILE PATTERN          none does
#   skip_all REASON                  ends the test as skipped
set -u
tap_count=0
tap_failed=0

tap_report() { # STATUS NAME
	tap_count=$((tap_count + 1))
	if [ "$1" = 0 ]; then
		echo "ok $tap_count - $2"
	else
		tap_failed=$((tap_failed + 1))
		echo "not ok $tap_count - $2"
	fi
}

# Diagnostics go to standard error, which prove shows: only when something is wrong.
tap_note() { cut -c1-400 | sed 's/^/# /' | head -n "${1:-40}" >&2; }

check() {
	tap_name=$1
	shift
	if "$@" >"$TEST_TMP/check.log" 2>&1; then
		tap_report 0 "$tap_name"
	else
		tap_report 1 "$tap_name"
		{ echo "$tap_name: status not 0: $*"; cat "$TEST_TMP/check.log"; } | tap_note
	fi
}

exits() {
	tap_want=$1 tap_name=$2
	shift 2
	tap_got=0
	"$@" >"$TEST_TMP/out" 2>"$TEST_TMP/err" || tap_got=$?
	if [ "$tap_got" = "$tap_want" ]; then
		tap_report 0 "$tap_name"
	else
		tap_report 1 "$tap_name"
		{ echo "$tap_name: status $tap_got, wanted $tap_want: $*"; cat "$TEST_TMP/err"; } | tap_note
	fi
}

is() {
	if [ "$2" = "$3" ]; then
		tap_report 0 "$1"
	else
		tap_report 1 "$1"
		printf '%s\n     got: %s\n  wanted: %s\n' "$1" "$2" "$3" | tap_note
	fi
}

empty() {
	if [ -z "$2" ]; then
		tap_report 0 "$1"
	else
		tap_report 1 "$1"
		printf '%s:\n%s\n' "$1" "$2" | tap_note
	fi
}

shows() {
	if grep -Eq -- "$3" "$2"; then
		tap_report 0 "$1"
	else
		tap_report 1 "$1"
		{ echo "$1: no line of $2 matches $3"; cat "$2"; } | tap_note
	fi
}

hides() {
	if [ -f "$2" ] && ! grep -Eq -- "$3" "$2"; then
		tap_report 0 "$1"
	else
		tap_report 1 "$1"
		{ echo "$1: $2 is not there, or a line matches $3"; grep -En -- "$3" "$2"; } 2>&1 | tap_note
	fi
}

skip_all() {
	echo "1..0 # SKIP $*"
	exit 0
}

done_testing() {
	echo "1..$tap_count"
	[ "$tap_failed" = 0 ]
	exit
}
