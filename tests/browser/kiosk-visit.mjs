// SPDX-License-Identifier: MIT
// A visit at the touch screen and its end, under a fake clock: the question, the start page, no trace; a
// folder that goes away; a newer build (kiosk-requirements, sections 2, 5, 8, 10, 11).

import fs from 'node:fs';
import path from 'node:path';
import { launch } from './lib/site.mjs';
import { address, build, devices, kioskPages, kioskSamples } from './lib/kiosk.mjs';
import { test, done } from './lib/tap.mjs';

const device = { ...devices[0], printer: 'yes' };
const site = build('office', [device, devices[2]]);
const browser = await launch();
const NOON = new Date('2026-11-24T12:00:00+07:00');
const at = (file, more = '') => address(site, file, device, more);

/** Opens a page under a clock that stands still after `settled` seconds; wait(s) lets seconds pass. */
async function open(file, { time = NOON, more = '', init, settled = 1 } = {}) {
	const context = await browser.newContext({ viewport: { width: device.width, height: device.height }, hasTouch: true, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
	const page = await context.newPage();
	const errors = [];
	page.on('pageerror', (e) => errors.push(`error: ${e.message}`));
	await page.clock.install({ time });
	await page.clock.pauseAt(new Date(time.getTime() + 1000));
	if (init)
		await page.addInitScript(init);
	await page.goto(at(file, more));
	const wait = async (s) => { await page.clock.runFor(s * 1000); await new Promise((r) => setTimeout(r, 120)); };
	await wait(settled);
	const where = () => path.basename(new URL(page.url()).pathname);
	/** Where it is, given the real time that a move takes on a slow machine. */
	const arrived = async (name) => { await page.waitForURL((url) => url.pathname.endsWith('/' + name), { timeout: 10000 }).catch(() => null); return where() === name; };
	return { context, page, wait, errors, where, arrived };
}
const ask = (page) => page.locator('[data-ny-ask]').isVisible();
const PAGE = 'kiosk/thu-tuc/1.001193.html';

await test('L3 the question comes after 60 s, the start page after 80 s', async () => {
	const findings = [], { context, page, wait, where, arrived } = await open(PAGE);
	await wait(57);
	if (await ask(page)) findings.push('asked before 60 s');
	await wait(3);
	if (!await ask(page)) findings.push('not asked after 61 s');
	await wait(10);
	const left = +await page.locator('[data-ny-left]').innerText();
	if (left < 7 || left > 10) findings.push(`${left} s left after 71 s`);
	if (where() !== '1.001193.html') findings.push('left too early');
	await wait(10);
	if (!await arrived('index.html')) findings.push(`after 81 s it is still ${where()}`);
	await context.close();
	return findings;
});

await test('L4 a visit in English leads to the same page, asks in English and ends on the Vietnamese start', async () => {
	const findings = [], { context, page, wait, arrived } = await open(PAGE, { more: '&chu=to' });
	const lang = () => page.evaluate(() => document.documentElement.lang);
	const inEnglish = () => page.url().includes('/kiosk/en/');
	await page.locator('.ny-k-bar a[hreflang="en"]').tap();
	await page.waitForURL((url) => url.pathname.includes('/kiosk/en/'), { timeout: 10000 });
	await wait(1);
	if (!await arrived('1.001193.html') || await lang() !== 'en') findings.push(`switched to ${page.url()}`);
	if (await page.evaluate(() => document.documentElement.dataset.size) !== 'large') findings.push('the size is lost');
	await page.locator('.ny-k-bar a').first().tap();
	await page.waitForURL((url) => url.pathname.endsWith('/kiosk/en/index.html'), { timeout: 10000 }).catch(() => findings.push(`Start leads to ${page.url()}`));
	await wait(62);
	if (!await ask(page) || !/still reading/.test(await page.locator('[data-ny-ask]').innerText())) findings.push('no question on the English start');
	await wait(21);
	await page.waitForURL((url) => url.pathname.endsWith('/kiosk/index.html'), { timeout: 10000 }).catch(() => null);
	if (inEnglish() || await lang() !== 'vi') findings.push(`after the visit: ${page.url()}`);
	await wait(100);
	if (await ask(page)) findings.push('the Vietnamese start asks');
	await context.close();
	return findings;
});

await test('L5 Done in English leads to the Vietnamese start', async () => {
	const { context, page, wait } = await open('kiosk/en/thu-tuc/1.001193.html');
	await wait(1);
	await page.locator('[data-ny-done]').tap();
	const done = await page.waitForURL((url) => url.pathname.endsWith('/kiosk/index.html'), { timeout: 10000 }).then(() => [], () => [page.url()]);
	await context.close();
	return done;
});

await test('the return date stands in the words of the page', async () => {
	const findings = [];
	for (const [file, wanted] of [[PAGE, /Thứ \S+, \d\d\/\d\d\/2026/], ['kiosk/en/thu-tuc/1.001193.html', /day, \d+ November 2026/]]) {
		const { context, page } = await open(file);
		const words = await page.locator('.ny-return').first().innerText();
		if (!wanted.test(words)) findings.push(`${file}: ${words}`);
		await context.close();
	}
	return findings;
});

await test('V2 English names are found in English', async () => {
	const { context, page, wait } = await open('kiosk/en/tim.html');
	await page.locator('[data-ny-search-input]').fill('birth reg');
	await wait(1);
	const first = page.locator('[data-ny-found] .ny-k-list__name').first();
	const findings = [await first.innerText() === 'Birth registration' ? '' : await first.innerText(), await first.getAttribute('lang') ? 'marked' : ''];
	await context.close();
	return findings.filter(Boolean);
});

await test('L3 a touch at 79 s keeps the page, again and again', async () => {
	const findings = [], { context, page, wait, where } = await open(PAGE);
	for (let i = 0; i < 3; i++) {
		await wait(78);
		if (!await ask(page)) findings.push(`${i}: not asked`);
		await page.touchscreen.tap(500, 300);
		await wait(1);
		if (await ask(page)) findings.push(`${i}: the question stays`);
	}
	if (where() !== '1.001193.html') findings.push(`it is ${where()}`);
	await wait(70);
	await page.locator('[data-ny-stay]').click();
	await wait(50);
	if (where() !== '1.001193.html' || await ask(page)) findings.push('the button does not keep the page');
	await context.close();
	return findings;
});

await test('L3 on the start page nothing reloads, nothing is asked', async () => {
	const findings = [], { context, page, wait } = await open('kiosk/index.html');
	let loads = 0;
	page.on('framenavigated', () => loads++);
	await wait(200);
	if (loads || await ask(page)) findings.push(`${loads} loads, question ${await ask(page)}`);
	await context.close();
	return findings;
});

await test('L3 times are settable from 30 to 300 s, the question is never shorter than 20 s', async () => {
	const findings = [], set = (idle, question) => `document.addEventListener('DOMContentLoaded', () => { document.body.dataset.nyIdle = '${idle}'; document.body.dataset.nyQuestion = '${question}'; });`;
	for (const [idle, question, asked, gone] of [[5, 3, 30, 50], [900, 20, 300, 320]]) {
		const { context, page, wait, where, arrived } = await open(PAGE, { init: set(idle, question) });
		await wait(asked - 3);
		if (await ask(page)) findings.push(`${idle}: asked before ${asked} s`);
		await wait(3);
		if (!await ask(page)) findings.push(`${idle}: not asked after ${asked} s`);
		await wait(gone - asked - 2);
		if (where() === 'index.html') findings.push(`${idle}: gone before ${gone} s`);
		await wait(3);
		if (!await arrived('index.html')) findings.push(`${idle}: not gone after ${gone} s`);
		await context.close();
	}
	return findings;
});

await test('L4 the next person finds size, place, field and history as at first; nothing is stored', async () => {
	const findings = [], { context, page, wait, where, arrived, errors } = await open('kiosk/index.html');
	const length = await page.evaluate(() => history.length);
	await page.locator('[data-ny-size]').click();
	await page.locator('a[href$="tim.html"]').click();
	await page.waitForURL(/tim\.html/);
	await wait(1);
	if (await page.evaluate(() => document.documentElement.dataset.size) !== 'large') findings.push('R2: the size does not hold on the next page');
	await page.locator('[data-ny-search-input]').fill('khai sinh');
	await page.locator('.ny-k-search .ny-k-list__link').first().click();
	await page.waitForURL(/thu-tuc/);
	await wait(1);
	await page.locator('a[href="#ho-so"]').first().click();
	await new Promise((r) => setTimeout(r, 1500)); // it scrolls by the real clock
	await wait(85);
	if (!await arrived('index.html')) findings.push(`it is ${where()}`);
	const left = await page.evaluate(async () => ({
		size: document.documentElement.dataset.size, scroll: scrollY, length: history.length, address: location.search,
		stored: [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map((d) => d.name), ...await caches?.keys?.() ?? []].filter(Boolean),
		values: [...document.querySelectorAll('input')].map((i) => i.value).filter(Boolean),
	}));
	if (left.size || left.scroll || left.stored.length || left.values.length || left.length !== length || /chu=/.test(left.address))
		findings.push(JSON.stringify({ ...left, before: length }));
	if (!/may=dung-a/.test(left.address)) findings.push('D1: the name of the screen is lost on the way');
	await wait(1);
	await page.locator('a[href$="tim.html"]').click();
	await page.waitForURL(/tim\.html/);
	if (await page.locator('[data-ny-search-input]').inputValue()) findings.push('the field is not empty');
	await context.close();
	return [...findings, ...errors];
});

await test('L4 on the start page, too, size and place are put back', async () => {
	const findings = [], { context, page, wait } = await open('kiosk/index.html');
	await page.locator('[data-ny-size]').click();
	await page.evaluate(() => scrollTo(0, 300));
	await wait(90);
	const { size, y } = await page.evaluate(() => ({ size: document.documentElement.dataset.size, y: scrollY }));
	if (size || y) findings.push(`${size}, ${y}`);
	await context.close();
	return findings;
});

await test('L4 a page that comes back from the browser\'s memory has empty fields', async () => {
	const { context, page } = await open('kiosk/tim.html');
	await page.locator('[data-ny-search-input]').fill('bí mật');
	await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
	const value = await page.locator('[data-ny-search-input]').inputValue();
	await context.close();
	return value ? [value] : [];
});

await test('L5, L7 “Xong” stands in the bar of every page and does the same at once', async () => {
	const findings = [];
	for (const { file } of kioskSamples(site)) {
		const { context, page, wait } = await open(file, { more: '&chu=to' });
		await page.locator('.ny-k-bar [data-ny-done]').click();
		await wait(1);
		// The address without the size is that of the new page, also where the old one was a start page.
		await page.waitForURL((url) => url.pathname.endsWith('/kiosk/index.html') && !url.searchParams.has('chu'), { timeout: 10000 }).catch(() => 0);
		const size = await page.evaluate(() => document.documentElement.dataset.size);
		if (!page.url().includes('/kiosk/index.html') || size) findings.push(`${file}: ${page.url()} ${size}`);
		await context.close();
	}
	return findings;
});

await test('T4 a second tap within 400 ms of a page\'s appearance does nothing; the press is seen at once', async () => {
	const findings = [];
	for (const [ms, isFollowed] of [[100, false], [300, false], [600, true]]) {
		const { context, page } = await open('kiosk/index.html', { settled: ms / 1000 });
		await page.locator('.ny-k-tile').first().evaluate((tile) => tile.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 })));
		const left = await page.waitForURL(/tim\.html/, { timeout: isFollowed ? 10000 : 1500 }).then(() => true, () => false);
		if (left !== isFollowed) findings.push(`after ${ms} ms: ${left ? 'followed' : 'not followed'}`);
		await context.close();
	}
	const css = fs.readFileSync('assets/css/kiosk.css', 'utf8');
	for (const kind of ['ny-k-tile', 'ny-k-list__link', 'ny-k-toc__link', 'ny-k-choices__link', 'ny-k-button', 'ny-k-bar__item'])
		if (!css.includes(`.${kind}:active`)) findings.push(`${kind} has no pressed state`);
	return findings;
});

