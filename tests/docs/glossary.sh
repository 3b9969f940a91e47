#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/glossary.md has a line for every table of the schema.
. tests/tap.sh

empty 'every table has its Vietnamese word' "$(sed -n 's/^CREATE TABLE \([a-z_]*\).*/\1/p' src/board/schema.sql | while read -r table; do
	grep -qE "^\|[^|]+\|[^|]+\|.*\`$table\`" docs/glossary.md || echo "$table"
done)"
empty 'every name in the glossary is in the schema' "$(grep -E '^\| [^-]' docs/glossary.md | grep -oE '`[a-z_]+(\.[a-z_0-9]+)?`' | tr -d '`' | sort -u |
	while IFS=. read -r table column; do
		sed -n "/^CREATE TABLE $table /,/^);/p" src/board/schema.sql | grep -qw "${column:-$table}" || echo "$table${column:+.$column}"
	done)"

done_testing
