#!/bin/sh
# SPDX-License-Identifier: MIT
# Words of the interface stand in templates/i18n only, in both languages, and are used.
. tests/tap.sh

find templates -type f \( -name '*.html' -o -name '*.xml' -o -name '*.json' -o -name '*.csv' -o -name '*.txt' \) | sort >"$TEST_TMP/templates"
find templates -name '*.sql' | sort >"$TEST_TMP/queries"

cat >"$TEST_TMP/words.pl" <<'END'
use strict; use warnings; use utf8;
binmode STDOUT, ':encoding(UTF-8)';
# Letters outside tags, comments and tags of Mustache; in attributes that are read aloud.
for my $file (@ARGV) {
	open my $in, '<:encoding(UTF-8)', $file or die "$file: $!\n";
	my $text = do { local $/; <$in> };
	$text =~ s/(\{\{!.*?\}\})|(<!--.*?-->)/$& =~ s{[^\n]}{}gr/gse;
	my $blank = sub { $_[0] =~ s/[^\n]/ /gr };
	if ($file =~ /\.sql$/) {
		$text =~ s/--[^\n]*//g;
	} else {
		# the page's kind, and addresses that a layout puts into links, are for machines
		$text =~ s/\{\{\$(kind|back|current)\}\}.*?\{\{\/\1\}\}/$blank->($&)/gse;
		$text =~ s/(\{\{\{.*?\}\}\}|\{\{.*?\}\})/$blank->($1)/gse;
	}
	my $n = 0;
	for my $line (split /\n/, $text) {
		$n++;
		print "$file:$n: $1\n" if $line =~ /([^\x00-\x7f]*\p{L}(?<=[^\x00-\x7f])\S*)/;
	}
	next unless $file =~ /\.html$/;
	$text =~ s/<(script|style)\b.*?<\/\1>/$blank->($&)/gse;
	while ($text =~ /\s(?:aria-label|alt|title|placeholder)="([^"]*[A-Za-z]{2}[^"]*)"/g) {
		print "$file: attribute: $1\n";
	}
	$text =~ s/<(?:[^>"]|"[^"]*")*>/$blank->($&)/gse;
	$text =~ s/&[a-z]+;|&#\d+;//g;
	$n = 0;
	for my $line (split /\n/, $text) {
		$n++;
		$line =~ s/\b[a-z0-9-]+\.[a-z0-9]{2,5}\b|\b(?:CSV|JSON|Atom|XML|PDF)\b//g; # files and formats have one name
		print "$file:$n: $1\n" if $line =~ /([A-Za-z]{2,}.*)/;
	}
}
END
empty 'templates hold no words' "$(xargs perl "$TEST_TMP/words.pl" <"$TEST_TMP/templates")"
empty 'queries hold no Vietnamese words' "$(xargs perl "$TEST_TMP/words.pl" <"$TEST_TMP/queries")"

printf '<p title="Xin chào">\n{{name}} Close</p>\n' >"$TEST_TMP/planted.html"
is 'planted words are found' "$(perl "$TEST_TMP/words.pl" "$TEST_TMP/planted.html" | wc -l)" 3

keys() { # FILE: flattened keys of a plain YAML map
	perl -ne 'next if /^\s*(#|$)/; /^( *)([A-Za-z0-9_]+):(.*)/ or next;
		my $depth = length($1) / 2; splice @at, $depth; $at[$depth] = $2;
		print join(".", @at), "\n" if $3 =~ /\S/;' "$1" | sort
}
keys templates/i18n/vi.yml >"$TEST_TMP/vi"
keys templates/i18n/en.yml >"$TEST_TMP/en"
check 'there are texts' test "$(wc -l <"$TEST_TMP/vi")" -gt 30
empty 'both languages have the same keys' "$(comm -3 "$TEST_TMP/vi" "$TEST_TMP/en")"
empty 'no key stands twice' "$(uniq -d "$TEST_TMP/vi"; uniq -d "$TEST_TMP/en")"

# A key is used when a template says t.key, or a query t('key') or builds it: t('kind_' || x).
find templates src content -type f \( -name '*.html' -o -name '*.sql' -o -name '*.xml' -o -name '*.json' -o -name '*.csv' -o -name '*.c' -o -name '*.txt' \) -exec cat {} + >"$TEST_TMP/all"
grep -oE "\bt\.[A-Za-z0-9_.]+" "$TEST_TMP/all" | cut -c3- | sort -u >"$TEST_TMP/used"
{
	grep -oE "\bt\('[A-Za-z0-9_.]+" "$TEST_TMP/all" | cut -c4-
	grep -oE '"[a-z_]+\.[%0]' "$TEST_TMP/all" | tr -d '"%0'
	grep -oE "'[a-z_]+\.[a-z_]*' *\|\|" "$TEST_TMP/all" | cut -d"'" -f2
} | sort -u >"$TEST_TMP/begun"
empty 'every text is used' "$(while read -r key; do
	grep -qxF "$key" "$TEST_TMP/used" && continue
	while read -r begin; do
		case $key in "$begin"*) continue 2 ;; esac
	done <"$TEST_TMP/begun"
	echo "$key"
done <"$TEST_TMP/vi")"

done_testing
