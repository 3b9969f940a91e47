/* SPDX-License-Identifier: MIT
 *
 * func_int - what the files of func share: a call with its arguments, and errors
 *
 * A new function is a row in the table of its file, the function, and its part of
 * docs/functions.md.
 */
#ifndef NIEMYET_BOARD_FUNC_INT_H
#define NIEMYET_BOARD_FUNC_INT_H

#include "base/date.h"
#include "base/map.h"
#include "base/num.h"
#include "base/text.h"
#include "board/chart.h"
#include "board/func.h"

/* A day that is not what its weekday says. `more` is the sum over all such days up to and
 * with this one: +1 where a weekend is worked, -1 where a weekday is off. */
struct special_day {
	int32_t day;
	int more;
};

/* What the functions of one connection rest on. */
struct func_state {
	const struct func_env *env;
	struct db *db;
	bool is_further;             /* the page's language is not that of the data */
	struct arena arena;
	struct text_order *order;
	struct map texts;            /* key to struct str * */
	struct num_signs signs;      /* of the language; absent: Vietnamese */
	struct special_day *special; /* in order of day */
	size_t special_count;
	int cut_day;                 /* reporting periods begin on this day of a month */
	int live_depth;              /* live blocks inside live blocks */
	struct db_stmt *translation; /* of tr(); NULL until it is needed */
	struct arena bare;           /* arguments without marks, while calls last */
	int calls;                   /* open inside each other */
};

struct func_call {
	struct db_call *sql;
	struct func_state *state;
	const struct func_entry *entry;
};

/* What can be wrong; {1} and {2} of its text are filled in. */
#define FUNC_PROBLEMS                                                                              \
	X(NO_INT, "“{1}” không phải số nguyên", "“{1}” is no integer")                             \
	X(NO_NUMBER, "“{1}” không phải số thập phân", "“{1}” is no decimal number")                \
	X(NEGATIVE, "số “{1}” không được âm", "“{1}” may not be negative")                         \
	X(NO_DAY, "“{1}” không phải ngày dạng NĂM-THÁNG-NGÀY", "“{1}” is no day YEAR-MONTH-DAY")   \
	X(NO_TIME, "“{1}” không phải giờ dạng GIỜ:PHÚT", "“{1}” is no time HOUR:MINUTE")           \
	X(TOO_BIG, "số quá lớn", "the number is too big")                                          \
	X(NO_DAY_LEFT, "ngày nằm ngoài năm 1 đến 9999", "the day is outside the years 1 to 9999")  \
	X(NOT_AMONG, "“{1}” không thuộc {2}", "“{1}” is none of {2}")                              \
	X(NO_KEY, "không có chữ nào mang khóa “{1}”", "no text has the key “{1}”")                 \
	X(NO_KEY_NEAR, "không có chữ nào mang khóa “{1}”; gần nhất: “{2}”",                        \
	  "no text has the key “{1}”; the nearest is “{2}”")                                       \
	X(NO_ASSET, "không có tệp “{1}” trong assets", "there is no file “{1}” in assets")         \
	X(NO_ASSET_NEAR, "không có tệp “{1}” trong assets; gần nhất: “{2}”",                       \
	  "there is no file “{1}” in assets; the nearest is “{2}”")                                \
	X(NO_QR, "“{1}” không thể thành mã QR: rỗng, hoặc dài hơn 2.331 byte",                   \
	  "“{1}” cannot be a QR code: it is empty, or longer than 2,331 bytes")                    \
	X(NO_JSON, "đối số không phải JSON", "the argument is no JSON")                            \
	X(NO_OBJECT, "đối số không phải một đối tượng JSON", "the argument is no JSON object")     \
	X(NO_PERIOD, "kỳ {1} không có số {2}", "{1} has no number {2}")                            \
	X(NO_TARGET, "chỉ tiêu {1}/{2} không hợp lệ", "the target {1}/{2} is not valid")           \
	X(NO_OPTIONS, "tham số options phải là một đối tượng JSON",                                \
	  "the options have to be a JSON object")                                              \
	X(OPTIONS_DIFFER, "tham số options phải như nhau ở mọi hàng của một biểu đồ",              \
	  "the options have to be the same in all rows of a chart")                            \
	X(NO_OPTION, "options không có khóa “{1}”; các khóa: {2}",                                 \
	  "there is no option “{1}”; there are {2}")                                           \
	X(NO_OPTION_NEAR, "options không có khóa “{1}”; gần nhất: “{2}”",                          \
	  "there is no option “{1}”; the nearest is “{2}”")                                    \
	X(NEEDS_OPTION, "options thiếu khóa “{1}”", "the options lack “{1}”")                      \
	X(NO_ID, "id “{1}” chỉ được gồm chữ không dấu, số, - và _, bắt đầu bằng chữ",              \
	  "“{1}” cannot be an id: letters a-z, digits, - and _, beginning with a letter")      \
	X(MANY_POINTS, "biểu đồ có hơn {1} điểm", "the chart has more than {1} points")            \
	X(MANY_SERIES, "biểu đồ có hơn {1} loạt số liệu; thừa: “{2}”",                             \
	  "the chart has more than {1} series; too many is “{2}”")                             \
	X(TWICE, "có hai giá trị cho “{1}” trong cùng một loạt số liệu",                           \
	  "there are two values for “{1}” in one series")                                      \
	X(NEGATIVE_PART, "phần “{2}” của “{1}” không được âm",                                     \
	  "the part “{2}” of “{1}” may not be negative")                                       \
	X(IN_TEXT, "{1}", "{1}")
