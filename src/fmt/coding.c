/* SPDX-License-Identifier: MIT
 * coding - bytes in the codings of Vietnamese offices become composed UTF-8 */
#include "fmt/coding.h"

#include "base/text.h"
#include "fmt/coding_int.h"
#include "fmt/syllable.h"

enum { HIGH = 0x80, SURROGATE = 0xD800, SURROGATE_LOW = 0xDC00, SURROGATE_END = 0xE000 };
enum { LOST = 0xFFFD, NO_LETTER = 0x25A1 }; /* what stands for bytes that are no text; "□" */

static const char *const names[CODING__COUNT] = {"utf-8", "utf-16le", "utf-16be",
                                                 "windows-1258", "tcvn3", "vni", "viscii"};

const char *coding_name(enum coding c)
{
	return names[c];
}

bool coding_find(struct str name, enum coding *out)
{
	for (int c = 0; c < CODING__COUNT; c++) {
		struct str known = str_from(names[c]);
		bool is_same = known.n == name.n;
		for (size_t i = 0; i < name.n && is_same; i++)
			is_same = text_lower((unsigned char)name.p[i]) ==
			          (unsigned char)known.p[i];
		if (is_same)
			*out = (enum coding)c;
		if (is_same)
			return true;
	}
	return false;
}

/* What is being read, and what cannot be. */
struct reading {
	struct str file;
	enum coding coding;
	struct diag *d; /* NULL: nobody asks */
	int line;
	size_t bad_lines;
	struct buf bad; /* "0x81", of this line */
	bool has_stopped;
};

/* What cannot be read on a line is one message. */
static void end_line(struct reading *r)
{
	struct place at = {.file = r->file, .line = r->line};
	struct str coding = str_from(names[r->coding]);
	if (r->bad.len && r->d) {
		r->bad_lines++;
		if (r->coding == CODING_UTF8)
			diag_add(r->d, DIAG_I004, at, buf_str(&r->bad));
		else if (r->coding == CODING_UTF16LE || r->coding == CODING_UTF16BE)
			diag_add(r->d, DIAG_I046, at, buf_str(&r->bad));
		else
			diag_add(r->d, DIAG_I045, at, buf_str(&r->bad), coding);
	}
	if (r->bad_lines > LIMIT_MESSAGES && !r->has_stopped) {
		diag_add(r->d, DIAG_I047, at, coding);
		r->has_stopped = true;
	}
	buf_reset(&r->bad);
	r->line++;
}

enum { BAD_LISTED = 40 };

static void note_bad(struct reading *r, unsigned unit)
{
	if (r->bad.len < BAD_LISTED)
		buf_printf(&r->bad, "%s0x%02X", r->bad.len ? ", " : "", unit);
}

static void put_utf8(struct buf *out, struct str bytes, struct reading *r)
{
	for (size_t at = 0, bad = 0; at < bytes.n && !r->has_stopped; at = bad + 1) {
		struct str rest = str_slice(bytes, at, bytes.n);
		bool is_end = text_is_utf8(rest, &bad);
		bad = is_end ? bytes.n : at + bad;
		for (size_t i = at; i < bad; i++)
			if (bytes.p[i] == '\n')
				end_line(r);
		buf_put(out, str_slice(bytes, at, bad));
		if (is_end)
			break;
		note_bad(r, (unsigned char)bytes.p[bad]);
		text_put_char(out, LOST);
	}
}

static uint32_t unit_at(struct str bytes, size_t at, bool is_little)
{
	unsigned a = (unsigned char)bytes.p[at], b = (unsigned char)bytes.p[at + 1];
	return is_little ? a | b << 8 : a << 8 | b;
}

static void put_utf16(struct buf *out, struct str bytes, struct reading *r)
{
	bool is_little = r->coding == CODING_UTF16LE;
	for (size_t at = 0; at < bytes.n && !r->has_stopped; at += 2) {
		uint32_t c = at + 1 < bytes.n ? unit_at(bytes, at, is_little) : SURROGATE;
		uint32_t next = at + 3 < bytes.n ? unit_at(bytes, at + 2, is_little) : 0;
		if (c >= SURROGATE && c < SURROGATE_LOW && next >= SURROGATE_LOW &&
		    next < SURROGATE_END) {
			c = 0x10000 + ((c - SURROGATE) << 10) + (next - SURROGATE_LOW);
			at += 2;
		} else if (c >= SURROGATE && c < SURROGATE_END) {
			note_bad(r, c);
		}
		text_put_char(out, c);
		if (c == '\n')
			end_line(r);
	}
}

