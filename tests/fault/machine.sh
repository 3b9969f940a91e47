#!/bin/sh
# SPDX-License-Identifier: MIT
# What the machine refuses: a full disk, folders and files that may not be written or read.
# A message with the path, status 3 (1 where
# it is the input that cannot be read), and what is posted stays as it was.
. tests/tap.sh
. tests/office.sh

office=$TEST_TMP/office live=$TEST_TMP/live/site
small "$office"
mkdir "$TEST_TMP/live"
"$NIEMYET" build -C "$office" -o "$live" >/dev/null 2>&1 || echo '# the small office does not build' >&2
snapshot "$live" >"$TEST_TMP/before"

# Root may do what a mode forbids: then the commands run as somebody else.
as=
if [ "$(id -u)" = 0 ]; then
	if command -v setpriv >/dev/null; then
		as='setpriv --reuid=65534 --regid=65534 --clear-groups'
		chown -R 65534:65534 "$TEST_TMP"
		# Somebody else has to be able to reach the program and the folder.
		if ! $as sh -c "test -x '$NIEMYET' && test -w '$office'" 2>/dev/null; then as=; fi
	fi
	[ -n "$as" ] || forbidden_reason='root may read and write everything'
fi

stands() { # NAME
	snapshot "$live" >"$TEST_TMP/after"
	check "$1: what is posted stands" cmp "$TEST_TMP/before" "$TEST_TMP/after"
	check "$1: nothing is left beside it" test ! -e "$live.stage"
}

forbidden() { # STATUS NAME MODE PATH: a build with that path's mode fails and names it
	forbidden_status=$1
	shift
	# Files that have not changed are not read again.
	[ "$3" = "$office/.niemyet" ] || rm -rf "$office/.niemyet"
	[ -z "${forbidden_reason-}" ] || { skip_one "$1" "$forbidden_reason"; return; }
	forbidden_mode=$(stat -c %a "$3")
	chmod "$2" "$3"
	exits "$forbidden_status" "$1: status $forbidden_status" $as "$NIEMYET" build -C "$office" -o "$live"
	chmod "$forbidden_mode" "$3"
	shows "$1: the message names it" "$TEST_TMP/err" "$(basename "$3").*(Permission denied|unable to open|readonly).*\[[A-Z][0-9]{3}\]"
	stands "$1"
}

skip_one() {
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

printf -- '---\ntitle: Trang mới\nkind: PAGE\n---\n\nMới.\n' >"$office/pages/moi.md"
forbidden 3 'the folder of the site may not be written' 555 "$TEST_TMP/live"
forbidden 1 'a data file may not be read' 000 "$office/data/fields.csv"
forbidden 1 'a page may not be read' 000 "$office/pages/moi.md"
forbidden 1 'the site file may not be read' 000 "$office/site.yml"
forbidden 1 'a folder of pages may not be read' 000 "$office/pages"
forbidden 3 'the office may not be written' 555 "$office/.niemyet"
forbidden 1 'the manifest may not be read' 000 "$live/$manifest"

# A small file system of its own; the office or the site on it.
full() { # NAME COMMAND...: at every stage of filling up
	full_name=$1
	shift
	full_bad='' full_passes=0
	for full_free in 1 2 4 16 48 96 128 192 256 384 512 768 1024 2048 4096; do
		dd if=/dev/zero of="$disk/ballast" bs=1k count=$((8192 - full_free)) 2>/dev/null
		full_status=0
		"$@" >"$TEST_TMP/out" 2>"$TEST_TMP/err" || full_status=$?
		rm -f "$disk/ballast"
		case $full_status in
		0) full_passes=1 && break ;;
		3) grep -q '\[[A-Z][0-9]*\]' "$TEST_TMP/err" || full_bad="$full_bad $full_free:silent" ;;
		*) full_bad="$full_bad $full_free:$full_status:$(head -n 1 "$TEST_TMP/err")" ;;
		esac
		if [ -e "$disk/site" ]; then
			snapshot "$disk/site" | cmp -s - "$TEST_TMP/before" || full_bad="$full_bad $full_free:changed"
		fi
	done
	empty "$full_name: status 3, a message, the old site" "$full_bad"
	check "$full_name: with room it gets through" test $full_passes = 1
}

disk=$TEST_TMP/disk
mkdir "$disk"
if [ "$(id -u)" = 0 ] && mount -t tmpfs -o size=8m tmpfs "$disk" 2>/dev/null; then
	trap 'umount "$disk"' EXIT
	trap 'exit 1' HUP INT TERM
	cp -a "$live" "$disk/site"
	snapshot "$disk/site" >"$TEST_TMP/before"
	full 'the site on a full disk' "$NIEMYET" build -C "$office" -o "$disk/site"
	check 'and is whole' whole "$disk/site"

	rm -rf "$disk/site"
	cp -a "$office" "$disk/office"
	rm -rf "$disk/office/.niemyet"
	snapshot "$live" >"$TEST_TMP/before"
	full 'the office on a full disk' "$NIEMYET" build -C "$disk/office" -o "$live"
	check 'and the site is whole' whole "$live"
else
	skip_one 'a full disk' 'only root can make a small file system'
fi

if [ -c /dev/full ]; then
	exits 3 'what is printed cannot be written' sh -c '"$0" --help >/dev/full' "$NIEMYET"
fi

done_testing
