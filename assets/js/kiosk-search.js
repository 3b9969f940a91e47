// SPDX-License-Identifier: MIT
//
// The search of the touch screen: goes through the names of ten.js with each letter. Without
// marks, in any case, composed or not, y as i: all find the same; marks that were typed put the
// names that have them first. Without this file the lists stand alone.
(function () {
	"use strict";
	var MOST = 8;

	// As the SQL function fold_key.
	function fold(text) {
		return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
			.replace(/đ/g, "d").replace(/y/g, "i").replace(/\s+/g, " ").trim();
	}

	function split(text) {
		return text.split(" ").filter(Boolean);
	}

	// How well a name fits: 0 not at all. The beginning of a word counts, not its middle.
	function fits(name, words, raw) {
		var hits = 0, text = " " + name[2] + " " + name[0], score = 1;
		words.forEach(function (word) {
			var long = window.nyAbbreviations[word];
			hits += text.indexOf(" " + word) >= 0 || (long && text.indexOf(" " + long) >= 0) ? 1 : 0;
		});
		if (hits < words.length) {
			return 0;
		}
		score += text.indexOf(" " + words.join(" ")) >= 0 ? 4 : 0;
		score += raw.every(function (word) { return (" " + name[1].toLowerCase()).indexOf(" " + word) >= 0; }) ? 2 : 0;
		score += name[3] ? 2 + 1 / name[3] : 0;
		return score - 8 * name[4] - name[1].length / 1000 + 10;
	}

	function find(typed) {
		var text = typed.normalize("NFC").toLowerCase(), words = split(fold(text)), raw = split(text);
		return window.nyNames.map(function (name) {
			return { name: name, score: fits(name, words, raw) };
		}).filter(function (hit) { return hit.score > 0; })
			.sort(function (a, b) { return b.score - a.score; });
	}

	// The names that have most of the words, or the most letters of their beginnings.
	function near(typed) {
		var words = split(fold(typed));
		return window.nyNames.map(function (name) {
			var text = " " + name[2];
			return { name: name, score: words.reduce(function (sum, word) {
				var n = word.length;
				while (n > 1 && text.indexOf(" " + word.slice(0, n)) < 0) {
					n--;
				}
				return sum + (n > 1 ? n : 0);
			}, 0) - name[4] - (name[3] ? 0 : 0.5) };
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
		meta.className = "ny-k-list__meta";
		meta.textContent = hit.name[0] + (hit.name[4] ? " · " + gone : "");
		link.append(name, meta);
		item.append(link);
		return item;
	}

	var form = document.querySelector("[data-ny-search]");
	var input = document.querySelector("[data-ny-search-input]");
	var status = document.querySelector("[data-ny-search-status]");
	var list = document.querySelector("[data-ny-search-list]");
	var lists = document.querySelector("[data-ny-search-lists]");

	function update() {
		var typed = input.value.trim(), hits = typed ? find(typed) : [], words = status.dataset;
		var shown = hits.length || !typed ? hits.slice(0, MOST) : near(typed);
		status.textContent = !typed ? "" : hits.length === 0 ? words.nyNone
			: hits.length + " " + words.nySome + ". " + (hits.length > MOST ? words.nyMore + " " + MOST + "." : "");
		list.replaceChildren.apply(list, shown.map(function (hit) {
			return line(hit, list.dataset.nySearchList, words.nyGone);
		}));
		lists.hidden = hits.length > 0;
	}

	if (form && window.nyNames) {
		form.hidden = false;
		document.querySelector("[data-ny-search-hint]").hidden = false;
		form.addEventListener("submit", function (event) { event.preventDefault(); });
		input.addEventListener("input", update);
		input.value = "";
		update();
	}
}());
