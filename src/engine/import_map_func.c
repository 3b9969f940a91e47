/* SPDX-License-Identifier: MIT
 * import_map_func - functions that only maps have: words of offices become values
 *
 *   limit_part(x, 'value' | 'unit' | 'text' [, unit])    "15 ngày làm việc": 15, WORKING_DAY
 *   fee_part(x, 'amount' | 'words' | 'none' | 'unit' | 'note' | 'kind' [, unit])
 *   plain_md(x)                                          text as Markdown that shows it so
 *
 * `unit` is that of a cell which is a number only: "WORKING_DAY", "nghìn đồng".
 *
 * They are what an import of records makes of the same words (import_limit.c, import_fee.c,
 * import_md.c). NULL when there is no such part. */
#include <string.h>

#include "base/num.h"
#include "engine/import_int.h"
#include "engine/import_map_int.h"

/* The first argument, with the unit that is given for it when it has none of its own. */
static struct str with_unit(struct arena *a, struct db_call *c)
{
	struct str x = str_trim(db_call_text(c, 0));
	bool is_number = x.n > 0;
	for (size_t i = 0; i < x.n; i++)
		is_number = is_number && strchr("0123456789.,", x.p[i]);
	if (!is_number || db_call_count(c) < 3)
		return x;
	return arena_printf(a, "%.*s %.*s", STR_ARG(x), STR_ARG(db_call_text(c, 2)));
}

static bool is_called_rightly(struct db_call *c, const char *usage)
{
	int count = db_call_count(c);
	if (count == 2 || count == 3)
		return true;
	db_result_error(c, usage);
	return false;
}

static void limit_part(struct db_call *c)
{
	struct arena a = {0};
	struct import_limit l;
	if (!is_called_rightly(c, "limit_part(x, part [, unit])"))
		return;
	struct str part = db_call_text(c, 1);
	import_limit_parse(&a, with_unit(&a, c), &l);
	if (str_eqz(part, "value"))
		db_result_text(c, l.value);
	else if (str_eqz(part, "unit"))
		db_result_text(c, l.unit);
	else if (str_eqz(part, "text"))
		db_result_text(c, l.text);
	else
		db_result_error(c, "limit_part: value, unit, text");
	arena_release(&a);
}

/* "20.000", "8.000 đồng/bản", "8.000 đồng (mỗi bản)" in the form that the portal has. */
static struct str in_portal_form(struct arena *a, struct str s)
{
	int64_t amount;
	size_t end = 0;
	while (end < s.n && s.p[end] != '/' && s.p[end] != '(')
		end++;
	struct str head = str_trim(str_slice(s, 0, end));
	if (num_parse_dong(head, &amount) < 0 || amount < 0)
		return s;
	return arena_printf(a, "%lld VNĐ (%.*s)", (long long)amount,
	                    STR_ARG(str_trim(str_slice(s, end, s.n))));
}

/* Of one cell; several fees stand in words as they are. */
static struct import_fee fee_of(struct arena *a, struct str s)
{
	struct import_fee *fees;
	size_t merged = 0;
	s = str_trim(s);
	if (import_fee_parse(a, in_portal_form(a, s), &fees, &merged) == 1)
		return fees[0];
	return (struct import_fee){.kind = IMPORT_FEE_FORMULA, .text = s};
}

static void fee_part(struct db_call *c)
{
	static const char *const kinds[] = {[IMPORT_FEE_AMOUNT] = "amount",
	                                    [IMPORT_FEE_FORMULA] = "words",
	                                    [IMPORT_FEE_NONE] = "none"};
	struct arena a = {0};
	if (!is_called_rightly(c, "fee_part(x, part [, unit])"))
		return;
	struct str part = db_call_text(c, 1), text = {0};
	struct import_fee f = fee_of(&a, with_unit(&a, c));
	bool is_known = f.kind != IMPORT_FEE_UNKNOWN && f.kind != IMPORT_FEE_EMPTY;
	const char *kind = is_known ? kinds[f.kind] : NULL;
	if (str_eqz(part, "kind"))
		text = str_from(kind);
	else if (str_eqz(part, "unit"))
		text = f.unit;
	else if (str_eqz(part, "note"))
		text = f.note;
	else if (kind && str_eqz(part, kind))
		text = f.kind == IMPORT_FEE_AMOUNT
		               ? arena_printf(&a, "%lld", (long long)f.amount)
		               : f.text;
	db_result_text(c, text);
	arena_release(&a);
}

static void plain_md(struct db_call *c)
{
	struct arena a = {0};
	struct str rest = db_call_text(c, 0);
	size_t count = 1;
	for (size_t i = 0; i < rest.n; i++)
		count += rest.p[i] == '\n';
	struct import_md_line *lines = arena_array(&a, count, sizeof *lines);
	count = 0;
	struct buf out = {0};
	while (rest.p)
		lines[count++].text = str_cut_line(&rest);
	import_md_put(&out, lines, count);
	db_result_text(c, out.len ? buf_str(&out) : (struct str){0});
	buf_release(&out);
	arena_release(&a);
}

void import_map_functions(struct db *db)
{
	db_add_function(db, "limit_part", DB_ANY_ARGS, true, limit_part, NULL);
	db_add_function(db, "fee_part", DB_ANY_ARGS, true, fee_part, NULL);
	db_add_function(db, "plain_md", 1, true, plain_md, NULL);
}
