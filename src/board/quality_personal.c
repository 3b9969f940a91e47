/* SPDX-License-Identifier: MIT
 * quality_personal - what in a text looks like data of a person */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "board/quality.h"

static bool is_digit(struct str s, size_t at)
{
	return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static bool is_alnum_byte(struct str s, size_t at)
{
	return at < s.n && ((unsigned char)s.p[at] >= 0x80 || isalnum((unsigned char)s.p[at]));
}

static bool is_known(struct str known, struct str piece)
{
	return known.n && str_find(known, piece, 0) < known.n;
}

/* Whether one of `words` stands in the `within` bytes before `at`. */
static bool follows(struct str s, size_t at, size_t within, const char *words)
{
	size_t from, to, begin = at > within ? at - within : 0;
	while (begin < at && ((unsigned char)s.p[begin] & 0xC0) == 0x80)
		begin++;
	return quality_find_words(str_slice(s, begin, at), str_from(words), 0, &from, &to);
}

/* Numbers: digits in groups, "0912 345 678", "+84 912.345.678", "079203001234". */
enum { DIGITS_MOST = 16 };
struct number {
	char digits[DIGITS_MOST + 1];
	size_t n, groups, smallest; /* digits, groups, and the smallest group's size */
	size_t end;
};

static bool read_number(struct str s, size_t at, struct number *out)
{
	*out = (struct number){.smallest = DIGITS_MOST};
	for (;;) {
		size_t begin = at;
		for (; is_digit(s, at); at++) {
			if (out->n == DIGITS_MOST)
				return false;
			out->digits[out->n++] = s.p[at];
		}
		out->groups++;
		if (at - begin < out->smallest)
			out->smallest = at - begin;
		out->end = at;
		bool more = at < s.n && strchr(" .-", s.p[at]) && is_digit(s, at + 1);
		if (!more || out->n >= 12)
			return !is_alnum_byte(s, at) && !(at < s.n && s.p[at] == '/');
		at++;
	}
}

/* 001 to 096 is the province of birth; the next digit is the century and the sex. */
static bool is_identity(const struct number *x)
{
	const char *d = x->digits;
	int province = (d[0] - '0') * 100 + (d[1] - '0') * 10 + (d[2] - '0');
	return x->n == 12 && (x->groups == 1 || x->smallest >= 3) && province >= 1 &&
	       province <= 96 && x->digits[3] <= '3' && strspn(x->digits + 4, "0") < 8;
}

/* Writes a mobile number that began with 84 or +84 as it is dialled here. */
static bool is_mobile(struct number *x)
{
	if (x->n == 11 && strncmp(x->digits, "84", 2) == 0) {
		memmove(x->digits + 1, x->digits + 2, 10);
		x->digits[0] = '0';
		x->n = 10;
	}
	return x->n == 10 && x->digits[0] == '0' && strchr("35789", x->digits[1]) &&
	       (x->groups == 1 || (x->groups <= 5 && x->smallest >= 2));
}

static bool put_start(struct buf *out, struct str piece, size_t n)
{
	buf_put(out, str_slice(piece, 0, n));
	buf_putz(out, "…");
	return true;
}

/* Tax codes and bank accounts look like phone numbers. */
static const char not_phones[] = "thuế|tài khoản|stk|mst|mã số|mã số doanh nghiệp";
static const char old_cards[] = "cmnd|cmtnd|chứng minh nhân dân|chứng minh thư|hộ chiếu";

static bool number_at(struct str s, size_t at, struct str known, struct buf *out, size_t *end)
{
	struct number x;
	bool whole = read_number(s, at, &x);
	*end = x.end > at ? x.end : at + 1;
	if (!whole || (at > 0 && (strchr(".,/-", s.p[at - 1]) || is_alnum_byte(s, at - 1))))
		return false;
	struct str digits = {x.digits, x.n};
	bool is_old_card = x.n == 9 && x.groups == 1 && follows(s, at, 40, old_cards);
	bool personal = is_old_card || is_identity(&x);
	if (!personal && is_mobile(&x)) {
		digits.n = x.n;
		personal = !follows(s, at, 30, not_phones);
	}
	return personal && !is_known(known, digits) && put_start(out, digits, 4);
}

/* "30A-123.45", "59-X1 234.56", "29H1 2345": the number of a vehicle. */
static bool plate_at(struct str s, size_t at, struct buf *out)
{
	if (at > 0 && (is_alnum_byte(s, at - 1) || strchr("./-", s.p[at - 1])))
		return false;
	size_t i = at + 2;
	if (s.p[at] == '0' || !is_digit(s, at + 1))
		return false;
	if (i < s.n && s.p[i] == '-')
		i++;
	if (i >= s.n || s.p[i] < 'A' || s.p[i] > 'Z' || strchr("IJOQRW", s.p[i]))
		return false;
	i++;
	if (i < s.n && (isupper((unsigned char)s.p[i]) || is_digit(s, i)))
		i++;
	if (i >= s.n || !strchr(" -", s.p[i]) || !is_digit(s, i + 1))
		return false;
	struct number x;
	bool whole = read_number(s, i + 1, &x);
	bool is_one = x.groups == 1 && (x.n == 4 || x.n == 5);
	bool is_two = x.groups == 2 && x.n == 5 && x.smallest == 2;
	return whole && (is_one || is_two) && put_start(out, str_slice(s, at, i), i - at);
}

static bool is_mail_byte(char c)
{
	return isalnum((unsigned char)c) || strchr("._%+-", c);
}

/* Addresses at the mail services that people use for themselves. */
static bool mail_at(struct str s, size_t at, struct str known, struct buf *out)
{
	static const char *const hosts[] = {"gmail.",   "yahoo.",  "hotmail.",
	                                    "outlook.", "icloud.", "live.com"};
	size_t from = at, to = at + 1;
	while (from > 0 && is_mail_byte(s.p[from - 1]))
		from--;
	while (to < s.n && is_mail_byte(s.p[to]))
		to++;
	struct str host = str_slice(s, at + 1, to), whole = str_slice(s, from, to);
	for (size_t i = 0; i < countof(hosts) && from < at; i++)
		if (str_starts(host, str_from(hosts[i])) && !is_known(known, whole))
			return put_start(out, whole, 3);
	return false;
}

/* "ông Trần Văn Bình": a title, a family name, one more name at least. */
static const char titles[] = "ông|bà|ông/bà|ông (bà)|anh|chị|đồng chí|cháu";
static const char families[] =
	"nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|đoàn|trịnh|"
	"mai|đào|cao|lâm|hà|tô|tạ|châu|tống|thái|kiều|lương|trương|phùng|vương|quách|lưu|đàm|tăng|"
	"chu|triệu|nông|hứa|thạch|danh|diệp|lục|la|ninh|từ|văn|khổng|doãn|bạch|kim|sơn";

static bool is_capital(struct str s, size_t at)
{
	uint32_t c;
	if (at >= s.n)
		return false;
	text_next(s, at, &c);
	return text_is_word(c) && text_lower(c) != c;
}

static size_t word_end(struct str s, size_t at)
{
	uint32_t c;
	while (at < s.n) {
		size_t next = text_next(s, at, &c);
		if (!text_is_word(c))
			break;
		at = next;
	}
	return at;
}

/* Reads the names that stand at `at`; the last one of a model name is a single letter. */
static bool person_at(struct str s, size_t at, struct str known, struct buf *out)
{
	size_t begin = at, end = at, names = 0, last = 0;
	while (names < 6 && is_capital(s, at)) {
		end = word_end(s, at);
		last = text_chars(str_slice(s, at, end));
		if (++names == 1 && !follows(s, end, end - at, families))
			return false;
		at = end + (end < s.n && s.p[end] == ' ');
	}
	struct str name = str_slice(s, begin, end);
	if (names < 2 || last < 2 || is_known(known, name))
		return false;
	return put_start(out, name, word_end(name, 0));
}

static bool find_person(struct str s, struct str known, struct buf *out)
{
	size_t from = 0, to;
	while (quality_find_words(s, str_from(titles), from, &from, &to)) {
		size_t at = to;
		while (at < s.n && strchr(" :", s.p[at]))
			at++;
		if (at > to && person_at(s, at, known, out))
			return true;
		from = to;
	}
	return false;
}

bool quality_find_personal(struct str s, struct str known, struct buf *out)
{
	for (size_t i = 0; i < s.n;) {
		size_t next = i + 1;
		if (s.p[i] == '@' && mail_at(s, i, known, out))
			return true;
		if (is_digit(s, i)) {
			if (plate_at(s, i, out) || number_at(s, i, known, out, &next))
				return true;
			while (is_digit(s, next))
				next++;
		}
		i = next;
	}
	return find_person(s, known, out);
}
