#!/bin/sh
# SPDX-License-Identifier: MIT
# What a spreadsheet program makes of data/*.csv that it opens by itself is told, with the cure.
. tests/tap.sh
. tests/office.sh
out=$TEST_TMP/out err=$TEST_TMP/err office=$TEST_TMP/office

small "$office"
rm "$office"/data/*.csv
printf 'code,name,level\n00004,Phường Thử,XA\n' >"$office/data/agencies.csv"
printf 'code,name,kind,valid_from\n1.001190,Đăng ký,OTHER,2026-01-02\n2.000040,Hai,OTHER,\n1.001193,Ba,OTHER,\n' >"$office/data/procedures.csv"
printf 'code,position,channel\n1.001190,1,DIRECT\n2.000040,1,DIRECT\n1.001193,1,DIRECT\n' >"$office/data/methods.csv"
printf 'agency_code,kind,label,value\n00004,HOTLINE,Nóng,0277 000 0001\n' >"$office/data/channels.csv"
sed 's/^agency: .*/agency: "00004"/' "$office/site.yml" >"$TEST_TMP/site.yml" && cp "$TEST_TMP/site.yml" "$office/site.yml"

# By hand, as Excel leaves them: all of the procedure's tables alike, so that no reference tells.
cp -R "$office" "$TEST_TMP/alike"
sed -i 's/1\.001190/1.00119/; s/2\.000040/2000040/' "$TEST_TMP/alike/data/procedures.csv" "$TEST_TMP/alike/data/methods.csv"
"$NIEMYET" -C "$TEST_TMP/alike" check --rule NY002a >"$err" 2>&1
shows 'a code that lost its zero' "$err" 'procedures.csv:2: .*1\.00119 .*: 1\.001190\? .*NY002a'
shows 'one whose point was taken for a separator' "$err" 'procedures.csv:3: .*2000040 .*: 2\.000040\? .*NY002a'
shows 'the cure is named' "$err" 'lấy lại tệp từ trước khi mở, lần sau sửa bằng niemyet workbook'
hides 'a whole code is not' "$err" '1\.001193 .*NY002a'

# An export that was opened before it is imported.
cat >"$TEST_TMP/list.yml" <<'END'
title: {vi: danh sách}
description: {vi: danh sách thử}
format: csv
match: "1"
tables:
  - table: procedures
    from: source
    columns: {code: '"Mã"', name: '"Tên"', kind: "'OTHER'"}
END
printf 'Mã,Tên\n1.00119,Đăng ký\n1.001193,Ba\n' >"$TEST_TMP/list.csv"
exits 0 'a list with a spoilt code is imported' "$NIEMYET" import -C "$office" --dry-run --map "$TEST_TMP/list.yml" "$TEST_TMP/list.csv"
shows 'and told of, at its line' "$err" 'list.csv:2: cảnh báo: code: mã thủ tục “1.00119” .*“1.001190”\? \[D054\]'
is 'once' "$(grep -c D054 "$err")" 1

if ! command -v soffice >/dev/null; then
	echo "# no soffice here (libreoffice-calc-nogui): what it makes of a file is not tried"
	done_testing
	exit
fi
soffice "-env:UserInstallation=file://$TEST_TMP/profile" --headless --convert-to csv:"Text - txt - csv (StarCalc)":44,34,76,1 \
	--infilter="CSV:44,34,76,1" --outdir "$TEST_TMP/spoilt" "$office/data/procedures.csv" "$office/data/agencies.csv" >"$TEST_TMP/soffice.log" 2>&1
shows 'a real spreadsheet program spoils codes' "$TEST_TMP/spoilt/procedures.csv" '^1\.00119,'
cp -R "$office" "$TEST_TMP/one"
cp "$TEST_TMP/spoilt/procedures.csv" "$TEST_TMP/one/data/"
exits 1 'one file that it has saved' "$NIEMYET" -C "$TEST_TMP/one" check
shows 'is told by the others' "$out" 'methods.csv:2: .*“1\.001190, 1” .*ở đó là “1\.00119”.*D052'
cp -R "$office" "$TEST_TMP/two"
cp "$TEST_TMP/spoilt/agencies.csv" "$TEST_TMP/two/data/"
exits 1 'leading zeros' "$NIEMYET" -C "$TEST_TMP/two" build -o "$TEST_TMP/site"
shows 'are told too' "$err" 'channels.csv:2: .*“00004” .*ở đó là “4”.*D052'
check 'and nothing is built' test ! -e "$TEST_TMP/site"

done_testing
