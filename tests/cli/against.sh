#!/bin/sh
# SPDX-License-Identifier: MIT
# niemyet check --against: an export that says the same in other words is the same; each thing that
# differs is found where it is, with both values; what is wrong with an export harms nothing.
. tests/tap.sh
. tests/office.sh
out=$TEST_TMP/out err=$TEST_TMP/err

# A fresh office and an export that says the same, in the folder "now"; COMMANDS change them.
fresh() { # COMMANDS
	rm -rf "$TEST_TMP/now"
	cp -R tests/rules/office "$TEST_TMP/now"
	cp -R tests/rules/export "$TEST_TMP/now/export"
	cat tests/rules/lib/edit.sh >"$TEST_TMP/commands"
	printf '%s\n' "$1" >>"$TEST_TMP/commands"
	(cd "$TEST_TMP/now" && sh -e ../commands)
}
run() { (cd "$TEST_TMP/now" && "$NIEMYET" check --data --lang en -W all "$@" >../run 2>&1); }
compare() { (cd "$TEST_TMP/now" && "$NIEMYET" check --data --lang en -W all "$@" --against export/* >../run 2>&1); }
found() { sed -n 's/^\([^ ]*\): [a-z]*: .*\[\(NY027[a-z]*\|NY052a\)\]$/\2 \1/p' "$TEST_TMP/run"; }

same() { # NAME COMMANDS
	check "$1: is made" fresh "$2"
	compare
	is "$1: is the same" "$(found)" ''
	shows "$1: was compared" "$TEST_TMP/run" '^compared with the export \('
}
differs() { # NAME COMMANDS "RULE PLACE" [PATTERN]
	check "$1: is made" fresh "$2"
	compare
	is "$1: is found" "$(found)" "$3"
	[ $# -lt 4 ] || shows "$1: both values are told" "$TEST_TMP/run" "$4"
}

same 'what was copied' :
same 'a name in decomposed letters and more spaces' "
	python3 -c 'import sys, unicodedata
s = open(sys.argv[1], encoding=\"utf-8\").read().replace(\"Thủ tục mẫu\", \"Thủ  tục\\u00a0mẫu \")
open(sys.argv[1], \"w\", encoding=\"utf-8\").write(unicodedata.normalize(\"NFD\", s))' export/1.000001.txt"
same 'codes with suffixes of different agencies' "
	sed -i 's/1.000001/1.000001.000.00.00.H20/' export/1.000001.txt
	sed -i 's/^1.000002,/1.000002.H13,/' data/*.csv"
same 'the record of the plain code beside those of agencies' "
	sed 's/1.000001/1.000001.H13/; s/3 WORKING_DAY/9 WORKING_DAY/' export/1.000001.txt >export/0.txt"
same 'the record of the agency beside the plain one' "
	sed -i 's/^1.000001,/1.000001.H13,/' data/*.csv
	sed 's/1.000001/1.000001.H13/' export/1.000001.txt >export/0.txt
	sed -i 's/3 WORKING_DAY/9 WORKING_DAY/' export/1.000001.txt"
same 'a limit in words here' "
	cell methods 2 time_limit_value ''
	cell methods 2 time_limit_unit ''
	cell methods 2 time_limit_text 'Trong vòng 03 (ba) ngày làm việc kể từ ngày nhận đủ hồ sơ'"
same 'limits in words there' "
	sed -i 's/3 WORKING_DAY/03 ngày làm việc - trường hợp khó 5 ngày/' export/1.000001.txt
	cell methods 2 time_limit_value ''
	cell methods 2 time_limit_unit ''
	cell methods 2 time_limit_text 'Thường: 3 ngày làm việc. Trường hợp khó: 05 ngày'"
same 'a limit that was cut here, with the one it was' "
	cell methods 2 time_limit_value 2
	cell methods 2 time_limit_statutory_value 3"
same 'a limit of which nothing is said there' "sed -i 's/3 WORKING_DAY/OTHER/' export/1.000001.txt"
same 'a limit there is one of which nothing is said' "
	printf '1.000001,9,DIRECT,9,DAY,,,\n' >>data/methods.csv
	sed -i '0,/  \* Hình thức nộp: DIRECT/s//  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: OTHER\n    Phí, lệ phí: 30000 VNĐ (đồng\/lần) | 0 VNĐ (Theo bậc)\n&/' export/1.000001.txt"
same 'ways there of which nothing is said, one here' "
	printf '1.000001,9,DIRECT,,OTHER,,,\n' >>data/methods.csv
	sed -i 's/3 WORKING_DAY/OTHER/' export/1.000001.txt"
same 'limits of cases here' "
	cell methods 2 time_limit_value ''
	cell methods 2 time_limit_unit ''
	printf 'code,position,name,time_limit_value,time_limit_unit\n1.000001,1,Trường hợp thường,3,WORKING_DAY\n' >data/dossier-cases.csv"
same 'the same limits in another order' "
	printf '1.000001,9,DIRECT,7,DAY,,,\n' >>data/methods.csv
	sed -i '0,/  \* Hình thức nộp: DIRECT/s//  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 7 DAY\n    Phí, lệ phí: 30000 VNĐ (đồng\/lần) | 0 VNĐ (Theo bậc)\n&/' export/1.000001.txt"
same 'a fee in words there' "sed -i 's/30000 VNĐ (đồng.lần)/30.000 đồng một lần/' export/1.000001.txt"
same 'a fee whose zeros are lost there' "sed -i 's/30000 VNĐ (đồng.lần)/30 VNĐ (30.000 đ\/lần)/' export/1.000001.txt"
same 'a fee in words here' "
	cell fees 2 amount_vnd ''
	cell fees 2 formula '30.000 đồng/lần'"
same 'a fee with others in its note there' "
	printf '1.000001,9,Từ trang thứ ba,PHI,1000,,,,,,,,,\n' >>data/fees.csv
	sed -i 's/30000 VNĐ (đồng.lần)/30000 VNĐ (đồng\/lần)\n    Mô tả: 30.000 đồng một lần, từ trang thứ ba 1.000 đồng/; /Mô tả: 30/s/ | 0 VNĐ.*//' export/1.000001.txt"
same 'amounts in other words on both sides' "
	cell fees 2 amount_vnd ''
	cell fees 2 formula 'từ 20.000 đồng đến 30.000 đồng'
	sed -i '3d' data/fees.csv
	sed -i 1q data/fee-tiers.csv data/fee-reliefs.csv
	sed -i 's/30000 VNĐ.*/20.000 đồng – 30.000 đồng/' export/1.000001.txt"
same 'tiers here, words there' "
	sed -i '2d' data/fees.csv
	sed -i '2,\$d' data/fee-reliefs.csv
	sed -i 's/30000 VNĐ (đồng.lần) | //' export/1.000001.txt"
same 'another document here, left to the province there' "
	cell fees 2 amount_vnd ''
	cell fees 2 formula 'Theo Nghị quyết 12/2025'
	sed -i '3d' data/fees.csv
	sed -i 1q data/fee-tiers.csv data/fee-reliefs.csv
	sed -i 's/30000 VNĐ.*/Theo quy định của Hội đồng nhân dân cấp tỉnh/' export/1.000001.txt"
same 'a fee of which nothing is said there' "sed -i 's/Phí, lệ phí: .*/Phí, lệ phí: 0 VNĐ ()/' export/*.txt"
same 'a fee that is left to the province there' "sed -i 's/30000 VNĐ (.*/50000 VNĐ (Mức cụ thể do HĐND tỉnh quyết định)/' export/1.000001.txt"
same 'no fee here, none there' "
	cell procedures 3 fee_none ''
	sed -i 's/0 VNĐ (Miễn phí)/0 VNĐ (Không)/' export/1.000002.txt"
same 'a fee of zero here, none there' "
	cell procedures 3 fee_none ''
	printf '1.000002,1,,,0,,,,,,,,,\n' >>data/fees.csv"
same 'fees of each way, and one of all' "
	sed -i '1s/\$/,channel/; 2,\$s/\$/,/' data/fees.csv
	cell fees 2 channel DIRECT
	sed -n '2{s/^1.000001,1,/1.000001,9,/; s/DIRECT/ONLINE/; p}' data/fees.csv >more
	cat more >>data/fees.csv"
same 'remarks among the papers' "
	printf '    - Lưu ý mang bản chính để đối chiếu\n      Số lượng: Bản chính: 0, Bản sao: 0\n' >more
	sed -i '/Giấy tờ tùy thân/{n; r more
	}' export/1.000001.txt"
same 'papers in another order' "
	sed -i '/Tờ khai/{N; d}' export/1.000001.txt
	printf '    - Tờ khai\n      Số lượng: Bản chính: 1, Bản sao: 0\n' >more
	sed -i '/Giấy tờ tùy thân/{n; r more
	}' export/1.000001.txt"
