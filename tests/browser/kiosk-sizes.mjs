// SPDX-License-Identifier: MIT
// The rules in millimetres, measured on the page of every kind, on four screens in two settings each,
// in plain and in large type (kiosk-requirements, sections 1 to 4).

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { launch } from './lib/site.mjs';
import { address, build, devices, kioskPages, kioskSamples } from './lib/kiosk.mjs';
import { look } from './lib/kiosk-look.mjs';
import { test, note, done } from './lib/tap.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const site = build('office');
const samples = kioskSamples(site);
note(`${samples.length} kinds of pages: ${samples.map((s) => s.kind).join(' ')}`);
const browser = await launch();

async function page_of(device) {
	const context = await browser.newContext({ viewport: { width: device.width, height: device.height }, hasTouch: true, locale: 'vi-VN' });
	return context.newPage();
}

const found = new Map(); // rule: findings
const add = (rule, text) => found.set(rule, [...(found.get(rule) ?? []), text]);
let looked = 0;
for (const device of devices) {
	const page = await page_of(device);
	for (const { file } of samples)
		for (const large of [false, true]) {
			await page.goto(address(site, file, device, large ? '&chu=to' : ''));
			const isTall = 1220 - device.lower_edge < device.height * device.mm / 2;
			if (isTall)
				await page.evaluate(() => { document.documentElement.dataset.low = 'yes'; window.dispatchEvent(new Event('resize')); });
			for (const { rule, text } of await page.evaluate(look, { ...device, large }))
				add(rule, `${device.name}${large ? ' large' : ''} ${file}: ${text}`);
			looked++;
		}
	await page.context().close();
}
const rule = (id, what) => test(`${id} ${what}`, () => found.get(id) ?? []);

await test('there is something to look at', () => samples.length >= 15 && looked === samples.length * devices.length * 2 ? [] : [`${samples.length} kinds`]);
await rule('D2', 'no page is wider than its screen');
await rule('T1', 'each target measures 20 mm');
await rule('T2', '3 mm between targets, 6 mm around what starts over or prints');
await rule('R1', 'the smallest capital measures 4.8 mm, the body more');
await rule('R2', 'in large type the smallest capital stands for 0.7 degrees at 600 mm');
await rule('R4', 'text has a contrast of 7, edges of controls of 3');
await rule('R5', 'lines are 1.4 times their type; no mark of “ẪỄỘ ƯỢỮ ẲẴ gậy ngữ” leaves its line; nothing cuts text');
await rule('R7', 'nothing is cut by an ellipsis');
await rule('H1', 'each control can be brought between 380 and 1220 mm above the floor');

await rule('H3', 'the top eighth of a tall screen holds nothing of the page itself');

await test('D1 the sizes follow the diagonal', async () => {
	const sheet = fs.readFileSync(path.join(site, 'kiosk/may.css'), 'utf8');
	return devices.flatMap((d) => {
		const want = 4 * Math.ceil(20 / d.mm / 4);
		const [, has] = new RegExp(`data-device="${d.name}"\\] \\{\\s*--ny-k-target: (\\d+)px`).exec(sheet) ?? [];
		return +has === want ? [] : [`${d.name}: ${has}, not ${want}`];
	});
});

await test('D1 a screen of its own resolution is known without its name', async () => {
	const findings = [];
	for (const device of devices.filter((d) => d.name.endsWith('a'))) {
		const page = await page_of(device);
		await page.goto(`file://${path.join(site, 'kiosk/index.html')}`);
		const height = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ny-k-target'));
		// Of two with one resolution the later stands; the start address tells them apart.
		const fits = devices.filter((d) => d.width === device.width && d.height === device.height).map((d) => `${4 * Math.ceil(20 / d.mm / 4)}px`);
		if (!fits.includes(height))
			findings.push(`${device.name}: ${height}`);
		await page.context().close();
	}
	return findings;
});

