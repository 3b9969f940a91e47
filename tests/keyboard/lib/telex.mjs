// SPDX-License-Identifier: MIT
// telex.mjs - assets/js/telex.js as a page has it, without a page.

import fs from 'node:fs';
import vm from 'node:vm';

const page = {};
vm.runInNewContext(fs.readFileSync(process.env.TELEX ?? 'assets/js/telex.js', 'utf8'), page);

/** One key: { text, keys } after it. */
export const press = page.nyTelex;

/** Text as it stands after these keys; "<" deletes a letter, as the keyboard does. */
export const type = (keys, state = { text: '' }) => [...keys].reduce((now, key) => key === '<'
	? { text: now.text.replace(/\P{M}?\p{M}*$/u, '') } : press(now, key), state).text;

/** Findings of a list of "keys text" lines; a line of one word stays as it is typed. */
export const wrong = (lines) => lines.trim().split('\n').map((line) => line.trim().split(/ *→ */)).flatMap(([keys, text = keys]) => {
	const got = type(keys);
	return got === text ? [] : [`${keys} → ${got}, not ${text}`];
});
