// SPDX-License-Identifier: MIT
// bench/search.mjs SITE [PAGEFIND] - what a new visitor's search costs over a built site: bytes to the first
// result and, with the processor slowed down six times, the time from a key press to the results on screen. PAGEFIND
// is the folder that pagefind has written for the same pages: its bytes and its results for the same queries.

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import zlib from 'node:zlib';
import { chromium } from 'playwright-core';

const [, , site, pagefind] = process.argv, half = process.env.HALF ?? 'tune', every = Number(process.env.EVERY ?? 1);
const rows = fs.readFileSync('tests/search/queries.tsv', 'utf8').trim().split('\n').slice(1).map((line) => line.split('\t'))
	.filter((row) => row[1] === half).filter((_, i) => i % every === 0);
const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', wasm: 'application/wasm' };
const zipped = new Map();
let plain = 0, small = 0, counts = false;

const server = http.createServer((request, response) => {
	const url = decodeURIComponent(new URL(request.url, 'http://x').pathname);
	const file = url.startsWith('/pagefind/') ? path.join(pagefind, url.slice(10)) : path.join(site, url);
	if (url === '/none.html' || !fs.existsSync(file))
		return response.writeHead(url === '/none.html' ? 200 : 404, { 'content-type': types.html }).end('<!doctype html><title>x</title>');
	const bytes = fs.readFileSync(file);
	if (counts && !/\.(html|css|woff2|svg)$/.test(file)) {
		if (!zipped.has(file)) zipped.set(file, Math.min(bytes.length, zlib.gzipSync(bytes, { level: 9 }).length));
		plain += bytes.length;
		small += zipped.get(file);
	}
	return response.writeHead(200, { 'content-type': types[file.split('.').pop()] ?? 'application/octet-stream' }).end(bytes);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const at = (file) => `http://127.0.0.1:${server.address().port}/${file}`;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
const middle = (list, part = 0.5) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * part))];
const kb = (list) => `${(middle(list) / 1024).toFixed(0)} (at most ${(Math.max(...list) / 1024).toFixed(0)})`;
const code = (address) => path.basename(address, '.html');

/** Results of one query for somebody who has never been here, by `ask` in a page; what it took. */
async function fresh(file, ask, query) {
	const context = await browser.newContext(), page = await context.newPage();
	[plain, small, counts] = [0, 0, true];
	await page.goto(at(file));
	const found = await ask(page, query);
	counts = false;
	await context.close();
	return { found: found.map(code), plain, small };
}

const own = async (page, query) => {
	await page.locator('[data-ny-search-input]').fill(query);
	await page.waitForFunction(() => document.querySelector('[data-ny-search-status]').textContent);
	return page.locator('[data-ny-found] [data-ny-link]').evaluateAll((links) => links.slice(0, 3).map((link) => link.href));
};
const theirs = (page, query) => page.evaluate(async (words) => {
	const engine = await import('/pagefind/pagefind.js'), result = await engine.search(words);
	return Promise.all(result.results.slice(0, 3).map(async (one) => (await one.data()).url));
}, query);

async function compare(name, file, ask) {
	const all = [];
	for (const [, , , query, codes] of rows)
		all.push({ ...await fresh(file, ask, query), wanted: codes.split(/[ ,;|]+/) });
	const share = (n) => (100 * all.filter(({ found, wanted }) => found.slice(0, n).some((is) => wanted.includes(is))).length / all.length).toFixed(1);
	console.log(`${name}: ${all.length} queries; at 1 ${share(1)} %, at 3 ${share(3)} %; KB to the first result ${kb(all.map((one) => one.plain))}, compressed ${kb(all.map((one) => one.small))}`);
}

/** Medians and 99th percentiles in ms, with the files there already: of the script, from the letter typed to the results that
 * stand in the page; to the screen, from the key pressed to the end of the frame that shows them. `script` replaces the search. */
async function times(name, script) {
	const page = await (await browser.newContext()).newPage(), client = await page.context().newCDPSession(page), input = page.locator('[data-ny-search-input]');
	if (script) await page.route(/\/js\/search\./, (route) => route.fulfill({ contentType: types.js, body: script }));
	await page.goto(at('tim-kiem.html'));
	await input.fill('a');
	await page.waitForTimeout(1000);
	await page.evaluate(() => {
		window.times = [];
		let pressed = 0, typed = 0;
		addEventListener('keydown', (event) => { pressed = event.timeStamp; }, true);
		addEventListener('input', () => { typed = performance.now(); }, true);
		new MutationObserver(() => {
			const now = performance.now(), from = pressed;
			pressed = 0;
			if (from) requestAnimationFrame(() => { setTimeout(() => window.times.push([now - typed, performance.now() - from])); });
		}).observe(document.querySelector('[data-ny-found]'), { childList: true });
	});
	const type = async () => {
		for (const [, , , query] of rows.filter((_, i) => i % 10 === 0)) {
			await input.fill('');
			await input.pressSequentially(query, { delay: 150 });
		}
	};
	await type();
	await client.send('Emulation.setCPUThrottlingRate', { rate: 6 });
	await page.evaluate(() => { window.times = []; });
	await type();
	const list = await page.evaluate(() => window.times), say = (i) => `${middle(list.map((one) => one[i])).toFixed(1)}, 99 of 100 ${middle(list.map((one) => one[i]), 0.99).toFixed(1)} ms`;
	console.log(`${name}, 6x slower: ${list.length} keys; script ${say(0)}; key to screen ${say(1)}`);
	await page.context().close();
}

/** The least that a page with such a field can do: shows a number for each letter typed. */
const LEAST = `const input = document.querySelector('[data-ny-search-input]'), list = document.querySelector('[data-ny-found]');
input.form.hidden = list.hidden = false;
input.addEventListener('input', () => list.replaceChildren(input.value.length));`;

if (!process.env.TIMES_ONLY) await compare('niemyet', 'tim-kiem.html', own);
if (pagefind) await compare('pagefind', 'none.html', theirs);
if (!process.env.NO_TIMES) {
	await times('niemyet');
	await times('a page that shows a number', LEAST);
}
await browser.close();
server.close();
