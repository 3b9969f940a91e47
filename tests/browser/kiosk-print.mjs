// SPDX-License-Identifier: MIT
// The checklist from the printer of a touch screen (kiosk-requirements, section 10).

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { launch } from './lib/site.mjs';
import { address, build, devices, editionOf, kioskPages } from './lib/kiosk.mjs';
import { test, note, done } from './lib/tap.mjs';

const device = { ...devices[0], printer: 'yes' };
const site = build('office', [device]);
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
const browser = await launch();
const context = await browser.newContext({ viewport: { width: device.width, height: device.height } });
const page = await context.newPage();
const to = path.join(process.env.TEST_TMP, 'sheet.pdf');
const pages = kioskPages(site).filter((f) => fs.readFileSync(path.join(site, f), 'utf8').includes('data-kind="kiosk-procedure"'));
// What the head of the sheet says besides name and code, by where the edition begins.
const head = {
	'kiosk/': ['Dữ liệu cập nhật đến ngày', 'niemyet.example/thu-tuc/', 'Trung tâm Phục vụ hành chính công'],
	'kiosk/en/': ['Data as of', 'niemyet.example/en/thu-tuc/', 'Public Administration Service Centre'],
};
const squeeze = (text) => text.normalize('NFC').replace(/\s+/g, '');

const bad = { A4: [], sheets: [], words: [], fonts: [], type: [], code: [] };
let most = 0;
for (const file of pages) {
	await page.goto(address(site, file, device));
	const cases = await page.locator('.ny-k-answer--papers .ny-k-choices__link').evaluateAll((list) => list.map((a) => a.getAttribute('href')));
	for (const chosen of cases.length ? cases : ['']) {
		await page.goto(address(site, file, device) + chosen);
		fs.writeFileSync(to, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
		const at = `${file}${chosen}`, info = run('pdfinfo', to), text = squeeze(run('pdftotext', '-layout', to, '-'));
		const [, w, h] = /size: +([\d.]+) x ([\d.]+)/.exec(info), n = +/Pages: +(\d+)/.exec(info)[1];
		most = Math.max(most, n);
		if (Math.abs(w - 595) > 1 || Math.abs(h - 842) > 1) bad.A4.push(`${at}: ${w} x ${h}`);
		if (n > 2) bad.sheets.push(`${at}: ${n} sheets`);
		const name = await page.locator('h1').textContent(), code = path.basename(file, '.html');
		const [dated, folder, office] = head[editionOf(file)];
		for (const words of [name, code, dated, `${folder}${code}.html`, office])
			if (!text.includes(squeeze(words))) bad.words.push(`${at} lacks “${words}”`);
		if (/Trangđầu|Quaylại|Nộidungtrang|Inđượcdanh|Onthispage|Printthislist/.test(text)) bad.words.push(`${at} has navigation`);
		if (run('pdffonts', to).split('\n').slice(2).filter(Boolean).some((line) => !/ yes (yes|no) +(yes|no) +\d+ +\d+$/.test(line))) bad.fonts.push(at);
	}
}
note(`${pages.length} procedures, ${most} sheets at most`);
await page.emulateMedia({ media: 'print' });
const small = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => e.checkVisibility() && [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) && parseFloat(getComputedStyle(e).fontSize) < 15.9).map((e) => e.outerHTML.slice(0, 100)));
await page.emulateMedia({ media: null });

await test('PR1 A4, two sheets at most', () => [...bad.A4, ...bad.sheets]);
await test('PR1 title, code, office, date of the data, address; no navigation', () => bad.words);
await test('PR1 type of 12 points or more', () => small);
await test('PR3 fonts are embedded', () => bad.fonts);
await test('Q3 the printed code of 25 mm or more is read at 150 dpi', () => {
	run('pdftoppm', '-r', '150', '-png', '-f', '1', '-l', '1', to, to.replace('.pdf', ''));
	const picture = fs.readdirSync(process.env.TEST_TMP).find((f) => /^sheet.*\.png$/.test(f));
	const found = run('zbarimg', '-q', '--raw', path.join(process.env.TEST_TMP, picture)).trim();
	return found === `https://niemyet.example/${pages.at(-1).replace('kiosk/', '')}` ? [] : [found];
});
await test('PR1 without a printer in site.yml there is no button and no sheet', () => {
	const plain = build('plain', [devices[0]]);
	return kioskPages(plain).filter((f) => /data-ny-print[ >]|ny-k-sheet/.test(fs.readFileSync(path.join(plain, f), 'utf8')));
});
await browser.close();
done();