await test('H2 where the reach ends under half of the picture, a button lowers the page', async () => {
	const findings = [];
	for (const device of devices) {
		const isTall = 1220 - device.lower_edge < device.height * device.mm / 2;
		const page = await page_of(device);
		await page.goto(address(site, 'kiosk/linh-vuc/index.html', device));
		const button = page.locator('[data-ny-low]');
		if (await button.isVisible() !== isTall)
			findings.push(`${device.name}: the button is ${isTall ? 'missing' : 'there'}`);
		if (isTall) {
			const top = () => page.locator('.ny-k-list__link').first().evaluate((e) => e.getBoundingClientRect().top + scrollY);
			const before = await top();
			await page.waitForTimeout(500);
			await button.click();
			const line = device.height - (1220 - device.lower_edge) / device.mm;
			if (await top() < line || before >= line)
				findings.push(`${device.name}: the first entry at ${await top()} instead of ${line}`);
		}
		await page.context().close();
	}
	return findings;
});

await test('R8 the start page has nine choices at most, without scrolling', async () => {
	const page = await page_of(devices[0]), findings = [];
	for (const file of ['kiosk/index.html', 'kiosk/en/index.html']) {
		await page.goto(address(site, file, devices[0]));
		const { n, more } = await page.evaluate(() => ({ n: document.querySelectorAll('.ny-k-tile').length, more: document.documentElement.scrollHeight - innerHeight }));
		if (n > 9 || more > 0) findings.push(`${file}: ${n} choices, ${more} pixels below`);
	}
	await page.context().close();
	return findings;
});

await test('R9 the first screen of every procedure answers papers, time, fee, counter', async () => {
	const findings = [];
	for (const device of devices.filter((d) => d.name.endsWith('a'))) {
		const page = await page_of(device);
		for (const file of kioskPages(site).filter((f) => fs.readFileSync(path.join(site, f), 'utf8').includes('data-kind="kiosk-procedure"'))) {
			await page.goto(address(site, file, device));
			const late = await page.evaluate(() => {
				const bar = document.querySelector('.ny-k-bar').getBoundingClientRect().top;
				const heads = [...document.querySelectorAll('.ny-k-answer__title')];
				return [heads.length === 4 ? '' : `${heads.length} answers`, ...heads.map((h) => {
					const first = h.nextElementSibling, range = document.createRange();
					range.selectNodeContents(first);
					const box = range.getClientRects()[0];
					return box && box.bottom <= bar ? '' : `${h.textContent}: ${box?.bottom} under the bar at ${bar}`;
				})].filter(Boolean);
			});
			late.forEach((text) => findings.push(`${device.name} ${file}: ${text}`));
		}
		await page.context().close();
	}
	return findings;
});

await test('A1 axe finds nothing on a page of each kind', async () => {
	const findings = [];
	const page = await page_of(devices[0]);
	for (const { file } of samples) {
		await page.goto(address(site, file, devices[0]));
		await page.evaluate(axe);
		const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
		violations.forEach((v) => v.nodes.forEach((n) => findings.push(`${file}: ${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`)));
	}
	await page.context().close();
	return findings;
});

await test('planted: a small target, thin type and a control out of reach are found', async () => {
	const page = await page_of(devices[0]);
	await page.goto(address(site, 'kiosk/index.html', devices[0]));
	await page.addStyleTag({ content: '.ny-k-tile { min-height: 0; height: 60px; overflow: hidden; margin-top: -500px } .ny-k-head__top { min-height: 0; height: 40px; overflow: hidden } .ny-k-lead { font-size: 20px; line-height: 1.1; color: #a66 } .ny-k-tiles { width: 1200px; gap: 4px }' });
	const rules = new Set((await page.evaluate(look, { ...devices[0], large: false })).map((f) => f.rule));
	await page.context().close();
	return ['D2', 'T1', 'T2', 'R1', 'R4', 'R5', 'H1', 'H3'].filter((id) => !rules.has(id));
});

await browser.close();
done();
