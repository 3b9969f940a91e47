#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/niemyet.1 and the program's own help name the same commands and options.
. tests/tap.sh
page=docs/niemyet.1

mandoc -T lint -W warning "$page" >"$TEST_TMP/lint" 2>&1
empty 'mandoc is content' "$(grep -vE 'operating system|missing.*Mdocdate|STYLE' "$TEST_TMP/lint")"
mandoc -T ascii "$page" | sed 's/.\x08//g' >"$TEST_TMP/page"
for section in ENVIRONMENT FILES 'EXIT STATUS' EXAMPLES DIAGNOSTICS; do
	shows "section $section" "$TEST_TMP/page" "^$section"
done

# Options of one command in the manual: ".It Fl x" between its heading and the next.
in_manual() {
	awk -v want="$1" '
		/^\.(Ss|Sh) / { here = ($0 ~ "^\\.(Ss|Sh).*[ \"]" want "( |\"|$)") }
		here && /^\.It Fl / { for (i = 3; i <= NF; i++) if ($(i - 1) == "Fl") { sub(/^\\-/, "-", $i); sub(/[,=].*/, "", $i); print "-" $i } }' "$page" |
		sort -u
}
in_help() { "$NIEMYET" "$1" --help | grep -oE '^  (-[A-Za-z])?(, )?(--[a-z-]+)?' | grep -oE -- '--?[A-Za-z][a-z-]*' | sort -u; }

commands=$("$NIEMYET" --help | sed -n 's/^  \([a-z]*\) .*/\1/p')
check 'there are commands' test -n "$commands"
common=$(printf '%s\n' -C --date --lang --help -h | sort)
for command in $commands; do
	own=$(in_help "$command" | grep -vxF -e "$common")
	is "$command: the same options" "$(in_manual "$command")" "$own"
done
for option in $common; do
	shows "option $option" "$TEST_TMP/page" "^ *(-h, )?$option"
done
for status in 0 1 2 3; do
	check "exit status $status" sh -c "sed -n '/^EXIT STATUS/,/^[A-Z]/p' '$TEST_TMP/page' | grep -qw $status"
done
empty 'environment variables that the program reads are in the manual' "$(
	grep -rhoE 'getenv\("[A-Z_]+"' src | cut -d'"' -f2 | grep -v NIEMYET_FAULT | sort -u |
		while read -r name; do grep -q "$name" "$page" || echo "$name"; done)"

done_testing
