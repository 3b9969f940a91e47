/* SPDX-License-Identifier: MIT
 * cell - what stands in a file becomes a value of a column's domain */
#include "board/cell.h"

#include "base/date.h"
#include "base/num.h"
#include "base/text.h"
#include "board/damage.h"

#include <stdio.h>
#include <string.h>

enum cell_domain cell_domain_of(struct str declared)
{
	static const struct {
		const char *name;
		enum cell_domain domain;
	} domains[] = {
		{"MD_TEXT", CELL_MARKDOWN}, {"CODE_TEXT", CELL_CODE}, {"DATE_TEXT", CELL_DATE},
		{"TIME_TEXT", CELL_TIME}, {"INT", CELL_INT}, {"VND_INT", CELL_VND},
		{"BOOL_INT", CELL_BOOL}, {"NUMERIC", CELL_NUMBER},
		{"PERIOD_TEXT", CELL_PERIOD},
	};
	for (size_t i = 0; i < countof(domains); i++)
		if (str_eqz(declared, domains[i].name))
			return domains[i].domain;
	return CELL_TEXT;
}

/* The letters of Vietnamese and its neighbours: graphic, composed, nothing to change. All
 * other characters take the slow way. */
static bool is_plain(uint32_t c)
{
	return (c > 0x20 && c < 0x7F) || (c >= 0xC0 && c < 0x300) || (c >= 0x1E00 && c < 0x1F00);
}

static bool is_refused(uint32_t c)
{
	switch (text_class_of(c)) {
	case TEXT_CONTROL:
		return c != 0xFEFF;
	case TEXT_DIRECTION:
	case TEXT_PRIVATE:
	case TEXT_NONCHARACTER:
		return true;
	case TEXT_GRAPHIC:
	case TEXT_SPACE:
	case TEXT_LINE:
	case TEXT_JOINER:
	case TEXT_UNASSIGNED:
		return false;
	}
	return false;
}

/* The position after a character that was seen to be valid UTF-8. */
static size_t next(struct str s, size_t at, uint32_t *c)
{
	unsigned char b = (unsigned char)s.p[at];
	if (b < 0x80) {
		*c = b;
		return at + 1;
	}
	return text_next(s, at, c);
}

/* True when nothing has to change: plain characters with single spaces between them (in
 * Markdown any spaces and LF). */
static bool is_clean(struct str s, bool markdown)
{
	uint32_t before = ' ';
	for (size_t i = 0; i < s.n;) {
		uint32_t c;
		i = next(s, i, &c);
		bool fine = is_plain(c) || (markdown && (c == ' ' || c == '\n')) ||
		            (c == ' ' && before != ' ' && before != '\n') ||
		            (c == '\n' && before != ' ');
		if (!fine)
			return false;
		before = c;
	}
	return true;
}

static void drop_spaces_at_end(struct buf *out)
{
	while (out->len > 0 && out->p[out->len - 1] == ' ')
		buf_truncate(out, out->len - 1);
}

static void put_clean_text(struct buf *out, uint32_t c)
{
	char last = out->len ? out->p[out->len - 1] : '\n';
	enum text_class class = text_class_of(c);
	if (c == '\t' || class == TEXT_SPACE) {
		if (last != ' ' && last != '\n')
			buf_putc(out, ' ');
	} else if (class == TEXT_LINE) {
		drop_spaces_at_end(out);
		buf_putc(out, '\n');
	} else if (class != TEXT_JOINER && c != 0xFEFF) {
		text_put_char(out, c);
	}
}

static void put_clean_markdown(struct buf *out, uint32_t c)
{
	if (c == 0x2028 || c == 0x2029)
		buf_putc(out, '\n');
	else if (c != 0xFEFF)
		text_put_char(out, c);
}

/* Writes `s` anew, CR and CRLF as LF; false at the first character that is refused. */
static bool rewrite(struct buf *out, struct str s, bool markdown, uint32_t *bad)
{
	for (size_t i = 0; i < s.n;) {
		uint32_t c;
		i = next(s, i, &c);
		if (is_refused(c)) {
			*bad = c;
			return false;
		}
		if (c == '\r') {
			if (i < s.n && s.p[i] == '\n')
				continue;
			c = '\n';
		}
		if (markdown)
			put_clean_markdown(out, c);
		else
			put_clean_text(out, c);
	}
	return true;
}

static struct str trim(struct str s, bool markdown)
{
	if (!markdown)
		return str_trim(s);
	s = str_trim_end(s);
	for (;;) {
		size_t end = str_find_byte(s, '\n', 0);
		if (end == s.n || !str_blank(str_slice(s, 0, end)))
			return s;
		s = str_slice(s, end + 1, s.n);
	}
}

