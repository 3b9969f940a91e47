#!/bin/sh
# SPDX-License-Identifier: MIT
# Time grows with the number of pages and not with its square; memory hardly at all. What is
# counted are the steps of SQLite, which do not depend on the machine or on what else it does.
. tests/tap.sh
. tests/office.sh

case $V in asan | tsan) skip_all 'not under sanitizers' ;; esac
check 'the counting SQLite compiles' ${CC:-cc} -shared -fPIC -o "$TEST_TMP/steps.so" tests/cli/steps.c -ldl

build() { # N: steps and kilobytes of a build of that many procedures
	grow "$1" "$TEST_TMP/office-$1"
	"$NIEMYET" check -C "$TEST_TMP/office-$1" >/dev/null # loads it
	STEPS=$TEST_TMP/steps LD_PRELOAD=$TEST_TMP/steps.so /usr/bin/time -f %M -o "$TEST_TMP/memory" \
		"$NIEMYET" build -C "$TEST_TMP/office-$1" -o "$TEST_TMP/site-$1" -j 1 >/dev/null
	echo "$(cat "$TEST_TMP/steps") $(tail -n 1 "$TEST_TMP/memory")"
}

few=$(build 300)
many=$(build 1200)
echo "300 procedures: $few (steps, kB); 1200: $many" | tap_note
check 'steps were counted' test "${few% *}" -gt 10000
check 'four times the procedures take at most five times the steps' test "${many% *}" -le $((${few% *} * 5))
check 'and less than 12 MB more' test $((${many#* } - ${few#* })) -lt 12000

done_testing
