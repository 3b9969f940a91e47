#!/bin/sh
# SPDX-License-Identifier: MIT
# Fails, then dies at, operation n of the disk during niemyet publish, for every n: what is
# posted is wholly old or wholly new, ledger.csv too, and publishing again ends where a run
# without a fault ends, with every line written once.
. tests/tap.sh
. tests/office.sh
. tests/faults.sh

office=$TEST_TMP/office

publish() { "$NIEMYET" -C "$1/office" publish "$1/site" --yes -j 1; }
clean 2 "$office"
mkdir "$TEST_TMP/old"
mv "$office" "$TEST_TMP/old/office"
publish "$TEST_TMP/old" >/dev/null || echo '# the first publication fails' >&2
sed -i 's/^2.000001,1,\(.*\),30000,/2.000001,1,\1,40000,/' "$TEST_TMP/old/office/data/fees.csv"
rm -rf "$TEST_TMP/old/office/.niemyet"
cp -R "$TEST_TMP/old" "$TEST_TMP/new"
publish "$TEST_TMP/new" >/dev/null
check 'the two differ by a line' test "$(($(wc -l <"$TEST_TMP/new/office/ledger.csv") - $(wc -l <"$TEST_TMP/old/office/ledger.csv")))" = 1

# "old", "new" or "broken" of site and ledger each.
judge() { # SITE OR LEDGER
	case $1 in
	*ledger.csv) judged=office/ledger.csv ;;
	*) whole "$1" >/dev/null 2>&1 || { echo broken; return; }; judged=site/$manifest ;;
	esac
	for state in old new; do
		cmp -s "$TEST_TMP/try/$judged" "$TEST_TMP/$state/$judged" && { echo $state; return; }
	done
	echo broken
}
states() { echo "$(judge "$TEST_TMP/try/site") $(judge "$TEST_TMP/try/office/ledger.csv")"; }

for kind in '' :die; do
	# Making the stage has tests/fault/publish.sh: here every eighth operation of it, then each
	# one of the last forty.
	n=0 bad='' after='' left='' passes=0 between=0 step=8
	while [ $passes = 0 ] && [ $n -lt 2000 ]; do
		n=$((n + step))
		rm -rf "$TEST_TMP/try"
		cp -R "$TEST_TMP/old" "$TEST_TMP/try"
		if NIEMYET_FAULT=$n$kind publish "$TEST_TMP/try" >"$TEST_TMP/try.out" 2>&1; then passes=1; fi
		case $(states) in
		'old old') [ $passes = 0 ] || bad="$bad $n" ;;
		'new old') between=$((between + 1)) ;;
		'new new') ;;
		*) bad="$bad $n:$(states)" ;;
		esac
		publish "$TEST_TMP/try" >"$TEST_TMP/again" 2>&1
		[ "$(states)" = 'new new' ] || after="$after $n:$(states)"
		[ ! -e "$TEST_TMP/try/office/ledger.csv.coming" ] || left="$left $n"
		if [ $passes = 1 ] && [ $step = 8 ]; then passes=0 step=1 n=$((n - 40)); fi
	done
	name=${kind:-:fail}
	check "${name#:}: there were operations to fail ($n)" test $n -gt 10
	check "${name#:}: in the end publishing gets through" test $passes = 1
	check "${name#:}: some faults came between sending and writing down" test $between -gt 0
	empty "${name#:}: site and ledger are each wholly old or wholly new" "$bad"
	empty "${name#:}: publishing again ends where it would have" "$after"
	empty "${name#:}: nothing is left beside the ledger" "$left"
done

done_testing
