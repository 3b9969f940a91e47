/* SPDX-License-Identifier: MIT
 * personal - finds what looks like data of a person in a text that becomes public */
#include "board/personal.h"

#include <string.h>

#include "base/text.h"

#define NBSP "\xC2\xA0"

static bool is_digit(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static bool is_word_at(struct str s, size_t at)
{
	uint32_t c;
	if (at >= s.n)
		return false;
	text_next(s, at, &c);
	return text_is_word(c);
}

/* The byte position of the code point that ends at `at`. */
static size_t before(struct str s, size_t at)
{
	do
		at--;
	while (at > 0 && ((unsigned char)s.p[at] & 0xC0) == 0x80);
	return at;
}

static bool is_joint(struct str s, size_t at)
{
	return at < s.n && s.p[at] != '\0' && strchr(".-/_", s.p[at]);
}

/* Is what lies from `begin` to `end` a number of its own, no part of a code or document? */
static bool stands_alone(struct str s, size_t begin, size_t end)
{
	if (begin > 0 && (is_word_at(s, before(s, begin)) || is_joint(s, begin - 1)))
		return false;
	return !is_word_at(s, end) && !(is_joint(s, end) && is_word_at(s, end + 1));
}

/* Past one space, U+00A0, point or hyphen; `at` where there is none. */
static size_t after_separator(struct str s, size_t at)
{
	if (str_starts(str_slice(s, at, s.n), STR(NBSP)))
		return at + strlen(NBSP);
	return at + (at < s.n && s.p[at] != '\0' && strchr(" .-", s.p[at]));
}

static bool is_spaced(struct str s)
{
	return str_find_byte(s, '.', 0) == s.n && str_find_byte(s, '-', 0) == s.n;
}

static bool is_money(struct str s, size_t at)
{
	static const char *const words[] = {"đồng", "đ", "VND", "vnd", "VNĐ", "vnđ"};
	struct str rest = str_slice(s, after_separator(s, at), s.n);
	for (size_t i = 0; i < countof(words); i++)
		if (str_starts(rest, str_from(words[i])))
			return true;
	return false;
}

/* Groups of digits: how many digits in all, in the first, in the shortest. */
struct groups {
	size_t count, first, shortest;
};

static bool is_phone(struct str text, struct groups g)
{
	if (text.p[0] == '+')
		return str_starts(text, STR("+84")) && (g.count == 11 || g.count == 12);
	return g.first >= 3 && text.p[0] == '0' && text.p[1] >= '2' &&
	       (g.count == 10 || g.count == 11);
}

static bool is_id(struct str text, struct groups g)
{
	return text.p[0] != '+' && ((g.count == 12 && g.shortest >= 3 && is_spaced(text)) ||
	                            (g.count == 9 && g.first == 9));
}

/* The longest run of groups of digits from `begin` on that is such a number. *next: its end, or
 * the end of the first group when there is none. */
static bool find_number(struct str s, size_t begin, size_t *next, struct personal *found)
{
	size_t at = begin + (s.p[begin] == '+');
	struct groups g = {.shortest = SIZE_MAX};
	bool is_found = false;
	do {
		size_t group = at;
		while (is_digit(s, at))
			at++;
		g.count += at - group;
		g.shortest = at - group < g.shortest ? at - group : g.shortest;
		if (!g.first) {
			g.first = g.count;
			*next = at;
		}
		struct str text = str_slice(s, begin, at);
		bool phone = is_phone(text, g);
		if ((phone || (is_id(text, g) && !is_money(s, at))) && stands_alone(s, begin, at)) {
			*found = (struct personal){phone ? PERSONAL_PHONE : PERSONAL_ID, text};
			*next = at;
			is_found = true;
		}
		group = after_separator(s, at);
		at = group > at && is_digit(s, group) ? group : s.n;
	} while (at < s.n && g.count <= 12);
	return is_found;
}

static bool is_of_address(char c, const char *more)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c != '\0' && strchr(more, c));
}

static bool find_email(struct str s, size_t sign, size_t from, size_t *next,
                       struct personal *found)
{
	size_t begin = sign, end = sign + 1;
	while (begin > from && is_of_address(s.p[begin - 1], "._%+-"))
		begin--;
	while (end < s.n && is_of_address(s.p[end], ".-"))
		end++;
	while (end > sign + 1 && strchr(".-", s.p[end - 1]))
		end--;
	struct str host = str_slice(s, sign + 1, end);
	if (begin == sign || str_find_byte(host, '.', 0) == host.n)
		return false;
	*found = (struct personal){PERSONAL_EMAIL, str_slice(s, begin, end)};
	*next = end;
	return true;
}

/* Who is called by an office, and places whose name begins with "Bà". */
static const char *const no_names[] = {
	"Chủ",  "Phó", "Giám", "Trưởng", "Chánh", "Bí",  "Bộ",    "Thứ", "Viện",  "Hiệu", "Cục",
	"Tổng", "Vụ",  "Đại",  "Rịa",    "Nà",    "Đen", "Triệu", "Điểm", "Huyện",
};

