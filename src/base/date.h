/* SPDX-License-Identifier: MIT
 *
 * date - days: read, counted, written the Vietnamese way
 *
 * A day is a number: days since 1970-01-01, negative before. Years 1 to 9999 of the
 * Gregorian calendar. There is no clock and no time zone here.
 *
 * Fails    false when the text is no such day; nothing is reported
 * Threads  pure
 */
#ifndef NIEMYET_BASE_DATE_H
#define NIEMYET_BASE_DATE_H

#include "base/buf.h"

struct date_ymd {
	int year, month, day; /* month and day count from 1 */
};
enum { DATE_FIRST = -719162, DATE_LAST = 2932896 }; /* 0001-01-01 and 9999-12-31 */

bool date_from_ymd(struct date_ymd ymd, int32_t *days);
struct date_ymd date_to_ymd(int32_t days);
int date_month_length(int year, int month);

/* The day `months` later (or earlier); a day that the month lacks becomes its last. False
 * when the result leaves the calendar. */
bool date_add_months(int32_t days, int months, int32_t *out);

int date_weekday(int32_t days); /* 1 Monday to 7 Sunday */

/* "2026-11-21", just so. */
bool date_parse(struct str iso, int32_t *days);
/* "27/8/2020", "27-08-2020", "27.08.2020", "ngày 27 tháng 08 năm 2020". Space around is
 * allowed; the year has four digits. */
bool date_parse_vi(struct str s, int32_t *days);
/* "HH:MM", 00:00 to 24:00; minutes since midnight. */
bool date_parse_time(struct str s, int *minutes);

void date_put_iso(struct buf *out, int32_t days);  /* "2026-11-21" */
void date_put_vi(struct buf *out, int32_t days);   /* "21/11/2026" */
/* "ngày 02 tháng 3 năm 2026": as official documents write it, days below 10 and the months
 * 1 and 2 with a leading zero. */
void date_put_long(struct buf *out, int32_t days);

#endif
