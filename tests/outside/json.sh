#!/bin/sh
# SPDX-License-Identifier: MIT
# The national portal's records as a crawler's JSON: imported, checked, built; proved from outside that nothing is
# lost and that they say what the text records of the same codes say; joined with those, in both orders.
# The data are not part of the repository.
. tests/tap.sh
. tests/office.sh

data=$NIEMYET_DATA
[ -d "$data/tthc-json" ] && [ -d "$data/tthc-txt" ] || skip_all 'no records here (NIEMYET_DATA)'
case $V in asan | tsan) sets=sample ;; *) sets='sample all' ;; esac

office() { # DIR
	mkdir "$1"
	cp tests/boards/small/site.yml "$1"
	sed -i '/^agency:/d' "$1/site.yml"
}

import() { # OFFICE RECORDS: the log has messages, list and report; status 1 says that some were refused
	"$NIEMYET" import -C "$1" "$2" >"$1.log" 2>&1
	import_status=$?
	[ $import_status -le 1 ] && grep -qE '^ +[0-9.]+  bản ghi đã nhập$' "$1.log"
}

sums() { (cd "$1/data" && sha256sum ./*); }

again() { # OFFICE RECORDS
	sums "$1" >"$TEST_TMP/before" && import "$1" "$2" && sums "$1" | cmp - "$TEST_TMP/before"
}

for set in $sets; do
	json=$TEST_TMP/$set-json text=$TEST_TMP/$set-txt site=$TEST_TMP/site-$set
	mkdir "$json" "$text"
	if [ "$set" = sample ]; then
		cp -R "$data"/tthc-json/sample/. "$json"
		cp "$data"/tthc-txt/sample/*.txt "$text"
	elif [ -f "$data/tthc-json/tthc-json.tar.gz" ] && [ -f "$data/tthc-txt/tthc-txt.tar.gz" ]; then
		tar xzf "$data/tthc-json/tthc-json.tar.gz" -C "$json"
		tar xzf "$data/tthc-txt/tthc-txt.tar.gz" -C "$text"
	else
		tap_report 0 "$set # SKIP no archives"
		continue
	fi
	for name in json txt both back; do office "$TEST_TMP/$set-$name.office"; done
	a=$TEST_TMP/$set-json.office b=$TEST_TMP/$set-txt.office
	check "$set: import of $(find "$json" -name '*.json' | wc -l) records" import "$a" "$json"
	check "$set: import of text records" import "$b" "$text"
	check "$set: the rules look at it" sh -c '"$NIEMYET" check -C "$1" >"$1.check" 2>&1; [ $? -le 1 ]' - "$a"
	check "$set: build" "$NIEMYET" build -C "$a" -o "$site"
	check "$set: is whole" whole "$site"
	# Some codes of the sample are in both.
	check "$set: nothing is lost, and the text records say the same" sh -c \
		'python3 tests/outside/json-agrees.py "$1" "$2" "$3.log" "$3" "$4" "$5" >"$6" || { grep -av "^# differs .*(\(page\|decision\|silent\|currency\|source\|fees\))" "$6"; exit 1; }' \
		- "$json" "$site" "$a" "$text" "$b" "$TEST_TMP/agrees"
	grep -aE "^# [0-9]+ records|^# (channel|limit|fee): |^# agreement| passed, " "$TEST_TMP/agrees" | tap_note
	check "$set: a second import changes nothing" again "$a" "$json"

	# The other source on top: what says the same stays, what says something else is listed, once.
	both=$TEST_TMP/$set-both.office back=$TEST_TMP/$set-back.office
	cp -R "$b/data" "$both/data"
	cp -R "$a/data" "$back/data"
	check "$set: JSON over text" import "$both" "$json"
	check "$set: again" again "$both" "$json"
	hides "$set: has nothing more to replace" "$both.log" '→'
	check "$set: text over JSON" import "$back" "$text"
	check "$set: again" again "$back" "$text"
	hides "$set: has nothing more to replace" "$back.log" '→'
	check "$set: can be built" "$NIEMYET" build -C "$both" -o "$TEST_TMP/site-both"
done

# The proof itself: it finds what is wrong.
a=$TEST_TMP/sample-json.office b=$TEST_TMP/sample-txt.office
proof() { # OFFICE
	python3 tests/outside/json-agrees.py "$TEST_TMP/sample-json" "$TEST_TMP/site-sample" "$a.log" "$1" "$TEST_TMP/sample-txt" "$b"
}
exits 0 'nothing is wrong' proof "$a"
planted=$TEST_TMP/planted
plant() { # FILE EXPRESSION
	rm -rf "$planted" && cp -R "$a" "$planted"
	sed -i "$2" "$planted/data/$1.csv"
	check "a row of $1.csv is changed" sh -c '! cmp -s "$1" "$2"' - "$planted/data/$1.csv" "$a/data/$1.csv"
	exits 1 'which is found' proof "$planted"
}
plant methods '/^1\.001193,1,/s/,OTHER,/,DAY,/'
plant fees '/^1\.004222,1,/s/10000/11000/'
plant legal-bases '2d'
plant results '2s/KQ\.G/KQ.H/'
plant procedures '2,$s/https:/http:/'
page=$(find "$TEST_TMP/site-sample/thu-tuc" -name '1.*.html' | sort | head -n 1)
sed 's/bản chính/bản/' "$page" >"$TEST_TMP/page" && cat "$TEST_TMP/page" >"$page"
exits 1 'what is wrong on a page is found' proof "$a"

done_testing
