// SPDX-License-Identifier: MIT
// kiosk.mjs - the demonstration office with touch screens of four sizes in two settings each, and
// one so tall that its page is lowered by a button.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export const devices = [
	{ name: 'dung-a', width: 1080, height: 1920, diagonal: 21.5, lower_edge: 900 },
	{ name: 'dung-b', width: 1080, height: 1920, diagonal: 43, lower_edge: 750 },
	{ name: 'ngang-a', width: 1920, height: 1080, diagonal: 21.5, lower_edge: 1000 },
	{ name: 'ngang-b', width: 1920, height: 1080, diagonal: 43, lower_edge: 850 },
	{ name: 'dung-nho-a', width: 768, height: 1366, diagonal: 18.5, lower_edge: 950 },
	{ name: 'dung-nho-b', width: 768, height: 1366, diagonal: 27, lower_edge: 300 },
	{ name: 'ngang-nho-a', width: 1366, height: 768, diagonal: 18.5, lower_edge: 900 },
	{ name: 'ngang-nho-b', width: 1366, height: 768, diagonal: 27, lower_edge: 1000 },
].map((d) => ({ ...d, mm: d.diagonal * 25.4 / Math.hypot(d.width, d.height) }));

/** Builds the demonstration with these screens; gives the folder of its site. */
export function build(name, list = devices, more = '') {
	const office = path.join(process.env.TEST_TMP, name), site = path.join(office, 'site');
	fs.cpSync('content', office, { recursive: true, filter: (file) => !file.includes('.niemyet') });
	const yml = path.join(office, 'site.yml');
	const lines = list.map((d) => `  - kind: kiosk\n    name: ${d.name}\n    diagonal: ${d.diagonal}\n    width: ${d.width}\n    height: ${d.height}\n    lower_edge: ${d.lower_edge}\n    printer: ${d.printer ?? 'no'}\n`);
	fs.writeFileSync(yml, fs.readFileSync(yml, 'utf8').replace(/^devices:\n(?: .*\n)*/m, list.length ? `devices:\n${lines.join('')}` : '') + more);
	execFileSync(process.env.NIEMYET, ['build', '-C', office, '-o', site], { stdio: 'pipe' });
	return site;
}

/** Pages of the kiosk edition below `site`, relative to it, sorted. */
export const kioskPages = (site) => fs.readdirSync(path.join(site, 'kiosk'), { recursive: true })
	.map((file) => path.posix.join('kiosk', file)).filter((file) => file.endsWith('.html')).sort();

/** Where the edition begins that a page is of: kiosk/, or kiosk/en/ in English. */
export const editionOf = (file) => /^kiosk\/(?:en\/)?/.exec(file)[0];

/** The longest page of each kind, in each language. */
export function kioskSamples(site) {
	const kinds = new Map();
	for (const file of kioskPages(site)) {
		const text = fs.readFileSync(path.join(site, file), 'utf8');
		const kind = /data-kind="([^"]+)"/.exec(text)[1], name = editionOf(file) + kind;
		if (text.length > (kinds.get(name)?.size ?? 0))
			kinds.set(name, { kind, file, size: text.length });
	}
	return [...kinds.values()].map(({ kind, file }) => ({ kind, file }));
}

export const address = (site, file, device, more = '') => `file://${path.join(site, file)}?may=${device.name}${more}`;
