/* SPDX-License-Identifier: MIT
 * text - the door to ICU: composed text, folding, slugs, Vietnamese order, characters */
#include "base/text.h"

#include <assert.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include "base/arena.h"
#include "base/num.h"

enum { REPLACEMENT = 0xFFFD };

size_t text_next(struct str s, size_t at, uint32_t *c)
{
	assert(at < s.n);
	const uint8_t *p = (const uint8_t *)s.p;
	UChar32 got = p[at];
	if (got < 0x80)
		at++;
	else
		U8_NEXT_OR_FFFD(p, at, s.n, got);
	*c = (uint32_t)got;
	return at;
}

void text_put_char(struct buf *out, uint32_t c)
{
	if (U_IS_SURROGATE(c) || c > UCHAR_MAX_VALUE)
		c = REPLACEMENT;
	uint8_t bytes[U8_MAX_LENGTH];
	size_t n = 0;
	U8_APPEND_UNSAFE(bytes, n, c);
	buf_put(out, (struct str){(const char *)bytes, n});
}

bool text_is_utf8(struct str s, size_t *bad_at)
{
	const uint8_t *p = (const uint8_t *)s.p;
	for (size_t at = 0; at < s.n;) {
		if (p[at] < 0x80) {
			at++;
			continue;
		}
		size_t begin = at;
		UChar32 c;
		U8_NEXT(p, at, s.n, c);
		if (c < 0) {
			if (bad_at)
				*bad_at = begin;
			return false;
		}
	}
	return true;
}

size_t text_chars(struct str s)
{
	size_t count = 0;
	uint32_t c;
	for (size_t at = 0; at < s.n; count++)
		at = text_next(s, at, &c);
	return count;
}

/* ICU works on UTF-16; `units` never exceeds the number of bytes. */
static UChar *to_utf16(struct str s, int32_t *units)
{
	assert(s.n < INT32_MAX / 4);
	UErrorCode status = U_ZERO_ERROR;
	UChar *wide = mem_resize(NULL, (s.n + 1) * sizeof *wide);
	u_strFromUTF8WithSub(wide, (int32_t)s.n + 1, units, s.p ? s.p : "", (int32_t)s.n,
	                     REPLACEMENT, NULL, &status);
	assert(U_SUCCESS(status));
	return wide;
}

static void put_utf16(struct buf *out, const UChar *wide, int32_t units)
{
	for (int32_t at = 0; at < units;) {
		UChar32 c;
		U16_NEXT(wide, at, units, c);
		text_put_char(out, (uint32_t)c);
	}
}

static const UNormalizer2 *composer(void)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	assert(U_SUCCESS(status));
	return nfc;
}

/* Each code point alone shows that the text is composed: true for nearly all text. */
static bool is_plainly_nfc(struct str s)
{
	enum { FIRST_MARK = 0x300 };
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		at = text_next(s, at, &c);
		if (c < FIRST_MARK)
			continue;
		if (c == REPLACEMENT || u_getCombiningClass((UChar32)c) != 0 ||
		    u_getIntPropertyValue((UChar32)c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES)
			return false;
	}
	return true;
}

bool text_is_nfc(struct str s)
{
	if (is_plainly_nfc(s))
		return true;
	int32_t units = 0;
	UChar *wide = to_utf16(s, &units);
	UErrorCode status = U_ZERO_ERROR;
	bool composed = unorm2_isNormalized(composer(), wide, units, &status);
	mem_free(wide);
	assert(U_SUCCESS(status));
	return composed;
}

void text_nfc(struct buf *out, struct str s)
{
	if (is_plainly_nfc(s)) {
		buf_put(out, s);
		return;
	}
	int32_t units = 0;
	UChar *wide = to_utf16(s, &units);
	/* Composition can lengthen UTF-16 at most threefold. */
	int32_t room = units * 3 + 1;
	UChar *composed = mem_resize(NULL, (size_t)room * sizeof *composed);
	UErrorCode status = U_ZERO_ERROR;
	int32_t made = unorm2_normalize(composer(), wide, units, composed, room, &status);
	assert(U_SUCCESS(status));
	put_utf16(out, composed, made);
	mem_free(composed);
	mem_free(wide);
}

