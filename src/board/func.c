/* SPDX-License-Identifier: MIT
 * func - the SQL functions: registering, arguments, results, errors */
#include "board/func_int.h"

#include "base/fill.h"
#include "fmt/original.h"

#include <assert.h>
#include <string.h>

static const struct func_entry *const groups[] = {
	func_markdown_entries, func_text_entries, func_number_entries,
	func_date_entries, func_period_entries, func_link_entries, func_chart_entries,
	func_quality_entries,
};

static const struct {
	const char *vi, *en;
} problems[] = {
#define X(name, vi, en) {vi, en},
	FUNC_PROBLEMS
#undef X
};

const struct func_entry *func_entry_at(size_t i)
{
	for (size_t g = 0; g < countof(groups); g++)
		for (const struct func_entry *e = groups[g]; e->name; e++)
			if (i-- == 0)
				return e;
	return NULL;
}

size_t func_entry_count(void)
{
	size_t count = 0;
	while (func_entry_at(count))
		count++;
	return count;
}

/* Arguments, results, errors. */

void func_put_problem(const struct func_state *s, struct buf *out, enum func_problem problem,
                      struct str a, struct str b)
{
	bool en = s->env->d && s->env->d->lang == DIAG_EN;
	const char *pattern = en ? problems[problem].en : problems[problem].vi;
	fill_put(out, str_from(pattern), (const struct str[]){a, b}, 2);
}

bool func_fail(struct func_call *c, enum func_problem problem, struct str a, struct str b)
{
	struct buf out = {0};
	buf_printf(&out, "%s: ", c->entry->name);
	func_put_problem(c->state, &out, problem, a, b);
	db_result_error(c->sql, buf_str(&out).p);
	buf_release(&out);
	return false;
}

int func_arg_count(const struct func_call *c)
{
	return db_call_count(c->sql);
}

bool func_arg_is_null(const struct func_call *c, int i)
{
	return i >= db_call_count(c->sql) || db_call_type(c->sql, i) == DB_NULL;
}

struct str func_arg_marked(const struct func_call *c, int i)
{
	return func_arg_is_null(c, i) ? (struct str){0} : db_call_text(c->sql, i);
}

struct str func_arg_text(const struct func_call *c, int i)
{
	struct str s = func_arg_marked(c, i);
	return c->state->is_further ? original_bare(&c->state->bare, s) : s;
}

bool func_arg_int(struct func_call *c, int i, int64_t *out)
{
	if (i >= db_call_count(c->sql) || db_call_type(c->sql, i) != DB_INT)
		return func_fail(c, FUNC_NO_INT, func_arg_text(c, i), STR(""));
	*out = db_call_int(c->sql, i);
	return true;
}

bool func_arg_day(struct func_call *c, int i, int32_t *days)
{
	struct str s = func_arg_text(c, i);
	bool has_time = s.n > 10 && (s.p[10] == 'T' || s.p[10] == ' ');
	if (date_parse(has_time ? str_slice(s, 0, 10) : s, days))
		return true;
	return func_fail(c, FUNC_NO_DAY, s, STR(""));
}

void func_result(struct func_call *c, struct buf *out)
{
	db_result_text(c->sql, buf_str(out));
	buf_release(out);
}

void func_result_day(struct func_call *c, int64_t days)
{
	if (days < DATE_FIRST || days > DATE_LAST) {
		func_fail(c, FUNC_NO_DAY_LEFT, STR(""), STR(""));
		return;
	}
	struct buf out = {0};
	date_put_iso(&out, (int32_t)days);
	func_result(c, &out);
}

void *func_group(struct func_call *c)
{
	return db_call_state(c->sql);
}

bool func_is_json_object(const struct func_state *s, struct str json)
{
	struct diag unheard = {0};
	struct db_stmt *check = db_must_prepare(
		s->db, "SELECT CASE WHEN json_valid(?1) THEN json_type(?1) = 'object' END");
	db_bind_text(check, 0, json);
	bool is_one = db_step(check, &unheard) == 1 && db_int(check, 0) == 1;
	db_finish(check);
	diag_release(&unheard);
	return is_one;
}

const struct str *func_text(const struct func_state *s, struct str key)
{
	return map_get(&s->texts, key);
}

bool func_put_text(struct func_call *c, struct buf *out, struct str key)
{
	const struct str *text = func_text(c->state, key);
	if (text) {
		buf_put(out, *text);
		return true;
	}
	struct str near = map_nearest(&c->state->texts, key);
	return func_fail(c, near.p ? FUNC_NO_KEY_NEAR : FUNC_NO_KEY, key, near);
}

/* What is read once. */

