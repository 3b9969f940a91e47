# SPDX-License-Identifier: MIT
# office.sh - projects for tests to work on: `. tests/office.sh` after tap.sh.
#
#   small DIR        a copy of the smallest office that builds
#   demonstration DIR  a copy of the demonstration office
#   grow N DIR       the smallest office with N more procedures
#   figures N M DIR  the smallest office with N agencies that report M months of figures
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
	whole_listed=$(sed 's/^#//' "$1/$manifest" | cut -c 67- | grep -v '^\.' | LC_ALL=C sort)
	[ "$whole_here" = "$whole_listed" ] || { echo 'files and manifest differ'; return 1; }
}

clean() { # N DIR
	cp -R tests/rules/office "$2"
	rm -rf "$2/.niemyet"
	sed -i '/1\.000002/d' "$2"/data/*.csv
	for clean_table in procedures postings methods fees fee-tiers components subjects results legal-bases \
		decision-items; do
		awk -v n="$1" '{ print } /(^|\/QĐ-BTP,1,)1\.000001,/ { for (i = 1; i <= n; i++) {
			line = $0; gsub(/1\.000001/, sprintf("2.%06d", i), line); sub(/Thủ tục mẫu/, "Thủ tục mẫu số " i, line)
			sub(/^1\/QĐ-BTP,1,/, "1/QĐ-BTP," i + 100 ",", line); print line } }' \
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

# Each agency reports itself and five fields; months count back from October 2026.
figures() { # AGENCIES MONTHS DIR
	small "$3"
	awk -v n="$1" 'BEGIN {
		for (i = 1; i <= n; i++)
			printf "dv-%03d,Ủy ban nhân dân xã Thử Nghiệm số %d,%s,%s,Đồng Tháp,,,\n", i, i, i % 12 ? "XA" : "TINH", i % 12 ? "COMMUNE" : "DEPARTMENT"
	}' >>"$3/data/agencies.csv"
	awk 'BEGIN { for (f = 1; f <= 5; f++) printf "lv-%d,Lĩnh vực thử nghiệm số %d\n", f, f }' >>"$3/data/fields.csv"
	awk -v n="$1" -v months="$2" 'BEGIN {
		print "agency_code,field_code,year,n,recv_online,recv_direct,recv_postal,carried_over,done_early,done_on_time,done_late,open_in_term,open_overdue,digit_due,digit_done,results_issued,results_digital,fee_dossiers,paid_online,payments,payments_cashless,sat_asked,sat_very,sat_satisfied,sat_neutral,sat_unsatisfied,data_asof,source_system"
		for (i = 1; i <= n; i++) for (m = 0; m < months; m++) for (f = 0; f <= 5; f++) {
			at = 2026 * 12 + 9 - m; k = f ? 1 : 5; late = (i * 7 + m) % 4
			printf "dv-%03d,%s,%d,%d,%d,%d,%d,%d,%d,%d,%d,%d,0", i, f ? "lv-" f : "", int(at / 12), at % 12 + 1, 30 * k, 9 * k, k, 5 * k, 30 * k, (10 - late) * k, late * k, 5 * k
			if (f) print ",,,,,,,,,,,,,,2026-10-15,Phần mềm thử"
			else printf ",%d,%d,%d,%d,90,60,90,70,40,12,20,3,1,2026-10-15,Phần mềm thử\n", 200, 190 - i % 9, 200, 150 + i % 9
		}
	}' >"$3/data/dossier-stats.csv"
	awk -v n="$1" -v months="$2" 'BEGIN {
		print "agency_code,channel,year,n,received,about_tthc,answered_on_time,late,open"
		for (i = 1; i <= n; i++) for (m = 0; m < months; m++) {
			at = 2026 * 12 + 9 - m
			printf "dv-%03d,PORTAL,%d,%d,4,1,3,0,1\n", i, int(at / 12), at % 12 + 1
		}
	}' >"$3/data/pakn-stats.csv"
	awk 'BEGIN { print "indicator,year,comparator,value_num,legal_doc"
		for (y = 2024; y <= 2026; y++) printf "on_time_done,%d,>=,96,1/QĐ\nsatisfaction,%d,>=,93,1/QĐ\n", y, y }' >"$3/data/targets.csv"
}
