/* SPDX-License-Identifier: MIT
 * import_law - "Title (number)" becomes number, title and date of a document */
#include "base/date.h"
#include "base/text.h"
#include "engine/import_int.h"

#include <string.h>

/* The last pair of brackets when the text ends in it: the part before, and what is inside. */
static bool split_brackets(struct str s, struct str *before, struct str *inside)
{
	int depth = 0;
	if (!s.n || s.p[s.n - 1] != ')')
		return false;
	for (size_t i = s.n; i > 0; i--) {
		depth += (s.p[i - 1] == ')') - (s.p[i - 1] == '(');
		if (depth == 0) {
			*before = str_trim(str_slice(s, 0, i - 1));
			*inside = str_trim(str_slice(s, i, s.n - 1));
			return true;
		}
	}
	return false;
}

/* "Thông tư số", "Luật", "số:" in front of a number say nothing that its letters do not. */
static struct str skip_kind(struct str s)
{
	static const char *const words[] = {"Thông tư liên tịch",
	                                    "Thông tư",
	                                    "Nghị định",
	                                    "Nghị quyết",
	                                    "Quyết định",
	                                    "Pháp lệnh",
	                                    "Bộ luật",
	                                    "Luật",
	                                    "Chỉ thị",
	                                    "nghị định",
	                                    "thông tư",
	                                    "nghị quyết",
	                                    "quyết định",
	                                    "luật",
	                                    "NĐ",
	                                    "TT",
	                                    "NQ",
	                                    "QĐ",
	                                    "số:",
	                                    "Số:",
	                                    "số",
	                                    "Số"};
	bool again = true;
	while (again) {
		again = false;
		for (size_t i = 0; i < countof(words); i++) {
			struct str w = str_from(words[i]);
			if (!str_starts(s, w) || s.n <= w.n ||
				(s.p[w.n] != ' ' && !str_is_digit(s.p[w.n])))
				continue;
			s = str_trim(str_slice(s, w.n, s.n));
			again = true;
		}
	}
	return s;
}

/* Without the spaces that some type around "/" and "-", and the stop at the end. */
static struct str close_up(struct arena *a, struct str s)
{
	struct buf out = {0};
	for (size_t i = 0; i < s.n; i++) {
		bool before = i + 1 < s.n && strchr("/-", s.p[i + 1]);
		bool after = i > 0 && strchr("/-", s.p[i - 1]);
		if (s.p[i] != ' ' || !(before || after))
			buf_putc(&out, s.p[i]);
	}
	while (out.len && strchr(".;,", out.p[out.len - 1]))
		buf_truncate(&out, out.len - 1);
	struct str closed = arena_str(a, buf_str(&out));
	buf_release(&out);
	return closed;
}

/* digits[.digits]/[year/]LETTERS-LETTERS...: the letters begin with a capital or Đ or a
 * digit, and there is at least one letter. */
static bool is_document_number(struct str s)
{
	size_t i = 0;
	bool has_letter = false;
	while (i < s.n &&
	       (str_is_digit(s.p[i]) ||
	        (s.p[i] == '.' && i && i + 1 < s.n && str_is_digit(s.p[i + 1]))))
		i++;
	if (!i || i >= s.n || s.p[i] != '/')
		return false;
	for (size_t j = i + 1; j < s.n;) {
		uint32_t c;
		size_t next = text_next(s, j, &c);
		bool digit = c < 0x80 && str_is_digit((char)c);
		bool letter = (c < 0x80 && ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))) ||
		              c == 0x110 || c == 0x111 || c == 0x1AF || c == 0x1B0;
		if (!digit && !letter && c != '-' && c != '/' && c != '&' && c != '_')
			return false;
		/* Digits behind letters and a slash begin a second number. */
		if (has_letter && digit && s.p[j - 1] == '/')
			return false;
		/* A small letter right behind a slash is no sign of an office. */
		if (letter && s.p[j - 1] == '/' && ((c >= 'a' && c <= 'z') || c == 0x111))
			return false;
		has_letter = has_letter || letter;
		j = next;
	}
	return has_letter && s.p[s.n - 1] != '/' && s.p[s.n - 1] != '-';
}

