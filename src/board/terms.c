/* SPDX-License-Identifier: MIT
 * terms - a text as the words that are searched for */
#include "board/terms.h"

#include <string.h>

#include "base/text.h"

enum { TABLE = 0x2000 }; /* Latin with all its marks lies below */

enum kind { OTHER, LETTER, DIGIT, MARK };

/* What a code point is for a word: its plain small letter and the marks it adds. */
struct letter {
	uint32_t plain;
	uint8_t kind, marks;
};

struct terms {
	struct letter table[TABLE];
};

enum {
	STROKE = 1,
	CIRCUMFLEX = 1 << 1,
	BREVE = 2 << 1,
	HORN = 3 << 1,
	SHAPE = 3 << 1,
	TONE = 7 << 3
};

static uint8_t mark_of(uint32_t c)
{
	switch (c) {
	case 0x302: return CIRCUMFLEX;
	case 0x306: return BREVE;
	case 0x31B: return HORN;
	case 0x300: return 1 << 3;
	case 0x301: return 2 << 3;
	case 0x303: return 3 << 3;
	case 0x309: return 4 << 3;
	case 0x323: return 5 << 3;
	default: return 0;
	}
}

/* The marks of a word of which `more` is one letter's: of each sort one. */
static uint8_t join_marks(uint8_t marks, uint8_t more)
{
	uint8_t shape = marks & SHAPE, tone = marks & TONE;
	if ((more & SHAPE) > shape)
		shape = more & SHAPE;
	if (more & TONE)
		tone = more & TONE;
	return (uint8_t)(shape | tone | ((marks | more) & STROKE));
}

static struct letter read_letter(uint32_t c)
{
	uint32_t parts[TEXT_PARTS_MAX];
	struct letter l = {.kind = OTHER};
	if (c >= 0x300 && c <= 0x36F)
		return (struct letter){.kind = MARK, .marks = mark_of(c)};
	if (c >= '0' && c <= '9')
		return (struct letter){c, DIGIT, 0};
	if (!text_is_word(c))
		return l;
	int count = text_decompose(c, parts);
	l.kind = LETTER;
	l.plain = text_lower(parts[0]);
	if (l.plain == 0x111) {
		l.plain = 'd';
		l.marks = STROKE;
	}
	for (int i = 1; i < count; i++)
		l.marks = join_marks(l.marks, mark_of(parts[i]));
	return l;
}

struct terms *terms_init(struct arena *a)
{
	struct terms *t = arena_new(a, struct terms);
	for (uint32_t c = 0; c < TABLE; c++)
		t->table[c] = read_letter(c);
	return t;
}

static struct letter letter_at(const struct terms *t, struct str text, size_t at, size_t *after)
{
	uint32_t c = 0;
	*after = text_next(text, at, &c);
	return c < TABLE ? t->table[c] : read_letter(c);
}

static void add_letter(struct term *out, const struct letter *l)
{
	char bytes[4];
	struct buf one = {0};
	size_t n = 1;
	bytes[0] = (char)l->plain;
	if (l->plain >= 0x80) {
		text_put_char(&one, l->plain);
		n = one.len;
		memcpy(bytes, one.p, n);
		buf_release(&one);
	}
	out->marks = join_marks(out->marks, l->marks);
	if (out->n + n > TERM_MAX)
		return;
	memcpy(out->word + out->n, bytes, n);
	out->n = (uint8_t)(out->n + n);
}

/* A run of letters, marks and digits from `at`; the position behind it. */
static size_t read_run(const struct terms *t, struct str text, size_t at, struct term *out)
{
	while (at < text.n) {
		size_t after;
		struct letter l = letter_at(t, text, at, &after);
		if (l.kind == OTHER)
			break;
		if (l.kind == MARK)
			out->marks = join_marks(out->marks, l.marks);
		else
			add_letter(out, &l);
		out->is_code |= l.kind == DIGIT;
		at = after;
	}
	return at;
}

/* Behind a code: whether one of . / - and then more of it stand at `at`. */
static bool goes_on(const struct terms *t, struct str text, size_t at)
{
	size_t after;
	if (at + 1 >= text.n || !strchr("./-", text.p[at]))
		return false;
	enum kind kind = letter_at(t, text, at + 1, &after).kind;
	return kind == LETTER || kind == DIGIT;
}

static bool among(char c, const char *set)
{
	return c && strchr(set, c);
}

static void y_to_i(struct term *w)
{
	if (w->word[w->n - 1] != 'y')
		return;
	char before = w->n > 1 ? w->word[w->n - 2] : 'k';
	bool is_qu = before == 'u' && w->n > 2 && w->word[w->n - 3] == 'q';
	if (is_qu || !among(before, "aeou"))
		w->word[w->n - 1] = 'i';
}

bool terms_next(const struct terms *t, struct str text, size_t *at, struct term *out)
{
	size_t after = *at;
	*out = (struct term){.n = 0};
	for (; *at < text.n; *at = after) {
		enum kind kind = letter_at(t, text, *at, &after).kind;
		if (kind == LETTER || kind == DIGIT)
			break;
	}
	if (*at >= text.n)
		return false;
	*at = read_run(t, text, *at, out);
	while (out->is_code && goes_on(t, text, *at))
		*at = read_run(t, text, *at + 1, out);
	if (out->is_code)
		out->marks = 0;
	else
		y_to_i(out);
	return true;
}
