// SPDX-License-Identifier: MIT
// The pages of figures of an office whose reports are late, wrong and incomplete: what is not
// known is said, what does not add up is marked, and the data beside a page say what it says.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test, done } from '../browser/lib/tap.mjs';

const office = path.join(process.env.TEST_TMP, 'office');
fs.cpSync('tests/boards/small', office, { recursive: true });
const data = (name, lines) => fs.writeFileSync(path.join(office, 'data', name), lines.join('\n') + '\n');
const build = (day, to) => execFileSync(process.env.NIEMYET, ['build', '-C', office, '-o', path.join(office, to), '--date', day], { stdio: 'pipe' });

build('2026-07-10', 'none');

data('agencies.csv', ['code,name,level,valid_from,valid_to,succeeds', 'xa,Ủy ban nhân dân xã Một,XA,2025-07-01,,huyen', 'hai,Ủy ban nhân dân xã Hai,XA,,,',
	'ba,Ủy ban nhân dân xã Ba,XA,,,', 'bon,Ủy ban nhân dân xã Bốn,XA,,,', 'huyen,Ủy ban nhân dân huyện Cũ,HUYEN,,2026-03-01,']);
data('fields.csv', ['code,name', 'ho-tich,Hộ tịch', 'dat-dai,Đất đai']);

// agency, month, [received online, in person, carried over], [early, on time, late], [open in term, overdue]
const report = (agency, n, recv, done, open, more = {}) => ({ agency_code: agency, year: 2026, n, recv_online: recv[0], recv_direct_postal: recv[1], carried_over: recv[2],
	done_early: done[0], done_on_time: done[1], done_late: done[2], open_in_term: open[0], open_overdue: open[1], data_asof: '2026-06-15', source_system: 'Phần mềm thử', ...more });
const reports = [];
for (const n of [1, 2, 4, 5, 6]) { // nobody reports March
	reports.push(report('xa', n, [9, 1, 0], [5, 4, 1], [0, 0], n === 6 ? { adjusted_count: 2, adjusted_reason: 'Phần mềm hỏng ngày 03/6', sat_asked: 9, sat_satisfied: 3, sat_unsatisfied: 1 } : {}));
	reports.push(report('hai', n, [10, 12, 0], [10, 8, 2], [1, 1], n === 4 ? { recv_total: 100 } : {}));
	if (n !== 5) // Ba owes May
		reports.push(report('ba', n, [25000, 0, 0], [20000, 3999, 1001], [0, 0]));
	reports.push(report('bon', n, [3, 0, 0], [0, 0, 0], [3, 0]));
	if (n < 3)
		reports.push(report('huyen', n, [4, 0, 0], [4, 0, 0], [0, 0]));
}
reports.push(report('xa', 6, [4, 1, 0], [2, 2, 1], [0, 0], { field_code: 'ho-tich' }), report('xa', 6, [5, 0, 0], [3, 2, 0], [0, 0], { field_code: 'dat-dai' }));
const columns = [...new Set(reports.flatMap(Object.keys))];
data('dossier-stats.csv', [columns.join(), ...reports.map((r) => columns.map((c) => r[c] ?? '').join())]);
data('pakn-stats.csv', ['agency_code,channel,year,n,received,about_tthc,answered_on_time,late,open', 'xa,HOTLINE_1022,2026,6,4,,3,1,0', 'xa,PORTAL,2026,6,2,1,2,0,0']);
data('targets.csv', ['indicator,year,scope,period_kind,comparator,value_num,legal_doc', 'on_time_done,2026,,,>=,96,1/KH', 'on_time_done,2026,xa,,>=,90,2/KH', 'on_time_done,2025,,,>=,95,3/KH', 'online,2026,,YEAR,>=,70,']);
build('2026-07-10', 'site');
build('2026-08-01', 'later');

const read = (file, site = 'site') => fs.readFileSync(path.join(office, site, file), 'utf8');
const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** What is read of a piece of markup, a line a block. */
const words = (html) => html.replace(/<(head|svg)\b.*?<\/\1>/gs, '').replace(/\s+/g, ' ')
	.replace(/<\/?(p|li|tr|h\d|div|section|dl|dt|dd|ul|td|th|table|caption|tbody|nav|main|summary|small)\b[^>]*>/g, '\n')
	.replace(/<[^>]+>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (all, name) => entities[name])
	.replaceAll('\u00a0', ' ').split('\n').map((line) => line.trim()).filter(Boolean);
