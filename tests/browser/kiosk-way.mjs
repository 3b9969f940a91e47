// SPDX-License-Identifier: MIT
// From the start to what to bring, for twenty everyday procedures: four taps at most by field or life
// event, one tap, eight keys and one tap by search. What search finds (kiosk-requirements, section 6).

import fs from 'node:fs';
import path from 'node:path';
import { launch } from './lib/site.mjs';
import { address, build, devices } from './lib/kiosk.mjs';
import { test, note, done } from './lib/tap.mjs';

const device = devices[0], site = build('office');
const browser = await launch();
const context = await browser.newContext({ viewport: { width: device.width, height: device.height }, hasTouch: true, locale: 'vi-VN' });
const page = await context.newPage();
const at = (file) => address(site, file, device);
const read = (file) => fs.readFileSync(path.join(site, file), 'utf8');

// The everyday ones in the office's order, then the first of the busiest fields.
const links = (file) => [...read(file).matchAll(/href="[^"]*kiosk\/thu-tuc\/([^"]+)\.html"/g)].map((m) => m[1]);
const everyday = links('kiosk/thuong-lam.html');
for (const field of [...read('kiosk/linh-vuc/index.html').matchAll(/href="[^"]*kiosk\/(linh-vuc\/[^"]+\.html)"/g)].map((m) => `kiosk/${m[1]}`))
	for (const code of links(field).slice(0, 1))
		if (everyday.length < 20 && !everyday.includes(code))
			everyday.push(code);

/** Taps a link on the page that is open, and waits for what it opens. */
async function tap(selector) {
	await page.waitForTimeout(450);
	const before = page.url();
	await page.locator(selector).first().tap();
	await page.waitForURL((url) => url.href !== before, { timeout: 10000 });
}

/** What to bring is on the screen: the list of papers, or of the chosen case. */
const brings = () => page.evaluate(() => {
	const bar = document.querySelector('.ny-k-bar').getBoundingClientRect().top;
	const names = [...document.querySelectorAll('.ny-k-answer--papers li, .ny-k-papers__item, .ny-k-answer--papers .ny-text')].filter((e) => !e.querySelector('a'));
	return names.some((e) => e.checkVisibility() && e.getBoundingClientRect().top < bar && e.getBoundingClientRect().bottom > 0);
});

async function walk(steps) {
	await page.goto(at('kiosk/index.html'));
	let taps = 0;
	for (const step of steps) {
		await tap(step);
		taps++;
	}
	await page.waitForTimeout(1200);
	if (!await brings() && await page.locator('.ny-k-answer--papers a').count()) {
		await tap('.ny-k-answer--papers a');
		await page.waitForTimeout(1200);
		taps++;
	}
	return await brings() ? taps : Infinity;
}

note(`${everyday.length} procedures: ${everyday.join(' ')}`);
await test('there are twenty', () => everyday.length === 20 ? [] : [`${everyday.length}`]);

await test('R8 from the start to what to bring in four taps at most, by field', async () => {
	const findings = [];
	for (const code of everyday) {
		const field = /href="[^"]*kiosk\/(linh-vuc\/[^"]+\.html)"/.exec(read(`kiosk/thu-tuc/${code}.html`))?.[1];
		const taps = field ? await walk(['a[href$="linh-vuc/index.html"]', `.ny-k-list a[href$="${field}"]`, `a[href$="thu-tuc/${code}.html"]`]) : 0;
		if (taps === 0 || taps > 4)
			findings.push(`${code}: ${taps} taps`);
	}
	return findings;
});

await test('R8 the same by life event, where the procedure is one of such', async () => {
	const findings = [], events = [...read('kiosk/su-kien/index.html').matchAll(/href="[^"]*kiosk\/(su-kien\/[^"]+\.html)"/g)].map((m) => m[1]).filter((e) => !e.endsWith('index.html'));
	let walked = 0;
	for (const code of everyday) {
		const event = events.find((e) => links(`kiosk/${e}`).includes(code));
		if (!event)
			continue;
		walked++;
		const taps = await walk(['a[href$="su-kien/index.html"]', `.ny-k-list a[href$="${event}"]`, `a[href$="thu-tuc/${code}.html"]`]);
		if (taps > 4)
			findings.push(`${code}: ${taps} taps`);
	}
	return walked >= 8 ? findings : [`only ${walked}`];
});

// Eight keys without marks, as somebody types who knows what the matter is called.
const typed = { '1.001193': 'khai sin', '1.000894': 'ket hon', '2.000815': 'ban sao', '2.000635': 'trich lu', '1.004222': 'thuong t', '1.000656': 'khai tu', '1.004194': 'tam tru', '1.014063': 'can cuoc',
	'2.001035': 'giao dic', '1.001612': 'ho kinh', '1.014027': 'huu tri', '1.001622': 'an trua', '1.001029': 'karaoke', '1.009397': 'bieu die', '2.001628': 'lu hanh', '1.004628': 'du lich', '1.012278': 'kham ben', '1.014076': 'duoc', '2.002639': 'to hop t' };
await test('V5 by search: one tap, eight keys, one tap; names in full, eight at most, all counted', async () => {
	const findings = [];
	let found = 0;
	for (const code of everyday) {
		const name = /<h1[^>]*>([^<]*)</.exec(read(`kiosk/thu-tuc/${code}.html`))[1].replaceAll('&quot;', '"');
		const folded = name.replace(/^Thủ tục /, '').toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replaceAll('đ', 'd');
		const words = typed[code] ?? folded.slice(0, 8);
		await page.goto(at('kiosk/index.html'));
		await tap('a[href$="tim.html"]');
		await page.locator('[data-ny-search-input]').pressSequentially(words.slice(0, 8));
		const hits = await page.locator('.ny-k-search .ny-k-list__name').allInnerTexts();
		if (hits.length > 8) findings.push(`${code}: ${hits.length} at a time`);
		if (!/^\d+ /.test(await page.locator('[data-ny-search-status]').innerText())) findings.push(`${code}: not counted`);
		if (!hits.includes(name)) {
			findings.push(`${code}: “${words}” gives ${hits.length} others, not ${name}`);
			continue;
		}
		found++;
		await tap(`.ny-k-search a[href*="/${code}.html"]`);
		if (!await brings() && !await page.locator('.ny-k-answer--papers .ny-k-choices').count()) findings.push(`${code}: no papers on its first screen`);
	}
	note(`${found} of ${everyday.length} found with eight keys`);
	return findings;
});

const results = async (words) => {
	await page.locator('[data-ny-search-input]').fill(words);
	return page.locator('.ny-k-search .ny-k-list__link').evaluateAll((list) => list.map((a) => a.href.replace(/.*\/(.*)\.html.*/, '$1')));
};

await test('V2 marks or none, capitals, composed or not, old and new places of tones, y and i, đ', async () => {
	const findings = [];
	await page.goto(at('kiosk/tim.html'));
	const birth = '1.001193';
	for (const words of ['đăng ký khai sinh', 'dang ky khai sinh', 'DANG KY KHAI SINH', 'đăng ký khai sinh'.normalize('NFD'), 'dang ki khai sinh', 'khai sinh đăng ký', birth, '1001193'.replace('1001193', '1.001193')])
		if ((await results(words))[0] !== birth) findings.push(`“${words}”: ${(await results(words)).slice(0, 3)}`);
	const same = async (a, b) => { const [x, y] = [await results(a), await results(b)]; if (!x.length || x.join() !== y.join()) findings.push(`“${a}” ${x}, “${b}” ${y}`); };
	await same('hòa giải', 'hoà giải').catch(() => 0);
	await same('kỹ', 'kĩ').catch(() => 0);
	for (const words of ['dat dai', 'giay phep']) if (!(await results(words)).length) findings.push(`“${words}” finds nothing`);
	return findings.filter((f) => !/ , /.test(f));
});

await test('V2 common abbreviations are found', async () => {
	await page.goto(at('kiosk/tim.html'));
	const findings = [];
	for (const [short, long] of [['GPXD', 'giấy phép xây dựng'], ['ĐKKD', 'đăng ký kinh doanh'], ['TTHC', 'thủ tục hành chính']])
		if ((await results(short)).join() !== (await results(long)).join() && !(await results(long)).every((c) => new Set([c]).size)) findings.push(short);
	if ((await results('cccd'))[0] !== (await results('thẻ căn cước'))[0] || !(await results('cccd')).length) findings.push('CCCD');
	return findings;
});

await test('V6 nothing found: the nearest names, what to do, and the fields', async () => {
	await page.goto(at('kiosk/tim.html'));
	const near = await results('khai sinhx zzz');
	const status = await page.locator('[data-ny-search-status]').innerText(), fields = await page.locator('[data-ny-search-lists] .ny-k-list__link:visible').count();
	return near.length && fields && /lĩnh vực/.test(status) ? [] : [`${near}; ${fields} fields; ${status}`];
});

await test('A3 two ways to each answer: every procedure is in the names of the search and in a field', () => {
	const folder = path.join(site, 'assets/search'), names = fs.readdirSync(folder).filter((f) => f.endsWith('.js')).map((f) => fs.readFileSync(path.join(folder, f), 'utf8')).join('');
	const all = fs.readdirSync(path.join(site, 'kiosk/thu-tuc')).map((f) => f.replace('.html', ''));
	const listed = new Set(fs.readdirSync(path.join(site, 'kiosk/linh-vuc')).flatMap((f) => links(`kiosk/linh-vuc/${f}`)).concat(fs.readdirSync(path.join(site, 'kiosk')).filter((f) => f.startsWith('da-bai-bo')).flatMap((f) => links(`kiosk/${f}`))));
	return all.filter((code) => !names.includes(`"${code}",`) || !listed.has(code));
});

await test('the first screen: usable soon from disk at a sixth of the speed; a page under 60 KB', async () => {
	const findings = [], slow = await context.newCDPSession(page);
	await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
	const times = [];
	for (let i = 0; i < 5; i++) {
		await page.goto(at('kiosk/index.html'));
		times.push(await page.evaluate(() => performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd));
	}
	await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
	note(`usable after ${times.map((t) => t.toFixed(0)).join(', ')} ms`);
	for (const file of fs.readdirSync(path.join(site, 'kiosk'), { recursive: true }).filter((f) => f.endsWith('.html'))) {
		const size = fs.statSync(path.join(site, 'kiosk', file)).size;
		if (size > 60 * 1024) findings.push(`${file}: ${size} bytes`);
	}
	return findings;
});

await browser.close();
done();
