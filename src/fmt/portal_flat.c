/* SPDX-License-Identifier: MIT
 * portal_flat - ways of submitting, papers and results, cut out of the portal's page again */
#include "fmt/portal_flat.h"

#include <string.h>

#include "base/buf.h"
#include "base/num.h"
#include "base/text.h"

struct str portal_flat_ways_heads(void)
{
	return STR("Hình thức nộpThời gianPhí, lệ phíMô tả");
}

struct str portal_flat_papers_heads(void)
{
	return STR("Tên giấy tờMẫu đơn, tờ khaiSố lượng");
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n';
}

static bool stands(struct str s, size_t at, const char *word)
{
	return str_starts(str_slice(s, at, s.n), str_from(word));
}

/* The code points before and at a byte; 0 at the ends. */
static uint32_t before(struct str s, size_t at)
{
	uint32_t c = 0;
	size_t from = at;
	while (from > 0 && ((unsigned char)s.p[--from] & 0xC0) == 0x80)
		;
	if (from < at)
		text_next(s, from, &c);
	return c;
}

static uint32_t behind(struct str s, size_t at)
{
	uint32_t c = 0;
	if (at < s.n)
		text_next(s, at, &c);
	return c;
}

/* Ways of submitting ------------------------------------------------------------------- */

static const char unknown[] = "Không có thông tin", nothing[] = "Miễn phí";

/* An amount as the page has it, "1,000,000 Việt Nam Đồng": where its parts end. */
struct money {
	size_t digits; /* behind "1,000,000" */
	size_t end;
	const char *currency; /* as text records have it */
};

static bool read_money(struct str s, size_t at, struct money *out)
{
	static const char *const words[][2] = {{"Việt Nam Đồng", "VNĐ"}, {"VNĐ", "VNĐ"},
	                                       {"USD", "USD"}, {"EUR", "EUR"}};
	size_t i = str_skip_digits(s, at);
	if (i == at)
		return false;
	while (i + 1 < s.n && (s.p[i] == ',' || s.p[i] == '.') && str_is_digit(s.p[i + 1]))
		i = str_skip_digits(s, i + 1);
	out->digits = i;
	i += i < s.n && s.p[i] == ' ';
	for (size_t w = 0; w < countof(words); w++) {
		if (!stands(s, i, words[w][0]))
			continue;
		out->end = i + strlen(words[w][0]);
		out->currency = words[w][1];
		return true;
	}
	return false;
}

static bool begins_fee(struct str s, size_t at)
{
	struct money m;
	return stands(s, at, nothing) || stands(s, at, unknown) || read_money(s, at, &m);
}

/* "140,000 VNĐ" in which the cell of the limit, "1", stands before the amount: how many of
 * the digits are the limit's. What is left has to be an amount: not begin with 0, have at
 * most three digits in front of a comma. Of several such cuts the first, for the portal's
 * limits without a unit have one digit. 0 when there is none. */
static size_t limit_digits(struct str number)
{
	size_t front = str_skip_digits(number, 0);
	for (size_t n = 1; n < front; n++)
		if (number.p[n] != '0' && (front == number.n || front - n <= 3))
			return n;
	return 0;
}

struct row_start {
	const char *channel;
	struct str limit; /* in the words of a text record */
	size_t fee;       /* where the fee begins */
};

