// SPDX-License-Identifier: MIT
// The wall display: W1 to W8, D3, R3 to R5, O3, O4, O7 of a screen that nobody touches.

import fs from 'node:fs';
import path from 'node:path';
import { launch, fileAddress, read, SITE } from './lib/site.mjs';
import { test, note, done } from './lib/tap.mjs';

const OPEN = new Date('2026-11-24T09:00:00+07:00'); // a Tuesday
const SIZES = [[1920, 1080], [1080, 1920]];
const browser = await launch();
const address = fileAddress('bang/index.html');

async function wall([width, height], options = {}, time = OPEN, where = address) {
	const context = await browser.newContext({ viewport: { width, height }, timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce', ...options });
	const page = await context.newPage();
	await page.clock.install({ time });
	await page.goto(where);
	return page;
}
const shown = (page) => page.evaluate(() => [...document.querySelectorAll('.ny-slide')].findIndex((s) => s.classList.contains('ny-slide--now')));
const sizes = Object.fromEntries([...read('bang/may.css').matchAll(/--ny-w-(\w+): (\d+)px/g)].map(([, name, px]) => [name, +px]));

await test('D1: the sizes of 55 inches at 4 m', () => JSON.stringify(sizes) === '{"small":42,"body":52,"head":72,"figure":122}' ? [] : [JSON.stringify(sizes)]);
for (const size of SIZES) {
	const page = await wall(size);
	const n = await page.evaluate(() => document.querySelectorAll('.ny-slide').length);
	note(`${size.join('x')}: ${n} slides`);
	await page.keyboard.press(' ');
	const found = [];
	for (let i = 0; i < n; i++) {
		found.push(...await page.evaluate(([width, height, sizes]) => {
			const slide = document.querySelector('.ny-slide--now'), title = slide.querySelector('h2').textContent, found = [];
			const box = (e) => e.getBoundingClientRect();
			const name = `${slide.querySelector('.ny-slide__foot').textContent.slice(0, 6).trim()} ${title}`;
			if (document.documentElement.scrollWidth > width || document.documentElement.scrollHeight > height)
				found.push(`W1: ${name}: the page scrolls`);
			const body = slide.querySelector('.ny-slide__body'), rows = slide.querySelector('.ny-slide__rows');
			if (box(rows).bottom > box(body).bottom + 1)
				found.push(`W1: ${name}: rows run ${Math.round(box(rows).bottom - box(body).bottom)} px over`);
			for (const part of slide.querySelectorAll('h2, .ny-slide__label, .ny-slide__value, .ny-slide__answer, .ny-slide__code, .ny-slide__foot')) {
				const b = box(part);
				if (part.scrollWidth > part.clientWidth + 1)
					found.push(`W1: ${name}: ${part.textContent.slice(0, 30)} is cut`);
				if (b.left < 0.03 * width - 9 || b.right > 0.97 * width + 9 || b.top < 0.03 * height - 9 || b.bottom > 0.97 * height + 9)
					found.push(`D3: ${name}: ${part.className || part.tagName} at the edge`);
				const px = parseFloat(getComputedStyle(part).fontSize);
				const least = part.matches('h2') ? sizes.head : part.matches('.ny-slide__label, .ny-slide__value') ? sizes.body : sizes.small;
				if (px < least)
					found.push(`R3: ${name}: ${px} px: ${part.textContent.slice(0, 30)}`);
				if (parseFloat(getComputedStyle(part).lineHeight) < 1.19 * px)
					found.push(`R5: ${name}: lines of ${getComputedStyle(part).lineHeight}`);
			}
			const syllables = rows.textContent.trim().split(/\s+/).length;
			if (rows.children.length > 12 || syllables > 140)
				found.push(`R3: ${name}: ${rows.children.length} rows, ${syllables} syllables`);
			const words = [...rows.querySelectorAll('.ny-slide__label, .ny-slide__value')].map((e) => e.textContent.trim().split(/\s+/).length).reduce((a, b) => a + b, 0);
			const seconds = +slide.dataset.nySeconds, least = Math.min(60, Math.max(12, 3 + words / 2.5));
			if (seconds < least - 0.01 || seconds > 60 || seconds > least + 1)
				found.push(`W2: ${name}: ${seconds} s for ${words} syllables`);
			if (!/^\d+\/\d+$/.test(slide.querySelector('.ny-slide__foot span').textContent) || !/\d\d\/\d\d\/\d{4}/.test(slide.querySelector('[data-ny-day]').textContent))
				found.push(`W1, W7: ${name}: no number or no date of the data`);
			return found;
		}, [...size, sizes]));
		await page.keyboard.press('ArrowRight');
	}
	await test(`W1, W2, W7, R3, R5, D3: every slide fits ${size.join('x')}, is large enough and stays long enough`, () => found);
	await page.context().close();
}

await test('R4: text is 7 : 1 against its ground', async () => {
	const page = await wall(SIZES[0]);
	return page.evaluate(() => {
		const rgb = (c) => c.match(/[\d.]+/g).map(Number), lum = ([r, g, b]) => [r, g, b].map((v) => v / 255)
			.map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
		const ground = lum(rgb(getComputedStyle(document.body).backgroundColor));
		return [...new Set([...document.querySelectorAll('h2, .ny-slide__label, .ny-slide__value, figcaption, .ny-slide__foot, .ny-slide__figure')]
			.map((e) => [(Math.max(ground, lum(rgb(getComputedStyle(e).color))) + 0.05) / (Math.min(ground, lum(rgb(getComputedStyle(e).color))) + 0.05), e.className || e.tagName])
			.filter(([c]) => c < 7).map(([c, what]) => `${what}: ${c.toFixed(1)}`))];
	});
});
await test('W3: slides change by a cut or within half a second; nothing moves, nothing flashes', async () => {
	const found = [];
	for (const reducedMotion of ['no-preference', 'reduce']) {
		const page = await wall(SIZES[0], { reducedMotion });
		found.push(...await page.evaluate((reducedMotion) => [...document.querySelectorAll('body, body *')].flatMap((e) => {
			const s = getComputedStyle(e), seconds = Math.max(...s.transitionDuration.split(',').map(parseFloat));
			return [seconds > (reducedMotion === 'reduce' ? 0 : 0.5) && `${seconds} s`, s.animationName !== 'none' && s.animationName,
				/^(MARQUEE|BLINK)$/.test(e.tagName) && e.tagName].filter(Boolean).map((what) => `${reducedMotion}: ${e.tagName} ${e.className}: ${what}`);
		}), reducedMotion));
		await page.context().close();
	}
	return found;
});
await test('W4: two screens show the same slide, and the next one in time', async () => {
	const a = await wall(SIZES[0]), b = await wall(SIZES[1], {}, new Date(+OPEN + 400));
	const found = await shown(a) === await shown(b) ? [] : ['they differ'];
	const first = await shown(a), n = await a.evaluate(() => document.querySelectorAll('.ny-slide').length);
	await a.clock.runFor(61000);
	const seconds = await a.evaluate(() => [...document.querySelectorAll('.ny-slide')].map((s) => +s.dataset.nySeconds));
	let rest = Math.floor((+OPEN + 61000) / 1000) % seconds.reduce((x, y) => x + y, 0), due = 0;
	while (rest >= seconds[due])
		rest -= seconds[due++];
	if (await shown(a) !== due || (n > 5 && due === first))
		found.push(`after a minute ${await shown(a)}, due ${due}`);
	return found;
});
await test('W4: space holds, arrows turn', async () => {
	const page = await wall(SIZES[0]), first = await shown(page);
	await page.keyboard.press(' ');
	await page.clock.runFor(120000);
	const found = await shown(page) === first ? [] : ['it does not hold'];
	await page.keyboard.press('ArrowRight');
	if (await shown(page) === first)
		found.push('the arrow does not turn');
	return found;
});
await test('W6: dark at night, at the weekend and on holidays, lit in hours and shortly before', async () => {
	const found = [];
	for (const [time, dark] of [['2026-11-24T22:00:00', true], ['2026-11-24T06:50:00', false], ['2026-11-24T06:30:00', true], ['2026-11-24T12:00:00', false],
		['2026-11-29T09:00:00', true], ['2027-01-01T09:00:00', true], ['2026-11-24T17:10:00', false]]) {
		const page = await wall(SIZES[0], {}, new Date(time + '+07:00'));
		if ((await page.evaluate(() => getComputedStyle(document.body, '::after').content !== 'none')) !== dark)
			found.push(`${time}: ${dark ? 'lit' : 'dark'}`);
		await page.context().close();
	}
	return found;
});
await test('O5: old data say so, by a clock that can be believed', async () => {
	const old = (page) => page.evaluate(() => [...document.querySelectorAll('[data-ny-old]')].filter((e) => !e.hidden).length);
	const now = await wall(SIZES[0]), late = await wall(SIZES[0], {}, new Date('2027-11-24T09:00:00+07:00')), before = await wall(SIZES[0], {}, new Date('2020-11-24T09:00:00+07:00'));
	return [...(await old(now) ? ['too early'] : []), ...(await old(late) ? [] : ['not after a year']), ...(await old(before) ? ['a wrong clock is believed'] : [])];
});
await test('O7: without a script the first slide stands', async () => {
	const page = await wall(SIZES[0], { javaScriptEnabled: false });
	const state = await page.locator('.ny-slide').evaluateAll((all) => all.map((e) => getComputedStyle(e).display)).catch(() => null);
	const visible = [];
	for (const slide of (await page.locator('.ny-slide').all()).slice(0, 3))
		visible.push(await slide.isVisible());
	return visible.join() === 'true,false,false' ? [] : [visible.join() + ' ' + state];
});
await test('O3, O4: the folder goes and comes back: the same slide, then the new build', async () => {
	const copy = path.join(process.env.TEST_TMP ?? '/tmp', 'wall'), away = copy + '.away';
	fs.rmSync(copy, { recursive: true, force: true });
	fs.rmSync(away, { recursive: true, force: true });
	fs.cpSync(path.join(SITE, 'bang'), path.join(copy, 'bang'), { recursive: true });
	fs.cpSync(path.join(SITE, 'assets'), path.join(copy, 'assets'), { recursive: true });
	const page = await wall(SIZES[0], {}, OPEN, 'file://' + copy + '/bang/index.html');
	const found = [];
	await page.evaluate(() => { window.mark = 1; });
	fs.renameSync(copy, away);
	for (let i = 0; i < 6; i++)
		await page.clock.runFor(30000);
	if (!await page.evaluate(() => window.mark === 1 && document.querySelectorAll('.ny-slide--now').length === 1))
		found.push('it left while the folder was away');
	const script = path.join(away, 'bang', 'phien-ban.js');
	fs.writeFileSync(script, fs.readFileSync(script, 'utf8').replace(/number: "[^"]*"/, 'number: "a-newer-one"'));
	fs.renameSync(away, copy);
	const moved = page.waitForEvent('load', { timeout: 20000 }).catch(() => null);
	for (let i = 0; i < 6; i++) {
		await page.clock.runFor(30000).catch(() => null);
		await new Promise((ready) => setTimeout(ready, 100));
	}
	await moved;
	if (await page.evaluate(() => window.mark === 1))
		found.push('it did not take the new build');
	return found;
});
await test('L1: no link, no form, no request elsewhere', () => {
	const html = read('bang/index.html');
	return [...html.matchAll(/<(a|form|iframe)\b[^>]*>|(?:src|href)="(https?:[^"]*)"/g)].map(([found]) => found);
});
await test('W8: a code on each slide', () => {
	const html = read('bang/index.html'), slides = html.split('class="ny-slide"').length - 1, codes = html.split('class="ny-qr"').length - 1;
	return slides === codes && slides > 5 ? [] : [`${slides} slides, ${codes} codes`];
});
await test('a slide that runs over is noticed', async () => {
	const page = await wall(SIZES[0]);
	return page.evaluate(() => {
		const rows = document.querySelector('.ny-slide--now .ny-slide__rows');
		for (let i = 0; i < 20; i++)
			rows.append(rows.firstElementChild.cloneNode(true));
		return rows.getBoundingClientRect().bottom > rows.parentElement.getBoundingClientRect().bottom + 1 ? [] : ['20 rows more fit'];
	});
});
await browser.close();
done();
