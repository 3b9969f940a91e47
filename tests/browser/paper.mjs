// SPDX-License-Identifier: MIT
// The paper edition as niemyet print makes it: A4 on one side, margins and letters of the form that
// is in force, every sheet known by its foot, codes that a phone reads, lists and sheets that agree.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { launch, fileAddress, files, read, SITE } from './lib/site.mjs';
import { test, note, done } from './lib/tap.mjs';

const folder = path.join(process.env.TEST_TMP ?? fs.mkdtempSync('/tmp/niemyet-paper.'), 'pdf');
const run = (program, ...args) => execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] });
const niemyet = process.env.NIEMYET ?? 'build/release/niemyet';
const squeeze = (text) => text.replace(/[\s\u00ad-]+/g, '').toLowerCase();
const plain = (html) => html.replace(/<[^>]*>/g, '').replace(/&(amp|quot|lt|gt|#39);/g, (_, e) => ({ amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" })[e]);

const began = Date.now();
const said = run(niemyet, 'print', '--site', SITE, '-o', folder, '--date', '2026-11-21', '--lang', 'en');
note(said.trim().replace('\n', '; ') + `; ${((Date.now() - began) / 1000).toFixed(0)} s`);

const pages = files('.html').filter((f) => f.startsWith('in/') && f !== 'in/index.html');
const pdfOf = (file) => path.join(folder, file.slice(3).replace(/html$/, 'pdf'));
const wide = (file) => /data-kind="(catalogue|fee-sheet[^"]*|figure-sheet)"/.test(read(file));
const sheetsOf = new Map(pages.map((f) => [f, run('pdftotext', '-layout', pdfOf(f), '-').split('\f').slice(0, -1)]));
const procedures = pages.filter((f) => f.startsWith('in/thu-tuc/'));
const each = (list, find) => () => list.flatMap((f) => find(f).map((x) => `${f}: ${x}`));

await test('a file for each page of the paper edition', () => pages.filter((f) => !fs.existsSync(pdfOf(f))));
await test('R-31: A4, upright or, for wide tables, lying', each(pages, (f) => {
	const want = wide(f) ? '842x595' : '595x842';
	return [...run('pdfinfo', '-l', '999', pdfOf(f)).matchAll(/size: +([\d.]+) x ([\d.]+) pts/g)]
		.map(([, w, h]) => `${Math.round(w)}x${Math.round(h)}`).filter((size) => size !== want);
}));
await test('R-32: all typefaces are embedded', each(pages, (f) => run('pdffonts', pdfOf(f)).split('\n').slice(2)
	.filter(Boolean).filter((line) => !/ yes (yes|no) +(yes|no) +\d+ +\d+$/.test(line))));
await test('R-33: nothing stands in the margins', each(pages, (f) => {
	const right = (wide(f) ? 297 : 210) - 15;
	return [...run('pdftotext', '-bbox', pdfOf(f), '-').matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)]
		.map(([, left, , edge, word]) => [left * 25.4 / 72, edge * 25.4 / 72, word])
		.filter(([left, edge]) => left < 29.5 || edge > right + 0.7).slice(0, 2)
		.map(([left, edge, word]) => `${word}: ${left.toFixed(1)} to ${edge.toFixed(1)} mm`);
}));
await test('R-34: the state, the motto and the office head the first sheet', each(pages, (f) => {
	const squeezed = squeeze(run('pdftotext', '-l', '1', pdfOf(f), '-'));
	return ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Trung tâm Phục vụ hành chính công tỉnh Đồng Tháp']
		.filter((text) => !squeezed.includes(squeeze(text)));
}));
await test('the text of the files is Vietnamese in composed form', each(pages, (f) => {
	const text = sheetsOf.get(f).join('');
	return text === text.normalize('NFC') && !/[\ufffd\ue000-\uf8ff]/.test(text) ? [] : ['not composed'];
}));
await test('no sheet is blank', each(pages, (f) => sheetsOf.get(f).flatMap((s, i) => squeeze(s).length < 60 ? [`sheet ${i + 1}`] : [])));
await test('R-39: code, number of the sheet and day of printing on every sheet of a procedure', each(procedures, (f) => {
	const code = path.basename(f, '.html'), sheets = sheetsOf.get(f);
	return sheets.flatMap((s, i) => [code, `${i + 1}/${sheets.length}`, '21/11/2026'].filter((x) => !s.includes(x)).map((x) => `sheet ${i + 1} lacks ${x}`));
}));
await test('R-36: a sheet that goes on says so, the first does not', each(pages, (f) => sheetsOf.get(f)
	.flatMap((s, i) => s.includes('(tiếp theo)') === i > 0 ? [] : [`sheet ${i + 1}`])));
