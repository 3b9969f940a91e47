// SPDX-License-Identifier: MIT
//
// The button that prints the page: shown only where it works; and the day at the foot of a sheet,
// which is that of printing: "#in=2026-11-21" in the address, else the clock's.
(function () {
	"use strict";
	Array.prototype.forEach.call(document.querySelectorAll("[data-ny-print]"), function (button) {
		button.hidden = false;
		button.addEventListener("click", function () { window.print(); });
	});
	Array.prototype.forEach.call(document.querySelectorAll("[data-ny-print-day]"), function (place) {
		var given = /^#in=(\d{4})-(\d{2})-(\d{2})$/.exec(location.hash), now = new Date();
		var two = function (n) { return (n < 10 ? "0" : "") + n; };
		place.textContent += given ? given[3] + "/" + given[2] + "/" + given[1]
			: two(now.getDate()) + "/" + two(now.getMonth() + 1) + "/" + now.getFullYear();
		place.hidden = false;
	});
}());
