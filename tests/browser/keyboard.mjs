// SPDX-License-Identifier: MIT
// The keyboard on the screen and Telex in a page of their own, from file://, under a strict
// content security policy, by touch. The numbers are those of the kiosk requirements.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './lib/site.mjs';
import { test, note, done } from './lib/tap.mjs';

/** An office with the page ban-phim.html, whose list assets/js/filter.js filters; its address. */
function build(lang) {
	const office = path.join(tmp, lang);
	fs.cpSync('tests/boards/small', office, { recursive: true });
	fs.appendFileSync(path.join(office, 'site.yml'), `lang: ${lang}\n`);
	fs.mkdirSync(path.join(office, 'templates'), { recursive: true });
	fs.writeFileSync(path.join(office, 'templates/keys.sql'), `-- name: pages
SELECT 'ban-phim' AS url;
-- name: files
SELECT asset(:root, 'css/tokens.css') AS tokens, asset(:root, 'css/site.css') AS site,
  asset(:root, 'css/keyboard.css') AS css, asset(:root, 'js/telex.js') AS telex, asset(:root, 'js/keyboard.js') AS keyboard,
  asset(:root, 'js/filter.js') AS filter;
-- name: names
SELECT value AS name FROM json_each('["Đăng ký khai sinh","Đăng ký khai sinh có yếu tố nước ngoài","Đăng ký kết hôn","Cấp bản sao từ sổ gốc",
  "Chứng thực chữ ký","Đăng ký thành lập hộ kinh doanh","Cấp Giấy phép xây dựng nhà ở riêng lẻ","Thủ tục hòa giải cơ sở"]') ORDER BY key;
`);
	fs.writeFileSync(path.join(office, 'templates/keys.html'), `<!DOCTYPE html>
<html lang="{{t.lang}}" data-kind="keys">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'">
<title>Bàn phím</title>
{{#files}}
<link rel="stylesheet" href="{{tokens}}">
<link rel="stylesheet" href="{{site}}">
<link rel="stylesheet" href="{{css}}">
<script src="{{telex}}" defer></script>
<script src="{{keyboard}}" defer></script>
<script src="{{filter}}" defer></script>
{{/files}}
</head>
<body class="ny-page">
<main class="ny-main">
<h1 class="ny-title">Tìm thủ tục</h1>
<p id="above">{{#names}}{{name}}. {{/names}}</p>
<div data-ny-filter>
<label for="q">Tên thủ tục</label>
<input id="q" class="ny-filter__input" type="search" autocomplete="off" maxlength="60" data-ny-filter-input data-ny-telex>
<p role="status" data-ny-filter-status data-none="không có" data-some="thủ tục"></p>
</div>
<ul data-ny-list>{{#names}}<li class="ny-text"><a href="ban-phim.html">{{name}}</a></li>{{/names}}</ul>
<p><label for="other">Không phải Telex</label> <input id="other" class="ny-filter__input" type="text"></p>
<p id="end">Hết trang</p>
</main>
{{>components/keyboard}}
</body>
</html>
`);
	execFileSync(process.env.NIEMYET, ['build', '-C', office, '-o', path.join(office, 'site')], { stdio: 'pipe' });
	return pathToFileURL(path.join(office, 'site/ban-phim.html')).href;
}

const tmp = process.env.TEST_TMP;
const pages = { vi: build('vi'), en: build('en') };
const browser = await launch();
const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

// D1: sizes come from the screen. Ten keys of 20 mm need 230 mm: the narrow one is 21.5".
const screens = [[1080, 1920, 21.5], [1920, 1080, 21.5], [768, 1366, 21.5], [1366, 768, 21.5], [1366, 768, 18.5], [1080, 1920, 32]]
	.map(([width, height, inch]) => {
		const pitch = inch * 25.4 / Math.hypot(width, height);
		return { width, height, pitch, key: Math.ceil(20 / pitch), gap: Math.ceil(3 / pitch), name: `${width}x${height} ${inch}"` };
	});
screens.push({ ...screens[0], key: 84, gap: 12, name: '1080x1920, default' }, { ...screens[1], key: 84, gap: 12, name: '1920x1080, default' });

