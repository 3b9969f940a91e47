#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/data.md against the program: each table's columns in their order, whether they must
# be filled in, type, values and default; keys of site.yml and of front matter.
. tests/tap.sh
page=docs/data.md

cat >"$TEST_TMP/columns.sql" <<'END'
.read src/board/schema.sql
.mode list
.separator "\t"
SELECT d.file, s.name, x.name, (x."notnull" OR x.pk) AND x.dflt_value IS NULL, x.type,
  coalesce(x.dflt_value, '-'), replace(replace(s.sql, char(10), ' '), char(9), ' ')
FROM dataset d JOIN pragma_table_xinfo(d.table_name) x JOIN sqlite_schema s ON s.name = d.table_name
WHERE x.hidden = 0 AND x.name NOT IN ('source_id', 'source_line') ORDER BY d.position, x.cid;
END
sqlite3 :memory: <"$TEST_TMP/columns.sql" >"$TEST_TMP/columns"

# What the page has to say, one line a table's head or a column: file, table, column, ...
cat >"$TEST_TMP/wanted.pl" <<'END'
use strict; use warnings;
my %word = (TEXT => 'chữ', WORD_TEXT => 'chữ', MD_TEXT => 'Markdown', CODE_TEXT => 'mã', DATE_TEXT => 'ngày', TIME_TEXT => 'giờ',
	INT => 'số nguyên', VND_INT => 'đồng', BOOL_INT => '0 hoặc 1', NUMERIC => 'số');
while (<>) {
	chomp;
	my ($file, $table, $column, $required, $type, $default, $sql) = split /\t/;
	my $text = $word{$type} // die "no word for $type\n";
	if ($sql =~ /CHECK \(\Q$column\E IN \(('[^)]*)\)/) { # the values take the place of the word
		my $list = $1;
		$text = join ' ', map { "`$_`" } $list =~ /'([^']*)'/g;
	}
	if ($default ne '-') {
		$default =~ s/^'|'$//g;
		$text .= '; trống là ' . (length $default ? "`$default`" : 'chuỗi rỗng');
	}
	print "$file\t$table\t$column\t", $required ? 'có' : '', "\t$text\n";
}
END
perl "$TEST_TMP/wanted.pl" "$TEST_TMP/columns" >"$TEST_TMP/wanted"

cat >"$TEST_TMP/got.pl" <<'END'
use strict; use warnings;
my ($file, $table) = ('', '');
while (<>) {
	($file, $table) = ($1, '') if /^### (\S+)\.csv: \S/;
	$file = '' if /^## /;
	$table = $1 if $file && /^Bảng `(\w+)`\./;
	print "$file\t$table\t$1\t$2\t$3\n" if $file && /^\| `(\w+)` \| (\S*) *\| (.*?) \| \S.* \|$/;
}
END
perl "$TEST_TMP/got.pl" "$page" >"$TEST_TMP/got"
check 'the schema was read' test "$(wc -l <"$TEST_TMP/wanted")" -gt 200
empty 'tables and columns are those of the schema' "$(diff "$TEST_TMP/wanted" "$TEST_TMP/got")"
empty 'every value is explained' "$(grep -o '`[A-Z_]*`' "$TEST_TMP/wanted" | sort -u | while read -r value; do
	sed -n '/^## Nghĩa của các giá trị/,/^## Tệp/p' "$page" | grep -qF -- "$value" || echo "$value"
done)"

section() { # HEADING: the first column of the tables below it
	sed -n "/^## $1/,/^## [^$]/p" "$page" | sed -n 's/^| `\([a-z_.*]*\)` |.*/\1/p'
}
section 'Tệp site.yml' | sort >"$TEST_TMP/got"
sed -n 's/^	{"\([a-z_.*]*\)", SITE_.*/\1/p' src/board/site.c | sort >"$TEST_TMP/wanted"
check 'the keys of site.yml were read' test -s "$TEST_TMP/wanted"
empty 'the keys of site.yml are those of the program' "$(diff "$TEST_TMP/wanted" "$TEST_TMP/got")"
empty 'and what stands for an absent one is said' "$(
	sed -n 's/^	{"\([a-z_.*]*\)", SITE_.*fallback = "\([^"]*\)".*/\1 \2/p' src/board/site.c |
	while read -r key value; do
		grep -F "| \`$key\` |" "$page" | grep -qE "không ghi là \`?$value" || echo "$key $value"
	done)"

section 'Trang viết' | sort >"$TEST_TMP/got"
printf '.read src/board/schema.sql\nSELECT name FROM pragma_table_info(%s) WHERE %s;\n' "'article'" \
	"name NOT LIKE 'source_%' AND name NOT LIKE 'body_%' AND name <> 'path'" |
	sqlite3 :memory: | sort >"$TEST_TMP/wanted"
empty 'the keys of front matter are the columns of article' "$(diff "$TEST_TMP/wanted" "$TEST_TMP/got")"

done_testing
