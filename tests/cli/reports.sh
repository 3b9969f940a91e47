#!/bin/sh
# SPDX-License-Identifier: MIT
# Reports: values in the text, whose they are, what a sheet says about gaps and faults, form II.06a.
. tests/tap.sh

office=$TEST_TMP/office site=$TEST_TMP/site
mkdir -p "$office/data" "$office/pages/bao-cao"
cat >"$office/site.yml" <<'END'
title: Một cửa Thử
agency: mot-cua
END
cat >"$office/data/agencies.csv" <<'END'
code,name,level,parent_code,position
tinh,Ủy ban nhân dân tỉnh Thử,TINH,,1
mot-cua,Trung tâm Phục vụ hành chính công,TINH,tinh,2
xa-a,Xã <A>,XA,tinh,3
xa-b,Xã B,XA,tinh,4
END
head=agency_code,year,n,recv_online,recv_direct_postal,carried_over,done_early,done_on_time,done_late,open_in_term,open_overdue,recv_total,adjusted_count,adjusted_reason
cat >"$office/data/dossier-stats.csv" <<END
$head
xa-a,2025,10,180,60,10,90,125,5,29,1,,,
xa-b,2025,10,18,6,1,9,12,1,3,0,,,
xa-a,2025,11,100,60,30,90,80,5,15,0,200,2,Phần mềm ghi sai
END
report() { # NAME PERIOD [LINE]
	{
		printf -- '---\ntitle: Kết quả giải quyết\nperiod: %s\ndoc_no: 1/BC\n%s---\n\n' "$2" "${3:-}"
		printf '%s\n' 'Tiếp nhận `=recv_total`, `=prev.recv_total.change` so với `=prev.period`; đúng hạn `=on_time_done`' \
			'(`=on_time_done.num`/`=on_time_done.den`), số hóa `=digit`, năm trước `=last_year.recv_total`.' \
			'Của `=agency_name`, `=period_days`.' '' '```table Bảng' \
			'SELECT :kind AS a, :year AS b, :n AS c, :agency AS d, :recv_total AS e' '```'
	} >"$office/pages/bao-cao/$1.md"
}
report chung 2025-10
report thang-11 2025-11 'addressee: "Tỉnh; Sở"
recipients: "Như trên; Lưu: VT"
authority: "TM. UBND; KT. Chủ tịch"
signer: Nguyễn "Mẫu"
'
report xa-a 2025-10 'agency_code: xa-a
doc_date: 2025-10-17
'
report quy 2025-q4
report sau-nay 2026-01 'posted_from: 2026-02-01
'
exits 0 'the office builds' "$NIEMYET" build -C "$office" -o "$site" --date 2025-11-21

text() { sed -e '/<article/,/<\/article/!d' -e 's/<[^>]*>//g' "$site/bao-cao/$1.html" | grep -v '^$'; }
text chung >"$TEST_TMP/chung"
shows 'all agencies are added up' "$TEST_TMP/chung" 'Tiếp nhận 275, – so với tháng 09/2025; đúng hạn 97,52%'
shows 'numerator and denominator' "$TEST_TMP/chung" '\(236/242\), số hóa –, năm trước –'
shows 'whose figures, which days' "$TEST_TMP/chung" 'Của Tất cả cơ quan, từ ngày 15/09/2025 đến ngày 14/10/2025'
shows 'what is missing is marked' "$site/bao-cao/chung.html" 'số hóa <span class="ny-missing">–</span>'
shows 'queries get the period' "$site/bao-cao/chung.html" '<td>MONTH</td><td class="ny-right">2025</td><td class="ny-right">10</td><td></td><td class="ny-right">275</td>'
shows 'the office issues, its parent stands above' "$TEST_TMP/chung" 'Ủy ban nhân dân tỉnh Thử'
shows 'the period stands behind the title' "$TEST_TMP/chung" 'Báo cáo Kết quả giải quyết tháng 10/2025'
shows 'a missing day is said' "$TEST_TMP/chung" 'Chưa có thông tin: ngày ban hành'
hides 'a month without gaps and faults has no remark' "$TEST_TMP/chung" 'chưa khớp|Chưa có số liệu|điều chỉnh'