static void put_letters(struct buf *out, struct str bytes, struct reading *r)
{
	unsigned char before = 0;
	for (size_t at = 0; at < bytes.n && !r->has_stopped; at++) {
		unsigned char byte = (unsigned char)bytes.p[at];
		uint32_t marks[CODING_MARKS_MAX];
		size_t count = r->coding == CODING_VNI ? coding_vni_marks(byte, before, marks) : 0;
		for (size_t i = 0; i < count; i++)
			text_put_char(out, marks[i]);
		before = count ? 0 : byte;
		if (count)
			continue;
		uint32_t c = coding_letter(r->coding, byte);
		if (!c && byte)
			note_bad(r, byte);
		text_put_char(out, c || !byte ? c : NO_LETTER);
		if (c == '\n')
			end_line(r);
	}
}

static struct str without_mark(struct str bytes, enum coding c)
{
	static const char *const marks[] = {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"};
	struct str mark = c <= CODING_UTF16BE ? str_from(marks[c]) : STR("");
	return str_starts(bytes, mark) ? str_slice(bytes, mark.n, bytes.n) : bytes;
}

static void put(struct buf *out, struct str bytes, struct reading *r)
{
	struct buf raw = {0};
	bytes = without_mark(bytes, r->coding);
	if (r->coding == CODING_UTF8)
		put_utf8(&raw, bytes, r);
	else if (r->coding == CODING_UTF16LE || r->coding == CODING_UTF16BE)
		put_utf16(&raw, bytes, r);
	else
		put_letters(&raw, bytes, r);
	end_line(r);
	buf_release(&r->bad);
	if (text_is_nfc(buf_str(&raw)))
		buf_put(out, buf_str(&raw));
	else
		text_nfc(out, buf_str(&raw));
	buf_release(&raw);
}

int coding_read(struct buf *out, struct str bytes, enum coding c, struct str file, struct diag *d)
{
	struct reading r = {.file = file, .coding = c, .d = d, .line = 1};
	put(out, bytes, &r);
	return r.has_stopped || (c <= CODING_UTF16BE && r.bad_lines) ? -1 : 0;
}

static void put_quietly(struct buf *out, struct str bytes, enum coding c)
{
	struct reading r = {.coding = c, .line = 1};
	put(out, bytes, &r);
}

/* The guess --------------------------------------------------------------------------- */

/* Enough to tell, and quick for a file of a gigabyte. */
enum { WORDS_MOST = 4000, BYTES_MOST = 4 << 20, SAMPLE_BYTES = 256 << 10 };

static bool is_high(char c)
{
	return (unsigned char)c >= HIGH;
}

static bool is_letter(char c)
{
	return is_high(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Signs at the ends ("“", "…", a space that does not break) are no part of a word. */
static struct str trim_signs(struct str s)
{
	size_t from = s.n, to = 0;
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		size_t next = text_next(s, at, &c);
		if (text_is_word(c) || c == LOST || c == NO_LETTER) {
			from = from < at ? from : at;
			to = next;
		}
		at = next;
	}
	return from < to ? str_slice(s, from, to) : STR("");
}

static void score_word(struct coding_score *score, struct str bytes)
{
	struct buf text = {0};
	put_quietly(&text, bytes, score->coding);
	struct str word = trim_signs(buf_str(&text));
	score->words += word.n > 0;
	score->fit += word.n > 0 && syllable_is_vietnamese(word);
	buf_release(&text);
}

/* A word that stands more than once counts once: what is wrong in one of them is wrong in all. */
static void score_words(struct coding_guess *g, struct str bytes)
{
	struct arena a = {0};
	struct map seen = {.arena = &a};
	size_t words = 0;
	for (size_t at = 0; at < bytes.n && at < BYTES_MOST && words < WORDS_MOST;) {
		size_t from = at;
		bool has_high = false;
		for (; at < bytes.n && is_letter(bytes.p[at]); at++)
			has_high = has_high || is_high(bytes.p[at]);
		struct str word = str_slice(bytes, from, at);
		at += at == from;
		if (!has_high || map_has(&seen, word))
			continue;
		map_put(&seen, arena_str(&a, word), g);
		words++;
		for (size_t i = 0; i < g->count; i++)
			score_word(&g->ranked[i], word);
	}
	arena_release(&a);
}

static bool is_better(const struct coding_score *a, const struct coding_score *b)
{
	return a->fit != b->fit ? a->fit > b->fit : a->words < b->words;
}

static void rank(struct coding_guess *g)
{
	for (size_t i = 1; i < g->count; i++)
		for (size_t k = i; k > 0 && is_better(&g->ranked[k], &g->ranked[k - 1]); k--) {
			struct coding_score swap = g->ranked[k];
			g->ranked[k] = g->ranked[k - 1];
			g->ranked[k - 1] = swap;
		}
}

int coding_percent(const struct coding_score *s)
{
	return s->words ? (int)(s->fit * 100 / s->words) : 0;
}

static bool reads_the_same(struct str bytes, enum coding a, enum coding b)
{
	struct buf one = {0}, other = {0};
	put_quietly(&one, bytes, a);
	put_quietly(&other, bytes, b);
	bool same = str_eq(buf_str(&one), buf_str(&other));
	buf_release(&one);
	buf_release(&other);
	return same;
}

/* Most words fit, and in any other coding at least three fewer, of every four one: chance gives
 * a wrong coding up to three in five, when words are few. A coding that reads the text the same
 * way is no other. */
enum { PERCENT_LEAST = 60, LEAD_LEAST = 3 };

static bool is_behind(const struct coding_score *a, const struct coding_score *best)
{
	return a->fit + LEAD_LEAST <= best->fit && a->fit * 4 <= best->fit * 3;
}

static bool is_sure(const struct coding_guess *g, struct str bytes)
{
	const struct coding_score *best = &g->ranked[0];
	size_t next = 1;
	if (coding_percent(best) < PERCENT_LEAST)
		return false;
	while (next < g->count && !is_behind(&g->ranked[next], best) &&
	       reads_the_same(bytes, best->coding, g->ranked[next].coding))
		next++;
	return next == g->count || is_behind(&g->ranked[next], best);
}

static struct coding_guess by_words(struct str bytes)
{
	struct coding_guess g = {.why = CODING_BY_WORDS};
	for (int c = 0; c < CODING__COUNT; c++)
		if (c != CODING_UTF16LE && c != CODING_UTF16BE)
			g.ranked[g.count++].coding = (enum coding)c;
	score_words(&g, bytes);
	rank(&g);
	g.coding = g.ranked[0].coding;
	if (!is_sure(&g, bytes))
		g.why = CODING_UNSURE;
	return g;
}

/* In UTF-16 one half of the bytes is often zero, the other hardly ever; in no other coding is
 * any. */
static bool is_utf16(struct str bytes, enum coding *out)
{
	size_t zeros[2] = {0}, n = bytes.n < SAMPLE_BYTES ? bytes.n : SAMPLE_BYTES;
	for (size_t i = 0; i < n; i++)
		zeros[i % 2] += bytes.p[i] == '\0';
	bool is_little = zeros[1] > zeros[0];
	*out = is_little ? CODING_UTF16LE : CODING_UTF16BE;
	return zeros[is_little] * 10 > n && zeros[!is_little] * 50 <= zeros[is_little];
}

struct coding_guess coding_guess(struct str bytes)
{
	enum coding c;
	for (c = CODING_UTF8; c <= CODING_UTF16BE; c++)
		if (without_mark(bytes, c).n < bytes.n)
			return (struct coding_guess){.coding = c, .why = CODING_BY_MARK};
	if (is_utf16(bytes, &c))
		return (struct coding_guess){.coding = c, .why = CODING_BY_BYTES};
	if (text_is_utf8(bytes, NULL))
		return (struct coding_guess){.coding = CODING_UTF8, .why = CODING_BY_BYTES};
	return by_words(bytes);
}

void coding_put_sample(struct buf *out, struct str bytes, enum coding c, size_t most)
{
	struct str rest = str_slice(bytes, 0, bytes.n < SAMPLE_BYTES ? bytes.n : SAMPLE_BYTES);
	struct str best = STR("");
	size_t best_count = 0;
	while (rest.p) {
		struct str line = str_cut_line(&rest);
		size_t count = 0, n = line.n < most * 3 ? line.n : most * 3;
		for (size_t i = 0; i < n; i++)
			count += is_high(line.p[i]);
		if (count <= best_count)
			continue;
		best_count = count;
		best = str_slice(line, 0, n);
	}
	struct buf text = {0};
	put_quietly(&text, best, c);
	buf_put(out, text_cut_words(str_trim(buf_str(&text)), most));
	buf_release(&text);
}