bool cell_clean(struct arena *a, struct str raw, bool markdown, struct str *out, uint32_t *bad)
{
	struct str s = trim(raw, markdown);
	if (is_clean(s, markdown)) {
		*out = s;
		return true;
	}
	struct buf composed = {0}, written = {0};
	text_nfc(&composed, s);
	bool fine = rewrite(&written, buf_str(&composed), markdown, bad);
	if (fine)
		*out = arena_str(a, trim(buf_str(&written), markdown));
	buf_release(&composed);
	buf_release(&written);
	return fine;
}

static struct str code_point(struct buf *out, uint32_t c)
{
	buf_printf(out, "U+%04X", (unsigned)c);
	return buf_str(out);
}

/* The characters around the first `bad` in `s`, it left out as "…". */
static void put_around(struct buf *out, struct str s, uint32_t bad)
{
	enum { REACH = 24 };
	size_t at = 0, after = 0;
	for (uint32_t c = ~bad; c != bad && after < s.n;) {
		at = after;
		after = next(s, at, &c);
	}
	size_t from = at > REACH ? at - REACH : 0, to = after + REACH < s.n ? after + REACH : s.n;
	while (from < at && ((unsigned char)s.p[from] & 0xC0) == 0x80)
		from++;
	while (to < s.n && ((unsigned char)s.p[to] & 0xC0) == 0x80)
		to++;
	for (size_t i = from; i < to;) {
		uint32_t c;
		i = next(s, i, &c);
		if (c == bad || is_refused(c))
			buf_putz(out, "…");
		else
			text_put_char(out, text_class_of(c) == TEXT_LINE ? ' ' : c);
	}
}

static int refuse_character(struct str raw, uint32_t bad, struct str name, struct place at,
                            struct diag *d)
{
	struct buf code = {0}, around = {0};
	put_around(&around, raw, bad);
	diag_add(d, DIAG_D030, at, name, code_point(&code, bad), buf_str(&around));
	buf_release(&code);
	buf_release(&around);
	return -1;
}

int cell_check_utf8(struct str text, struct str file, struct diag *d)
{
	size_t bad;
	if (text_is_utf8(text, &bad))
		return 0;
	struct place at = {.file = file, .line = 1, .col = 1};
	for (size_t i = 0; i < bad; i++) {
		bool begins = ((unsigned char)text.p[i] & 0xC0) != 0x80;
		at.col = text.p[i] == '\n' ? 1 : at.col + begins;
		at.line += text.p[i] == '\n';
	}
	struct buf byte = {0};
	buf_printf(&byte, "0x%02X", (unsigned)(unsigned char)text.p[bad]);
	diag_add(d, DIAG_D005, at, buf_str(&byte));
	buf_release(&byte);
	return -1;
}

int cell_check_file(struct str text, struct str file, struct diag *d)
{
	if (cell_check_utf8(text, file, d) < 0)
		return -1;
	struct place at = {.file = file};
	int status = 0;
	for (struct str rest = text; rest.p;) {
		struct str line = str_cut_line(&rest);
		at.line++;
		for (size_t i = 0; i < line.n;) {
			uint32_t c;
			i = next(line, i, &c);
			if (is_plain(c) || !is_refused(c))
				continue;
			status = refuse_character(line, c, file, at, d);
			break;
		}
	}
	return status;
}

/* Digits and one kind of mark between three groups: a date in shape, if not in truth. */
static bool looks_like_date(struct str s)
{
	size_t marks = 0;
	for (size_t i = 0; i < s.n; i++) {
		bool digit = s.p[i] >= '0' && s.p[i] <= '9';
		if (!digit && s.p[i] != '/' && s.p[i] != '-' && s.p[i] != '.')
			return false;
		marks += !digit;
	}
	return marks == 2 && s.n >= 8 && s.n <= 10;
}

/* "11/21/2026", as programs in American English write days. */
static bool read_turned(struct str s, int32_t *day)
{
	size_t first = str_find_byte(s, '/', 0), second = str_find_byte(s, '/', first + 1);
	char turned[16];
	if (second >= s.n || s.n >= sizeof turned)
		return false;
	int n = snprintf(turned, sizeof turned, "%.*s/%.*s%.*s", (int)(second - first - 1),
	                 s.p + first + 1, (int)first, s.p, (int)(s.n - second), s.p + second);
	return date_parse_vi((struct str){turned, (size_t)n}, day);
}