const main = (file, site) => words(read(file, site).split('<main')[1].split('</main>')[0].replace(/^[^>]*>/, ''));
const has = (file, wanted, site) => { const text = main(file, site).join(' | '); return wanted.filter((w) => !text.includes(w)).map((w) => `${file} lacks “${w}”; it has: ${text.slice(0, 900)}`); };
const hasNot = (file, unwanted, site) => { const text = main(file, site).join(' | '); return unwanted.filter((w) => text.includes(w)).map((w) => `${file} has “${w}”`); };
/** Rows of the table under the heading of that id: cells, each as the lines in it. */
const rows = (file, id) => [...read(file).split(`aria-labelledby="${id}"`).slice(1).join('').split('</section>')[0].matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)]
	.map(([, row]) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => words(cell)));
const row = (file, id, name) => rows(file, id).find((cells) => cells[0]?.[0] === name) ?? [];
const same = (what, got, wanted) => JSON.stringify(got) === JSON.stringify(wanted) ? [] : [`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`];

await test('without figures there is no page, no link and no block', () => [
	...(fs.existsSync(path.join(office, 'none/thong-ke')) ? ['none/thong-ke is there'] : []),
	...['index.html', 'du-lieu/index.html'].filter((f) => read(f, 'none').includes('thong-ke/')).map((f) => `${f} leads there`)]);

await test('the answer comes first, summed and not averaged, and judged exactly', () => [
	// 9/10 + 18/20 + 23.999/25.000 + 0/0
	...has('thong-ke/2026-06.html', ['95,99%', '(24.026/25.030)', 'Chỉ tiêu: tối thiểu 96%', 'Chưa đạt']),
	...has('thong-ke/2026-06/ba.html', ['96,00%', '(23.999/25.000)', 'Chưa đạt']),
	...has('thong-ke/2026-06/xa.html', ['90,00%', '(9/10)', 'tối thiểu 90%', 'Đạt']),
	...has('thong-ke/index.html', ['tháng 06/2026', '95,99%', '(24.026/25.030)']),
	...(read('index.html').includes('95,99%') ? [] : ['the start page lacks the rate'])]);

await test('what the figures cover is said', () => has('thong-ke/2026-06.html', ['Số liệu từ ngày 15/05/2026 đến hết ngày 14/06/2026', 'Chốt ngày 15/06/2026',
	'Đơn vị tính: hồ sơ', 'Nguồn: Phần mềm thử', 'Phạm vi: Tất cả cơ quan']));

await test('nothing settled is no rate: –, said, and neither met nor missed', () => [
	...has('thong-ke/2026-06/bon.html', ['Không có hồ sơ nào được giải quyết']),
	...same('Bốn', row('thong-ke/2026-06.html', 'theo-co-quan', 'Ủy ban nhân dân xã Bốn').slice(1, 3), [['–', 'không phát sinh'], ['–']]),
	...main('thong-ke/2026-06/bon.html').slice(0, 6).filter((l) => /Đạt|Chưa đạt|0,00%|100%/.test(l))]);

await test('a report that does not add up is marked and listed with both numbers', () => [
	...has('thong-ke/2026-04.html', ['Có số không khớp', 'xã Hai, tháng 04/2026', '100, trong khi số đối chiếu là 22']),
	...(row('thong-ke/2026-04.html', 'theo-co-quan', 'Ủy ban nhân dân xã Hai')[0]?.includes('số chưa khớp') ? [] : ['no mark in its row']),
	...(row('thong-ke/2026-04.html', 'theo-co-quan', 'Ủy ban nhân dân xã Một')[0]?.includes('số chưa khớp') ? ['a mark in another row'] : []),
	...has('thong-ke/2026-q2/hai.html', ['tháng 04/2026', 'số chưa khớp']),
	...hasNot('thong-ke/2026-06.html', ['số không khớp'])]);

