// SPDX-License-Identifier: MIT
// One page of each kind, as it comes: below a path of a web server, from a USB stick, without
// script, on a screen of 320 pixels. No page asks for anything outside the site or complains.

import { launch, serve, visit, samplePages, isAlias, pagesByKind, fileAddress, files, PHONE, DESKTOP } from './lib/site.mjs';
import { test, done } from './lib/tap.mjs';

const browser = await launch();
const { base, close } = await serve();
const pages = samplePages();
const all = async (context, addresses, look) => {
	const findings = [];
	for (const address of addresses)
		findings.push(...(await visit(context, address, look)).map((f) => `${address.replace(base, '')}: ${f}`));
	return findings;
};
const http = pages.map((file) => base + file);
const usb = pages.map(fileAddress);

// A browser's own choice is Times and nothing else; a document for A4 names more than one.
const isStyled = async (page) => await page.evaluate(() =>
	/^"?Times[^,]*$/.test(getComputedStyle(document.querySelector('h1')).fontFamily) || // the browser's own
	document.styleSheets.length === 0 ? ['no style'] : []);

const context = await browser.newContext({ viewport: PHONE });
await test('from a web server, below a path', () => all(context, http, isStyled));
await test('from file://', () => all(context, usb, isStyled));

await test('no page is wider than 320 pixels', async () => {
	const narrow = await browser.newContext({ viewport: { width: 320, height: 640 } });
	const findings = await all(narrow, http, (page) => page.evaluate(() => {
		const root = document.documentElement;
		if (root.scrollWidth <= root.clientWidth)
			return [];
		const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1);
		return [`${root.scrollWidth} pixels wide, by <${wide[0]?.tagName.toLowerCase()} class="${wide[0]?.className}">`];
	}));
	await narrow.close();
	return findings;
});

await test('a text enlarged to twice its size fits', async () => {
	const wide = await browser.newContext({ viewport: DESKTOP });
	const findings = await all(wide, http, async (page) => {
		await page.addStyleTag({ content: 'html { font-size: 200% !important }' });
		return page.evaluate(() => {
			const root = document.documentElement;
			return root.scrollWidth > root.clientWidth + 1 ? [`${root.scrollWidth} pixels wide`] : [];
		});
	});
	await wide.close();
	return findings;
});

await test('without script the text and all links are there', async () => {
	const plain = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
	const findings = [];
	for (const file of pages) {
		// The search box is for script alone; the page of search has lists without it.
		const look = (page) => page.evaluate(() => {
			const length = (e) => e.checkVisibility() ? e.innerText.length : 0, main = document.querySelector('main');
			const boxes = [...main.querySelectorAll('[data-ny-search]')].reduce((sum, box) => sum + length(box), 0);
			return [length(main) - boxes, document.querySelectorAll('a[href]').length];
		});
		let with_script, without;
		await visit(context, base + file, async (page) => { with_script = await look(page); return []; });
		findings.push(...await visit(plain, base + file, async (page) => { without = await look(page); return []; }));
		if (without[0] < 40 || without[0] < with_script[0] * 0.9 || without[1] < with_script[1])
			findings.push(`${file}: ${without[0]} of ${with_script[0]} characters, ${without[1]} of ${with_script[1]} links`);
	}
	await plain.close();
	return findings;
});

await test('a missing address gets the page 404, whole, at any depth', async () => {
	const findings = [];
	for (const address of ['khong-co.html', 'thu-tuc/khong/co/gi.html']) {
		const found = await visit(context, base + address, isStyled);
		findings.push(...found.filter((f) => !/^404 for .*(khong-co|gi)\.html$/.test(f) && !/^console: .*status of 404/.test(f)));
		const page = await context.newPage();
		await page.goto(base + address);
		if (await page.locator('a[href]').count() === 0)
			findings.push(`${address}: no way back`);
		await page.close();
	}
	return findings;
});

await test('an old address leads on, from a server and from file://', async () => {
	const aliases = files('.html').filter(isAlias);
	const findings = aliases.length ? [] : ['there is none'];
	for (const file of aliases.slice(0, 3)) {
		for (const address of [base + file, fileAddress(file)]) {
			const page = await context.newPage();
			await page.goto(address);
			await page.waitForURL((url) => !url.href.endsWith(file), { timeout: 10000 })
				.catch(() => findings.push(`${address}: stays`));
			if (await page.locator('h1').count() !== 1)
				findings.push(`${address}: leads to ${page.url()}, which is no page`);
			await page.close();
		}
	}
	return findings;
});

await test('every control can be reached by keyboard and shows where one is', async () => {
	const page = await context.newPage();
	const findings = [];
	for (const file of ['index.html', pagesByKind().find((k) => k.kind === 'procedure').longest]) {
		await page.goto(base + file);
		await page.keyboard.press('Tab');
		const first = await page.evaluate(() => document.activeElement.getAttribute('href') ?? '');
		if (!first.startsWith('#'))
			findings.push(`${file}: the first stop is not a link past the navigation`);
		for (let i = 0; i < 12; i++) {
			await page.keyboard.press('Tab');
			findings.push(...await page.evaluate((name) => {
				const e = document.activeElement, s = getComputedStyle(e);
				const shown = s.outlineStyle !== 'none' || s.boxShadow !== 'none';
				return e === document.body || shown ? [] : [`${name}: no focus on ${e.outerHTML.slice(0, 100)}`];
			}, file));
		}
	}
	await page.close();
	return findings;
});

await test('a planted request to another host is found', async () => {
	const page = await context.newPage();
	await page.close();
	const { SITE } = await import('./lib/site.mjs');
	const fs = await import('node:fs');
	const planted = `${process.env.TEST_TMP ?? '/tmp'}/planted.html`;
	fs.writeFileSync(planted, '<!doctype html><title>x</title><img src="http://127.0.0.1:9/x.png">');
	const found = await visit(context, 'file://' + planted);
	return found.some((f) => f.startsWith('asks for http://127.0.0.1:9/')) ? [] : [`passes in ${SITE}`];
});

await browser.close();
await close();
done();
