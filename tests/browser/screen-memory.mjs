// SPDX-License-Identifier: MIT
// Two hours of the wall, and one visitor after another at the touch screen: neither grows. The heap and the
// nodes of the page are counted after each garbage collection; RESETS=1000 for the long run (docs/kiosk.md).

import { launch, fileAddress } from './lib/site.mjs';
import { test, note, done } from './lib/tap.mjs';

const RESETS = +(process.env.RESETS ?? 60), WARM = 10, MINUTES = 120, MOST = 1.2;
const OPEN = new Date('2026-11-24T09:00:00+07:00'); // a Tuesday
const browser = await launch();

async function open(file, viewport) {
	const context = await browser.newContext({ viewport, hasTouch: true, timezoneId: 'Asia/Ho_Chi_Minh' });
	const page = await context.newPage(), cdp = await context.newCDPSession(page);
	await page.clock.install({ time: OPEN });
	await page.clock.pauseAt(new Date(+OPEN + 1000));
	await page.goto(fileAddress(file));
	const size = async () => {
		await page.waitForLoadState('load'); // its scripts have run: what they listen to counts
		// A page that was just left is still being put away: what is held for good is still there after seconds.
		for (let tries = 0; ; tries++) {
			await cdp.send('HeapProfiler.collectGarbage');
			const { usedSize } = await cdp.send('Runtime.getHeapUsage');
			const { nodes, jsEventListeners, documents } = await cdp.send('Memory.getDOMCounters');
			if (documents === 1 || tries === 20)
				return { heap: usedSize, nodes, jsEventListeners, documents };
			await new Promise((ready) => setTimeout(ready, 200));
		}
	};
	return { context, page, size };
}
const grown = (first, last) => Object.keys(first).filter((key) => last[key] > MOST * first[key])
	.map((key) => `${key}: ${first[key]}, then ${last[key]}`);
const tell = (what, first, last) => note(`${what}: ${JSON.stringify(first)} then ${JSON.stringify(last)}`);

await test('O6 two hours of the wall: memory within 20 % of the first ten minutes', async () => {
	const { context, page, size } = await open('bang/index.html', { width: 1920, height: 1080 });
	const seen = new Set();
	let first;
	for (let minute = 1; minute <= MINUTES; minute++) {
		await page.clock.runFor(60000);
		await new Promise((ready) => setTimeout(ready, 20)); // its script with the number of the build comes by the real clock
		seen.add(await page.evaluate(() => [...document.querySelectorAll('.ny-slide')].findIndex((s) => s.classList.contains('ny-slide--now'))));
		if (minute === WARM)
			first = await size();
	}
	const last = await size();
	tell(`${MINUTES} minutes, ${seen.size} slides seen`, first, last);
	await context.close();
	return [...grown(first, last), ...(seen.size > 3 ? [] : [`${seen.size} slides in two hours`])];
});

await test(`O6 ${RESETS} visitors who walk away: memory within 20 % of the first ${WARM}`, async () => {
	const { context, page, size } = await open('kiosk/index.html', { width: 1080, height: 1920 });
	const findings = [];
	let first;
	for (let visitor = 1; visitor <= RESETS && !findings.length; visitor++) {
		await page.clock.runFor(1000); // a tap that comes too soon is none (T4)
		await page.locator('a[href$="tim.html"]').evaluate((link) => link.click());
		await page.waitForURL('**/tim.html', { timeout: 10000 });
		// Scrolling to the field counts as a touch, by the real clock: some steps more than the 80 s.
		for (let step = 0; step < 40 && !page.url().includes('index.html'); step++) {
			await page.clock.runFor(10000).catch(() => null);
			await new Promise((ready) => setTimeout(ready, 25));
		}
		if (!page.url().includes('index.html'))
			findings.push(`visitor ${visitor}: still at ${page.url()}`);
		if (visitor === WARM)
			first = await size();
	}
	const last = await size();
	tell(`${RESETS} visitors`, first, last);
	await context.close();
	return findings.length ? findings : grown(first, last);
});

await browser.close();
done();