same 'a dossier of which nothing is said there' "sed -i '/^    - /{N; d}; s/^Thành phần hồ sơ:.*/& Không có thông tin/' export/1.000001.txt"
same 'the decision of the province' "sed -i 's/Quyết định số 01.QĐ-BTP/Số 02\/QĐ-UBND./' export/1.000001.txt"
same 'a decision with zeros in front here' "
	cell procedures 3 decision_no 001/QĐ-BTP
	sed -i 's/01.QĐ-BTP/1\/QĐ-BTP/' export/1.000002.txt"
same 'a decision beside another one here' "cell procedures 3 decision_no '7/QĐ-BTP; 1/QĐ-BTP'"
same 'a decision of which nothing is said there' "sed -i 's/^Số quyết định:.*/Số quyết định: Không có thông tin/' export/1.000001.txt"
same 'an export of one procedure of many' 'rm export/1.000002.txt'

differs 'a name' "sed -i 's/Thủ tục mẫu/Thủ tục Mẫu/' export/1.000001.txt" \
	'NY027 data/procedures.csv:2' '“Thủ tục mẫu” here and “Thủ tục Mẫu” in the national database \(export/1\.000001\.txt\)'
differs 'a limit' "sed -i 's/3 WORKING_DAY/3 DAY/' export/1.000001.txt" \
	'NY027a data/methods.csv:2' 'Trực tiếp: 3.+ngày làm việc here, 3.+ngày in the national'
