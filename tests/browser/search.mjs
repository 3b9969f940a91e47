// SPDX-License-Identifier: MIT
// The search in a browser: from disk, under a sub-path with a strict policy, by keyboard and for screen
// readers, without script; what it marks, narrows and says; names that would be markup.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, SITE } from './lib/site.mjs';
import { test, note, done } from './lib/tap.mjs';

const browser = await launch();
const disk = (site, file) => pathToFileURL(path.join(site, file)).href;
const types = { html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' };

/** Serves `site` below /bang/ with a policy that lets in nothing but its own files; notes what is asked for. */
const asked = [];
const server = http.createServer((request, response) => {
	const file = path.join(SITE, decodeURIComponent(new URL(request.url, 'http://x').pathname).replace(/^\/bang\//, '') || 'index.html');
	asked.push(request.url);
	if (!request.url.startsWith('/bang/') || !fs.existsSync(file))
		return response.writeHead(404).end();
	response.writeHead(200, { 'content-type': types[file.split('.').pop()] ?? 'application/octet-stream', 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'" });
	return response.end(fs.readFileSync(file));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const web = (file) => `http://127.0.0.1:${server.address().port}/bang/${file}`;

async function open(address, options = {}) {
	const page = await (await browser.newContext(options)).newPage(), errors = [];
	page.on('pageerror', (error) => errors.push(error.message));
	page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
	await page.goto(address);
	const type = async (words) => {
		await page.locator('[data-ny-search-input]').fill(words);
		await page.waitForFunction(() => document.querySelector('[data-ny-search-status]').textContent, null, { timeout: 10000 });
		return page.locator('[data-ny-found] [data-ny-link]').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
	};
	const attribute = (name) => page.locator('[data-ny-search-input]').getAttribute(name);
	return { page, errors, type, attribute, status: () => page.locator('[data-ny-search-status]').innerText() };
}

await test('from disk and under a sub-path with a strict policy: results that lead to pages', async () => {
	const findings = [];
	for (const address of [(f) => disk(SITE, f), web])
		for (const [file, to] of [['index.html', 'thu-tuc/1.001193.html'], ['tim-kiem.html', 'thu-tuc/1.001193.html']]) {
			const { page, errors, type } = await open(address(file));
			const links = await type('dang ky khai sinh');
			if (links[0] !== to) findings.push(`${address(file)}: ${links[0]}`);
			await page.locator('[data-ny-found] a').first().click();
			await page.waitForURL(/1\.001193\.html$/, { timeout: 10000 }).catch(() => findings.push(`${page.url()} instead`));
			findings.push(...errors);
			await page.context().close();
		}
	return findings;
});

await test('the home page loads no index before the field is used; its form leads to the search page', async () => {
	asked.length = 0;
	const { page, type, errors } = await open(web('index.html'));
	const before = asked.filter((url) => url.includes('/search/'));
	await type('khai sinh');
	const after = asked.filter((url) => url.includes('/search/')).length;
	await page.locator('[data-ny-search-input]').press('Enter');
	await page.waitForURL(/tim-kiem\.html\?q=khai/, { timeout: 10000 });
	await page.waitForFunction(() => document.querySelector('[data-ny-found] a'), null, { timeout: 10000 });
	const value = await page.locator('[data-ny-search-input]').inputValue();
	await page.context().close();
	return [...before, ...(after ? [] : ['nothing was loaded']), ...(value === 'khai sinh' ? [] : [value]), ...errors];
});

await test('the pattern of a combobox: arrows choose, Enter follows, Escape closes; status is said', async () => {
	const findings = [], { page, type, attribute, status } = await open(disk(SITE, 'tim-kiem.html'));
	await type('dang ky');
	const input = page.locator('[data-ny-search-input]'), chosen = () => page.locator('[role=option][aria-selected=true]').getAttribute('id', { timeout: 10000 });
	if (await attribute('role') !== 'combobox' || await attribute('aria-expanded') !== 'true') findings.push('not expanded');
	if (await page.locator(`#${await attribute('aria-controls')}`).getAttribute('role') !== 'listbox') findings.push('controls no list');
	await input.press('ArrowDown');
	await input.press('ArrowDown');
	if (await attribute('aria-activedescendant') !== 'ny-1' || await chosen() !== 'ny-1') findings.push('the second is not chosen');
	await input.press('ArrowUp');
	await input.press('ArrowUp');
	if (await chosen() === 'ny-0') findings.push('up from the first stays');
	await input.press('Escape');
	if (await attribute('aria-expanded') !== 'false' || await page.locator('[data-ny-found]').isVisible()) findings.push('not closed');
	if (!/^\d+ /.test(await status())) findings.push(await status());
	await input.press('ArrowDown');
	const to = await page.locator('#ny-0').getAttribute('href');
	await input.press('Enter');
	await page.waitForURL((url) => url.href.endsWith(to), { timeout: 10000 }).catch(() => findings.push(`Enter leads to ${page.url()}`));
	await page.context().close();
	return findings;
});

await test('marks what it found in the spelling of the name; narrows by field, level, online and agency', async () => {
	const findings = [], { page, type, status } = await open(disk(SITE, 'tim-kiem.html'));
	await type('khai sinh');
	const marked = await page.locator('[data-ny-found] li').first().locator('mark').allInnerTexts();
	if (marked.join(' ') !== 'khai sinh') findings.push(`marked: ${marked}`);
	await type('cap');
	await page.locator('summary:visible').click(); // what can be chosen comes when typing rests
	for (const facet of [1, 2, 3, 4]) {
		const select = page.locator(`[data-ny-facet="${facet}"]`);
		if (!await select.isVisible()) { findings.push(`facet ${facet} is not there`); continue; }
		const label = await select.locator('option').nth(1).innerText();
		await select.selectOption({ index: 1 });
		if (await status() !== `${/\((\d+)\)/.exec(label)[1]} kết quả`) findings.push(`${label}: ${await status()}`);
		await select.selectOption('');
	}
	await page.context().close();
	return findings;
});

await test('finds figures, agencies and notices, too, where the page has them; the touch screen finds procedures only', async () => {
	const findings = [];
	for (const [file, words, to] of [['tim-kiem', 'so lieu giai quyet thu tuc', 'thong-ke/index'], ['tim-kiem', 'số liệu giải quyết thủ tục tháng 01/2025', 'thong-ke/2025-01'],
		['tim-kiem', 'ubnd phường mỹ tho', 'co-quan/phuong-my-tho'], ['tim-kiem', 'nghi tet', 'thong-bao/nghi-tet-2027'], ['tim-kiem', 'phan anh kien nghi', 'phan-anh'],
		['en/tim-kiem', 'figures', 'en/thong-ke/index'], ['index', 'so y te', 'co-quan/so-y-te']]) {
		const { page, errors, type } = await open(disk(SITE, `${file}.html`));
		await type(words);
		const link = page.locator('[data-ny-found] a').first(), where = await link.evaluate((a) => a.href), meta = await link.locator('[data-ny-meta]').innerText();
		if (where !== disk(SITE, `${to}.html`) || !fs.existsSync(new URL(where)) || meta) findings.push(`“${words}”: ${where} ${meta}`);
		findings.push(...errors);
		await page.context().close();
	}
	const { page, type } = await open(disk(SITE, 'kiosk/tim.html'));
	for (const words of ['so lieu giai quyet thu tuc', 'phuong my tho', 'dang ky'])
		findings.push(...(await type(words)).filter((to) => !/(^|\/)thu-tuc\/[0-9]/.test(to)));
	await page.context().close();
	return findings;
});

await test('nothing found: says so, shows the nearest, the fields and the hotline', async () => {
	const { page, type, status } = await open(disk(SITE, 'tim-kiem.html'));
	await type('khai qqqzzz xxyyzz');
	const near = await page.locator('[data-ny-found] a').count(), text = await status();
	const fields = await page.locator('[data-ny-search-lists] a[href^="linh-vuc/"]:visible').count(), calls = await page.locator('[data-ny-search-lists] a[href^="tel:"]:visible').count();
	await page.context().close();
	return [...(near > 0 && near <= 3 ? [] : [`${near} near`]), ...(/Không tìm thấy/.test(text) ? [] : [text]), ...(fields && calls ? [] : [`${fields} fields, ${calls} numbers to call`])];
});

await test('without script: no field that does nothing, lists that lead to everything', async () => {
	const { page } = await open(disk(SITE, 'tim-kiem.html'), { javaScriptEnabled: false });
	const form = await page.locator('[data-ny-search]').isVisible(), links = await page.locator('[data-ny-search-lists] a').count();
	await page.context().close();
	return [...(form ? ['the form shows'] : []), ...(links > 10 ? [] : [`${links} links`])];
});

await test('hostile names are text: no element, no script, no turned line', async () => {
	const dir = path.join(process.env.TEST_TMP ?? 'build', 'hostile'), evil = '</script><img src=x onerror=window.evil=1><b>đậm</b>';
	fs.rmSync(dir, { recursive: true, force: true });
	fs.cpSync('tests/boards/small', dir, { recursive: true });
	fs.writeFileSync(path.join(dir, 'data/procedures.csv'), `code,name,kind\n9.000001,"${evil} tên lạ",LAW_DETAILED\n9.000002,"tên lạ ${'dài '.repeat(2500)}",LAW_DETAILED\n9.000003,"tên lạ ""]);window.evil=1//\\",LAW_DETAILED\n`);
	for (const other of fs.readdirSync(path.join(dir, 'data')).filter((f) => !/^(procedures|fields|agencies)\.csv$/.test(f)))
		fs.rmSync(path.join(dir, 'data', other));
	const site = dir + '-site';
	execFileSync(process.env.NIEMYET ?? 'build/release/niemyet', ['build', '-C', dir, '-o', site], { stdio: ['ignore', 'ignore', 'inherit'] });
	const { page, type, errors } = await open(disk(site, 'tim-kiem.html'));
	const long = await type('dài dài');
	const links = await type('tên lạ');
	const findings = [...errors, ...(links.length >= 2 && long[0]?.endsWith('9.000002.html') ? [] : [`${links} and ${long} found`])];
	if (await page.evaluate(() => window.evil)) findings.push('a name ran');
	if (await page.locator('[data-ny-found] img, [data-ny-found] b').count()) findings.push('a name is markup');
	if (!(await page.locator('[data-ny-found]').innerText()).includes(evil.slice(0, 30))) findings.push('the name is not as it stands');
	if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) findings.push('a name is wider than the page');
	await page.context().close();
	return findings;
});

await test('the script is at most 10 KB as it is served', () => {
	const file = fs.readdirSync(path.join(SITE, 'assets/js')).find((f) => f.startsWith('search.')), size = fs.statSync(path.join(SITE, 'assets/js', file)).size;
	note(`${size} bytes`);
	return size <= 10240 ? [] : [`${size} bytes`];
});
await browser.close();
server.close();
done();
