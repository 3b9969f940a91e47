/* SPDX-License-Identifier: MIT
 * import_fee - "7000 VNĐ (...) | ..." becomes fees
 *
 * A number here is posted as money that a citizen pays, so it becomes an amount only when
 * nothing in its note speaks against it:
 *
 *   0 VNĐ ()                        unknown: free and not filled in look the same
 *   0 VNĐ (Không thu phí)           none, with that reason
 *   0 VNĐ (Theo biểu phí ...)       words: the fee stands elsewhere
 *   20 VNĐ (20.000 đ/tờ khai)       words, doubtful: below 1,000 the zeros are missing
 *   10 VNĐ (10 USD/lần)             words, in USD
 *   150000 VNĐ (15.000 đồng/giấy)   words, doubtful: a power of ten off
 *   200000 VNĐ (nay là 100.000 đ)   words: the note names other money too, so which of it
 *                                   is to be paid depends on who, when and how
 *   50000 VNĐ (do HĐND tỉnh quyết định)  words: somebody else sets the amount; a
 *                                   percentage in the note likewise
 *   50000 VNĐ (mỗi bản)             the amount and its note
 *   50000 VNĐ (đồng/lần (cấp mới))  the amount, its unit and its note
 */
#include "base/num.h"
#include "base/text.h"
#include "board/stated.h"
#include "engine/import_int.h"

#include <string.h>

enum { LEAST_AMOUNT = 1000 }; /* đồng: no fee of today is lower */

/* "7000 VNĐ (" or the like at byte `at`: its end, or 0. */
static size_t head_end(struct str s, size_t at)
{
	size_t i = at, digits;
	while (i < s.n && (str_is_digit(s.p[i]) || s.p[i] == '.' || s.p[i] == ','))
		i++;
	digits = i;
	if (i == at || !str_is_digit(s.p[at]) || i >= s.n || s.p[i] != ' ')
		return 0;
	size_t word = ++i;
	while (i < s.n && s.p[i] != ' ' && s.p[i] != '(' && i - word < 12)
		i++;
	return i > word && i + 1 < s.n && s.p[i] == ' ' && s.p[i + 1] == '(' && digits ? i + 2 : 0;
}

/* Where the part that begins at `from` ends: before " | " with a head behind it, or the
 * last one; a list without any head is cut at each " | ". */
static size_t part_end(struct str s, size_t from, bool has_heads)
{
	for (size_t i = from; (i = str_find_byte(s, '|', i)) < s.n; i++) {
		size_t next = i + 1;
		while (next < s.n && s.p[next] == ' ')
			next++;
		if (!has_heads || head_end(s, next))
			return i;
	}
	return s.n;
}

/* (note) without the brackets when one pair holds all of it. */
static struct str inside_brackets(struct str s)
{
	int depth = 0;
	if (s.n < 2 || s.p[0] != '(' || s.p[s.n - 1] != ')')
		return s;
	for (size_t i = 0; i < s.n; i++) {
		depth += (s.p[i] == '(') - (s.p[i] == ')');
		if (depth == 0 && i + 1 < s.n)
			return s;
	}
	return depth == 0 ? str_trim(str_slice(s, 1, s.n - 1)) : s;
}

/* Money that a note names. */
struct money {
	size_t count;          /* amounts of đồng found */
	int64_t only;          /* the last of them */
	bool has_amount;       /* one equals the amount */
	bool has_other;        /* one does not */
	bool is_foreign;       /* the amount itself stands there in another currency */
	const char *currency;
};

static struct money find_money(struct str note, int64_t amount)
{
	struct money m = {0};
	struct stated_sum sum;
	for (size_t at = 0; stated_next_sum(note, &at, &sum);) {
		bool same = sum.amount == amount;
		if (sum.currency) {
			m.is_foreign = m.is_foreign || same;
			m.currency = same ? sum.currency : m.currency;
			continue;
		}
		m.count++;
		m.only = sum.amount;
		m.has_amount = m.has_amount || same;
		m.has_other = m.has_other || !same;
	}
	return m;
}

static bool is_power_of_ten_off(int64_t a, int64_t b)
{
	if (a <= 0 || b <= 0 || a == b)
		return false;
	int64_t low = a < b ? a : b, high = a < b ? b : a;
	while (low < high && low < INT64_MAX / 10)
		low *= 10;
	return low == high;
}

