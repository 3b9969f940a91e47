/* SPDX-License-Identifier: MIT
 * import_text - a file's bytes become clean, composed text */
#include "base/text.h"
#include "board/cell.h"
#include "engine/import_int.h"
#include "engine/import_map.h"

#include <string.h>

/* Characters of Word's symbol fonts stand in the private area at U+F000 + their byte.
 * What each meant is the glyph of that font; ours is the nearest character that every
 * typeface has. A bullet in front of a line makes it an item. */
static const struct {
	uint16_t code;
	bool is_bullet;
	const char *is;   /* elsewhere than in front of a line */
	const char *name; /* of the glyph */
} meanings[] = {
	{0xF02A, true, "*", "asterisk"},
	{0xF02B, true, "+", "plus"},
	{0xF02D, true, "-", "minus"},
	{0xF071, true, "-", "shadowed box, right down"},
	{0xF072, true, "-", "shadowed box, right up"},
	{0xF075, true, "-", "black lozenge"},
	{0xF076, true, "-", "black diamond with a white cross"},
	{0xF06C, true, "-", "black circle"},
	{0xF06E, true, "-", "black square"},
	{0xF06F, true, "-", "white square"},
	{0xF0A7, true, "-", "small black square"},
	{0xF0A8, true, "-", "white square"},
	{0xF0B7, true, "-", "bullet"},
	{0xF0D8, true, "-", "arrowhead"},
	{0xF0E8, true, "-", "heavy arrow"},
	{0xF0FC, true, "✓", "check mark"},
	{0xF0FE, true, "☑", "box with a check mark"},
	{0xF0A3, false, "≤", "less or equal"},
	{0xF0AE, false, "→", "arrow"},
	{0xF0B0, false, "°", "degree"},
	{0xF0B1, false, "±", "plus or minus"},
	{0xF0B3, false, "≥", "greater or equal"},
	{0xF0B4, false, "×", "times"},
	{0xF0B9, false, "≠", "not equal"},
	{0xF0E0, false, "→", "arrow"},
};

struct cleaning {
	struct buf out;
	struct str file;
	int line;
	bool counts_lines;
	size_t line_start; /* where the line begins in `out` */
	unsigned kept;
	struct import_report *report;
	struct diag *d;
};

/* Only spaces and the marks of items stand on this line so far. */
static bool is_in_front(const struct cleaning *c)
{
	for (size_t i = c->line_start; i < c->out.len; i++)
		if (!strchr(" -+*", c->out.p[i]))
			return false;
	return true;
}

static void put_space(struct cleaning *c)
{
	bool after_space = c->out.len > c->line_start && c->out.p[c->out.len - 1] == ' ';
	bool indents =
		c->out.len == c->line_start ||
		str_blank((struct str){c->out.p + c->line_start, c->out.len - c->line_start});
	if (indents || !after_space)
		buf_putc(&c->out, ' ');
}

static void put_line_end(struct cleaning *c)
{
	while (c->out.len > c->line_start && c->out.p[c->out.len - 1] == ' ')
		buf_truncate(&c->out, c->out.len - 1);
	buf_putc(&c->out, '\n');
	c->line_start = c->out.len;
	c->line += c->counts_lines;
}

static void name_odd_character(struct cleaning *c, uint32_t code, bool is_kept)
{
	struct buf name = {0};
	bool en = c->d->lang == DIAG_EN;
	buf_printf(&name, "U+%04X", (unsigned)code);
	struct place at = {c->file, c->line, 0};
	const char *done =
		is_kept ? (en ? "replaced by □" : "thay bằng □") : (en ? "removed" : "đã bỏ");
	diag_add(c->d, DIAG_I007, at, buf_str(&name), str_from(done));
	c->report->counts[IMPORT_N_ODD_CHARACTERS]++;
	buf_release(&name);
}

const char *import_symbol(uint32_t code, bool is_in_front)
{
	for (size_t i = 0; i < countof(meanings); i++)
		if (meanings[i].code == code)
			return meanings[i].is_bullet && is_in_front ? "-" : meanings[i].is;
	return NULL;
}

/* Does the step's work on the character, and counts it; false: the character stays. */
static bool takes(struct cleaning *c, enum import_clean step)
{
	static const enum import_count counts[] = {[IMPORT_CLEAN_SPACES] = IMPORT_N_SPACES,
	                                           [IMPORT_CLEAN_INVISIBLE] = IMPORT_N_INVISIBLE,
	                                           [IMPORT_CLEAN_BULLETS] = IMPORT_N_BULLETS};
	bool is_taken = !(c->kept >> step & 1);
	c->report->counts[counts[step]] += is_taken;
	return is_taken;
}

