#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/source-tour.md names every module, and nothing that is not there.
. tests/tap.sh
tour=docs/source-tour.md

empty 'every module is in the tour' "$(find src -mindepth 2 -name '*.c' | sed 's,^src/,,; s,\.c$,,' | sort | while read -r module; do
	grep -qE "\`$module(\.[ch])?\`" "$tour" || echo "$module"
done)"
empty 'every file in the tour is there' "$(grep -oE '`[a-z0-9_]+/[A-Za-z0-9_./-]*`' "$tour" | tr -d '`' | sort -u | while read -r name; do
	for found in "$name" "src/$name" "src/$name.c" "src/$name.h"; do
		[ ! -e "$found" ] || continue 2
	done
	echo "$name"
done)"

done_testing
