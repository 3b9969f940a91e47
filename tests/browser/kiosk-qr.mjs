// SPDX-License-Identifier: MIT
// The codes of fifty pages of procedures, read by zbarimg from pictures of the screen: each its own
// public address (kiosk-requirements, section 9). And without a public address no code.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { launch } from './lib/site.mjs';
import { address, build, devices, kioskPages } from './lib/kiosk.mjs';
import { test, note, done } from './lib/tap.mjs';

const site = build('office');
const pages = kioskPages(site).filter((f) => fs.readFileSync(path.join(site, f), 'utf8').includes('data-kind="kiosk-procedure"'))
	.filter((_, i) => i % 3 === 0).slice(0, 50); // of both languages
const browser = await launch();
const shot = path.join(process.env.TEST_TMP, 'shot.png');
const decode = () => { try { return execFileSync('zbarimg', ['-q', '--raw', shot], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(); } catch { return ''; } };

const findings = { Q1: [], Q2: [], Q3: [], Q4: [] };
let read = 0;
for (const [i, file] of pages.entries()) {
	const device = devices[i % devices.length];
	const context = await browser.newContext({ viewport: { width: device.width, height: device.height } });
	const page = await context.newPage();
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await page.goto(address(site, file, device) + '#dien-thoai');
	await page.waitForTimeout(100);
	await page.screenshot({ path: shot });
	const wanted = `https://niemyet.example/${file.replace('kiosk/', '')}`, found = decode();
	read += found === wanted;
	if (found !== wanted)
		findings.Q1.push(`${file} on ${device.name}: “${found}”`);
	const { width, modules, box, title, words } = await page.evaluate(() => {
		const svg = document.querySelector('.ny-k-phone .ny-qr');
		return { width: svg.getBoundingClientRect().width, modules: svg.viewBox.baseVal.width, box: svg.getAttribute('width'), title: svg.getAttribute('aria-label'), words: document.querySelector('.ny-k-phone__text').textContent };
	});
	if (!Number.isInteger(width / modules) || width / modules < 4 || width !== +box)
		findings.Q2.push(`${file}: ${width} pixels for ${modules} modules`);
	if (width * device.mm < 40)
		findings.Q3.push(`${file} on ${device.name}: ${(width * device.mm).toFixed(1)} mm`);
	if (!title || !words.includes(wanted.slice(8)))
		findings.Q4.push(`${file}: “${title}”, “${words}”`);
	await context.close();
}
note(`${read} of ${pages.length} codes read`);
await test('there are fifty', () => pages.length === 50 ? [] : [`${pages.length}`]);
await test('Q1 each page has the code of its own public page', () => findings.Q1);
await test('Q2 whole pixels to a module, four at least', () => findings.Q2);
await test('Q3 40 mm on every screen, and another\'s decoder reads it', () => findings.Q3);
await test('Q4 the address stands beside it, and the code has a text alternative', () => findings.Q4);
await test('planted: a code without its quiet zone of light is not read', async () => {
	const page = await browser.newPage();
	await page.goto(address(site, pages[0], devices[0]));
	await page.addStyleTag({ content: '.ny-qr, .ny-k-phone { filter: contrast(0) } ' });
	await page.locator('.ny-k-phone').screenshot({ path: shot });
	await page.close();
	return decode() ? ['a grey field was read'] : [];
});
await browser.close();
done();