static bool names_document(struct str folded)
{
	static const char *const kinds[] = {"thong tu", "nghi quyet", "nghi dinh", "luat"};
	for (size_t i = 0; i < countof(kinds); i++)
		if (str_starts(folded, str_from(kinds[i])))
			return true;
	return false;
}

/* The whole note says that nothing is to be paid, for everybody: "Miễn phí",
 * "Không thu lệ phí (Thông tư ...)". A condition anywhere makes it words. */
static bool says_free(struct str note)
{
	static const char *const openings[] = {
		"mien phi, le phi", "mien phi", "mien le phi", "khong thu phi, le phi",
		"khong thu phi", "khong thu le phi", "khong mat phi", "khong phai nop phi",
		"khong phai nop le phi", "khong thu", "khong co phi", "khong co le phi"};
	if (import_says_none(note))
		return true;
	struct buf folded = {0};
	text_fold(&folded, import_skip_bullets(note));
	struct str f = str_trim(buf_str(&folded)), rest = {0};
	for (size_t i = 0; i < countof(openings) && !rest.p; i++)
		if (str_starts(f, str_from(openings[i])))
			rest = str_slice(f, strlen(openings[i]), f.n);
	bool free = rest.p != NULL;
	rest = str_trim(rest);
	while (free && rest.n && strchr(".;,", rest.p[rest.n - 1]))
		rest = str_slice(rest, 0, rest.n - 1);
	/* What may follow: the document, in brackets. */
	if (free && rest.n) {
		struct str inner = inside_brackets(rest);
		free = inner.n < rest.n && names_document(inner) &&
		       str_find(inner, STR("doi voi"), 0) == inner.n;
	}
	buf_release(&folded);
	return free;
}

static struct str in_words(struct arena *a, int64_t amount, struct str note)
{
	struct buf out = {0};
	num_put_vi(&out, amount);
	buf_putz(&out, " đồng");
	if (note.n)
		buf_printf(&out, note.p[0] == '(' ? " %.*s" : " (%.*s)", STR_ARG(note));
	struct str text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}

static bool is_zero_again(struct str note)
{
	static const char *const words[] = {"0",     "0đ",    "0 đ", "0 đồng",
	                                    "0 VNĐ", "0 VND", "0.",  "00"};
	for (size_t i = 0; i < countof(words); i++)
		if (str_eqz(note, words[i]))
			return true;
	return false;
}

static void judge_zero(struct str note, struct import_fee *out)
{
	if (is_zero_again(note))
		note = STR("");
	out->kind = !note.n           ? IMPORT_FEE_UNKNOWN
	            : says_free(note) ? IMPORT_FEE_NONE
	                              : IMPORT_FEE_FORMULA;
	if (note.n)
		out->text = note;
}

/* The note says that the amount is set elsewhere, or is a part of another one. */
static bool is_set_elsewhere(struct str note)
{
	static const char *const phrases[] = {
		"do hoi dong nhan dan", "do hdnd", "do uy ban nhan dan", "do ubnd",
		"quy dinh cua hoi dong nhan dan", "quyet dinh cua hoi dong nhan dan", "%"};
	struct buf folded = {0};
	text_fold(&folded, note);
	bool found = false;
	for (size_t i = 0; i < countof(phrases) && !found; i++)
		found = str_find(buf_str(&folded), str_from(phrases[i]), 0) < folded.len;
	buf_release(&folded);
	return found;
}

/* "đồng/lần (Đối với ...)", "/trang": what the amount is for each of. Returns what else the
 * note says, without its brackets. */
static struct str take_unit(struct arena *a, struct str note, struct str *unit)
{
	enum { LONG = 40 };
	struct str dong = STR("đồng"), each = note;
	if (str_starts(each, dong))
		each = str_slice(each, dong.n, each.n);
	if (each.n < 2 || each.p[0] != '/' || str_is_digit(each.p[1]))
		return note;
	size_t end = str_find(each, STR(" ("), 0);
	struct str rest = str_trim(str_slice(each, end, each.n)), inner = inside_brackets(rest);
	each = str_slice(each, 0, end);
	while (each.n && strchr(". ;", each.p[each.n - 1]))
		each = str_slice(each, 0, each.n - 1);
	if (each.n < 2 || each.n > LONG || (rest.n && inner.n == rest.n))
		return note;
	for (size_t i = 1; i < each.n; i++)
		if (strchr(",;.:()|-+", each.p[i]) || str_is_digit(each.p[i]))
			return note;
	*unit = arena_printf(a, "đồng%.*s", STR_ARG(each));
	return inner;
}

