// SPDX-License-Identifier: MIT
//
// "Handed in today, back on ...": the day on which a dossier is due, by the reader's clock. The
// calendar is the file lich.js. nyReturnDate(calendar, now, value, unit, points) is pure, for
// pages and for node; days are numbers since 1970-01-01, minutes those of a day.
//
// - The day of receipt does not count; working days are Monday to Friday without days off, and
//   worked Saturdays, as the SQL function working_days_add has it.
// - Received after calendar.late, a dossier counts from the next working day (Nghị định
//   61/2018/NĐ-CP, Điều 18 khoản 2; Nghị định 309/2026/NĐ-CP, Điều 18 khoản 2).
// - When the counter has closed for today, or does not open, it is received on the next day that
//   it opens.
// - Days and months run by the calendar; a last day on which nobody works moves to the next
//   working day (Bộ luật Dân sự 2015, Điều 148).
(function (home) {
	"use strict";

	function dayOf(text) {
		return Math.round(Date.UTC(+text.slice(0, 4), +text.slice(5, 7) - 1, +text.slice(8, 10)) / 864e5);
	}

	function textOf(day) {
		return new Date(day * 864e5).toISOString().slice(0, 10);
	}

	// 1 is Monday, 7 is Sunday; 1970-01-01 was a Thursday.
	function weekdayOf(day) {
		return ((day + 3) % 7 + 7) % 7 + 1;
	}

	function isWorking(calendar, day) {
		var special = calendar.days[textOf(day)];
		return special === undefined ? weekdayOf(day) < 6 : special === 1;
	}

	function addWorking(calendar, day, n) {
		while (n > 0) {
			day++;
			n -= isWorking(calendar, day) ? 1 : 0;
		}
		return day;
	}

	// The same day n months later, or the last of a shorter month.
	function addMonths(day, n) {
		var from = new Date(day * 864e5), year = from.getUTCFullYear(), month = from.getUTCMonth() + n;
		var last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
		return Math.round(Date.UTC(year, month, Math.min(from.getUTCDate(), last)) / 864e5);
	}

	function add(calendar, day, value, unit) {
		if (unit === "WORKING_DAY") {
			return addWorking(calendar, day, value);
		}
		day = unit === "DAY" ? day + value : addMonths(day, unit === "YEAR" ? 12 * value : value);
		return isWorking(calendar, day) ? day : addWorking(calendar, day, 1);
	}

	// Minute at which the first place with known hours closes on a day; 0: it does not open. A
	// worked Saturday has the hours of a Friday. Nothing known: open on working days.
	function closing(calendar, points, day) {
		var known = points.filter(function (point) {
			return calendar.hours.some(function (line) { return line[0] === point; });
		})[0];
		var works = isWorking(calendar, day), weekday = String(weekdayOf(day));
		if (calendar.days[textOf(day)] === 0 || (!known && !works)) {
			return 0;
		}
		if (!known) {
			return 24 * 60;
		}
		if (works && +weekday > 5) {
			weekday = "5";
		}
		return calendar.hours.reduce(function (last, line) {
			return line[0] === known && line[1].indexOf(weekday) >= 0 ? Math.max(last, line[3]) : last;
		}, 0);
	}

	// now: {day: "2026-11-23", minute: 600}. Gives {when: today, late or later, received, due}, or
	// null when no day can be promised: a clock before the build, a year without known holidays.
	function nyReturnDate(calendar, now, value, unit, points) {
		var today = dayOf(now.day), received = today, end = closing(calendar, points, today), late;
		if (now.day < calendar.day || !(value >= 0)) {
			return null;
		}
		if (end === 0 || now.minute >= end) {
			for (received = today + 1; closing(calendar, points, received) === 0; received++) {
				if (received > today + 60) {
					return null;
				}
			}
		}
		late = received === today && now.minute > calendar.late;
		var due = add(calendar, late ? addWorking(calendar, received, 1) : received, value, unit);
		if (calendar.years.indexOf(+textOf(due).slice(0, 4)) < 0) {
			return null;
		}
		return { when: received > today ? "later" : late ? "late" : "today", received: textOf(received), due: textOf(due) };
	}

	home.nyReturnDate = nyReturnDate;
	if (typeof document === "undefined") {
		return;
	}

	function inWords(text) {
		var weekday = home.nyCalendar.weekdays[weekdayOf(dayOf(text)) - 1];
		var parts = { dd: text.slice(8, 10), mm: text.slice(5, 7), y: text.slice(0, 4) };
		parts.yyyy = parts.y;
		parts.d = +parts.dd;
		parts.m = +parts.mm;
		parts.month = (home.nyCalendar.months || [])[parts.m - 1];
		return weekday + ", " + (home.nyCalendar.format || "{dd}/{mm}/{yyyy}").replace(/\{(\w+)\}/g, function (all, name) {
			return parts[name];
		});
	}

	function two(n) {
		return (n < 10 ? "0" : "") + n;
	}

	function show(box) {
		var clock = new Date(), now = {
			day: clock.getFullYear() + "-" + two(clock.getMonth() + 1) + "-" + two(clock.getDate()),
			minute: 60 * clock.getHours() + clock.getMinutes()
		};
		var data = box.dataset;
		var found = nyReturnDate(home.nyCalendar, now, +data.nyValue, data.nyUnit, (data.nyPoints || "").split(" "));
		box.hidden = !found;
		if (!found) {
			return;
		}
		Array.prototype.forEach.call(box.querySelectorAll("[data-ny-when]"), function (words) {
			words.hidden = words.dataset.nyWhen !== found.when;
		});
		box.querySelector("[data-ny-received]").textContent = inWords(found.received);
		box.querySelector("[data-ny-due]").textContent = inWords(found.due);
	}

	function showAll() {
		if (home.nyCalendar) {
			Array.prototype.forEach.call(document.querySelectorAll("[data-ny-return]"), show);
		}
	}

	document.addEventListener("DOMContentLoaded", function () {
		showAll();
		setInterval(showAll, 60000);
	});
}(typeof window === "undefined" ? globalThis : window));
