#!/bin/sh
# SPDX-License-Identifier: MIT
# No warnings under the flags of the Makefile, by gcc and by clang.
. tests/tap.sh

flags=$(make -s flags)
sources=$(find src tests/unit tests/fuzz -name '*.c' | sort)
for cc in gcc clang; do
	if ! command -v $cc >/dev/null; then
		tap_report 0 "$cc # SKIP $cc is not here"
		continue
	fi
	# shellcheck disable=SC2086
	empty "$cc is content" "$(printf '%s\n' $sources | xargs -P 2 -I FILE $cc $flags -Werror -c -o /dev/null FILE 2>&1)"
done

done_testing
