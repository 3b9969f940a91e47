#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/reports.md lists the names that a report's text may use: those that the program gives.
. tests/tap.sh
page=docs/reports.md

cat >"$TEST_TMP/names.pl" <<'END'
use strict; use warnings;
# The tables below the headings, and the forms that the manual says each name has.
my ($section, $first, @channels, %names) = ('', '');
while (<>) {
	$section = $1 if /^##+ (.*)/;
	$first = $1 if /^\| (Tên|Kênh|Khóa|Kỳ) \|/;
	next unless /^\| `([A-Za-z_0-9.]+)` \|/;
	push @channels, $1 if $first eq 'Kênh';
	push @{$names{$section}}, $1 if $first eq 'Tên';
}
sub counts {
	my @all;
	for my $name (@_) {
		push @all, $name, map { ("$_.$name", "$_.$name.change") } 'prev', 'last_year';
	}
	return @all;
}
my @out = @{$names{'Kỳ, cơ quan'}};
for my $before ('prev', 'last_year') {
	push @out, map { "$before.$_" } @{$names{'Kỳ, cơ quan'}}[0 .. 3];
	for my $name (@{$names{'Tỷ lệ'}}) {
		push @out, map { "$before.$name$_" } '', '.num', '.den', '.change';
	}
}
push @out, counts(@{$names{'Số đếm'}});
for my $name (@{$names{'Phản ánh, kiến nghị'}}) {
	push @out, counts($name, map { $name =~ s/^pakn\./pakn.$_./r } @channels);
}
for my $name (@{$names{'Tỷ lệ'}}) {
	push @out, map { "$name$_" } '', '.num', '.den', '.target', '.target_doc', '.met';
}
print "$_\n" for @out;
END
perl "$TEST_TMP/names.pl" "$page" | LC_ALL=C sort >"$TEST_TMP/manual"
report=$(find "$DEMO/bao-cao" -maxdepth 1 -name '*.csv' | sort | head -n 1)
check 'the demonstration has a report' test -s "${report:-/nowhere}"
sed 1d "${report:-/dev/null}" | cut -d, -f1 | LC_ALL=C sort >"$TEST_TMP/program"
check 'the manual lists names' test "$(wc -l <"$TEST_TMP/manual")" -gt 400
empty 'the names are those that the program gives' "$(diff "$TEST_TMP/manual" "$TEST_TMP/program")"
empty 'no name stands twice' "$(uniq -d "$TEST_TMP/manual")"

# The keys of the head are columns of article.
sed -n '/^## Phần khai báo/,/^## Con số/p' "$page" | sed -n 's/^| `\([a-z_]*\)` |.*/\1/p' | sort >"$TEST_TMP/keys"
printf '.read src/board/schema.sql\nSELECT name FROM pragma_table_info(%s);\n' "'article'" |
	sqlite3 :memory: | sort >"$TEST_TMP/columns"
check 'the manual lists keys' test "$(wc -l <"$TEST_TMP/keys")" -gt 10
empty 'and each is a key of front matter' "$(comm -23 "$TEST_TMP/keys" "$TEST_TMP/columns")"

done_testing
