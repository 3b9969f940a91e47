// SPDX-License-Identifier: MIT
//
// The button that prints the page: shown only where it works.
(function () {
	"use strict";
	Array.prototype.forEach.call(document.querySelectorAll("[data-ny-print]"), function (button) {
		button.hidden = false;
		button.addEventListener("click", function () { window.print(); });
	});
}());
