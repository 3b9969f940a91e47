// SPDX-License-Identifier: MIT
//
// The search of the touch screen: goes through the names of ten.js with each letter. Without
// marks, in any case, composed or not, y as i: all find the same; marks that were typed put the
// names that have them first. Without this file the lists stand alone.
(function () {
	"use strict";
	var MOST = 8;
	var names = (window.nyNames || []).map(prepare);

	// As the SQL function fold_key.
	function fold(text) {
		return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
			.replace(/đ/g, "d").replace(/y/g, "i").replace(/\s+/g, " ").trim();
	}

	function split(text) {
		return text.split(" ").filter(Boolean);
	}

	// What is compared with each letter is made once.
	function prepare(name) {
		return { name: name, text: " " + name[2] + " " + name[0], raw: " " + name[1].toLowerCase(),
			score: (name[3] ? 2 + 1 / name[3] : 0) - 8 * name[4] - name[1].length / 1000 };
	}

	// The beginning of a word counts, not its middle.
	function has(text, word) {
		var long = window.nyAbbreviations[word];
		return text.indexOf(" " + word) >= 0 || (!!long && text.indexOf(" " + long) >= 0);
	}

	// The best of those that have all words, and how many have them. Words in their order and marks
	// as they were typed come first.
	function find(typed) {
		var text = typed.normalize("NFC").toLowerCase(), words = split(fold(text)), raw = split(text);
		var line = " " + words.join(" "), best = [], count = 0;
		names.forEach(function (hit) {
			var i, score = hit.score;
			for (i = 0; i < words.length; i++) {
				if (!has(hit.text, words[i])) {
					return;
				}
			}
			count++;
			score += hit.text.indexOf(line) >= 0 ? 4 : 0;
			score += raw.every(function (word) { return hit.raw.indexOf(" " + word) >= 0; }) ? 2 : 0;
			for (i = best.length; i > 0 && best[i - 1].score < score; i--) {}
			if (i < MOST) {
				best.splice(i, 0, { name: hit.name, score: score });
				best.length = Math.min(best.length, MOST);
			}
		});
		return { count: count, best: best };
	}

	// The names that have most of the words, or the most letters of their beginnings.
	function near(typed) {
		var words = split(fold(typed));
		return names.map(function (hit) {
			return { name: hit.name, score: words.reduce(function (sum, word) {
				var n = word.length;
				while (n > 1 && hit.text.indexOf(" " + word.slice(0, n)) < 0) {
					n--;
				}
				return sum + (n > 1 ? n : 0);
			}, 0) + hit.score / 10 };
		}).filter(function (hit) { return hit.score > 1; })
			.sort(function (a, b) { return b.score - a.score; }).slice(0, 3);
	}

	function line(hit, address, gone) {
		var item = document.createElement("li"), link = document.createElement("a");
		var name = document.createElement("span"), meta = document.createElement("span");
		item.className = "ny-k-list__item";
		link.className = "ny-k-list__link";
		link.href = address + hit.name[0] + ".html";
		name.className = "ny-k-list__name";
		name.textContent = hit.name[1];
		if (hit.name[5]) {
			name.lang = hit.name[5];
		}
		meta.className = "ny-k-list__meta";
		meta.textContent = hit.name[0] + (hit.name[4] ? " · " + gone : "");
		link.append(name, meta);
		item.append(link);
		return item;
	}

	var box = document.querySelector("[data-ny-search]");
	var input = document.querySelector("[data-ny-search-input]");
	var status = document.querySelector("[data-ny-search-status]");
	var list = document.querySelector("[data-ny-search-list]");
	var lists = document.querySelector("[data-ny-search-lists]");

	function update() {
		var typed = input.value.trim(), hits = typed ? find(typed) : { count: 0, best: [] }, words = status.dataset;
		var shown = hits.count || !typed ? hits.best : near(typed);
		status.textContent = !typed ? "" : hits.count === 0 ? words.nyNone
			: hits.count + " " + words.nySome + ". " + (hits.count > MOST ? words.nyMore + " " + MOST + "." : "");
		list.replaceChildren.apply(list, shown.map(function (hit) {
			return line(hit, list.dataset.nySearchList, words.nyGone);
		}));
		lists.hidden = hits.count > 0;
	}

	if (box && window.nyNames) {
		box.hidden = false;
		document.querySelector("[data-ny-search-hint]").hidden = false;
		input.addEventListener("input", update);
		input.value = "";
		update();
		input.focus({ preventScroll: true });
	}
}());
