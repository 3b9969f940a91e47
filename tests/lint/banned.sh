#!/bin/sh
# SPDX-License-Identifier: MIT
# Names that are used nowhere in the program, and shapes of code that are not ours.
. tests/tap.sh

code=$TEST_TMP/code
tests/lint/code.pl $(find src tests -path '*/node_modules' -prune -o -name '*.[ch]' -print | sort) >"$code"

for names in 'strcpy|strcat|sprintf|vsprintf|gets|strtok|strtok_r' \
	'atoi|atol|atoll|atof|strtol|strtoul|strtoll|strtoull|strtod|sscanf' \
	'setlocale|localtime|localtime_r|gmtime|gmtime_r|asctime|ctime|strftime|mktime' \
	'system|popen|tmpnam|tempnam|mktemp|rand|srand|random|alloca|setjmp|longjmp'; do
	empty "not used: $names" "$(grep -E "\b($names) *\(" "$code" | grep -v '^tests/')"
done

empty 'no NDEBUG: assertions are never compiled out' "$(grep -w NDEBUG "$code")"
empty 'no typedef of a struct' "$(grep -E ':typedef +(struct|union|enum)' "$code")"
empty 'no assignment inside if' "$(grep -E '\bif \([^=!<>]*[^=!<>]=[^=]' "$code" | grep -v '^tests/')"
empty 'no state at file scope' "$(grep '^src/' "$code" |
	grep -E ':[0-9]+:(static |_Thread_local )[^(]*(;|=|\[)' | grep -Ev ':static ([a-z_0-9]+ )*const |\*const ' |
	grep -Ev '^src/fmt/md[a-z_]*\.c:[0-9]+:static _Thread_local ')"
empty 'no switch over our enums hides a missing case with an empty default' \
	"$(grep -E '\bdefault: *break;' "$code" | grep -v '^tests/')"

done_testing
