/* SPDX-License-Identifier: MIT
 *
 * stated - the sums of money and the time limits that a text states
 *
 * Sentences of offices: "30.000 đồng/bản", "10 USD", "Không quá 03 (ba) ngày làm việc".
 * Numbers have points or commas between groups of three digits, or a fraction behind one
 * point or comma in a time limit. What is found may be no sum and no limit at all to a
 * reader ("trong 30 ngày kể từ ngày nộp 50.000 đồng"): for comparing and for warnings.
 *
 * Lives    what comes out is borrowed from the text, or a word of the program
 * Fails    never; false is "no more"
 * Threads  pure
 */
#ifndef NIEMYET_BOARD_STATED_H
#define NIEMYET_BOARD_STATED_H

#include "base/buf.h"

/* A sum of money. `currency` is NULL for đồng ("nghìn", "triệu" worked out), else "USD" ... */
struct stated_sum {
	int64_t amount;
	const char *currency;
};
/* The next one at or after byte *at, which moves behind it. Numbers of documents
 * ("64/2025/TT-BTC"), days and, without a unit, numbers below 10,000 that have no groups are
 * none. */
must_use bool stated_next_sum(struct str s, size_t *at, struct stated_sum *out);

/* A number of a time limit at the beginning of *s, "7", "1.5", "1,5" or "010": taken off,
 * without zeros in front; absent when there is none. stated_put_number writes such a one with
 * a point, "1,50" as "1.5". */
struct str stated_take_number(struct str *s);
bool stated_is_zero(struct str number);
void stated_put_number(struct buf *out, struct str number);

/* "3 ngay lam viec", "03 (ba) ngay lam viec" at the beginning of the folded text *s: taken
 * off. `value` is its number, not zero, as stated_take_number has it, `unit` one of WORKING_DAY
 * DAY HOUR MONTH YEAR. */
struct stated_limit {
	struct str value;
	const char *unit;
};
must_use bool stated_take_limit(struct str *s, struct stated_limit *out);

/* The next one in a folded text, at or after byte *at, which moves behind it. Numbers inside
 * days, documents and fractions ("30/6", "1/2 ngày") are none. */
must_use bool stated_next_limit(struct str folded, size_t *at, struct stated_limit *out);

#endif
