#!/bin/sh
# SPDX-License-Identifier: MIT
# Published figures imported by the maps inside the program: one month of a province's dossiers,
# ten years of PAPI. Proved from outside that every number is the source's, that the office
# builds, that a second import changes nothing. The data are not part of the repository.
. tests/tap.sh
. tests/office.sh

data=$NIEMYET_DATA
[ -d "$data/dossier-stats-phu-tho" ] && [ -d "$data/papi" ] || skip_all 'no figures here (NIEMYET_DATA)'
office=$TEST_TMP/office
small "$office"

exits 0 'a month of dossiers' "$NIEMYET" import -C "$office" "$data"/dossier-stats-phu-tho/*.json
shows 'what is left out is counted' "$TEST_TMP/out" '11 tháng'
exits 0 'the scores before their components' "$NIEMYET" import -C "$office" "$data"/papi/20*.csv
exits 0 'can be built' "$NIEMYET" build -C "$office" -o "$TEST_TMP/site"
exits 0 'the code books' "$NIEMYET" import -C "$office" "$data"/papi/codebook_*.csv
snapshot "$office/data" >"$TEST_TMP/before"
exits 0 'all of it again, in one command' "$NIEMYET" import -C "$office" "$data"/papi/*.csv \
	"$data"/dossier-stats-phu-tho/*.json
snapshot "$office/data" >"$TEST_TMP/after"
check 'changes nothing' cmp "$TEST_TMP/before" "$TEST_TMP/after"
exits 0 'can be built again' "$NIEMYET" build -C "$office" -o "$TEST_TMP/site"
check 'every number is the source'"'"'s, in the data and on the page' \
	python3 tests/outside/figures-proof.py "$data" "$office" "$TEST_TMP/site"

# The proof itself: it finds a number that is not.
cp -R "$office" "$TEST_TMP/planted"
sed -i '/^766,TDGQ,H44.100,/s/,2348,/,2349,/' "$TEST_TMP/planted/data/index-scores.csv"
exits 1 'a planted number is found' python3 tests/outside/figures-proof.py "$data" "$TEST_TMP/planted"
cp "$office/data/index-scores.csv" "$TEST_TMP/planted/data"
sed -i '/^PAPI,SC12,P01,CALENDAR_YEAR,2020,/d' "$TEST_TMP/planted/data/index-scores.csv"
exits 1 'a missing row is found' python3 tests/outside/figures-proof.py "$data" "$TEST_TMP/planted"
page=$TEST_TMP/site/thong-ke/chi-so/766/2026-08-duong-lich.html
sed 's/2\.348\/2\.971/2.349\/2.971/' "$page" >"$TEST_TMP/page" && cat "$TEST_TMP/page" >"$page"
exits 1 'a planted number on the page is found' python3 tests/outside/figures-proof.py "$data" "$office" "$TEST_TMP/site"

done_testing
