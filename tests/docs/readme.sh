#!/bin/sh
# SPDX-License-Identifier: MIT
# The commands of README.md work as they stand there: those of make exist, those of niemyet
# are run, one after another, in a copy of the demonstration office.
. tests/tap.sh
. tests/office.sh

# Lines of fenced blocks; a comment at the end of a line is for the reader.
awk '/^```/ { inside = !inside; next } inside' README.md | sed 's/^\$ //; s/  *#.*//' >"$TEST_TMP/commands"
shows 'make site is there' "$TEST_TMP/commands" '^make site$'
shows 'make test is there' "$TEST_TMP/commands" '^make test$'
demonstration "$TEST_TMP/office"
mkdir "$TEST_TMP/bin"
ln -s "$NIEMYET" "$TEST_TMP/bin/niemyet"

while read -r line; do
	case $line in
	'make '*)
		# shellcheck disable=SC2086
		check "$line" make -n ${line#make }
		;;
	'niemyet '* | 'build/'*'/niemyet '*)
		command=$(printf '%s\n' "$line" | sed 's,^build/[a-z]*/,,; s/ content\b/ ./')
		check "$line" sh -c "cd '$TEST_TMP/office' && PATH=$TEST_TMP/bin:\$PATH && $command"
		;;
	esac
done <"$TEST_TMP/commands"

done_testing