/* A number and maybe a unit. */
static bool read_number_limit(struct arena *a, struct str s, size_t at, struct row_start *out)
{
	static const char *const units[][2] = {
		{" Ngày làm việc", "WORKING_DAY"}, {" Ngày", "DAY"}, {" Giờ", "HOUR"},
		{" Tháng", "MONTH"}, {" Năm", "YEAR"}};
	size_t end = str_skip_digits(s, at);
	struct money m;
	if (end == at)
		return false;
	if (end + 1 < s.n && s.p[end] == '.' && str_is_digit(s.p[end + 1]))
		end = str_skip_digits(s, end + 1);
	for (size_t u = 0; u < countof(units); u++) {
		size_t behind_unit = end + strlen(units[u][0]);
		if (!stands(s, end, units[u][0]) || !begins_fee(s, behind_unit))
			continue;
		out->fee = behind_unit;
		out->limit = arena_printf(a, "%.*s %s", STR_ARG(str_slice(s, at, end)),
		                          units[u][1]);
		return true;
	}
	if (read_money(s, at, &m))
		end = at + limit_digits(str_slice(s, at, m.digits));
	if (end == at || !begins_fee(s, end))
		return false;
	out->fee = end;
	out->limit = arena_printf(a, "%.*s OTHER", STR_ARG(str_slice(s, at, end)));
	return true;
}

/* Words, up to a fee on the same line. */
static bool read_words_limit(struct arena *a, struct str s, size_t at, struct row_start *out)
{
	enum { LONG = 300 }; /* bytes */
	for (size_t i = at + 1; i < s.n && i < at + LONG && s.p[i] != '\n'; i++) {
		/* An amount among the words is not the cell of the fee. */
		if (!stands(s, i, nothing) && !stands(s, i, unknown))
			continue;
		out->fee = i;
		out->limit = arena_printf(a, "%.*s OTHER", STR_ARG(str_trim(str_slice(s, at, i))));
		return true;
	}
	return false;
}

/* Does a row begin at this byte? */
static bool begins_row(struct arena *a, struct str s, size_t at, struct row_start *out)
{
	static const char *const channels[][2] = {{"Trực tiếp", "DIRECT"},
	                                          {"Trực tuyến", "ONLINE"},
	                                          {"Dịch vụ bưu chính", "POSTAL"}};
	size_t c = 0;
	while (c < countof(channels) && !stands(s, at, channels[c][0]))
		c++;
	if (c == countof(channels))
		return false;
	size_t cell = at + strlen(channels[c][0]), limit = cell;
	out->channel = channels[c][1];
	while (limit < s.n && is_space(s.p[limit]))
		limit++;
	size_t none = limit + strlen(unknown);
	if (stands(s, limit, unknown) && begins_fee(s, none)) {
		out->limit = STR("OTHER");
		out->fee = none;
		return true;
	}
	if (read_number_limit(a, s, limit, out))
		return true;
	/* "Trực tiếp tại trụ sở ..." is a sentence. */
	return limit == cell && text_is_word(behind(s, limit)) &&
	       read_words_limit(a, s, limit, out);
}

/* Behind the bracket that closes the one at `at`. Many notes have one too few or too many:
 * then it is the next one that something is glued to, else the last. Without any, the end. */
static size_t bracket_end(struct str s, size_t at)
{
	size_t first = 0, last = 0;
	int depth = 0;
	for (size_t i = at; i < s.n; i++) {
		depth += (s.p[i] == '(') - (s.p[i] == ')');
		if (s.p[i] != ')')
			continue;
		last = i + 1;
		if (last < s.n && strchr(" .,;:)\n", s.p[last]))
			continue;
		if (depth <= 0)
			return last;
		first = first ? first : last;
	}
	return first ? first : last ? last : s.n;
}

/* A bracket that nothing has opened since `at`, with the next cell glued to it. */
static bool closes_later(struct str s, size_t at)
{
	int depth = 0;
	for (size_t i = at; i < s.n; i++) {
		depth += (s.p[i] == '(') - (s.p[i] == ')');
		if (depth >= 0)
			continue;
		if (i + 1 == s.n || !strchr(" .,;:)\n", s.p[i + 1]))
			return true;
		depth = 0; /* "b) " */
	}
	return false;
}

/* "(i) ...", "(1) ...": the words beside the fee begin, it is no note on it. "(a) ... b) ...)"
 * is a note that begins with "a)". */
