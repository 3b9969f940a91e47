// SPDX-License-Identifier: MIT
//
// The search of web and touch screen. The index (docs/search.md) calls ny(kind, number, data);
// what a query needs of it is loaded as scripts, so that a folder on disk will do.
(function () {
	"use strict";

	var head, words = [], sizes = [], known = {}, first, hashes = {}, lists = {}, names = [], loading = {};
	var MARKS = { "\u0302": 2, "\u0306": 4, "\u031b": 6, "\u0300": 8, "\u0301": 16, "\u0303": 24, "\u0309": 32, "\u0323": 40 };
	var KEYS = "qwertyuiop asdfghjkl; zxcvbnm,";
	var here = document.currentScript.src.replace(/js\/[^/]*$/, "search/");

	function ny(kind, number, data) {
		if (kind === "d") {
			names[number] = data;
		} else if (kind === "t") {
			data.split(" ").forEach(function (part, i, parts) {
				if (i % 2 === 0) {
					var forms = part.split("!");
					lists[forms[0]] = { forms: forms.slice(1), pairs: parts[i + 1] };
				}
			});
		} else {
			var last = "";
			head = data;
			head.words.replace(/(\d)([^A-Z]*)([A-Z])/g, function (all, shared, rest, size) {
				last = last.slice(0, shared) + rest;
				known[last] = words.push(last) - 1;
				sizes.push(size.charCodeAt(0) - 65);
			});
			first = head.first.split(" ");
			["t", "d"].forEach(function (kind) { hashes[kind] = head[kind].match(/.{8}/g) || []; });
			head.neutral = head.neutral.map(function (text) { return " " + read(text).map(key).join(" ") + " "; });
		}
	}
	window.ny = ny;

	// Words and codes -----------------------------------------------------------------------

	function key(token) {
		return token.word;
	}

	function read(text) {
		return (text.normalize("NFC").match(/[\p{L}\p{M}]*\d[\p{L}\p{M}\d]*(?:[./-][\p{L}\p{M}\d]+)*|[\p{L}\p{M}]+/gu) || []).map(function (raw) {
			var marks = 0, code = /\d/.test(raw);
			var word = raw.toLowerCase().normalize("NFD").replace(/[./\-\p{M}đ]/gu, function (c) {
				var more = MARKS[c] || 0;
				marks = c === "đ" ? marks | 1 : more > 7 ? marks & 7 | more : more > (marks & 6) ? marks & ~6 | more : marks;
				return c === "đ" ? "d" : "";
			});
			return { raw: raw, code: code, marks: code ? 0 : marks, word: code ? word : word.replace(/(^|[^aeou]|qu)y$/, "$1i") };
		});
	}

	// Telex or VNI keys of one syllable, as they were typed.
	function typed(word) {
		return word.replace(/\d/g, "").replace(/dd/, "d").replace(/([aeo])(.*?)\1/, "$1$2").replace(/^([^aeiouy]*)w/, "$1u")
			.replace(/w/g, "").replace(/([aeiouy].*?)[sfrxj]([a-z]*)$/, "$1$2").replace(/(^|[^aeou]|qu)y$/, "$1i");
	}

	// One swapped, missing, doubled or wrong letter between a and b: how alike they are, or 0.
	function alike(a, b) {
		var i = 0, j = a.length, k = b.length;
		while (i < j && a[i] === b[i]) {
			i++;
		}
		while (j > i && k > i && a[j - 1] === b[k - 1]) {
			j--;
			k--;
		}
		var x = a.slice(i, j), y = b.slice(i, k), p = KEYS.indexOf(x), q = KEYS.indexOf(y), far = Math.abs(p - q);
		return x.length + y.length === 1 ? 0.6 : x.length === 2 && y === x[1] + x[0] ? 0.65
			: x.length === 1 && y.length === 1 ? far === 1 || far > 9 && far < 12 ? 0.6 : 0.4 : 0;
	}

	// The words of the index that a typed word may be, each with how well: { khai: 1 }.
	function readings(token, isLast) {
		var found = {}, word = token.word;
		function take(is, weight) {
			if (is in known && !(found[is] >= weight)) {
				found[is] = weight;
			}
		}
		if (token.code) {
			found[word] = 1;
		}
		take(word, 1);
		take(typed(word), 0.95);
		if (isLast) {
			words.filter(function (is) { return is.startsWith(word) && is !== word; })
				.sort(function (a, b) { return sizes[known[b]] - sizes[known[a]]; }).slice(0, 6)
				.forEach(function (is) { take(is, 0.7); });
		}
		if (word.length > 2 && !token.code && !(sizes[known[word]] > 1)) {
			words.map(function (is) { return [is, Math.abs(is.length - word.length) < 2 ? alike(word, is) : 0]; })
				.filter(function (pair) { return pair[1]; })
				.sort(function (a, b) { return b[1] + sizes[known[b[0]]] / 20 - a[1] - sizes[known[a[0]]] / 20; }).slice(0, 6)
				.forEach(function (pair) { take(pair[0], pair[1]); });
		}
		return found;
	}

	// The query as tokens with their readings; an unknown word that is two known ones is those.
	function understand(text) {
		var tokens = [], all = read(text), line = " " + all.map(key).join(" ") + " ", open = !/\s$/.test(text);
		all.forEach(function (token, n) {
			for (var i = 2; i < token.word.length - 1 && !token.code && !(token.word in known); i++) {
				var a = token.word.slice(0, i), b = token.word.slice(i);
				if (sizes[known[a]] > 3 && sizes[known[b]] > 3 && !(typed(token.word) in known)) {
					tokens.push({ word: a, marks: 0, raw: a }, { word: b, marks: 0, raw: b });
					return;
				}
			}
			token.isLast = open && n === all.length - 1;
			tokens.push(token);
		});
		tokens.forEach(function (token) { token.is = readings(token, token.isLast); });
		var asks = 0;
		head.neutral.forEach(function (words) {
			if (line.indexOf(words) >= 0) {
				words = words.split(" ");
				tokens.forEach(function (token, i) {
					var n = words.indexOf(token.word);
					if (n > 0 && words.slice(1, -1).every(function (word, k) { return tokens[i - n + 1 + k] && tokens[i - n + 1 + k].word === word; })) {
						asks += token.asks ? 0 : 1;
						token.asks = true;
					}
				});
			}
		});
		if (asks === tokens.length) {
			tokens.forEach(function (token) { token.asks = false; });
		}
		return tokens;
	}

	// Files ---------------------------------------------------------------------------------

	function load(kind, number, done) {
		var script = document.createElement("script"), id = kind + number;
		if (!hashes[kind][number] || loading[id]) {
			return;
		}
		loading[id] = 1;
		script.src = here + id + "." + hashes[kind][number] + ".js";
		script.onload = script.onerror = function () { done(); };
		document.head.append(script);
	}

	// The file that has a word: the last one that does not begin behind it.
	function shard(word) {
		for (var low = 0, high = first.length; high - low > 1;) {
			var middle = low + high >> 1;
			if (first[middle] <= word) {
				low = middle;
			} else {
				high = middle;
			}
		}
		return low;
	}

	// Lists ---------------------------------------------------------------------------------

	// "Mlist" as { id, entries, levels }.
	function decode(text) {
		var at = 0, id, entries = [], levels = [];
		function letter() {
			var c = text.charCodeAt(at++);
			return c - (c > 92 ? 36 : 35);
		}
		function number() {
			var n = letter();
			return n < 61 ? n : n + 30 * number();
		}
		id = number();
		while (at < text.length) {
			for (var level = letter(), count = number(), entry = 0; count; count--) {
				entries.push(entry += number());
				levels.push(level);
			}
		}
		return { id: id, entries: entries, levels: levels };
	}

	function formsOf(word) {
		var list = lists[word];
		return !list ? [] : list.read = list.read || list.forms.map(decode);
	}

	// The pairs of a word, by the place of their second word.
	function pairsOf(word) {
		var list = lists[word];
		if (list && !list.ids) {
			list.ids = {};
			list.pairs.split("!").slice(1).map(decode).forEach(function (pair) { list.ids[pair.id] = pair; });
		}
		return list ? list.ids : {};
	}

	function find(text) {
		var tokens = understand(text), size = head.size, strict = tokens.some(function (token) { return token.marks; });
		var score = new Float32Array(size), mass = new Float32Array(size), best = new Float32Array(size), total = 0, touched = [];

		function weigh(list, weight) {
			list.entries.forEach(function (entry, i) {
				var value = weight * list.levels[i];
				if (value > best[entry]) {
					if (!best[entry]) {
						touched.push(entry);
					}
					best[entry] = value;
				}
			});
		}
		function sum(weight, part) {
			touched.forEach(function (entry) {
				score[entry] += weight * best[entry];
				mass[entry] += part;
				best[entry] = 0;
			});
			touched = [];
		}

		tokens.forEach(function (token, i) {
			var top = 0;
			Object.keys(token.is).forEach(function (word) {
				formsOf(word).forEach(function (form) {
					top = Math.max(top, form.levels[0] || 0);
					weigh(form, token.is[word] * (!strict || form.id === token.marks || token.code ? 1 : token.marks ? 0.4 : 0.8));
				});
			});
			top = token.asks ? 0 : top || 30;
			total += top;
			sum(token.asks ? 0.08 : 1, top);
			for (var j = i + 1; j < tokens.length; j++) {
				Object.keys(token.is).forEach(function (a) {
					var pairs = pairsOf(a);
					Object.keys(tokens[j].is).forEach(function (b) {
						if (pairs[known[b]]) {
							weigh(pairs[known[b]], token.is[a] * tokens[j].is[b]);
						}
					});
				});
				sum(0.6, 0);
				if (!tokens[j].asks) {
					break;
				}
			}
		});

		var hits = [], most = 0;
		for (var entry = 0; entry < size; entry++) {
			if (mass[entry]) {
				score[entry] *= Math.sqrt(mass[entry] / total);
				most = Math.max(most, score[entry]);
			}
		}
		for (entry = 0; entry < size; entry++) {
			if (score[entry] > 0.3 * most) {
				hits.push(entry);
			}
		}
		hits.sort(function (a, b) { return score[b] - score[a] || a - b; });
		return { hits: hits, tokens: tokens, score: score };
	}

	// What a query needs is loaded, then found; again with each file that comes.
	ny.find = function (text, show) {
		var waits = 0;
		function need(kind, number) {
			waits += loading[kind + number] ? 0 : 1;
			load(kind, number, function () { if (--waits === 0) { done(); } });
		}
		function done() { show(find(text)); }
		understand(text).forEach(function (token) {
			Object.keys(token.is).forEach(function (word) { if (!lists[word]) { var n = shard(word); if (hashes.t[n]) { need("t", n); } } });
		});
		if (!waits) {
			done();
		}
	};

	ny.debug = function () { return { names: names, head: head, lists: lists, known: known }; };
}());
