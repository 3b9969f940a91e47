// SPDX-License-Identifier: MIT
//
// A keyboard on the screen, and Telex for any keyboard. Needs telex.js before it.
//
//	<input data-ny-telex>       a text or search field whose letters are Telex, wherever typed
//	components/keyboard         last in the page, where there shall be keys on the screen: they
//	                            come with the focus of such a field; its words are the page's
//	ny-reset                    an event of the document that puts the keys away and forgets: for
//	                            the idle reset, which empties the fields itself
//	ny-typing                   a class of <html> while the keys are there
//
// Each change is an "input" event of the field. A key acts when touched, so that two quick
// fingers lose nothing; without a finger, by its click. Esc puts them away. Sizes: keyboard.css.
(function () {
	"use strict";

	var BLOCKS = ["1 2 3 4 5 6 7 8 9 0 q w e r t y u i o p a s d f g h j k l back z x c v b n m . close",
		"ă â đ ê ô ơ ư plain grave acute hook tilde dot space clear"];
	var TYPES = { grave: "\u0300", acute: "\u0301", hook: "\u0309", tilde: "\u0303", dot: "\u0323", space: " " };
	var WIDE = { plain: " ny-key--3", space: " ny-key--3", close: " ny-key--2", clear: " ny-key--2 ny-key--clear" };

	var place = document.querySelector("[data-ny-keyboard]");
	var field, plain, isPlain = false, last = {};

	// Puts the state's text in place of what is before the caret or selected.
	function write(state) {
		var end = field.selectionEnd, length = state.text.length + field.value.length - end;
		if (field.maxLength < 0 || length <= field.maxLength) {
			field.setRangeText(state.text, 0, end, "end");
			last = state;
			field.dispatchEvent(new Event("input", { bubbles: true }));
		}
	}

	function type(key) {
		var text = field.value.slice(0, field.selectionStart);
		write(isPlain && !/\p{M}/u.test(key) ? { text: text + key }
			: nyTelex(last.text === text ? last : { text: text }, key));
	}

	var ACTS = {
		back: function () {
			var start = field.selectionStart, text = field.value.slice(0, start);
			write({ text: start < field.selectionEnd ? text : text.replace(/\P{M}?\p{M}*$/u, "") });
		},
		clear: function () {
			field.value = "";
			write({ text: "" });
		},
		plain: function () {
			isPlain = !isPlain;
			plain.setAttribute("aria-pressed", isPlain);
		},
		close: function () {
			field.focus();
			show(false);
		}
	};

	function show(isOpen) {
		place.hidden = !isOpen;
		document.documentElement.classList.toggle("ny-typing", isOpen);
		last = {};
		if (isPlain) {
			ACTS.plain();
		}
	}

	function press(event) {
		var key = event.target.closest("button");
		if (!key || event.button !== 0) {
			return;
		}
		// The keys go at the end of a touch: else its end would hit what lies under them.
		var isTouch = event.type === "pointerdown", waits = key.name === "close";
		if (isTouch) {
			key.classList.add("ny-key--pressed");
		}
		if (isTouch ? !waits : waits || event.detail === 0) {
			if (!place.contains(document.activeElement)) {
				field.focus({ preventScroll: true });
			}
			(ACTS[key.name] || type)(key.value);
		}
	}

	function lift() {
		place.querySelectorAll(".ny-key--pressed").forEach(function (key) {
			key.classList.remove("ny-key--pressed");
		});
	}

	function draw() {
		var keys = place.appendChild(document.createElement("div"));
		keys.className = "ny-keyboard__keys";
		BLOCKS.forEach(function (names) {
			var block = keys.appendChild(document.createElement("div"));
			block.className = "ny-keyboard__block";
			names.split(" ").forEach(function (name) {
				var key = block.appendChild(document.createElement("button"));
				key.type = "button";
				key.name = name;
				key.value = TYPES[name] || name;
				key.className = "ny-key" + (WIDE[name] || "");
				key.textContent = place.dataset[name] || name;
				if (/\p{M}/u.test(key.value)) {
					key.setAttribute("aria-label", key.textContent);
					key.textContent = "\u25cc" + key.value;
					key.className = "ny-key ny-key--mark";
				}
			});
		});
		plain = keys.querySelector("[name=plain]");
		plain.setAttribute("aria-pressed", false);
	}

	function open(event) {
		if (event.target.matches("[data-ny-telex]")) {
			field = event.target;
			if (place && place.hidden) {
				show(true);
				field.scrollIntoView({ block: "nearest" });
			}
		}
	}

	document.addEventListener("beforeinput", function (event) {
		var isTyped = event.inputType === "insertText" && event.data && !event.isComposing;
		if (isTyped && !isPlain && event.cancelable && event.target.matches("[data-ny-telex]")) {
			event.preventDefault();
			field = event.target;
			Array.from(event.data).forEach(type);
		}
	});
	if (place) {
		draw();
		document.querySelectorAll("[data-ny-telex]").forEach(function (input) {
			input.inputMode = "none"; // not the device's own keys as well
		});
		place.addEventListener("pointerdown", press);
		place.addEventListener("click", press);
		place.addEventListener("mousedown", function (event) { event.preventDefault(); }); // the caret stays
		document.addEventListener("pointerup", lift);
		document.addEventListener("pointercancel", lift);
		document.addEventListener("focusin", open);
		document.addEventListener("click", open);
		document.addEventListener("ny-reset", function () { show(false); });
		window.addEventListener("pagehide", function () { show(false); });
		document.addEventListener("keydown", function (event) {
			if (event.key === "Escape" && !place.hidden && (event.target === field || place.contains(event.target))) {
				event.preventDefault();
				ACTS.close();
			}
		});
		open({ target: document.activeElement });
	}
}());
