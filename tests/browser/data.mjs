// SPDX-License-Identifier: MIT
// What machines read: JSON-LD, site map, Atom, open data.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { SITE, files, read } from './lib/site.mjs';
import { test, done } from './lib/tap.mjs';

const procedures = files('.html').filter((f) => /<html[^>]*data-kind="procedure"/.test(read(f)));

function wellFormed(file) {
	try {
		execFileSync('xmllint', ['--noout', '--nonet', file], { stdio: 'pipe' });
		return [];
	} catch (error) {
		return [error.stderr.toString()];
	}
}

const inSite = (file) => path.join(SITE, file);

await test('there are pages of procedures', () => procedures.length >= 60 ? [] : [`${procedures.length}`]);

await test('JSON-LD parses; a procedure says GovernmentService, its name and who provides it', () => {
	const findings = [];
	for (const file of files('.html')) {
		for (const [, text] of read(file).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)) {
			try {
				JSON.parse(text);
			} catch (error) {
				findings.push(`${file}: ${error.message}`);
			}
		}
	}
	for (const file of procedures) {
		const graphs = [...read(file).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
			.flatMap(([, text]) => { const d = JSON.parse(text); return d['@graph'] ?? [d].flat(); });
		const service = graphs.find((g) => g['@type'] === 'GovernmentService');
		if (!service?.name || !service?.provider)
			findings.push(`${file}: no GovernmentService with name and provider`);
	}
	return findings;
});

await test('all XML is well-formed', () => files('.xml').flatMap((f) => wellFormed(inSite(f))));

await test('the site map names every page once, with an address that has a host', () => {
	const all = [...read('sitemap.xml').matchAll(/<loc>([^<]+)<\/loc>/g)].map((m) => m[1]);
	const base = all[0]?.replace(/(index\.html)?$/, '').match(/^https:\/\/[^/]+\/(.*\/)?/)?.[0];
	const named = new Set(all.map((url) => url.slice(base?.length).replace(/(^|\/)$/, '$1index.html')));
	const findings = all.length === new Set(all).size ? [] : ['an address stands twice'];
	if (!base)
		findings.push(`no base in ${all[0]}`);
	for (const url of named)
		if (!files().includes(url))
			findings.push(`${url} is not there`);
	for (const file of procedures)
		if (!named.has(file) && !/<meta name="robots" content="[^"]*noindex/.test(read(file)))
			findings.push(`${file} is missing`);
	return findings;
});

await test('Atom: every entry has id, title, updated and a link', () => {
	const feeds = files('.xml').filter((f) => /<feed\b/.test(read(f)));
	if (feeds.length === 0)
		return ['no feed'];
	return feeds.flatMap((file) => {
		const text = read(file), findings = [];
		const ids = [...text.matchAll(/<id>([^<]+)<\/id>/g)].map((m) => m[1]);
		if (ids.length !== new Set(ids).size)
			findings.push(`${file}: an id stands twice`);
		for (const [entry] of text.matchAll(/<entry>.*?<\/entry>/gs))
			for (const part of ['<id>', '<title', '<updated>', '<link'])
				if (!entry.includes(part))
					findings.push(`${file}: an entry without ${part}`);
		for (const [, moment] of text.matchAll(/<updated>([^<]*)<\/updated>/g))
			if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(moment))
				findings.push(`${file}: ${moment} is no moment`);
		return findings;
	});
});

await test('open data: JSON parses, CSV has one header and equal rows, no cell is a formula', () => {
	const findings = [];
	for (const file of files('.json'))
		try {
			JSON.parse(read(file));
		} catch (error) {
			findings.push(`${file}: ${error.message}`);
		}
	for (const file of files('.csv')) {
		const rows = parseCsv(read(file).replace(/^\uFEFF/, ''));
		if (rows.length < 2)
			findings.push(`${file}: no rows`);
		rows.forEach((row, i) => row.length === rows[0].length || findings.push(`${file}: record ${i + 1} has ${row.length} cells, not ${rows[0].length}`));
		rows.flat().filter((c) => /^[=+@\t\r]|^-(?![\d\s,.–-]*$)/.test(c)).slice(0, 3).forEach((c) => findings.push(`${file}: a formula: ${c.slice(0, 60)}`));
	}
	if (files('.json').length === 0 || files('.csv').length === 0)
		findings.push('none there');
	return findings;
});

await test('open data has every procedure that has a page', () => {
	const catalogue = files('.csv').map(read).find((t) => procedures.every((f) => t.includes(path.basename(f, '.html'))));
	return catalogue ? [] : ['no CSV holds them all'];
});

await test('planted defects are found', () => {
	const findings = [];
	if (wellFormed(inSite('index.html').replace(SITE, '/nowhere')).length === 0)
		findings.push('a missing XML file passes');
	if (parseCsv('a,b\n"1,2",3\n')[1].length !== 2)
		findings.push('CSV with quotes is read wrongly');
	return findings;
});

function parseCsv(text) {
	const rows = [[]];
	for (const [, cell, end] of text.matchAll(/("(?:[^"]|"")*"|[^",\n\r]*)(,|\r?\n|$)/g)) {
		if (cell === '' && end === '' && rows.at(-1).length === 0) {
			rows.pop();
			break;
		}
		rows.at(-1).push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
		if (end.includes('\n'))
			rows.push([]);
		if (end === '')
			break;
	}
	return rows;
}

done();
