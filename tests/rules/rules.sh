#!/bin/sh
# SPDX-License-Identifier: MIT
# Every rule has its case: tests/rules/office keeps all rules; NYnnn/break, run in a copy of
# it, breaks the one, and the finding stands at the place that NYnnn/expected names. Every
# rule has a section in docs/rules.md too.
. tests/tap.sh

# For the cases of page rules: "theme FILE EDIT" gives the office that template of the theme,
# changed by sed; an edit that changes nothing fails.
export THEME="$PWD/templates"
cat >"$TEST_TMP/theme" <<'END'
#!/bin/sh
mkdir -p "templates/$(dirname "$1")"
sed "$2" "$THEME/$1" >"templates/$1"
if cmp -s "$THEME/$1" "templates/$1"; then echo "$1: unchanged by $2" >&2; exit 1; fi
END
chmod +x "$TEST_TMP/theme"
PATH=$TEST_TMP:$PATH

# Findings of one office as "[ID]" at the end of each message line.
findings() { # OFFICE [OPTIONS]
	office=$1
	shift
	"$NIEMYET" check -C "$office" --lang en "$@" || :
}

cp -R tests/rules/office "$TEST_TMP/whole"
findings "$TEST_TMP/whole" >"$TEST_TMP/whole.out"
check 'the office without faults has no findings' grep -qx '0 errors, 0 warnings, 0 notes' "$TEST_TMP/whole.out"

for file in src/rules/*.sql; do
	id=$(sed -n 's/^-- id: //p' "$file")
	case $file in src/rules/"$id"-*) named=0 ;; *) named=1 ;; esac
	check "$id: the file bears its id" test $named = 0
	cp -R tests/rules/office "$TEST_TMP/$id"
	check "$id: there is a case that breaks it" test -s "tests/rules/$id/break"
	(cd "$TEST_TMP/$id" && sh) <"tests/rules/$id/break"
	findings "$TEST_TMP/$id" --rule "$id" >"$TEST_TMP/$id.out" 2>&1
	place=$(cat "tests/rules/$id/expected")
	check "$id: it is found where it is" grep -Eq "^${place:+$place: }[a-z]+: .*\\[$id\\]\$" "$TEST_TMP/$id.out"
	check "$id: docs/rules.md explains it" grep -q "^## $id " docs/rules.md
done

for dir in tests/rules/NY*; do
	check "${dir##*/} is still a rule" sh -c "ls src/rules/${dir##*/}-*.sql >/dev/null"
done

done_testing
