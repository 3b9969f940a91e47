#!/bin/sh
# SPDX-License-Identifier: MIT
# Fails, then dies at, operation n of the disk, for every n until a build gets through: what is
# posted is at every instant wholly the old site or wholly the new one.
# OPTION and EVERY are set by fault/compress.sh: an option of the builds, every which n.
: "${OPTION:=}" "${EVERY:=1}"
. tests/tap.sh
. tests/office.sh
. tests/faults.sh

office=$TEST_TMP/office
small "$office"
build() { "$NIEMYET" build -C "$@" -j 1 ${OPTION:+"$OPTION"}; }
build "$office" -o "$TEST_TMP/old" >/dev/null || echo '# the small office does not build' >&2
printf -- '---\ntitle: Trang mới\nkind: PAGE\n---\n\nMới.\n' >"$office/pages/moi.md"
rm "$office/pages/thong-bao/mo-cua.md"
cp -R "$office" "$TEST_TMP/pristine"
build "$office" -o "$TEST_TMP/new" >/dev/null
check 'the two sites differ' sh -c "! cmp -s '$TEST_TMP/old/$manifest' '$TEST_TMP/new/$manifest'"

# The state after a fault, for the report of what went wrong. What a build leaves over from the one
# before, for pages that are open, belongs to neither.
same() { # SITE SITE
	for side in "$1" "$2"; do grep -v '^#' "$side/$manifest" >"$TEST_TMP/side-$(basename "$side")"; done
	cmp -s "$TEST_TMP/side-$(basename "$1")" "$TEST_TMP/side-$(basename "$2")"
}
judge() { # LIVE
	if ! whole "$1" >"$TEST_TMP/judge" 2>&1; then
		echo broken
	elif same "$1" "$TEST_TMP/old"; then
		echo old
	elif same "$1" "$TEST_TMP/new"; then
		echo new
	else
		echo other
	fi
}

cp -R "$TEST_TMP/old" "$TEST_TMP/planted"
echo half >"$TEST_TMP/planted/index.html"
is 'a planted half page is found' "$(judge "$TEST_TMP/planted")" broken

# Runs one build with a fault at operation n; gives "STATUS STATE".
attempt() { # N KIND
	rm -rf "$TEST_TMP/try" "$TEST_TMP/live" "$TEST_TMP/live.stage"
	cp -R "$TEST_TMP/pristine" "$TEST_TMP/try"
	cp -R "$TEST_TMP/old" "$TEST_TMP/live"
	attempt_status=0
	NIEMYET_FAULT=$1$2
	export NIEMYET_FAULT
	build "$TEST_TMP/try" -o "$TEST_TMP/live" >"$TEST_TMP/try.out" 2>"$TEST_TMP/try.err" || attempt_status=$?
	unset NIEMYET_FAULT
	echo "$attempt_status $(judge "$TEST_TMP/live")"
}

for kind in '' :die; do
	n=0 bad='' afterwards='' silent='' passes=0
	while [ $passes = 0 ] && [ ${#bad} -lt 200 ] && [ $n -lt 2000 ]; do
		n=$((n + EVERY))
		result=$(attempt "$n" "$kind")
		case $result in
		'0 new') passes=1 ;;
		'0 '*) bad="$bad $n:$result" ;;
		*' old' | *' new') ;;
		*) bad="$bad $n:$result" ;;
		esac
		if [ "${result% *}" != 0 ] && [ -z "$kind" ] && ! grep -q '\[[A-Z][0-9]*\]' "$TEST_TMP/try.err"; then
			silent="$silent $n"
		fi
		# Whatever is left, the next build puts everything right.
		if [ $passes = 0 ] && [ $((n % 7)) = 1 ]; then
			build "$TEST_TMP/try" -o "$TEST_TMP/live" >/dev/null 2>&1
			[ "$(judge "$TEST_TMP/live")" = new ] || afterwards="$afterwards $n"
		fi
	done
	name=${kind:-:fail}
	check "${name#:}: there were operations to fail ($n)" test $n -gt 10
	check "${name#:}: in the end a build gets through" test $passes = 1
	empty "${name#:}: the site is wholly old or wholly new" "$bad"
	empty "${name#:}: the next build mends what is left" "$afterwards"
	[ -n "$kind" ] || empty 'fail: each failure is told' "$silent"
done

done_testing
