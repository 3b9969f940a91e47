#!/bin/sh
# SPDX-License-Identifier: MIT
# Same inputs, same bytes: any number of workers, any folder, locale, time zone or history.
# A second build writes nothing.
. tests/tap.sh
. tests/office.sh

demonstration "$TEST_TMP/office"
build() { # NAME ARGUMENTS...
	build_to=$TEST_TMP/$1
	shift
	"$NIEMYET" build -C "$TEST_TMP/office" -o "$build_to" "$@"
}

check 'one worker' build one -j 1
check 'two workers' build two -j 2
check 'eight workers' build eight -j 8
rm -rf "$TEST_TMP/office/.niemyet"
check 'without the cache of before' build fresh -j 2
check 'the site is whole' whole "$TEST_TMP/one"
for other in two eight fresh; do
	check "$other: same manifest" cmp "$TEST_TMP/one/$manifest" "$TEST_TMP/$other/$manifest"
	check "$other: same files" diff -rq "$TEST_TMP/one" "$TEST_TMP/$other"
done

# Another folder, another order of files on disk, another locale and time zone.
mkdir "$TEST_TMP/another office"
(cd "$TEST_TMP/office" && find . -path ./.niemyet -prune -o -type f -print | sort -r | tar cf - -T -) |
	tar xf - -C "$TEST_TMP/another office"
check 'elsewhere' env TZ=America/New_York LC_ALL=C.UTF-8 LANG=tr_TR.UTF-8 \
	"$NIEMYET" build -C "$TEST_TMP/another office" -o "$TEST_TMP/elsewhere"
check 'elsewhere: same manifest' cmp "$TEST_TMP/one/$manifest" "$TEST_TMP/elsewhere/$manifest"

# The second build writes nothing: not a file, not a time, not an inode, though it makes all anew,
# as without the record it must (cli/unchanged_test.py tests the way with it).
made_anew() { rm "$TEST_TMP/office/.niemyet/unchanged" && build "$@"; }
snapshot "$TEST_TMP/one" >"$TEST_TMP/before"
check 'a build that leaves a record' build one -j 2
check 'a second build' made_anew one -j 2
snapshot "$TEST_TMP/one" >"$TEST_TMP/after"
check 'writes nothing' cmp "$TEST_TMP/before" "$TEST_TMP/after"
# The tables are left alone, too; plan.db and unchanged are of the last build, whatever it did.
office_files() {
	(cd "$TEST_TMP/office" &&
		find . -type f ! -name 'plan.db*' ! -name unchanged ! -name '*lock*' -printf '%p %T@ %s\n' | sort)
}
office_files >"$TEST_TMP/before"
check 'a third build' made_anew one
office_files >"$TEST_TMP/after"
check 'nor in the office, its tables included' diff "$TEST_TMP/before" "$TEST_TMP/after"

# A small change writes little, and there and back again is where it was.
cp "$TEST_TMP/office/site.yml" "$TEST_TMP/site.yml"
page=$(find "$TEST_TMP/office/pages" -name '*.md' | sort | head -n 1)
cp "$page" "$TEST_TMP/page.md"
printf '\nThêm một câu.\n' >>"$page"
check 'a change' build one
check 'is whole' whole "$TEST_TMP/one"
check 'differs' sh -c "! cmp -s '$TEST_TMP/one/$manifest' '$TEST_TMP/two/$manifest'"
changed=$(diff "$TEST_TMP/one/$manifest" "$TEST_TMP/two/$manifest" | grep -c '^<')
check "in few files ($changed)" test "$changed" -le 6
cp "$TEST_TMP/page.md" "$page"
check 'the change taken back' build one
check 'is the same site again' cmp "$TEST_TMP/one/$manifest" "$TEST_TMP/two/$manifest"

# The date is an input; the clock is not.
check 'no SOURCE_DATE_EPOCH but --date' env -u SOURCE_DATE_EPOCH \
	"$NIEMYET" build -C "$TEST_TMP/office" -o "$TEST_TMP/dated" --date 2026-11-21
check 'is the same site' cmp "$TEST_TMP/one/$manifest" "$TEST_TMP/dated/$manifest"

done_testing
