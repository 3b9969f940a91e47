// SPDX-License-Identifier: MIT
// axe-core finds nothing on one page of each kind: light and dark, phone and desktop.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import { launch, serve, samplePages, PHONE, DESKTOP } from './lib/site.mjs';
import { test, done } from './lib/tap.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await launch();
const { base, close } = await serve();

const evaluate = async (page) => {
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
	return violations.flatMap((v) => v.nodes.map((n) => `${v.id} (${v.impact}): ${n.target.join(' ')}: ${n.failureSummary}`));
};

for (const [size, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP })) {
	for (const colorScheme of ['light', 'dark']) {
		const context = await browser.newContext({ viewport, colorScheme, locale: 'vi-VN' });
		const page = await context.newPage();
		for (const file of samplePages()) {
			await test(`${file}, ${size}, ${colorScheme}`, async () => {
				await page.goto(base + file);
				return evaluate(page);
			});
		}
		await context.close();
	}
}

await test('a planted defect is found', async () => {
	const page = await browser.newPage();
	await page.setContent('<html lang="vi"><title>x</title><main><h1>Grey</h1><p style="color:#bbb;background:#fff">grey words on white</p></main>');
	return (await evaluate(page)).some((f) => f.startsWith('color-contrast')) ? [] : ['grey on white passes'];
});

await browser.close();
await close();
done();
