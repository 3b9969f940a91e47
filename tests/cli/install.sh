#!/bin/sh
# SPDX-License-Identifier: MIT
# make install into a folder, uninstall, clean; the installed program needs nothing of the
# sources: theme, schema and rules are inside it.
. tests/tap.sh
. tests/office.sh
root=$TEST_TMP/root
run_make() { make --no-print-directory V="$V" BUILD="$BUILD" "$@"; }

check 'make install' run_make install DESTDIR="$root" PREFIX=/usr
is 'installs program and manual, nothing else' "$(cd "$root" && find . -type f | sort | tr '\n' ' ')" \
	'./usr/bin/niemyet ./usr/share/man/man1/niemyet.1 '
check 'the program is executable by all' sh -c "[ \"\$(stat -c %a '$root/usr/bin/niemyet')\" = 755 ]"

small "$TEST_TMP/office"
check 'it works away from its sources' sh -c \
	"cd / && '$root/usr/bin/niemyet' build -C '$TEST_TMP/office' -o '$TEST_TMP/site'"
check 'with theme and styles' sh -c "ls '$TEST_TMP'/site/assets/css/*.css"

check 'make uninstall' run_make uninstall DESTDIR="$root" PREFIX=/usr
empty 'leaves no file' "$(find "$root" -type f)"

is 'an unknown variant is an error' "$(make V=fast 2>&1 | grep -c 'V=fast')" 1
# What clean removes, without removing the tests' own program.
is 'clean removes build/ only' "$(make -n clean)" 'rm -rf build'
empty 'the targets that the manual names exist' "$(for t in all site test check deps accept asan tsan lint \
	cover bench install uninstall dist clean; do
	make -n "$t" T=tests/lint >/dev/null 2>&1 || echo "make $t"
done)"

done_testing
