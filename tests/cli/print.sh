#!/bin/sh
# SPDX-License-Identifier: MIT
# niemyet print: what it prints, what it leaves alone the second time, and what it says when it cannot.
. tests/tap.sh

office=$TEST_TMP/office out=$TEST_TMP/pdf
cp -R tests/rules/office "$office"
site() { "$NIEMYET" build -C "$office" --date 2026-11-21 >"$TEST_TMP/said" 2>&1 || cat "$TEST_TMP/said"; }
printing() { "$NIEMYET" print -C "$office" -o "$out" --lang en "$@" 2>&1 | head -n 1 | sed 's/^[^:]*: //'; }
site

sheets=$(find "$office/site/in" -name '*.html' ! -path "$office/site/in/index.html" | wc -l)
shows 'all sheets are printed' "$(printing >"$TEST_TMP/all"; echo "$TEST_TMP/all")" "^$sheets files, [1-9][0-9]* sheets printed; 0 unchanged"
is 'each is a PDF' "$(find "$out" -name '*.pdf' -exec head -c 5 {} \; | sed 's/-/\n/g' | grep -c PDF)" "$sheets"
empty 'nothing of the browser is left' "$(find "$out" -name '.chromium*')"
is 'nothing has changed' "$(printing --changed)" "0 files, 0 sheets printed; $sheets unchanged, 0 removed, 0 forms beside"
is 'the record is in the form of sha256sum' "$(grep -cE '^[0-9a-f]{64}  [a-z0-9./-]+$' "$out/da-in.sha256")" "$sheets"

code=$(sed -n 2p "$office/data/procedures.csv" | cut -d, -f1)
is 'one by its code' "$(printing "$code" | cut -d' ' -f1,2)" '1 files,'
sed -i '2s/Công dân/Công dân và tổ chức/' "$office/data/subjects.csv"
cmp -s "$office/data/subjects.csv" tests/rules/office/data/subjects.csv && echo '# the edit changed nothing'
site
printing --changed >"$TEST_TMP/changed"
shows 'an edit prints what says something else' "$TEST_TMP/changed" '^[1-9] files'
shows 'and it is on the list to put up' "$out/thay-to.csv" "^put up,thu-tuc/$code\.pdf,[1-9]"

"$NIEMYET" build -C "$office" --date 2026-11-21 -o "$TEST_TMP/other" >/dev/null 2>&1
sed -i "/in\/thu-tuc\/$code\.html/d" "$TEST_TMP/other/manifest.sha256"
is 'a sheet that is gone is taken down' "$(printing --site "$TEST_TMP/other" --changed | grep -o '1 removed')" '1 removed'
shows 'and on the list' "$out/thay-to.csv" "^take down,thu-tuc/$code\.pdf,"
check 'its file is gone' test ! -e "$out/thu-tuc/$code.pdf"

exits 1 'a sheet that there is not' "$NIEMYET" print -C "$office" -o "$out" --lang en 9.999999
shows 'is named' "$TEST_TMP/err" '“9.999999” \[B005\]'
exits 1 'no browser' "$NIEMYET" print -C "$office" -o "$TEST_TMP/none" --lang en --browser "$TEST_TMP/no-such-browser"
shows 'says how to get one, and that any other prints too' "$TEST_TMP/err" 'any browser too'
exits 1 'a browser that says nothing' "$NIEMYET" print -C "$office" -o "$TEST_TMP/none" --lang en --browser /bin/true
shows 'is told' "$TEST_TMP/err" 'B002'
exits 1 'no site' "$NIEMYET" print -C "$office" --site "$TEST_TMP/nowhere" -o "$out"
echo 'paper: no' >>"$office/site.yml"
site
exits 1 'no paper edition' "$NIEMYET" print -C "$office" -o "$out" --lang en
shows 'says where it is switched' "$TEST_TMP/err" 'paper: no'

done_testing
