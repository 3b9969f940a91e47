#!/bin/sh
# SPDX-License-Identifier: MIT
# No page depends on an order that no query asked for: with SQLite told to reverse all rows
# that are not ordered, the site is the same.
. tests/tap.sh
. tests/office.sh

case $V in asan | tsan) skip_all 'not under sanitizers' ;; esac
shim=$TEST_TMP/reverse.so
check 'the reversing SQLite compiles' ${CC:-cc} -shared -fPIC -o "$shim" tests/cli/reverse.c -ldl
demonstration "$TEST_TMP/office"
check 'a build' "$NIEMYET" build -C "$TEST_TMP/office" -o "$TEST_TMP/plain" -j 1
rm -rf "$TEST_TMP/office/.niemyet"
check 'a build, reversed' env LD_PRELOAD="$shim" \
	"$NIEMYET" build -C "$TEST_TMP/office" -o "$TEST_TMP/reversed" -j 1
check 'SQLite was really reversed' sh -c "printf '%s\n' 'create table t(x);' | sqlite3 '$TEST_TMP/t.db' &&
	LD_PRELOAD=$shim sqlite3 '$TEST_TMP/t.db' 'insert into t values (1), (2); select x from t' | tr -d '\n' | grep -qx 21"
empty 'no page differs' "$(diff "$TEST_TMP/plain/$manifest" "$TEST_TMP/reversed/$manifest" | sed -n 's/^< [0-9a-f]*  //p')"

done_testing
