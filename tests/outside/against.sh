#!/bin/sh
# SPDX-License-Identifier: MIT
# Records of the national catalogue imported and compared with themselves: nothing differs.
# Then each kind of difference is planted at random: what is found is what was planted, with rule,
# file and line. The data are not part of the repository.
. tests/tap.sh

archive=$NIEMYET_DATA/tthc-txt/tthc-txt.tar.gz
[ -f "$archive" ] || skip_all 'no catalogue here (NIEMYET_DATA)'
case $V in asan | tsan) most=300 sets='1' ;; *) most=100000 sets='1 2 3' ;; esac

mkdir "$TEST_TMP/all" "$TEST_TMP/office"
tar xzf "$archive" -C "$TEST_TMP/all"
cp tests/boards/small/site.yml "$TEST_TMP/office"
sed -i '/^agency:/d' "$TEST_TMP/office/site.yml"

# All that the rules of a comparison find in OFFICE, as against-plant.py has it.
differences() { # OFFICE EXPORT
	"$NIEMYET" check -C "$1" --data --format json -W all --against "$2" >"$TEST_TMP/found.json" 2>"$TEST_TMP/err"
	python3 - "$TEST_TMP/found.json" <<'END'
import json, sys
rows = set()
for line in open(sys.argv[1], encoding='utf-8'):
    m = json.loads(line)
    if m['id'].startswith(('NY027', 'NY052a', 'I', 'R')):
        rows.add(f"{m['id']} {m.get('file')}:{m.get('line', 0)} {m.get('object')}")
print('\n'.join(sorted(rows)))
END
}

# COUNT records by SEED, the same ones each time.
choose() { # SEED COUNT FOLDER
	mkdir "$3"
	find "$TEST_TMP/all" -name '*.txt' | LC_ALL=C sort |
		python3 -c 'import random, sys; a = sys.stdin.read().split("\n")[:-1]
random.Random(int(sys.argv[1])).shuffle(a)
print("\n".join(a[:int(sys.argv[2])]))' "$1" "$2" | xargs -d '\n' cp -t "$3"
}

choose 0 "$most" "$TEST_TMP/whole"
cp -R "$TEST_TMP/office" "$TEST_TMP/same"
"$NIEMYET" import -C "$TEST_TMP/same" "$TEST_TMP/whole" >"$TEST_TMP/log" 2>&1
empty 'what was imported does not differ from its source' "$(differences "$TEST_TMP/same" "$TEST_TMP/whole")"
"$NIEMYET" check -C "$TEST_TMP/same" --data --lang en --against "$TEST_TMP/whole" >"$TEST_TMP/log" 2>&1
shows 'and all of it was compared' "$TEST_TMP/log" '^compared with the export \(([0-9]+) procedures\): it has ([0-9]+) of the \2 posted$'

for seed in $sets; do
	office=$TEST_TMP/office-$seed export=$TEST_TMP/export-$seed
	choose "$seed" 200 "$export"
	cp -R "$TEST_TMP/office" "$office"
	"$NIEMYET" import -C "$office" "$export" >"$TEST_TMP/log" 2>&1
	empty "200 records, seed $seed: no difference" "$(differences "$office" "$export")"
	check "seed $seed: differences are planted" sh -c 'python3 tests/outside/against-plant.py "$1" "$2" >"$3"' - \
		"$office" "$seed" "$TEST_TMP/wanted"
	differences "$office" "$export" >"$TEST_TMP/found"
	is "seed $seed: each is found where it is, and nothing else" "$(diff "$TEST_TMP/wanted" "$TEST_TMP/found")" ''
done

done_testing
