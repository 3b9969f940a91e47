#!/bin/sh
# SPDX-License-Identifier: MIT
# docs/messages.md explains every message of the catalogue, in its order, and no other: what
# it says, an example, the cure. Each message has a hint or is a note.
. tests/tap.sh
page=docs/messages.md

sed -n 's/^X(\([A-Z][0-9]*\),.*/\1/p' src/base/messages.def >"$TEST_TMP/catalogue"
sed -n 's/^### \([A-Z][0-9]*\)\b.*/\1/p' "$page" >"$TEST_TMP/manual"
empty 'the manual explains every message, in order' "$(diff "$TEST_TMP/catalogue" "$TEST_TMP/manual")"
empty 'no id stands twice' "$(sort "$TEST_TMP/catalogue" | uniq -d)"
is 'ids stand in order within their area' "$(cut -c1 "$TEST_TMP/catalogue" | uniq | sort | uniq -d)$(
	for area in $(cut -c1 "$TEST_TMP/catalogue" | uniq); do
		grep "^$area" "$TEST_TMP/catalogue" | sort -c 2>&1
	done)" ''

cat >"$TEST_TMP/messages.pl" <<'END'
use strict; use warnings;
my ($def, $page) = @ARGV;
local $/;
open my $in, '<', $def or die; my $text = <$in>;
open $in, '<', $page or die; my $manual = <$in>;
my %level = (ERROR => 'lỗi', WARNING => 'cảnh báo', NOTE => 'lưu ý');
my $string = qr/((?:"(?:[^"\\]|\\.)*"\s*)+|NULL)/;
while ($text =~ /^X\(([A-Z]\d+),\s*(\w+),\s*$string,\s*$string,\s*$string,\s*$string\)/gm) {
	my ($id, $level, $vi, $en, $hint_vi, $hint_en) = ($1, $2, $3, $4, $5, $6);
	s/"\s*"//g, s/^"|"\s*$//g, s/\s+/ /g for $vi, $en, $hint_vi, $hint_en;
	print "$id: a hint in one language only\n" if ($hint_vi eq 'NULL') != ($hint_en eq 'NULL');
	print "$id: no hint\n" if $hint_vi eq 'NULL' && $level ne 'NOTE';
	for my $n (1 .. 4) {
		print "$id: {$n} in one language only\n" if ($vi =~ /\{$n\}/) != ($en =~ /\{$n\}/);
	}
	my ($section) = $manual =~ /^### \Q$id\E\b(.*?)(?=^###? [A-Z]\d*[: ]|\z)/ms or next;
	my ($head) = $section =~ /^([^\n]*)/;
	print "$id: the heading does not give the level $level{$level}\n" if $head !~ /\($level{$level}\)/;
	print "$id: the manual does not quote the message: $vi\n" if $section !~ /\Q$vi\E/;
	print "$id: no example\n" if $section !~ /^```/m;
	print "$id: no cure\n" if $section !~ /^\*\*Cách sửa\.\*\* \S.{20}/m;
}
END
empty 'each has its text, an example and a cure' "$(perl "$TEST_TMP/messages.pl" src/base/messages.def "$page")"

# Every message can happen: the program uses its id.
empty 'every message is used' "$(while read -r id; do
	grep -rqw "DIAG_$id" src --include='*.c' || echo "$id"
done <"$TEST_TMP/catalogue")"

done_testing
