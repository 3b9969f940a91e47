// SPDX-License-Identifier: MIT
//
// The filter of a list. Without this file the list stands whole and the box stays hidden.
(function () {
	"use strict";

	// Words compare without marks and case; đ, y/i as people mix them.
	function fold(text) {
		return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "")
			.replace(/đ/g, "d").replace(/y/g, "i").replace(/\s+/g, " ").trim();
	}

	function filter(box, list) {
		var input = box.querySelector("[data-ny-filter-input]");
		var status = box.querySelector("[data-ny-filter-status]");
		var items = Array.prototype.map.call(list.querySelectorAll("li"), function (item) {
			return { node: item, words: fold(item.textContent) };
		});
		var groups = list.querySelectorAll("[data-ny-group]");

		function update() {
			var words = fold(input.value).split(" ").filter(Boolean);
			var found = 0;
			items.forEach(function (item) {
				var hit = words.every(function (word) { return item.words.indexOf(word) >= 0; });
				item.node.hidden = !hit;
				found += hit ? 1 : 0;
			});
			Array.prototype.forEach.call(groups, function (group) {
				group.hidden = !group.querySelector("li:not([hidden])");
			});
			status.textContent = words.length === 0 ? ""
				: found === 0 ? status.dataset.none : found + " " + status.dataset.some;
		}

		box.hidden = false;
		box.addEventListener("submit", function (event) { event.preventDefault(); });
		input.addEventListener("input", update);
		var query = new URLSearchParams(location.search).get("q");
		if (query) {
			input.value = query;
			update();
		}
	}

	var box = document.querySelector("[data-ny-filter]");
	var list = document.querySelector("[data-ny-list]");
	if (box && list) {
		filter(box, list);
	}
}());