/** The page at that size, watched: what it complains about or asks for is in page.findings. */
async function visit(screen = screens[6], lang = 'vi', options = {}) {
	const context = await browser.newContext({ viewport: { width: screen.width, height: screen.height }, hasTouch: true, reducedMotion: 'reduce', ...options });
	const page = await context.newPage();
	page.findings = [];
	page.on('console', (m) => ['error', 'warning'].includes(m.type()) && page.findings.push(m.text()));
	page.on('pageerror', (e) => page.findings.push(e.message));
	page.on('request', (r) => r.url().startsWith('file:') || page.findings.push(`asks for ${r.url()}`));
	await page.goto(pages[lang]);
	await page.evaluate(({ key, gap }) => {
		const { style } = document.documentElement;
		style.setProperty('--key', `${key}px`);
		style.setProperty('--gap', `${gap}px`);
		for (const item of document.querySelectorAll('li')) // results as a kiosk has them
			item.style.minHeight = `${2 * key}px`;
	}, screen);
	return page;
}

const names = { ' ': 'space', '\u0300': 'grave', '\u0301': 'acute', '\u0309': 'hook', '\u0303': 'tilde', '\u0323': 'dot', '<': 'back' };
const key = (page, letter) => page.locator(`.ny-keyboard button[name="${names[letter] ?? letter}"]`);
const value = (page) => page.locator('#q').inputValue();
async function tap(page, text) {
	for (const letter of text)
		await key(page, letter).tap();
}
const equal = (what, got, wanted) => got === wanted ? [] : [`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`];
const shown = (page) => page.locator('.ny-keyboard').isVisible();
const found = (page) => page.locator('[data-ny-list] li:visible').allInnerTexts();

await test('V1, V3, T3: “đăng ký khai sinh” by taps, in Telex and by direct keys; the list follows', async () => {
	const findings = [];
	for (const keys of ['ddawng kys khai sinh', 'đăng ky\u0301 khai sinh', 'dangdw kys khai sinh']) {
		const page = await visit();
		findings.push(...equal('before', await shown(page), false));
		await page.tap('#q');
		findings.push(...equal('after focus', await shown(page), true));
		await tap(page, keys);
		findings.push(...equal(keys, await value(page), 'đăng ký khai sinh'), ...equal('found', (await found(page)).length, 2), ...page.findings);
		findings.push(...await page.evaluate(() => [...(document.activeElement.id === 'q' ? [] : ['the field has lost the focus']),
			...(document.activeElement.inputMode === 'none' ? [] : ['the device would show its own keys'])]));
		await page.context().close();
	}
	return findings;
});

/** What is wrong with sizes and places on the page as it stands. */
const measure = (page, screen) => page.evaluate(({ key, gap, width, height }) => {
	const findings = [], keys = [...document.querySelectorAll('.ny-keyboard button')];
	const boxes = keys.map((k) => k.getBoundingClientRect());
	const distance = (a, b) => Math.max(a.left - b.right, b.left - a.right, a.top - b.bottom, b.top - a.bottom);
	if (keys.length !== 54)
		findings.push(`${keys.length} keys`);
	boxes.forEach((a, i) => {
		const name = keys[i].name;
		if (Math.min(a.width, a.height) < key - 0.01)
			findings.push(`${name}: ${a.width} x ${a.height} px`);
		if (a.left < 0 || a.right > width || a.bottom > height)
			findings.push(`${name} is outside`);
		if (keys[i].scrollWidth > keys[i].clientWidth || keys[i].scrollHeight > keys[i].clientHeight)
			findings.push(`${name}: its text is too large`);
		boxes.slice(i + 1).forEach((b, k) => {
			const far = [name, keys[i + 1 + k].name].includes('clear') ? 2 * gap : gap;
			if (distance(a, b) < far - 0.01)
				findings.push(`${name}, ${keys[i + 1 + k].name}: ${distance(a, b)} px apart`);
		});
		const style = getComputedStyle(keys[i]);
		if (parseFloat(style.fontSize) / a.height < 0.49 || parseFloat(style.lineHeight) < 1.39 * parseFloat(style.fontSize))
			findings.push(`${name}: type ${style.fontSize}, line ${style.lineHeight}`);
	});
	const panel = document.querySelector('.ny-keyboard__keys').getBoundingClientRect();
	if (panel.top < height / 2 || panel.bottom !== height)
		findings.push(`the keyboard takes ${panel.top} to ${panel.bottom} of ${height}`);
	if (document.documentElement.scrollWidth > width)
		findings.push('the page is too wide');
	return findings;
}, screen);