static void put_private(struct cleaning *c, uint32_t code)
{
	const char *symbol = import_symbol(code, is_in_front(c));
	if (symbol && !takes(c, IMPORT_CLEAN_BULLETS)) {
		text_put_char(&c->out, code);
		return;
	}
	buf_putz(&c->out, symbol ? symbol : "□");
	if (!symbol) {
		name_odd_character(c, code, true);
		return;
	}
	put_space(c);
}

static void put_character(struct cleaning *c, uint32_t code)
{
	switch (text_class_of(code)) {
	case TEXT_SPACE:
		if (code == ' ' || takes(c, IMPORT_CLEAN_SPACES))
			put_space(c);
		else
			text_put_char(&c->out, code);
		return;
	case TEXT_LINE:
		if (code == '\n') {
			put_line_end(c);
			return;
		}
		if (code == '\r')
			return;
		if (takes(c, IMPORT_CLEAN_SPACES))
			put_space(c);
		else
			text_put_char(&c->out, code);
		return;
	case TEXT_JOINER:
	case TEXT_DIRECTION:
		if (!takes(c, IMPORT_CLEAN_INVISIBLE))
			text_put_char(&c->out, code);
		return;
	case TEXT_PRIVATE:
		put_private(c, code);
		return;
	case TEXT_CONTROL:
		if (code != 0xFEFF)
			name_odd_character(c, code, false);
		else if (!takes(c, IMPORT_CLEAN_INVISIBLE))
			text_put_char(&c->out, code);
		return;
	case TEXT_NONCHARACTER:
		buf_putz(&c->out, "□");
		name_odd_character(c, code, true);
		return;
	case TEXT_GRAPHIC:
	case TEXT_UNASSIGNED:
		break;
	}
	/* "asterisk above" without a letter under it: a footnote's star */
	if (code == 0x20F0 && takes(c, IMPORT_CLEAN_BULLETS))
		code = '*';
	text_put_char(&c->out, code);
}

int import_text_check(struct arena *a, struct str raw, struct str file, struct diag *d)
{
	size_t bad;
	if (text_is_utf8(raw, &bad))
		return 0;
	int line = 1;
	for (size_t i = 0; i < bad; i++)
		line += raw.p[i] == '\n';
	struct str byte = arena_printf(a, "0x%02X", (unsigned char)raw.p[bad]);
	return diag_add(d, DIAG_I004, ((struct place){file, line, 0}), byte);
}

struct str import_text_clean(struct arena *a, struct str raw, struct place at, unsigned kept,
                             struct import_report *report, struct diag *d)
{
	struct buf composed = {0};
	bool composes = !(kept >> IMPORT_CLEAN_NFC & 1);
	if (composes && !text_is_nfc(raw)) {
		report->counts[IMPORT_N_NOT_NFC]++;
		text_nfc(&composed, raw);
		raw = buf_str(&composed);
	}
	struct cleaning c = {.file = at.file, .line = at.line ? at.line : 1,
	                     .counts_lines = !at.line, .kept = kept, .report = report, .d = d};
	for (size_t i = 0; i < raw.n;) {
		uint32_t code;
		i = text_next(raw, i, &code);
		put_character(&c, code);
	}
	/* A mark may have been parted from its letter by something that is gone now. */
	struct buf again = {0};
	if (composes)
		text_nfc(&again, buf_str(&c.out));
	struct str clean = arena_str(a, buf_str(composes ? &again : &c.out));
	buf_release(&again);
	buf_release(&c.out);
	buf_release(&composed);
	return clean;
}

int import_text_check_kept(const struct import *im, struct str text, struct place at)
{
	size_t said = im->d->count;
	int status = im->o->kept ? cell_check_file(text, at.file, im->d) : 0;
	for (size_t i = said; i < im->d->count && at.line; i++)
		im->d->messages[i].at = at;
	return status;
}

/* The next letter or digit of *s, small, or a point or comma inside a number; 0 at the end.
 * `last` is the one before. */
static uint32_t next_sign(struct str *s, uint32_t last)
{
	while (s->n) {
		uint32_t c, after = 0;
		size_t n = text_next(*s, 0, &c);
		*s = str_slice(*s, n, s->n);
		if (text_is_word(c))
			return text_lower(c);
		if (s->n)
			text_next(*s, 0, &after);
		if ((c == '.' || c == ',') && last >= '0' && last <= '9' && after >= '0' &&
			after <= '9')
			return c;
		last = c;
	}
	return 0;
}

bool import_same_text(struct str a, struct str b)
{
	uint32_t x = 0, y = 0;
	do {
		x = next_sign(&a, x);
		y = next_sign(&b, y);
	} while (x == y && x);
	return x == y;
}

static size_t count_item(struct str list, struct str item)
{
	size_t count = 0;
	while (list.p)
		count += import_same_text(str_cut(&list, ','), item);
	return count;
}