enum func_problem {
#define X(name, vi, en) FUNC_##name,
	FUNC_PROBLEMS
#undef X
};

/* What is wrong, in words, in the language of env->d. */
void func_put_problem(const struct func_state *s, struct buf *out, enum func_problem problem,
                      struct str a, struct str b);
/* Makes the call an SQL error "NAME: ..."; always false. */
bool func_fail(struct func_call *c, enum func_problem problem, struct str a, struct str b);

int func_arg_count(const struct func_call *c);
bool func_arg_is_null(const struct func_call *c, int i);    /* or not given at all */
/* Absent when null; borrowed. Without the marks of fmt/original; func_arg_marked has them. */
struct str func_arg_text(const struct func_call *c, int i);
struct str func_arg_marked(const struct func_call *c, int i);
/* False and the call has failed when the argument is not one. */
must_use bool func_arg_int(struct func_call *c, int i, int64_t *out);
must_use bool func_arg_day(struct func_call *c, int i, int32_t *days); /* also of a time stamp */

/* Gives the result and frees the buffer. */
void func_result(struct func_call *c, struct buf *out);
void func_result_day(struct func_call *c, int64_t days); /* fails outside the calendar */
void *func_group(struct func_call *c); /* an aggregate's state */

/* What is made once for all languages (assets, data) lies in the site's folder: the way there from
 * a page whose {{root}} is given. */
void func_put_top(const struct func_state *s, struct buf *out, struct str root);

bool func_is_json_object(const struct func_state *s, struct str json);

/* An interface text. NULL when no language has it. */
const struct str *func_text(const struct func_state *s, struct str key);
/* The same for functions: false and the call has failed. */
must_use bool func_put_text(struct func_call *c, struct buf *out, struct str key);

/* func_format.c: how the language of the page writes a thing: the text format.NAME (NAME_N where n
 * is not 0) with its {parts} filled in; `vietnamese` where there is no such text. */
struct func_format {
	const char *name;
	int n;
	const char *vietnamese;
};
struct func_part {
	const char *name;
	struct str value;
};
void func_put_format(const struct func_state *s, struct buf *out, struct func_format f,
                     const struct func_part *parts, size_t count);
void func_put_day(const struct func_state *s, struct buf *out, int32_t days); /* in tables */
void func_put_long_day(const struct func_state *s, struct buf *out, int32_t days);
struct str func_month(const struct func_state *s, int month); /* its name; absent: unknown */
enum { FUNC_DIGITS = 24 };
/* A number in `text`, with zeros in front up to `least` digits. */
struct str func_digits(char text[FUNC_DIGITS], int least, int64_t n);

/* Charts. The words of the interface, in the arena; the key that is missing, else absent. */
struct str func_chart_words(const struct func_state *s, struct arena *a, struct chart_words *words);
bool func_chart_unit(struct str name, enum chart_unit *unit); /* false: none of that name */
bool func_chart_op(struct str name, enum chart_op *op);
/* Why chart_draw refused, as a problem with its texts. */
enum func_problem func_chart_problem(enum chart_fault fault, const struct chart_point *at,
                                     struct str *a, struct str *b);

/* The live block "```chart": its query is ready to be stepped through. Puts the figure. */
struct func_chart_fence {
	struct str words;          /* behind "chart": kind, unit, title */
	struct str caption;        /* the title when the words have none; may be empty */
	struct str id;
	struct place at;           /* of the fence */
};
int func_chart_block(const struct func_state *s, const struct func_chart_fence *w,
                     struct db_stmt *query, struct buf *out, struct diag *d);

/* Monday to Friday and the special days, counted from DATE_FIRST up to and with `day`. */
int64_t func_working_days_until(const struct func_state *s, int64_t day);

/* The tables of the files, each ended by a row without a name. */
extern const struct func_entry func_text_entries[], func_number_entries[], func_date_entries[],
	func_period_entries[], func_link_entries[], func_markdown_entries[],
	func_chart_entries[], func_quality_entries[];

#endif
