#!/bin/sh
# SPDX-License-Identifier: MIT
# Subjects of commits: "area: do something", one line, no full stop.
. tests/tap.sh

git rev-parse --git-dir >/dev/null 2>&1 || skip_all 'no git here'
form='^[a-z0-9_./-]+(, [a-z0-9_./-]+)*: [^ ].*[^.]$'
subjects=$(git log --no-merges --format='%h %s' 2>/dev/null) || skip_all 'no history here'

empty 'subjects say area and deed' "$(printf '%s\n' "$subjects" | while read -r id subject; do
	printf '%s\n' "$subject" | grep -Eq "$form" || echo "$id $subject"
done)"
empty 'subjects are short' "$(printf '%s\n' "$subjects" | awk '{ sub(/^[^ ]* /, "") } length($0) > 100')"
check 'a bad subject is found' sh -c "! echo 'Fixed things.' | grep -Eq '$form'"

done_testing