bool import_same_list(struct str a, struct str b)
{
	for (struct str rest = a; rest.p;) {
		struct str item = str_cut(&rest, ',');
		if (count_item(a, item) != count_item(b, item))
			return false;
	}
	size_t commas = 0;
	for (size_t i = 0; i < a.n; i++)
		commas += a.p[i] == ',';
	for (size_t i = 0; i < b.n; i++)
		commas -= b.p[i] == ',';
	return commas == 0;
}

uint64_t import_words_sum(struct str s)
{
	uint64_t sum = 0, word = 0; /* FNV-1a of each word */
	for (size_t i = 0; i <= s.n;) {
		uint32_t c = 0;
		i = i < s.n ? text_next(s, i, &c) : s.n + 1;
		if (text_is_word(c)) {
			word = ((word ? word : 0xCBF29CE484222325) ^ text_lower(c)) * 0x100000001B3;
		} else {
			sum += word;
			word = 0;
		}
	}
	return sum;
}

/* The text folded, without the signs at its ends, is one of the list (which ends in NULL). */
static bool is_one_of(struct str s, const char *const *list)
{
	if (s.n > 120)
		return false;
	struct buf folded = {0};
	text_fold(&folded, s);
	struct str f = str_trim(buf_str(&folded));
	while (f.n && strchr("-+*. ", f.p[0]))
		f = str_slice(f, 1, f.n);
	while (f.n && strchr(".;,!- ", f.p[f.n - 1]))
		f = str_slice(f, 0, f.n - 1);
	bool found = false;
	for (; *list && !found; list++)
		found = str_eqz(f, *list);
	buf_release(&folded);
	return found;
}

bool import_is_sentinel(struct str s)
{
	static const char *const list[] = {"khong co thong tin",
	                                   "chua co thong tin",
	                                   "n/a",
	                                   "",
	                                   "…",
	                                   "khong co thong tin can cu phap ly",
	                                   "khong co thong tin thanh phan ho so",
	                                   NULL};
	return is_one_of(s, list);
}

bool import_says_none(struct str s)
{
	static const char *const list[] = {
		"khong", "khong co", "khong quy dinh", "khong yeu cau", "khong co quy dinh",
		"khong co yeu cau", "khong co yeu cau dieu kien", "khong co yeu cau, dieu kien",
		"khong yeu cau dieu kien", "khong yeu cau, dieu kien", "khong co dieu kien",
		"khong yeu cau, dieu kien thuc hien thu tuc hanh chinh",
		"khong co yeu cau, dieu kien thuc hien thu tuc hanh chinh", NULL};
	return is_one_of(s, list);
}

struct str import_skip_bullets(struct str s)
{
	static const char *const long_ones[] = {"•", "●", "▪", "◦", "–", "✓", "☑"};
	for (;;) {
		s = str_trim(s);
		size_t n = 0;
		if (s.n && strchr("-+*", s.p[0]))
			n = 1;
		for (size_t i = 0; i < countof(long_ones) && !n; i++)
			if (str_starts(s, str_from(long_ones[i])))
				n = strlen(long_ones[i]);
		/* "*)" and "-5" are not bullets. */
		if (!n || (s.n > n &&
		           (s.p[n] == ')' || (s.p[n] >= '0' && s.p[n] <= '9' && s.p[0] == '-'))))
			return s;
		s = str_slice(s, n, s.n);
	}
}

struct str import_skip_bullet(struct str s)
{
	return str_find_byte(s, '\n', 0) < s.n ? s : import_skip_bullets(s);
}

/* "- x", "+ x", "a) x", "b.1) x" at byte `at`. */
static bool begins_item(struct str s, size_t at)
{
	size_t i = at;
	if (i + 2 < s.n && strchr("-+", s.p[i]))
		return s.p[i + 1] == ' ' && (s.p[i + 2] < '0' || s.p[i + 2] > '9');
	if (str_starts(str_slice(s, i, s.n), STR("đ")))
		i += strlen("đ");
	else if (i < s.n && s.p[i] >= 'a' && s.p[i] <= 'z')
		i++;
	else
		return false;
	while (i + 1 < s.n && s.p[i] == '.' && s.p[i + 1] >= '0' && s.p[i + 1] <= '9')
		i += 2;
	return i + 1 < s.n && s.p[i] == ')' && s.p[i + 1] == ' ';
}

struct str import_break_lines(struct arena *a, struct str s)
{
	enum { LONG = 200 };
	if (s.n < LONG || str_find_byte(s, '\n', 0) < s.n)
		return s;
	struct buf out = {0};
	for (size_t i = 0; i < s.n; i++) {
		bool after_stop = i > 0 && strchr(".;:", s.p[i - 1]);
		bool breaks = s.p[i] == ' ' && after_stop && begins_item(s, i + 1);
		buf_putc(&out, breaks ? '\n' : s.p[i]);
	}
	struct str broken = arena_str(a, buf_str(&out));
	buf_release(&out);
	return broken;
}
