/* SPDX-License-Identifier: MIT
 * text_fuzz - any bytes as a text, a number, a date: what comes out is what the headers say */
#include <assert.h>

#include "base/date.h"
#include "base/num.h"
#include "base/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_slug(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		bool word = (s.p[i] >= 'a' && s.p[i] <= 'z') || (s.p[i] >= '0' && s.p[i] <= '9');
		assert(word || (s.p[i] == '-' && i > 0 && i + 1 < s.n && s.p[i - 1] != '-'));
	}
}

static void check_numbers(struct str s, struct buf *out)
{
	int64_t n, again;
	(void)!num_parse_percent(s, &n);
	(void)!num_parse_dong(s, &n);
	if (num_parse_int(s, &n) == 0) {
		buf_reset(out);
		buf_printf(out, "%lld", (long long)n);
		assert(num_parse_int(buf_str(out), &again) == 0 && again == n);
	}
	if (num_parse_vi(s, &n) == 0) {
		buf_reset(out);
		num_put_vi(out, n);
		assert(num_parse_vi(buf_str(out), &again) == 0 && again == n);
	}
	buf_reset(out);
	(void)!num_put_decimal_vi(out, s);
}

static void check_dates(struct str s, struct buf *out)
{
	int32_t day, again;
	int minutes;
	if (date_parse_time(s, &minutes))
		assert(minutes >= 0 && minutes <= 24 * 60);
	if (!date_parse(s, &day) && !date_parse_vi(s, &day))
		return;
	assert(day >= DATE_FIRST && day <= DATE_LAST);
	buf_reset(out);
	date_put_iso(out, day);
	assert(date_parse(buf_str(out), &again) && again == day);
	buf_reset(out);
	date_put_long(out, day);
}

static void check_text(struct str s, struct buf *out)
{
	bool valid = text_is_utf8(s, NULL);
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		size_t next = text_next(s, at, &c);
		assert(next > at && next <= s.n);
		at = next;
		(void)text_class_of(c);
	}
	text_nfc(out, s);
	assert(!valid || text_is_nfc(buf_str(out)));
	buf_reset(out);
	text_fold(out, s);
	buf_reset(out);
	text_fold_key(out, s);
	buf_reset(out);
	text_first_letter(out, s);
	struct str cut = text_cut_words(s, 10);
	assert(cut.n <= s.n && (!valid || text_is_utf8(cut, NULL)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str s = {(const char *)data, size};
	struct buf out = {0};
	text_slug(&out, s);
	check_slug(buf_str(&out));
	buf_reset(&out);
	check_text(s, &out);
	check_numbers(s, &out);
	check_dates(s, &out);
	struct text_order *order = text_order_new();
	struct str half = str_slice(s, 0, s.n / 2), rest = str_slice(s, s.n / 2, s.n);
	assert(text_compare(order, half, rest) == -text_compare(order, rest, half));
	text_order_free(order);
	buf_release(&out);
	return 0;
}