static int read_date(struct str s, struct str name, struct place at, struct diag *d)
{
	int32_t day;
	if (date_parse(s, &day))
		return 0;
	bool is_ours = date_parse_vi(s, &day);
	if (is_ours || read_turned(s, &day)) {
		struct buf iso = {0};
		date_put_iso(&iso, day);
		diag_add_args(d, is_ours ? DIAG_D023 : DIAG_D053,
		              (struct diag_args){at, name, s, buf_str(&iso)});
		buf_release(&iso);
		return -1;
	}
	return looks_like_date(s) ? diag_add(d, DIAG_D022, at, name, s)
	                          : diag_add(d, DIAG_D021, at, name, s);
}

static int read_money(struct cell *c, struct str name, struct place at, struct diag *d)
{
	if (num_parse_int(c->text, &c->number) == 0)
		return 0;
	int64_t meant;
	if (num_parse_dong(c->text, &meant) < 0)
		return diag_add(d, DIAG_D024, at, name, c->text);
	struct buf digits = {0};
	buf_printf(&digits, "%lld", (long long)meant);
	diag_add(d, DIAG_D025, at, name, c->text, buf_str(&digits));
	buf_release(&digits);
	return -1;
}

bool cell_is_decimal(struct str s)
{
	size_t digits = 0, points = 0;
	for (size_t i = s.n > 0 && s.p[0] == '-'; i < s.n; i++) {
		bool digit = s.p[i] >= '0' && s.p[i] <= '9';
		if (!digit && s.p[i] != '.')
			return false;
		digits += digit;
		points += !digit;
	}
	return digits > 0 && digits < 16 && points < 2 && s.p[s.n - 1] != '.';
}

bool cell_is_period(struct str s)
{
	static const char *const other[] = {"-6-thang-dau", "-6-thang-cuoi", "-9-thang"};
	struct str year = str_slice(s, 0, 4), part = str_slice(s, 4, s.n);
	bool fine = year.n == 4 && year.p[0] >= '1' && year.p[0] <= '2';
	for (size_t i = 1; fine && i < 4; i++)
		fine = year.p[i] >= '0' && year.p[i] <= '9';
	fine = fine && !(year.p[0] == '1' && year.p[1] < '9');
	for (size_t i = 0; i < countof(other); i++)
		if (str_eqz(part, other[i]))
			return fine;
	if (str_ends(part, STR("-duong-lich")))
		part = str_slice(part, 0, part.n - strlen("-duong-lich"));
	if (part.n == 0)
		return fine;
	if (part.n != 3 || part.p[0] != '-')
		return false;
	char tens = part.p[1], ones = part.p[2];
	if (tens == 'q')
		return fine && ones >= '1' && ones <= '4';
	return fine && ((tens == '0' && ones >= '1' && ones <= '9') ||
	                (tens == '1' && ones >= '0' && ones <= '2'));
}

int cell_read(struct arena *a, enum cell_domain domain, struct str raw, struct str name,
              struct place at, struct cell *out, struct diag *d)
{
	uint32_t bad;
	*out = (struct cell){0};
	if (!cell_clean(a, raw, domain == CELL_MARKDOWN, &out->text, &bad))
		return refuse_character(raw, bad, name, at, d);
	struct str s = out->text;
	if (s.n == 0) {
		*out = (struct cell){0};
		return 0;
	}
	if (damage_is_mark(s))
		return diag_add(d, DIAG_D050, at, name, s);
	if (domain != CELL_MARKDOWN && damage_is_shortened(s))
		return diag_add(d, DIAG_D051, at, name, s);
	int minutes;
	bool fine;
	out->is_int = domain == CELL_INT || domain == CELL_VND || domain == CELL_BOOL;
	switch (domain) {
	case CELL_TEXT:
	case CELL_MARKDOWN:
	case CELL_CODE:
		return 0;
	case CELL_DATE:
		return read_date(s, name, at, d);
	case CELL_TIME:
		return date_parse_time(s, &minutes) ? 0 : diag_add(d, DIAG_D028, at, name, s);
	case CELL_INT:
		fine = num_parse_int(s, &out->number) == 0;
		return fine ? 0 : diag_add(d, DIAG_D024, at, name, s);
	case CELL_VND:
		return read_money(out, name, at, d);
	case CELL_BOOL:
		out->number = s.p[0] - '0';
		fine = s.n == 1 && (out->number == 0 || out->number == 1);
		return fine ? 0 : diag_add(d, DIAG_D026, at, name, s);
	case CELL_NUMBER:
		return cell_is_decimal(s) ? 0 : diag_add(d, DIAG_D027, at, name, s);
	case CELL_PERIOD:
		return cell_is_period(s) ? 0 : diag_add(d, DIAG_D048, at, name, s);
	}
	return 0;
}