int text_decompose(uint32_t c, uint32_t parts[TEXT_PARTS_MAX])
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
	UChar wide[TEXT_PARTS_MAX];
	int32_t units = unorm2_getDecomposition(nfd, (UChar32)c, wide, TEXT_PARTS_MAX, &status);
	assert(U_SUCCESS(status));
	if (units < 0) {
		parts[0] = c;
		return 1;
	}
	int count = 0;
	for (int32_t at = 0; at < units; count++)
		U16_NEXT(wide, at, units, parts[count]);
	return count;
}

static bool is_mark(UChar32 c)
{
	return c >= 0x300 && c <= 0x36F;
}

static UChar32 fold_char(UChar32 c)
{
	enum { D_STROKE = 0x110, D_STROKE_SMALL = 0x111 };
	return c == D_STROKE || c == D_STROKE_SMALL ? 'd' : u_tolower(c);
}

static void fold(struct buf *out, struct str s, bool y_is_i)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		at = text_next(s, at, &c);
		uint32_t parts[TEXT_PARTS_MAX] = {c};
		int count = c < 0x80 ? 1 : text_decompose(c, parts);
		for (int i = 0; i < count; i++) {
			if (is_mark((UChar32)parts[i]))
				continue;
			UChar32 folded = fold_char((UChar32)parts[i]);
			text_put_char(out, y_is_i && folded == 'y' ? 'i' : (uint32_t)folded);
		}
	}
}

void text_fold(struct buf *out, struct str s)
{
	fold(out, s, false);
}

void text_fold_key(struct buf *out, struct str s)
{
	fold(out, s, true);
}

void text_slug(struct buf *out, struct str s)
{
	struct buf folded = {0};
	text_fold(&folded, s);
	bool apart = false, begun = false;
	for (size_t i = 0; i < folded.len; i++) {
		char c = folded.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
			apart = true;
			continue;
		}
		if (apart && begun)
			buf_putc(out, '-');
		buf_putc(out, c);
		apart = false;
		begun = true;
	}
	buf_release(&folded);
}

/* The alphabet's letters that are a Latin letter and a mark. */
static const struct {
	UChar32 base, mark;
	const char *letter;
} marked_letters[] = {
	{'A', 0x306, "Ă"}, {'A', 0x302, "Â"}, {'E', 0x302, "Ê"}, {'O', 0x302, "Ô"},
	{'O', 0x31B, "Ơ"}, {'U', 0x31B, "Ư"},
};

static const char *marked_letter(UChar32 base, UChar32 mark)
{
	for (size_t i = 0; i < countof(marked_letters); i++)
		if (marked_letters[i].base == base && marked_letters[i].mark == mark)
			return marked_letters[i].letter;
	return NULL;
}

void text_first_letter(struct buf *out, struct str s)
{
	size_t at = 0;
	uint32_t c = 0;
	while (at < s.n && !text_is_word(c))
		at = text_next(s, at, &c);
	uint32_t parts[TEXT_PARTS_MAX];
	int count = text_decompose(c, parts);
	UChar32 base = u_toupper((UChar32)parts[0]);
	if (base == 0x110) {
		buf_putz(out, "Đ");
		return;
	}
	if (base < 'A' || base > 'Z') {
		buf_putc(out, '#');
		return;
	}
	const char *letter = NULL;
	for (int i = 1; i < count && !letter; i++)
		letter = marked_letter(base, (UChar32)parts[i]);
	while (at < s.n && !letter) { /* marks that stand apart from their letter */
		at = text_next(s, at, &c);
		if (!is_mark((UChar32)c))
			break;
		letter = marked_letter(base, (UChar32)c);
	}
	if (letter)
		buf_putz(out, letter);
	else
		buf_putc(out, (char)base);
}

struct text_order {
	UCollator *vi;
};

