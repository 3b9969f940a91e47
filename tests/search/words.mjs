// SPDX-License-Identifier: MIT
// What the search understands: marks or none, old and new places of tones, i and y, Telex, VNI, errors,
// codes, questions, everyday words; names that would break it. Over a small office, in one file and in many.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test, done } from '../browser/lib/tap.mjs';
import { open } from './lib/index.mjs';

const LONG = 'Thủ tục ' + 'rất dài '.repeat(1250), BIDI = 'Thủ tục kiểm định thang máy';
const names = {
	'1.000001': 'Đăng ký khai sinh', '1.000002': 'Đăng ký lại khai sinh', '1.000003': 'Đăng ký kết hôn', '1.000004': 'Thủ tục cung cấp thông tin đất đai',
	'1.000005': 'Cung cấp dữ liệu đo đạc và bản đồ', '1.000006': 'Công nhận hòa giải viên', '1.000007': 'Chứng nhận kỹ thuật máy kéo',
	'1.000008': 'Cấp giấy chứng nhận quyền sử dụng đất', '1.000009': 'Cấp thẻ luật sư', '1.000010': 'Khen thưởng người đạt giải', '1.000011': 'Cấp phép đường ống',
	'1.000012': 'Đăng ký xe dương vật liệu', '1.000013': '</script><img src=x onerror=alert(1)>', '1.000014': '"]); alert(1); // \\ ` ${x}', '1.000015': BIDI, '1.000016': LONG,
	'1.000017': 'Xác nhận quý danh', '1.000018': 'Thông báo thủy lợi', '1.000019': 'Chứng thực chữ ký', '1.000020': 'Chứng thực chữ ký',
};

function office(name, more = 0) {
	const dir = path.join(process.env.TEST_TMP, name), site = dir + '-site', cell = (text) => '"' + text.replaceAll('"', '""') + '"';
	fs.cpSync('tests/boards/small', dir, { recursive: true });
	const extra = Array.from({ length: more }, (_, i) => [`2.${String(i).padStart(6, '0')}`, `Việc thứ ${i} loại ${String.fromCharCode(97 + i % 26)}${String.fromCharCode(97 + Math.floor(i / 26) % 26)}o`]);
	fs.writeFileSync(path.join(dir, 'data/procedures.csv'), 'code,name,kind,level,keywords,steps_md,decision_no\n'
		+ [...Object.entries(names), ...extra].map(([code, text]) => `${code},${cell(text)},LAW_DETAILED,XA,${code === '1.000009' ? 'thầy cãi' : ''},${code === '1.000010' ? 'Nộp tại bộ phận một cửa.' : ''},${code === '1.000011' ? '15/2020/NĐ-CP' : ''}\n`).join(''));
	fs.writeFileSync(path.join(dir, 'data/synonyms.csv'), 'words,means\nông tơ hồng; tơ hồng,kết hôn\nlàm gì bây giờ,\nxe bò,máy kéo\nxe bò nước chở qua làng bên,đường ống\n');
	fs.appendFileSync(path.join(dir, 'data/agencies.csv'), 'vt,UBND xã Vĩnh Thạnh,XA,COMMUNE,Đồng Tháp,Vĩnh Thạnh,"Số 2, đường Thử",02773000001\n');
	fs.writeFileSync(path.join(dir, 'data/postings.csv'), 'code,agency_code,valid_from\n'
		+ [...Object.keys(names), ...extra.map(([code]) => code)].map((code) => `${code},${code === '1.000020' ? 'vt' : 'xa'},2025-07-01\n`).join(''));
	for (const table of ['methods', 'fees', 'components', 'subjects', 'results', 'legal-bases', 'decision-items', 'life-event-procedures', 'dossier-cases', 'fee-tiers', 'fee-reliefs', 'aliases', 'service-model-procedures'])
		fs.rmSync(path.join(dir, `data/${table}.csv`), { force: true });
	fs.rmSync(path.join(dir, 'pages'), { recursive: true, force: true }); // other pages are found, too
	execFileSync(process.env.NIEMYET ?? 'build/release/niemyet', ['build', '-C', dir, '-o', site], { stdio: ['ignore', 'ignore', 'inherit'] });
	return open(site);
}