for (const screen of screens) {
	await test(`T1, T2, V1, D2, R2: keys of 20 mm, 3 mm apart, the lower half at most: ${screen.name}, ${screen.key} px`, async () => {
		const findings = [];
		for (const lang of ['vi', 'en']) {
			const page = await visit(screen, lang);
			await page.tap('#q');
			findings.push(...await measure(page, screen), ...page.findings);
			await page.screenshot({ path: path.join(tmp, `${screen.width}x${screen.height}-${screen.key}-${lang}.png`) });
			await page.context().close();
		}
		return findings;
	});
}

await test('a planted key of 60 px, a row too near and a text too long are found', async () => {
	const page = await visit();
	await page.tap('#q');
	await page.evaluate(() => {
		document.querySelector('[name=p]').style.height = '60px';
		document.querySelector('[name=clear]').style.marginLeft = '0';
		document.querySelector('[name=back]').textContent = 'Xóa bớt';
	});
	const findings = await measure(page, screens[6]);
	await page.context().close();
	return ['p: 84 x 60', 'space, clear: 12 px', 'back: its text'].filter((want) => !findings.some((f) => f.startsWith(want)));
});

for (const screen of screens) {
	await test(`V1: the field and two results are free, wherever the field was; all scrolls above: ${screen.name}`, async () => {
		const findings = [];
		const page = await visit(screen);
		for (const above of [0, 0.3, 0.6, 0.9, 1.5]) {
			await page.evaluate((px) => {
				document.dispatchEvent(new CustomEvent('ny-reset'));
				document.activeElement.blur();
				document.getElementById('above').style.minHeight = `${px}px`;
				scrollTo(0, 0);
			}, above * screen.height);
			await page.focus('#q');
			const look = () => page.evaluate(() => ['#q', 'li:nth-child(2)', '#end', '.ny-keyboard__keys']
				.map((s) => document.querySelector(s).getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
			const [field, second, , keys] = await look();
			if (field.top < 0 || second.bottom > keys.top)
				findings.push(`field from ${field.top}, second result to ${second.bottom}, keys from ${keys.top}`);
			await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
			const end = (await look())[2];
			if (end.bottom > keys.top)
				findings.push(`the end of the page stays at ${end.bottom}, under the keys from ${keys.top}`);
		}
		await page.context().close();
		return findings;
	});
}

await test('above a bar of the page: the keys leave it free', async () => {
	const page = await visit();
	await page.evaluate(() => document.documentElement.style.setProperty('--ny-keyboard-above', '108px'));
	await page.tap('#q');
	const bottom = await page.evaluate(() => document.querySelector('.ny-keyboard__keys').getBoundingClientRect().bottom);
	await page.context().close();
	return equal('bottom', bottom, 1920 - 108);
});

await test('T4: a key that is touched looks so at once, and no longer than it is touched', async () => {
	const page = await visit();
	await page.tap('#q');
	const client = await page.context().newCDPSession(page);
	const box = await key(page, 'k').boundingBox();
	await page.evaluate(() => {
		const k = document.querySelector('[name=k]'), look = () => getComputedStyle(k).backgroundColor;
		globalThis.looks = [look()];
		for (const name of ['touchstart', 'touchend'])
			k.addEventListener(name, () => globalThis.looks.push(look()));
	});
	await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x: box.x + 40, y: box.y + 40 }] });
	await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
	await page.waitForTimeout(600);
	const [rest, down, , end] = await page.evaluate(() => [...globalThis.looks, getComputedStyle(document.querySelector('[name=k]')).backgroundColor]);
	await page.context().close();
	return [...(rest === down ? ['looks as before'] : []), ...equal('afterwards', end, rest)];
});

await test('two fingers that overlap lose no letter, a finger that stays writes one', async () => {
	const page = await visit();
	await page.tap('#q');
	const client = await page.context().newCDPSession(page);
	const touch = (type, ...touchPoints) => client.send('Input.dispatchTouchEvent', { type, touchPoints });
	let down = [];
	for (const [id, letter] of [...'hoof'].entries()) {
		const { x, y, width, height } = await key(page, letter).boundingBox();
		const next = { x: x + width / 2 + id, y: y + height / 2, id };
		await touch('touchStart', ...down, next);
		if (down.length)
			await touch('touchMove', next); // the finger before is lifted
		down = [next];
	}
	await page.waitForTimeout(700);
	await touch('touchEnd');
	const got = await value(page);
	await page.context().close();
	return equal('h, o, o, f', got, 'hồ');
});

