// SPDX-License-Identifier: MIT
// Validity by date: an office in which everything changes on 1 July 2026 (tests/boards/validity),
// built for the day before, the day and the day after; then what a ledger adds.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test, done } from '../browser/lib/tap.mjs';

const tmp = process.env.TEST_TMP;
const before = '2026-06-30', day = '2026-07-01', after = '2026-07-02';
const office = path.join(tmp, 'office');
fs.cpSync('tests/boards/validity', office, { recursive: true });
const run = (args, env = {}) => spawnSync(process.env.NIEMYET, args, { encoding: 'utf8', env: { ...process.env, ...env } });
const must = (got) => { if (got.status !== 0) throw new Error(got.stderr); return got; };
for (const date of [before, day, after])
	must(run(['build', '-C', office, '-o', path.join(tmp, date), '--date', date]));

const file = (date, name) => path.join(tmp, date, name);
const exists = (date, name) => fs.existsSync(file(date, name));
const read = (date, name) => fs.readFileSync(file(date, name), 'utf8');
/** What is read of a page's main part, on one line. */
const words = (date, name) => read(date, name).replace(/^.*<main[^>]*>|<\/main>.*$/gs, '').replace(/<[^>]+>/g, ' ').replaceAll('\u00a0', ' ').replace(/\s+/g, ' ').replace(/ ([,.])/g, '$1');
const has = (date, name, ...wanted) => wanted.filter((w) => !words(date, name).includes(w)).map((w) => `${date}, ${name} lacks “${w}”: ${words(date, name).slice(0, 500)}`);
const hasNot = (date, name, ...unwanted) => unwanted.filter((w) => words(date, name).includes(w)).map((w) => `${date}, ${name} has “${w}”`);
/** All files of a site, but those that only list files, in which a text stands. */
const where = (date, text) => fs.readdirSync(path.join(tmp, date), { recursive: true, withFileTypes: true }).filter((e) => e.isFile() && /\.(html|csv|json|xml)$/.test(e.name))
	.map((e) => path.relative(path.join(tmp, date), path.join(e.parentPath ?? e.path, e.name))).filter((name) => read(date, name).includes(text)).sort();
