#!/bin/sh
# SPDX-License-Identifier: MIT
# R6: the typefaces in the program have every Vietnamese letter, composed and as marks, and the
# signs that pages print. (Noto Sans has no arrows and no signs of comparison: they are drawn, or said.)
. tests/tap.sh

cat >"$TEST_TMP/missing.py" <<'END'
import itertools, re, sys, unicodedata
tones = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
letters = {unicodedata.normalize("NFC", v + t) for v, t in itertools.product("aăâeêioôơuưy", tones)} | {"đ"}
letters |= {c.upper() for c in letters} | {chr(c) for c in range(0x20, 0x7f)}
signs = set("₫–—“”‘’…•×±°\u00a0") | set(tones) - {""}
has = {int(c, 16) for c in re.findall(r'<map code="(0x[0-9a-f]+)"', sys.stdin.read())}
print(" ".join(f"U+{ord(c):04X}" for c in sorted(letters | signs) if ord(c) not in has))
END

count=0
for font in "$BUILD"/made/assets/fonts/*.woff2; do
	ttx -q -t cmap -o - "$font" >"$TEST_TMP/cmap" 2>"$TEST_TMP/said" || cat "$TEST_TMP/said"
	is "$(basename "$font"): nothing is missing" "$(python3 "$TEST_TMP/missing.py" <"$TEST_TMP/cmap")" ''
	count=$((count + 1))
done
is 'there are five typefaces' "$count" 5
is 'a missing letter is noticed' "$(sed '/"0x1ec6"/d' "$TEST_TMP/cmap" | python3 "$TEST_TMP/missing.py")" 'U+1EC6'

done_testing