await test('R-36: the head of the fee board is on every sheet with rows', () => sheetsOf.get('in/phi-le-phi.html')
	.flatMap((s, i) => /Mức thu/.test(s) && /Văn bản/.test(s) ? [] : [`sheet ${i + 1}`]));
await test('no head of a part or table ends a sheet', each(procedures, (f) => {
	const titles = [...read(f).matchAll(/<h[234][^>]*>(.*?)<\/h[234]>/gs)].map(([, t]) => squeeze(plain(t))).filter((t) => t.length > 3);
	const code = path.basename(f, '.html');
	return sheetsOf.get(f).slice(0, -1).flatMap((s, i) => {
		const lines = s.split('\n').map((l) => l.trim()).filter(Boolean);
		const foot = lines.findLastIndex((l) => l.startsWith(code));
		const last = squeeze(lines[foot - 1] ?? '').replace(/^\d+\./, '');
		return titles.includes(last) ? [`sheet ${i + 1} ends with ${lines[foot - 1]}`] : [];
	});
}));
await test('R-37: the parts in the order of Nghị định 63/2010/NĐ-CP', each(procedures, (f) => {
	const got = [...read(f).matchAll(/<h2 class="ny-part__title" id="([^"]+)"/g)].map(([, id]) => id).join(' ');
	const want = 'trinh-tu cach-thuc ho-so thoi-han doi-tuong co-quan ket-qua phi-le-phi mau-don yeu-cau can-cu noi-nop quyet-dinh quyen';
	return got === want ? [] : [got];
}));
await test('R-28: lists and sheets count the same', () => {
	const listed = pages.filter((f) => f.startsWith('in/danh-muc/'))
		.flatMap((f) => [...read(f).matchAll(/href="[^"]*thu-tuc\/([^"/]+)\.html"/g)].map(([, code]) => code)).sort();
	const sheets = procedures.map((f) => path.basename(f, '.html')).sort();
	const total = plain(/Cộng: <strong>(.*?)<\/strong>/.exec(read('in/index.html'))[1]).replace(/\D/g, '');
	return listed.join() === sheets.join() && total === String(sheets.length) ? [] : [`${listed.length} listed, ${sheets.length} sheets, total ${total}`];
});
await test('R-13: forms lie beside the sheet that leads to them', each(procedures, (f) => {
	const forms = new Set([...read(f).matchAll(/href="\.\.\/\.\.\/assets\/bieu-mau\/([^"]+)"/g)].map(([, form]) => form));
	const beside = fs.readdirSync(path.dirname(pdfOf(f))).filter((n) => n.startsWith(path.basename(f, '.html') + '-mau-'));
	return forms.size === beside.length ? [] : [`${forms.size} forms, ${beside.length} beside`];
}));
await test('Q3: codes on paper are read at 150 dpi and lead to the page on the web', each(procedures.slice(0, 50), (f) => {
	const image = path.join(folder, 'code');
	run('pdftoppm', '-r', '150', '-f', '1', '-l', '1', '-gray', '-singlefile', pdfOf(f), image);
	const want = /<link rel="canonical" href="([^"]+)"/.exec(read(f.slice(3)))[1];
	let got = 'nothing';
	try {
		got = run('zbarimg', '-q', '--raw', image + '.pgm').trim();
	} catch { /* status 4: no code found */ }
	return got === want && read(f).includes(want.replace('https://', '')) ? [] : [`${got}, wanted ${want}`];
}));

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 900, height: 1200 } });
await page.emulateMedia({ media: 'print' });
const kinds = new Map(pages.map((f) => [/data-kind="([^"]+)"/.exec(read(f))[1], f]));
for (const [kind, file] of kinds) {
	await page.goto(fileAddress(file));
	await test(`R-32: ${kind}: letters of 14 points, 11 at the foot, in small print and codes`, () => page.evaluate(() => {
		const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			const element = node.parentElement;
			if (!node.data.trim() || !element.checkVisibility() || element.closest('.ny-doc__quiet, .ny-quiet, .ny-demo, svg'))
				continue;
			const points = parseFloat(getComputedStyle(element).fontSize) * 0.75;
			const least = element.closest('.ny-doc__foot, .ny-doc__head, small, caption, figcaption, .ny-doc__code, .ny-doc__hash') ? 11 : 14;
			if (points < least - 0.01)
				found.push(`${points} points: ${node.data.trim().slice(0, 40)}`);
		}
		return [...new Set(found)].slice(0, 5);
	}));
}
await test('a sheet without its foot is noticed', () => ['x'].flatMap(() => sheetsOf.get(procedures[0])[0].includes('no such code') ? ['found'] : []));
await browser.close();
done();