/* The end of the capitalised word at `at`, else `at`. */
static size_t capital_word(struct str s, size_t at)
{
	uint32_t c;
	if (at >= s.n)
		return at;
	size_t end = text_next(s, at, &c);
	if (!text_is_upper(c))
		return at;
	while (is_word_at(s, end))
		end = text_next(s, end, &c);
	return end;
}

/* `at` is the end of "ông" or "bà", which begins at `begin`. "ông (bà) X" counts as well. */
static bool find_name(struct str s, size_t begin, size_t at, bool capital, size_t *next,
                      struct personal *found)
{
	while (at < s.n && s.p[at] != '\0' && strchr("):", s.p[at]))
		at++;
	size_t words = 0, end = at;
	for (;;) {
		size_t word = after_separator(s, end), stop;
		if (word == end || (s.p[end] != ' ' && s.p[end] != NBSP[0]))
			break;
		stop = capital_word(s, word);
		if (stop == word)
			break;
		for (size_t i = 0; i < countof(no_names) && words == 0; i++)
			if (str_eqz(str_slice(s, word, stop), no_names[i]))
				return false;
		words++;
		end = stop;
	}
	if (words < (capital ? 2 : 1))
		return false;
	*found = (struct personal){PERSONAL_NAME, str_slice(s, begin, end)};
	*next = end;
	return true;
}

static bool is_address_form(struct str word, bool *capital)
{
	*capital = str_eqz(word, "Ông") || str_eqz(word, "Bà");
	return *capital || str_eqz(word, "ông") || str_eqz(word, "bà");
}

bool personal_next(struct str s, size_t *at, struct personal *found)
{
	size_t from = *at;
	while (*at < s.n) {
		size_t begin = *at, next;
		uint32_t c;
		next = text_next(s, begin, &c);
		if (c == '@') {
			if (find_email(s, begin, from, at, found))
				return true;
		} else if (is_digit(s, begin) || (c == '+' && is_digit(s, begin + 1))) {
			bool is_found = find_number(s, begin, &next, found);
			*at = next;
			if (is_found)
				return true;
		} else if (text_is_word(c)) {
			bool capital;
			while (is_word_at(s, next) && !is_digit(s, next))
				next = text_next(s, next, &c);
			if (is_address_form(str_slice(s, begin, next), &capital) &&
			    find_name(s, begin, next, capital, at, found))
				return true;
		}
		*at = next;
	}
	return false;
}

void personal_put_key(struct buf *out, const struct personal *found)
{
	struct str s = found->text;
	bool number = found->kind == PERSONAL_ID || found->kind == PERSONAL_PHONE;
	size_t from = 0;
	if (number && str_starts(s, STR("+84"))) {
		buf_putc(out, '0');
		from = strlen("+84");
	}
	for (size_t i = from; i < s.n; i++) {
		bool letter = s.p[i] >= 'A' && s.p[i] <= 'Z';
		if (found->kind == PERSONAL_EMAIL && letter)
			buf_putc(out, (char)(s.p[i] - 'A' + 'a'));
		else if (!number || is_digit(s, i))
			buf_putc(out, s.p[i]);
	}
}

/* Folded, without what stands between the words. No list of an office needs the first; the
 * others mean something else in a list of fees or places. */
static const char *const always[] = {
	"cccd",    "cmnd",     "cccdcmnd", "cancuoc",   "dinhdanh",   "sodinhdanh",
	"hochieu", "ngaysinh", "namsinh",  "gioitinh",  "birthday",   "birthdate",
	"quequan", "bienso",   "biensoxe", "nationalid",
};
static const char *const in_lists[] = {
	"hoten",       "hovaten",   "tennguoinop", "nguoinop", "chuhoso",  "tenchuhoso",
	"congdan",     "thuongtru", "noicutru",    "noio",     "dantoc",   "sothua",
	"thuadat",     "tobando",   "taikhoan",    "fullname", "applicant", "dienthoai",
	"sodienthoai", "sdt",       "sodt",        "didong",   "phone",    "mobile",
	"email",       "thudientu", "diachi",      "address",
};

/* The word itself, "so_" before it, or with whose it is behind: "dia_chi_nguoi_nop". */
static bool is_among(struct str key, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct str word = str_from(words[i]), rest = key;
		if (str_starts(key, STR("so")) && !str_starts(word, STR("so")))
			rest = str_slice(key, 2, key.n);
		if (str_starts(rest, word) || str_ends(rest, word))
			return true;
	}
	return false;
}

bool personal_is_column(struct str name, bool list_of_dossiers)
{
	struct buf slug = {0}, key = {0};
	text_slug(&slug, name);
	for (size_t i = 0; i < buf_str(&slug).n; i++)
		if (buf_str(&slug).p[i] != '-')
			buf_putc(&key, buf_str(&slug).p[i]);
	bool found = is_among(buf_str(&key), always, countof(always)) ||
	             (list_of_dossiers && is_among(buf_str(&key), in_lists, countof(in_lists)));
	buf_release(&slug);
	buf_release(&key);
	return found;
}
