# SPDX-License-Identifier: MIT
# faults.sh - NIEMYET becomes a program that can fail on purpose: NIEMYET_FAULT=N is the number of the
# operation of the disk that fails, N:die the one at which it dies. `. tests/faults.sh` after tap.sh.

# Only builds for tests can. One is made from the sources as they are, by whoever comes first.
case $V in
release)
	mkdir -p build/faults
	flock build/faults make --no-print-directory V=debug BUILD=build/faults CFLAGS=-O2 all \
		>"$TEST_TMP/make.log" 2>&1 || { cat "$TEST_TMP/make.log" >&2; echo 'Bail out! no such build'; exit 1; }
	NIEMYET=$PWD/build/faults/niemyet
	;;
esac

# A copy: the program may be built anew beside us.
cp "$NIEMYET" "$TEST_TMP/niemyet"
NIEMYET=$TEST_TMP/niemyet
