#!/bin/sh
# SPDX-License-Identifier: MIT
# Data that wants to be more than data: texts that look like markup, formulas, SQL, templates
# and addresses; codes and addresses that look like paths; texts of absurd size and depth.
. tests/tap.sh
. tests/office.sh
hostile=tests/boards/hostile

# Every free text of the demonstration office.
demonstration "$TEST_TMP/clean"
demonstration "$TEST_TMP/office"
check 'the office is poisoned' python3 $hostile/poison.py "$TEST_TMP/office"
exits 0 'the clean office builds' "$NIEMYET" build -C "$TEST_TMP/clean" -o "$TEST_TMP/clean/site"
exits 0 'and the poisoned one' "$NIEMYET" build -C "$TEST_TMP/office" -o "$TEST_TMP/office/site"
check 'whole' whole "$TEST_TMP/office/site"
empty 'no text became a tag, an attribute, a script, a formula, a key or an unsafe address' \
	"$(python3 $hostile/harmless.py "$TEST_TMP/clean/site" "$TEST_TMP/office/site" 2>&1)"
is 'as many files as of clean data' "$(find "$TEST_TMP/office/site" -type f | wc -l)" \
	"$(find "$TEST_TMP/clean/site" -type f | wc -l)"

# The checker sees what it looks for.
cp -R "$TEST_TMP/clean/site" "$TEST_TMP/planted"
for planted in '<p onclick=nyx()>' '<script>nyx()</script>' '<a href="java	script:nyx()">a</a>' \
	'<nyx></nyx>' '</div>' '<script type=application/ld+json>{"a":"</script>'; do
	sed "s|</main>|$planted</main>|" "$TEST_TMP/clean/site/index.html" >"$TEST_TMP/planted/index.html"
	check "a planted $planted is found" test -n \
		"$(python3 $hostile/harmless.py "$TEST_TMP/clean/site" "$TEST_TMP/planted" | grep '^index\.html')"
done

# One mistake each, in the smallest office: refused, and nothing is written anywhere.
small "$TEST_TMP/pristine"
"$NIEMYET" check -C "$TEST_TMP/pristine" >/dev/null 2>&1
rm -rf "$TEST_TMP/pristine/.niemyet"
case=$TEST_TMP/case
fresh() {
	rm -rf "$case"
	cp -R "$TEST_TMP/pristine" "$case"
}
outside() { find "$TEST_TMP" -path "$case" -prune -o -type f ! -name out ! -name err ! -name check.log ! -name before -print | sort; }
refused() { # NAME ID
	outside >"$TEST_TMP/before"
	exits 1 "$1: refused" timeout 100 "$NIEMYET" build -C "$case" -o "$case/deep/site"
	shows "$1: it says why" "$TEST_TMP/err" "\\[$2\\]"
	outside | cmp -s - "$TEST_TMP/before" && test ! -e "$case/deep/site"
	tap_report $? "$1: nothing is written"
	rm -f "$TEST_TMP/before"
}
file() { # PATH TEXT...: lines
	file_path=$case/$1
	shift
	mkdir -p "$(dirname "$file_path")"
	printf '%s\n' "$@" >"$file_path"
}
bytes() { # PATH FORMAT
	mkdir -p "$(dirname "$case/$1")"
	printf "$2" >"$case/$1"
}
long=$(printf '%0300d' 7)

for code in ../x /etc/x a/../../b .. . .x 'a b' 'x%2e' 'a\b' 'x"y' "x'y" '<x>' "$long"; do
	name=$(printf %.20s "$code")
	quoted="\"$(printf %s "$code" | sed 's/"/""/g')\""
	fresh && file data/life-events.csv code,name "$quoted,Sinh con" && refused "life event $name" 'D037|P004'
	fresh && file data/procedures.csv code,name,kind "$quoted,X,LAW_DETAILED" &&
		rm "$case/data/fees.csv" "$case/data/methods.csv" "$case/data/components.csv" &&
		refused "procedure $name" 'D037|D045'
done
for old in ../x /etc/x a/../../b //x x/.htaccess .htaccess "$long" index.html/x; do
	fresh && file data/aliases.csv old,new "$old,thu-tuc/1.001193" && refused "old address $(printf %.20s "$old")" 'D037|P00[46]'
done
for path in ../../../etc/passwd /etc/passwd none.pdf; do
	fresh && file data/forms.csv ref,title,path "r,Mẫu,$path" &&
		file data/components.csv code,position,name,form_ref 1.001193,1,Tờ khai,r && refused "form $path" '[A-Z]0[0-9]*'