const one = office('one'), many = office('many', 2400);
await test('a small office has one file, a big one many, of which a query loads few', () => {
	many.ask('khai sinh');
	return [...(one.loaded.length === 1 ? [] : [`${one.loaded.length} files`]), ...(many.loaded.length > 1 && many.loaded.length < 12 ? [] : [`many: ${many.loaded}`])];
});

const wanted = [
	['1.000001', 'khai sinh', 'đăng ký khai sinh', 'dang ky khai sinh', 'DANG KI KHAI SINH', 'đăng ký khai sinh'.normalize('NFD'), 'khai si', 'làm khai sinh ở đâu', 'khai sinh mất bao lâu', 'khaisinh'],
	['1.000001', 'ddawng kys khai sinh', 'd9a8ng ky1 khai sinh', 'khia sinh', 'khai snh', 'khaii sinh', 'khai sing', 'khak sinh', 'làm gì bây giờ khai sinh'],
	['1.000003', 'ket hon', 'keets hoon', 'ke6t1 ho6n', 'tơ hồng', 'to hong', 'kết hon'],
	['1.000004', 'dat dai', 'đất đai', 'ddaats ddai'], ['1.000005', 'do dac', 'đo đạc'],
	['1.000006', 'hòa giải', 'hoà giải', 'hoa giai'], ['1.000007', 'kỹ thuật', 'kĩ thuật', 'ki thuat'], ['1.000017', 'quý', 'quí', 'qui danh'], ['1.000018', 'thuỷ lợi', 'thủy lợi'],
	['1.000008', 'sổ đỏ', 'so do'], ['1.000009', 'thầy cãi', 'thay cai'], ['1.000010', 'đạt', 'mot cua'], ['1.000011', 'đường', '15/2020/NĐ-CP', '152020ndcp', '15/2020', '15 2020 nd cp'],
	['1.000012', 'dương'], ['1.000003', '1.000003', '1000003'], ['1.000013', 'script onerror'], ['1.000014', 'alert 1'], ['1.000015', 'thang máy'], ['1.000016', 'rất dài'],
];
for (const [name, index] of [['one file', one], ['many files', many]])
	await test(`${name}: each finds what it means first`, () => wanted.flatMap(([code, ...queries]) => queries.flatMap((query) => {
		const got = index.ask(query, 3);
		return got[0]?.code === code ? [] : [`“${query}”: ${got.map((g) => g.code).join(' ') || 'nothing'}, not ${code}`];
	})));

await test('a saying beats a longer one of which it is a part', () => {
	const got = one.ask('xe bò', 2).map((g) => g.code).join();
	return got === '1.000007,1.000011' ? [] : [got];
});

await test('two words side by side beat the same words apart; the whole name beats a part of a longer one', () => {
	const got = one.ask('đăng ký khai sinh', 2).map((g) => g.code).join();
	return got === '1.000001,1.000002' ? [] : [got];
});
await test('the name of an agency raises what it posts', () => ['chứng thực chữ ký', 'chứng thực chữ ký vĩnh thạnh', 'chung thuc chu ky vinh thanh']
	.map((query) => one.ask(query, 1)[0].code).join() === '1.000019,1.000020,1.000020' ? [] : [one.ask('chứng thực chữ ký vĩnh thạnh', 3).map((g) => g.code).join()]);
await test('“dang” and a letter find something; words that nobody has find the nearest and say so', () => [
	...(one.ask('dang').length > 2 ? [] : ['dang']), ...(one.ask('k').length ? [] : ['k']),
	...(one.found('qqq zzz xxx').isNear ? [] : ['qqq is found']), ...(one.found('khaiw zzzq').isNear || one.found('khaiw zzzq').hits.length ? [] : ['nothing near']), ...(one.found('').hits.length ? ['nothing typed finds'] : [])]);
await test('names are texts as they stand, cut when nobody would read on', () => [
	...(one.ask('script onerror')[0].name === names['1.000013'] ? [] : [one.ask('script onerror')[0].name]),
	...(one.ask('alert 1')[0].name === names['1.000014'] ? [] : [one.ask('alert 1')[0].name]),
	...(one.ask('rất dài')[0].name.length < 420 && one.ask('rất dài')[0].name.endsWith('…') ? [] : ['the long name is not cut'])]);
done();
