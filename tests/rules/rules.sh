#!/bin/sh
# SPDX-License-Identifier: MIT
# Every rule has its case: tests/rules/office keeps all rules; NYnnn/break, run in a copy of
# it, breaks the one, and the finding stands at the place that NYnnn/expected names; NYnnn/keep,
# where there is one, looks like breaking it and is right. A rule that compares finds
# tests/rules/export, which says what the office says, as export/ beside it. Every rule has a
# section in docs/rules.md that says the same, and a line of its requirement.
. tests/tap.sh

# For the cases of page rules: "theme FILE EDIT" gives the office that template of the theme,
# changed by sed; an edit that changes nothing fails.
export THEME="$PWD/templates"
cat >"$TEST_TMP/theme" <<'END'
#!/bin/sh
mkdir -p "templates/$(dirname "$1")"
sed "$2" "$THEME/$1" >"templates/$1"
if cmp -s "$THEME/$1" "templates/$1"; then echo "$1: unchanged by $2" >&2; exit 1; fi
END
chmod +x "$TEST_TMP/theme"
PATH=$TEST_TMP:$PATH

# Findings of one office as "[ID]" at the end of each message line.
findings() { # OFFICE [OPTIONS]
	office=$1
	shift
	"$NIEMYET" check -C "$office" --lang en "$@" || :
}

cp -R tests/rules/office "$TEST_TMP/whole"
findings "$TEST_TMP/whole" >"$TEST_TMP/whole.out"
check 'the office without faults has no findings' grep -qx '0 errors, 0 warnings, 0 notes' "$TEST_TMP/whole.out"

cp -R tests/rules/export "$TEST_TMP/whole/export"
findings "$TEST_TMP/whole" --against "$TEST_TMP/whole/export" >"$TEST_TMP/whole.out"
check 'nor has a comparison with an export that says the same' grep -qx '0 errors, 0 warnings, 0 notes' "$TEST_TMP/whole.out"
shows 'which has it all' "$TEST_TMP/whole.out" '\(2 procedures\): it has 2 of the 2 posted$'

