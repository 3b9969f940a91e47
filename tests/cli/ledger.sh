#!/bin/sh
# SPDX-License-Identifier: MIT
# niemyet publish and niemyet verify: what is posted, changed, withdrawn is written down once,
# and whatever is done to the ledger or to what is posted afterwards is found.
. tests/tap.sh
. tests/office.sh
out=$TEST_TMP/out err=$TEST_TMP/err
office=$TEST_TMP/office site=$TEST_TMP/site ledger=$TEST_TMP/office/ledger.csv

day() { # DATE TIME COMMAND...: at that moment in Vietnam
	day_at=$(date -u -d "$1 $2 +0700" +%s)
	shift 2
	SOURCE_DATE_EPOCH=$day_at "$@"
}
publish() { day "$1" "$2" "$NIEMYET" -C "$office" publish "$site" --yes; }
verify() { "$NIEMYET" -C "$office" verify "$@"; }
row() { sed -n "$1p" "$ledger"; }
put() { sed "$2" "$office/data/$1.csv" >"$TEST_TMP/put" && cp "$TEST_TMP/put" "$office/data/$1.csv"; }

clean 4 "$office"
exits 0 'before the first publication' verify
shows 'verify says so' "$out" 'chưa niêm yết lần nào'
exits 0 'a build' "$NIEMYET" -C "$office" build -o "$TEST_TMP/built"
check 'writes no ledger' test ! -e "$ledger"
check 'and makes no page of one' test ! -e "$TEST_TMP/built/nhat-ky.html"

exits 2 'where nobody can be asked' "$NIEMYET" -C "$office" publish "$site"
exits 0 'a dry run' day 2026-11-02 08:15 "$NIEMYET" -C "$office" publish "$site" --dry-run
shows 'tells what there is' "$out" 'niêm yết mới 5 thủ tục, thay đổi 0, gỡ bỏ 0'
check 'and does nothing' test ! -e "$ledger" -a ! -e "$site" -a ! -e "$site.stage"

exits 0 'the first publication' publish 2026-11-02 08:15
is 'a line a procedure, and the head' "$(wc -l <"$ledger")" 6
is 'with moment, day and event' "$(row 2 | cut -d, -f1-8)" \
	'1,1,2026-11-02T08:15:00+07:00,2026-11-02,POSTED,1.000001,1,Thủ tục mẫu'
check 'what is posted has the same ledger' cmp "$ledger" "$site/du-lieu/nhat-ky.csv"
check 'and is whole' whole "$site"
shows 'the board shows its own posting' "$site/thu-tuc/1.000001.html" 'datetime="2026-11-02"'
check 'the pages of a ledger are there' test -f "$site/nhat-ky.html" -a -f "$site/nhat-ky/lan-1.html" -a \
	-f "$site/cap-nhat.html" -a -f "$site/in/bien-ban/lan-1.html" -a -f "$site/in/thay-to.html"

cp "$ledger" "$TEST_TMP/before"
snapshot "$site" >"$TEST_TMP/shot"
exits 0 'the same once more' publish 2026-11-02 10:00
shows 'is nothing new' "$out" 'không có gì mới'
check 'nothing is written' cmp "$ledger" "$TEST_TMP/before"
snapshot "$site" >"$TEST_TMP/now"
check 'nothing is sent' diff "$TEST_TMP/now" "$TEST_TMP/shot"

put fees 's/^2.000001,1,\(.*\),30000,/2.000001,1,\1,40000,/'
put methods 's/^2.000002,1,DIRECT,3/2.000002,1,DIRECT,2/'
put procedures '/^2.000004/d'
for table in postings methods fees fee-tiers components subjects results legal-bases; do put $table '/^2.000004/d'; done
exits 0 'changes' publish 2026-11-04 09:00
is 'two changed, in the parts that did' "$(row 7 | cut -d, -f2,5,6,9; row 8 | cut -d, -f2,5,6,9)" \
	"$(printf '2,CHANGED,2.000001,fees\n2,CHANGED,2.000002,limit')"
is 'one withdrawn' "$(row 9 | cut -d, -f2,5,6)" '2,WITHDRAWN,2.000004'
is 'and no more' "$(wc -l <"$ledger")" 9
check 'the lines before are as they were' cmp "$TEST_TMP/before" - <<END
$(head -n 6 "$ledger")
END
shows 'its page stays and says so' "$site/thu-tuc/2.000004.html" 'lan-2'
shows 'the change is on its page' "$site/thu-tuc/2.000001.html" 'id="lan-2"'
shows 'on the page of changes' "$site/cap-nhat.html" '2\.000001'
shows 'in the feed' "$site/du-lieu/atom.xml" '2\.000001\.html#lan-2'
sheet=$(row 3 | cut -d, -f11 | cut -c1-8)
shows 'and the sheet to take down in the list' "$site/in/thay-to.html" "$sheet"

# A new theme posts nothing anew.
mkdir -p "$office/i18n"
printf 'ledger: {title: Sổ niêm yết}\n' >"$office/i18n/vi.yml"
exits 0 'another word of the interface' publish 2026-11-05 09:00
shows 'is sent, and no line is written' "$out" 'nhật ký không thêm dòng'
is 'the ledger is as long as it was' "$(wc -l <"$ledger")" 9

# Broken posting rules stop it.
cp "$office/data/subjects.csv" "$TEST_TMP/subjects"
put subjects '/^2.000003/d'
snapshot "$site" >"$TEST_TMP/shot"
exits 1 'a broken rule' publish 2026-11-06 09:00
shows 'is named' "$err" 'NY008'
snapshot "$site" >"$TEST_TMP/now"
check 'nothing was sent' diff "$TEST_TMP/now" "$TEST_TMP/shot"
is 'nothing written' "$(wc -l <"$ledger")" 9
cp "$TEST_TMP/subjects" "$office/data/subjects.csv"

