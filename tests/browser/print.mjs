// SPDX-License-Identifier: MIT
// A procedure and the documents of the ledger, printed: A4, not blank, the name on the first
// sheet, fonts embedded.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { launch, fileAddress, pagesByKind, read } from './lib/site.mjs';
import { test, note, done } from './lib/tap.mjs';

const folder = process.env.TEST_TMP ?? fs.mkdtempSync('/tmp/niemyet-print.');
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' });
const browser = await launch();
const page = await browser.newPage();
const kinds = pagesByKind().filter((k) => k.lang === 'vi' && ['procedure', 'posting-record', 'replacement-list'].includes(k.kind));

async function print(file) {
	const to = path.join(folder, path.basename(file) + '.pdf');
	await page.goto(fileAddress(file));
	fs.writeFileSync(to, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
	return to;
}

for (const file of new Set(kinds.flatMap((k) => [k.first, k.longest]))) {
	let pdf;
	await test(`${file} prints`, async () => {
		pdf = await print(file);
		return [];
	});
	await test(`${file}: A4`, () => {
		const sizes = [...run('pdfinfo', '-l', '999', pdf).matchAll(/size: +([\d.]+) x ([\d.]+) pts/g)];
		note(`${file}: ${sizes.length} sheets`);
		return sizes.filter(([, w, h]) => Math.abs(w - 595) > 1 || Math.abs(h - 842) > 1).map(([size]) => size);
	});
	await test(`${file}: the name on the first sheet, no sheet blank`, () => {
		const squeeze = (text) => text.normalize('NFC').replace(/[\s\u00ad-]+/g, '').toLowerCase();
		const heading = squeeze(/<h1[^>]*>(.*?)<\/h1>/s.exec(read(file))[1].replace(/<[^>]*>/g, '').replace(/&(amp|quot|lt|gt);/g, ''));
		const sheets = run('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1);
		const findings = sheets.flatMap((s, i) => squeeze(s).length < 30 ? [`sheet ${i + 1} is blank`] : []);
		if (!squeeze(sheets[0]).includes(heading.slice(0, 40)))
			findings.push(`the first sheet does not say ${heading.slice(0, 40)}`);
		return findings;
	});
	await test(`${file}: all fonts are embedded`, () => run('pdffonts', pdf).split('\n').slice(2).filter(Boolean)
		.filter((line) => !/ yes (yes|no) +(yes|no) +\d+ +\d+$/.test(line)));
	await test(`${file}: navigation and search stay on the screen`, async () => {
		await page.emulateMedia({ media: 'print' });
		const shown = await page.evaluate(() => [...document.querySelectorAll('nav, form, button')]
			.filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 80)));
		await page.emulateMedia({ media: null });
		return shown;
	});
}

await test('a blank sheet is found', async () => {
	await page.setContent('<h1>x</h1>');
	const to = path.join(folder, 'planted.pdf');
	fs.writeFileSync(to, await page.pdf({ width: '100mm', height: '100mm' }));
	return /size: +283/.test(run('pdfinfo', to)) ? [] : ['pdfinfo does not give the size'];
});

await browser.close();
done();
