// SPDX-License-Identifier: MIT
// The return date of js/return-date.js against SQL's working_days_add: every day of three years, at
// five hours, for limits of days, working days and months. The SQL side is a page of a small office.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { launch, PHONE } from './lib/site.mjs';
import { test, note, done } from './lib/tap.mjs';

const office = path.join(process.env.TEST_TMP, 'office'), site = path.join(office, 'site');
fs.cpSync('tests/boards/small', office, { recursive: true });
fs.mkdirSync(path.join(office, 'templates'));
fs.appendFileSync(path.join(office, 'site.yml'), 'return_date:\n  late_hour: 15\n');
fs.writeFileSync(path.join(office, 'data/reception-points.csv'), 'code,agency_code,name,address\nquay,xa,Quầy một,Số 1\nla,xa,Quầy không rõ giờ,Số 2\n');
// Saturday mornings, too; the second counter states no hours.
fs.writeFileSync(path.join(office, 'data/opening-hours.csv'), 'point_code,weekdays,time_from,time_to\nquay,12345,07:00,11:30\nquay,12345,13:00,17:00\nquay,6,07:30,11:00\n');
const calendar = fs.readFileSync('content/data/calendar.csv', 'utf8') +
	'2028-01-03,COMPENSATION_OFF,\n2028-01-26,HOLIDAY,\n2028-01-27,HOLIDAY,\n2028-01-28,HOLIDAY,\n2028-04-29,WORKING_SATURDAY,\n2028-05-01,HOLIDAY,\n2028-09-02,HOLIDAY,\n2028-09-04,COMPENSATION_OFF,\n2029-01-01,HOLIDAY,\n';
fs.writeFileSync(path.join(office, 'data/calendar.csv'), calendar);
// A worked Saturday has the hours of a Friday.
fs.writeFileSync(path.join(office, 'templates/due.sql'), `-- name: pages
SELECT 'due' AS url;
-- name: days
WITH RECURSIVE day(d) AS (VALUES ('2026-01-01') UNION ALL SELECT date(d, '+1 day') FROM day WHERE d < '2028-12-31'),
  known AS (SELECT d, working_days_between(date(d, '-1 day'), d) AS works,
      EXISTS (SELECT 1 FROM calendar_day c WHERE c.day = d AND c.kind <> 'WORKING_SATURDAY') AS is_off,
      CAST(strftime('%w', d) AS INT) AS weekday FROM day),
  place(point) AS (VALUES ('quay'), ('la')),
  closing AS (SELECT d, point, CASE WHEN is_off THEN 0 WHEN point = 'la' THEN iif(works, 1440, 0)
      WHEN works THEN 1020 WHEN weekday = 6 THEN 660 ELSE 0 END AS minute FROM known, place),
  later AS (SELECT d, point, minute, min(iif(minute > 0, d, NULL)) OVER (PARTITION BY point ORDER BY d
      ROWS BETWEEN 1 FOLLOWING AND 40 FOLLOWING) AS next_open FROM closing),
  hour(m) AS (VALUES (360), (600), (780), (900), (901), (1021), (1439)),
  term(n, unit) AS (VALUES (0, 'WORKING_DAY'), (1, 'WORKING_DAY'), (3, 'WORKING_DAY'), (5, 'WORKING_DAY'), (10, 'WORKING_DAY'),
    (20, 'WORKING_DAY'), (45, 'WORKING_DAY'), (1, 'DAY'), (15, 'DAY'), (30, 'DAY'), (1, 'MONTH'), (6, 'MONTH'), (1, 'YEAR')),
  taken AS (SELECT d, m, point, iif(minute > 0 AND m < minute, d, next_open) AS received,
      minute > 0 AND m < minute AND m > 900 AS is_late FROM later, hour),
  counted AS (SELECT *, iif(is_late, working_days_add(received, 1), received) AS since FROM taken WHERE received IS NOT NULL),
  ended AS (SELECT *, CASE unit WHEN 'WORKING_DAY' THEN working_days_add(since, n) WHEN 'DAY' THEN date(since, '+' || n || ' days')
      ELSE min(date(since, '+' || n || ' ' || unit), date(since, 'start of month', '+' || (n * iif(unit = 'YEAR', 12, 1) + 1) || ' months', '-1 day')) END AS last
    FROM counted, term)
SELECT d, m, point, n, unit, received, is_late, iif(unit = 'WORKING_DAY'
    OR working_days_between(date(last, '-1 day'), last) = 1, last, working_days_add(last, 1)) AS due
FROM ended ORDER BY d, m, point, unit, n;
`);
fs.writeFileSync(path.join(office, 'templates/due.csv'), '{{#days}}\n{{d}},{{m}},{{point}},{{n}},{{unit}},{{received}},{{is_late}},{{due}}\n{{/days}}\n');
fs.writeFileSync(path.join(office, 'templates/due.html'), '{{<layouts/web}}{{$title}}x{{/title}}{{$main}}<h1 class="ny-title">x</h1>{{/main}}{{/layouts/web}}');
execFileSync(process.env.NIEMYET, ['build', '-C', office, '-o', site, '--date', '2026-01-01'], { stdio: 'pipe' });