struct text_order *text_order_new(void)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollator *vi = ucol_open("vi", &status);
	assert(U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING);
	struct text_order *o = mem_resize(NULL, sizeof *o);
	*o = (struct text_order){vi};
	return o;
}

void text_order_free(struct text_order *o)
{
	if (!o)
		return;
	ucol_close(o->vi);
	mem_free(o);
}

int text_compare(struct text_order *o, struct str a, struct str b)
{
	assert(a.n <= INT32_MAX && b.n <= INT32_MAX);
	UErrorCode status = U_ZERO_ERROR;
	UCollationResult order = ucol_strcollUTF8(o->vi, a.p ? a.p : "", (int32_t)a.n,
	                                          b.p ? b.p : "", (int32_t)b.n, &status);
	assert(U_SUCCESS(status));
	return order != UCOL_EQUAL ? (int)order : str_cmp(a, b);
}

static bool turns_direction(uint32_t c)
{
	return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

enum text_class text_class_of(uint32_t c)
{
	if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029)
		return TEXT_LINE;
	if (c == REPLACEMENT || c > UCHAR_MAX_VALUE || U_IS_UNICODE_NONCHAR(c) || U_IS_SURROGATE(c))
		return TEXT_NONCHARACTER;
	if (c == 0xFEFF)
		return TEXT_CONTROL;
	if (turns_direction(c))
		return TEXT_DIRECTION;
	switch (u_charType((UChar32)c)) {
	case U_CONTROL_CHAR:
		return TEXT_CONTROL;
	case U_SPACE_SEPARATOR:
		return TEXT_SPACE;
	case U_FORMAT_CHAR:
		return TEXT_JOINER;
	case U_PRIVATE_USE_CHAR:
		return TEXT_PRIVATE;
	case U_UNASSIGNED:
		return TEXT_UNASSIGNED;
	default:
		return TEXT_GRAPHIC;
	}
}

bool text_is_word(uint32_t c)
{
	return c <= UCHAR_MAX_VALUE && u_isalnum((UChar32)c);
}

bool text_is_upper(uint32_t c)
{
	return c <= UCHAR_MAX_VALUE && u_isupper((UChar32)c);
}

uint32_t text_lower(uint32_t c)
{
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
	return (uint32_t)u_tolower((UChar32)c);
}

uint32_t text_upper(uint32_t c)
{
	return (uint32_t)u_toupper((UChar32)c);
}

static bool is_blank(uint32_t c)
{
	enum text_class class = text_class_of(c);
	return class == TEXT_SPACE || class == TEXT_LINE;
}

struct str text_cut_words(struct str s, size_t most)
{
	size_t at = 0, word_end = 0; /* word_end: after the last word that fits whole */
	uint32_t c = 0;
	for (size_t count = 0; at < s.n && count < most; count++) {
		size_t next = text_next(s, at, &c);
		if (is_blank(c))
			word_end = at;
		at = next;
	}
	if (at < s.n) {
		text_next(s, at, &c);
		if (!is_blank(c) && word_end > 0)
			at = word_end;
	}
	s = str_trim_end(str_slice(s, 0, at));
	while (s.n > 0 && (s.p[s.n - 1] == ',' || s.p[s.n - 1] == ';'))
		s = str_trim_end(str_slice(s, 0, s.n - 1));
	return s;
}

static void put_spaces(struct buf *out, struct str s, size_t width)
{
	for (size_t chars = text_chars(s); chars < width; chars++)
		buf_putc(out, ' ');
}

void text_put_left(struct buf *out, struct str s, size_t width)
{
	buf_put(out, s);
	put_spaces(out, s, width);
}

void text_put_right(struct buf *out, struct str s, size_t width)
{
	put_spaces(out, s, width);
	buf_put(out, s);
}

void text_put_count(struct buf *out, size_t n, size_t width)
{
	struct buf number = {0};
	num_put_vi(&number, (int64_t)n);
	text_put_right(out, buf_str(&number), width);
	buf_release(&number);
}