/* "ngày 15/11/2015" or "ngày 15 tháng 11 năm 2015" at the beginning; *after is its end. */
static bool read_date(struct str s, int32_t *days, size_t *after)
{
	struct str word = STR("ngày ");
	if (!str_starts(s, word))
		return false;
	size_t year = str_find(s, STR("năm "), 0);
	if (year < s.n && year < 40) {
		size_t end = str_skip_digits(s, year + strlen("năm "));
		*after = end;
		if (date_parse_vi(str_slice(s, 0, end), days))
			return true;
	}
	size_t end = word.n;
	while (end < s.n && (str_is_digit(s.p[end]) ||
	                     (strchr("/-.", s.p[end]) && end + 1 < s.n &&
	                      str_is_digit(s.p[end + 1]))))
		end++;
	*after = end;
	return date_parse_vi(str_slice(s, word.n, end), days);
}

/* The year that a number names: 2015 in 123/2015/NĐ-CP; 0 when it names none. */
static int year_of(struct str number)
{
	size_t slash = str_find_byte(number, '/', 0), i = slash + 1;
	int year = 0;
	while (i < number.n && str_is_digit(number.p[i]) && i < slash + 5)
		year = year * 10 + (number.p[i++] - '0');
	return i == slash + 5 && (i == number.n || number.p[i] == '/') ? year : 0;
}

/* The date, when the number's own year agrees. Absent otherwise. */
static struct str issued_on(struct arena *a, int32_t days, struct str number)
{
	int year = year_of(number);
	if (year && date_to_ymd(days).year != year)
		return (struct str){0};
	struct buf iso = {0};
	date_put_iso(&iso, days);
	struct str issued = arena_str(a, buf_str(&iso));
	buf_release(&iso);
	return issued;
}

/* The date right behind this very number in the title. */
static struct str find_issued(struct arena *a, struct str title, struct str number)
{
	size_t at = str_find(title, number, 0), after;
	if (at == title.n)
		return (struct str){0};
	struct str rest = str_slice(title, at + number.n, title.n);
	while (rest.n && strchr(" ,", rest.p[0]))
		rest = str_slice(rest, 1, rest.n);
	int32_t days;
	return read_date(rest, &days, &after) ? issued_on(a, days, number) : (struct str){0};
}

/* "94/2025/QH15 ngày 27/6/2025": the date is taken off. */
static bool split_date(struct str *s, int32_t *days)
{
	size_t at = str_find(*s, STR(" ngày "), 0), after;
	if (at == s->n)
		return false;
	struct str rest = str_slice(*s, at + 1, s->n);
	if (!read_date(rest, days, &after) || after != rest.n)
		return false;
	*s = str_trim(str_slice(*s, 0, at));
	return true;
}

/* What stands before the brackets. "47/2019/TT-BTC (Thông tư 47/2019/TT-BTC)" has its number
 * twice: then the kind of document in the brackets is all that is left to say. */
static struct str title_of(struct arena *a, struct str before, struct str inside, struct str number)
{
	while (before.n && strchr(";, ", before.p[before.n - 1]))
		before = str_slice(before, 0, before.n - 1);
	if (!str_eq(close_up(a, before), number))
		return before.n ? before : (struct str){0};
	struct buf folded = {0};
	text_fold(&folded, inside);
	bool names_kind = !str_starts(buf_str(&folded), STR("so ")) &&
	                  !str_eq(close_up(a, inside), number);
	buf_release(&folded);
	return names_kind ? inside : (struct str){0};
}

void import_law_parse(struct arena *a, struct str s, struct import_law *out)
{
	struct str before, inside;
	*out = (struct import_law){.title = str_trim(s)};
	if (!split_brackets(out->title, &before, &inside))
		return;
	int32_t days;
	bool dated = split_date(&inside, &days);
	struct str number = close_up(a, skip_kind(inside));
	if (!is_document_number(number))
		return;
	out->number = number;
	out->title = title_of(a, before, inside, number);
	out->issued = dated ? issued_on(a, days, number) : find_issued(a, before, number);
	/* A date that contradicts its number: nothing of the brackets is certain. */
	if (dated && !out->issued.p)
		*out = (struct import_law){.title = str_trim(s)};
}
