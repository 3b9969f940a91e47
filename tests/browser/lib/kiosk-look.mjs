// SPDX-License-Identifier: MIT
// kiosk-look.mjs - measures one page of a touch screen: what breaks a rule, with the rule's number.

/** Runs in the page. The device: mm of a pixel, height, lower_edge; large: is the type large? */
export function look({ mm, height, lower_edge, large }) {
	const findings = [], say = (rule, text) => findings.push({ rule, text });
	const root = document.documentElement;
	const name = (e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class') ?? ''}"> “${e.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
	const isShown = (e) => e.checkVisibility({ checkVisibilityCSS: true }) && !e.closest('.ny-quiet');
	if (root.scrollWidth > root.clientWidth)
		say('D2', `${root.scrollWidth} pixels wide`);
	for (const e of document.querySelectorAll('body *'))
		if (isShown(e) && e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('svg'))
			say('D2', `${name(e)} ends at ${e.getBoundingClientRect().right}`);

	// Controls: their size, the room between them, their height above the floor.
	const controls = [...document.querySelectorAll('a[href], button, input, select, textarea')].filter(isShown)
		.map((e) => ({ e, box: e.getBoundingClientRect(), isFixed: !!e.closest('.ny-k-bar, .ny-k-ask, .ny-keyboard') }));
	const losing = (e) => e.matches('[data-ny-done], [data-ny-print]');
	for (const { e, box, isFixed } of controls) {
		const least = Math.min(box.width, box.height) * mm;
		if (least < 20 - 0.01)
			say('T1', `${name(e)} measures ${least.toFixed(1)} mm`);
		const fromBottom = isFixed ? innerHeight - box.top : height - (box.top + scrollY);
		if (fromBottom * mm + lower_edge > 1220 + 0.5)
			say('H1', `${name(e)} begins ${(fromBottom * mm + lower_edge).toFixed(0)} mm above the floor`);
		if (isFixed && (innerHeight - box.bottom) * mm + lower_edge < 380 - 0.5)
			say('H1', `${name(e)} ends ${((innerHeight - box.bottom) * mm + lower_edge).toFixed(0)} mm above the floor`);
	}
	for (let i = 0; i < controls.length; i++)
		for (let k = i + 1; k < controls.length; k++) {
			const a = controls[i], b = controls[k];
			if (a.isFixed !== b.isFixed)
				continue;
			const apart = mm * Math.max(b.box.left - a.box.right, a.box.left - b.box.right, b.box.top - a.box.bottom, a.box.top - b.box.bottom);
			const least = losing(a.e) || losing(b.e) ? 6 : 3;
			if (apart < least - 0.01)
				say('T2', `${apart.toFixed(1)} mm between ${name(a.e)} and ${name(b.e)}`);
		}

	// What only this page says stands under the top eighth of a tall screen.
	if (innerHeight > innerWidth)
		for (const e of document.querySelectorAll('.ny-k-head__title, .ny-k-main, .ny-k-foot'))
			if (e.textContent.trim() && e.getBoundingClientRect().top + scrollY < innerHeight / 8)
				say('H3', `${name(e)} begins ${e.getBoundingClientRect().top + scrollY} pixels under the edge`);

	// Texts.
	const parse = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
	const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
		.reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
	const contrast = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + 0.05) / (y + 0.05); };
	const ground = (e) => {
		for (let at = e; at; at = at.parentElement) {
			const c = parse(getComputedStyle(at).backgroundColor);
			if (c.length === 3 || c[3] === 1)
				return c;
		}
		return [255, 255, 255];
	};
	const pen = document.createElement('canvas').getContext('2d');
	const styles = new Set();
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	while (walker.nextNode()) {
		const e = walker.currentNode.parentElement, words = walker.currentNode.textContent.trim();
		if (!words || !isShown(e) || /^(SCRIPT|STYLE|TITLE|DESC)$/i.test(e.tagName))
			continue;
		const s = getComputedStyle(e), svg = e.closest('svg');
		const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
		const size = parseFloat(s.fontSize) * scale, capital = size * 0.714 * mm;
		if (capital < 4.8 - 0.01)
			say('R1', `“${words.slice(0, 40)}” has capitals of ${capital.toFixed(2)} mm`);
		if (large && capital < 600 * Math.tan(0.7 * Math.PI / 180) - 0.01)
			say('R2', `“${words.slice(0, 40)}” has capitals of ${capital.toFixed(2)} mm`);
		const ratio = contrast(parse(svg ? s.fill : s.color), ground(e));
		if (ratio < 7)
			say('R4', `“${words.slice(0, 40)}” has a contrast of ${ratio.toFixed(2)}`);
		const style = [s.fontFamily, s.fontWeight, s.fontSize, s.lineHeight].join('|');
		if (svg || styles.has(style))
			continue;
		styles.add(style);
		const line = s.lineHeight === 'normal' ? 0 : parseFloat(s.lineHeight);
		if (line < size * 1.4 - 0.6)
			say('R5', `${name(e)}: lines of ${line} for type of ${size}`);
		if (!/^"Niemyet Sans"/.test(s.fontFamily))
			say('R6', `${name(e)}: ${s.fontFamily}`);
		if (e.matches('.ny-key'))
			continue; // one small letter, drawn in the middle
		pen.font = `${s.fontWeight} ${s.fontSize} ${s.fontFamily}`;
		const ink = pen.measureText('ẪỄỘ ƯỢỮ ẲẴ gậy ngữ');
		const half = (line - (ink.fontBoundingBoxAscent + ink.fontBoundingBoxDescent)) / 2;
		if (ink.actualBoundingBoxAscent > ink.fontBoundingBoxAscent + half + 1 || ink.actualBoundingBoxDescent > ink.fontBoundingBoxDescent + half + 1)
			say('R5', `${name(e)}: marks leave the line`);
	}
	for (const e of document.querySelectorAll('body *')) {
		const s = getComputedStyle(e);
		if (s.textOverflow === 'ellipsis')
			say('R7', name(e));
		if (isShown(e) && s.overflowY === 'hidden' && e.textContent.trim() && e.scrollHeight > e.clientHeight + 1)
			say('R5', `${name(e)} cuts what is in it`);
		if (isShown(e) && e.matches('a[href], button, input')) {
			// An edge or the ground of the control itself is told from what is around it.
			const around = ground(e.parentElement);
			const seen = Math.max(contrast(parse(s.borderTopColor), around), contrast(ground(e), around));
			if (seen < 3)
				say('R4', `the edge of ${name(e)} has a contrast of ${seen.toFixed(2)}`);
		}
	}
	return findings;
}
