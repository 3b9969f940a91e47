#!/bin/sh
# SPDX-License-Identifier: MIT
# Layers by #include: base < fmt, sys < board < engine < cli; fmt and sys do not see each
# other. A file says the layer of what it includes; a module's inner header stays inside.
. tests/tap.sh

sources=$(find src -name '*.[ch]' | sort)

empty 'includes go downwards only' "$(tests/lint/code.pl $sources | awk -F: '
	BEGIN { rank["base"] = 0; rank["fmt"] = rank["sys"] = 1
		rank["board"] = 2; rank["engine"] = 3; rank["cli"] = 4 }
	$3 ~ /^# *include *"/ {
		split($1, from, "/"); name = $3
		gsub(/^# *include *"|".*$/, "", name)
		layer = split(name, to, "/") > 1 ? to[1] : ""
		if (from[2] ~ /\./ || name == "base/messages.def" || (name == "builtin.h" && rank[from[2]] >= 2)) next
		if (!(layer in rank)) print $1 ":" $2 ": \"" name "\" does not name a layer"
		else if (rank[layer] > rank[from[2]] || (rank[layer] == rank[from[2]] && layer != from[2]))
			print $1 ":" $2 ": " from[2] " includes " name
	}')"

empty 'an inner header is included by its own module only' "$(tests/lint/code.pl $sources | awk -F: '
	$3 ~ /^# *include *".*_int\.h"/ {
		name = $3; gsub(/^# *include *"|_int\.h".*$/, "", name)
		if (index($1, "src/" name) != 1) print $1 ":" $2 ": includes " name "_int.h"
	}')"

empty 'headers are guarded by their path' "$(for h in $(find src -name '*.h' | sort); do
	guard=NIEMYET_$(echo "${h#src/}" | tr 'a-z/.' 'A-Z__')
	grep -qx "#ifndef $guard" "$h" && grep -qx "#define $guard" "$h" || echo "$h: no guard $guard"
done)"

flags=$(make -s flags V=debug)
empty 'each header compiles alone' "$(for h in $(find src -name '*.h' | sort); do
	# shellcheck disable=SC2086
	printf '#include "%s"\n' "${h#src/}" | ${CC:-cc} $flags -fsyntax-only -x c - 2>&1
done)"

done_testing
