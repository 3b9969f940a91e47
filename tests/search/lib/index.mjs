// SPDX-License-Identifier: MIT
// index.mjs - the search script over a built site's index, without a browser.

import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** The search of the site in `folder`: { ask(query, n) → [{ code, name }], found(query), loaded, bytes }. */
export function open(folder) {
	const files = path.join(folder, 'assets/search'), head = fs.readdirSync(files).find((f) => f.startsWith('head.'));
	const script = fs.readdirSync(path.join(folder, 'assets/js')).find((f) => f.startsWith('search.'));
	const loaded = [];
	const document = {
		querySelector: () => null, createElement: () => ({}),
		head: { append(node) { run(node.src); node.onload(); } },
	};
	const box = vm.createContext({ document, console });
	box.window = box;
	function run(file) {
		loaded.push(file);
		vm.runInContext(fs.readFileSync(path.join(files, file), 'utf8'), box, { filename: file });
	}
	vm.runInContext(fs.readFileSync(path.join(folder, 'assets/js', script), 'utf8'), box, { filename: script });
	run(head);
	const { ny } = box;
	const found = (query) => { let result; ny.search(query, (r) => { result = r; }); return result; };
	const ask = (query, n = 10) => {
		let names;
		ny.names(found(query).hits.slice(0, n), (r) => { names = r; });
		return names.map(([, code, name]) => ({ code, name }));
	};
	return { ask, found, loaded, bytes: () => loaded.reduce((sum, f) => sum + fs.statSync(path.join(files, f)).size, 0) };
}
