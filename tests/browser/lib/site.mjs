// SPDX-License-Identifier: MIT
// site.mjs - the built demonstration site: its files, a small server, a browser.

import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** The folder that is looked at: DEMO, or the demonstration of the plain build. */
export const SITE = path.resolve(process.env.DEMO ?? 'build/release/demo');

/** Paths of all files relative to the site, sorted, with "/" between folders. */
export function files(extension = '') {
	return fs.readdirSync(SITE, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(extension))
		.map((entry) => path.relative(SITE, path.join(entry.parentPath ?? entry.path, entry.name)))
		.sort();
}

export const read = (file) => fs.readFileSync(path.join(SITE, file), 'utf8');

/** One page of each kind in each language, as <html data-kind lang> names them, Vietnamese first: the first and
 * the longest of it. */
export function pagesByKind() {
	const kinds = new Map();
	for (const file of files('.html')) {
		const head = /<html[^>]*>/.exec(read(file))?.[0] ?? '', lang = /\blang="([^"]+)"/.exec(head)?.[1] ?? '';
		const kind = /\bdata-kind="([^"]+)"/.exec(head)?.[1] ?? 'none', name = `${lang === 'vi' ? '' : lang} ${kind}`;
		const size = fs.statSync(path.join(SITE, file)).size;
		const seen = kinds.get(name) ?? { kind, lang, first: file, longest: file, size };
		if (size > seen.size)
			Object.assign(seen, { longest: file, size });
		kinds.set(name, seen);
	}
	return [...kinds].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, seen]) => seen);
}

/** Old addresses send the reader on at once; they are looked at apart. */
export const isAlias = (file) => /<meta http-equiv="refresh"/.test(read(file));

/** The longest page of each kind; pages of touch screens have tests of their own. */
export const samplePages = () => pagesByKind().map((k) => k.longest).filter((file) => !isAlias(file) && !file.startsWith('kiosk/'));

const types = {
	html: 'text/html; charset=utf-8', css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8',
	svg: 'image/svg+xml', json: 'application/json', xml: 'application/xml', csv: 'text/csv; charset=utf-8',
	png: 'image/png', ico: 'image/x-icon', webmanifest: 'application/manifest+json',
};

/** Serves the site below /a/b/ and nothing else; missing files get the site's own 404 page. */
export async function serve() {
	const server = http.createServer((request, response) => {
		const address = decodeURIComponent(new URL(request.url, 'http://x').pathname);
		const file = path.join(SITE, address.slice('/a/b/'.length) || 'index.html');
		if (address === '/favicon.ico') { // browsers ask for it unasked, of the server and not of us
			response.writeHead(204).end();
			return;
		}
		const inside = address.startsWith('/a/b/') && file.startsWith(SITE + path.sep);
		if (inside && fs.existsSync(file) && fs.statSync(file).isFile()) {
			response.writeHead(200, { 'content-type': types[file.split('.').pop()] ?? 'application/octet-stream' });
			response.end(fs.readFileSync(file));
			return;
		}
		response.writeHead(404, { 'content-type': types.html });
		response.end(inside && fs.existsSync(path.join(SITE, '404.html')) ? read('404.html') : 'not here');
	});
	await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
	const base = `http://127.0.0.1:${server.address().port}/a/b/`;
	return { base, close: () => new Promise((closed) => { server.closeAllConnections(); server.close(closed); }) };
}

export const fileAddress = (file) => 'file://' + path.join(SITE, file).split(path.sep).map(encodeURIComponent).join('/');

export function launch() {
	const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
	return chromium.launch({
		executablePath,
		env: { ...process.env, TMPDIR: '/tmp' }, // its socket's path may have 107 bytes
		args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
			'--disable-background-networking', '--disable-component-update', '--disable-sync',
			'--disable-dev-shm-usage'],
	});
}

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1366, height: 768 };

/** Opens `address` and gives everything the page complained about or asked others for. */
export async function visit(context, address, look = async () => []) {
	const findings = [];
	const page = await context.newPage();
	const origin = new URL(address).protocol === 'file:' ? 'file://' : new URL(address).origin;
	page.on('console', (m) => m.type() === 'error' && findings.push(`console: ${m.text()}`));
	page.on('pageerror', (e) => findings.push(`error: ${e.message}`));
	page.on('request', (r) => {
		if (!r.url().startsWith(origin) && !r.url().startsWith('data:'))
			findings.push(`asks for ${r.url()}`);
	});
	page.on('requestfailed', (r) => findings.push(`cannot load ${r.url()}: ${r.failure()?.errorText}`));
	page.on('response', (r) => r.status() >= 400 && findings.push(`${r.status()} for ${r.url()}`));
	try {
		await page.goto(address, { waitUntil: 'load' });
		findings.push(...await look(page));
	} finally {
		await page.close();
	}
	return findings;
}