await test('every fault has its words', () => {
	const sql = fs.readFileSync('src/board/figures.sql', 'utf8');
	const codes = [...sql.matchAll(/'((?:PART|FIELDS)_\w+|RECV|DIRECT|DONE|OPEN|BALANCE|CARRY)'/g)].map((m) => m[1])
		.concat([...(/SELECT '(\w+)' AS name\s+UNION VALUES ([^)]*(?:\), \([^)]*)*)\)/.exec(sql)?.slice(1).join() ?? '').matchAll(/\w+/g)].map(([m]) => `MONTHS_${m}`));
	const words = fs.readFileSync('templates/i18n/vi.yml', 'utf8').split(/^fault:$/m)[1];
	return codes.length < 28 ? [`only ${codes.length} codes: ${codes}`] : codes.filter((code) => !words.includes(`  ${code}: `));
});

await test('who has not reported is named', () => [
	...has('thong-ke/2026-05.html', ['Cơ quan chưa báo cáo', 'Ủy ban nhân dân xã Ba', 'chỉ có 3/4 báo cáo']),
	...has('thong-ke/2026-05-xep-hang.html', ['Ủy ban nhân dân xã Ba']),
	...hasNot('thong-ke/2026-06.html', ['Cơ quan chưa báo cáo'])]);

await test('months without figures are named, those to come apart', () => [
	...has('thong-ke/2026-q1.html', ['Chưa có số liệu tháng 03/2026']),
	...has('thong-ke/2026.html', ['Chưa có số liệu tháng 03/2026', 'Kỳ này chưa kết thúc', '07–12/2026']),
	...has('thong-ke/co-quan/ba.html', ['chỉ có 2/3 '])]);

await test('equals share a rank; who settled nothing has none and stands last', () => same('ranks',
	[...read('thong-ke/2026-06-xep-hang.html').matchAll(/<tr><td>(.*?)<\/td><th[^>]*><a[^>]*>(.*?)</g)].map((m) => m.slice(1)),
	[['1', 'Ủy ban nhân dân xã Ba'], ['2', 'Ủy ban nhân dân xã Hai'], ['2', 'Ủy ban nhân dân xã Một'], ['–', 'Ủy ban nhân dân xã Bốn']]));

await test('an agency that ended keeps its figures and says so', () => [
	...has('thong-ke/2026-01.html', ['Ủy ban nhân dân huyện Cũ', 'kết thúc hoạt động từ ngày 01/03/2026']),
	...has('thong-ke/co-quan/huyen.html', ['đã kết thúc hoạt động từ ngày 01/03/2026', 'Ủy ban nhân dân xã Một']),
	...hasNot('thong-ke/2026-06.html', ['huyện Cũ']),
	...hasNot('thong-ke/2026-q2.html', ['huyện Cũ'])]);

await test('what is not reported is not 0', () => [
	...has('thong-ke/2026-06/xa.html', ['Chưa báo cáo số liệu về:', 'Số hóa hồ sơ']),
	...same('PAKN of 1022', row('thong-ke/2026-06/xa.html', 'phan-anh', 'Tổng đài 1022').flat(), ['Tổng đài 1022', '4', 'chưa có', '3', '1', '0']),
	...same('PAKN, all', row('thong-ke/2026-06/xa.html', 'phan-anh', 'Tổng số').flat(), ['Tổng số', '6', '1', '5', '1', '0'])]);

await test('dossiers moved out of the late ones are counted, with the reason', () =>
	has('thong-ke/2026-06/xa.html', ['Hồ sơ được điều chỉnh, không tính quá hạn | 2', 'Phần mềm hỏng ngày 03/6']));

await test('targets: the year that ended is history; what binds a year is not asked of a month', () => [
	...has('thong-ke/muc-tieu.html', ['Các năm trước', 'Năm 2025', '3/KH', 'tính theo năm', 'Chưa có thông tin: văn bản giao chỉ tiêu']),
	...(main('thong-ke/2026-06.html').join('|').includes('tối thiểu 70%') ? ['a month is held against the target of a year'] : []),
	...has('thong-ke/2026.html', ['tối thiểu 70%'])]);

await test('old figures say that they are old, and only then', () => [
	...has('thong-ke/index.html', ['Số liệu đã cũ'], 'later'), ...hasNot('thong-ke/index.html', ['Số liệu đã cũ'])]);

