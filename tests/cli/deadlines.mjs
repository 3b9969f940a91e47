// SPDX-License-Identifier: MIT
// Deadlines: the view `deadline` against days counted by hand, on several days of building;
// the part of a page that lists them; terms of the office's own; what the ledger adds.
// 1 and 2 September 2026 are off, Saturday 22 August 2026 is worked.

import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test, done } from '../browser/lib/tap.mjs';

const tmp = process.env.TEST_TMP;
const run = (...args) => execFileSync(process.env.NIEMYET, args, { stdio: 'pipe', encoding: 'utf8' });
const put = (office, file, lines) => { fs.mkdirSync(path.dirname(path.join(office, file)), { recursive: true }); fs.writeFileSync(path.join(office, file), lines.join('\n') + '\n'); };
/** A page of all deadlines and one with the component, beside what the office has. */
const pagesOfOwn = (office) => {
	put(office, 'templates/tat-ca.sql', ['-- name: pages', "SELECT 'tat-ca' AS url;", '-- name: lines',
		"SELECT id || ' ' || object || ' ' || due_day || ' ' || day_kind || ' ' || state || coalesce(' ' || done_day, '') AS line FROM deadline ORDER BY id, object;"]);
	put(office, 'templates/tat-ca.csv', ['{{#lines}}', '{{line}}', '{{/lines}}']);
	put(office, 'templates/han-chot.sql', ['-- name: pages', "SELECT 'han-chot' AS url;"]);
	put(office, 'templates/han-chot.html', ['{{<layouts/web}}', '{{$title}}{{t.deadline.due}}{{/title}}', '{{$main}}', '<h1 class="ny-title">{{t.deadline.due}}</h1>',
		'{{>components/deadlines}}', '{{/main}}', '{{/layouts/web}}']);
};
const lines = (site) => fs.readFileSync(path.join(site, 'tat-ca.csv'), 'utf8').trim().split(/\r?\n/).map((l) => l.replace(/^"|"$/g, ''));
const deadlines = (site, ...ids) => lines(site).filter((l) => !ids.length || ids.includes(l.split(' ')[0]));
const same = (got, wanted) => [...got.filter((l) => !wanted.includes(l)).map((l) => `not expected: ${l}`), ...wanted.filter((l) => !got.includes(l)).map((l) => `not there: ${l}`)];

const office = path.join(tmp, 'office');
fs.cpSync('tests/boards/small', office, { recursive: true });
pagesOfOwn(office);
put(office, 'data/calendar.csv', ['day,kind', '2026-09-01,HOLIDAY', '2026-09-02,COMPENSATION_OFF', '2026-08-22,WORKING_SATURDAY']);
put(office, 'data/decisions.csv', ['no,title,legal_rank,signed,effective_from,law_signed,law_effective_from,shortened,db_published',
	'1/QĐ-BTP,Công bố,MINISTRY,2026-08-12,,,2026-09-01,,2026-08-26',
	'2/QĐ-BTP,,MINISTRY,2026-08-13,,,2026-09-01,,2026-08-26',
	'3/QĐ-UBND,,PROVINCE,2026-08-27,,,2026-09-01,,',
	'4/QĐ-UBND,,PROVINCE,2026-11-18,,,2026-12-01,,',
	'5/QĐ-UBND,,PROVINCE,,,2026-11-19,,1,',
	'6/QĐ-BTP,,MINISTRY,2026-09-04,,2026-09-01,,1,2026-09-08',
	'7/QĐ-BTP,không theo dõi,MINISTRY,2026-09-04,,,,,',
	'8/QĐ,không rõ của ai,,2026-09-04,,,2026-12-01,,',
	'9/QĐ-BTP,luật chưa ký,MINISTRY,,,2026-12-01,2027-01-01,,',
	'10/QĐ-BTP,,,,2026-10-05,,,,']);
