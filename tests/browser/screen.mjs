// SPDX-License-Identifier: MIT
// The appliance of docs/kiosk.md: the start script really starts, starts again, waits for a folder
// that is not there; the unit is in order; the policy shuts everything but the site's folder.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { SITE } from './lib/site.mjs';
import { test, done } from './lib/tap.mjs';

const folder = path.join(process.env.TEST_TMP ?? fs.mkdtempSync('/tmp/niemyet-screen.'), 'srv');
const pause = (ms) => new Promise((ready) => setTimeout(ready, ms));
const profile = path.join(folder, '..', 'run');
fs.mkdirSync(profile, { recursive: true });
fs.rmSync(folder, { recursive: true, force: true });

/** The pages that the browser of the script shows, by its debugging port. */
async function pages() {
	const dir = fs.readdirSync(profile).find((d) => d.startsWith('niemyet-'));
	const file = dir && path.join(profile, dir, 'DevToolsActivePort');
	if (!file || !fs.existsSync(file))
		return [];
	const [port] = fs.readFileSync(file, 'utf8').split('\n');
	const list = await fetch(`http://127.0.0.1:${port}/json`).then((r) => r.json()).catch(() => []);
	return list.filter((p) => p.type === 'page').map((p) => p.url);
}
async function until(what, seconds = 60) {
	for (let i = 0; i < seconds * 4; i++, await pause(250)) {
		const found = await what();
		if (found)
			return found;
	}
	return false;
}
function start(...words) {
	return spawn('docs/kiosk/niemyet-screen', [folder, ...words], {
		stdio: 'ignore', detached: true,
		env: { ...process.env, XDG_RUNTIME_DIR: profile, DISPLAY: '', CHROMIUM: process.env.CHROMIUM ?? 'chromium',
			MORE_FLAGS: '--headless --no-sandbox --disable-gpu --remote-debugging-port=0' },
	});
}
const processes = () => spawnSync('pgrep', ['-f', `user-data-dir=${profile}`], { encoding: 'utf8' }).stdout.split('\n').filter(Boolean).map(Number);

const screen = start('kiosk', 'ngang');
await test('O3: it waits for a folder that is not there yet', async () => {
	await pause(3000);
	return processes().length ? ['a browser runs without the folder'] : [];
});
await test('O8: it shows the start page of its device', async () => {
	fs.cpSync(SITE, folder, { recursive: true });
	const shown = await until(async () => (await pages()).find((url) => url.includes('/kiosk/index.html?may=ngang')));
	return shown ? [] : ['no page: ' + (await pages()).join()];
});
await test('O8: a browser that dies comes back', async () => {
	const before = processes();
	before.forEach((id) => { try { process.kill(id, 'SIGKILL'); } catch { /* gone already */ } });
	const again = await until(async () => processes().some((id) => !before.includes(id)) && (await pages()).find((url) => url.includes('kiosk')));
	return again ? [] : ['it did not start again'];
});
await test('L4: ended, it leaves nothing', async () => {
	process.kill(screen.pid, 'SIGTERM');
	const gone = await until(() => processes().length === 0 && !fs.readdirSync(profile).some((d) => d.startsWith('niemyet-')));
	return gone ? [] : [`${processes().length} processes, ${fs.readdirSync(profile)}`];
});
await test('the unit is in order', () => {
	const made = path.join(folder, '..', 'niemyet-screen.service');
	fs.writeFileSync(made, fs.readFileSync('docs/kiosk/niemyet-screen.service', 'utf8').replace(/^ExecStart=.*/m, 'ExecStart=/bin/true').replace('User=kiosk', 'User=root'));
	const said = spawnSync('systemd-analyze', ['verify', made], { encoding: 'utf8' });
	if (said.error) // no systemd on this machine: the form at least
		return /\[Unit\][^]*\[Service\][^]*ExecStart=\S+[^]*\[Install\]/.test(fs.readFileSync(made, 'utf8')) ? [] : ['no unit'];
	return (said.stderr + said.stdout).split('\n').filter((line) => line.includes('niemyet-screen.service'));
});
await test('L1: the policy shuts everything but the folder', () => {
	// Chromium reads policies from /etc only: a mount namespace of our own gives it ours.
	const policy = path.join(folder, '..', 'policies', 'managed');
	fs.mkdirSync(policy, { recursive: true });
	// Headless Chromium is told what to print through its developer tools, which the policy shuts too.
	fs.writeFileSync(path.join(policy, 'niemyet.json'), fs.readFileSync('docs/kiosk/policy.json', 'utf8')
		.replaceAll('/srv/niemyet', folder).replace('"DeveloperToolsAvailability": 2', '"DeveloperToolsAvailability": 1'));
	const outside = path.join(folder, '..', 'outside.html');
	fs.writeFileSync(outside, '<title>outside</title><p>a page outside</p>');
	const text = (url) => {
		const command = `mkdir -p /etc/chromium/policies && mount --bind ${path.dirname(policy)} /etc/chromium/policies && exec chromium --headless --no-sandbox --disable-gpu --dump-dom --user-data-dir=${profile}/policy '${url}'`;
		return execFileSync('unshare', ['--mount', ...(process.getuid() ? ['--map-root-user'] : []), 'sh', '-c', command], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26, timeout: 120000 });
	};
	const inside = text(`file://${folder}/kiosk/index.html`);
	return [...(inside.includes('data-kind="kiosk') ? [] : ['the site itself is shut']), ...(text(`file://${outside}`).includes('a page outside') ? ['a page outside is open'] : [])];
});
done();