const same = (what, got, wanted) => JSON.stringify(got) === JSON.stringify(wanted) ? [] : [`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`];
const leadsTo = (date, name) => exists(date, name) ? /http-equiv="refresh" content="0; url=([^"]*)"/.exec(read(date, name))?.[1] ?? 'a page' : 'nothing';
const findings = (date, rule) => [...run(['check', '-C', office, '--date', date, '--data', '--rule', rule, '--lang', 'en']).stdout.matchAll(/^([^ ]+:\d+): \w+: (.*) \[NY/gm)].map((m) => `${m[1]} ${m[2]}`);

const lists = ['a-z.html', 'co-quan/so.html', 'co-quan/xa.html', 'du-lieu/atom.xml', 'du-lieu/thu-tuc.csv', 'du-lieu/thu-tuc.json', 'index.html', 'linh-vuc/ho-tich.html', 'su-kien/sinh-con.html', 'thu-tuc/1.000001.html'];

await test('one version is in force each day: the old one through 30 June, the new one from 1 July', () => [
	...same('the old name before', where(before, 'Đăng ký bản cũ'), ['co-quan/huyen.html', ...lists].sort()), ...same('the new name before', where(before, 'Đăng ký bản mới'), ['thu-tuc/1.000001.html']),
	...[day, after].flatMap((date) => [...same(`the new name on ${date}`, where(date, 'Đăng ký bản mới'), lists), ...same(`the old name on ${date}`, where(date, 'Đăng ký bản cũ'), [])]),
	...has(before, 'thu-tuc/1.000001.html', '5 ngày làm việc', 'Nộp ở huyện', '1/QĐ-BTP'), ...hasNot(before, 'thu-tuc/1.000001.html', '3 ngày làm việc', 'Nộp ở xã'),
	...[day, after].flatMap((date) => [...has(date, 'thu-tuc/1.000001.html', '3 ngày làm việc', 'Nộp ở xã', '2/QĐ-BTP', 'sửa đổi'), ...hasNot(date, 'thu-tuc/1.000001.html', '5 ngày làm việc', 'Nộp ở huyện')])]);

await test('the next version is announced in a block of its own, until its day', () => [
	...has(before, 'thu-tuc/1.000001.html', 'Sắp có hiệu lực từ ngày 01/07/2026: bản mới của thủ tục này “Đăng ký bản mới”. Nội dung dưới đây áp dụng đến hết ngày 30/06/2026. Theo quyết định 2/QĐ-BTP'),
	...hasNot(day, 'thu-tuc/1.000001.html', 'Sắp có hiệu lực')]);

await test('what is new on the day has no page before it, and is announced in the lists', () => [
	...(exists(before, 'thu-tuc/1.000003.html') ? ['it has a page'] : []), ...same('before', where(before, 'Cấp giấy thay thế'), ['a-z.html', 'linh-vuc/dat-dai.html']),
	...['a-z.html', 'linh-vuc/dat-dai.html'].flatMap((name) => [...has(before, name, 'Sắp có hiệu lực Cấp giấy thay thế (1.000003), từ ngày 01/07/2026, Theo quyết định 2/QĐ-BTP'), ...hasNot(day, name, 'từ ngày 01/07/2026')]),
	...same('on the day', where(day, 'Cấp giấy thay thế'), ['a-z.html', 'co-quan/xa.html', 'du-lieu/atom.xml', 'du-lieu/thu-tuc.csv', 'du-lieu/thu-tuc.json', 'index.html',
		'linh-vuc/dat-dai.html', 'mo-hinh/index.html', 'su-kien/sinh-con.html', 'thu-tuc/1.000002.html', 'thu-tuc/1.000003.html'])]);

await test('the abolished is in all lists the day before, and in none on the day', () => [
	...same('before', where(before, '1.000002').filter((n) => n !== 'thu-tuc/1.000007.html'), ['a-z.html', 'co-quan/xa.html', 'du-lieu/atom.xml', 'du-lieu/phi.csv', 'du-lieu/thu-tuc.csv', 'du-lieu/thu-tuc.json', 'index.html',
		'linh-vuc/dat-dai.html', 'mo-hinh/index.html', 'phi-le-phi.html', 'sitemap.xml', 'su-kien/sinh-con.html', 'thu-tuc/1.000002.html']),
	...has(before, 'thu-tuc/1.000002.html', 'Thủ tục này chỉ còn thực hiện đến hết ngày 30/06/2026. Theo quyết định 3/QĐ-UBND'),
	...[day, after].flatMap((date) => same(date, where(date, '1.000002').filter((n) => n !== 'thu-tuc/1.000007.html'), ['du-lieu/atom.xml', 'thu-tuc/1.000002.html'])),
	...(read(day, 'du-lieu/atom.xml').includes('Đã bãi bỏ: Cấp giấy bị bãi bỏ (1.000002)') ? [] : ['the feed does not say that it was abolished'])]);

await test('Q5: its address stays: an archive page with day, decision and successor, not for search engines', () => [day, after].flatMap((date) => [
	...has(date, 'thu-tuc/1.000002.html', 'Thủ tục này đã được bãi bỏ', 'Hết hiệu lực từ ngày 01/07/2026', 'Theo quyết định 3/QĐ-UBND ngày 10/06/2026, Chủ tịch UBND tỉnh', 'Thủ tục thay thế Cấp giấy thay thế (1.000003)'),
	...(read(date, 'thu-tuc/1.000002.html').includes('<meta name="robots" content="noindex">') ? [] : ['no noindex']),
	...(read(date, 'thu-tuc/1.000002.html').includes('href="../thu-tuc/1.000003.html"') ? [] : ['no link to the successor'])])
	.concat(read(before, 'thu-tuc/1.000002.html').includes('noindex') ? ['noindex before the day'] : []));

await test('a successor that is abolished in its turn is led to as well', () => [before, day].flatMap((date) => [
	...has(date, 'thu-tuc/1.000007.html', 'Hết hiệu lực từ ngày 01/01/2026', 'Cấp giấy bị bãi bỏ (1.000002)'), ...(read(date, 'thu-tuc/1.000007.html').includes('href="../thu-tuc/1.000002.html"') ? [] : [`${date}: no link`])]));

await test('a row that itself says ABOLISHED goes by the day of its decision', () => [
	...has(before, 'thu-tuc/1.000004.html', 'chỉ còn thực hiện đến hết ngày 30/06/2026', 'Trình tự thực hiện'), ...same('findings before', findings(before, 'NY020a'), []),
	...same('on the day', where(day, '1.000004'), ['du-lieu/atom.xml', 'thu-tuc/1.000004.html']), ...has(day, 'thu-tuc/1.000004.html', 'đã được bãi bỏ', '3/QĐ-UBND')]);

await test('a day without a version: the page says so and when it returns, and is not called abolished', () => [
	...has(before, 'thu-tuc/1.000006.html', 'Sắp có hiệu lực từ ngày 02/07/2026', 'áp dụng đến hết ngày 30/06/2026'), ...same('before', findings(before, 'NY020'), []),
	...has(day, 'thu-tuc/1.000006.html', 'hiện không có bản nào có hiệu lực. Sắp có hiệu lực từ ngày 02/07/2026'), ...hasNot(day, 'thu-tuc/1.000006.html', 'bãi bỏ'),
	...same('in its lists', where(day, '1.000006'), ['a-z.html', 'du-lieu/atom.xml', 'linh-vuc/ho-tich.html', 'thu-tuc/1.000006.html']),
	...(findings(day, 'NY020').length === 1 ? [] : ['NY020 does not speak']), ...has(after, 'thu-tuc/1.000006.html', 'Trình tự thực hiện'), ...same('after', findings(after, 'NY020'), [])]);

await test('a replaced document is found from its day on, where it is cited alone', () => [
	...same('before', findings(before, 'NY012a'), []),
	...same('on the day', findings(day, 'NY012a').map((l) => l.replace(/ \(.*/, '')), ['data/legal-bases.csv:2 procedure 1.000005 still cites 42/2022/NĐ-CP']),
	...same('after', findings(after, 'NY012a').map((l) => l.replace(/ \(.*/, '')), ['data/legal-bases.csv:2 procedure 1.000005 still cites 42/2022/NĐ-CP', 'data/legal-bases.csv:3 procedure 1.000005 still cites 5/2020/TT-BTP'])]);

await test('and the page says so from that day on, of the office\'s list and of what is known without it', () => [
	...hasNot(before, 'thu-tuc/1.000005.html', 'thay thế bởi'), ...has(day, 'thu-tuc/1.000005.html', 'đã được thay thế bởi 224/2026/NĐ-CP'), ...hasNot(day, 'thu-tuc/1.000005.html', '6/2026/TT-BTP'),
	...has(after, 'thu-tuc/1.000005.html', 'đã được thay thế bởi 224/2026/NĐ-CP', 'đã được thay thế bởi 6/2026/TT-BTP')]);

await test('an agency has the name of the day, everywhere', () => [
	...same('the old name before', where(before, 'Sở Tài nguyên và Môi trường'), ['co-quan/index.html', 'co-quan/so.html', 'co-quan/tinh.html', 'thu-tuc/1.000001.html']), ...same('the new name before', where(before, 'Sở Nông nghiệp'), []),
	...[day, after].flatMap((date) => [...same('the new name', where(date, 'Sở Nông nghiệp và Môi trường'), ['co-quan/index.html', 'co-quan/so.html', 'co-quan/tinh.html', 'thu-tuc/1.000001.html']),
		...same('the old name', where(date, 'Sở Tài nguyên'), ['co-quan/so.html']), ...has(date, 'co-quan/so.html', 'Tên gọi trước đây Sở Tài nguyên và Môi trường (đến hết ngày 30/06/2026)')]),
	...[before, day].flatMap((date) => same('its old address', leadsTo(date, 'co-quan/so-tnmt.html'), '../co-quan/so.html'))]);

await test('an agency that ends leaves the lists on the day; its address leads on', () => [
	...same('before', where(before, 'UBND huyện Cũ'), ['co-quan/huyen.html', 'co-quan/index.html', 'co-quan/tinh.html', 'thu-tuc/1.000001.html']), ...same('before', where(before, 'UBND xã Mới'), []),
	...same('on the day', where(day, 'UBND huyện Cũ'), []), ...same('on the day', where(day, 'UBND xã Mới'), ['co-quan/index.html', 'co-quan/tinh.html', 'co-quan/xa-moi.html']),
	...same('by aliases.csv', [leadsTo(before, 'co-quan/huyen.html'), leadsTo(day, 'co-quan/huyen.html')], ['a page', '../co-quan/xa.html']),
	...same('by succession', [leadsTo(before, 'co-quan/huyen-hai.html'), leadsTo(day, 'co-quan/huyen-hai.html')], ['a page', '../co-quan/xa-moi.html']),
	...same('nowhere', [leadsTo(day, 'co-quan/huyen-ba.html'), findings(before, 'NY101c'), findings(day, 'NY101c').map((l) => l.slice(0, 22))], ['nothing', [], ['data/agencies.csv:6 ad']])]);

await test('what was moved twice leads to where it is on the day', () => [
	...same('an agency', [leadsTo(before, 'co-quan/rat-cu.html'), leadsTo(day, 'co-quan/rat-cu.html')], ['../co-quan/huyen.html', '../co-quan/xa.html']),
	...same('a code', [leadsTo(day, 'thu-tuc/9.000009.html'), leadsTo(day, 'thu-tuc/9.000008.html')], ['../thu-tuc/1.000001.html', '../thu-tuc/1.000001.html'])]);

await test('levels go by the version of the day, and the district is none after its end', () => [
	...has(before, 'thu-tuc/1.000001.html', 'Cấp huyện'), ...has(before, 'co-quan/index.html', 'Cấp huyện'), ...[day, after].flatMap((date) => same('district', where(date, 'Cấp huyện'), [])), ...has(day, 'thu-tuc/1.000001.html', 'Cấp xã')]);

await test('a place that moves: the old one through 30 June, the new one announced and then current', () => {
	const pages = ['1.000001', '1.000005'].map((code) => `thu-tuc/${code}.html`);
	return [...[...pages, 'co-quan/xa.html'].flatMap((name) => [...has(before, name, 'Số 6 đường Cũ', 'Sắp áp dụng từ ngày 01/07/2026: Điểm đường Mới, Số 7 đường Mới'), ...hasNot(before, name, '07:30'),
		...[day, after].flatMap((date) => [...has(date, name, 'Số 7 đường Mới', '07:30–11:30'), ...hasNot(date, name, 'đường Cũ', 'Sắp áp dụng')])]),
	...same('the old place on the day', where(day, 'đường Cũ'), []), ...hasNot(before, 'index.html', 'đường Mới'), ...same('findings', [before, day, after].flatMap((date) => findings(date, 'NY101')), [])];
});

await test('a fee that ends and one that starts hand over on the day, on every surface', () => [
	...['thu-tuc/1.000005.html', 'phi-le-phi.html'].flatMap((name) => [...has(before, name, '30.000 đồng/bản', '7.000 đồng/lần'), ...hasNot(before, name, '50.000'), ...[day, after].flatMap((date) => [...has(date, name, '50.000 đồng/bản', '7.000 đồng/lần'), ...hasNot(date, name, '30.000')])]),
	...same('in the open data before', [where(before, ',30000,'), where(before, ',50000,')], [['du-lieu/phi.csv'], []]), ...same('and on the day', [where(day, ',30000,'), where(day, ',50000,')], [[], ['du-lieu/phi.csv']])]);

await test('a relief that ends goes by itself, the next one comes', () => ['thu-tuc/1.000005.html', 'phi-le-phi.html'].flatMap((name) => [
	...has(before, name, 'Hộ nghèo', 'đến hết ngày 30/06/2026'), ...hasNot(before, name, 'Giảm 50%'), ...[day, after].flatMap((date) => [...has(date, name, 'Giảm 50%'), ...hasNot(date, name, 'Hộ nghèo')])]));

await test('notices appear and end on their days', () => [
	...(exists(before, 'thong-bao/tin-moi.html') ? ['the new one is there before'] : []), ...(exists(day, 'thong-bao/tin-moi.html') ? [] : ['the new one is not there']),
	...hasNot(before, 'thong-bao/tin-cu.html', 'đã hết thời gian'), ...has(day, 'thong-bao/tin-cu.html', 'đã hết thời gian'), ...same('on the start page', [where(before, 'Đăng đến hết').includes('index.html'), where(day, 'Đăng đến hết').includes('index.html')], [true, false])]);

// Without what is only left over from the build before.
const manifest = (date) => fs.readFileSync(path.join(tmp, date, 'manifest.sha256'), 'utf8').replace(/^#.*\n/gm, '');
await test('the day turns at midnight in Vietnam', () => {
	const moment = (iso, name) => { must(run(['build', '-C', office, '-o', path.join(tmp, name)], { SOURCE_DATE_EPOCH: `${Date.parse(iso) / 1000}` })); return manifest(name); };
	return [...(moment('2026-06-30T23:59:59+07:00', 'last-second') === manifest(before) ? [] : ['the last second of 30 June is not 30 June']),
		...(moment('2026-07-01T00:00:00+07:00', 'first-second') === manifest(day) ? [] : ['the first second of 1 July is not 1 July'])];
});

await test('any day can be shown, in any order, over what was built before', () => [after, before, day].flatMap((date) => {
	must(run(['build', '-C', office, '-o', path.join(tmp, 'any'), '--date', date]));
	return manifest('any') === manifest(date) ? [] : [`${date} is another board than at first`];
}));

await test('the link to rate the information stands on every page of the web, and only there', () => {
	const pages = where(day, 'class="ny-page"').filter((name) => leadsTo(day, name) === 'a page');
	const linked = where(day, '<a class="ny-footer__link" href="https://khaosat.example/thong-tin" rel="external">');
	return [...same('pages without it', pages.filter((name) => !linked.includes(name)), []), ...same('elsewhere', where(day, 'khaosat.example').filter((name) => !pages.includes(name)), []), ...(pages.length > 10 ? [] : ['hardly any page'])];
});

// With a ledger: the board of an earlier day does not know what was published later.
const clean = path.join(tmp, 'clean');
execFileSync('sh', ['-c', '. tests/office.sh; clean 2 "$0"', clean]);
const procedures = path.join(clean, 'data/procedures.csv');
fs.writeFileSync(procedures, fs.readFileSync(procedures, 'utf8').replace(/^(2\.000002,.*),,$/m, '$1,2026-11-05,'));
const publish = (date) => must(run(['-C', clean, 'publish', path.join(tmp, 'published'), '--yes'], { SOURCE_DATE_EPOCH: `${Date.parse(`${date}T08:00:00+07:00`) / 1000}` }));

await test('a past day with a ledger: no posting from later, and nothing to come is called abolished', () => {
	publish('2026-11-02');
	publish('2026-11-05');
	for (const date of ['2026-11-01', '2026-11-04', '2026-11-05'])
		must(run(['build', '-C', clean, '-o', path.join(tmp, date), '--date', date]));
	const since = (date, code) => /Niêm yết từ ngày (\S+)/.exec(words(date, `thu-tuc/${code}.html`))?.[1];
	return [...same('posted since', [since('2026-11-01', '1.000001'), since('2026-11-04', '1.000001'), since('2026-11-05', '2.000002')], ['20/01/2026', '02/11/2026', '05/11/2026']),
		...['2026-11-01', '2026-11-04'].flatMap((date) => [...has(date, 'thu-tuc/2.000002.html', 'Sắp có hiệu lực từ ngày 05/11/2026'), ...hasNot(date, 'thu-tuc/2.000002.html', 'bãi bỏ'),
			...same('lists', where(date, 'thu-tuc/2.000002.html').filter((name) => !/^nhat-ky|^cap-nhat|^du-lieu.atom/.test(name)), [])])];
});

done();
