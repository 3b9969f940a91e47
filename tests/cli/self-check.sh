#!/bin/sh
# SPDX-License-Identifier: MIT
# The page kiem-tra: only where site.yml asks for it, out of sight for citizens, from the same run of
# the rules that build and check count; the same bytes whatever ran before and with any number of workers.
. tests/tap.sh
. tests/office.sh
office=$TEST_TMP/office page=$TEST_TMP/site/kiem-tra.html db=$TEST_TMP/office/.niemyet/board.db

# A clean office, and seven procedures that lack what the first one has.
clean 0 "$office"
columns=$(head -n 1 "$office/data/procedures.csv" | awk -F, '{ print NF }')
awk -v n="$columns" 'BEGIN { for (i = 2; i <= 8; i++) {
	row = sprintf("1.00000%d,1,Thủ tục số %d,LAW_DETAILED,XA,ho-tich", i, i)
	for (c = 7; c <= n; c++) row = row ","
	print row } }' >>"$office/data/procedures.csv"
build() { "$NIEMYET" build -C "$office" -o "$TEST_TMP/site" "$@" >"$TEST_TMP/out" 2>&1; }
text() { sed 's/<[^>]*>/ /g' "$page" | tr -s ' \n' ' '; } # the page without its tags
found() { sqlite3 "$db" "SELECT count(*) FROM finding"; }
run() { "$NIEMYET" check -C "$office" --lang en "$@" >"$TEST_TMP/run" 2>&1 || :; }
tell() { text >"$TEST_TMP/text"; }

build
check 'without the key there is no page' test ! -e "$page"
is 'and nothing is kept' "$(found)" 0
printf 'check:\n  page: yes\n' >>"$office/site.yml"
check 'with it the office builds' build
check 'and has its page' test -s "$page"
tell
run --data
errors=$(sed -n 's/^\([0-9]*\) errors.*/\1/p' "$TEST_TMP/run") warnings=$(sed -n 's/.*, \([0-9]*\) warnings.*/\1/p' "$TEST_TMP/run")
check 'there is something to mend' test "$errors" -gt 20
shows 'the page counts what check counts' "$TEST_TMP/text" " $errors lỗi $warnings cảnh báo "
is 'a finding is a row' "$(found)" "$(grep -c . "$TEST_TMP/run" >/dev/null; "$NIEMYET" check --data -C "$office" --format json | wc -l)"

# Not for citizens.
shows 'search engines are told not to keep it' "$page" '<meta name="robots" content="noindex">'
hides 'it gives no address of its own' "$page" 'rel="canonical"'
empty 'no page, list or map of the site leads there' "$(grep -rlE 'kiem-tra' "$TEST_TMP/site" --include='*.html' --include='*.xml' --include='*.txt' --include='*.json' --include='*.csv')"
shows 'it says why' "$TEST_TMP/text" 'không có trong trình đơn, sơ đồ trang và máy tìm kiếm'

# What it says.
is 'errors stand before warnings' "$(sed -n 's/.*"ny-finding__level[^>]*>\([^<]*\)<.*/\1/p' "$page" | uniq | tr '\n' '|')" 'Lỗi|Cảnh báo|'
is 'what touches the most comes first' "$(sed -n 's/.*class="ny-finding__count">\([0-9]*\) thủ tục.*/\1/p' "$page" | head -n 3 | tr '\n' ' ')" '7 7 7 '
shows 'with rule' "$TEST_TMP/text" 'thủ tục … thiếu trình tự thực hiện NY003 7 thủ tục'
shows 'cure and law' "$TEST_TMP/text" 'Cách sửa chép các bước từ quyết định công bố vào cột steps_md của data/procedures.csv Căn cứ Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 điểm b '
shows 'page, file and line' "$page" '<a href="thu-tuc/1\.000002\.html">1\.000002</a>: .*<span class="ny-finding__place">data/procedures\.csv:3</span>'
shows 'five examples, and how many more' "$page" 'và 2 chỗ nữa: <code class="ny-finding__place">niemyet check --rule NY003</code>'
shows 'a score is a fraction' "$TEST_TMP/text" 'A. Nội dung của thủ tục 12,50% 1/8 thủ tục '
shows 'of rules where no procedure is looked at' "$TEST_TMP/text" 'J. Tổ chức bộ máy, tên gọi 100% ([0-9]+)/\1 quy tắc 0 0 0 '
is 'the groups are all there' "$(grep -c '<th scope="row" class="ny-table__head ny-table__head--text">[A-K]\. ' "$page")" 11
shows 'page rules are told of' "$TEST_TMP/text" 'chạy niemyet check để xem cả hai'