static bool has_table(struct db *db, const char *name)
{
	struct diag unheard = {0};
	struct db_stmt *s = db_must_prepare(
		db, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1");
	db_bind_text(s, 0, str_from(name));
	bool found = db_step(s, &unheard) == 1;
	db_finish(s);
	diag_release(&unheard);
	return found;
}

/* Calls take() for each row of a statement of ours. */
static void read_rows(struct func_state *s, const char *table, const char *sql,
                      void (*take)(struct func_state *s, const struct db_stmt *row))
{
	if (!has_table(s->db, table))
		return;
	struct diag unheard = {0};
	struct db_stmt *row = db_must_prepare(s->db, sql);
	const struct func_env *env = s->env;
	const struct str params[] = {env->lang, env->origin.p ? env->origin : STR("vi")};
	for (int i = 0; i < db_param_count(row); i++)
		db_bind_text(row, i, params[i]);
	while (db_step(row, &unheard) == 1)
		take(s, row);
	db_finish(row);
	diag_release(&unheard);
}

/* A text that the language has not is the original's, and marked so. */
static void take_text(struct func_state *s, const struct db_stmt *row)
{
	struct str *value = arena_new(&s->arena, struct str);
	bool is_original = s->is_further && db_int(row, 2);
	*value = is_original ? original_marked(&s->arena, db_text(row, 1))
	                     : arena_str(&s->arena, db_text(row, 1));
	map_put(&s->texts, arena_str(&s->arena, db_text(row, 0)), value);
}

static void take_day(struct func_state *s, const struct db_stmt *row)
{
	int32_t day;
	if (!date_parse(db_text(row, 0), &day))
		return;
	bool weekday = date_weekday(day) <= 5;
	bool worked = str_eqz(db_text(row, 1), "WORKING_SATURDAY");
	int before = s->special_count ? s->special[s->special_count - 1].more : 0;
	s->special[s->special_count++] = (struct special_day){day, before + worked - weekday};
}

static void take_cut_day(struct func_state *s, const struct db_stmt *row)
{
	int64_t day;
	if (num_parse_int(db_text(row, 0), &day) == 0 && day >= 1 && day <= 28)
		s->cut_day = (int)day;
}

static void read_signs(struct func_state *s)
{
	const struct str *group = func_text(s, STR("format.group"));
	const struct str *point = func_text(s, STR("format.point"));
	if (group && point && !(str_eqz(*group, ".") && str_eqz(*point, ",")))
		s->signs = (struct num_signs){original_bare(&s->arena, *group),
		                              original_bare(&s->arena, *point)};
}

static void read_calendar(struct func_state *s)
{
	if (!has_table(s->db, "calendar_day"))
		return;
	size_t days = (size_t)db_int_of(s->db, "SELECT count(*) FROM calendar_day", 0);
	s->special = arena_array(&s->arena, days + 1, sizeof *s->special);
	read_rows(s, "calendar_day", "SELECT day, kind FROM calendar_day ORDER BY day",
	          take_day);
}

int64_t func_working_days_until(const struct func_state *s, int64_t day)
{
	int64_t days = day - DATE_FIRST + 1; /* DATE_FIRST is a Monday */
	int64_t count = days / 7 * 5 + (days % 7 < 5 ? days % 7 : 5);
	size_t low = 0, high = s->special_count; /* the first special day after `day` */
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (s->special[mid].day <= day)
			low = mid + 1;
		else
			high = mid;
	}
	return count + (low ? s->special[low - 1].more : 0);
}

/* Registering. */

static int compare(void *user, struct str a, struct str b)
{
	return text_compare(user, a, b);
}

struct bound {
	struct func_state *state;
	const struct func_entry *entry;
};

/* A live block's query may call functions while markdown() runs. */
static void call(struct db_call *sql, void (*fn)(struct func_call *c))
{
	const struct bound *b = db_call_user(sql);
	struct func_state *s = b->state;
	struct func_call c = {sql, s, b->entry};
	if (!s->is_further) {
		fn(&c);
		return;
	}
	s->calls++;
	fn(&c);
	if (--s->calls == 0)
		arena_reset(&s->bare);
}

static void run(struct db_call *sql)
{
	const struct bound *b = db_call_user(sql);
	for (int i = 0; i < db_call_count(sql) && !b->entry->takes_null; i++)
		if (db_call_type(sql, i) == DB_NULL)
			return;
	call(sql, b->entry->fn);
}

static void run_step(struct db_call *sql)
{
	const struct bound *b = db_call_user(sql);
	call(sql, b->entry->aggregate->step);
}

static void run_final(struct db_call *sql)
{
	const struct bound *b = db_call_user(sql);
	call(sql, b->entry->fn);
}

static void free_state(void *user)
{
	struct func_state *s = user;
	text_order_free(s->order);
	db_finish(s->translation);
	arena_release(&s->bare);
	arena_release(&s->arena);
	mem_free(s);
}

/* Data and environment stand still as long as the connection, so all functions are pure in
 * SQLite's sense. */
static void add_function(struct func_state *s, const struct func_entry *e)
{
	struct bound *b = arena_new(&s->arena, struct bound);
	*b = (struct bound){s, e};
	const struct func_aggregate *g = e->aggregate;
	for (int args = e->args_min; args <= e->args_max && !g; args++)
		db_add_function(s->db, e->name, args, true, run, b);
	if (!g)
		return;
	struct db_aggregate a = {g->size, run_step, run_final, g->release};
	for (int args = e->args_min; args <= e->args_max; args++)
		db_add_aggregate(s->db, e->name, args, &a, b);
}

void func_register(struct db *db, const struct func_env *env)
{
	enum { CUT_DAY = 15 };
	struct func_state *s = mem_resize(NULL, sizeof *s);
	*s = (struct func_state){
		.env = env, .db = db, .is_further = env->origin.p != NULL, .cut_day = CUT_DAY};
	s->texts.arena = &s->arena;
	s->order = text_order_new();
	/* The page's language goes over the data's, or over Vietnamese, which is whole. */
	read_rows(s, "text",
	          "SELECT key, value, lang IS NOT ?1 FROM text WHERE lang IN (?1, ?2)"
	          " ORDER BY lang IS ?1, key",
	          take_text);
	read_rows(s, "setting", "SELECT value FROM setting WHERE key = 'period.cut_day'",
	          take_cut_day);
	read_calendar(s);
	read_signs(s);
	for (size_t g = 0; g < countof(groups); g++)
		for (const struct func_entry *e = groups[g]; e->name; e++)
			add_function(s, e);
	db_add_collation(db, "vi", compare, s->order);
	db_on_close(db, free_state, s);
}