const article = (name, head, body = 'Nội dung.') => put(office, `pages/thong-bao/${name}.md`, ['---', `title: Bài ${name}`, ...head, '---', '', body]);
article('dung-som', ['kind: OUTAGE', 'posted_from: 2026-08-31', 'starts: 2026-09-11', 'ends: 2026-09-12']);
article('dung-muon', ['kind: OUTAGE', 'posted_from: 2026-09-03', 'starts: 2026-09-11', 'ends: 2026-09-12']);
article('dung-nhap', ['kind: OUTAGE', 'draft: true', 'posted_from: 2026-11-01', 'starts: 2026-12-07', 'ends: 2026-12-07']);
article('dung-truoc-luat', ['kind: OUTAGE', 'posted_from: 2026-06-14', 'starts: 2026-06-15']);
article('dinh-chinh', ['kind: CORRECTION', 'reported: 2026-11-06', 'posted_from: 2026-11-22']);
article('van-ban-kip', ['doc_date: 2026-08-28', 'posted_from: 2026-09-08']);
article('van-ban-muon', ['doc_date: 2026-08-28', 'posted_from: 2026-09-09']);
article('du-ngay', ['posted_from: 2026-09-01', 'posted_to: 2026-10-01']);
article('thieu-ngay', ['posted_from: 2026-09-01', 'posted_to: 2026-09-30']);
article('co-van-ban', ['posted_from: 2026-09-01', 'posted_to: 2026-09-05', 'legal_doc: Nghị định 1/2026/NĐ-CP']);
put(office, 'data/overdue-dossiers.csv', ['dossier_code,agency_code,received,due,finished,apology_sent,data_asof',
	'H20.031.01-260901-260001,xa,2026-09-01,2026-10-06,2026-10-09,2026-10-05,2026-11-15',
	'H20.031.01-260901-260002,xa,2026-09-01,2026-10-06,2026-10-09,2026-10-06,2026-11-15',
	'H20.031.01-260901-260003,xa,,2026-10-06,,,2026-11-15',
	'H20.031.01-261101-260004,xa,2026-11-01,2026-11-25,,,2026-11-15',
	'H20.031.01-261122-260005,xa,2026-11-22,2026-11-25,,,2026-11-22']);
put(office, 'data/pakn-stats.csv', ['agency_code,channel,year,n,received,answered_on_time,late,open', 'xa,PORTAL,2026,11,4,1,0,3', 'xa,PORTAL,2026,10,4,1,0,3', 'xa,DIRECT,2026,11,4,4,0,0', 'xa,PORTAL,2026,12,1,0,0,1']);
for (const file of ['components', 'fees', 'methods', 'postings'])
	fs.rmSync(path.join(office, `data/${file}.csv`));
put(office, 'data/procedures.csv', ['code,name,kind,decision_no,posted_since,valid_from,valid_to',
	'1.000001,Sắp có,LAW_DETAILED,,,2026-11-25,', '1.000002,Đúng ngày,LAW_DETAILED,,2026-10-01,2026-10-01,', '1.000003,Muộn,LAW_DETAILED,,2026-10-02,2026-10-01,',
	'1.000004,Sắp hết,LAW_DETAILED,,2026-09-02,2025-07-01,2026-12-01', '1.000005,Đã hết,LAW_DETAILED,,2026-09-02,2025-07-01,2026-11-01',
	'1.000006,Theo quyết định,LAW_DETAILED,10/QĐ-BTP,2026-10-06,,', '1.000007,Không biết từ bao giờ,LAW_DETAILED,,,2026-10-01,', '5.000001,Nội bộ,INTERNAL,,2026-10-09,2026-10-01,2026-12-01']);

const site = (day) => path.join(tmp, `site-${day}`);
const build = (day, to = site(day)) => run('build', '-C', office, '-o', to, '--date', day);
for (const day of ['2026-11-21', '2026-11-22', '2026-11-23', '2026-12-01', '2026-12-05', '2026-08-30'])
	build(day);
const on = (day, wanted) => same(deadlines(site(day), ...new Set(wanted.map((l) => l.split(' ')[0]))), wanted);

