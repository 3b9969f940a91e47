// SPDX-License-Identifier: MIT
//
// Telex: Vietnamese by the keys of a Latin keyboard. It knows no page:
//
//	nyTelex({ text: "khai tu" }, "w") → { text: "khai tư", keys: "tuw" }
//
// takes the text before the caret and a key: a letter, or a combining mark (U+0301), which sets
// a tone and is no letter. What it gives, in NFC, is what it takes next; `keys`, what was typed
// of the last word, may be left out. To delete a letter, shorten the text.
//
// A key marks what stays a Vietnamese syllable and is a letter elsewhere: plain words, codes and
// abbreviations pass. The same mark again takes it off and writes the key. A letter that makes a
// word foreign puts back what was typed ("karao", not "kẩo"), unless that can only be Telex.
var nyTelex = (function () {
	"use strict";

	var MARKS = { aa: "â", aw: "ă", dd: "đ", ee: "ê", oo: "ô", ow: "ơ", uw: "ư" };
	var TONES = { f: "\u0300", s: "\u0301", r: "\u0309", x: "\u0303", j: "\u0323", z: "" };
	var TONE = /[\u0300\u0301\u0303\u0309\u0323]/;
	var ONLY_TELEX = /[fjwz].|aa|dd|ee|oo|[^a-z]/i;

	// Beginning, vowels, end; kr, pl ... and the end k are for names of the Highlands.
	var SYLLABLE = new RegExp("^(ngh?|gh|gi|qu|[cknpt]h|tr|[bdđgkp][lr]|[bcdđghklmnprstvx]|)(" +
		loose("a ă â e ê i o ô ơ u ư y iê oa oă oe oo uâ uê uô uy uyê ươ yê") + "|(?:" +
		loose("ai ao au ay âu ây eo êu ia iêu iu oai oao oay oeo oi ôi ơi ua ưa uây uêu ui ưi " +
			"uôi uơ ươi ươu ưu uya uyu yêu") + ")(?!.))(ch?|k|m|n[gh]?|p|t|)$", "i");

	function base(letter) {
		return letter.normalize("NFD")[0].replace("đ", "d").replace("Đ", "D");
	}

	// A list as an expression in which marks may still be missing.
	function loose(list) {
		return list.replace(/[ăâêôơư]/g, function (letter) {
			return "[" + base(letter) + letter + "]";
		}).replace(/ /g, "|");
	}

	// The letter as the key marks it, in its case; "" when the key marks no such letter.
	function marked(letter, key) {
		var mark = MARKS[(base(letter) + key).toLowerCase()] || "";
		return letter === letter.toLowerCase() ? mark : mark.toUpperCase();
	}

	// The word with its tone in its place: hóa, hoán, thủy, thuở, cười. No syllable: as it is.
	function spell(letters, tone) {
		var part = SYLLABLE.exec(letters);
		if (!part) {
			return letters;
		}
		var vowels = part[2], end = part[3];
		if (/uơ|ưo/i.test(vowels) && (end || vowels[2])) {
			vowels = marked(vowels[0], "w") + marked(vowels[1], "w") + vowels.slice(2);
		}
		var at = vowels.search(/[ăâêôơư][^ăâêôơư]*$/i);
		if (at < 0) {
			at = end ? vowels.length - 1 : vowels.length - 1 >> 1;
		}
		return (part[1] + vowels.slice(0, ++at) + tone + vowels.slice(at) + end).normalize("NFC");
	}

	// The word after a key that sets a tone; nothing when the key sets none here.
	function setTone(letters, tone, key) {
		var isMark = TONE.test(key);
		var wanted = isMark ? key : TONES[key.toLowerCase()];
		if (wanted === undefined || !wanted && !tone || !SYLLABLE.test(letters)) {
			return "";
		}
		return wanted === tone ? spell(letters, "") + (isMark ? "" : key) : spell(letters, wanted);
	}

	// The word after a key that marks a letter: the last one that lets it stay a syllable or, as
	// in QĐ, a d just typed in a word of consonants. Nothing when there is none.
	function setMark(letters, tone, key) {
		var last = letters.length - 1, from = SYLLABLE.test(letters) ? 0 : last;
		for (var i = last; i >= 0; i--) {
			var mark = marked(letters[i], key);
			var word = letters.slice(0, i) + mark + letters.slice(i + 1);
			if (mark && mark === letters[i]) {
				return i < last && (from || /đ/i.test(mark)) ? ""
					: spell(letters.slice(0, from) + letters.slice(from).replace(/./g, function (letter) {
						return letter === marked(letter, key) ? base(letter) : letter;
					}), tone) + key;
			}
			if (mark && (SYLLABLE.test(word) || i === last && !/[aeiouy]/i.test(word.normalize("NFD")))) {
				return spell(word, tone);
			}
		}
		return "";
	}

	return function (state, key) {
		var word = /[\p{L}\p{M}\d]*$/u.exec(state.text)[0];
		var parts = word.normalize("NFD");
		var tone = (TONE.exec(parts) || [""])[0];
		var letters = parts.replace(TONE, "").normalize("NFC");
		var keys = (word && state.keys || word) + key;
		if (!SYLLABLE.test(letters)) {
			tone = "";
			letters = word.normalize("NFC");
		}

		var shown = setTone(letters, tone, key) || setMark(letters, tone, key);
		if (shown.length > letters.length) {
			keys = shown; // a mark was taken off: from here on letters are letters
		} else if (!shown && TONE.test(key)) {
			return state;
		} else if (!shown) {
			shown = SYLLABLE.test(letters + key) ? spell(letters + key, tone)
				: word + key === keys || ONLY_TELEX.test(keys) ? word + key : keys;
		}
		return { text: state.text.slice(0, state.text.length - word.length) + shown, keys: keys };
	};
}());
