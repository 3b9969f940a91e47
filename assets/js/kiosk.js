// SPDX-License-Identifier: MIT
//
// The touch screen of an office: moves that leave no trace and never walk into an error page,
// the question to somebody who has gone, the size of the type. Without this file the pages are
// links. Nothing is stored: what holds from page to page (may: which screen, chu: size, thap: the page
// lowered) stands in the address and is dropped at the end of a visit.
(function () {
	"use strict";
	var GHOST_MS = 400, LOOK_MS = 240000, RETRY_S = 10;
	var root = document.documentElement, body;
	var query = new URLSearchParams(location.search);
	var device = query.get("may"), running, isNewer = false;
	var shown = 0, touched = 0, retryAt = 0, born = performance.now() / 1000;

	// Before the first picture, so that nothing jumps.
	root.dataset.script = "yes";
	if (device) {
		root.dataset.device = device;
	}
	if (query.get("chu") === "to") {
		root.dataset.size = "large";
	}
	if (query.get("thap") === "co") {
		root.dataset.low = "yes";
	}

	function all(selector) {
		return Array.prototype.slice.call(document.querySelectorAll(selector));
	}

	function now() {
		return performance.now() / 1000;
	}

	// Moves ------------------------------------------------------------------------------

	// Asks for the number of the build that lies there now: of one folder, it is there when its
	// pages are.
	function look(then, otherwise) {
		var script = document.createElement("script");
		script.src = body.dataset.nyVersion + "?" + Date.now();
		script.onload = function () {
			script.remove();
			then(window.nyBuild.number);
		};
		script.onerror = function () {
			script.remove();
			otherwise();
		};
		document.head.appendChild(script);
	}

	function carry(href, isFresh) {
		var url = new URL(href, location.href);
		var kept = { may: device, chu: !isFresh && root.dataset.size ? "to" : null, thap: !isFresh && root.dataset.low ? "co" : null };
		Object.keys(kept).forEach(function (name) {
			url.searchParams.delete(name);
			if (kept[name]) {
				url.searchParams.set(name, kept[name]);
			}
		});
		return url.href;
	}

	// Pages of a newer build may have gone: its start is always there.
	function go(href, isFresh) {
		look(function (number) {
			location.replace(carry(running && number !== running ? body.dataset.nyHome : href, isFresh));
		}, function () {
			all("[data-ny-wait]").forEach(function (note) { note.hidden = false; });
		});
	}

	// The second tap of somebody who tapped twice would open whatever lies there now.
	function isGhost(event) {
		if (performance.now() - shown >= GHOST_MS) {
			return false;
		}
		event.preventDefault();
		event.stopPropagation();
		return true;
	}

	function onClick(event) {
		var link = event.target.closest("a[href]"), href = link && link.getAttribute("href");
		if (event.detail > 0 && isGhost(event)) {
			return;
		}
		if (!link) {
			return;
		}
		event.preventDefault();
		if (href.charAt(0) === "#") {
			location.replace(href);
		} else {
			go(href, "nyDone" in link.dataset);
		}
	}

	// The end of a visit ------------------------------------------------------------------

	function seconds(name, least, most) {
		return Math.min(most, Math.max(least, parseFloat(body.dataset[name]) || least));
	}

	// That of the first language: from any other a visit ends there.
	function isStart() {
		var home = new URL(body.dataset.nyHome, location.href).pathname;
		return root.dataset.kind === "kiosk-start" && location.pathname.replace(/\/$/, "/index.html") === home;
	}

	// The start page is put in order where it stands: nothing reloads, nothing flickers.
	function tidy() {
		delete root.dataset.size;
		delete root.dataset.low;
		press();
		window.scrollTo(0, 0);
	}

	function tick() {
		var quiet = now() - touched, idle = seconds("nyIdle", 30, 300), question = seconds("nyQuestion", 20, 300);
		var ask = document.querySelector("[data-ny-ask]");
		if (quiet >= idle + question && now() >= retryAt) {
			retryAt = now() + RETRY_S;
			if (!isStart() || isNewer) {
				go(body.dataset.nyHome, true);
			} else if (root.dataset.size || root.dataset.low || window.scrollY > 0) {
				tidy();
			}
		}
		if (!isStart()) {
			ask.hidden = quiet < idle;
			document.querySelector("[data-ny-left]").textContent = Math.max(0, Math.ceil(idle + question - quiet));
		}
	}

	function touch() {
		touched = now();
		document.querySelector("[data-ny-ask]").hidden = true;
	}

	// Every four minutes: is there a newer build? And a fresh start once in the night.
	function patrol() {
		look(function (number) {
			var hour = new Date().getHours();
			isNewer = number !== running || (hour >= 2 && hour < 4 && now() - born > 6 * 3600);
		}, function () {});
	}

	// Size, scrolling, age ------------------------------------------------------------------

	function press() {
		all("[data-ny-size]").forEach(function (b) { b.setAttribute("aria-pressed", String(!!root.dataset.size)); });
		all("[data-ny-low]").forEach(function (b) { b.setAttribute("aria-pressed", String(!!root.dataset.low)); });
		measure();
	}

	function toggle(name, value) {
		if (root.dataset[name]) {
			delete root.dataset[name];
		} else {
			root.dataset[name] = value;
		}
		press();
	}

	function room() {
		return window.innerHeight - document.querySelector(".ny-k-bar").offsetHeight;
	}

	function measure() {
		var most = root.scrollHeight - window.innerHeight;
		document.querySelector("[data-ny-scrolls]").hidden = most < 4;
		all("[data-ny-scroll]").forEach(function (button) {
			button.disabled = +button.dataset.nyScroll < 0 ? window.scrollY < 2 : window.scrollY > most - 2;
		});
	}

	// A clock that runs before the day of the build is not believed.
	function tellAge() {
		var today = new Date(), build = window.nyBuild;
		all("[data-ny-day]").forEach(function (stamp) {
			var age = (today - new Date(stamp.dataset.nyDay + "T00:00:00")) / 864e5;
			stamp.querySelector("[data-ny-old]").hidden = !build || today < new Date(build.day + "T00:00:00") ||
				age <= +stamp.dataset.nyLimit;
		});
	}

	function start() {
		body = document.body;
		running = window.nyBuild && window.nyBuild.number;
		shown = performance.now();
		touched = now();
		["pointerdown", "touchstart", "keydown", "wheel", "scroll", "input"].forEach(function (kind) {
			document.addEventListener(kind, touch, { capture: true, passive: true });
		});
		["contextmenu", "dragstart", "gesturestart"].forEach(function (kind) {
			document.addEventListener(kind, function (event) { event.preventDefault(); });
		});
		document.addEventListener("click", onClick, true);
		document.addEventListener("pointerdown", isGhost, true);
		all("[data-ny-size]").forEach(function (b) {
			b.hidden = false;
			b.addEventListener("click", function () { toggle("size", "large"); });
		});
		all("[data-ny-low]").forEach(function (b) {
			b.hidden = false;
			b.addEventListener("click", function () { toggle("low", "yes"); window.scrollTo(0, 0); });
		});
		all("[data-ny-scroll]").forEach(function (b) {
			b.addEventListener("click", function () { window.scrollBy(0, +b.dataset.nyScroll * 0.8 * room()); });
		});
		document.querySelector("[data-ny-stay]").addEventListener("click", touch);
		document.addEventListener("keydown", function (event) {
			if (event.key === "Escape") {
				document.activeElement.blur();
			}
		});
		document.addEventListener("scroll", measure, { passive: true });
		window.addEventListener("resize", measure);
		// What lies above the bar and what scrolls under it go by its height.
		new ResizeObserver(function () {
			root.style.setProperty("--ny-k-bar", document.querySelector(".ny-k-bar").offsetHeight + "px");
		}).observe(document.querySelector(".ny-k-bar"));
		window.addEventListener("load", measure);
		press();
		tellAge();
		setInterval(tick, 1000);
		setInterval(patrol, LOOK_MS);
	}

	document.addEventListener("DOMContentLoaded", start);
	// Whoever comes back by the browser finds nothing of the last person.
	window.addEventListener("pageshow", function (event) {
		shown = performance.now();
		if (event.persisted) {
			all("input").forEach(function (input) { input.value = ""; });
			document.dispatchEvent(new Event("ny-reset"));
			touch();
		}
	});
}());
