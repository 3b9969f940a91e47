// SPDX-License-Identifier: MIT
// Over all files of the touch screen, without a browser: no way out, no dead end, nothing that is not
// for a finger; and no such files where there is no such screen (kiosk-requirements, sections 2, 5, 8).

import fs from 'node:fs';
import path from 'node:path';
import { build, devices, editionOf, kioskPages } from './lib/kiosk.mjs';
import { test, done } from './lib/tap.mjs';

const site = build('office', devices.slice(0, 1));
const pages = kioskPages(site);
const read = (file) => fs.readFileSync(path.join(site, file), 'utf8');
const tags = (file, name) => read(file).match(new RegExp(`<${name}\\b(?:[^>"]|"[^"]*")*>`, 'g')) ?? [];
const value = (tag, name) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

await test('there are pages of every kind', () => pages.length > 150 ? [] : [`${pages.length}`]);

await test('L1 every link is relative and stays in kiosk/; no target, no download', () => pages.flatMap((file) => tags(file, 'a').flatMap((tag) => {
	const href = value(tag, 'href') ?? '', to = path.posix.join(path.posix.dirname(file), href.split(/[#?]/)[0]);
	const isInside = href.startsWith('#') ? read(file).includes(` id="${href.slice(1)}"`) : !/^([a-z][a-z0-9+.-]*:|\/)/i.test(href) && to.startsWith('kiosk/') && fs.existsSync(path.join(site, to)) && /\.html($|[#?])/.test(href);
	return isInside && !/\s(target|download|ping)[\s=>]/.test(tag) ? [] : [`${file}: ${tag}`];
})));

await test('L1, W5 no form that sends, no frame, no redirect, no refresh', () => pages.flatMap((file) => [
	...tags(file, 'form').filter((tag) => /\s(action|method|target)=/.test(tag)), ...tags(file, 'iframe'), ...tags(file, 'object'), ...tags(file, 'embed'), ...(read(file).match(/http-equiv="refresh"/g) ?? []),
].map((tag) => `${file}: ${tag}`)));

await test('L2 the start, back and finish stand in the bar of every page', () => pages.flatMap((file) => {
	const bar = /<nav class="ny-k-bar"[^]*?<\/nav>/.exec(read(file))?.[0] ?? '';
	const links = (bar.match(/<a [^>]*>/g) ?? []).map((tag) => path.posix.join(path.posix.dirname(file), value(tag, 'href')));
	const edition = editionOf(file);
	return links[0] === `${edition}index.html` && links[1]?.startsWith(edition) && links.includes(`${edition}giup-do.html`) && links.at(-1) === 'kiosk/index.html' && /data-ny-done/.test(bar) && (links[1] !== file || file === `${edition}index.html`) ? [] : [`${file}: ${links}`];
}));

await test('L2 “Quay lại” leads step by step to the start', () => pages.flatMap((file) => {
	const start = `${editionOf(file)}index.html`;
	let at = file;
	for (let i = 0; i < 6 && at !== start; i++) {
		const back = [...(/<nav class="ny-k-bar"[^]*?<\/nav>/.exec(read(at))[0]).matchAll(/<a [^>]*href="([^"]*)"/g)][1][1];
		at = path.posix.join(path.posix.dirname(at), back);
	}
	return at === start ? [] : [file];
}));

await test('L4 one button for the other language, named in it, to the same page', () => pages.flatMap((file) => {
	const wanted = editionOf(file) === 'kiosk/' ? ['en', 'kiosk/en/'] : ['vi', 'kiosk/'];
	const bar = /<nav class="ny-k-bar"[^]*?<\/nav>/.exec(read(file))[0], switches = (bar.match(/<a [^>]*>/g) ?? []).filter((tag) => value(tag, 'hreflang'));
	const to = switches.map((tag) => path.posix.join(path.posix.dirname(file), value(tag, 'href')));
	return switches.length === 1 && value(switches[0], 'lang') === wanted[0] && value(switches[0], 'hreflang') === wanted[0] && to[0] === wanted[1] + file.slice(editionOf(file).length) ? [] : [`${file}: ${to}`];
}));

await test('A3, L2 every page can be reached from the start', () => {
	const seen = new Set(['kiosk/index.html']), queue = [...seen];
	while (queue.length) {
		const from = queue.pop();
		for (const tag of tags(from, 'a')) {
			const to = path.posix.join(path.posix.dirname(from), value(tag, 'href').split('#')[0]);
			if (to.endsWith('.html') && !seen.has(to)) {
				seen.add(to);
				queue.push(to);
			}
		}
	}
	return pages.filter((p) => !seen.has(p));
});

await test('T7 no native list, date, colour or file control, no dialog of the browser', () => [
	...pages.flatMap((file) => [...tags(file, 'select'), ...tags(file, 'datalist'), ...tags(file, 'details'), ...tags(file, 'input').filter((tag) => !/type="text"/.test(tag))].map((tag) => `${file}: ${tag}`)),
	...['kiosk.js', 'search.js', 'kiosk-procedure.js'].filter((f) => /\b(alert|confirm|prompt)\(|beforeunload/.test(fs.readFileSync(`assets/js/${f}`, 'utf8'))),
]);

await test('L4 scripts write nothing anywhere', () => ['kiosk.js', 'search.js', 'kiosk-procedure.js', 'return-date.js', 'keyboard.js', 'telex.js'].filter((f) =>
	/localStorage|sessionStorage|indexedDB|document\.cookie|pushState|replaceState|serviceWorker|location\.href\s*=|location\.assign/.test(fs.readFileSync(`assets/js/${f}`, 'utf8'))));

await test('O1 nothing is loaded from elsewhere, by module or by fetch; names of files, no folders', () => pages.flatMap((file) => [...tags(file, 'script'), ...tags(file, 'link'), ...tags(file, 'img')].filter((tag) => {
	const url = value(tag, 'src') ?? value(tag, 'href') ?? '';
	return /^([a-z]+:|\/)/.test(url) || /type="module"|crossorigin/.test(tag) || !fs.existsSync(path.join(site, path.dirname(file), url));
}).map((tag) => `${file}: ${tag}`)));

await test('R6 the kiosk brings its typeface by a relative address', () => {
	const sheet = fs.readdirSync(path.join(site, 'assets/css')).find((f) => f.startsWith('fonts.'));
	return [...fs.readFileSync(path.join(site, 'assets/css', sheet), 'utf8').matchAll(/url\("?([^")]+)/g)].map((m) => m[1]).filter((url) => /:/.test(url) || !fs.existsSync(path.join(site, 'assets/css', url)));
});

await test('A1 each page has one h1, a language, a title of its own', () => {
	const titles = new Map();
	return pages.flatMap((file) => {
		const title = /<title>([^<]*)</.exec(read(file))[1], before = titles.get(title);
		titles.set(title, file);
		return [before ? `${file}: the title of ${before}` : '', (read(file).match(/<h1\b/g) ?? []).length === 1 ? '' : `${file}: h1`, read(file).includes(`<html lang="${editionOf(file) === 'kiosk/' ? 'vi' : 'en'}"`) ? '' : `${file}: lang`].filter(Boolean);
	});
});

await test('L6, Q1 no field, no code and no address of a person; codes carry the public address only', () => pages.flatMap((file) =>
	/localhost|127\.0\.0\.1|file:\/\//.test(read(file)) ? [file] : []));

await test('A4 help without the machine is one tap away: counter, telephone, hours', () => {
	const help = read('kiosk/giup-do.html');
	return ['0277', '1022', '07:00', 'Lê Thị Riêng'].filter((words) => !help.includes(words));
});

await test('withdrawn procedures keep their page, with what replaced them', () => {
	const gone = pages.filter((p) => read(p).includes('data-kind="kiosk-procedure-withdrawn"'));
	return gone.length && gone.some((p) => /href="\.\.\/\.\.\/kiosk\/thu-tuc\//.test(read(p))) ? [] : [`${gone.length}`];
});

await test('no screen in site.yml, no page, sheet or script for one', () => {
	const bare = build('bare', []);
	return fs.existsSync(path.join(bare, 'kiosk')) ? fs.readdirSync(path.join(bare, 'kiosk')) : [];
});

done();
