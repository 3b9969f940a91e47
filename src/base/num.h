/* SPDX-License-Identifier: MIT
 *
 * num - integers read strictly and written the Vietnamese way
 *
 * Money is integer đồng and a rate is a pair of integers: no floating point comes near
 * either. The C library's locale is never asked.
 *
 * Fails    -1 when the whole text is not such a number or it does not fit; *out is then
 *          unchanged and nothing is reported
 * Threads  pure
 */
#ifndef NIEMYET_BASE_NUM_H
#define NIEMYET_BASE_NUM_H

#include "base/buf.h"

/* Digits with an optional sign, nothing else: "-12", "007". */
must_use int num_parse_int(struct str s, int64_t *out);

/* Numbers as offices write them; space around is allowed. A number whose separator can be
 * read in two ways, or that has two kinds of them, is refused.
 *   num_parse_vi       "1.506" 1506, "03" 3; "1,506" and "1.5" are refused
 *   num_parse_percent  in hundredths of a percent: "81,76%" 8176, "96 %" 9600
 *   num_parse_dong     "30.000", "30.000 đồng", "10 triệu đồng", "1,5 tỷ", "50 nghìn" */
must_use int num_parse_vi(struct str s, int64_t *out);
must_use int num_parse_percent(struct str s, int64_t *hundredths);
must_use int num_parse_dong(struct str s, int64_t *out);

/* "1.506", "-1.506". */
void num_put_vi(struct buf *out, int64_t n);

/* A decimal number with a point as Vietnamese has it: "1234.5" gives "1.234,5". Zeros at
 * the end of the fraction are left out. -1 when it is not digits with at most one point
 * and a sign. */
must_use int num_put_decimal_vi(struct buf *out, struct str decimal);

/* The same with exactly `places` digits after the comma (0 to 9), half away from zero:
 * "18.125" and 2 give "18,13", "20" and 2 give "20,00". */
must_use int num_put_fixed_vi(struct buf *out, struct str decimal, int places);

/* What a language writes between thousands and before a fraction. Absent texts: the point
 * and the comma that the functions above put. */
struct num_signs {
	struct str group, point;
};
/* Puts them in place of the Vietnamese ones from byte `from` of the buffer on. */
void num_set_signs(struct buf *out, size_t from, struct num_signs signs);

/* Hundredths of a percent, half up: n = 260, d = 318 gives 8176. n >= 0, d > 0, else -1. */
must_use int num_rate(int64_t n, int64_t d, int64_t *hundredths);
/* "81,76%"; 10000 is "100%". */
void num_put_percent(struct buf *out, int64_t hundredths);

/* n / d against the target of t_num / t_den percent, exactly: <0 below, 0 just reached, >0
 * above, in *order. n >= 0, t_num >= 0, d > 0, t_den > 0, else -1. */
must_use int num_compare_rate(int64_t n, int64_t d, int64_t t_num, int64_t t_den, int *order);

/* Points for a rate, in hundredths, half up: all of `max` when n / d reaches `full` percent,
 * else max * (n / d) / full. n = 29, d = 32, max "20", full "100" give 1813. `max` and `full`
 * are decimals with a point. n >= 0, d > 0, max >= 0, full > 0, else -1. */
must_use int num_points(int64_t n, int64_t d, struct str max, struct str full,
                        int64_t *hundredths);

#endif
