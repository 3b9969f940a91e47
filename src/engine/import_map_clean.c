/* SPDX-License-Identifier: MIT
 * import_map_clean - cells of tables without what only their programs put there */
#include "base/text.h"
#include "engine/import_int.h"
#include "engine/import_map_int.h"

static const char *const names[IMPORT_CLEAN__COUNT] = {
	[IMPORT_CLEAN_NFC] = "nfc", [IMPORT_CLEAN_SPACES] = "spaces",
	[IMPORT_CLEAN_INVISIBLE] = "invisible", [IMPORT_CLEAN_BULLETS] = "bullets",
	[IMPORT_CLEAN_NOTHING] = "no-information"};

const char *import_clean_name(enum import_clean step)
{
	return names[step];
}

bool import_clean_find(struct str name, enum import_clean *out)
{
	for (size_t i = 0; i < IMPORT_CLEAN__COUNT; i++) {
		*out = (enum import_clean)i;
		if (str_eqz(name, names[i]))
			return true;
	}
	return false;
}

/* Letters of Vietnamese begin with no bytes but these (U+00C0 to U+01BF, U+1E80 to U+1EFF), and
 * nothing else does: few cells are looked at closely. */
static bool is_odd(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		unsigned char next = i + 1 < s.n ? (unsigned char)s.p[i + 1] : 0;
		bool is_letter = (c >= 0xC3 && c <= 0xC6) || (c == 0xE1 && next / 2 == 0xBA / 2);
		if (c == '\t' || (c >= 0xC0 && !is_letter))
			return true;
	}
	return false;
}

struct cleaning {
	unsigned steps; /* that may be taken */
	unsigned taken;
	struct buf out;
};

static bool take(struct cleaning *c, enum import_clean step)
{
	bool may = (c->steps >> step & 1) != 0;
	c->taken |= may ? 1u << step : 0;
	return may;
}

/* The line of `out` so far has nothing but spaces. */
static bool is_in_front(const struct buf *out)
{
	size_t i = out->len;
	while (i > 0 && out->p[i - 1] == ' ')
		i--;
	return i == 0 || out->p[i - 1] == '\n';
}

static void put_character(struct cleaning *c, uint32_t code)
{
	enum text_class is = text_class_of(code);
	bool is_space = (is == TEXT_SPACE && code != ' ') || code == '\t';
	const char *symbol = is == TEXT_PRIVATE ? import_symbol(code, is_in_front(&c->out)) : NULL;
	if (is_space && take(c, IMPORT_CLEAN_SPACES))
		buf_putc(&c->out, ' ');
	else if ((is == TEXT_JOINER || is == TEXT_DIRECTION || code == 0xFEFF) &&
	         take(c, IMPORT_CLEAN_INVISIBLE))
		return;
	else if (symbol && take(c, IMPORT_CLEAN_BULLETS))
		buf_printf(&c->out, "%s ", symbol);
	else
		text_put_char(&c->out, code);
}

static struct str rewrite(struct cleaning *c, struct arena *a, struct str s)
{
	buf_reset(&c->out);
	for (size_t at = 0; at < s.n;) {
		uint32_t code;
		at = text_next(s, at, &code);
		put_character(c, code);
	}
	return c->taken ? arena_str(a, buf_str(&c->out)) : s;
}

struct str import_clean_cell(struct arena *a, struct str cell, unsigned kept, size_t *counts)
{
	enum { LONGEST = 64 }; /* of what says that there is nothing */
	struct cleaning c = {.steps = ~kept};
	struct str s = str_trim(cell);
	if (is_odd(s))
		s = str_trim(rewrite(&c, a, s));
	/* What stood between a letter and its mark may have gone just now. */
	if (!text_is_nfc(s) && take(&c, IMPORT_CLEAN_NFC)) {
		buf_reset(&c.out);
		text_nfc(&c.out, s);
		s = arena_str(a, buf_str(&c.out));
	}
	if (s.n && s.n < LONGEST && import_is_sentinel(s) && take(&c, IMPORT_CLEAN_NOTHING))
		s = STR("");
	for (size_t i = 0; i < IMPORT_CLEAN__COUNT; i++)
		counts[i] += c.taken >> i & 1;
	buf_release(&c.out);
	return s;
}
