#!/bin/sh
# SPDX-License-Identifier: MIT
# Pages of figures: their time grows with their number and not with its square, memory hardly at
# all, and no page grows beyond what a phone loads at once.
. tests/tap.sh
. tests/office.sh

case $V in asan | tsan) skip_all 'not under sanitizers' ;; esac
check 'the counting SQLite compiles' ${CC:-cc} -shared -fPIC -o "$TEST_TMP/steps.so" tests/cli/steps.c -ldl

build() { # AGENCIES: steps and kilobytes of a build
	figures "$1" 12 "$TEST_TMP/office-$1"
	"$NIEMYET" check -C "$TEST_TMP/office-$1" >/dev/null # loads it
	STEPS=$TEST_TMP/steps LD_PRELOAD=$TEST_TMP/steps.so /usr/bin/time -f %M -o "$TEST_TMP/memory" \
		"$NIEMYET" build -C "$TEST_TMP/office-$1" -o "$TEST_TMP/site-$1" -j 1 >/dev/null
	echo "$(cat "$TEST_TMP/steps") $(tail -n 1 "$TEST_TMP/memory")"
}

few=$(build 40)
many=$(build 160)
echo "40 agencies: $few (steps, kB); 160: $many" | tap_note
check 'steps were counted' test "${few% *}" -gt 10000
check 'four times the agencies take at most five times the steps' test "${many% *}" -le $((${few% *} * 5))
check 'and less than 24 MB more' test $((${many#* } - ${few#* })) -lt 24000
empty 'no page of 160 agencies is larger than 64 KB' "$(find "$TEST_TMP/site-160" -name '*.html' -size +64k)"
shows 'the start page of figures tells the furthest behind' "$TEST_TMP/site-160/thong-ke/index.html" 'Dưới đây là 20 cơ quan thấp nhất'

done_testing
