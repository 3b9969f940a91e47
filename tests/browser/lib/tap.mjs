// SPDX-License-Identifier: MIT
// tap.mjs - TAP for page tests: each test collects findings; none is what we want.

let count = 0, failed = 0;

const say = (stream, line) => stream.write(line + '\n');

/** Runs `body`, which returns findings (texts); an exception is one, too. */
export async function test(name, body) {
	let findings;
	try {
		findings = (await body()) ?? [];
	} catch (error) {
		findings = [error.stack];
	}
	count++;
	if (findings.length === 0) {
		say(process.stdout, `ok ${count} - ${name}`);
		return;
	}
	failed++;
	say(process.stdout, `not ok ${count} - ${name}`);
	say(process.stderr, `# ${name}: ${findings.length} findings`);
	for (const finding of findings.slice(0, 25))
		say(process.stderr, '#   ' + String(finding).replaceAll('\n', '\n#   '));
}

export function skipAll(reason) {
	say(process.stdout, `1..0 # SKIP ${reason}`);
	process.exit(0);
}

/** Diagnostics that are worth seeing when all is well, too. */
export const note = (text) => say(process.stderr, '# ' + text);

export function done() {
	say(process.stdout, `1..${count}`);
	process.exitCode = failed ? 1 : 0;
}