differs 'a limit in words there' "sed -i 's/03 (ba) ngày/04 (bốn) ngày/' export/1.000001.txt" 'NY027a data/methods.csv:3'
differs 'a limit that nobody gives here' "
	cell methods 4 time_limit_value ''
	cell methods 4 time_limit_unit ''" 'NY027a data/methods.csv:4' ': – here, 1.+tháng in the national'
differs 'a cut limit that is neither' "
	cell methods 2 time_limit_value 2
	cell methods 2 time_limit_statutory_value 4" 'NY027a data/methods.csv:2'
differs 'one of several limits of one way' "
	printf '1.000001,9,DIRECT,3,WORKING_DAY,,,\n' >>data/methods.csv
	sed -i '0,/  \* Hình thức nộp: DIRECT/s//  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 7 DAY\n    Phí, lệ phí: 30000 VNĐ (đồng\/lần) | 0 VNĐ (Theo bậc)\n&/' export/1.000001.txt" \
	'NY027a data/methods.csv:2'
differs 'one of the same limits of one way' "
	printf '1.000001,9,DIRECT,3,WORKING_DAY,,,\n' >>data/methods.csv
	sed -i '0,/  \* Hình thức nộp: ONLINE/s//  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 7 DAY\n    Phí, lệ phí: 30000 VNĐ (đồng\/lần) | 0 VNĐ (Theo bậc)\n&/' export/1.000001.txt" \
	'NY027a data/methods.csv:6' '3.+; 3.+ here, 3.+; 7.+ in the national'
differs 'a limit that is new among others' "
	printf '1.000001,9,DIRECT,9,DAY,,,\n' >>data/methods.csv
	sed -i '0,/  \* Hình thức nộp: DIRECT/s//  * Hình thức nộp: DIRECT\n    Thời hạn giải quyết: 7 DAY\n    Phí, lệ phí: 30000 VNĐ (đồng\/lần) | 0 VNĐ (Theo bậc)\n&/' export/1.000001.txt" \
	'NY027a data/methods.csv:6'
differs 'how often a limit stands' "
	printf '1.000001,8,DIRECT,5,DAY,,,\n1.000001,9,DIRECT,5,DAY,,,\n' >>data/methods.csv
	awk '{ print } /DIRECT/ { for (i = 0; i < 2; i++) print \"    Thời hạn giải quyết: \" (i ? \"5 DAY\" : \"3 WORKING_DAY\") \"\n    Phí, lệ phí: 30000 VNĐ (đồng/lần) | 0 VNĐ (Theo bậc)\n  * Hình thức nộp: DIRECT\" }' \
		export/1.000001.txt >more
	cat more >export/1.000001.txt" 'NY027a data/methods.csv:7'
differs 'a fee' 'cell fees 2 amount_vnd 25000' 'NY027b data/fees.csv:2' \
	'\(Trực tiếp, Trực tuyến\): 25\.000.+đồng/lần here, 30\.000.+đồng/lần in the national'
