#!/bin/sh
# SPDX-License-Identifier: MIT
# Styles: colours are named once, in tokens.css; classes are ny-block__element--modifier, each
# written in full in a template; selectors are flat. Scripts: small, plain, no address.
. tests/tap.sh

css=$(find assets/css -name '*.css' | sort)
others=$(printf '%s\n' "$css" | grep -v 'tokens\.css$')
cat >"$TEST_TMP/css.pl" <<'END'
use strict; use warnings;
# FILE:N:TEXT of style sheets, without comments.
for my $file (@ARGV) {
	open my $in, '<', $file or die "$file: $!\n";
	my $text = do { local $/; <$in> };
	$text =~ s{/\*.*?\*/}{$& =~ s/[^\n]//gr}gse;
	my $n = 0;
	print "$file:", ++$n, ":$_\n" for split /\n/, $text;
}
END
plain() { perl "$TEST_TMP/css.pl" "$@"; }
colour='#[0-9a-fA-F]{3,8}\b|\b(rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color)\(|:[^;]*\b(black|white|red|green|blue|gr[ae]y|silver|yellow|orange|navy|maroon)\b[^-]'

check 'there are styles, and tokens' test -f assets/css/tokens.css
empty 'no colour outside tokens' "$(plain $others | grep -E "^[^:]*:[0-9]*:.*($colour)")"
# CanvasText, LinkText and such are the reader's own choice, not ours.
selectors=$TEST_TMP/selectors
plain $css | perl -ne 's/^([^:]*:\d+)://; my $at = $1; $text .= "$at $_" if /[{},]|^\s*[.#:a-z]/i;
	print "$at\t$1\n" while s/^([^{}@;]*?)\s*[{,]\s*$//mg' | grep -v ':	[ ]*--' >"$selectors"
empty 'every class begins with ny-' "$(grep -oE '^[^	]*|\.[A-Za-z_][A-Za-z0-9_-]*' "$selectors" | grep '^\.' | grep -vE '^\.ny-[a-z0-9]+(-[a-z0-9]+)*(__[a-z0-9-]+)?(--[a-z0-9-]+)?$' | sort -u)"
empty 'no selector by id' "$(grep -E '	.*#[A-Za-z]' "$selectors")"
empty 'selectors are flat: three steps at most' "$(awk -F'\t' '{ n = split($2, step, /[ >+~]+/); if (n > 4) print }' "$selectors")"
empty 'no !important but for print and for those who want less motion' "$(plain $css | grep '!important' | grep -vE 'print|animation|transition|scroll-behavior|display: none|hidden')"
empty 'nothing is loaded from elsewhere' "$(plain $css | grep -E "@import|url\(['\"]?(https?:|//)")"

find templates src content assets/js -type f \( -name '*.html' -o -name '*.svg' -o -name '*.c' -o -name '*.js' -o -name '*.sql' -o -name '*.md' \) -exec cat {} + >"$TEST_TMP/markup"
empty 'every class is written in a template' "$(plain $css | grep -oE '\.ny-[a-z0-9_-]+' | cut -c2- | sort -u | while read -r class; do
	grep -qE "(^|[^a-z0-9_-])$class([^a-z0-9_-]|\$)" "$TEST_TMP/markup" || echo "$class"
done)"
empty 'every class of a template has a style' "$(grep -ohE 'class="[^"]*"' -r templates | grep -oE 'ny-[a-z0-9_-]+' | sort -u | while read -r class; do
	plain $css | grep -qE "\.$class([^a-z0-9_-]|\$)" || echo "$class"
done)"
# Page 404 is shown at any depth, so it cannot point at the style sheet.
empty 'templates have no style of their own' "$(grep -rnE '<style|\sstyle="' templates --include='*.html' | grep -v '^templates/not-found\.html:.*<style>')"
empty 'templates have no script of their own but data' "$(grep -rnE '<script' templates --include='*.html' | grep -vE 'src=|type="application/ld\+json"')"
empty 'templates have no handlers' "$(grep -rnE '\son[a-z]+="' templates --include='*.html')"

# R-01: a name is never cut.
empty 'styles cut no text' "$(grep -rnE 'line-clamp|text-overflow' assets --include='*.css')"

js=$(find assets/js -name '*.js' | sort)
empty 'scripts are small' "$(wc -l $js /dev/null | awk '$2 != "total" && $1 > ($2 ~ /\/search\.js$/ ? 350 : 250)')"
empty 'scripts make no markup from text' "$(grep -nE 'innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function' $js /dev/null)"
empty 'scripts ask nobody' "$(grep -nE "https?://|XMLHttpRequest|sendBeacon|serviceWorker" $js /dev/null | grep -v 'SPDX\|www.w3.org')"

printf '.x { color: #fff }\n' >"$TEST_TMP/planted.css"
check 'a planted colour is found' sh -c "grep -qE '$colour' '$TEST_TMP/planted.css'"

done_testing
