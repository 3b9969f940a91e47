// SPDX-License-Identifier: MIT
// The national catalogue typed in Telex: each syllable in it in every usual order of keys, each
// name as people write it and without marks. The data are not part of the repository.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test, note, skipAll, done } from '../browser/lib/tap.mjs';
import { orders, plain, read } from '../keyboard/lib/syllables.mjs';
import { type } from '../keyboard/lib/telex.mjs';

const data = path.join(process.env.NIEMYET_DATA ?? '../shared/data', 'tthc-txt');
if (!fs.existsSync(data))
	skipAll('no catalogue here (NIEMYET_DATA)');
const archive = path.join(data, 'tthc-txt.tar.gz');
const whole = fs.existsSync(archive);
const text = (whole ? execFileSync('tar', ['xzOf', archive], { encoding: 'utf8', maxBuffer: 1 << 28 })
	: fs.readdirSync(path.join(data, 'sample')).map((f) => fs.readFileSync(path.join(data, 'sample', f), 'utf8')).join('\n')).normalize('NFC');

const words = new Map();
for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu))
	words.set(word, (words.get(word) ?? 0) + 1);
const names = [...text.matchAll(/^Tên thủ tục: *(.*)$/gm)].map(([, name]) => name.trim());
const share = (list) => list.reduce((sum, word) => sum + words.get(word), 0) / [...words.values()].reduce((a, b) => a + b);

await test('V4: every syllable of the catalogue in every usual order of keys', () => {
	const known = [...words.keys()].filter(read);
	note(`${known.length} of ${words.size} words, ${(share(known) * 100).toFixed(1)} % of the text, are syllables of the table`);
	return [...(known.length < (whole ? 2000 : 800) || share(known) < 0.95 ? ['too few words are known'] : []),
		...known.map(read).flatMap((syllable) => [...orders(syllable)].filter((keys) => type(keys) !== syllable.text)
			.map((keys) => `${keys} → ${type(keys)}, not ${syllable.text}`))];
});

// The name in today's spelling, and the keys that write it; words that are no syllables letter by letter.
const keysOf = (word) => [...orders({ ...read(word.toLowerCase()) })][0];
const cased = (word, keys) => word === word.toUpperCase() && word.length > 1 ? keys.toUpperCase()
	: word[0] !== word[0].toLowerCase() ? (keys.startsWith('dd') ? 'DD' + keys.slice(2) : keys[0].toUpperCase() + keys.slice(1)) : keys;
const each = (name, f) => name.replace(/\p{L}+/gu, (word) => read(word.toLowerCase()) ? f(word) : word);

await test('V4: every name of the catalogue as people write it', () => {
	const usual = names.filter((name) => [...name.matchAll(/\p{L}+/gu)].every(([word]) => read(word.toLowerCase()) || type(word) === word));
	note(`${usual.length} of ${names.length} names typed`);
	return [...(usual.length < names.length * 0.9 ? ['too few names'] : []), ...usual.flatMap((name) => {
		const wanted = each(name, (word) => cased(word, read(word.toLowerCase()).text));
		const got = type(each(name, (word) => cased(word, keysOf(word))));
		return got === wanted ? [] : [`${got}, not ${wanted}`];
	})];
});

await test('V3: every name without marks stays as it is typed; of foreign words very few change', () => {
	const split = (name) => name.split(/(\P{L}+)/u);
	const foreign = new Map();
	const findings = names.flatMap((name) => {
		const got = split(type(plain(name)));
		return split(name).flatMap((word, i) => {
			if (got[i] === plain(word))
				return [];
			foreign.set(word, got[i]);
			return read(word.toLowerCase()) ? [`${plain(word)} → ${got[i]}`] : [];
		});
	});
	note(`foreign: ${[...foreign].map((pair) => pair.join(' → ')).join(', ')}`);
	return foreign.size > 15 ? [`${foreign.size} foreign words change`, ...findings] : findings;
});

done();
