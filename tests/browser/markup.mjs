// SPDX-License-Identifier: MIT
// Every page is valid HTML in the eyes of html-validate (standard, document and
// accessibility rules), and the validator finds what is planted.

import { HtmlValidate } from 'html-validate';
import { files, read, pagesByKind } from './lib/site.mjs';
import { test, note, done } from './lib/tap.mjs';

const validator = new HtmlValidate({
	root: true,
	extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
	rules: {
		'require-sri': 'off', // for scripts of other hosts, of which there are none
		'long-title': 'off', // the names of procedures are long by law
		'prefer-native-element': 'off',
		'no-inline-style': 'error',
		'wcag/h37': 'error',
		'wcag/h67': 'error',
	},
});

async function findings(markup, file) {
	const report = await validator.validateString(markup, file);
	return report.results.flatMap((result) => result.messages)
		.filter((m) => m.severity === 2)
		.map((m) => `${file}:${m.line}:${m.column}: ${m.message} [${m.ruleId}]`);
}

const pages = files('.html');

await test('there is a site of many pages', () => pages.length >= 80 ? [] : [`${pages.length} pages`]);

await test('every page names its kind', () => pagesByKind().filter((k) => k.kind === 'none').map((k) => k.first));

await test('every page is valid', async () => {
	const all = [];
	for (const file of pages)
		all.push(...await findings(read(file), file));
	return all;
});
note(`${pages.length} pages, ${pagesByKind().length} kinds`);

await test('a planted defect is found', async () => {
	const broken = read('index.html').replace('</h1>', '</h1><img src="x.png"><p id="a"><p id="a">');
	return (await findings(broken, 'planted')).length >= 2 ? [] : ['an image without alt and a double id pass'];
});

done();