static bool is_enumerator(struct str s, size_t at)
{
	size_t end = at + 1;
	while (end < s.n && end - at < 5 &&
	       (str_is_digit(s.p[end]) || (s.p[end] >= 'a' && s.p[end] <= 'z')))
		end++;
	return end > at + 1 && end + 1 < s.n && s.p[end] == ')' && s.p[end + 1] == ' ' &&
	       !closes_later(s, end + 1);
}

/* The cell of the fee at the beginning of *s, taken off. */
static struct str take_fee(struct arena *a, struct str *s)
{
	struct money m;
	struct buf amount = {0};
	struct str note = {0};
	size_t end = strlen(nothing);
	if (read_money(*s, 0, &m)) {
		for (size_t i = 0; i < m.digits; i++)
			if (s->p[i] != ',')
				buf_putc(&amount, s->p[i]);
		buf_printf(&amount, " %s", m.currency);
		end = m.end;
	} else if (stands(*s, 0, nothing)) {
		buf_putz(&amount, "0 VNĐ");
	} else {
		*s = str_slice(*s, strlen(unknown), s->n);
		return str_from(unknown);
	}
	if (end < s->n && s->p[end] == '(' && !is_enumerator(*s, end)) {
		size_t close = bracket_end(*s, end);
		bool closed = s->p[close - 1] == ')';
		note = str_slice(*s, end + 1, close - closed);
		end = close;
	}
	struct str fee = arena_printf(a, "%.*s (%.*s)", STR_ARG(buf_str(&amount)), STR_ARG(note));
	buf_release(&amount);
	*s = str_slice(*s, end, s->n);
	return fee;
}

void portal_flat_ways(struct portal_rows *rows, struct str table, int line)
{
	struct portal_way *w = NULL;
	size_t from = 0; /* of what the open row still has to say */
	if (str_starts(table, portal_flat_ways_heads()))
		from = portal_flat_ways_heads().n;
	for (size_t i = from; i <= table.n; i++) {
		struct row_start start;
		bool ends = i == table.n;
		if (!ends && !begins_row(rows->arena, table, i, &start))
			continue;
		struct str words = str_slice(table, from, i);
		if (w)
			w->fee = take_fee(rows->arena, &words);
		words = str_trim(words);
		if (w && words.n) {
			w->note = words;
		} else if (words.n) {
			struct portal_way *stray = portal_add_way(rows);
			*stray = (struct portal_way){.note = words, .line = line, .is_stray = true};
		}
		if (ends)
			break;
		w = portal_add_way(rows);
		*w = (struct portal_way){.channel = str_from(start.channel), .limit = start.limit,
		                         .line = line, .fee_line = line};
		from = start.fee;
		i = start.fee; /* a cell of the fee never begins a row */
	}
}

/* Papers ------------------------------------------------------------------------------- */

struct quantity {
	size_t from, end;
	int64_t originals, copies;
};

/* "01 bản chính" is prose of a paper's name; "1 bản chính" and "20 bản chính" are when they
 * stand apart and the sentence goes on; in "ngày 30/6/20251 bản chính" the last digit is the
 * cell. `at` is that of the digit before " bản chính". */
static bool is_prose(struct str s, size_t at, size_t end)
{
	size_t from = at;
	while (from > 0 && str_is_digit(s.p[from - 1]))
		from--;
	size_t digits = at + 1 - from;
	bool is_apart = from == 0 || strchr(" (", s.p[from - 1]);
	if (digits == 2 && s.p[from] == '0')
		return true;
	return digits <= 2 && is_apart && end < s.n && strchr(" .,;)\n", s.p[end]);
}

