// SPDX-License-Identifier: MIT
// Over all files of the site, without a browser: every internal link and anchor resolves, no
// page is an orphan, nothing is loaded from elsewhere, no two pages have one title.

import path from 'node:path';
import { files, read, isAlias } from './lib/site.mjs';
import { test, note, done } from './lib/tap.mjs';

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", apos: "'" };
const decode = (text) => text.replace(/&(amp|lt|gt|quot|#39|apos);/g, (_, name) => entities[name]);

const all = new Set(files());
const pages = files('.html');
const anchors = new Map(); // page -> Set of ids
const links = []; // { from, tag, attribute, url }

function parse(file) {
	const markup = read(file).replace(/<!--.*?-->/gs, '');
	anchors.set(file, new Set([...markup.matchAll(/\sid="([^"]*)"/g)].map((m) => decode(m[1]))));
	for (const [element, tag] of markup.matchAll(/<([a-z][a-z0-9]*)\b(?:[^>"]|"[^"]*")*>/g))
		for (const [, attribute, url] of element.matchAll(/\s(href|src|action|poster|data)="([^"]*)"/g))
			links.push({ from: file, tag, attribute, url: decode(url), element });
}
pages.forEach(parse);

const isOutside = (url) => /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url);

/** Why a link inside the site leads nowhere, or nothing. */
function broken({ from, url }) {
	const [address, hash = ''] = url.split('#');
	const plain = decodeURIComponent(address.split('?')[0]);
	const target = plain === '' ? from : path.posix.normalize(path.posix.join(path.posix.dirname(from), plain));
	if (plain.startsWith('/'))
		return 'starts at the root of a server';
	if (target.startsWith('..'))
		return 'leaves the site';
	if (plain.endsWith('/') || target === '.')
		return 'opens a folder, which file:// cannot';
	if (!all.has(target))
		return 'leads to nothing';
	if (hash && target.endsWith('.html') && !anchors.get(target).has(decodeURIComponent(hash)))
		return `no id "${hash}" there`;
	return '';
}

const inside = links.filter((l) => !isOutside(l.url) && l.from !== '404.html');

await test('every internal link and anchor resolves', () => inside.flatMap((link) => {
	const why = broken(link);
	return why ? [`${link.from}: ${link.url}: ${why}`] : [];
}));
note(`${links.length} links on ${pages.length} pages, ${inside.length} of them inside the site`);

await test('page 404 works at any depth: it loads nothing by a relative address', () =>
	links.filter((l) => l.from === '404.html' && l.tag !== 'a' && !isOutside(l.url)).map((l) => l.url));

await test('nothing is loaded from elsewhere', () => links
	.filter((l) => isOutside(l.url) && !l.url.startsWith('data:'))
	.filter((l) => l.attribute !== 'href' || (l.tag !== 'a' && !/\brel="(canonical|alternate|license)"/.test(l.element)))
	.map((l) => `${l.from}: <${l.tag}> ${l.url}`));

await test('links to elsewhere are https, telephone or mail', () => links
	.filter((l) => l.tag === 'a' && isOutside(l.url) && !/^(https?:\/\/|tel:|mailto:)/.test(l.url))
	.map((l) => `${l.from}: ${l.url}`));

await test('every page can be reached from the first', () => {
	const next = new Map();
	for (const link of inside)
		if (link.tag === 'a') {
			const target = path.posix.normalize(path.posix.join(path.posix.dirname(link.from), decodeURIComponent(link.url.split(/[#?]/)[0])));
			next.set(link.from, (next.get(link.from) ?? new Set()).add(target));
		}
	// A screen of the office begins at its own first page; the office's own score is in no list.
	const seen = new Set(['index.html', 'kiosk/index.html', 'bang/index.html', 'kiem-tra.html']), queue = [...seen];
	while (queue.length)
		for (const target of next.get(queue.pop()) ?? [])
			if (all.has(target) && !seen.has(target)) {
				seen.add(target);
				queue.push(target);
			}
	// An alias is reached from outside only: it says where the page has gone.
	return pages.filter((p) => !seen.has(p) && p !== '404.html' && !isAlias(p));
});

await test('each page has one title of its own, and one h1', () => {
	const titles = new Map(), findings = [];
	for (const file of pages) {
		const markup = read(file);
		const title = /<title>([^<]*)<\/title>/.exec(markup)?.[1].trim();
		const headings = [...markup.matchAll(/<h1\b/g)].length;
		if (!title || headings !== 1)
			findings.push(`${file}: title "${title}", ${headings} h1`);
		if (titles.has(title) && !isAlias(file))
			findings.push(`${file}: the title of ${titles.get(title)}: ${title}`);
		titles.set(title, file);
	}
	return findings;
});

await test('every page says that it is demonstration data', () => pages.filter((p) => !isAlias(p) && !/dữ liệu minh họa|demonstration data/i.test(read(p))));

await test('planted links are found', () => {
	const from = 'index.html';
	return ['khong-co.html', '../x.html', '/index.html', 'thu-tuc/', '#khong-co-moc'].filter((url) => !broken({ from, url }));
});

done();