# Group 1 of the index 766, from decisions, ledger and parts. Days: 2026-11-23 is a Monday.
shows '1.3 counts the parts a to g' "$TEST_TMP/text" '1\.3 Công khai đầy đủ nội dung 12,50% 1/8 '
shows '1.4 is not computed' "$TEST_TMP/text" '1\.4 Đồng bộ hồ sơ Không tính .*chỉ Cổng Dịch vụ công quốc gia có'
shows '1.2 needs a ledger' "$TEST_TMP/text" '1\.2 Cập nhật, công khai đúng hạn Không tính .*niemyet publish ghi nhật ký'
sed -i '1s/$/,law_signed,law_effective_from,shortened/; 2,$s/$/,,,/' "$office/data/decisions.csv"
cp "$office/data/decisions.csv" "$office/data/decision-items.csv" "$TEST_TMP"
decide() { # NO SIGNED EFFECTIVE CODE [LAW_SIGNED LAW_EFFECTIVE SHORTENED]
	awk -F, -v OFS=, -v no="$1" -v signed="$2" -v effect="$3" -v law="${5:-}" -v law_effect="${6:-}" -v short="${7:-}" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = NF; exit }
		END { for (i = 1; i <= n; i++) $i = ""; $at["no"] = no; $at["title"] = "Công bố"; $at["issuer"] = "Chủ tịch"
			$at["signed"] = signed; $at["effective_from"] = effect; $at["legal_rank"] = "PROVINCE"
			$at["law_signed"] = law; $at["law_effective_from"] = law_effect; $at["shortened"] = short; NF = n; print }' \
		"$TEST_TMP/decisions.csv" | tail -n 1 >>"$office/data/decisions.csv"
	awk -F, -v OFS=, -v no="$1" -v code="$4" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; n = NF; exit }
		END { for (i = 1; i <= n; i++) $i = ""; $at["decision_no"] = no; $at["position"] = 1; $at["code"] = code; NF = n; print }' \
		"$TEST_TMP/decision-items.csv" | tail -n 1 >>"$office/data/decision-items.csv"
}
before=$(sed -n 's/.* 1\.1 Công bố đúng hạn [0-9,%–]* \([^ ]*\) .*/\1/p' "$TEST_TMP/text")
decide 801/QĐ-UBND 2026-11-02 2026-11-09 1.000002 # five working days
decide 802/QĐ-UBND 2026-11-03 2026-11-09 1.000003 # four
decide 803/QĐ-UBND 2026-11-05 2026-11-05 1.000004 # the day of the document is not known
decide 804/QĐ-UBND 2025-11-03 2025-11-09 1.000005 # last year's
decide 805/QĐ-UBND 2026-11-05 2026-11-05 1.000006 '' 2026-11-12 # five working days before the document
decide 806/QĐ-UBND 2026-11-05 2026-11-20 1.000007 '' 2026-11-11 # four
decide 807/QĐ-UBND 2026-11-05 2026-11-05 1.000008 2026-11-02 '' 1 # the third working day after it was signed
build && tell
after=$(sed -n 's/.* 1\.1 Công bố đúng hạn [0-9,%–]* \([^ ]*\) .*/\1/p' "$TEST_TMP/text")
is '1.1 counts those of the year, each once, by the day of the document' "$(echo "$before $after" | sed 's/không/0\/0/; s/phát sinh//' | awk -F'[/ ]+' '{ print $3 - $1, $4 - $2 }')" '3 5'
shows 'and says what it cannot know' "$TEST_TMP/text" '1 thủ tục không tính, vì data/decisions\.csv chưa ghi ngày của văn bản'
cp -R "$office" "$TEST_TMP/posted"
printf 'rule,object,reason,decided_by,valid_to\n' >"$TEST_TMP/posted/data/waivers.csv"
for rule in $(sqlite3 "$db" "SELECT DISTINCT f.rule FROM finding f JOIN rule_checked r USING (rule) WHERE r.level = 'ERROR' ORDER BY 1"); do
	echo "$rule,*,Chờ,Giám đốc,2027-01-01" >>"$TEST_TMP/posted/data/waivers.csv"
