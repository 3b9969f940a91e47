// SPDX-License-Identifier: MIT
// A report and form II.06a on paper: A4, the sheet alone, the parts that Nghị định 30/2020 wants,
// margins as it wants them, the figures of the page; on the screen one sheet within the page.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { launch, fileAddress, files, read, PHONE, DESKTOP } from './lib/site.mjs';
import { test, note, done } from './lib/tap.mjs';

const folder = process.env.TEST_TMP ?? fs.mkdtempSync('/tmp/niemyet-report.');
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8' });
const squeeze = (text) => text.normalize('NFC').replace(/[\s\u00ad]+/g, '').toLowerCase();
const ofKind = (kind) => files('.html').filter((f) => read(f).includes(`data-kind="${kind}"`));
const browser = await launch();
const page = await browser.newPage();

async function print(file) {
	const to = path.join(folder, file.replaceAll('/', '-') + '.pdf');
	await page.goto(fileAddress(file));
	fs.writeFileSync(to, await page.pdf({ preferCSSPageSize: true, printBackground: false }));
	return to;
}

const sizes = (pdf) => [...run('pdfinfo', '-l', '99', pdf).matchAll(/size: +([\d.]+) x ([\d.]+) pts/g)]
	.map(([, w, h]) => `${Math.round(w)}x${Math.round(h)}`);
const sheets = (pdf) => run('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1);
const within = (value, low, high, what) => value >= low - 1 && value <= high + 1 ? []
	: [`${what}: ${value.toFixed(1)} mm, wanted ${low} to ${high}`];

/** The words of a sheet with their places in millimetres. */
function words(pdf, sheet) {
	const text = run('pdftotext', '-f', sheet, '-l', sheet, '-bbox', pdf, '-');
	return [...text.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)]
		.map(([, left, top, right, bottom, word]) => ({
			left: left * 25.4 / 72, top: top * 25.4 / 72, right: right * 25.4 / 72, bottom: bottom * 25.4 / 72, word,
		}));
}

const chrome = async (file) => {
	await page.goto(fileAddress(file));
	await page.emulateMedia({ media: 'print' });
	const shown = await page.evaluate(() => [...document.querySelectorAll('body > *, .ny-wrap > *, .ny-main > *')]
		.filter((e) => e.checkVisibility() && !e.closest('.ny-doc') && !e.querySelector('.ny-doc')).map((e) => e.outerHTML.slice(0, 80)));
	await page.emulateMedia({ media: null });
	return shown;
};

const reports = ofKind('report'), forms = ofKind('form-ii-06a').filter((f) => !f.startsWith('en/')); // the form itself is Vietnamese
await test('there is a report, and a form of every kind of period', () => [
	...(reports.length ? [] : ['no report']),
	...['-q', '-thang-dau', '-9-thang', '-thang-cuoi'].filter((part) => !forms.some((f) => f.includes(part))),
]);

