#!/bin/sh
# SPDX-License-Identifier: MIT
# Every query of the theme that makes a list says its order, and the order does not end in a
# column that rows share. tests/cli/row-order.sh looks at the built pages for the same.
. tests/tap.sh

cat >"$TEST_TMP/order.pl" <<'END'
use strict; use warnings;
# Columns that many rows share: an order may not end in one of them.
my $shared = qr/^(?:\w+\.)?(?:name|level|kind|channel|amount|amount_vnd|signed|issued|valid_to|posted_from|data_date|field_code|agency_code)\b/;
for my $file (@ARGV) {
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	my $text = do { local $/; <$in> };
	my @parts = split /^--\s*name:\s*(\S+)[^\n]*\n/m, $text;
	shift @parts;
	while (my ($name, $body) = splice @parts, 0, 2) {
		my $marked = $body =~ /--\s*one row/;
		$body =~ s/--[^\n]*//g;
		(my $code = $body) =~ s/'(?:[^']|'')*'/''/g;
		1 while $code =~ s/\([^()]*\)/ [] /g; # what stands in brackets has an order of its own
		my $one = $marked || $code =~ /\bLIMIT\s+1\b/i || $code !~ /\bFROM\b/i
			|| $code =~ /\b(?:key|code|path|no)\s*=\s*(?:''|:)/ && $code !~ /\bJOIN\b|\bFROM[^;]*,[^;]*\bWHERE\b/i
			|| $code =~ /\b(?:count|sum|min|max|num|date_vi) \[\]/ && $body =~ /\b(?:count|sum|min|max)\(/i && $code !~ /\bGROUP\b/i;
		if ($code =~ /\bORDER\s+BY\b(.*)/is) {
			(my $terms = $1) =~ s/\bLIMIT\b.*|;.*//is;
			my $last = (split /,/, $terms)[-1] =~ s/^\s+|\s+$//gr;
			print "$file: $name: the order ends in \"$last\", which is not unique\n" if $last =~ $shared && !$one && $code !~ /\bGROUP\s+BY\s+\Q$last\E\b/i;
		} elsif (!$one) {
			print "$file: $name: no ORDER BY (if it gives one row, say so: \"-- one row\")\n";
		}
	}
}
END
sql=$(find templates content tests/boards -path '*templates*' -name '*.sql' | sort)
# shellcheck disable=SC2086
empty 'lists have an order that is unique' "$(perl "$TEST_TMP/order.pl" $sql)"

printf -- '-- name: a\nSELECT x FROM y;\n-- name: b\nSELECT x FROM y ORDER BY name;\n' >"$TEST_TMP/planted.sql"
is 'planted queries are found' "$(perl "$TEST_TMP/order.pl" "$TEST_TMP/planted.sql" | wc -l)" 2

done_testing
