#!/bin/sh
# SPDX-License-Identifier: MIT
# The national catalogue, as read off the portal: imported, built, and proved from outside that
# nothing was lost. Says what it took. The data are not part of the repository.
. tests/tap.sh
. tests/office.sh

data=$NIEMYET_DATA/tthc-txt
[ -d "$data" ] || skip_all 'no catalogue here (NIEMYET_DATA)'
case $V in asan | tsan) sets=sample ;; *) sets='sample all' ;; esac

timed() { # NAME COMMAND...: says seconds and memory
	timed_name=$1
	shift
	/usr/bin/time -f '%e %M' -o "$TEST_TMP/time" "$@" >"$TEST_TMP/$timed_name.log" 2>&1
	timed_status=$?
	awk -v what="$timed_name" 'END { printf "%s: %s seconds, %d MB\n", what, $(NF - 1), $NF / 1024 }' "$TEST_TMP/time" >>"$TEST_TMP/took"
	[ $timed_status = 0 ] || tail -n 30 "$TEST_TMP/$timed_name.log"
	return $timed_status
}

for set in $sets; do
	records=$TEST_TMP/$set office=$TEST_TMP/office-$set site=$TEST_TMP/site-$set
	if [ "$set" = sample ]; then
		mkdir "$records"
		cp "$data"/sample/*.txt "$records"
	elif [ -f "$data/tthc-txt.tar.gz" ]; then
		mkdir "$records"
		tar xzf "$data/tthc-txt.tar.gz" -C "$records"
	else
		tap_report 0 "$set # SKIP no tthc-txt.tar.gz"
		continue
	fi
	mkdir "$office"
	cp tests/boards/small/site.yml "$office"
	sed -i '/^agency:/d' "$office/site.yml"
	count=$(find "$records" -name '*.txt' | wc -l)
	find "$records" -name '*.txt' | LC_ALL=C sort >"$TEST_TMP/list"
	check "$set: import of $count records" timed "import-$set" sh -c \
		'tr "\n" "\0" <"$1" | xargs -0 -n 100000 "$NIEMYET" import -C "$2"' - "$TEST_TMP/list" "$office"
	check "$set: build" timed "build-$set" "$NIEMYET" build -C "$office" -o "$site"
	check "$set: is whole" whole "$site"
	echo "$set: $(find "$site" -name '*.html' | wc -l) pages, $(find "$site" -type f | wc -l) files, $(du -sb "$site" | cut -f1) bytes" >>"$TEST_TMP/took"
	check "$set: nothing is lost" python3 tests/outside/catalogue-proof.py "$records" "$site" \
		"$TEST_TMP/import-$set.log" "$office"
	snapshot "$site" >"$TEST_TMP/before"
	check "$set: a second build" timed "second-build-$set" "$NIEMYET" build -C "$office" -o "$site"
	snapshot "$site" >"$TEST_TMP/after"
	check "$set: writes nothing" cmp "$TEST_TMP/before" "$TEST_TMP/after"
	tap_note <"$TEST_TMP/took"
	rm "$TEST_TMP/took"
done

done_testing
