# SPDX-License-Identifier: MIT
# office.sh - projects for tests to work on: `. tests/office.sh` after tap.sh.
#
#   small DIR        a copy of the smallest office that builds
#   demonstration DIR  a copy of the demonstration office
#   grow N DIR       the smallest office with N more procedures
#   clean N DIR      the office that breaks no posting rule, with N more procedures
#   snapshot DIR     every file with its inode, time of change and hash, to compare
#   whole DIR        the manifest names every file of ours, and their hashes are true
manifest=manifest.sha256

small() { cp -R tests/boards/small "$1"; }

demonstration() {
	cp -R content "$1"
	rm -rf "$1/.niemyet" "$1/site"
}

snapshot() { (cd "$1" && find . -type f -exec stat -c '%n %i %Y %y' {} + | sort && find . -type f -exec sha256sum {} + | sort); }

whole() { # DIR [foreign files that may be there besides]
	(cd "$1" && sha256sum --quiet -c $manifest) || return 1
	whole_here=$(cd "$1" && find . -type f ! -name $manifest ! -path './.*' | sed 's,^\./,,' | grep -vxF "${2:-$manifest}" | LC_ALL=C sort)
	whole_listed=$(cut -c 67- "$1/$manifest" | grep -v '^\.' | LC_ALL=C sort)
	[ "$whole_here" = "$whole_listed" ] || { echo 'files and manifest differ'; return 1; }
}

clean() { # N DIR
	cp -R tests/rules/office "$2"
	rm -rf "$2/.niemyet"
	for clean_table in procedures postings methods fees fee-tiers components subjects results legal-bases; do
		awk -v n="$1" '{ print } /^1\.000001,/ { for (i = 1; i <= n; i++) {
			line = $0; sub(/^1\.000001/, sprintf("2.%06d", i), line); sub(/Thủ tục mẫu/, "Thủ tục mẫu số " i, line); print line } }' \
			"$2/data/$clean_table.csv" >"$2/table" && mv "$2/table" "$2/data/$clean_table.csv"
	done
}

# Names and steps vary, so that lists sort and pages differ in length.
grow() { # N DIR
	small "$2"
	awk -v n="$1" 'BEGIN {
		for (i = 1; i <= n; i++)
			printf "2.%06d,Thủ tục số %d về việc đăng ký loại %d,LAW_DETAILED,XA,ho-tich,%d/QĐ-UBND,\"Bước 1. Nộp.\n\nBước 2. Nhận %d.\",1,UBND cấp xã,2025-07-01,2026-09-01,2026-09-02\n", i, i, i % 97, i % 50, i
	}' >>"$2/data/procedures.csv"
	awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++) for (j = 1; j <= 3; j++) printf "2.%06d,%d,%s,%d,WORKING_DAY\n", i, j, j == 1 ? "DIRECT" : j == 2 ? "ONLINE" : "POSTAL", i % 30 + 1 }' >>"$2/data/methods.csv"
	awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++) for (j = 1; j <= 6; j++) printf "2.%06d,%d,Giấy tờ số %d,1,%d\n", i, j, j, j % 2 }' >>"$2/data/components.csv"
	awk -v n="$1" 'BEGIN { for (i = 1; i <= n; i++) printf "2.%06d,xa,2025-07-01\n", i }' >>"$2/data/postings.csv"
}
