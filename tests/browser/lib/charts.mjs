// SPDX-License-Identifier: MIT
// charts.mjs - an office whose one page holds charts of every kind and of awkward data.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const text = (s) => s === null ? 'NULL' : typeof s === 'number' ? String(s) : `'${s.replaceAll("'", "''")}'`;
const rows = (list) => `(VALUES ${list.map((row) => `(${row.map(text).join(', ')})`).join(', ')})`;

/** Figures that look like life and are the same each time. */
const wave = (i, seed = 1) => Math.sin(i * 1.7 + seed) * 0.6 + Math.sin(i * 0.35 + seed * 3) * 0.4;
const month = (i) => { const m = i % 12 + 1, y = 2024 + Math.floor(i / 12); return [`${y}-${String(m).padStart(2, '0')}`, `T${m}/${y}`]; };

/** n months with f(i) as their figures. */
const months = (n, f) => Array.from({ length: n }, (_, i) => [...month(i), f(i)]);
const percent = (i) => Math.round(9550 + 200 * wave(i));
const count = (i) => Math.round(1400 + 500 * wave(i, 2));
const spread = (list, names, f) => list.flatMap(([x, label], i) => names.map((name, k) => [x, label, f(i, k), name]));

const agencies = [
	'Sở Nông nghiệp và Môi trường', 'Sở Xây dựng', 'Sở Tài chính', 'Sở Khoa học và Công nghệ', 'Sở Văn hóa, Thể thao và Du lịch',
	'Ban Quản lý các khu kinh tế, khu công nghiệp tỉnh', 'Ủy ban nhân dân phường Hoàng Văn Thụ', 'Sở Y tế',
	'Văn phòng Ủy ban nhân dân tỉnh và Trung tâm Phục vụ hành chính công tỉnh đặt tại số 01 đường Nguyễn Tất Thành',
];
const communes = (n) => Array.from({ length: n }, (_, i) => `Xã ${['Hòa', 'Tân', 'Phú', 'Ea', 'Krông', 'Cư'][i % 6]} ${['An', 'Lập', 'Ktur', 'Nô', 'Bông', 'Suê', 'Thuận'][i % 7]} ${i + 1}`);
const stages = ['Trước hạn', 'Đúng hạn', 'Quá hạn'];

const line = (id, list, options = {}) => ({ id, kind: 'line', list, options });
const bar = (id, list, options = {}) => ({ id, kind: 'bar', list, options });
const stacked = (id, list, options = {}) => ({ id, kind: 'stacked', list, options });
const target = (id, list, options = {}) => ({ id, kind: 'target', list, options });
const spark = (id, list, options = {}) => ({ id, kind: 'spark', list, options });

const rate = { unit: 'percent', target: 9600, target_label: 'Mục tiêu 96%' };

