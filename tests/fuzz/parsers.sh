#!/bin/sh
# SPDX-License-Identifier: MIT
# Every tests/fuzz/NAME_fuzz.c with its seeds (seeds/NAME) and some hundred changes of them,
# the same each time, under the address and undefined behaviour sanitizers.
. tests/tap.sh

case $V in
asan) build=$BUILD ;;
tsan) skip_all 'runs in the other variants' ;;
*) build=$BUILD/fuzz ;;
esac
names=$(cd tests/fuzz && ls *_fuzz.c | sed 's/_fuzz\.c$//')
targets=$(for name in $names; do echo "$build/fuzz/$name"; done)
# shellcheck disable=SC2086
make --no-print-directory V=asan BUILD="$build" $targets >"$TEST_TMP/make.log" 2>&1 ||
	{ cat "$TEST_TMP/make.log" >&2; echo 'Bail out! the fuzz entries do not build'; exit 1; }

rounds() {
	case $1 in
	load) echo 40 ;;
	md | tmpl | rule) echo 800 ;;
	*) echo 2500 ;;
	esac
}

for name in $names; do
	case $name in
	md) set -- tests/fuzz/seeds/md/* tests/golden/md/*.in ;;
	coding | xlsx) set -- tests/golden/"$name"/*.in ;;
	*) set -- tests/fuzz/seeds/"$name"/* ;;
	esac
	check "$name: $# seeds and $(rounds "$name") changes of them" \
		timeout 120 "$build/fuzz/$name" "$(rounds "$name")" "$@"
done

done_testing