/* The next cell "1 bản chính" or "1 bản chính,1 bản sao" at or after `at`. */
static bool find_quantity(struct str s, size_t at, struct quantity *out)
{
	struct str originals = STR(" bản chính"), copies = STR(" bản sao");
	for (; (at = str_find(s, originals, at)) < s.n; at++) {
		if (!at || !str_is_digit(s.p[at - 1]))
			continue;
		*out = (struct quantity){at - 1, at + originals.n, s.p[at - 1] - '0', 0};
		size_t n = out->end + (out->end < s.n && s.p[out->end] == ',');
		n += n > out->end && n < s.n && s.p[n] == ' ';
		size_t digits = str_skip_digits(s, n);
		if (digits > n && n > out->end && digits - n < 4 && stands(s, digits, copies.p)) {
			(void)!num_parse_int(str_slice(s, n, digits), &out->copies);
			out->end = digits + copies.n;
		}
		if (!is_prose(s, out->from, out->end))
			return true;
	}
	return false;
}

/* The length of a file's extension at `at`, with its point; 0 when there is none. What
 * follows has to be glued to it, or nothing. */
static size_t extension(struct str s, size_t at)
{
	static const char *const names[] = {"docx", "doc", "pdf", "xlsx", "xls", "rtf", "zip",
	                                    "rar", "jpeg", "jpg", "png"};
	for (size_t i = 0; i < countof(names) && at < s.n && s.p[at] == '.'; i++) {
		size_t n = strlen(names[i]), k = 0;
		while (k < n && at + 1 + k < s.n && (s.p[at + 1 + k] | 0x20) == names[i][k])
			k++;
		size_t end = at + 1 + n;
		if (k == n && (end == s.n || text_is_word(behind(s, end))))
			return 1 + n;
	}
	return 0;
}

/* Words that names of forms begin with, folded. */
static bool begins_form(struct str s)
{
	static const char *const words[] = {
		"mau", "mus", "mu0", "mu1", "ms0", "ms1", "phu luc", "phuluc", "phl", "pl",
		"to khai", "tk", "don", "giay", "van ban", "bao cao", "bien ban", "ban", "phieu",
		"danh", "bieu", "bm", "gcn", "tthc"};
	if (s.n && str_is_digit(s.p[0]))
		return true;
	struct buf folded = {0};
	text_fold(&folded, str_slice(s, 0, s.n < 24 ? s.n : 24));
	bool begins = false;
	for (size_t i = 0; i < countof(words) && !begins; i++)
		begins = str_starts(buf_str(&folded), str_from(words[i]));
	buf_release(&folded);
	return begins;
}

/* Two cells may meet here: a sign that ends a sentence, or a small letter, and a letter or
 * digit right behind it; or the first capital of a word behind another or behind a digit. */
static bool is_seam(struct str s, size_t at)
{
	uint32_t a = before(s, at), b = behind(s, at), next = 0;
	if (!text_is_word(b) && b != '~' && b != '_')
		return false;
	bool capital = text_is_upper(b) && text_lower(b) != b;
	size_t after = text_next(s, at, &b);
	if (after < s.n)
		text_next(s, after, &next);
	bool opens_word = capital && text_is_word(next) && !text_is_upper(next) && next > '9';
	if (a == ';' || a == ')' || a == ',' || a == ']' || a == '"' || a == 0x201D)
		return true;
	if (a == '.')
		return !(at > 1 && str_is_digit(s.p[at - 2]) && b >= '0' && b <= '9');
	if (!text_is_word(a))
		return false;
	bool small = !(a >= '0' && a <= '9') && !text_is_upper(a);
	if (small)
		return capital || (b >= '0' && b <= '9');
	return opens_word || (capital && begins_form(str_slice(s, at, s.n)));
}

/* Where the form begins in a cell that ends in names of files; cell.n when nobody can tell. */
static size_t form_start(struct str cell)
{
	enum { NEAR = 120 }; /* bytes: hardly a form has a longer name */
	size_t name_end = 0, any = cell.n;
	while (name_end < cell.n && !extension(cell, name_end))
		name_end++;
	for (size_t i = name_end > NEAR ? name_end - NEAR : 1; i < name_end; i++) {
		if (((unsigned char)cell.p[i] & 0xC0) == 0x80 || !is_seam(cell, i))
			continue;
		if (begins_form(str_slice(cell, i, name_end)))
			return i;
		any = any < cell.n ? any : i;
	}
	return any;
}

