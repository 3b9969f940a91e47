#!/bin/sh
# SPDX-License-Identifier: MIT
# What every file of the repository looks like.
. tests/tap.sh

if git rev-parse --git-dir >/dev/null 2>&1; then
	files=$(git ls-files -co --exclude-standard)
else
	files=$(find . \( -name build -o -name node_modules -o -name .niemyet -o -path ./site \) -prune -o -type f -print | sed 's,^\./,,')
fi
files=$(for f in $files; do [ ! -f "$f" ] || echo "$f"; done)
# Data, golden cases and seeds of fuzzing may be as odd as they need to be.
plain=$(printf '%s\n' "$files" | grep -Ev '^tests/(golden|broken|rules)/|^tests/(boards|fuzz)/.*\.(csv|md|txt|seed)$|/seeds?/|\.(png|woff2|ico)$|package-lock\.json$')

empty 'the first lines of source say the licence' "$(for f in $(printf '%s\n' "$plain" |
	grep -E '^(src|tests|templates|assets)/.*\.(c|h|def|pl|py|sh|mjs|js|css|sql)$|^tests/run$'); do
	head -n 3 "$f" | grep -q 'SPDX-License-Identifier: MIT' || echo "$f"
done)"

empty 'texts are UTF-8' "$(for f in $plain; do iconv -f UTF-8 -t UTF-8 "$f" >/dev/null 2>&1 || echo "$f"; done)"
empty 'texts are composed (NFC) and without hidden characters' "$(
	printf '%s\n' $plain | perl -CSD -MUnicode::Normalize -lne '
		open my $in, "<:encoding(UTF-8)", $_ or next; my $f = $_;
		while (my $line = <$in>) {
			print "$f:$.: not NFC" if NFC($line) ne $line;
			print "$f:$.: hidden character" if $line =~ /[\x{200B}\x{200E}\x{200F}\x{202A}-\x{202E}\x{FEFF}\x{00AD}]/;
		}')"
empty 'no trailing space, no carriage return' "$(grep -nE "[ 	]+\$|$(printf '\r')" $plain /dev/null | grep -v '^docs/.*\.md:' | head -20)"
empty 'files end with one line end' "$(for f in $plain; do
	[ ! -s "$f" ] || [ -z "$(tail -c 1 "$f")" ] || echo "$f: no line end"
	[ -n "$(tail -n 1 "$f")" ] || [ ! -s "$f" ] || echo "$f: empty line at the end"
done)"

c=$(printf '%s\n' "$files" | grep -E '^(src|tests)/.*\.[ch]$')
empty 'C is at most 100 columns wide, a tab counting 8' "$(for f in $c; do
	expand -t 8 "$f" | perl -CSD -ne 'print "'"$f"':$.: ", length($_) - 1, " columns\n" if length($_) > 101'
done)"
empty 'C is indented by tabs' "$(grep -nE '^ +(if|for|while|return|switch|case|else|do|break)\b|^ +\t' $c /dev/null | head)"
empty 'no file of C has more than 700 lines' "$(wc -l $c | awk '$2 != "total" && $1 > 700')"
empty 'no function has more than 90 lines' "$(awk '
	FNR == 1 { start = 0 }
	/^[A-Za-z_].*\(/ { head = $0 }
	/^\{/ { start = FNR; name = head }
	/^\}/ && start { if (FNR - start > 90) print FILENAME ":" start ": " FNR - start " lines: " name; start = 0 }' $c)"
empty 'no mark of unfinished work' "$(printf '%s\n' "$plain" | grep -E '^(src|templates|assets|tests|Makefile)' |
	xargs grep -nE '\b(TOD[O]|FIXM[E]|XX[X])\b')"

done_testing