await test('T5, T6 no menu, no selection, no dragging, no zoom', async () => {
	const findings = [];
	const { context, page } = await open('kiosk/tim.html');
	const found = await page.evaluate(() => ({
		menu: document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
		drag: document.querySelector('a').dispatchEvent(new DragEvent('dragstart', { bubbles: true, cancelable: true })),
		select: getComputedStyle(document.body).userSelect, touch: getComputedStyle(document.documentElement).touchAction,
		field: getComputedStyle(document.querySelector('input')).userSelect,
	}));
	if (found.menu || found.drag || found.select !== 'none' || found.touch !== 'pan-y' || found.field !== 'text') findings.push(JSON.stringify(found));
	await context.close();
	return findings;
});

await test('T3 one tap scrolls: a button for more, a button for up', async () => {
	const { context, page, wait } = await open(PAGE);
	await page.emulateMedia({ reducedMotion: 'reduce' });
	const y = () => page.evaluate(() => scrollY);
	await page.locator('[data-ny-scroll="1"]').click();
	await wait(1);
	const down = await y();
	await page.locator('[data-ny-scroll="-1"]').click();
	await wait(1);
	const up = await y();
	await context.close();
	return down > 500 && up === 0 ? [] : [`${down}, ${up}`];
});

await test('T8 keys: every control is reached, shows that it is, and Enter follows a link', async () => {
	const findings = [], { context, page, wait, arrived } = await open('kiosk/index.html');
	for (let i = 0; i < 12; i++) {
		await page.keyboard.press('Tab');
		findings.push(...await page.evaluate(() => {
			const e = document.activeElement, s = getComputedStyle(e);
			return e !== document.body && s.outlineStyle === 'none' ? [`no focus on ${e.outerHTML.slice(0, 80)}`] : [];
		}));
	}
	await page.locator('.ny-k-tile').first().focus();
	await page.keyboard.press('Enter');
	await wait(1);
	if (!await arrived('tim.html')) findings.push('Enter does not follow');
	await context.close();
	return findings;
});