await test('D-01, D-02, D-03: the decision before the law takes effect, after it was signed', () => [
	...on('2026-11-21', ['D-01 1/QĐ-BTP 2026-08-12 DAY MET 2026-08-12', 'D-01 2/QĐ-BTP 2026-08-12 DAY MISSED 2026-08-13',
		'D-02 3/QĐ-UBND 2026-08-27 DAY MET 2026-08-27', 'D-02 4/QĐ-UBND 2026-11-26 DAY MET 2026-11-18',
		'D-03 5/QĐ-UBND 2026-11-22 DAY OPEN', 'D-03 6/QĐ-BTP 2026-09-04 DAY MET 2026-09-04']),
	...deadlines(site('2026-11-22'), 'D-03').filter((l) => l.includes(' 5/') && !l.endsWith('OPEN')),
	...deadlines(site('2026-11-23'), 'D-03').filter((l) => l.includes(' 5/') && !l.endsWith('OVERDUE')),
	...same(deadlines(site('2026-12-01'), 'D-01').filter((l) => l.includes(' 9/')), ['D-01 9/QĐ-BTP 2026-12-12 DAY OPEN'])]);

await test('D-04, D-05, D-06: the national database, in working days, of decisions that are followed', () =>
	on('2026-11-21', ['D-04 1/QĐ-BTP 2026-08-25 WORKING_DAY MISSED 2026-08-26', 'D-04 2/QĐ-BTP 2026-08-26 WORKING_DAY MET 2026-08-26',
		'D-05 3/QĐ-UBND 2026-09-07 WORKING_DAY OVERDUE', 'D-05 4/QĐ-UBND 2026-11-25 WORKING_DAY OPEN', 'D-06 6/QĐ-BTP 2026-09-08 WORKING_DAY MET 2026-09-08']));

await test('D-07: on the board on the day it comes into force, by what the data say without a ledger', () =>
	on('2026-11-21', ['D-07 1.000001 2026-11-25 DAY OPEN', 'D-07 1.000002 2026-10-01 DAY MET 2026-10-01',
		'D-07 1.000003 2026-10-01 DAY MISSED 2026-10-02', 'D-07 1.000006 2026-10-05 DAY MISSED 2026-10-06']));

await test('D-08: documents within five working days', () =>
	on('2026-11-21', ['D-08 thong-bao/van-ban-kip 2026-09-08 WORKING_DAY MET 2026-09-08', 'D-08 thong-bao/van-ban-muon 2026-09-08 WORKING_DAY MISSED 2026-09-09']));

await test('D-09: notices stay for thirty days, unless a document says otherwise', () =>
	on('2026-11-21', ['D-09 thong-bao/du-ngay 2026-10-01 DAY MET 2026-10-01', 'D-09 thong-bao/thieu-ngay 2026-10-01 DAY MISSED 2026-09-30']));

await test('D-10: what is posted after the day of the build is not done yet', () => [
	...on('2026-11-21', ['D-10 thong-bao/dinh-chinh 2026-11-21 DAY OPEN']),
	...on('2026-11-22', ['D-10 thong-bao/dinh-chinh 2026-11-21 DAY MISSED 2026-11-22'])]);

await test('D-11: an outage seven working days before, by the law that holds since 1 July 2026', () => [
	...on('2026-11-21', ['D-11 thong-bao/dung-muon 2026-08-31 WORKING_DAY MISSED 2026-09-03', 'D-11 thong-bao/dung-nhap 2026-11-26 WORKING_DAY OPEN',
		'D-11 thong-bao/dung-som 2026-08-31 WORKING_DAY MET 2026-08-31']),
	...on('2026-08-30', ['D-11 thong-bao/dung-muon 2026-08-31 WORKING_DAY OPEN', 'D-11 thong-bao/dung-nhap 2026-11-26 WORKING_DAY OPEN',
		'D-11 thong-bao/dung-som 2026-08-31 WORKING_DAY OPEN']),
	...deadlines(site('2026-12-01'), 'D-11').filter((l) => l.includes('nhap') && !l.endsWith('OVERDUE'))]);

await test('D-12: what ends is announced; without a ledger the build itself takes it down', () => [
	...on('2026-11-21', ['D-12 1.000004 2026-12-01 DAY OPEN']), ...deadlines(site('2026-12-01'), 'D-12')]);

