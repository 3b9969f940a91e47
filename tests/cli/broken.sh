#!/bin/sh
# SPDX-License-Identifier: MIT
# Every folder of tests/broken is a project that must fail: with status 1 and just the
# messages of its file `expected`. `command` names another command than check.
. tests/tap.sh

said() { # DIR COMMAND: what it prints, without the count at the end of check
	"$NIEMYET" -C "$1" $2 >"$TEST_TMP/said" 2>&1
	status=$?
	sed "s,$1,.,g; /^[0-9]* lỗi, [0-9]* cảnh báo/d" "$TEST_TMP/said"
	return $status
}

for case in tests/broken/*/; do
	name=$(basename "$case") dir=$TEST_TMP/$(basename "$case")
	cp -R "$case" "$dir"
	rm -f "$dir/expected" "$dir/command"
	command=check
	[ ! -f "$case/command" ] || command=$(cat "$case/command")
	status=0
	said "$dir" "$command" >"$TEST_TMP/got" || status=$?
	is "$name: status" "$status" 1
	check "$name: messages" diff -u "$case/expected" "$TEST_TMP/got"
	check "$name: nothing is posted" test ! -e "$dir/site"
done

done_testing