/* "a.docxb.docx" becomes "a.docx; b.docx". */
static struct str list_forms(struct arena *a, struct str forms)
{
	struct buf out = {0};
	for (size_t i = 0; i < forms.n;) {
		size_t n = extension(forms, i);
		buf_put(&out, str_slice(forms, i, i + (n ? n : 1)));
		i += n ? n : 1;
		if (n && i < forms.n)
			buf_putz(&out, "; ");
	}
	struct str list = arena_str(a, buf_str(&out));
	buf_release(&out);
	return list;
}

static void split_form(struct arena *a, struct str cell, struct portal_paper *to)
{
	size_t point = cell.n;
	while (point > 0 && cell.p[point - 1] != '.')
		point--;
	to->name = cell;
	if (!point || point - 1 + extension(cell, point - 1) != cell.n)
		return;
	size_t from = form_start(cell);
	to->has_form_in_name = from == cell.n;
	if (from == cell.n)
		return;
	to->name = str_trim(str_slice(cell, 0, from));
	to->form = list_forms(a, str_slice(cell, from, cell.n));
}

/* A case's name in front of its heads: without the "--" of empty cases before it. */
static void add_case(struct portal_rows *rows, struct str name, int line)
{
	name = str_trim(name);
	while (str_starts(name, STR("--")))
		name = str_trim(str_slice(name, 2, name.n));
	struct portal_paper *p = portal_add_paper(rows);
	p->kind = PORTAL_CASE;
	p->name = name.n ? name : (struct str){0};
	p->line = line;
}

void portal_flat_papers(struct portal_rows *rows, struct str table, int line)
{
	struct str heads = portal_flat_papers_heads();
	size_t from = 0, head = str_find(table, heads, 0);
	struct quantity q = {0};
	bool more = find_quantity(table, 0, &q);
	while (head < table.n || more) {
		if (head < table.n && (!more || head < q.from)) {
			add_case(rows, str_slice(table, from, head), line);
			from = head + heads.n;
			head = str_find(table, heads, from);
			continue;
		}
		struct portal_paper *p = portal_add_paper(rows);
		split_form(rows->arena, str_trim(str_slice(table, from, q.from)), p);
		p->originals = q.originals;
		p->copies = q.copies;
		p->line = line;
		from = q.end;
		more = find_quantity(table, from, &q);
	}
	/* What stands behind the last table has none of its own: a case without papers. */
	struct str rest = str_trim(str_slice(table, from, table.n));
	while (str_starts(rest, STR("--")))
		rest = str_trim(str_slice(rest, 2, rest.n));
	if (rest.n)
		add_case(rows, rest, line);
}

/* Results ------------------------------------------------------------------------------ */

/* "KQ.G12.001051" at the beginning: up to its last digit, for the next name is glued to it.
 * Words instead of a code are all of the cell. */
static size_t code_end(struct str s)
{
	size_t end = 0;
	for (size_t i = 0; i < s.n; i++) {
		char small = (char)(s.p[i] | 0x20);
		bool letter = small >= 'a' && small <= 'z';
		if (!letter && !str_is_digit(s.p[i]) && !strchr(".-", s.p[i]))
			break;
		end = str_is_digit(s.p[i]) ? i + 1 : end;
	}
	return end ? end : s.n;
}

void portal_flat_results(struct portal_rows *rows, struct str list)
{
	struct str mark = STR("Mã: ");
	while (!str_blank(list)) {
		size_t at = str_find(list, mark, 0);
		struct portal_result *r = portal_add_result(rows);
		r->name = str_trim(str_slice(list, 0, at));
		list = str_slice(list, at < list.n ? at + mark.n : list.n, list.n);
		size_t next = str_find(list, mark, 0), end = code_end(str_slice(list, 0, next));
		struct str code = str_trim(str_slice(list, 0, end));
		r->code = code.n ? code : (struct str){0};
		list = str_slice(list, end, list.n);
	}
}
