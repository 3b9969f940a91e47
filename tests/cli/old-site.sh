#!/bin/sh
# SPDX-License-Identifier: MIT
# What is posted stands until the new one is whole; foreign files are kept and named.
. tests/tap.sh
. tests/office.sh
out=$TEST_TMP/out err=$TEST_TMP/err
office=$TEST_TMP/office site=$TEST_TMP/office/site

small "$office"
check 'a first build' "$NIEMYET" build -C "$office"
snapshot "$site" >"$TEST_TMP/before"
unharmed() {
	snapshot "$site" >"$TEST_TMP/after"
	check "$1: the old site is untouched" diff "$TEST_TMP/before" "$TEST_TMP/after"
	empty "$1: nothing is left beside it" "$(find "$office" -maxdepth 1 -name 'site.stage*' -o -maxdepth 1 -name 'site.old*')"
}

printf 'code,name\nho-tich,Hộ tịch\nho-tich,Hai lần\n' >"$office/data/fields.csv"
exits 1 'a duplicate code' "$NIEMYET" build -C "$office"
unharmed 'bad data'
cp tests/boards/small/data/fields.csv "$office/data/"

mkdir "$office/templates"
printf '<h1>{{no_such_name}}</h1>\n' >"$office/templates/not-found.html"
exits 1 'a bad template' "$NIEMYET" build -C "$office"
unharmed 'bad template'
rm -r "$office/templates"

printf -- '---\ntitle: x\nkind: PAGE\n---\n\n[x](khong-co.md)\n' >"$office/pages/x.md"
exits 1 'a link to nothing' "$NIEMYET" build -C "$office"
unharmed 'bad link'
rm "$office/pages/x.md"

exits 0 'mended' "$NIEMYET" build -C "$office"
unharmed 'mended'

# Foreign files.
echo google >"$site/google123.html"
mkdir -p "$site/.well-known"
echo acme >"$site/.well-known/acme"
printf -- '---\ntitle: Trang mới\nkind: PAGE\n---\n\nMới.\n' >"$office/pages/moi.md"
exits 0 'a build over foreign files' "$NIEMYET" build -C "$office"
shows 'names them' "$err" 'google123\.html.*\[P009\]'
is 'keeps them' "$(cat "$site/google123.html" "$site/.well-known/acme")" "$(printf 'google\nacme')"
check 'and the new page is there' test -f "$site/moi.html"
hides 'they are not ours' "$site/$manifest" 'google123|acme'
check 'the rest is whole' whole "$site" google123.html

rm "$office/pages/moi.md"
exits 0 'a page less' "$NIEMYET" build -C "$office"
check 'the page is gone' test ! -e "$site/moi.html"
check 'the foreign file is not' test -f "$site/google123.html"

# O2: a page that is open goes on asking for the style sheet it came with, through one build more.
sheet() { find "$site/assets/css" -name 'print.*.css' | wc -l; }
left() { grep '^#' "$site/$manifest" | grep -vc ' assets/search/'; } # its index follows the pages
mkdir -p "$office/assets/css"
first=$(cd "$site" && ls assets/css/print.*.css)
cp assets/css/print.css "$office/assets/css/print.css"
echo '.ny-main { color: inherit; }' >>"$office/assets/css/print.css"
exits 0 'another style sheet' "$NIEMYET" build -C "$office"
check 'O2 the old one stays' test -f "$site/$first"
shows 'marked as left over' "$site/$manifest" "^#[0-9a-f]{64}  $first\$"
check 'the rest is whole' whole "$site" google123.html
exits 0 'verify knows it' "$NIEMYET" verify -C "$office" "$site"
exits 0 'a build that changes nothing' "$NIEMYET" build -C "$office"
is 'leaves both' "$(sheet) $(left)" '2 1'
printf -- '---\ntitle: Trang mới\nkind: PAGE\n---\n\nMới.\n' >"$office/pages/moi.md"
exits 0 'the next change' "$NIEMYET" build -C "$office"
is 'takes it away' "$(sheet) $(left)" '1 0'
check 'and nothing else' whole "$site" google123.html
rm -r "$office/assets/css" "$office/pages/moi.md"
exits 0 'the first sheet again' "$NIEMYET" build -C "$office"
check 'in its old place' test -f "$site/$first"
rm "$site"/assets/css/print.*.css
cp assets/css/print.css "$office/assets/print-2.css"
exits 0 'what is left over but gone' "$NIEMYET" build -C "$office"
check 'is not missed' whole "$site" google123.html
rm "$office/assets/print-2.css"
exits 0 'as before' "$NIEMYET" build -C "$office"

# A folder that is not ours is not touched.
mkdir "$TEST_TMP/precious"
echo mine >"$TEST_TMP/precious/thesis.txt"
exits 1 'a folder full of other things' "$NIEMYET" build -C "$office" -o "$TEST_TMP/precious"
shows 'is refused' "$err" '\[P008\]'
is 'and left alone' "$(ls -A "$TEST_TMP/precious")" thesis.txt
mkdir "$TEST_TMP/empty"
exits 0 'an empty folder is fine' "$NIEMYET" build -C "$office" -o "$TEST_TMP/empty"

# A posted file damaged behind our back is put right by the next build.
rm "$site/index.html"
exits 0 'a build over a damaged site' "$NIEMYET" build -C "$office"
check 'mends it' whole "$site" google123.html

done_testing
