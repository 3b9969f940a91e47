#!/bin/sh
# SPDX-License-Identifier: MIT
# Hostile themes, texts and maps. Every folder of tests/hostile is laid over the smallest office: the build
# (or what its file `command` says) is refused with the message of its file `expected` (an extended
# expression), within bounds of time, memory and disk; nothing is written outside the office, nothing is
# posted, no source is changed. `links` has lines "PATH TARGET", the symbolic links of the theme.
. tests/tap.sh
. tests/office.sh
case $V in asan | tsan) skip_all 'sanitizers want memory without bounds' ;; esac

small "$TEST_TMP/pristine"
"$NIEMYET" check -C "$TEST_TMP/pristine" >/dev/null 2>&1 # its tables are loaded once for all
office=$TEST_TMP/office
outside() { find "$TEST_TMP" -path "$office" -prune -o -print | LC_ALL=C sort; }
sources() { (cd "$office" && find data pages templates site.yml -type f -exec sha256sum {} + 2>/dev/null | LC_ALL=C sort); }

for folder in tests/hostile/*/; do
	name=$(basename "$folder")
	rm -rf "$office"
	cp -R "$TEST_TMP/pristine" "$office"
	cp -R "$folder." "$office"
	rm -f "$office/expected" "$office/links" "$office/command"
	set -- build -o deep/site
	# shellcheck disable=SC2046
	[ ! -f "$folder/command" ] || set -- $(cat "$folder/command")
	[ ! -f "$folder/links" ] || while read -r path target; do
		mkdir -p "$(dirname "$office/$path")"
		ln -s "$target" "$office/$path"
	done <"$folder/links"
	outside >"$office/before"
	sources >"$office/sources"
	status=0
	# 2 GB of memory; blocks of 512 bytes of one file: 1.5 GB.
	(ulimit -v 2000000 -f 3000000 2>/dev/null
	cd "$office" && timeout 100 "$NIEMYET" --lang en "$@") >"$office/said" 2>&1 || status=$?
	is "$name: refused" "$status" 1
	shows "$name: it says why" "$office/said" "$(cat "$folder/expected")"
	outside | cmp -s - "$office/before" && sources | cmp -s - "$office/sources" && test ! -e "$office/deep/site"
	tap_report $? "$name: nothing is written"
done

# The smallest office itself is not refused: it is the theme that is.
exits 0 'without a theme it builds' "$NIEMYET" build -C "$TEST_TMP/pristine" -o "$TEST_TMP/pristine/site"

done_testing
