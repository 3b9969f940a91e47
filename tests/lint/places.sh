#!/bin/sh
# SPDX-License-Identifier: MIT
# The repository knows nothing of the machine it was written on: no folder of a home, no
# host of a package registry, no address in a lock file.
. tests/tap.sh

if git rev-parse --git-dir >/dev/null 2>&1; then
	git ls-files -co --exclude-standard >"$TEST_TMP/files"
else
	find . \( -name build -o -name node_modules -o -name .niemyet -o -path ./site \) -prune -o -type f -print >"$TEST_TMP/files"
fi
search() { tr '\n' '\0' <"$TEST_TMP/files" | xargs -0 grep -nIE -- "$1" 2>/dev/null | cut -c1-160; }

empty 'no folder of a machine' "$(search '(^|[^A-Za-z0-9_.])/(roo[t]|hom[e]/[a-z]|User[s]/|wor[k]/|mn[t]/|\.librar[y])[/A-Za-z]')"
empty 'no host of a registry' "$(search 'registr[y]\.(npmj[s]|yar[n])|npmmirro[r]|pyp[i]\.org|crate[s]\.io')"
empty 'the lock file names no place to load from' "$(grep -n '"resolve[d]"' tests/package-lock.json)"
empty 'no name or address of a person in the sources' "$(search '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+\.[a-z]{2,}' |
	grep -Ev '\.(gov\.vn|example)|@(example|niemyet)\.|^(\./)?(tests|content)/')"
check 'a planted path is found' sh -c 'echo "see /hom''e/someone/x" | grep -qE "/hom[e]/[a-z]"'

done_testing