for file in src/rules/*.sql; do
	id=$(sed -n 's/^-- id: //p' "$file")
	case $file in src/rules/"$id"-*) named=0 ;; *) named=1 ;; esac
	check "$id: the file bears its id" test $named = 0
	cp -R tests/rules/office "$TEST_TMP/$id"
	compares=$(grep -cx -- '-- needs: export' "$file")
	[ "$compares" = 0 ] || cp -R tests/rules/export "$TEST_TMP/$id/export"
	check "$id: there is a case that breaks it" test -s "tests/rules/$id/break"
	cat tests/rules/lib/edit.sh "tests/rules/$id/break" >"$TEST_TMP/break.sh"
	check "$id: the case can be made" sh -c "cd '$TEST_TMP/$id' && sh -e ../break.sh"
	set -- --rule "$id"
	[ "$compares" = 0 ] || set -- "$@" --against "$TEST_TMP/$id"/export/*
	findings "$TEST_TMP/$id" "$@" >"$TEST_TMP/$id.out" 2>&1
	place=$(cat "tests/rules/$id/expected")
	check "$id: it is found where it is" grep -Eq "^${place:+$place: }[a-z]+: .*\\[$id\\]\$" "$TEST_TMP/$id.out"
	# A column that a text names and the query does not give stays in braces.
	check "$id: every column of its texts is given" sh -c "! sed 's/{{root}}//g' '$TEST_TMP/$id.out' | grep '[{}]'"
	if [ -e "tests/rules/$id/keep" ]; then
		cp -R tests/rules/office "$TEST_TMP/$id-keep"
		cat tests/rules/lib/edit.sh "tests/rules/$id/keep" >"$TEST_TMP/keep.sh"
		check "$id: what is right can be made" sh -c "cd '$TEST_TMP/$id-keep' && sh -e ../keep.sh"
		findings "$TEST_TMP/$id-keep" --rule "$id" >"$TEST_TMP/$id-keep.out" 2>&1
		check "$id: and is no finding" grep -qx '0 errors, 0 warnings, 0 notes' "$TEST_TMP/$id-keep.out"
	fi
	"$NIEMYET" check -C "$TEST_TMP/$id" --lang vi "$@" >"$TEST_TMP/$id.vi" 2>&1
	check "$id: in Vietnamese too" sh -c "grep -q '$id' '$TEST_TMP/$id.vi' && ! sed 's/{{root}}//g' '$TEST_TMP/$id.vi' | grep '[{}]'"
done

for dir in tests/rules/NY*; do
	check "${dir##*/} is still a rule" sh -c "ls src/rules/${dir##*/}-*.sql >/dev/null"
done

# The manual: level, basis and message as in the file, sections in order, and each rule in
# the line of its requirement, 1 to 108 without a gap.
cat >"$TEST_TMP/manual.pl" <<'END'
use strict; use warnings;
my ($manual, @files) = @ARGV;
my %rule;
for my $file (@files) {
	open my $in, '<', $file or die; my @basis; my %head;
	while (<$in>) {
		last unless /^--/;
		push @basis, $1 if /^-- basis: (.*?)( \[.*\])?$/;
		$head{$1} = $2 if /^-- ([a-z.]+): (.*)/;
	}
	print "$file: no $_\n" for grep { !$head{$_} } qw(id level name message.vi message.en cure.vi cure.en);
	print "$file: no basis\n" unless @basis;
	$rule{$head{id}} = { %head, basis => \@basis };
}
open my $in, '<', $manual or die; my $text = do { local $/; <$in> };
my %line;
my $next = 1;
for ($text =~ /^\| (\d+(?:–\d+)? \| .*)$/mg) {
	my ($from, $to) = /^(\d+)(?:–(\d+))?/;
	print "the line of R-$from does not follow\n" if $from != $next;
	$next = ($to // $from) + 1;
	$line{$_ + 0} = $' for $from .. $to // $from;
}
print "the table ends before R-108\n" if $next != 109;
my @sections = $text =~ /^## (NY\w+) /mg;
my $key = sub { $_[0] =~ /NY(\d+)(\w*)/; sprintf '%05d%s', $1, $2 };
print "$_: not in its place\n" for grep { $key->($sections[$_ - 1]) ge $key->($sections[$_]) } 1 .. $#sections;
print "$_: is no rule\n" for grep { !$rule{$_} } @sections;
for my $id (sort keys %rule) {
	my ($section) = $text =~ /^## \Q$id\E (.*?)(?=^## |\z)/ms or do { print "$id: no section\n"; next };
	my %r = %{$rule{$id}};
	print "$id: name\n" if $section !~ /^\Q$r{name}\E$/m;
	print "$id: level\n" if $section !~ /^Level: $r{level}\. /m;
	print "$id: message\n" if $section !~ /^> \Q$r{'message.vi'}\E$/m;
	for (@{$r{basis}}) { print "$id: basis $_\n" if $section !~ /^Level: .*\Q$_\E/m }
	my ($n) = $id =~ /NY0*(\d+)/;
	print "$id: not in the line of its requirement\n" if ($line{$n} // '') !~ /\b$id\b/;
}
END
empty 'the manual says what the rules say' "$(perl "$TEST_TMP/manual.pl" docs/rules.md src/rules/*.sql)"

# An office's own: in place of ours, retired, and by the day.
office=$TEST_TMP/whole
mkdir "$office/rules"
cat >"$office/rules/NY071.sql" <<'END'
-- id: NY071
-- level: note
-- name: mine
-- basis: luật cũ [2010-01-01 .. 2026-01-01]
-- basis: luật mới [2026-01-01 ..]
-- message.vi: của tôi {code}
-- message.en: mine {code}
-- cure.vi: không
-- cure.en: nothing
SELECT NULL AS source_id, NULL AS source_line, 'X1' AS code;
END
findings "$office" >"$TEST_TMP/out"
shows 'an own rule takes the place of ours' "$TEST_TMP/out" '^note: mine X1 \[NY071\]$'
shows 'with the law of the day' "$TEST_TMP/out" '\(luật mới\)$'
findings "$office" --date 2025-12-31 --rule NY071 >"$TEST_TMP/out"
shows 'and with that of another day' "$TEST_TMP/out" '\(luật cũ\)$'
findings "$office" --date 2009-12-31 --rule NY071 >"$TEST_TMP/out"
shows 'a rule whose laws are not in force does not run' "$TEST_TMP/out" '^0 errors, 0 warnings, 0 notes$'
printf -- '-- id: NY071\n-- level: off\n' >"$office/rules/NY071.sql"
sed -i 1q "$office/data/fee-tiers.csv" "$office/data/fee-reliefs.csv"
for file in fees fee-tiers fee-reliefs; do head -n 1 "tests/rules/office/data/$file.csv" >"$office/data/$file.csv"; done
findings "$office" >"$TEST_TMP/out"
hides 'a retired rule is silent' "$TEST_TMP/out" 'NY071'
rm "$office/rules/NY071.sql"
findings "$office" >"$TEST_TMP/out"
shows 'and speaks when it is back' "$TEST_TMP/out" '\[NY071\]$'
printf -- '-- level: off\n' >"$office/rules/x.sql"
findings "$office" >"$TEST_TMP/out"
shows 'a retired rule needs its id' "$TEST_TMP/out" '\[R041\]$'
{ echo '-- id: NY071'; for i in 1 2 3 4 5; do echo "-- basis: $i"; done; } >"$office/rules/x.sql"
findings "$office" >"$TEST_TMP/out"
shows 'four bases are enough' "$TEST_TMP/out" '^rules/x.sql:6: .*\[R040\]$'

done_testing
