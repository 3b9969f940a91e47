#!/bin/sh
# SPDX-License-Identifier: MIT
# Every query of the theme that makes a list says its order, and the order ends in something
# unique; no query sees more than it asks for.
. tests/tap.sh

cat >"$TEST_TMP/order.pl" <<'END'
use strict; use warnings;
# Columns that are unique in what the views give, or within the rows of one procedure.
my $unique = qr/\b(?:rowid|path|url|position|code|code_national|slug|day|key|id|no|number|ref|address|file|lang)\b/;
for my $file (@ARGV) {
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	my $text = do { local $/; <$in> };
	my @parts = split /^--\s*name:\s*(\S+)[^\n]*\n/m, $text;
	shift @parts;
	while (my ($name, $body) = splice @parts, 0, 2) {
		my $marked = $body =~ /--\s*one row/;
		$body =~ s/--[^\n]*//g;
		(my $code = $body) =~ s/'(?:[^']|'')*'/''/g;
		1 while $code =~ s/\([^()]*\)/ /g; # what stands in brackets has an order of its own
		my $one = $marked || $code =~ /\bLIMIT\s+1\b/i || $code !~ /\bFROM\b/i;
		if ($code =~ /\bORDER\s+BY\b(.*)/is) {
			(my $terms = $1) =~ s/\bLIMIT\b.*|;.*//is;
			my $last = (split /,/, $terms)[-1];
			print "$file: $name: the order ends in \"", $last =~ s/^\s+|\s+$//gr, "\", which is not unique\n"
				if $last !~ $unique && !$one;
		} elsif (!$one) {
			print "$file: $name: no ORDER BY (if it gives one row, say so: \"-- one row\")\n";
		}
		print "$file: $name: SELECT * of a table\n" if $code =~ /\bSELECT\s+\*/i && $name ne 'pages';
	}
}
END
sql=$(find templates content tests/boards -path '*templates*' -name '*.sql' | sort)
# shellcheck disable=SC2086
empty 'lists have an order that is unique' "$(perl "$TEST_TMP/order.pl" $sql)"

printf -- '-- name: a\nSELECT x FROM y;\n-- name: b\nSELECT x FROM y ORDER BY name;\n' >"$TEST_TMP/planted.sql"
is 'planted queries are found' "$(perl "$TEST_TMP/order.pl" "$TEST_TMP/planted.sql" | wc -l)" 2

done_testing