done
check 'it can be published with waivers' env SOURCE_DATE_EPOCH=1762131600 "$NIEMYET" publish -C "$TEST_TMP/posted" --yes --date 2026-11-09 "$TEST_TMP/web"
"$NIEMYET" build -C "$TEST_TMP/posted" -o "$TEST_TMP/web2" --date 2026-11-21 >/dev/null 2>&1
sed 's/<[^>]*>/ /g' "$TEST_TMP/web2/kiem-tra.html" | tr -s ' \n' ' ' >"$TEST_TMP/text"
shows '1.2 counts by the ledger' "$TEST_TMP/text" '1\.2 Cập nhật, công khai đúng hạn [0-9,]+% [0-9]+/[0-9]+ '
shows 'what is waived stands apart' "$TEST_TMP/text" 'Được miễn trừ .*NY003 thủ tục … thiếu trình tự thực hiện 1\.000002 data/procedures\.csv:3 Chờ Giám đốc 01/01/2027 '
shows 'and counts as no error' "$TEST_TMP/text" ' 0 lỗi .*A\. Nội dung của thủ tục 100% 8/8 thủ tục '
shows 'but as a missing part' "$TEST_TMP/text" '1\.3 Công khai đầy đủ nội dung 12,50% 1/8 '

# Nothing of persons, no numbers of figures.
sed -i '3s/Thủ tục số 2/Thủ tục của bà Trần Thị Bí Mật 0912 345 678/' "$office/data/procedures.csv"
sed -i '2s/,90,70,18,2,/,90,70,18,3,/' "$office/data/dossier-stats.csv"
build && tell
shows 'personal data is found' "$TEST_TMP/text" 'NY095a'
hides 'and not repeated' "$TEST_TMP/text" 'như có dữ liệu cá nhân \(“[^…]'
shows 'figures that do not add up are' "$TEST_TMP/text" 'NY082 .*data/dossier-stats\.csv:2 '
hides 'without their numbers' "$TEST_TMP/text" 'recv_total là|done_total là'

# The same bytes.
cp "$page" "$TEST_TMP/first"
build -j 7
check 'with other workers' cmp "$TEST_TMP/first" "$page"
shows 'nothing is written again' "$TEST_TMP/out" ': .* ghi 0, bỏ 0'
run --rule NY003
shows 'check runs one rule' "$TEST_TMP/run" '^7 errors, 0 warnings, 0 notes$'
build
check 'after a check of one rule' cmp "$TEST_TMP/first" "$page"
run --rule NY060
run --data
rm -rf "$office/.niemyet"
run
build
check 'after a check from nothing' cmp "$TEST_TMP/first" "$page"
exits 1 'a strict build refuses' "$NIEMYET" build -C "$office" -o "$TEST_TMP/site" --strict --lang en
shows 'with the messages in its language' "$TEST_TMP/err" 'procedure 1\.000002 lacks its steps.*\[NY003\]$'
check 'and posts nothing' cmp "$TEST_TMP/first" "$page"
build --lang en
check 'the page speaks the language of the site' cmp "$TEST_TMP/first" "$page"
echo 'lang: en' >>"$office/site.yml"
build --lang vi && tell
shows 'in English too' "$TEST_TMP/text" 'Mend first .*procedure … lacks its steps NY003 7 procedures Cure copy the steps from the announcing decision into column steps_md'
sed -i '/^check:/d; /^  page:/d' "$office/site.yml"
build
check 'switched off the page is gone' test ! -e "$page"
is 'with what it was made of' "$(found)" 0

done_testing