await test('T2, V3: delete takes a letter with its marks, clear all; space; marks without a place do nothing', async () => {
	const page = await visit();
	await page.tap('#q');
	const findings = [];
	const step = async (keys, wanted) => {
		await tap(page, keys);
		findings.push(...equal(keys, await value(page), wanted));
	};
	await step('tieengs vieejt', 'tiếng việt');
	await step('<<', 'tiếng vi');
	await step('<<<<', 'tiến');
	await step('g\u0300', 'tiềng');
	await step('\u0301', 'tiếng');
	await step('\u0301', 'tiêng');
	await key(page, 'clear').tap();
	findings.push(...equal('cleared', await value(page), ''), ...equal('list', (await found(page)).length, 8));
	await step('\u0301', '');
	await step('<', '');
	await step('ưng', 'ưng');
	await page.evaluate(() => { document.getElementById('q').value = 'he\u0302\u0301'; });
	await step('<', 'h');
	await page.evaluate(() => document.getElementById('q').setSelectionRange(0, 1));
	await step('aa', 'â');
	await page.evaluate(() => { const q = document.getElementById('q'); q.value = 'cap ban sao'; q.setSelectionRange(3, 3); });
	await step('as', 'cấp ban sao');
	findings.push(...equal('caret', await page.evaluate(() => document.getElementById('q').selectionEnd), 3));
	await page.evaluate(() => { const q = document.getElementById('q'); q.setSelectionRange(0, 7); });
	await step('<', ' sao');
	await page.context().close();
	return findings;
});

await test('V3: “Không dấu” writes letters as they are, for codes, until it is let go or the keys go', async () => {
	const page = await visit();
	await page.tap('#q');
	const findings = [];
	const step = async (keys, wanted) => {
		await tap(page, keys);
		findings.push(...equal(keys, await value(page), wanted));
		await key(page, 'clear').tap();
	};
	const pressed = () => key(page, 'plain').getAttribute('aria-pressed');
	await key(page, 'plain').tap();
	findings.push(...equal('state', await pressed(), 'true'));
	await step('1.000017', '1.000017');
	await step('dda as ee', 'dda as ee');
	await step('ass tu\u0301', 'ass tú');
	await page.keyboard.type('aas');
	await step('', 'aas');
	await key(page, 'plain').tap();
	await step('dda', 'đa');
	await key(page, 'plain').tap();
	await key(page, 'close').tap();
	findings.push(...equal('closed', await shown(page), false));
	await page.tap('#q');
	findings.push(...equal('opened again', await pressed(), 'false'));
	await step('dda', 'đa');
	await page.context().close();
	return findings;
});

await test('V3: a keyboard that is plugged in writes Telex in a marked field and only there', async () => {
	const findings = [];
	const page = await visit();
	await page.focus('#q');
	await page.keyboard.type('DDaang kys keets hoon');
	findings.push(...equal('typed', await value(page), 'Đâng ký kết hôn'));
	await page.keyboard.press('Home');
	for (let i = 0; i < 4; i++)
		await page.keyboard.press('ArrowRight');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Backspace');
	await page.keyboard.press('Backspace');
	await page.keyboard.type('awng');
	findings.push(...equal('changed in the middle', await value(page), 'Đăng ký kết hôn'));
	await page.keyboard.press('Control+a');
	await page.keyboard.type('x');
	findings.push(...equal('selected and typed over', await value(page), 'x'));
	await page.keyboard.press('Control+a');
	await page.keyboard.insertText('nhà máy'); // pasted, or another input method's
	await page.keyboard.type(' x'.repeat(40));
	findings.push(...equal('no longer than allowed', (await value(page)).length, 60));
	await page.focus('#other');
	await page.keyboard.type('DDaang');
	findings.push(...equal('the other field', await page.inputValue('#other'), 'DDaang'), ...page.findings);
	await page.context().close();
	return findings;
});

await test('T4: putting the keys away presses nothing that lay under them', async () => {
	const page = await visit();
	await page.evaluate(() => { document.getElementById('above').style.minHeight = '3000px'; });
	await page.tap('#q');
	await page.evaluate(() => {
		globalThis.hits = [];
		for (const name of ['pointerdown', 'pointerup', 'mouseup', 'click'])
			document.addEventListener(name, (event) => event.target.closest('.ny-keyboard') || globalThis.hits.push(`${name} ${event.target.tagName}`), true);
	});
	await key(page, 'close').tap();
	await page.waitForTimeout(100);
	const findings = [...equal('closed', await shown(page), false), ...await page.evaluate(() => globalThis.hits)];
	await page.context().close();
	return findings;
});