differs 'a fee of one way' "sed -i '0,/30000/s//20000/' export/1.000001.txt" 'NY027b data/fees.csv:2' '\(Trực tiếp\): 30\.000'
differs 'a fee where there is none' "sed -i 's/0 VNĐ (Miễn phí)/8000 VNĐ ()/' export/1.000002.txt" \
	'NY027b data/procedures.csv:3' ': Không here, 8\.000.+đồng in the national'
differs 'no fee where there is one' "sed -i 's/30000 VNĐ.*/0 VNĐ (Không thu phí)/' export/1.000001.txt" 'NY027b data/fees.csv:2'
differs 'a fee that nobody gives here' "
	cell procedures 3 fee_none ''
	sed -i 's/0 VNĐ (Miễn phí)/8000 VNĐ ()/' export/1.000002.txt" 'NY027b data/procedures.csv:3'
differs 'amounts in words on both sides' "
	cell fees 2 amount_vnd ''
	cell fees 2 formula 'từ 20.000 đồng đến 30.000 đồng'
	sed -i '3d' data/fees.csv data/fee-tiers.csv data/fee-reliefs.csv
	sed -i 1q data/fee-tiers.csv data/fee-reliefs.csv
	sed -i 's/30000 VNĐ.*/Từ 20.000 đồng đến 35.000 đồng/' export/1.000001.txt" 'NY027b data/fees.csv:2'
differs 'one paper more' "printf '1.000002,2,,Ảnh,,2,0,\n' >>data/components.csv" 'NY027c data/components.csv:5' \
	': 2 here \(originals 3, copies 0\), 1 in the national database \(originals 1, copies 0\)'
differs 'one copy more' 'cell components 3 copy_qty 2' 'NY027c data/components.csv:3'
differs 'papers where none is wanted' "sed -i 's/^    - Tờ khai/    - Không/; s/Bản chính: 1, Bản sao: 0/Bản chính: 0, Bản sao: 0/' export/1.000002.txt" \
	'NY027c data/components.csv:4'
differs 'a decision' 'cell procedures 3 decision_no 11/QĐ-BTP' 'NY027d data/procedures.csv:3' '11/QĐ-BTP here, Quyết định số 01/QĐ-BTP in'
differs 'a code' "sed -i 's/^1.000002,/1.000009,/' data/*.csv" 'NY027g data/procedures.csv:3' 'code 1\.000009 here and 1\.000002 in'
differs 'a code that is marked as deleted' "sed -i 's/1.000002/1.000002-Xoa/' export/1.000002.txt" 'NY027h data/procedures.csv:3'

same 'two of one name here, one there' "
	for i in 7 8; do sed -n \"3s/^1.000002,/1.00000\$i,/p\" data/procedures.csv >>more; done
	sed -i '/^1.000002,/d' data/*.csv
	cat more >>data/procedures.csv"
same 'one here, two of one name there' "
	sed -i 's/^1.000002,/1.000009,/' data/*.csv
	sed 's/1.000002/1.000003/' export/1.000002.txt >export/3.txt"
# Through a map: states and days, lines of the export.
cat >"$TEST_TMP/list.yml" <<'END'
title: {vi: Danh sách}
description: {vi: CSV có cột ma}
format: csv
match: EXISTS (SELECT ma FROM source)
tables:
  - table: procedures
    from: source
    columns: {code: ma, name: ten, kind: "'OTHER'", change_kind: doi, db_status: tt, valid_to: het, decision_no: qd}
END
listed() { # ROW-OF-1.000001
	printf 'mkdir maps; cp ../list.yml maps; rm export/*\nprintf "ma,ten,doi,tt,het,qd\\n%s\\n1.000002,Thủ tục hai,,Công khai,,\\n" >export/a.csv' "$1"
}
same 'a list by a map' "$(listed '1.000001,Thủ tục mẫu,,,2027-01-01,1/QĐ-BTP')"
differs 'an end that has come' "$(listed '1.000001,Thủ tục mẫu,,,2026-11-21,')" 'NY027h data/procedures.csv:2' 'export/a\.csv:2\) \[NY027h\]$'
same 'an agency that has ended it, another that has not' "$(listed '1.000001.H01,Thủ tục mẫu,,,2026-01-01,')
	printf '1.000001.H02,Thủ tục mẫu,,,,\n' >>export/a.csv"
differs 'an abolition' "$(listed '1.000001,Thủ tục khác,ABOLISHED,,,2/QĐ')" 'NY027h data/procedures.csv:2'
differs 'a state' "$(listed '1.000001,Thủ tục mẫu,,Hết hiệu lực,,')" 'NY027h data/procedures.csv:2'
same 'the same state here' "$(listed '1.000001,Thủ tục mẫu,,Hết hiệu lực,,')
	sed -i '1s/\$/,db_status/; 2s/\$/,Hết hiệu lực/; 3s/\$/,/' data/procedures.csv"

# What the export lacks is told where it is whole; of what cannot be read nobody knows.
lacking="for i in 3 4 5; do
	sed -n \"3s/^1.000002/1.00000\$i/p\" data/procedures.csv >>more
	sed \"s/1.000002/1.00000\$i/\" export/1.000002.txt >export/1.00000\$i.txt
done
cat more >>data/procedures.csv"
fresh "$lacking
	rm export/1.000003.txt"
compare --rule NY027e
is 'one that lacks of five is told' "$(found)" 'NY027e data/procedures.csv:4'
fresh "$lacking
	rm export/1.000003.txt export/1.000004.txt"
compare --rule NY027e
is 'two of five are a part only' "$(found)" ''
fresh "$lacking
	sed -i 's/^Tên thủ tục:.*/Tên thủ tục:/' export/1.000003.txt
	cell methods 2 time_limit_value 9"
