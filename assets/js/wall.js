// SPDX-License-Identifier: MIT
//
// The wall display: one slide after the other by the clock, so that two screens show the same and a
// restart goes on where it was (W4); dark outside the office's hours; a newer build at the next
// slide, never an error page (O3, O4). Without this file the first slide stands.
(function () {
	"use strict";
	var LOOK_MS = 60000, EARLY_MIN = 15, DAY_MS = 864e5;
	var root = document.documentElement, body = document.body;
	var slides = Array.prototype.slice.call(document.querySelectorAll(".ny-slide"));
	var seconds = slides.map(function (s) { return +s.dataset.nySeconds; });
	var period = seconds.reduce(function (a, b) { return a + b; }, 0);
	var began = Date.now(), looked = began, running = window.nyBuild && window.nyBuild.number;
	var held = -1, now = -1;

	// By the clock: which slide is it?
	function due() {
		var rest = Math.floor(Date.now() / 1000) % period, i = 0;
		while (rest >= seconds[i]) {
			rest -= seconds[i];
			i += 1;
		}
		return i;
	}

	function show(i) {
		if (i === now) {
			return;
		}
		now = i;
		slides.forEach(function (s, k) {
			s.classList.toggle("ny-slide--now", k === i);
			s.setAttribute("aria-hidden", String(k !== i));
		});
		look();
	}

	// A small script with the number of the build: it comes only when the folder is there and whole.
	function look() {
		var script;
		if (Date.now() - looked < LOOK_MS) {
			return;
		}
		looked = Date.now();
		script = document.createElement("script");
		script.src = body.dataset.nyVersion + "?" + looked;
		script.onload = function () {
			var night = new Date().getHours() === 3 && Date.now() - began > DAY_MS / 4;
			script.remove();
			if (window.nyBuild.number !== running || night) {
				location.replace(location.href);
			}
		};
		script.onerror = function () { script.remove(); };
		document.head.appendChild(script);
	}

	function two(n) {
		return (n < 10 ? "0" : "") + n;
	}

	function clock(date) {
		return two(date.getHours()) + ":" + two(date.getMinutes());
	}

	// Open, or about to be, or just closed; an office that states no hours is never dark.
	function isOpen() {
		var open = JSON.parse(body.dataset.nyOpen || "[]"), special = JSON.parse(body.dataset.nySpecial || "{}");
		var date = new Date(), day = date.getFullYear() + "-" + two(date.getMonth() + 1) + "-" + two(date.getDate());
		var weekday = day in special ? (special[day] ? 1 : 0) : date.getDay() || 7;
		var before = clock(new Date(+date + EARLY_MIN * 60000)), after = clock(new Date(+date - EARLY_MIN * 60000));
		var hours = open.filter(function (o) { return o[0].indexOf(weekday) >= 0; });
		var from = hours.map(function (o) { return o[1]; }).sort()[0];
		var to = hours.map(function (o) { return o[2]; }).sort().pop();
		return !open.length || (hours.length > 0 && before >= from && after <= to);
	}

	// A clock that runs before the day of the build is not believed (O5).
	function tellAge() {
		var today = new Date(), build = window.nyBuild;
		document.querySelectorAll("[data-ny-day]").forEach(function (stamp) {
			var age = (today - new Date(stamp.dataset.nyDay + "T00:00:00")) / DAY_MS;
			stamp.querySelector("[data-ny-old]").hidden = !build || today < new Date(build.day + "T00:00:00") || !(age > +body.dataset.nyLimit);
		});
	}

	function tick() {
		show(held >= 0 ? held : due());
		if (isOpen()) {
			delete root.dataset.dark;
		} else {
			root.dataset.dark = "yes";
		}
		tellAge();
	}

	function hold(i) {
		held = i < 0 ? i : (i + slides.length) % slides.length;
		document.querySelector("[data-ny-pause]").setAttribute("aria-pressed", String(held >= 0));
		tick();
	}

	if (!slides.length) {
		return;
	}
	root.dataset.script = "yes";
	document.addEventListener("keydown", function (event) {
		if (event.key === " ") {
			event.preventDefault();
			hold(held >= 0 ? -1 : now);
		} else if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
			hold(now + (event.key === "ArrowRight" ? 1 : -1));
		}
	});
	document.addEventListener("contextmenu", function (event) { event.preventDefault(); });
	document.querySelector("[data-ny-pause]").hidden = false;
	document.querySelector("[data-ny-pause]").addEventListener("click", function () { hold(held >= 0 ? -1 : now); });
	tick();
	setInterval(tick, 1000);
}());