await test('O3 the folder is taken away: the page stays; it comes back: the way is free', async () => {
	const findings = [], { context, page, wait, where, arrived } = await open(PAGE);
	fs.renameSync(site, site + '.away');
	await page.locator('.ny-k-bar a').first().click();
	await wait(1);
	if (where() !== '1.001193.html' || !await page.locator('[data-ny-wait]').isVisible()) findings.push(`it is ${where()}`);
	await wait(100);
	if (await page.locator('h1').count() !== 1) findings.push('the idle reset walked into an error page');
	fs.renameSync(site + '.away', site);
	await wait(15);
	if (!await arrived('index.html') || await page.locator('h1').count() !== 1) findings.push(`back: ${where()}`);
	await context.close();
	return findings;
});

const version = path.join(site, 'kiosk/phien-ban.js'), old = fs.readFileSync(version, 'utf8');
await test('O3 a link of an older build leads to the start of the newer one', async () => {
	const findings = [], { context, page, wait, where, arrived } = await open(PAGE);
	fs.writeFileSync(version, old.replace(/number: "[^"]*"/, 'number: "newer"'));
	await page.locator('a[href$="giup-do.html"]').click();
	await wait(1);
	if (!await arrived('index.html')) findings.push(where());
	fs.writeFileSync(version, old);
	await context.close();
	return findings;
});

await test('O4 a new build is noticed within 5 minutes and taken when nobody is there', async () => {
	const findings = [], { context, page, wait } = await open('kiosk/index.html');
	let loads = 0;
	page.on('framenavigated', () => loads++);
	fs.writeFileSync(version, old.replace(/number: "[^"]*"/, 'number: "newer"'));
	for (let s = 0; s < 300; s += 20) {
		await page.touchscreen.tap(500, 300);
		await wait(20);
	}
	if (loads) findings.push('taken while somebody is there');
	await wait(100);
	if (loads !== 1) findings.push(`${loads} loads when nobody is there`);
	await page.waitForFunction(() => window.nyBuild, null, { polling: 100, timeout: 5000 }).catch(() => 0);
	if (await page.evaluate(() => window.nyBuild?.number) !== 'newer') findings.push('not the newer build');
	fs.writeFileSync(version, old);
	await context.close();
	return findings;
});

await test('O6 the start page is loaded afresh once in the night', async () => {
	const { context, page, wait } = await open('kiosk/index.html', { time: new Date('2026-11-24T19:00:00+07:00') });
	let loads = 0;
	page.on('framenavigated', () => loads++);
	for (let h = 0; h < 10; h++)
		await wait(3600);
	await context.close();
	return loads === 1 ? [] : [`${loads} loads`];
});

await test('O5 every page says the date of its data; old data say so, an early clock is not believed', async () => {
	const findings = [];
	const day = /day: "([^"]+)"/.exec(old)[1];
	for (const { file } of kioskSamples(site)) {
		if (!fs.readFileSync(path.join(site, file), 'utf8').includes('data-ny-day=') && !/data-kind="kiosk-procedure-withdrawn"/.test(fs.readFileSync(path.join(site, file), 'utf8')))
			findings.push(`${file} has no date`);
	}
	for (const [time, isOld] of [[`${day}T12:00:00+07:00`, false], ['2027-06-01T12:00:00+07:00', true], ['2020-01-01T12:00:00+07:00', false], ['2015-01-01T00:00:00+07:00', false]]) {
		const { context, page } = await open('kiosk/linh-vuc/index.html', { time: new Date(time) });
		if (await page.locator('[data-ny-old]').isVisible() !== isOld) findings.push(`at ${time}`);
		await context.close();
	}
	return findings;
});