compare --rule NY027e
is 'one that cannot be read does not lack' "$(found)" ''
shows 'but is told of' "$TEST_TMP/run" '^export/1\.000003\.txt:4: error: .*\[I011\]$'
compare --rule NY027a
is 'and the others are compared' "$(found)" 'NY027a data/methods.csv:2'
exits 1 'with the status of an error' "$NIEMYET" check -C "$TEST_TMP/now" --data --rule NY027e --against "$TEST_TMP/now/export"
# Three of five are posted; then four of six, of which one will be and one is gone there.
fresh "$lacking
	sed -i '/^1.00000[34],/d' data/procedures.csv"
compare --rule NY027f
is 'of a list of which little is posted nothing is told' "$(found)" ''
fresh "$lacking
	sed 's/1.000002/1.000006/; s/Cấp Xã/Cấp Huyện/' export/1.000002.txt >export/1.000006.txt
	sed -i '/^1.000004,/d; /^1.000005/s/,,\$/,2026-12-01,/' data/procedures.csv"
compare --rule NY027f
is 'what is not posted is told, but not what will be, nor districts' \
	"$(sed -n 's/.*procedure \(1.00000[0-9]\) .*NY027f.*/\1/p' "$TEST_TMP/run")" ''
fresh "$lacking
	sed 's/1.000002/1.000006/; s/Cấp Xã/Cấp Huyện/' export/1.000002.txt >export/1.000006.txt
	sed -i '/^1.000004,/d' data/procedures.csv"
compare --rule NY027f
is 'the one that is not' "$(sed -n 's/.*procedure \(1.00000[0-9]\) .*NY027f.*/\1/p' "$TEST_TMP/run")" 1.000004
fresh "$(listed '1.000001,Thủ tục mẫu,,,,')
	printf '1.000003,Thủ tục ba,,Hết hiệu lực,,\n1.000004,Thủ tục bốn,,,2026-01-01,\n' >>export/a.csv"
compare --rule NY027f
is 'nor what is gone there' "$(found)" ''
fresh "$lacking
	sed -i 's/Thủ tục hai/Thủ tục ba/' export/1.000003.txt
	sed -i '/^1.000003,/s/Thủ tục hai/Thủ tục ba/; s/^1.000003,/1.000013,/' data/procedures.csv"
compare
is 'another code is one thing to tell' "$(found | grep -v NY027c)" 'NY027g data/procedures.csv:4'

# Without --against nobody hears of these rules.
fresh 'cell methods 2 time_limit_value 9'
now=$TEST_TMP/now
run
hides 'without --against nothing is compared' "$TEST_TMP/run" 'NY027|NY052a|compared'
exits 1 'a rule that compares, alone' "$NIEMYET" check -C "$now" --lang en --rule NY027a
shows 'wants an export' "$out" 'error: .*NY027a.*\[R043\]$'
exits 2 'files without --against' "$NIEMYET" check -C "$now" "$now/export"
exits 2 '--against without files' "$NIEMYET" check -C "$now" --against
exits 0 'a build compares nothing' "$NIEMYET" build -C "$now" --strict -o "$TEST_TMP/site"