/* An amount above zero. */
static void judge_amount(struct arena *a, struct str note, struct import_fee *out)
{
	static const char doubt[] =
		"Số tiền ghi theo nguồn, chưa được xác nhận; hỏi nơi tiếp nhận hồ sơ.";
	struct money m = find_money(note, out->amount);
	out->kind = IMPORT_FEE_FORMULA;
	if (m.is_foreign && !m.has_amount && out->amount < LEAST_AMOUNT) {
		out->text = note;
		out->currency = str_from(m.currency);
	} else if (out->amount < LEAST_AMOUNT || (note.n && says_free(note)) ||
	           (m.count == 1 && is_power_of_ten_off(out->amount, m.only))) {
		out->doubtful = true;
		/* without its empty brackets */
		out->text = note.n ? out->source
		                   : str_trim(str_slice(out->source, 0, out->source.n - 2));
		out->note = str_from(doubt);
	} else if (m.has_other || is_set_elsewhere(note)) {
		out->text = in_words(a, out->amount, note);
	} else {
		out->kind = IMPORT_FEE_AMOUNT;
		note = take_unit(a, note, &out->unit);
		if (note.n)
			out->note = note;
	}
}

bool import_fee_needs(const struct import_fee *f, struct str text)
{
	if (f->kind != IMPORT_FEE_AMOUNT || f->note.n)
		return false;
	struct money m = find_money(text, f->amount);
	return m.has_amount && m.has_other;
}

static void judge_words(struct str s, struct import_fee *out)
{
	out->kind = import_is_sentinel(s) ? IMPORT_FEE_EMPTY
	            : says_free(s)        ? IMPORT_FEE_NONE
	                                  : IMPORT_FEE_FORMULA;
	if (out->kind != IMPORT_FEE_EMPTY)
		out->text = import_skip_bullet(s);
}

static bool is_dong(struct str unit)
{
	static const char *const words[] = {"VNĐ", "VND", "vnđ", "vnd", "đồng", "Đồng", "đ", "Đ"};
	for (size_t i = 0; i < countof(words); i++)
		if (str_eqz(unit, words[i]))
			return true;
	return false;
}

static struct import_fee judge_part(struct arena *a, struct str s)
{
	struct import_fee fee = {.source = s};
	size_t head = head_end(s, 0), digits = str_find_byte(s, ' ', 0);
	if (!head || s.p[s.n - 1] != ')') {
		judge_words(s, &fee);
		return fee;
	}
	struct str unit = str_slice(s, digits + 1, head - 2);
	struct str note = inside_brackets(str_trim(str_slice(s, head, s.n - 1)));
	note = import_skip_bullet(note);
	bool is_integer = num_parse_int(str_slice(s, 0, digits), &fee.amount) == 0;
	if (!is_dong(unit) || !is_integer) {
		fee.kind = IMPORT_FEE_FORMULA;
		fee.text = s;
		if (!is_dong(unit))
			fee.currency = unit;
		/* "10 USD (10 USD/lần)" says it twice. */
		struct money m = find_money(note, fee.amount);
		if (is_integer && m.is_foreign && str_eqz(unit, m.currency))
			fee.text = note;
	} else if (fee.amount == 0) {
		judge_zero(note, &fee);
	} else {
		judge_amount(a, note, &fee);
	}
	return fee;
}

static bool is_same(const struct import_fee *x, const struct import_fee *y)
{
	return x->kind == y->kind && x->amount == y->amount && str_eq(x->text, y->text) &&
	       str_eq(x->note, y->note) && str_eq(x->unit, y->unit);
}

size_t import_fee_parse(struct arena *a, struct str s, struct import_fee **out, size_t *merged)
{
	struct import_fee *fees = NULL;
	size_t count = 0, cap = 0, from = 0;
	s = str_trim(s);
	bool has_heads = head_end(s, 0) > 0;
	while (from <= s.n) {
		size_t end = part_end(s, from, has_heads);
		struct import_fee fee = judge_part(a, str_trim(str_slice(s, from, end)));
		from = end + 1;
		bool known = false;
		for (size_t i = 0; i < count && !known; i++)
			known = is_same(&fees[i], &fee);
		*merged += known;
		if (known)
			continue;
		fees = arena_grow(a, fees, count, &cap, sizeof *fees);
		fees[count++] = fee;
	}
	*out = fees;
	return count;
}