await test('D-13: the apology a day before the day of return', () =>
	on('2026-11-21', ['D-13 H20.031.01-260901-260001 2026-10-05 DAY MET 2026-10-05', 'D-13 H20.031.01-260901-260002 2026-10-05 DAY MISSED 2026-10-06',
		'D-13 H20.031.01-260901-260003 2026-10-05 DAY OVERDUE', 'D-13 H20.031.01-261101-260004 2026-11-24 DAY OPEN']));

await test('D-15: complaints that were open when the month closed, until the last day there is', () => [
	...on('2026-11-21', ['D-15 xa PORTAL 2026-11 2026-12-04 WORKING_DAY OPEN']), ...deadlines(site('2026-12-05'), 'D-15')]);

const text = (file) => fs.readFileSync(path.join(site('2026-11-21'), file), 'utf8');
/** What the part lists under one heading: the due day and the object of each line. */
const listed = (id) => [...text('han-chot.html').split(`aria-labelledby="${id}"`)[1].split('</section>')[0]
	.matchAll(/<time datetime="([^"]+)".*?data-label="Đối tượng">(?:<a href="([^"]+)">)?([^<]+)/g)].map(([, due, href, title]) => `${due} ${href ?? '-'} ${title}`);

await test('the part of a page lists what is past due', () => same(listed('qua-han-chot'), ['2026-09-07 - 3/QĐ-UBND', '2026-10-05 thong-ke/qua-han.html H20.…-…003']));

await test('and what falls due within thirty days, in the order of its days', () => {
	const wanted = ['2026-11-21 - 06/11/2026', '2026-11-22 - 5/QĐ-UBND', '2026-11-24 thong-ke/qua-han.html H20.…-…004', '2026-11-25 - 4/QĐ-UBND', '2026-11-25 - Sắp có', '2026-11-26 - 07/12/2026',
		'2026-12-01 thu-tuc/1.000004.html Sắp hết', '2026-12-04 - UBND xã Thử Nghiệm, tháng 11/2026 (15/10/2026–14/11/2026)'];
	const got = listed('sap-den-han');
	return got.join() === [...got].sort((a, b) => (a.slice(0, 10) < b.slice(0, 10) ? -1 : 1)).join() ? same(got, wanted) : ['not in order'];
});

await test('what is not posted and whole codes of dossiers stay off the page', () => ['dung-nhap', 'dinh-chinh', '261101-260004'].filter((w) => text('han-chot.html').includes(w)));