for (const file of reports.slice(0, 2)) {
	const pdf = await print(file);
	const text = sheets(pdf);
	note(`${file}: ${text.length} sheets`);
	await test(`${file}: A4 upright`, () => sizes(pdf).filter((size) => size !== '595x842'));
	await test(`${file}: the sheet alone`, () => chrome(file));
	await test(`${file}: what an official document has`, () =>
		['Cộng hòa xã hội chủ nghĩa Việt Nam', 'Độc lập - Tự do - Hạnh phúc', 'Số:', 'Báo cáo', 'Kính gửi:']
			.filter((part) => !squeeze(text[0]).includes(squeeze(part)))
			.concat(['Nơi nhận:'].filter((part) => !squeeze(text.at(-1)).includes(squeeze(part)))));
	await test(`${file}: pages are numbered from the second on, in the middle of the top`, () => text.flatMap((_, i) => {
		const top = words(pdf, String(i + 1)).filter((w) => w.bottom < 19);
		if (i === 0)
			return top.map((w) => `on the first sheet: ${w.word}`);
		return top.length === 1 && top[0].word === String(i + 1) && Math.abs((top[0].left + top[0].right) / 2 - 112.5) < 3
			? [] : [`sheet ${i + 1}: ${top.map((w) => w.word).join(' ') || 'nothing'}`];
	}));
	await test(`${file}: margins`, () => text.flatMap((_, i) => {
		const body = words(pdf, String(i + 1)).filter((w) => w.top > 19);
		return [
			...within(Math.min(...body.map((w) => w.left)), 30, 35, `sheet ${i + 1}, left`),
			...within(210 - Math.max(...body.map((w) => w.right)), 15, 35, `sheet ${i + 1}, right`),
			...within(Math.min(...body.map((w) => w.top)), 20, 30, `sheet ${i + 1}, top`),
			...within(297 - Math.max(...body.map((w) => w.bottom)), 20, 277, `sheet ${i + 1}, bottom`),
		];
	}));
	await test(`${file}: one column, no sheet with a signature alone`, () => [
		...(words(pdf, '1').filter((w) => w.top > 100).some((w) => w.left < 40 && w.right > 30) ? [] : ['the text does not begin at the margin']),
		...(squeeze(text.at(-1)).indexOf(squeeze('Nơi nhận:')) > 40 ? [] : ['nothing stands above the signature']),
	]);
	await test(`${file}: the figures of the data are on paper, none is missing`, () => {
		const values = new Map(read(file.replace(/html$/, 'csv')).trim().split('\n').map((line) => {
			const [, name, value] = /^([^,]*),"?(.*?)"?$/.exec(line);
			return [name, value];
		}));
		const all = squeeze(text.join(''));
		return ['recv_total', 'done_total', 'on_time_done', 'on_time_done.num', 'on_time_done.den', 'pakn.received', 'satisfaction', 'period']
			.filter((name) => !values.get(name) || !all.includes(squeeze(values.get(name))))
			.concat(read(file).includes('<code>=') ? ['a name was left as it is'] : []);
	});
	await test(`${file}: says on paper that it is a demonstration`, () => /dữ liệu minh họa/i.test(text[0].normalize('NFC')) ? [] : ['no']);
	for (const viewport of [PHONE, DESKTOP])
		await test(`${file}: at ${viewport.width} pixels the sheet fits`, async () => {
			await page.setViewportSize(viewport);
			await page.goto(fileAddress(file));
			return page.evaluate(() => {
				const { left, right } = document.querySelector('.ny-doc').getBoundingClientRect();
				const root = document.documentElement;
				return left >= 0 && right <= root.clientWidth && root.scrollWidth <= root.clientWidth ? [] : [`${left} to ${right} of ${root.clientWidth}`];
			});
		});
}

for (const file of [forms.find((f) => f.includes('-q')), forms.at(-1)]) {
	const pdf = await print(file);
	await test(`${file}: A4 across`, () => sizes(pdf).filter((size) => size !== '842x595'));
	await test(`${file}: the sheet alone`, () => chrome(file));
	await test(`${file}: head, all columns, the total`, () => {
		const text = squeeze(sheets(pdf).join(''));
		const rows = read(file.replace(/html$/, 'csv')).trim().split('\n');
		const total = rows.at(-1).split(',').slice(3).map((n) => Number(n).toLocaleString('vi-VN'));
		return ['Biểu số II.06a', 'từ ngày', 'đến ngày', 'Số hồ sơ TTHC', '(13)', total.join('')].filter((part) => !text.includes(squeeze(part)));
	});
	await test(`${file}: nothing is cut at the right`, () => sheets(pdf).flatMap((_, i) =>
		within(297 - Math.max(...words(pdf, String(i + 1)).map((w) => w.right)), 14, 40, `sheet ${i + 1}, right`)));
	// What is withheld is no number, and nor is its sum.
	await test(`${file}: rows add up`, () => read(file.replace(/html$/, 'csv')).trim().split('\n').slice(1).flatMap((row) => {
		const n = row.replace(/"[^"]*"/g, 'x').split(',').slice(3).map(Number);
		const differ = (whole, parts) => Number.isFinite(whole - parts) && whole !== parts;
		return differ(n[0], n[1] + n[2] + n[3]) || differ(n[4], n[5] + n[6] + n[7]) || differ(n[8], n[9] + n[10]) || differ(n[0], n[4] + n[8]) ? [row] : [];
	}));
	await test(`${file}: most rows can be added up`, () => {
		const rows = read(file.replace(/html$/, 'csv')).trim().split('\n').slice(1);
		return rows.filter((row) => !row.includes('…')).length * 2 > rows.length ? [] : [`${rows.length} rows`];
	});
}

await test('a sheet without margins is found', async () => {
	await page.setContent('<style>@page{margin:0;size:A4}</style><p>x</p>');
	const to = path.join(folder, 'planted.pdf');
	fs.writeFileSync(to, await page.pdf({ preferCSSPageSize: true }));
	return within(Math.min(...words(to, '1').map((w) => w.left)), 30, 35, 'left').length ? [] : ['passes'];
});

await browser.close();
done();
