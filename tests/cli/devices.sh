#!/bin/sh
# SPDX-License-Identifier: MIT
# D1: every size on kiosk and wall follows from the device's own numbers in site.yml.
. tests/tap.sh

office=$TEST_TMP/office
mkdir -p "$office/templates" "$office/pages"
cat >"$office/templates/sizes.sql" <<'END'
-- name: pages
SELECT 'sizes' AS url;
-- name: rows
SELECT name, target, gap, gap_wide, small, body, head, figure, small_large, qr, reach, low FROM device_size ORDER BY place;
END
cat >"$office/templates/sizes.txt" <<'END'
{{#rows}}
{{name}} {{target}} {{gap}} {{gap_wide}} {{small}} {{body}} {{head}} {{figure}} {{small_large}} {{qr}} {{reach}} {{low}}
{{/rows}}
END

sizes() { # DEVICES: name target gap gap_wide small body head figure small_large qr reach low
	printf 'title: Xã Thử\n%s\n' "$1" >"$office/site.yml"
	"$NIEMYET" build -C "$office" -o "$TEST_TMP/site" >"$TEST_TMP/said" 2>&1 || cat "$TEST_TMP/said"
	cat "$TEST_TMP/site/sizes.txt"
}

is 'no device, no size' "$(sizes '')" ''
is 'a kiosk of 21.5 inches is meant when nothing is said: 84, 28, 32, 42, 1290 pixels' \
	"$(sizes 'devices: [{kind: kiosk}]')" 'kiosk-1 84 16 28 28 32 44 66 42 162 1290 0'
is 'a larger kiosk has fewer pixels in 20 mm' \
	"$(sizes 'devices: [{kind: kiosk, diagonal: 27}]')" 'kiosk-1 68 12 20 22 26 36 52 34 129 1027 0'
is 'one that hangs low: controls stay above 380 mm' \
	"$(sizes 'devices: [{kind: kiosk, name: thap, diagonal: 55, lower_edge: 300}]')" 'thap 32 8 12 12 14 18 26 18 64 1450 127'
is 'a wall of 55 inches is read from 4 m: 42, 52, 72, 122 pixels' \
	"$(sizes 'devices: [{kind: bang}]' | cut -d' ' -f1,5-8,10)" 'bang-1 42 52 72 122 316'
is 'a wall that is read from 6 m' \
	"$(sizes 'devices: [{kind: kiosk}, {kind: bang, diagonal: 43, distance: 6}]' | tail -n 1 | cut -d' ' -f1,5-8)" 'bang-2 80 100 140 232'

done_testing
