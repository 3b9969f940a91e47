#!/bin/sh
# SPDX-License-Identifier: MIT
# The import map in docs/import.md works as it stands there; the maps inside the program and the
# keys of maps are those that the page names.
. tests/tap.sh
. tests/office.sh
page=docs/import.md office=$TEST_TMP/office

small "$office"
mkdir "$office/maps"
awk '/^```yaml/ { inside = 1; next } /^```/ { inside = 0 } inside' "$page" >"$office/maps/don-vi.yml"
check 'there is a map' test -s "$office/maps/don-vi.yml"
cat >"$TEST_TMP/don-vi-08.csv" <<'DATA'
Mã đơn vị,Tên đơn vị,2024,2025
X1,Đơn vị một,1.50,
X2,Đơn vị hai,2,3
,Tổng,,
DATA
exits 0 'it is chosen' "$NIEMYET" import -C "$office" --lang en "$TEST_TMP/don-vi-08.csv"
shows 'it reads' "$TEST_TMP/out" '^data/index-scores.csv +3 +3 '
shows 'it counts what it leaves out' "$TEST_TMP/out" 'left out: 1 dòng không có mã'
is 'the rows are those of the source' "$(tail -n +2 "$office/data/index-scores.csv" | tr '\n' ' ')" \
	'DVC,X1,CALENDAR_MONTH,2024,8,1.50 DVC,X2,CALENDAR_MONTH,2024,8,2 DVC,X2,CALENDAR_MONTH,2025,8,3 '

empty 'every map inside the program is in the manual' "$(for map in src/maps/*.yml; do
	name=$(basename "$map" .yml)
	sed -n '/^### Các bản đồ có sẵn/,/^### /p' "$page" | grep -qF "\`$name\`" || echo "$name"
done)"
empty 'every key of a map is in the manual' "$(tr '\n' ' ' <src/engine/import_map_read.c |
	grep -oE 'keys\[\] = \{[^}]*' | grep -oE '"[a-z]+"' | tr -d '"' | sort -u | while read -r key; do
	sed -n '/^### Viết một bản đồ/,/^### /p' "$page" | grep -qE "\b$key\b" || echo "$key"
done)"

done_testing
