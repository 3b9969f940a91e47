#!/bin/sh
# SPDX-License-Identifier: MIT
# --compress: each file of text has a .gz and a .br that say the same, as files of the site like others.
. tests/tap.sh
. tests/office.sh
office=$TEST_TMP/office site=$TEST_TMP/site out=$TEST_TMP/out err=$TEST_TMP/err

clean 3 "$office"
build() { "$NIEMYET" build -C "$office" --lang en "$@"; }
anew() { rm -f "$office/.niemyet/unchanged" && build "$@"; } # the way with the record is cli/unchanged_test.py's
unpacked() { node tests/cli/lib/unpack.mjs "$1" | sed '$d'; }
squeezed() { find "$1" -name '*.gz' -o -name '*.br' | wc -l; }

exits 0 'without it' build -o "$TEST_TMP/plain"
is 'nothing is compressed' "$(squeezed "$TEST_TMP/plain")" 0
check 'nor remembered' test ! -e "$office/.niemyet/compressed.db"
exits 0 'a build' build -o "$site" --compress -j 2
check 'is whole' whole "$site"
empty 'all files of text are compressed, to themselves' "$(unpacked "$site")"
shows 'and are' "$out" ' compress [0-9.]+, publish'
check 'they are many' test "$(squeezed "$site")" -gt 100
empty 'all else is as without it' "$(diff -rq "$TEST_TMP/plain" "$site" | grep -Ev '\.(gz|br)$|manifest\.sha256')"
exits 0 'verify knows them' "$NIEMYET" verify -C "$office" "$site"

# The helper itself: it finds a file that is another, one that is missing, one too many.
cp -R "$site" "$TEST_TMP/planted"
cp "$TEST_TMP/planted/index.html.br" "$TEST_TMP/planted/cau-hoi.html.br"
printf x | gzip >"$TEST_TMP/planted/index.html.gz"
printf x | gzip >"$TEST_TMP/planted/x.html.gz"
rm "$TEST_TMP/planted/manifest.sha256" "$TEST_TMP"/planted/assets/css/*.br
unpacked "$TEST_TMP/planted" >"$TEST_TMP/found"
shows 'a planted other file' "$TEST_TMP/found" '^index.html.gz: something else$'
shows 'a planted gap' "$TEST_TMP/found" '^assets/css/.*css.br: missing$'
shows 'a planted file of nothing' "$TEST_TMP/found" '^x.html.gz: of too little$'

# Same inputs, same bytes: workers, caches, libraries' pieces.
rm -rf "$office/.niemyet"
exits 0 'one worker, no cache' build -o "$TEST_TMP/one" --compress -j 1
check 'the same bytes' diff -rq "$site" "$TEST_TMP/one"
snapshot "$site" >"$TEST_TMP/before"
exits 0 'all made anew' anew -o "$site" --compress
snapshot "$site" >"$TEST_TMP/after"
check 'writes nothing' cmp "$TEST_TMP/before" "$TEST_TMP/after"

# What is unchanged is not compressed again: what the cache says of it is believed.
cache() { sqlite3 "$office/.niemyet/compressed.db" "$1"; }
plant() { # FILE: other bytes for it, as the manifest says
	printf 'planted' >"$site/$1"
	sed -i "s,^[0-9a-f]*  $1\$,$(sha256sum <"$site/$1" | cut -c 1-64)  $1," "$site/manifest.sha256"
}
plant index.html.gz
check 'the planted site is whole' whole "$site"
cache "UPDATE made SET size = 7, hash = '$(sha256sum <"$site/index.html.gz" | cut -c 1-64)'
	WHERE how LIKE 'zlib%' AND content = '$(sha256sum <"$site/index.html" | cut -c 1-64)'"
exits 0 'a page that the cache knows' anew -o "$site" --compress
is 'is as the cache says' "$(cat "$site/index.html.gz")" planted
printf -- '---\ntitle: Trang mới\nkind: PAGE\n---\n\nMới.\n' >"$office/pages/moi.md"
style=$(find "$site/assets/css" -name 'print.*.css.br')
before=$(stat -c %i "$style")
exits 0 'a page more' build -o "$site" --compress
is 'has both' "$(ls "$site" | grep -c '^moi.html.[gb]')" 2
is 'the others are the files that were there' "$(stat -c %i "$style")" "$before"
rm "$office/pages/moi.md"
exits 0 'a page less' build -o "$site" --compress
is 'has none' "$(ls "$site" | grep -c '^moi.html')" 0
rm -rf "$office/.niemyet"
exits 0 'without the cache' build -o "$site" --compress
is 'what is in the site is not believed' "$(unpacked "$site")" ''
plant thu-tuc/1.000001.html.br
exits 0 'who plants a file and its hash' anew -o "$site" --compress
check 'is not believed either' diff -rq "$site" "$TEST_TMP/one"
rows=$(cache 'SELECT count(*) FROM made')
contents=$(grep -c . "$site/manifest.sha256")
check "what is gone is forgotten ($rows of $contents)" test "$rows" -le "$contents" -a "$rows" -gt 100
cache "UPDATE made SET how = 'zlib 0.1, 9' WHERE how LIKE 'zlib%'"
exits 0 'another library' anew -o "$site" --compress
is 'makes all anew, once' "$(cache 'SELECT count(DISTINCT how) FROM made') $(cache "SELECT count(*) FROM made WHERE how LIKE 'zlib 1%'")" "3 $((rows / 2))"
echo 'no database' >"$office/.niemyet/compressed.db"
exits 0 'a cache that is none' anew -o "$site" --compress
check 'changes nothing' diff -rq "$site" "$TEST_TMP/one"

# The option is one of the inputs, both ways.
exits 0 'the same again' build -o "$site" --compress
shows 'has nothing to do' "$out" 'as the last build left it'
exits 0 'without it' build -o "$site"
check 'they are gone' diff -rq "$site" "$TEST_TMP/plain"
exits 0 'with it again' build -o "$site" --compress
check 'they are back' diff -rq "$site" "$TEST_TMP/one"

exits 0 'publish' "$NIEMYET" publish -C "$office" "$TEST_TMP/dest" --yes --compress
check 'is whole' whole "$TEST_TMP/dest"
is 'has them, too' "$(unpacked "$TEST_TMP/dest")" ''
check 'of the ledger as well' test "$(squeezed "$TEST_TMP/dest")" -ge "$(squeezed "$site")"
exits 0 'verify agrees' "$NIEMYET" verify -C "$office" "$TEST_TMP/dest"

done_testing