done
fresh && file data/agencies.csv code,name,level xa,A,XA XA,B,XA && refused 'two agencies, one but for the case' P006
fresh && file pages/A/x.md --- 'title: A' --- A && file pages/a/x.md --- 'title: A' --- A && refused 'two pages likewise' P006
fresh && file pages/index.md --- 'title: A' --- A && refused 'a page in the place of another' P006

fresh && bytes data/fields.csv 'code,name\nho-tich,H\001x\n' && refused 'the mark of markup' D030
fresh && bytes data/fields.csv 'code,name\nho-tich,H\000x\n' && refused 'NUL' D030
fresh && bytes data/fields.csv 'code,name\nho-tich,H\342\200\256x\n' && refused 'a mark that turns the direction' D030
fresh && bytes pages/a.md '\055--\ntitle: a\n---\n\nx\001<b>\n' && refused 'the mark in a page' D030
fresh && bytes pages/a.md '\055--\ntitle: a\n---\n\n[x](java&Tab;script:nyx())\n' && refused 'a script as a link' M007
fresh && bytes pages/a.md '\055--\ntitle: a\n---\n\n![x](<data:text/html,x>)\n' && refused 'data as an image' M007

# Size and depth. Each is over in seconds.
repeat() { # N TEXT
	awk -v n="$1" -v text="$2" 'BEGIN { for (i = 0; i < n; i++) printf "%s", text }'
}
many() { # N FORMAT: lines with numbers
	awk -v n="$1" -v format="$2\n" 'BEGIN { for (i = 1; i <= n; i++) printf format, i, i }'
}
page() { # a page whose text is the input
	fresh
	{ printf -- '---\ntitle: A\n---\n\n'; cat; } >"$case/pages/x.md"
}
built() { # NAME
	exits 0 "$1" timeout 100 "$NIEMYET" build -C "$case" -o "$case/site"
}
repeat 20000 '> ' | page && refused '20,000 quotes' M002
{ repeat 20000 '- '; echo x; } | page && refused '20,000 lists' M002
repeat 21000 '[' | page && refused '21,000 brackets' M016
repeat 19000 '![' | page && built '19,000 images that are none'
repeat 20000 '*a **a ' | page && built '20,000 marks of emphasis'
repeat 50000 '<a ' | page && built '50,000 tags that are none'
{ repeat 20000 '|a'; echo; repeat 20000 '|-'; } | page && refused 'a table of 20,000 columns' M004
fresh && { echo code,name; printf ho-tich,; repeat 100000 0123456789; echo; } >"$case/data/fields.csv" && refused 'a cell of 1 MB' D003
fresh && { echo code,position,name; many 100000 '1.001193,%d,Giấy tờ số %d'; } >"$case/data/components.csv" &&
	refused '100,000 papers of one procedure' T032

# A rule of the office's is foreign code too: rows without end, no row ever, rows like
# mountains. Each is stopped, named with its file, and the other rules still speak.
rule() { # SQL
	fresh
	file rules/endless.sql '-- id: XX001' '-- level: error' '-- message.vi: x {code}' '-- message.en: x {code}' \
		'-- cure.vi: x' '-- cure.en: x' "$1"
}
stopped() { # NAME ID
	outside >"$TEST_TMP/before"
	exits 1 "$1: stopped" sh -c "ulimit -v 2000000; timeout 100 $NIEMYET check --data -C $case --lang en >$TEST_TMP/err"
	shows "$1: its file is named" "$TEST_TMP/err" "^rules/endless\\.sql:7: error: .*\\[$2\\]\$"
	shows "$1: others speak" "$TEST_TMP/err" '\[NY014\]'
}
count='WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)'
rule "$count SELECT NULL AS source_id, i AS code FROM n" && stopped 'rows without end' R044
rule "$count SELECT NULL AS source_id, max(i) AS code FROM n" && stopped 'no row ever' R002
rule "$count SELECT NULL AS source_id, i AS code FROM n WHERE i % 10000 = 0" && stopped 'a row now and then' R002
rule "$count SELECT NULL AS source_id, printf('%200000d', i) AS code FROM n" && stopped 'rows like mountains' R044
rule "DELETE FROM fee" && stopped 'a rule that writes' R003
exits 1 'a build with such a rule' timeout 100 "$NIEMYET" build -C "$case" -o "$case/deep/site"
shows 'names the file' "$TEST_TMP/err" '^rules/endless\.sql:7: .*\[R003\]$'
check 'and posts nothing' test ! -e "$case/deep/site"

done_testing
