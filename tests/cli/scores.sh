#!/bin/sh
# SPDX-License-Identifier: MIT
# Scores that others give: rate and points worked out again, marked where they differ, sums
# beside the stated total; dossiers past their day with masked codes, totals beside the month's.
. tests/tap.sh
office=$TEST_TMP/office site=$TEST_TMP/site

mkdir -p "$office/data"
printf 'title: Tỉnh Mẫu\nagency: X\n' >"$office/site.yml"
cat >"$office/data/agencies.csv" <<'END'
code,name,parent_code,level
X,Tỉnh Mẫu,,TINH
X.1,Sở Một,X,TINH
X.2,Sở Hai,X,TINH
X.3,Xã Ba,X,XA
END
cat >"$office/data/index-components.csv" <<'END'
index_code,component,parent,name,scale_min,scale_max,full_at_percent,publisher,position
766,,,Bộ chỉ số,0,100,,Cổng,1
766,TDGQ,,Tiến độ,0,20,,,1
766,2.2,TDGQ,Số ngày trung bình,,,,,1
766,MDSH,,Số hóa,0,4,80,,2
PAPI,,,PAPI,10,80,,UNDP,2
PAPI,C1,,Tham gia,1,10,,,1
END
cat >"$office/data/index-units.csv" <<'END'
code,name,is_own
P1,Đà Nẵng,0
P2,Hà Nội,0
P3,An Giang,1
END
cat >"$office/data/index-scores.csv" <<'END'
index_code,component,unit_code,period_kind,year,n,score,max_score,num,den,percent
766,TDGQ,X,CALENDAR_MONTH,2026,8,17.73,20,39,44,88.64
766,TDGQ,X.1,CALENDAR_MONTH,2026,8,18.12,20,29,32,90.62
766,TDGQ,X.2,CALENDAR_MONTH,2026,8,0,20,0,0,0
766,TDGQ,X.3,CALENDAR_MONTH,2026,8,16.67,20,10,12,83.33
766,2.2,X.1,CALENDAR_MONTH,2026,8,7.05,,,,
766,MDSH,X.1,CALENDAR_MONTH,2026,8,3,4,60,100,60
766,MDSH,X.2,CALENDAR_MONTH,2026,8,4,4,81,100,81
766,MDSH,X.3,CALENDAR_MONTH,2026,8,3.95,4,79,100,79
PAPI,C1,P1,CALENDAR_YEAR,2020,1,5.125,,,,
PAPI,C1,P2,CALENDAR_YEAR,2020,1,5.5,,,,
PAPI,C1,P3,CALENDAR_YEAR,2020,1,5.4,,,,
PAPI,C1,P2,CALENDAR_YEAR,2018,1,5.2,,,,
PAPI,C1,P3,CALENDAR_YEAR,2018,1,5.1,,,,
END
cat >"$office/data/overdue-dossiers.csv" <<'END'
dossier_code,agency_code,due,finished,reason,apology_sent,new_due,data_asof
H20.031.01-261014-264266,X.1,2026-11-04,,COORDINATION,2026-11-03,2026-11-11,2026-11-15
H20.031.01-261014-264777,X.1,2026-11-01,2026-11-03,STAFF,,,2026-11-15
H20.031.01-261014-264888,X.1,2026-11-20,,,,,2026-11-15
END
cat >"$office/data/dossier-stats.csv" <<'END'
agency_code,year,n,recv_online,recv_direct,recv_postal,carried_over,done_total,done_early,done_on_time,done_late,open_total,open_in_term,open_overdue,data_asof,source_system
X.1,2026,11,60,30,5,5,90,70,18,2,10,7,3,2026-11-15,Hệ thống mẫu
END
build() { "$NIEMYET" build -C "$office" -o "$site" --date 2026-11-21; }
exits 0 'the office builds' build

page=$site/thong-ke/chi-so/766/2026-08-duong-lich.html
# A row without its tags: its cells, one space between.
row() { grep -F ">$1" "$page" | grep '<td>' | sed 's/<[^>]*>/ /g; s/  */ /g; s/^ //; s/ $//'; }
is 'what differs from the source is marked' "$(row 'Sở Một' | head -1)" \
	'Sở Một 18,12 90,62% 29/32 7,05 ≠ 18,13 ≠ 90,63% 3'
