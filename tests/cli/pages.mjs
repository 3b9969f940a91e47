// SPDX-License-Identifier: MIT
// What a citizen must see: the pages of an office of awkward data (tests/boards/ugly).

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { test, done } from '../browser/lib/tap.mjs';

const office = path.join(process.env.TEST_TMP, 'office');
const site = path.join(office, 'site');
fs.cpSync('tests/boards/ugly', office, { recursive: true });
execFileSync(process.env.NIEMYET, ['build', '-C', office, '-o', site], { stdio: 'pipe' });

const pages = fs.readdirSync(site, { recursive: true }).filter((f) => f.endsWith('.html')).sort();
const read = (file) => fs.readFileSync(path.join(site, file), 'utf8');
const procedure = (code) => read(`thu-tuc/${code}.html`);

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
/** What is read of a piece of markup: one line per block, plain spaces. */
const words = (html) => html.replace(/<(head|script|style)\b.*?<\/\1>/gs, '').replace(/\s+/g, ' ')
	.replace(/<\/?(p|li|tr|h\d|div|section|dl|td|th|dt|dd|ul|ol|table|caption|body|main|nav|header|footer)\b[^>]*>|<span class="ny-line[^>]*>/g, '\n')
	.replace(/<[^>]+>/g, '').replace(/&(amp|lt|gt|quot|#39);/g, (all, name) => entities[name])
	.replaceAll('\u00a0', ' ').split('\n').map((line) => line.trim()).filter(Boolean);
/** The lines of the part of a page under the heading of that id. */
const part = (html, id) => words(html.split(`aria-labelledby="${id}"`)[1]?.split('</section>')[0].replace(/^[^>]*>/, '') ?? '');
const all = (list, wanted, where = '') => wanted.filter((w) => !list.some((line) => line.includes(w)))
	.map((w) => `${where} lacks “${w}”; it has: ${list.join(' | ').slice(0, 600)}`);
const none = (list, unwanted) => list.filter((line) => unwanted.test(line));

await test('no page shows a raw word of the data or an empty value', () => pages.flatMap((file) =>
	none(words(read(file)), /\b(?:NULL|null|undefined|WORKING_DAY|DIRECT|ONLINE|POSTAL|OTHER|TIERS|EXEMPT|REDUCE|LAW_DETAILED|LAW_NOT_DETAILED|SPECIFIC|LINKED|ABOLISHED|CORRECTION|OUTAGE|PHI|LE_PHI|KHAC|TINH|MINISTRY|PROVINCE|FULL|PARTIAL)\b|\{\{(?!name\}\})/)
		.map((line) => `${file}: ${line}`)));

await test('an amount has its currency and points between thousands; 0 is said in words', () => pages.flatMap((file) => {
	const html = read(file);
	const cells = [...html.matchAll(/<td[^>]* data-label="Mức thu">(.*?)<\/td>/gs)].map(([, cell]) => words(cell)[0] ?? '(empty)');
	return none(cells, /^\(empty\)$|^[\d.,]+$/)
		.concat(none(words(html), /(^|[^.\d])\d{4,} đồng|^0( đồng| USD)?$/)).map((line) => `${file}: ${line}`);
}));

await test('there are amounts to look at', () => pages.filter((file) => read(file).includes('data-label="Mức thu"')).length > 5
	? [] : ['fewer than six pages with fees']);

await test('a procedure of which nothing is known says so, part by part', () => {
	const html = procedure('1.000001');
	const marks = ['đối tượng thực hiện', 'thời hạn giải quyết', 'phí, lệ phí', 'nơi tiếp nhận hồ sơ', 'thành phần hồ sơ',
		'trình tự thực hiện', 'cách thức thực hiện', 'số bộ hồ sơ', 'cơ quan thực hiện', 'cơ quan có thẩm quyền quyết định',
		'kết quả thực hiện', 'mẫu đơn, mẫu tờ khai', 'yêu cầu, điều kiện', 'căn cứ pháp lý', 'quyết định công bố',
		'cấp thực hiện', 'ngày bắt đầu niêm yết', 'ngày cập nhật dữ liệu', 'số đường dây nóng'];
	return all(words(html), marks.map((m) => `Chưa có thông tin: ${m}`), '1.000001');
});

await test('“none by law” is Không, not a missing mark', () => {
	const html = procedure('1.000012');
	const parts = ['ket-qua', 'phi-le-phi', 'mau-don', 'yeu-cau'];
	return parts.filter((id) => part(html, id)[1] !== 'Không').map((id) => `${id}: ${part(html, id)}`)
		.concat(all(part(html, 'ho-so'), ['Không quy định']))
		.concat(all(part(html, 'cach-thuc'), ['Không']));
});

await test('an amount says whom it is for, and a long note is led to', () => {
	const html = procedure('1.000004');
	const methods = part(html, 'cach-thuc');
	const at = (line) => methods.indexOf(line);
	return all(methods, ['15.000 đồng/lần đăng ký', 'Cá nhân, hộ gia đình nộp trực tiếp', '10.000 đồng/người/lần đăng ký',
		'Đăng ký theo danh sách, tính cho từng người', '7.000 đồng', '5.000 đồng', 'Xem ghi chú về mức thu', 'Miễn phí'])
		.concat(at('Cá nhân, hộ gia đình nộp trực tiếp') === at('15.000 đồng/lần đăng ký') + 1 ? [] : ['the note does not follow its amount'])
		.concat(none(methods, /…|\.\.\.$/))
		.concat(all(part(html, 'phi-le-phi'), ['và nộp thêm khi bổ sung địa điểm.']));
});

await test('cases have their own limits and papers; forms have a column where there are any', () => {
	const html = procedure('1.000004');
	const tables = html.match(/<table class="[^"]*ny-table--papers.*?<\/table>/gs) ?? [];
	const columns = tables.map((table) => (table.match(/<th scope="col"/g) ?? []).length).join();
	return all(part(html, 'tom-tat'), ['5 ngày làm việc Cá nhân, hộ gia đình', '10 ngày làm việc Theo danh sách', '(3 '])
		.concat(all(part(html, 'thoi-han'), ['Cá nhân, hộ gia đình: 5 ngày làm việc', 'đã rút ngắn từ 15 ngày làm việc, giảm 33,33%']))
		.concat(columns === '3,2,3' ? [] : [`columns of the three tables: ${columns}`])
		.concat(all(part(html, 'ho-so'), ['Chưa có thông tin: số bản', '1 bản chính, 2 bản sao', 'Chưa có thông tin: tệp mẫu']))
		.concat(/<a href="\.\.\/assets\/bieu-mau\/to-khai(\.[0-9a-f]{8})?\.txt">/.test(html) ? [] : ['no link to the form']);
});

await test('a fee by steps reads as the law does', () => all(part(procedure('1.000005'), 'phi-le-phi'), [
	'Đến 1.000.000.000 đồng: 0,10% tính trên toàn bộ giá trị',
	'Trên 1.000.000.000 đồng đến 10.000.000.000 đồng: 1.000.000 đồng cộng 0,50% của phần trên 1.000.000.000 đồng',
	'Trên 10.000.000.000 đồng: 46.000.000 đồng', 'Phương thức thu: tiền mặt, chuyển khoản, trực tuyến', 'Miễn: Không']));

await test('foreign money keeps its name and its basis; 0 is said in words', () => all(part(procedure('1.000006'), 'phi-le-phi'), [
	'10 USD/giấy', 'Căn cứ thu bằng ngoại tệ: Thông tư số 2/2026/TT-BTC', '40.000 KHR/giấy', 'Không thu (mức thu 0 đồng)']));

await test('forty papers are all there, whole, and counted', () => {
	const papers = part(procedure('1.000002'), 'ho-so');
	return Array.from({ length: 40 }, (_, i) => `Giấy tờ thứ ${i + 1}: cấp lại`)
		.filter((name) => !papers.some((line) => line.startsWith(name) && line.endsWith('cơ quan khác)')))
		.concat(all(part(procedure('1.000002'), 'tom-tat'), ['40 loại giấy tờ', 'Xem phần Phí, lệ phí']));
});

await test('the effect of a decision: the whole one counts, the mark only when there is none', () => {
	const effect = (code) => { const lines = part(procedure(code), 'quyet-dinh'); return lines[lines.indexOf('Có hiệu lực từ ngày') + 1]; };
	const wanted = { '1.000005': '01/02/2026', '1.000004': '10/04/2026 (theo quyết định 3/QĐ-UBND)',
		'1.000006': 'Chưa có thông tin: ngày quyết định có hiệu lực', '1.000003': 'Chưa có thông tin: ngày ký, cơ quan ban hành, ngày có hiệu lực của quyết định' };
	return Object.keys(wanted).filter((code) => effect(code) !== wanted[code]).map((code) => `${code}: ${effect(code)}`);
});

await test('what is to come is announced, and what holds now is shown', () => {
	const lines = words(procedure('1.000007'));
	return all(lines, ['Sắp có hiệu lực từ ngày 01/01/2027: bản mới của thủ tục này', 'áp dụng đến hết ngày 31/12/2026', '1.234.567 đồng'])
		.concat(none(lines.filter((line) => !line.startsWith('Sắp có hiệu lực')), /7\.654\.321|bản sắp áp dụng/))
		.concat(all(words(read('linh-vuc/ho-tich.html')), ['Thủ tục chỉ sắp có (1.000010), từ ngày 01/01/2027']))
		.concat(pages.includes('thu-tuc/1.000010.html') ? ['1.000010 has a page'] : []);
});

await test('the withdrawn says so to people and machines, and stands in no list', () => {
	const html = procedure('1.000008');
	return all(words(html), ['Thủ tục này đã được bãi bỏ, không còn thực hiện.', '01/06/2026', '5/QĐ-BTP ngày 05/05/2026, Bộ Tư pháp', 'Đăng ký theo trường hợp (1.000004)'])
		.concat(/<meta name="robots" content="noindex">/.test(html) ? [] : ['no noindex'])
		.concat(['a-z.html', 'linh-vuc/ho-tich.html', 'sitemap.xml', 'du-lieu/thu-tuc.csv', 'du-lieu/thu-tuc.json']
			.filter((file) => read(file).includes('1.000008"') || /1\.000008(\.html|,)/.test(read(file))).map((file) => `it is in ${file}`));
});

await test('the internal is nowhere', () => fs.readdirSync(site, { recursive: true })
	.filter((file) => /\.(html|xml|csv|json)$/.test(file) && /1\.000011|nội bộ không niêm yết/.test(read(file))));

await test('old codes and addresses lead to the page', () => [['thu-tuc/2.999999', '../thu-tuc/1.000004.html'],
	['tthc/theo-truong-hop', '../thu-tuc/1.000004.html'], ['thu-tuc/1.000009.000.00.00.H20', '../thu-tuc/1.000009.html']]
	.filter(([from, to]) => !read(`${from}.html`).includes(`<a href="${to}">`) || !read(`${from}.html`).includes(`0; url=${to}`))
	.map(([from, to]) => `${from} does not lead to ${to}`));

await test('two agencies post one procedure: each has its block, counter and place', () => {
	const lines = part(procedure('1.000009'), 'noi-nop');
	return all(lines, ['Sở Thử Nghiệm', 'Quầy số 7', 'Ủy ban nhân dân xã Thử', 'Quầy số 3'])
		.concat(all(part(procedure('1.000009'), 'tom-tat'), ['Trung tâm Phục vụ hành chính công xã Thử']))
		.concat(lines.filter((line) => line === 'Thứ Hai – Thứ Sáu 07:00–11:30, 13:30–17:00').length === 2 ? [] : ['not two lines of hours']);
});

await test('an agency receives where its postings say; one that posts nothing has no mark', () =>
	all(part(read('co-quan/so.html'), 'tiep-nhan'), ['Trung tâm Phục vụ hành chính công xã Thử', 'Số 1, đường Thử'])
		.concat(all(part(read('co-quan/xa.html'), 'tiep-nhan'), ['Chưa có thông tin: giờ làm việc', 'Sắp áp dụng từ ngày 01/01/2027: Điểm mới']))
		.concat(none(words(read('co-quan/tinh.html')), /nơi tiếp nhận/)));

await test('markup in the data is text everywhere', () => {
	const seen = words(procedure('1.000003'));
	return pages.flatMap((file) => (read(file).match(/<(script>alert|b>|u>|i>|em>(?=em)|4>|1>)[^\n]{0,40}/g) ?? []).map((m) => `${file}: ${m}`))
		.concat(all(seen, ['Đăng ký <script>alert(1)</script> & "ngoặc" {{name}}', 'Lệ phí <b>đậm</b>', 'Ghi chú <b>không</b> phải thẻ & "ngoặc"',
			'Tờ khai <b>mẫu</b> & "bản"', 'Mang <b>theo</b> bản gốc.', 'Giảm 50%: Người cao tuổi đến hết ngày 31/12/2026']));
});

await test('names are never cut by the page', () => {
	const { name } = JSON.parse(read('du-lieu/thu-tuc.json')).procedures.find((p) => p.code === '1.000002');
	return ['a-z.html', 'phi-le-phi.html', 'co-quan/xa.html', 'thu-tuc/1.000002.html']
		.filter((file) => !words(read(file)).some((line) => line.includes(name))).map((file) => `${file} lacks the whole name`);
});

await test('a notice keeps its table, and the past stands apart', () => {
	const html = read('thong-bao/bang-gia.html');
	const list = words(read('thong-bao/index.html'));
	return (/<table.*?1\.234\.567 đồng.*?<\/table>/s.test(html) ? [] : ['no table'])
		.concat(all(words(html), ['Đính chính "bảng giá" <b>mới</b>', 'Niêm yết từ ngày 01/11/2026']))
		.concat(list.indexOf('Đã hết thời gian niêm yết') < list.findIndex((line) => line.includes('Tạm dừng nhận hồ sơ')) ? [] : ['the past is not apart']);
});

done();
