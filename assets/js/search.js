// SPDX-License-Identifier: MIT
//
// The search, on the web and on touch screens; docs/search.md has the form of the index, whose files
// call ny(), and the formula. Files come as scripts: a folder on disk will do.
(() => {
	"use strict";
	const words = [], sizes = [], known = {}, lists = {}, names = [], runs = [], files = {}, kept = {}, bare = {}, seen = [], keys = Object.keys;
	const MARKS = { "\u0302": 2, "\u0306": 4, "\u031b": 6, "\u0300": 8, "\u0301": 16, "\u0303": 24, "\u0309": 32, "\u0323": 40 },
		KEYS = "qwertyuiop asdfghjkl; zxcvbnm,", WORD = /[\p{L}\p{M}]*\d[\p{L}\p{M}\d]*(?:[./-][\p{L}\p{M}\d]+)*|[\p{L}\p{M}]+/gu;
	const box = document.querySelector("[data-ny-search]"), index = box ? box.dataset.nySearch : "head.js";
	let head, asking, first, score, mass, best;

	const ny = window.ny = (kind, number, data) => {
		let last = "";
		if (kind === "d") {
			names[number] = data;
		} else if (kind === "t") {
			data.split(" ").forEach((part, i, parts) => {
				if (i % 2 === 0) {
					const forms = part.split("!");
					lists[forms.shift()] = { forms, pairs: parts[i + 1], ids: {} };
				}
			});
		} else {
			head = data;
			[score, mass, best] = [0, 0, 0].map(() => new Float32Array(data.size));
			data.words.replace(/(\d)([^A-Z]*)([A-Z])/g, (all, shared, rest, size) => {
				known[last = last.slice(0, shared) + rest] = words.push(last) - 1;
				sizes.push(size.charCodeAt(0) - 65);
			});
			data.runs.forEach(run => runs.push(...Array(run[0]).fill(run)));
			first = data.first.split(" ");
			asking = data.neutral.map(read);
		}
	};

	// read("Đất") is [{ word: "dat", marks: 19 }].
	const read = text => (text.normalize("NFC").match(WORD) || []).map(raw => {
		let marks = 0, code = /\d/.test(raw);
		const word = raw.toLowerCase().normalize("NFD").replace(/[./\-\p{M}đ]/gu, c => {
			const more = MARKS[c] || 0;
			marks = c === "đ" ? marks | 1 : more > 7 ? marks & 7 | more : more > (marks & 6) ? marks & ~6 | more : marks;
			return c === "đ" ? "d" : "";
		});
		return { word: code ? word : yToI(word), marks: code ? 0 : marks, code };
	});

	const yToI = word => word.replace(/(^|[^aeou]|qu)y$/, "$1i");

	// Telex or VNI keys of a syllable.
	const typed = word => yToI(word.replace(/\d/g, "").replace("dd", "d").replace(/([aeo])(.*?)\1/, "$1$2").replace(/^([^aeiouy]*)w/, "$1u")
		.replace(/w/g, "").replace(/([aeiouy].*?)[sfrxj]([a-z]*)$/, "$1$2"));

	// How alike words are that differ by one letter swapped, missing, doubled or wrong; else 0.
	const alike = (a, b) => {
		let i = 0, j = a.length, k = b.length;
		while (i < j && a[i] === b[i]) {
			i++;
		}
		while (j > i && k > i && a[j - 1] === b[k - 1]) {
			j--;
			k--;
		}
		const x = a.slice(i, j), y = b.slice(i, k), far = Math.abs(KEYS.indexOf(x) - KEYS.indexOf(y));
		return x.length + y.length === 1 ? 0.6 : x.length === 2 && y === x[1] + x[0] ? 0.65
			: x.length * y.length === 1 ? far === 1 || far > 9 && far < 12 ? 0.6 : 0.4 : 0;
	};

	// Words of the index that a token may be, and how well: { khai: 1, khoai: 0.6 }.
	const readings = (token, isLast) => {
		const found = {}, word = token.word;
		const take = weigh => {
			const fit = [];
			words.forEach((is, i) => {
				const v = weigh(is, i);
				if (v) {
					fit.push([is, v, v + sizes[i] / 20]);
				}
			});
			fit.sort((a, b) => b[2] - a[2]).slice(0, 6).forEach(([is, v]) => { found[is] = Math.max(found[is] || 0, v); });
		};
		const begin = (start, weight) => take(is => is.startsWith(start) && weight);
		if (isLast && !token.code) {
			begin(word, 0.7);
		}
		[typed(word), word].forEach(is => {
			if (is in known) {
				found[is] = is === word ? 1 : 0.95;
			}
		});
		if (!token.code) {
			if (word.length > 2 && !(sizes[known[word]] > 1)) {
				take((is, i) => Math.abs(is.length - word.length) < 2 && !(sizes[i] < sizes[known[word]] + 4) && alike(word, is));
			}
			for (let n = word.length; --n > 1 && !keys(found).length;) {
				begin(word.slice(0, n), 0.3);
			}
		}
		return found;
	};

	// The query as tokens; a word unknown that is two known ones is those.
	const parse = text => {
		const tokens = [];
		read(text).forEach(token => {
			const word = token.word, end = word.length - 1;
			let i = token.code || word in known || typed(word) in known ? end : 2;
			while (i < end && !(word.slice(0, i) in known && word.slice(i) in known)) {
				i++;
			}
			tokens.push(token);
			if (i < end) {
				token.word = word.slice(0, i);
				tokens.push({ word: word.slice(i), marks: token.marks = 0 });
			}
		});
		tokens.forEach((token, i) => {
			asking.forEach(phrase => {
				if (phrase.every((is, k) => (k = tokens[i + k]) && k.word === is.word && (!k.marks || k.marks === is.marks))) {
					phrase.forEach((is, k) => { tokens[i + k].asks = true; });
				}
			});
			const isLast = i === tokens.length - 1 && !/\s$/.test(text);
			token.is = { ...kept[isLast + token.word] ||= readings(token, isLast) };
			for (let k = i, code = ""; token.code && k < i + 5 && tokens[k]; k++) {
				token.is[code += tokens[k].word] = k - i + 1;
			}
		});
		return tokens.some(token => !token.asks) ? tokens : tokens.map(token => ({ ...token, asks: 0 }));
	};

	// The file that has a word: the last that does not begin behind it.
	const shard = word => "t" + first.reduce((low, is, i) => is <= word ? i : low, 0);

	const make = name => document.createElement(name);
	const script = (src, done) => {
		const node = make("script");
		node.src = src;
		node.onload = node.onerror = done;
		document.head.append(node);
	};

	// Loads files ("t7") that are not there, then goes on.
	const load = (ids, done) => {
		let waits = 1;
		const come = () => --waits || done();
		ids.forEach(id => {
			const hash = head[id[0]].substr(8 * id.slice(1), 8);
			if (hash && !files[id]) {
				files[id] = ++waits;
				script(index.replace(/head.*/, `${id}.${hash}.js`), come);
			}
		});
		come();
	};

	// "level, entries, level, entries ..." behind an id: { id, entries, levels }.
	const decode = text => {
		const entries = [], levels = [], letter = (c = text.charCodeAt(at++)) => c - (c > 92 ? 36 : 35),
			number = (n = letter()) => n < 61 ? n : n + 30 * number();
		let at = 0, id = number();
		while (at < text.length) {
			for (let level = letter(), count = number(), entry = 0; count; count--) {
				entries.push(entry += number());
				levels.push(level);
			}
		}
		return { id, entries, levels };
	};
	const letter = n => String.fromCharCode(n + (n > 56 ? 36 : 35)),
		letters = n => n < 61 ? letter(n) : letter(61 + (n - 61) % 30) + letters((n - 61) / 30 | 0);

	// The lists of a word's spellings, and of the pair that it is with the word at a place.
	const forms = word => (list => list ? list.read ||= list.forms.map(decode) : [])(lists[word]);
	const pair = (word, place) => {
		const { ids = {}, pairs = "" } = lists[word] || {}, from = pairs.indexOf("!" + letters(place)) + 1;
		return ids[place] ??= from && decode(pairs.slice(from).split("!", 1)[0]);
	};

	const find = tokens => {
		const got = [], strict = tokens.some(token => token.marks);
		const weigh = (list, weight) => {
			for (let i = 0; i < list.entries.length; i++) {
				const entry = list.entries[i], value = weight * list.levels[i];
				if (value > best[entry]) {
					if (!best[entry]) {
						got.push(entry);
					}
					best[entry] = value;
				}
			}
		};
		const sum = (weight, part) => {
			for (const entry of got.splice(0)) {
				if (!score[entry]) {
					seen.push(entry);
				}
				score[entry] += weight * best[entry];
				mass[entry] += part;
				best[entry] = 0;
			}
		};
		let total = 0, lead = 0;
		seen.splice(0).forEach(entry => { score[entry] = mass[entry] = 0; });
		for (let i = 0; i < tokens.length; i++) {
			const { is, code, marks, asks } = tokens[i], long = code && keys(is).filter(begin => begin.length > 3);
			const all = code ? keys(lists).filter(word => word in is || long.some(begin => word.startsWith(begin))) : keys(is);
			let top = 0, sure = 0;
			(asks ? [] : all).forEach(word => forms(word).forEach(form => {
				const weight = is[word] || Math.max(...long.map(begin => word.startsWith(begin) && is[begin]));
				sure = Math.max(sure, weight);
				top = Math.max(top, form.levels[0] || 0);
				weigh(form, weight * (!strict || form.id === marks ? 1 : marks ? 0.4 : 0.8));
			}));
			top = asks ? 0 : top || 30;
			total += top;
			sum(1, sure < 0.4 ? 0 : top);
			for (let j = i + 1; tokens[j] && (j === i + 1 || tokens[j - 1].asks); j++) {
				all.forEach(a => keys(tokens[j].is).forEach(b => {
					const list = b in known && pair(a, known[b]);
					if (list) {
						weigh(list, is[a] * tokens[j].is[b]);
					}
				}));
				sum(0.7, 0);
			}
		}
		for (const entry of seen) {
			score[entry] *= Math.sqrt(Math.sqrt(mass[entry] / total));
			lead = score[entry] > score[lead] ? entry : lead;
		}
		const hits = seen.filter(entry => score[entry] > 0.3 * score[lead] && mass[entry] > 0.6 * mass[lead]).sort((a, b) => score[b] - score[a] || a - b);
		return { tokens, hits, isNear: !(mass[lead] > 0.5 * total) };
	};

	// done({ hits, isNear, tokens }): entries, the best first.
	ny.search = (text, done) => {
		const tokens = parse(text);
		load(tokens.flatMap(token => keys(token.is).map(shard)), () => done(find(tokens)));
	};
	// done([[entry, code, name] ...])
	ny.names = (entries, done) => load(entries.map(entry => "d" + (entry >> 5)), () => done(entries.map(entry =>
		[entry, ...names[entry >> 5].slice(2 * (entry & 31), 2 * (entry & 31) + 2)])));

	if (!box) {
		return;
	}
	const at = (name, node = box) => node.querySelector(`[data-ny-${name}]`), input = at("search-input"), list = at("found"), status = at("search-status"), more = at("more");
	const others = document.querySelectorAll("[data-ny-search-lists]"), facets = [...box.querySelectorAll("[data-ny-facet]")], isPage = +box.dataset.nyNow, narrow = at("narrow"), limit = box.action ? 3 : 2;
	let links = [], active = -1, turn = 0, most, started;

	const pick = (n, isOpen) => {
		active = n;
		list.hidden = !isOpen;
		input.setAttribute("aria-expanded", isOpen);
		input.setAttribute("aria-activedescendant", n < 0 ? "" : "ny-" + n);
		links.forEach((link, i) => link.setAttribute("aria-selected", i === n));
		if (n >= 0) {
			links[n].scrollIntoView({ block: "nearest" });
		}
	};

	// Puts a text into a node, its words of `found` marked. A text in another language than the
	// page's begins with U+0002.
	const say = (node, text, found = []) => {
		if (text[0] === "\u0002") {
			node.lang = box.dataset.nyOrigin;
		}
		node.textContent = "";
		text.replace("\u0002", "").split(/([\p{L}\p{M}\d]+)/u).forEach((part, k) => {
			(k % 2 && found.includes(bare[part] ||= read(part)[0].word) ? node.appendChild(make("mark")) : node).append(part);
		});
		return node;
	};

	const line = ([entry, code, name], i, found) => {
		const node = at("model").content.cloneNode(true), link = at("link", node), run = runs[entry];
		link.href = box.dataset.nyTo + code + ".html";
		link.id = "ny-" + i;
		say(at("name", node), name, found);
		at("meta", node).append([run[5] < 2 && code, head.facets[1][run[2] - 1], run[5] === 1 && status.dataset.gone].filter(Boolean).join(" · "));
		return node;
	};

	const values = (entry, i) => i < 4 ? [runs[entry][i]] : head.sets[runs[entry][4] - 1] || [];

	const show = (found, now) => {
		(narrow?.open ? facets : []).forEach(select => {
			const i = select.dataset.nyFacet, counts = {}, chosen = select.value;
			found.hits.forEach(entry => values(entry, i).forEach(value => { counts[value] = (counts[value] || 0) + 1; }));
			delete counts[0];
			select.length = 1;
			keys(counts).forEach(value => select.add(say(new Option("", value), head.facets[i - 1][value - 1] + ` (${counts[value]})`)));
			select.value = counts[chosen] ? chosen : "";
			select.parentNode.hidden = select.length < 2;
		});
		const chosen = facets.filter(select => select.value).map(select => [select.dataset.nyFacet, +select.value]);
		const hits = found.hits.filter(entry => runs[entry][5] < limit && chosen.every(([i, value]) => values(entry, i).includes(value)));
		const marked = found.tokens.flatMap(token => token.asks ? [] : keys(token.is));
		ny.names(hits.slice(0, found.isNear ? 3 : most), names => {
			if (now === turn) {
				list.replaceChildren(...names.map((name, i) => line(name, i, marked)));
				links = [...list.querySelectorAll("a")];
				status.textContent = !found.tokens.length ? "" : found.isNear ? status.dataset.none : hits.length + " " + status.dataset.some;
				more.hidden = found.isNear || hits.length <= most;
				others.forEach(list => { list.hidden = !found.isNear; });
				pick(-1, links.length > 0);
			}
		});
	};

	const update = () => ny.search(input.value, found => show(found, turn), ++turn);
	const again = () => {
		most = +box.dataset.nyMost;
		if (head) {
			update();
		} else {
			started ||= !script(index, update);
		}
	};
	box.hidden = false;
	input.value = new URLSearchParams(location.search).get("q") || "";
	input.addEventListener("input", () => {
		facets.forEach(select => { select.value = ""; });
		again();
	});
	input.addEventListener("focus", again, { once: true });
	facets.forEach(select => select.addEventListener("change", again));
	narrow?.addEventListener("toggle", again);
	more.addEventListener("click", () => update(most += 20));
	box.addEventListener("submit", event => isPage && event.preventDefault());
	input.addEventListener("keydown", event => {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (step && links.length) {
			pick((active + step + links.length + (active < 0 && step < 0)) % links.length, true);
		} else if (event.key === "Enter" && links[active]) {
			links[active].click();
		} else if (event.key === "Escape") {
			pick(-1, false);
		} else {
			return;
		}
		event.preventDefault();
	});
	if (isPage) {
		again();
		input.focus({ preventScroll: true });
	}
})();
