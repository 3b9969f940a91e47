// SPDX-License-Identifier: MIT
// Charts of every kind over awkward data, measured in the browser: texts do not meet, stay
// inside and can be read on a phone; the markup is small.

import fs from 'node:fs';
import path from 'node:path';
import { launch } from './lib/site.mjs';
import { build, cases } from './lib/charts.mjs';
import { test, done } from './lib/tap.mjs';

const site = build(path.join(process.env.TEST_TMP, 'office'));
const file = path.join(site, 'charts.html');
const html = fs.readFileSync(file, 'utf8');
const markup = new Map([...html.matchAll(/<div class="ny-case" id="case-([^"]+)">\s*(<svg.*?<\/svg>)/gs)].map(([, id, svg]) => [id, svg]));
const browser = await launch();

/** Runs in the page: what is wrong with its charts. A text is `slack` pixels smaller than its box. */
function look({ slack, smallest }) {
	const findings = [];
	for (const svg of document.querySelectorAll('.ny-chart')) {
		const name = svg.closest('[id]').id || svg.parentElement.id;
		const frame = svg.getBoundingClientRect();
		const texts = [...svg.querySelectorAll('text')].map((e) => ({ words: e.textContent, box: e.getBoundingClientRect(), size: parseFloat(getComputedStyle(e).fontSize) * frame.width / svg.viewBox.baseVal.width }));
		for (const t of texts) {
			const { left, right, top, bottom } = t.box;
			if (left < frame.left - 1 || right > frame.right + 1 || top < frame.top - slack || bottom > frame.bottom + slack)
				findings.push(`${name}: “${t.words}” leaves the drawing`);
			if (t.size < smallest)
				findings.push(`${name}: “${t.words}” is ${t.size.toFixed(1)} pixels high`);
		}
		texts.sort((a, b) => a.box.top - b.box.top);
		for (let i = 0; i < texts.length; i++)
			for (let k = i + 1; k < texts.length && texts[k].box.top < texts[i].box.bottom - slack; k++) {
				const a = texts[i].box, b = texts[k].box;
				if (a.left < b.right - 0.5 && b.left < a.right - 0.5)
					findings.push(`${name}: “${texts[i].words}” meets “${texts[k].words}”`);
			}
	}
	return findings;
}

async function at(width, height, smallest, more = async () => {}) {
	const context = await browser.newContext({ viewport: { width, height } });
	const page = await context.newPage();
	await page.goto('file://' + file);
	await more(page);
	const scale = await page.evaluate(() => { const e = document.querySelector('.ny-chart'); return e.getBoundingClientRect().width / 360; });
	const findings = await page.evaluate(look, { slack: 1.5 * scale, smallest });
	await context.close();
	return findings;
}

await test('every case is a chart', () => cases.filter(({ id }) => !markup.has(id)).map(({ id }) => id));
await test('on a phone: texts apart, inside, 12 pixels or more', () => at(390, 844, 12));
await test('on a desk: texts apart and inside', () => at(1366, 768, 14));
await test('on a wall: texts apart and inside', () => at(1920, 1080, 14));
await test('filling a wall: type of 35 pixels or more', () => at(1920, 1080, 35, (page) =>
	page.evaluate(() => document.querySelectorAll('.ny-case').forEach((e) => {
		e.style.width = '920px';
		e.firstElementChild.style.maxWidth = 'none';
	}))));
await test('in a wide font: texts apart and inside', () => at(390, 844, 12, (page) =>
	page.addStyleTag({ content: '.ny-chart { font-family: "DejaVu Sans", Verdana, sans-serif }' })));

await test('names: each chart has title and description, ids stand once', () => {
	const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
	const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `id ${id} stands twice`);
	const unnamed = [...markup].filter(([id, svg]) => !svg.startsWith('<svg class="ny-spark"') &&
		!(svg.includes(`aria-labelledby="${id}-t ${id}-d"><title id="${id}-t">`) && /<desc id="[^"]+">[^<]{10,}</.test(svg)));
	const bare = [...markup].filter(([, svg]) => svg.startsWith('<svg class="ny-spark"') && !/role="img" aria-label="[^"]{15,}"/.test(svg));
	return [...twice, ...unnamed.map(([id]) => id), ...bare.map(([id]) => id)];
});

await test('24 points take 4 KB at most, a trend in a cell 1 KB', () => cases.filter(({ list }) => list.length <= 24)
	.map(({ id, kind }) => [id, Buffer.byteLength(markup.get(id)), kind === 'spark' ? 1024 : 4096])
	.filter(([, size, most]) => size > most).map(([id, size]) => `${id}: ${size} bytes`));

await test('no colour, no style and no script in the markup', () => [...markup].filter(([, svg]) =>
	/ style=| on[a-z]+=|#[0-9a-f]{3,6}\b|<style|<script/.test(svg.replace(/url\(#[^)]*\)/g, ''))).map(([id]) => id));

await test('bars begin at zero', () => {
	const svg = markup.get('bar-names');
	return svg.includes('<path class="ny-chart__bar" d="M0 ') ? [] : [svg.slice(0, 600)];
});

await test('an axis that does not begin at zero says so', () => {
	const says = (id) => markup.get(id).includes('>Trục đứng bắt đầu từ ');
	return [...['line-24', 'line-score', 'line-below'].filter((id) => !says(id)), ...['line-count-24', 'line-zero', 'line-change', 'line-days'].filter(says)];
});

await test('a month without figures is a gap with a mark, not zero', () => {
	const svg = markup.get('line-gaps');
	const line = /<path class="ny-chart__line" d="([^"]+)"/.exec(svg)[1];
	return line.match(/M|m/g).length === 4 && svg.includes('>× chưa có số liệu<') ? [] : [svg];
});

await test('planted: texts that meet are found', async () => {
	const found = await at(1366, 768, 14, (page) => page.evaluate(() =>
		document.querySelectorAll('.ny-chart text').forEach((e) => e.setAttribute('x', 180))));
	return found.some((f) => f.includes(' meets ')) ? [] : ['nothing was found'];
});

await browser.close();
done();
