#!/bin/sh
# SPDX-License-Identifier: MIT
# Help, usage and mistakes on the command line.
. tests/tap.sh
out=$TEST_TMP/out err=$TEST_TMP/err

exits 0 'niemyet --help' "$NIEMYET" --help
shows 'help names build' "$out" '^  build '
empty 'help goes to standard output only' "$(cat "$err")"
exits 0 'niemyet --version' "$NIEMYET" --version
is 'the version is the one of the source' "$(cat "$out")" \
	"niemyet $(sed -n 's/.*NIEMYET_VERSION "\(.*\)"/\1/p' src/base/base.h)"

exits 2 'no command at all' "$NIEMYET"
empty 'then nothing on standard output' "$(cat "$out")"
exits 2 'an unknown command' "$NIEMYET" biuld
shows 'gets the nearest guess' "$err" 'build'
is 'a mistake is told in two lines' "$(wc -l <"$err")" 2

for command in $("$NIEMYET" --help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do
	exits 0 "$command --help" "$NIEMYET" "$command" --help
	for option in '-C DIR' '--date DAY' '--lang LANG' '-h, --help'; do
		shows "$command has $option" "$out" "^  $option"
	done
	exits 0 "$command --help in English" "$NIEMYET" "$command" --lang en --help
	hides 'no Vietnamese in it' "$out" 'ngày|thư mục|tùy chọn'
	exits 2 "$command --dat" "$NIEMYET" "$command" --dat=2026-01-01
	shows 'nearest option' "$err" '--date'
	is "$command: a wrong option is told in two lines" "$(wc -l <"$err")" 2
	exits 2 "$command -Z" "$NIEMYET" "$command" -Z
	exits 2 "$command --date yesterday" "$NIEMYET" "$command" --date yesterday
	exits 2 "$command --date 2026-02-30" "$NIEMYET" "$command" --date 2026-02-30
	exits 2 "$command --lang fr" "$NIEMYET" "$command" --lang fr
	exits 2 "$command --date without a value" "$NIEMYET" "$command" --date
	exits 2 "$command --help=x" "$NIEMYET" "$command" --help=x
done

for jobs in 0 -1 x 99999999999; do
	exits 2 "build -j $jobs" "$NIEMYET" build -j "$jobs"
done
exits 2 'build takes no operands' "$NIEMYET" build here
exits 2 'import wants files' "$NIEMYET" import
exits 2 'check --format html' "$NIEMYET" check --format html
exits 2 'check -W high' "$NIEMYET" check -W high

# shellcheck disable=SC2016
exits 3 'standard output that cannot be written is noticed' sh -c '"$NIEMYET" --help >/dev/full'

done_testing