await test('every link of the part leads somewhere', () => [...text('han-chot.html').split('<main')[1].matchAll(/ href="([^"#:]+\.html)/g)]
	.map(([, to]) => to).filter((to) => !fs.existsSync(path.join(site('2026-11-21'), to))));

await test('an outage says its days on its page', () => ['2026-09-11', '2026-09-12'].filter((day) => !text('thong-bao/dung-som.html').includes(`datetime="${day}"`)));

await test('the office counts otherwise, from a day on', () => {
	put(office, 'data/deadline-terms.csv', ['id,days,day_kind,legal_doc,valid_from,valid_to', 'D-01,-20,WORKING_DAY,Công văn 1,2026-01-01,', 'D-09,10,DAY,,,2026-01-01', 'D-10,1,WORKING_DAY,Công văn 2,,']);
	build('2026-11-21', path.join(tmp, 'own'));
	return same(deadlines(path.join(tmp, 'own'), 'D-01', 'D-02', 'D-09', 'D-10'), ['D-01 1/QĐ-BTP 2026-08-05 WORKING_DAY MISSED 2026-08-12', 'D-01 2/QĐ-BTP 2026-08-05 WORKING_DAY MISSED 2026-08-13',
		'D-02 3/QĐ-UBND 2026-08-27 DAY MET 2026-08-27', 'D-02 4/QĐ-UBND 2026-11-26 DAY MET 2026-11-18', 'D-10 thong-bao/dinh-chinh 2026-11-09 WORKING_DAY OVERDUE']);
});

await test('two terms for one day are refused', () => {
	put(office, 'data/deadline-terms.csv', ['id,days,day_kind,valid_from,valid_to', 'D-01,-20,DAY,,2026-06-01', 'D-01,-20,WORKING_DAY,2026-05-01,']);
	const got = spawnSync(process.env.NIEMYET, ['build', '-C', office, '-o', path.join(tmp, 'own'), '--date', '2026-11-21'], { encoding: 'utf8' });
	return got.status === 1 && /deadline-terms\.csv:3: .*\[D032\]/.test(got.stderr) ? [] : [`status ${got.status}: ${got.stderr}`];
});

// With a ledger: what is published when decides.
const clean = path.join(tmp, 'clean');
execFileSync('sh', ['-c', '. tests/office.sh; clean 3 "$0"', clean]);
pagesOfOwn(clean);
const procedures = path.join(clean, 'data/procedures.csv');
const change = (f) => fs.writeFileSync(procedures, f(fs.readFileSync(procedures, 'utf8')));
const at = (day, ...args) => spawnSync(process.env.NIEMYET, ['-C', clean, ...args], { encoding: 'utf8', env: { ...process.env, SOURCE_DATE_EPOCH: `${Date.parse(`${day}T08:00:00+07:00`) / 1000}` } });
const published = path.join(tmp, 'published');
const publish = (day) => { const got = at(day, 'publish', published, '--yes'); return got.status === 0 ? [] : [`publish on ${day}: ${got.stderr}`]; };
const preview = (day) => { const got = at(day, 'build', '-o', path.join(tmp, 'preview')); if (got.status !== 0) throw new Error(got.stderr); return deadlines(path.join(tmp, 'preview'), 'D-07', 'D-12'); };
const late = (day) => (at(day, 'check', '--rule', 'NY025', '--lang', 'en').stdout.match(/^data.*\[NY025\]$/gm) ?? []);

await test('with a ledger: nothing is asked of what was there before the board', () => {
	change((text) => text.replace(/^(2\.000003,.*),,$/m, '$1,2028-01-01,'));
	return [...publish('2026-11-02'), ...same(preview('2026-11-02'), ['D-07 2.000003 2028-01-01 DAY OPEN'])];
});

await test('a new version is due on its day, overdue after it, and history once it is posted', () => {
	change((text) => text.replace('2028-01-01', '2026-11-05'));
	return [...same(preview('2026-11-04'), ['D-07 2.000003 2026-11-05 DAY OPEN']), ...late('2026-11-04'),
		...same(preview('2026-11-06'), ['D-07 2.000003 2026-11-05 DAY OVERDUE']), ...(late('2026-11-06').length === 1 ? [] : ['NY025 does not speak']),
		...publish('2026-11-07'), ...same(preview('2026-11-08'), ['D-07 2.000003 2026-11-05 DAY MISSED 2026-11-07']), ...late('2026-11-08')];
});

await test('what ends is due on its day, overdue while it stands, and history once it is off', () => {
	change((text) => text.replace(/^(2\.00000[12],.*),,$/gm, (all, head) => `${head},,${all.startsWith('2.000001') ? '2026-11-10' : '2026-11-12'}`));
	const seen = ['D-07 2.000003 2026-11-05 DAY MISSED 2026-11-07'];
	return [...same(preview('2026-11-09'), [...seen, 'D-12 2.000001 2026-11-10 DAY OPEN', 'D-12 2.000002 2026-11-12 DAY OPEN']), ...publish('2026-11-10'),
		...same(preview('2026-11-11'), [...seen, 'D-12 2.000001 2026-11-10 DAY MET 2026-11-10', 'D-12 2.000002 2026-11-12 DAY OPEN']),
		...same(preview('2026-11-13'), [...seen, 'D-12 2.000001 2026-11-10 DAY MET 2026-11-10', 'D-12 2.000002 2026-11-12 DAY OVERDUE']), ...publish('2026-11-14'),
		...same(preview('2026-11-14'), [...seen, 'D-12 2.000001 2026-11-10 DAY MET 2026-11-10', 'D-12 2.000002 2026-11-12 DAY MISSED 2026-11-14'])];
});

done();