await test('T8, A1: every key by Tab and Enter, with a name; Esc puts the keys away and keeps the text', async () => {
	const findings = [];
	const page = await visit();
	await page.keyboard.press('Tab');
	const active = () => page.evaluate(() => document.activeElement.id || document.activeElement.name || document.activeElement.tagName);
	findings.push(...equal('first stop', await active(), 'q'), ...equal('open', await shown(page), true));
	await page.focus('#other');
	const wanted = (await page.locator('.ny-keyboard button').all()).length;
	const seen = new Set();
	for (let i = 0; i < wanted; i++) {
		await page.keyboard.press('Tab');
		seen.add(await active());
		findings.push(...await page.evaluate(() => {
			const style = getComputedStyle(document.activeElement);
			return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 3 ? [] : [`no focus seen on ${document.activeElement.name}`];
		}));
		if (['t', 'o', 'acute'].includes(await active()))
			await page.keyboard.press(seen.size % 2 ? 'Enter' : 'Space');
	}
	findings.push(...equal('keys reached', seen.size, wanted), ...equal('typed', await value(page), 'tó'));
	const buttons = page.getByRole('region', { name: 'Bàn phím trên màn hình' }).getByRole('button');
	findings.push(...equal('in the region', await buttons.count(), wanted));
	for (const name of ['đ', '7', 'Xóa', 'Xóa hết', 'Dấu cách', 'Ẩn phím', 'Dấu huyền', 'Dấu sắc', 'Dấu hỏi', 'Dấu ngã', 'Dấu nặng'])
		findings.push(...equal(name, await page.getByRole('button', { name, exact: true }).count(), 1));
	await key(page, 'close').focus();
	await page.keyboard.press('Enter');
	findings.push(...equal('closed', await shown(page), false), ...equal('focus', await active(), 'q'));
	await page.click('#q');
	findings.push(...equal('opened by a touch of the field that has the focus', await shown(page), true));
	await page.keyboard.press('Escape');
	findings.push(...equal('Esc', await shown(page), false), ...equal('text', await value(page), 'tó'), ...page.findings);
	await page.context().close();
	return findings;
});

await test('A1, R4: axe finds nothing, light and dark; letters stand out 7 : 1, edges 3 : 1', async () => {
	const findings = [];
	for (const colorScheme of ['light', 'dark']) {
		const page = await visit(screens[0], 'vi', { colorScheme });
		await page.tap('#q');
		await key(page, 'plain').tap();
		await page.evaluate(axe);
		const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
		findings.push(...violations.flatMap((v) => v.nodes.map((n) => `${colorScheme}: ${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`)));
		findings.push(...await page.evaluate(() => {
			const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map((c) => c / 255)
				.map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4).reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
			const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
			const ground = getComputedStyle(document.querySelector('.ny-keyboard__keys')).backgroundColor;
			return [...document.querySelectorAll('.ny-key')].flatMap((k) => {
				const s = getComputedStyle(k);
				return [['text', ratio(s.color, s.backgroundColor), 7], ['edge', ratio(s.borderColor, ground), 3]]
					.filter(([, got, least]) => !(got >= least)).map(([what, got]) => `${k.name}: ${what} ${got.toFixed(2)}`);
			});
		}));
		await page.context().close();
	}
	return findings;
});

await test('L3, L4, V1: the idle reset puts the keys away and forgets; nothing is stored', async () => {
	const page = await visit();
	await page.tap('#q');
	const length = await page.evaluate(() => history.length);
	await tap(page, 'khai tuw');
	await key(page, 'plain').tap();
	await page.evaluate(() => {
		document.getElementById('q').value = '';
		document.dispatchEvent(new CustomEvent('ny-reset'));
	});
	const findings = equal('after the reset', await shown(page), false);
	await page.tap('#q');
	await tap(page, 'tuw');
	findings.push(...equal('typed again', await value(page), 'tư'));
	findings.push(...equal('kept', JSON.stringify(await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie,
		(await indexedDB.databases()).length, history.length])), JSON.stringify([0, 0, '', 0, length])));
	await page.context().close();
	return findings;
});

await test('O7: without a script there are no keys, and the field is a field', async () => {
	const page = await visit(screens[0], 'vi', { javaScriptEnabled: false });
	await page.focus('#q');
	await page.keyboard.type('ddang');
	const findings = [...equal('keys', await shown(page), false), ...equal('typed', await value(page), 'ddang'), ...page.findings];
	await page.context().close();
	return findings;
});

await browser.close();
done();