await test('O7 without script every page is a page of links: to the start, back, and onward', async () => {
	const findings = [], context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: device.width, height: device.height } });
	const page = await context.newPage();
	for (const { file } of kioskSamples(site)) {
		await page.goto(at(file));
		const text = await page.locator('main').innerText(), links = await page.locator('.ny-k-bar a:visible').count();
		const dead = await page.locator('button:visible, input:visible').count();
		if (text.length < 40 || links < 4 || dead)
			findings.push(`${file}: ${text.length} characters, ${links} links, ${dead} dead controls`);
	}
	await page.goto(at('kiosk/index.html'));
	await page.locator('a[href$="linh-vuc/index.html"]').click();
	await page.locator('.ny-k-list__link').first().click();
	await page.locator('.ny-k-list__link').first().click();
	if (await page.locator('.ny-k-answer').count() !== 4) findings.push('the way to a procedure is closed');
	await context.close();
	return findings;
});

const voices = (lang) => `Object.defineProperty(window, 'speechSynthesis', { value: { spoken: [], getVoices: () => ${lang ? `[{ lang: '${lang}', name: 'x' }]` : '[]'}, speak(u) { this.spoken.push(u.text); }, cancel() { this.spoken = []; } } });
	window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };`;
await test('A2 “Đọc cho tôi nghe” is there with a Vietnamese voice only, and reads what the first screen says', async () => {
	const findings = [];
	for (const [lang, isThere] of [['vi-VN', true], ['en-US', false], ['', false]]) {
		const { context, page } = await open(PAGE, { init: voices(lang) });
		const button = page.locator('[data-ny-speak]');
		if (await button.isVisible() !== isThere) findings.push(`${lang || 'no voice'}: ${isThere ? 'missing' : 'there'}`);
		if (isThere) {
			await button.click();
			const spoken = (await page.evaluate(() => speechSynthesis.spoken)).join('\n');
			if (!/khai sinh/.test(spoken) || !/Cần mang theo/.test(spoken) || !/Quầy/.test(spoken)) findings.push(spoken);
			await button.click();
			if ((await page.evaluate(() => speechSynthesis.spoken.length)) !== 0) findings.push('it does not stop');
		}
		await context.close();
	}
	return findings;
});

