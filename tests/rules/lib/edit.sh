# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# edit.sh - what the cases of tests/rules change an office with; no cell of it needs quotes
#
#   cell TABLE LINE COLUMN VALUE   data/TABLE.csv; the column must be there
cell() {
	awk -F, -v OFS=, -v line="$2" -v column="$3" -v value="$4" '
		NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) at = i; if (!at) exit 1 }
		NR == line { $at = value }
		{ print }' "data/$1.csv" >edited && mv edited "data/$1.csv"
}