export const cases = [
	...[1, 2, 12, 24, 60].map((n) => line(`line-${n}`, months(n, percent), rate)),
	line('line-count-24', months(24, count)),
	line('line-zero', months(12, () => 0)),
	line('line-flat', months(12, () => 9773), { unit: 'percent' }),
	line('line-huge', months(24, (i) => i === 17 ? 98765432 : 3 + i)),
	line('line-gaps', months(24, (i) => [3, 4, 11, 20].includes(i) ? null : percent(i)), rate),
	line('line-alone', months(12, (i) => i % 3 ? null : count(i))),
	line('line-end-gap', months(12, (i) => i > 8 ? null : count(i))),
	line('line-nothing', months(12, () => null)),
	line('line-change', months(24, (i) => Math.round(900 * wave(i))), { unit: 'percent' }),
	line('line-below', months(12, (i) => -5000 - i * 10)),
	line('line-score', months(12, (i) => Math.round((8.3 + 0.5 * wave(i)) * 10) / 10), { unit: 'score', target: 8.5 }),
	line('line-days', months(12, (i) => 2.5 + wave(i)), { unit: 'days' }),
	line('line-small', months(12, (i) => (i % 4) / 10), { unit: 'score' }),
	line('line-names', agencies.map((name, i) => [i, name, count(i)])),
	line('line-2-series', spread(months(12, () => 0), ['Trực tuyến', 'Trực tiếp'], (i, k) => count(i) * (k ? 1 : 0.4 + i / 12) | 0)),
	line('line-4-series', spread(months(24, () => 0), agencies.slice(0, 4), (i, k) => k === 2 && i > 7 && i < 11 ? null : 9000 + k * 150 + Math.round(150 * wave(i, k))), { unit: 'percent' }),
	line('line-6-series', spread(months(4, () => 0), agencies.slice(0, 6), (i, k) => 100 + i + k % 2)),
	...[1, 2, 12, 24, 60].map((n) => bar(`bar-${n}`, months(n, count).map(([x, label, y]) => [x, label, y]))),
	bar('bar-names', agencies.map((name, i) => [i, name, i === 3 ? null : count(i)]), { target: 1500 }),
	bar('bar-zero', agencies.slice(0, 4).map((name, i) => [i, name, 0])),
	bar('bar-huge', agencies.slice(0, 4).map((name, i) => [i, name, i === 2 ? 98765432 : i])),
	bar('bar-change', agencies.map((name, i) => [i, name, Math.round(2200 * wave(i))]), { unit: 'percent' }),
	bar('bar-change-short', communes(8).map((name, i) => [i, name, Math.round(2200 * wave(i))]), { unit: 'percent' }),
	bar('bar-below', agencies.slice(0, 3).map((name, i) => [i, name, -3 - i])),
	bar('bar-years', agencies.slice(0, 5).flatMap((name, i) => [[i, name, count(i), '2025'], [i, name, count(i + 3), '2026']])),
	bar('bar-163', communes(163).map((name, i) => [i, name, count(i)])),
	...[1, 8].map((n) => stacked(`stacked-${n}`, spread(agencies.slice(0, n).map((name, i) => [i, name]), stages, (i, k) => Math.round([700, 500, i][k] * (1.2 + wave(i + k)))))),
	stacked('stacked-percent', spread(communes(8).map((name, i) => [i, name]), stages, (i, k) => k === 0 ? 6000 + i * 100 : k === 1 ? 3900 - i * 100 : 100), { unit: 'percent' }),
	stacked('stacked-zero', spread(agencies.slice(0, 3).map((name, i) => [i, name]), stages, (i) => i === 1 ? null : 0)),
	stacked('stacked-huge', spread(agencies.slice(0, 3).map((name, i) => [i, name]), stages, (i, k) => i === 1 && k === 1 ? 98765432 : 3)),
	stacked('stacked-6', spread(agencies.slice(0, 4).map((name, i) => [i, name]), ['Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng', 'Rất không hài lòng', 'Không trả lời'], (i, k) => 40 + 10 * k + i)),
	target('target-1', [[1, 'Tỷ lệ hồ sơ giải quyết đúng hạn', 9773, 9600, '>=']], { unit: 'percent' }),
	target('target-names', agencies.map((name, i) => [i, name, i === 4 ? null : percent(i), i === 5 ? null : 9600, '>=']), { unit: 'percent' }),
	target('target-days', [[1, 'Thời gian giải quyết trung bình', 3.5, 3, '<='], [2, 'Hồ sơ trả lại', 0, 0, '='], [3, 'Thời gian chờ', 1, 2, '<=']], { unit: 'days' }),
	target('target-below', [[1, 'Số giấy tờ cắt giảm so với năm trước', -12, -20, '<='], [2, 'Số thủ tục bổ sung', 5, 0, '<=']]),
	target('target-24', communes(24).map((name, i) => [i, name, percent(i), 9600, '>=']), { unit: 'percent' }),
	...[1, 2, 12, 24, 60].map((n) => spark(`spark-${n}`, months(n, (i) => i % 9 === 5 ? null : percent(i)).map(([x, , y]) => [x, y]), { unit: 'percent' })),
	spark('spark-flat', months(12, () => 0).map(([x, , y]) => [x, y])),
];

const parts = {
	line: { columns: ['x', 'label', 'y'], more: ['series'] }, bar: { columns: ['x', 'label', 'y'], more: ['series'] },
	stacked: { columns: ['x', 'label', 'y'], more: ['series'] }, target: { columns: ['x', 'label', 'y'], more: ['target', 'op'] },
	spark: { columns: ['x', 'y'], more: [] },
};

function query({ id, kind, list, options }) {
	const { columns, more } = parts[kind];
	const all = [...columns, ...more.slice(0, list[0].length - columns.length)];
	const named = all.map((name, i) => `column${i + 1} AS ${name}`).join(', ');
	const words = text(JSON.stringify({ title: `Biểu đồ ${id}`, ...(kind === 'spark' ? {} : { id }), ...options }));
	const args = [...columns, words, ...all.slice(columns.length)].join(', ');
	return `SELECT ${text(id)} AS id, (SELECT chart_${kind}(${args}) FROM (SELECT ${named} FROM ${rows(list)})) AS svg`;
}

/** Builds the office in `dir`; gives the folder of its site. The page is charts.html. */
export function build(dir, which = cases) {
	fs.cpSync('tests/boards/small', dir, { recursive: true });
	const templates = path.join(dir, 'templates');
	fs.mkdirSync(templates, { recursive: true });
	// Some kinds have so many rows that each case is a query of its own.
	const names = which.map((c) => 'q_' + c.id.replaceAll('-', '_'));
	fs.writeFileSync(path.join(templates, 'charts.sql'), "-- name: pages\nSELECT 'charts' AS url;\n" +
		which.map((c, i) => `\n-- name: ${names[i]}\n${query(c)};\n`).join(''));
	fs.writeFileSync(path.join(templates, 'charts.html'), '{{<layouts/web}}{{$title}}charts{{/title}}{{$main}}<h1 class="ny-title">charts</h1>\n' +
		names.map((name) => `{{#${name}}}<h2>{{id}}</h2>\n<div class="ny-case" id="case-{{id}}">{{{svg}}}</div>{{/${name}}}\n`).join('') + '{{/main}}{{/layouts/web}}\n');
	const site = path.join(dir, 'site');
	execFileSync(process.env.NIEMYET, ['build', '-C', dir, '-o', site], { stdio: 'pipe' });
	return site;
}