const csv = (file) => { const [head, ...lines] = read(file).trim().split('\n').map((l) => [...l.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((m) => m[1].replace(/^"|"$/g, ''))); return lines.map((l) => Object.fromEntries(head.map((h, i) => [h, l[i]]))); };
const grouped = (n) => n.replace(/\B(?=(\d{3})+$)/g, '.');

await test('CSV says what the page says', () => {
	const findings = [];
	for (const file of ['thong-ke/2026-06', 'thong-ke/2026', 'thong-ke/2026-04', 'thong-ke/2026-06/xa'])
		for (const line of csv(`${file}.csv`)) {
			const shown = line.value !== '' ? grouped(line.value) : `${grouped(line.numerator)}/${grouped(line.denominator)}`;
			const name = line.field_code ? line.field_name : line.agency_name;
			const cells = line.code.startsWith('pakn') || !line.field_code && line.agency_name === (file.endsWith('xa') ? 'Ủy ban nhân dân xã Một' : 'Tất cả cơ quan')
				? main(`${file}.html`) : row(`${file}.html`, line.field_code ? 'theo-linh-vuc' : 'theo-co-quan', name).flat();
			if (!cells.some((c) => c === shown || c.includes(`(${shown})`) || c.endsWith(` ${shown}`)) && !(line.denominator === '0' && cells.includes('không phát sinh')) && line.code !== 'recv_new' && line.code !== 'recv_direct_postal')
				findings.push(`${file}: ${name}, ${line.code}: ${shown} is not in ${cells.join(' | ').slice(0, 200)}`);
			if (line.percent && !main(`${file}.html`).some((c) => c.includes(`${line.percent.replace('.', ',')}%`) || line.percent === '100.00' && c.includes('100%')))
				findings.push(`${file}: ${line.code}: ${line.percent} is not on the page`);
		}
	return findings;
});

await test('JSON says what CSV says', () => {
	const findings = [];
	for (const file of ['thong-ke/2026-06', 'thong-ke/2026-06/xa']) {
		const { figures } = JSON.parse(read(`${file}.json`));
		for (const line of csv(`${file}.csv`).filter((l) => !l.code.startsWith('pakn_') || l.code === 'pakn_on_time' && !l.value)) {
			const unit = figures.find((f) => f.agency_name === line.agency_name && (f.field_code ?? '') === line.field_code);
			const rate = unit?.rates?.find((r) => r.code === line.code);
			const got = line.value !== '' ? `${unit?.counts?.[line.code]}` : `${rate?.numerator}/${rate?.denominator} ${rate?.is_met ?? ''}`;
			const wanted = line.value !== '' ? line.value : `${line.numerator}/${line.denominator} ${line.is_met}`;
			if (got !== wanted)
				findings.push(`${file}: ${line.agency_name}, ${line.code}: ${got}, CSV has ${wanted}`);
		}
	}
	return findings;
});

await test('all periods of an agency: the table and its CSV', () => {
	const lines = csv('thong-ke/co-quan/ba.csv'), table = rows('thong-ke/co-quan/ba.html', 'cac-ky').filter((r) => r.length === 10).slice(1); // without the head
	return same('Ba', lines.map((l) => [`${grouped(l.on_time_numerator)}/${grouped(l.on_time_denominator)}`, grouped(l.done_total), grouped(l.open_overdue)]),
		table.map((r) => [r[1][1], r[4][0], r[9][0]])).concat(lines.length === 9 ? [] : [`${lines.length} periods`]);
});

await test('no page shows a code, and all links of figures lead somewhere', () => fs.readdirSync(path.join(office, 'site/thong-ke'), { recursive: true })
	.filter((f) => f.endsWith('.html')).flatMap((f) => [
		...main(`thong-ke/${f}`).filter((l) => /\b(NULL|MONTH|QUARTER|YEAR|HOTLINE_1022|PORTAL|on_time_\w+|recv_\w+|TIME|ONLINE|PEOPLE)\b|undefined|\{\{/.test(l)).map((l) => `${f}: ${l}`),
		...[...read(`thong-ke/${f}`).matchAll(/ href="([^"#:]+)["#]/g)].map((m) => path.join('thong-ke', path.dirname(f), m[1]))
			.filter((to) => !fs.existsSync(path.join(office, 'site', to))).map((to) => `${f} leads to ${to}`)]));

done();