# As all rules: status, levels, formats, waivers; pages with it.
exits 1 'a difference makes the status 1' "$NIEMYET" check -C "$now" --against "$now/export"
shows 'and is told in Vietnamese' "$out" '^data/methods\.csv:2: lỗi: .*ở đây 9.+ngày làm việc, ở Cơ sở dữ liệu quốc gia 3.+ngày làm việc \(.*1\.000001\.txt\) \[NY027a\]$'
shows 'with what was compared' "$out" '^đối chiếu với bản xuất \(2 thủ tục\): có 2 trong 2 thủ tục đang niêm yết$'
"$NIEMYET" check -C "$now" --against "$now/export" --format json >"$TEST_TMP/run"
shows 'json' "$TEST_TMP/run" '"id":"NY027a".*"object":"1\.000001"'
check 'is json' python3 -c 'import json,sys; [json.loads(l) for l in open(sys.argv[1])]' "$TEST_TMP/run"
"$NIEMYET" check -C "$now" --against "$now/export" --format sarif >"$TEST_TMP/run"
check 'sarif' python3 tests/cli/sarif.py <"$TEST_TMP/run"
is 'has it' "$(python3 tests/cli/sarif.py <"$TEST_TMP/run" | cut -d' ' -f1-4)" 'error NY027a data/methods.csv:2 counts'
printf 'rule,object,reason,decided_by,valid_to\nNY027a,1.000001,Chờ cập nhật,Giám đốc,2027-01-01\n' >"$now/data/waivers.csv"
exits 0 'a waiver sets it aside' "$NIEMYET" check -C "$now" --lang en --against "$now/export"
shows 'and is counted' "$out" '^1 waived'
exits 0 'without an export it is not called idle' "$NIEMYET" check -C "$now" --lang en -W warning
rm "$now/data/waivers.csv"
fresh 'cell procedures 3 decision_no 11/QĐ-BTP; printf "11/QĐ-BTP,Công bố,Bộ Tư pháp,2026-01-05,2026-02-01,MINISTRY\n" >>data/decisions.csv'
exits 0 'a warning alone does not' "$NIEMYET" check -C "$now" --against "$now/export"
exits 1 'unless it is to' "$NIEMYET" check -C "$now" --against "$now/export" -W warning

# Exports that cannot be read, or that are something else: a message, status 1, nothing changed.
fresh :
mkdir "$TEST_TMP/bad" "$TEST_TMP/bad/none"
printf '{"a": ' >"$TEST_TMP/bad/cut.json"
printf 'a,b\n1,2\n' >"$TEST_TMP/bad/unknown.csv"
printf 'Province,SC11\nP01,1.5\n' >"$TEST_TMP/bad/2020.csv"
head -c 3000 /dev/urandom >"$TEST_TMP/bad/noise.txt"
"$NIEMYET" check -C "$now" --against "$now/export" >/dev/null 2>&1
snapshot "$now" >"$TEST_TMP/before"
for bad in nowhere.txt cut.json unknown.csv noise.txt none; do
	exits 1 "$bad" "$NIEMYET" check -C "$now" --lang en --against "$TEST_TMP/bad/$bad"
	shows "$bad: what is wrong" "$out" "error: .*\\[(I|P|D)[0-9]{3}\\]$"
	shows "$bad: and that nothing was compared" "$out" "^error: nothing was compared.*$bad.*\\[I06[01]\\]$"
	check "$bad: nothing is left" test ! -e "$now/.niemyet/against"
done
exits 1 'figures' "$NIEMYET" check -C "$now" --lang en --against "$TEST_TMP/bad/2020.csv"
shows 'have no procedure' "$out" '2020\.csv has no procedure \[I061\]$'
exits 1 'two kinds at once' "$NIEMYET" check -C "$now" --lang en --against "$now/export" "$TEST_TMP/bad/2020.csv"
shows 'are refused' "$out" '\[I041\]$'
snapshot "$now" >"$TEST_TMP/after"
check 'none of these changed a file of the office' cmp "$TEST_TMP/before" "$TEST_TMP/after"
fresh "sed -i 's/1.00000/2.00000/; s/Tên thủ tục:.*/& khác/' export/*"
exits 0 'an export of others' "$NIEMYET" check -C "$now" --lang en --against "$now/export"
shows 'is no comparison' "$out" '^warning: .*has none of the procedures that are posted \[I062\]$'

# What a run that was killed has left goes with the next one.
fresh :
mkdir -p "$now/.niemyet/against/data"
echo 'code' >"$now/.niemyet/against/data/procedures.csv"
exits 0 'leavings do not harm' "$NIEMYET" check -C "$now" --against "$now/export"
check 'and go' test ! -e "$now/.niemyet/against"

done_testing