# Anybody can check the chain.
cat >"$TEST_TMP/chain.sh" <<'END'
chain=$(head -n 1 "$1" | tr -d '\n' | sha256sum | cut -c 1-64)
tail -n +2 "$1" | while IFS= read -r line; do
	chain=$(printf '%s\n%s' "$chain" "${line%,*}" | sha256sum | cut -c 1-64)
	[ "$chain" = "${line##*,}" ] || { echo "line ${line%%,*}"; exit 1; }
done
END
check 'with sha256sum alone the chain is true' sh "$TEST_TMP/chain.sh" "$ledger"
shows 'as docs/ledger.md has it' docs/ledger.md 'sha256sum \| cut -c 1-64'
sed '4s/2.000002/2.000003/' "$ledger" >"$TEST_TMP/forged"
is 'and an edit is found so, too' "$(sh "$TEST_TMP/chain.sh" "$TEST_TMP/forged")" 'line 3'
verify --record 2.000003 >"$TEST_TMP/record"
is 'the hash is that of the record' "$(sha256sum <"$TEST_TMP/record" | cut -c 1-64)" \
	"$(grep ',2.000003,' "$ledger" | cut -d, -f11)"

# Damage of every kind, told with its line.
exits 0 'the ledger as it is' verify "$site"
shows 'is whole' "$out" '8 dòng, 2 lần niêm yết'
cp "$ledger" "$TEST_TMP/whole"
damaged() { # NAME PATTERN
	exits 1 "$1" verify
	shows "$1: which line" "$err" "$2"
	cp "$TEST_TMP/whole" "$ledger"
}
sed '5s/mẫu/mâu/' "$TEST_TMP/whole" >"$ledger"
damaged 'a byte edited' 'ledger\.csv:5: .*số 4.*\[L003\]'
sed '5d' "$TEST_TMP/whole" >"$ledger"
damaged 'a line dropped' 'ledger\.csv:5: .*số 4 đến 4.*\[L004\]'
{ head -n 4 "$TEST_TMP/whole"; sed -n 6p "$TEST_TMP/whole"; sed -n 5p "$TEST_TMP/whole"; tail -n +7 "$TEST_TMP/whole"; } >"$ledger"
damaged 'two lines swapped' 'dòng 5 và 6.*\[L005\]'
sed 's/$/\r/' "$TEST_TMP/whole" >"$ledger"
damaged 'saved by a spreadsheet' '\[L007\]'
sed '$d' "$TEST_TMP/whole" >"$ledger"
exits 0 'the last line dropped leaves no trace in the file' verify
exits 1 'but what is posted has it' verify "$site"
shows 'and verify says how many' "$err" 'thiếu 1 dòng cuối.*\[L013\]'
exits 1 'publishing refuses to go on from there' publish 2026-11-07 09:00
shows 'and says why' "$err" 'thiếu 1 dòng cuối.*\[L013\]'
cp "$site/du-lieu/nhat-ky.csv" "$ledger"
check 'the copy is what was lost' cmp "$ledger" "$TEST_TMP/whole"
sed '5s/mẫu/mâu/' "$TEST_TMP/whole" >"$ledger"
exits 1 'no build on a broken ledger' "$NIEMYET" -C "$office" build -o "$TEST_TMP/built"
cp "$TEST_TMP/whole" "$ledger"

# Another ledger at the destination.
clean 1 "$TEST_TMP/other"
exits 1 'the place of another office' day 2026-11-08 09:00 "$NIEMYET" -C "$TEST_TMP/other" publish "$site" --yes
shows 'is told by its ledger' "$err" '\[L013\]'
day 2026-11-08 09:00 "$NIEMYET" -C "$TEST_TMP/other" publish "$TEST_TMP/other-site" --yes >/dev/null
exits 1 'with a ledger of its own, too' day 2026-11-08 09:00 "$NIEMYET" -C "$TEST_TMP/other" publish "$site" --yes
shows 'from which line on' "$err" 'từ dòng số 1 .*\[L010\]'

# What is posted.
echo x >>"$site/nhat-ky.html"
rm "$site/a-z.html"
exits 1 'files damaged and gone' verify "$site"
shows 'one is named' "$err" 'nhat-ky\.html.*\[L015\]'
shows 'and the other' "$err" 'a-z\.html.*\[L014\]'
rm "$site/nhat-ky.html"
exits 0 'publishing mends them' publish 2026-11-08 10:00
mkdir "$TEST_TMP/nowhere"
exits 0 'an inspector has only what is posted' "$NIEMYET" -C "$TEST_TMP/nowhere" verify "$site"
shows 'and its ledger' "$out" '8 dòng'
exits 1 'a folder that was not published' "$NIEMYET" -C "$TEST_TMP/nowhere" verify "$TEST_TMP/nowhere"
exits 1 'a code that nobody posts' verify --record 9.999999

put fees 's/^2.000001,1,\(.*\),40000,/2.000001,1,\1,50000,/'
exits 0 'a clock set back' publish 2026-11-01 08:15
shows 'is warned of' "$err" '\[L012\]'
exits 0 'and the ledger is whole all the same' verify "$site"

demonstration "$TEST_TMP/demo"
exits 0 'the demonstration has a ledger that is whole' "$NIEMYET" -C "$TEST_TMP/demo" verify
shows 'of several publications' "$out" '4 lần niêm yết'

done_testing
