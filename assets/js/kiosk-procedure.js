// SPDX-License-Identifier: MIT
//
// A procedure on the touch screen: reading aloud where the device has a voice of the page's
// language, printing where it has a printer.
(function () {
	"use strict";
	var REST_MS = 15000;
	var speech = window.speechSynthesis;
	var button = document.querySelector("[data-ny-speak]");

	function voice(lang) {
		lang = (lang || document.documentElement.lang).slice(0, 2);
		return speech && speech.getVoices().filter(function (v) { return v.lang.slice(0, 2).toLowerCase() === lang; })[0];
	}

	function offer() {
		button.hidden = !voice();
	}

	// What stands on the first screen, as one text a block: a long one is cut off by some voices. A
	// block that is not translated is read by a voice of its language, if there is one.
	function read() {
		var first = button.textContent, last;
		function finish() {
			button.textContent = first;
			button.onclick = read;
		}
		Array.prototype.forEach.call(document.querySelectorAll("[data-ny-read]"), function (block) {
			var words = new SpeechSynthesisUtterance(block.innerText), other = block.querySelector("[lang]");
			words.voice = other && voice(other.lang) || voice();
			words.lang = words.voice.lang;
			words.rate = 0.9;
			last = words;
			speech.speak(words);
		});
		last.onend = finish;
		button.textContent = button.dataset.nyStop;
		button.onclick = function () {
			speech.cancel();
			finish();
		};
	}

	if (speech && button) {
		offer();
		speech.onvoiceschanged = offer;
		button.onclick = read;
		window.addEventListener("pagehide", function () { speech.cancel(); });
	}

	Array.prototype.forEach.call(document.querySelectorAll("[data-ny-print]"), function (print) {
		var note = document.querySelector("[data-ny-printing]");
		print.hidden = false;
		print.addEventListener("click", function () {
			print.disabled = true;
			note.textContent = note.dataset.nyText;
			setTimeout(function () {
				print.disabled = false;
				note.textContent = "";
			}, REST_MS);
			setTimeout(function () { window.print(); }, 50);
		});
	});
}());