const script = fs.readFileSync('assets/js/return-date.js', 'utf8');
const home = vm.createContext({});
home.window = undefined;
vm.runInContext('var window = globalThis; delete globalThis.document;' + fs.readFileSync(path.join(site, 'lich.js'), 'utf8') + script, home);
const { nyReturnDate, nyCalendar } = home;

let compared = 0, wrong = [];
for (const line of fs.readFileSync(path.join(site, 'due.csv'), 'utf8').trim().split('\n')) {
	const [day, minute, point, value, unit, received, isLate, due] = line.split(',');
	const found = nyReturnDate(nyCalendar, { day, minute: +minute }, +value, unit, [point]);
	const isKnown = nyCalendar.years.includes(+due.slice(0, 4));
	const when = received > day ? 'later' : isLate === '1' ? 'late' : 'today';
	compared++;
	if (isKnown ? found?.due !== due || found.received !== received || found.when !== when : found !== null)
		wrong.push(`${line}: ${JSON.stringify(found)}`);
}
note(`${compared} return dates compared`);
await test('every day and hour of three years is counted as SQL counts', () => compared > 190000 ? wrong : [`only ${compared}`]);

await test('a clock before the build is not believed, nor a year without known holidays', () => {
	const ask = (day) => nyReturnDate(nyCalendar, { day, minute: 600 }, 1, 'WORKING_DAY', ['quay']);
	return [ask('2025-12-31') && 'before the build', ask('2030-01-02') && 'in 2030', !ask('2026-01-05') && 'not in 2026'].filter(Boolean);
});

await test('planted: one day more is found', () => {
	const line = fs.readFileSync(path.join(site, 'due.csv'), 'utf8').split('\n').find((l) => /WORKING_DAY/.test(l));
	const [day, minute, point, value, unit, , , due] = line.split(',');
	return nyReturnDate(nyCalendar, { day, minute: +minute }, +value + 1, unit, [point]).due === due ? ['passes'] : [];
});

const browser = await launch();
await test('the page of a procedure says it by the reader\'s clock, with the hour of passing on', async () => {
	const demo = path.resolve(process.env.DEMO), findings = [];
	for (const [at, words] of [['2026-11-24T09:00', /hôm nay.*Thứ Tư, 02\/12\/2026|hôm nay.*Thứ Năm, 03\/12\/2026/], ['2026-11-24T16:00', /hôm nay sau 15 giờ.*\d\d\/12\/2026/], ['2026-11-24T20:00', /Nộp vào Thứ Tư, 25\/11\/2026.*\d\d\/12\/2026/]]) {
		const context = await browser.newContext({ viewport: PHONE, timezoneId: 'Asia/Ho_Chi_Minh' });
		const page = await context.newPage();
		await page.clock.setFixedTime(new Date(at + ':00+07:00'));
		for (const file of ['thu-tuc/1.004222.html', 'kiosk/thu-tuc/1.004222.html']) {
			await page.goto(`file://${demo}/${file}`);
			const box = page.locator('[data-ny-return]').first();
			const said = await box.isVisible() ? (await box.innerText()).replace(/\s+/g, ' ') : 'nothing';
			if (!words.test(said))
				findings.push(`${file} at ${at}: ${said}`);
		}
		await context.close();
	}
	return findings;
});
await browser.close();
done();
