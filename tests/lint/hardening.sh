#!/bin/sh
# SPDX-License-Identifier: MIT
# The program as it is given to an office: what is overrun stops it, nothing of it is both written and
# run, it calls nothing that cannot be used safely, and it loads libraries of the system only.
. tests/tap.sh

[ "$V" = release ] || skip_all "V=$V is not given to anybody"
program=$BUILD/niemyet
readelf -hldW "$program" >"$TEST_TMP/elf" 2>"$TEST_TMP/err" || skip_all 'no ELF program here'
nm -D "$program" | sed 's/@.*//' >"$TEST_TMP/names"

shows 'it lies at another address each time' "$TEST_TMP/elf" 'Type: *DYN'
shows 'its tables are read-only once it runs' "$TEST_TMP/elf" 'GNU_RELRO'
shows 'all calls of libraries are bound before it runs' "$TEST_TMP/elf" 'BIND_NOW'
hides 'no part is written and run' "$TEST_TMP/elf" 'GNU_STACK.* RWE|LOAD.* RWE|TEXTREL'
hides 'no path of libraries' "$TEST_TMP/elf" '\((RPATH|RUNPATH)\)'
shows 'an overrun frame is noticed' "$TEST_TMP/names" 'U __stack_chk_fail$'
shows 'an overrun block is noticed' "$TEST_TMP/names" 'U __(memcpy|snprintf|vsnprintf)_chk$'
hides 'nothing without a limit, no shell' "$TEST_TMP/names" \
	'U (gets|strcpy|strcat|sprintf|vsprintf|stpcpy|system|popen|mktemp|tmpnam|tempnam|alloca|strtok)$'

done_testing