is 'what agrees is not' "$(row 'Xã Ba' | head -1)" 'Xã Ba 16,67 83,33% 10/12 16,67 83,33% 2'
is 'nothing occurred: no rate, and what the source says' "$(row 'Sở Hai' | head -1)" 'Sở Hai 0,00 0% 0/0 – – 0'
is 'all points from the rate that gives all' "$(row 'Sở Hai' | tail -1)" 'Sở Hai 4,00 81% 81/100 4,00 81,00% 19'
is 'below it in proportion' "$(row 'Xã Ba' | tail -1)" 'Xã Ba 3,95 79% 79/100 3,95 79,00% 21'
is 'the sum of the units' "$(row 'Cộng 3 đơn vị' | head -1)" 'Cộng 3 đơn vị Tự tính để đối chiếu 39/44 17,73 88,64% 5'
is 'the stated total' "$(row 'Tỉnh Mẫu' | head -1)" 'Tỉnh Mẫu Theo nguồn 17,73 88,64% 39/44 17,73 88,64% 5'
shows 'they agree' "$page" 'khớp với số chung mà nguồn ghi cho Tỉnh Mẫu'
shows 'how many agree' "$page" 'Tính lại để đối chiếu 3 đơn vị: 1 đơn vị khớp với nguồn, <strong>1 đơn vị khác với nguồn</strong>, 1 đơn vị không phát sinh hồ sơ'
hides 'the total is no unit' "$page" '>4 đơn vị'
is 'the same in the CSV' "$(grep -F 'X.1' "${page%.html}.csv" | grep TDGQ)" \
	'766,2026-08-duong-lich,TDGQ,Tiến độ,X.1,Sở Một,X,18.12,20,29,32,90.62,90.63,18.13,1,3,,,,'

sed -i 's/^766,TDGQ,X,.*/766,TDGQ,X,CALENDAR_MONTH,2026,8,17.78,20,40,45,88.89/' "$office/data/index-scores.csv"
exits 0 'with another total' build
shows 'a total that is not the sum is told' "$page" 'Không khớp với số chung mà nguồn ghi cho Tỉnh Mẫu: 40/45 \(chênh 1/1\)'
hides 'and not called equal' "$page" 'khớp với số chung mà nguồn ghi cho Tỉnh Mẫu\.'

papi=$site/thong-ke/chi-so/PAPI/2020-duong-lich.html
is 'units in the order of the alphabet, no rank' "$(sed -n 's/.*<th scope="row">\([^<]*[^ <]\) *<.*/\1/p' "$papi" | tr '\n' ' ')" \
	'An Giang Đà Nẵng Hà Nội '
shows 'rounded half up' "$papi" '<td>5,13</td>'
shows 'our own unit' "$papi" 'ny-table__own"><th scope="row">An Giang'
shows 'who has no score of the period' "$site/thong-ke/chi-so/PAPI/2018-duong-lich.html" '<li>Đà Nẵng</li>'
shows 'the own unit leads the page of the index' "$site/thong-ke/chi-so/PAPI.html" 'Điểm của: An Giang'

late=$site/thong-ke/qua-han.html
check 'codes are masked everywhere' sh -c "! grep -rqE '264266|264777' '$site'"
shows 'first group and last digits stay' "$late" 'H20\.…-…266'
shows 'days of the calendar, to the day of the data' "$late" '11 ngày'
shows 'or to the result' "$late" '2 ngày'
hides 'what is not late is not listed' "$late" '888'
shows 'no apology is said' "$late" 'chưa gửi'
shows 'the list against the month' "$late" 'danh sách ít hơn 2'
is 'the CSV has the masked code' "$(sed -n 2p "${late%.html}.csv" | cut -d, -f1-3)" 'H20.…-…266,X.1,Sở Một'
printf 'overdue:\n  codes: full\n' >>"$office/site.yml"
exits 0 'codes in full' build
shows 'when site.yml says so' "$late" 'H20\.031\.01-261014-264266'

done_testing
