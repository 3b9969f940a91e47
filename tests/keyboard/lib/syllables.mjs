// SPDX-License-Identifier: MIT
// syllables.mjs - the syllables of Vietnamese as a table, and the keys that write each in Telex.
// Made by hand from the spelling books, not from assets/js/telex.js, which it is to test.

// Rhymes; the capital is the letter that carries the tone, where today's spelling puts it:
// hóa, hoán, thủy, huýt, mía, tiếng.
const RHYMES = `
A Ac Ach Ai Am An Ang Anh Ao Ap At Au Ay
Ăc Ăm Ăn Ăng Ăp Ăt
Âc Âm Ân Âng Âp Ât Âu Ây
E Ec Em En Eng Eo Ep Et
Ê Êch Êm Ên Ênh Êp Êt Êu
I Ia Ich Im In Inh Ip It Iu
iÊc iÊm iÊn iÊng iÊp iÊt iÊu
O Oc Oi Om On Ong Op Ot
Oa oAc oAch oAi oAm oAn oAng oAnh oAo oAp oAt oAy oĂc oĂm oĂn oĂng oĂt Oe oEm oEn oEo oEt oOc oOng
Ô Ôc Ôi Ôm Ôn Ông Ôp Ôt
Ơ Ơi Ơm Ơn Ơp Ơt
U Ua Uc Ui Um Un Ung Up Ut
uÂn uÂng uÂt uÂy uÊ uÊch uÊn uÊnh uÊu uÔc uÔi uÔm uÔn uÔng uÔt uƠ
Uy uYa uYch uYn uYnh uYp uYt uYu uyÊn uyÊt
Ư Ưa Ưc Ưi Ưm Ưn Ưng Ưt Ưu
ưƠc ưƠi ưƠm ưƠn ưƠng ưƠp ưƠt ưƠu
Y yÊm yÊn yÊng yÊt yÊu Ych Ynh Yt`.trim().split(/\s+/);

const INITIALS = ['', ...'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ')];
const TONES = { '': '', f: '\u0300', s: '\u0301', r: '\u0309', x: '\u0303', j: '\u0323' };
const KEYS = { ă: 'aw', â: 'aa', đ: 'dd', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw' };
const BASE = { ă: 'a', â: 'a', đ: 'd', ê: 'e', ô: 'o', ơ: 'o', ư: 'u' };

/** Which beginning goes with which rhyme. */
function fits(initial, rhyme) {
	const first = rhyme[0];
	if (['k', 'gh', 'ngh'].includes(initial))
		return /^[eêiy]/.test(rhyme) && !/^y./.test(rhyme);
	if (['c', 'ng'].includes(initial))
		return !/^[eêiy]/.test(rhyme) && !(initial === 'c' && /^(o[aăe]|u[âêơy])/.test(rhyme));
	if (initial === 'g')
		return !/^[eêy]|^i./.test(rhyme) || rhyme === 'in';
	if (initial === 'gi')
		return !/^[iy]/.test(rhyme);
	if (initial === 'qu')
		return /^(?:[aăâeêơ]|ôc|y|i$|it)/.test(rhyme);
	return first !== 'y' || (initial === '' ? rhyme === 'y' || /^yê/.test(rhyme) : /^[hklmstv]$/.test(initial) && rhyme === 'y');
}

/** Letters without tone → where in them the tone stands. */
export const places = new Map();
for (const cased of RHYMES) {
	const rhyme = cased.toLowerCase();
	const at = [...cased].findIndex((letter, i) => letter !== rhyme[i]);
	for (const initial of INITIALS) {
		if (fits(initial, rhyme) && !(initial === '' && /^iê/.test(rhyme)))
			places.set(initial + rhyme, initial.length + at);
		if (initial === 'gi' && /^iê/.test(rhyme)) // giêng
			places.set('g' + rhyme, at + 1);
	}
}

export const spell = (letters, tone) => {
	const at = places.get(letters) + 1;
	return (letters.slice(0, at) + TONES[tone] + letters.slice(at)).normalize('NFC');
};

/** Every syllable: { letters, tone (its key), text }. After a stop only two tones are heard. */
export function* syllables() {
	for (const letters of places.keys()) {
		for (const tone of /(?:[cpt]|ch)$/.test(letters) ? ['s', 'j'] : Object.keys(TONES))
			yield { letters, tone, text: spell(letters, tone) };
	}
}

/** A word in any spelling as a syllable of the table, or undefined. */
export function read(word) {
	const parts = word.normalize('NFD');
	const mark = /[\u0300\u0301\u0309\u0303\u0323]/.exec(parts)?.[0] ?? '';
	const letters = parts.replace(mark, '').normalize('NFC');
	const tone = Object.keys(TONES).find((key) => TONES[key] === mark);
	return places.has(letters) ? { letters, tone, text: spell(letters, tone) } : undefined;
}

/** Without any mark, as most people type. */
export const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

/** All usual orders of keys that write it. */
export function orders({ letters, tone }) {
	const begin = /^(?:gi(?=[aăâeêoôơuư])|qu|[^aăâeêioôơuưy]*)/.exec(letters)[0];
	const vowels = /^[aăâeêioôơuưy]+/.exec(letters.slice(begin.length))[0];
	const end = letters.slice(begin.length + vowels.length);
	const late = begin[0] === 'đ';
	const start = begin.replace('đ', 'd');
	const bare = [...vowels].map((v) => BASE[v] ?? v);
	const hats = [...new Set([...vowels].filter((v) => KEYS[v]).map((v) => KEYS[v][1]))].join('');
	const full = [...vowels].map((v) => KEYS[v] ?? v);
	if (vowels === 'oo') // xoong: the third o makes two of ô
		full[1] = 'oo', bare[1] = 'oo';

	// Each way of writing the vowels: [pieces, what comes after the syllable].
	const ways = [[full, '']];
	if (hats && vowels !== 'oo') {
		ways.push([bare, hats]);                                // vietej, trangw
		ways.push([[...bare.slice(0, -1), bare.at(-1) + hats], '']); // uow, uaa, oiw
	}
	if (vowels.startsWith('ươ') && (end || vowels.length > 2))
		ways.push([['uw', 'o', ...bare.slice(2)], '']);         // nguwoif

	const out = new Set();
	const add = (word) => {
		if (!late)
			return out.add(start + word);
		out.add('d' + start + word);
		out.add(start + word + 'd');
		if (tone && word.endsWith(tone))
			out.add(start + word.slice(0, -1) + 'd' + tone);
	};
	for (const [pieces, after] of ways) {
		add(pieces.join('') + end + after + tone);              // at the end
		add(pieces.join('') + end + tone + after);              // before the late marks
		add(pieces.join('') + tone + end + after);              // after the vowels
		if (vowels !== 'oo')                                    // after each vowel, old places and new
			pieces.forEach((_, i) => add(pieces.slice(0, i + 1).join('') + tone + pieces.slice(i + 1).join('') + end + after));
	}
	return out;
}