await test('PR1, PR2 printing is offered at the screen with a printer only; the button sleeps for 15 s', async () => {
	const findings = [], { context, page, wait } = await open(PAGE, { init: 'window.printed = 0; window.print = () => { window.printed++; };' });
	const button = page.locator('[data-ny-print]');
	await button.click();
	await wait(1);
	if (await page.evaluate(() => window.printed) !== 1 || !await button.isDisabled() || !/Đang in/.test(await page.locator('[data-ny-printing]').innerText())) findings.push('not printing');
	await wait(13);
	if (!await button.isDisabled()) findings.push('awake before 15 s');
	await wait(2);
	if (await button.isDisabled()) findings.push('asleep after 15 s');
	await page.goto(address(site, PAGE, devices[2]));
	if (await button.isVisible()) findings.push('offered where there is no printer');
	await context.close();
	return findings;
});

await test('L6 no field but the search; nothing of the pages asks for a person', () => kioskPages(site).flatMap((file) => {
	const text = fs.readFileSync(path.join(site, file), 'utf8');
	const fields = text.match(/<(input|select|textarea)\b[^>]*>/g) ?? [];
	return fields.filter((f) => !(/^kiosk\/(en\/)?tim\.html$/.test(file) && /autocomplete="off"/.test(f))).map((f) => `${file}: ${f}`);
}));

await browser.close();
done();
