#!/bin/sh
# SPDX-License-Identifier: MIT
# Comparing the board with the ledger, and a build with a ledger, take time that grows with the
# number of procedures and not with its square. Counted in steps of SQLite, as in growth.sh.
. tests/tap.sh
. tests/office.sh

case $V in asan | tsan) skip_all 'not under sanitizers' ;; esac
check 'the counting SQLite compiles' ${CC:-cc} -shared -fPIC -o "$TEST_TMP/steps.so" tests/cli/steps.c -ldl
steps() { # COMMAND...
	STEPS=$TEST_TMP/steps LD_PRELOAD=$TEST_TMP/steps.so "$@" >/dev/null
	cat "$TEST_TMP/steps"
}
measure() { # N: steps of comparing, and of building
	here=$TEST_TMP/office-$1
	clean "$1" "$here"
	"$NIEMYET" -C "$here" publish "$here/site" --yes >/dev/null
	sed -i '2,$s/30000/40000/' "$here/data/fees.csv"
	SOURCE_DATE_EPOCH=1795305600 "$NIEMYET" -C "$here" publish "$here/site" --yes >/dev/null
	echo "$(steps "$NIEMYET" -C "$here" verify) $(steps "$NIEMYET" -C "$here" build -o "$here/built" -j 1)"
}
few=$(measure 250)
many=$(measure 1000)
echo "250 procedures: $few (steps of verify, of build); 1000: $many" | tap_note
check 'all were published, a few lines a page or many' test "$(wc -l <"$TEST_TMP/office-250/ledger.csv") $(wc -l <"$TEST_TMP/office-1000/ledger.csv")" = '503 2003'
check 'steps were counted' test "${few% *}" -gt 10000
check 'four times the procedures take at most five times the steps to compare' test "${many% *}" -le $((${few% *} * 5))
check 'and to build' test "${many#* }" -le $((${few#* } * 5))

done_testing