text xa-a >"$TEST_TMP/xa-a"
shows 'an agency reports its own figures' "$TEST_TMP/xa-a" 'Tiếp nhận 250,'
shows 'under its own name, escaped' "$TEST_TMP/xa-a" '^Xã &lt;A&gt;$'
shows 'on its day' "$TEST_TMP/xa-a" 'ngày 17 tháng 10 năm 2025'

text thang-11 >"$TEST_TMP/thang-11"
shows 'the agency that owes a month is named' "$TEST_TMP/thang-11" 'Chưa có số liệu của Xã B: tháng 11/2025'
shows 'so is what does not add up' "$TEST_TMP/thang-11" 'Xã &lt;A&gt;, tháng 11/2025: cột \(3\) khác tổng các cột \(4\), \(5\), \(6\) \(200 / 190\)'
shows 'and what was moved by hand' "$TEST_TMP/thang-11" 'điều chỉnh: Xã &lt;A&gt;, tháng 11/2025: 2 hồ sơ. Phần mềm ghi sai'
shows 'changes are in words' "$TEST_TMP/thang-11" 'giảm [0-9]+ so với tháng 10/2025'
shows 'several addressees' "$site/bao-cao/thang-11.html" '<span class="ny-doc__name">Tỉnh</span><span class="ny-doc__name">Sở</span>'
shows 'receivers end in semicolons and a point' "$TEST_TMP/thang-11" '^Như trên;$'
shows 'the last one too' "$TEST_TMP/thang-11" '^Lưu: VT\.$'
shows 'in whose name it is signed' "$TEST_TMP/thang-11" '^TM\. UBND$'
shows 'who signs' "$TEST_TMP/thang-11" '^Nguyễn &quot;Mẫu&quot;$'

text quy >"$TEST_TMP/quy"
shows 'a quarter that is not over says so' "$TEST_TMP/quy" 'mới có 2 trong 3 tháng'
check 'a report of the future is not there' test ! -e "$site/bao-cao/sau-nay.html"
shows 'reports are listed' "$site/bao-cao/index.html" 'href="[^"]*thang-11\.html">Kết quả giải quyết tháng 11/2025'
hides 'and are no notices' "$site/thong-bao/index.html" 'Kết quả giải quyết'
is 'the newest period comes first' "$(grep -oE 'bao-cao/[a-z0-9-]+\.html">Kết' "$site/bao-cao/index.html" | head -n 1)" \
	"$(grep -oE 'bao-cao/quy\.html">Kết' "$site/bao-cao/index.html")"

shows 'the form has the total' "$site/bao-cao/ii-06a/2025-10.csv" '^TOTAL,,Tổng cộng,275,198,66,11,242,99,137,6,33,32,1$'
shows 'and an agency a line' "$site/bao-cao/ii-06a/2025-10.csv" '^AGENCY,xa-b,Xã B,25,18,6,1,22,9,12,1,3,3,0$'
shows 'what does not add up is marked' "$site/bao-cao/ii-06a/2025-11.html" 'Xã &lt;A&gt; <span class="ny-missing">\*</span>'
hides 'what does is not' "$site/bao-cao/ii-06a/2025-10.html" '<span class="ny-missing">\*'

sed -i 's/2025-10$/2025-12/' "$office/pages/bao-cao/chung.md"
exits 1 'a report without figures stops the build' "$NIEMYET" build -C "$office" -o "$site" --date 2025-11-21
shows 'and names file and line' "$TEST_TMP/err" '^(.*/)?pages/bao-cao/chung\.md:3: .*\[D049\]$'
exits 1 'on the next run, too' "$NIEMYET" build -C "$office" -o "$site" --date 2025-11-21
check 'the old one stands' grep -q 275 "$site/bao-cao/chung.html"

done_testing
