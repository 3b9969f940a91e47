#!/bin/sh
# SPDX-License-Identifier: MIT
# Links between documents lead somewhere; files that a document names exist.
. tests/tap.sh

documents=$(ls ./*.md docs/*.md)
empty 'links resolve' "$(for document in $documents; do
	awk '/^ *(```|~~~)/ { code = !code; next } !code' "$document" | sed 's/`[^`]*`//g' |
		grep -oE '\]\([^)#: ]+(#[^)]*)?\)' | sed 's/^](//; s/[#)].*//' | while read -r target; do
		[ -z "$target" ] || [ -e "$(dirname "$document")/$target" ] || echo "$document: $target"
	done
done)"
# shellcheck disable=SC2086
empty 'commands of make that are named exist' "$(grep -ohE '`make [a-z]+' $documents | sort -u | cut -c2- | while read -r make target; do
	$make -n "$target" >/dev/null 2>&1 || echo "$target"
done)"
empty 'the change log begins with what is not released, or with this version' "$(
	grep -m1 '^## ' CHANGELOG.md | grep -vE "Unreleased|Chưa phát hành|$(sed -n 's/.*NIEMYET_VERSION "\(.*\)"/\1/p' src/base/base.h)")"
check 'the licence is MIT' grep -q 'MIT License' LICENSE

done_testing
