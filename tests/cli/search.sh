#!/bin/sh
# SPDX-License-Identifier: MIT
# The index of the search as part of a site: same bytes for any number of workers, a name that its
# bytes give, everyday words of the office; one for each language, the one before kept for open pages.
. tests/tap.sh
. tests/office.sh

demonstration "$TEST_TMP/office"
build() { # NAME ARGUMENTS...
	build_to=$TEST_TMP/$1
	shift
	"$NIEMYET" build -C "$TEST_TMP/office" -o "$build_to" "$@"
}
index() { (cd "$TEST_TMP/$1/assets/search" && ls -p | grep -v /); }

check 'one worker' build one -j 1
check 'eight workers' build eight -j 8
check 'the same index' diff -r "$TEST_TMP/one/assets/search" "$TEST_TMP/eight/assets/search"
check 'of one file' test "$(index one | wc -l)" = 1
hash=$(sha256sum "$TEST_TMP/one/assets/search/$(index one)" | cut -c 1-8)
check "whose name its bytes give: $(index one)" test "$(index one)" = "head.$hash.js"
for page in index tim-kiem; do
	check "$page.html leads to it" grep -q "assets/search/$(index one)" "$TEST_TMP/one/$page.html"
done
english=$(ls "$TEST_TMP/one/assets/search/en")
check 'English pages have one of their own' grep -q "\"\.\./assets/search/en/$english" "$TEST_TMP/one/en/tim-kiem.html"
check 'with their words and those of the first language' sh -c "grep -q 'birth' '$TEST_TMP/one/assets/search/en/$english' && \
	grep -q 'sinh' '$TEST_TMP/one/assets/search/en/$english'"
check 'the touch screen, too' grep -q "search/$(index one)" "$TEST_TMP/one/kiosk/tim.html"

before=$(index one)
printf 'words,means\nông tơ bà nguyệt,kết hôn\ncó cần không,\n' >"$TEST_TMP/office/data/synonyms.csv"
check 'everyday words of the office' build one -j 2
after=$(sed -n 's,.*search/\(head[.0-9a-f]*js\).*,\1,p' "$TEST_TMP/one/tim-kiem.html" | head -n 1)
check 'are in the index' grep -q 'có cần không' "$TEST_TMP/one/assets/search/$after"
check 'which has another name' test "$before" != "$after"
check 'the one before stays for pages that are open, the site is whole' whole "$TEST_TMP/one"
check 'for one build' test -f "$TEST_TMP/one/assets/search/$before"
check 'a check of the pages makes it, too' "$NIEMYET" check -C "$TEST_TMP/office"

grow 1500 "$TEST_TMP/many"
check 'many procedures' "$NIEMYET" build -C "$TEST_TMP/many" -o "$TEST_TMP/many-site" -j 2
check 'have many files' test "$(ls "$TEST_TMP/many-site/assets/search" | wc -l)" -gt 40
check 'none of them big' test -z "$(find "$TEST_TMP/many-site/assets/search" -name 't*' -size +64k)"
for file in "$TEST_TMP/many-site/assets/search/"*; do
	name=${file##*/}
	case $(sha256sum "$file" | cut -c 1-8) in "$(echo "$name" | cut -d. -f2)") ;; *) echo "$name" ;; esac
done >"$TEST_TMP/wrong"
check 'each named by its bytes' test ! -s "$TEST_TMP/wrong"

done_testing
