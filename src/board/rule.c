/* SPDX-License-Identifier: MIT
 * rule - posting rules: a file a rule, a query that returns the rows which break it */
#include "board/rule.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/fill.h"
#include "board/waiver.h"
#include "builtin.h"
#include "sys/fs.h"

static const struct str level_words[] = {
    [DIAG_NOTE] = {"note", 4}, [DIAG_WARNING] = {"warning", 7}, [DIAG_ERROR] = {"error", 5}};

/* Where the head's keys go. */
static struct str *slot_of(struct rule *r, struct str key)
{
	const struct {
		const char *key;
		struct str *slot;
	} slots[] = {
	    {"id", &r->id},
	    {"name", &r->name},
	    {"message.vi", &r->message[DIAG_VI]},
	    {"message.en", &r->message[DIAG_EN]},
	    {"cure.vi", &r->cure[DIAG_VI]},
	    {"cure.en", &r->cure[DIAG_EN]},
	};
	for (size_t i = 0; i < countof(slots); i++)
		if (str_eqz(key, slots[i].key))
			return slots[i].slot;
	return NULL;
}

static int set_level(struct rule *r, struct str value)
{
	r->off = str_eqz(value, "off");
	if (r->off)
		return 0;
	for (int i = 0; i < (int)countof(level_words); i++) {
		if (str_eq(value, level_words[i])) {
			r->level = (enum diag_level)i;
			return 0;
		}
	}
	return -1;
}

static int set_needs(struct rule *r, struct str value)
{
	bool pages = str_eqz(value, "pages");
	r->needs = pages ? RULE_NEEDS_PAGES : RULE_NEEDS_EXPORT;
	return pages || str_eqz(value, "export") ? 0 : -1;
}

/* "2010-10-14 .. 2026-07-01", either day may be missing. */
static struct rule_period parse_period(struct str value)
{
	size_t dots = str_find(value, STR(".."), 0);
	struct str from = str_trim(str_slice(value, 0, dots));
	struct str to = str_trim(str_slice(value, dots + 2, value.n));
	return (struct rule_period){from.n ? from : (struct str){0}, to.n ? to : (struct str){0}};
}

/* The days in brackets at the end are optional. */
static int add_basis(struct rule *r, struct str value)
{
	if (r->basis_count == countof(r->basis))
		return -1;
	struct rule_basis *b = &r->basis[r->basis_count++];
	size_t open = str_find_byte(value, '[', 0);
	b->text = str_trim(str_slice(value, 0, open));
	if (open < value.n && str_ends(value, STR("]")))
		b->valid = parse_period(str_slice(value, open + 1, value.n - 1));
	return 0;
}

static int set_key(struct rule *r, struct str key, struct str value, struct place at,
                   struct diag *d)
{
	struct str *slot = slot_of(r, key);
	if (slot) {
		*slot = value;
		return 0;
	}
	if (str_eqz(key, "valid")) {
		r->valid = parse_period(value);
		return 0;
	}
	if (str_eqz(key, "basis") && add_basis(r, value) == 0)
		return 0;
	if (str_eqz(key, "level") && set_level(r, value) == 0)
		return 0;
	if (str_eqz(key, "needs") && set_needs(r, value) == 0)
		return 0;
	return diag_add(d, DIAG_R040, at, key, value);
}

/* Reads the head; what follows it is the query. Lines of comment without a key are prose. */
static int parse_rule(struct rule *r, struct str text, struct str file, struct diag *d)
{
	struct str rest = text;
	int line = 0, status = 0;
	while (rest.p && str_starts(rest, STR("--"))) {
		line++;
		struct str row = str_cut_line(&rest);
		row = str_trim(str_slice(row, 2, row.n));
		size_t colon = str_find_byte(row, ':', 0);
		struct str key = str_slice(row, 0, colon);
		if (colon == row.n || str_find_byte(key, ' ', 0) < key.n)
			continue;
		if (str_eqz(key, "SPDX-License-Identifier"))
			continue;
		if (set_key(r, key, str_trim(str_slice(row, colon + 1, row.n)),
		            (struct place){file, line}, d) < 0)
			status = -1;
	}
	r->sql = rest;
	r->at = (struct place){file, line + 1};
	if (r->off && r->id.n)
		return status;
	if (!r->id.n || !r->message[DIAG_VI].n || !r->message[DIAG_EN].n || !r->cure[DIAG_VI].n ||
	    !r->cure[DIAG_EN].n || str_blank(r->sql))
		return diag_add(d, DIAG_R041, (struct place){file, 1});
	return status;
}

static void add_rule(struct rule_set *set, struct arena *a, const struct rule *r)
{
	for (size_t i = 0; i < set->count; i++) {
		if (str_eq(set->rules[i].id, r->id)) {
			set->rules[i] = *r;
			return;
		}
	}
	set->rules = arena_grow(a, set->rules, set->count, &set->cap, sizeof *r);
	set->rules[set->count++] = *r;
}

static int read_builtin(struct rule_set *set, struct arena *a, struct diag *d)
{
	for (size_t i = 0; i < builtin_count; i++) {
		struct rule r = {0};
		struct str path = str_from(builtin_files[i].path);
		if (!str_starts(path, STR("src/rules/")))
			continue;
		if (parse_rule(&r, builtin_files[i].bytes, path, d) < 0)
			return -1;
		add_rule(set, a, &r);
	}
	return 0;
}

struct reading {
	struct rule_set *set;
	struct arena *arena;
	const char *dir;
	struct diag *d;
	int status;
};

static int read_file(void *user, struct str path, struct fs_info info)
{
	struct reading *r = user;
	if (info.kind != FS_FILE || !str_ends(path, STR(".sql")))
		return 0;
	struct str text;
	struct rule rule = {0};
	struct str name = arena_printf(r->arena, "rules/%.*s", STR_ARG(path));
	const char *from = fs_join(r->arena, r->dir, path.p);
	int status = fs_read_text(from, LIMIT_CONFIG, r->arena, &text, r->d);
	if (status == 0)
		status = parse_rule(&rule, text, name, r->d);
	if (status == 0)
		add_rule(r->set, r->arena, &rule);
	else
		r->status = -1;
	return 0;
}

static int by_id(const void *a, const void *b)
{
	return str_cmp(((const struct rule *)a)->id, ((const struct rule *)b)->id);
}

int rule_read_all(struct rule_set *out, const char *dir, struct arena *a, struct diag *d)
{
	*out = (struct rule_set){0};
	struct reading r = {out, a, fs_join(a, dir, "rules"), d, 0};
	if (read_builtin(out, a, d) < 0 || fs_walk_own(r.dir, read_file, &r, d) < 0)
		return -1;
	if (out->count)
		qsort(out->rules, out->count, sizeof *out->rules, by_id);
	return r.status;
}

static bool holds(const struct rule_period *p, struct str date)
{
	return (!p->from.p || str_cmp(p->from, date) <= 0) &&
	       (!p->to.p || str_cmp(date, p->to) < 0);
}

bool rule_holds(const struct rule *r, struct str date)
{
	bool based = r->basis_count == 0;
	for (size_t i = 0; i < r->basis_count; i++)
		based = based || holds(&r->basis[i].valid, date);
	return !r->off && based && holds(&r->valid, date);
}

const struct rule *rule_find(const struct rule_set *set, struct str id)
{
	for (size_t i = 0; i < set->count; i++)
		if (str_eq(set->rules[i].id, id))
			return &set->rules[i];
	return NULL;
}

static int column_of(const struct db_stmt *s, struct str name)
{
	for (int i = 0; i < db_column_count(s); i++)
		if (str_eq(db_column_name(s, i), name))
			return i;
	return -1;
}

/* {column} is the row's value. */
static void fill(struct buf *out, struct str pattern, const struct db_stmt *row)
{
	struct fill_piece p;
	while (fill_next(&pattern, &p)) {
		int col = p.name.p ? column_of(row, p.name) : -1;
		buf_put(out, p.text);
		buf_put(out, col < 0 ? p.braces : db_text(row, col));
	}
}

static struct str path_of(struct db_stmt *find_path, int64_t id, struct diag *d)
{
	db_reset(find_path);
	db_bind_int(find_path, 0, id);
	return db_step(find_path, d) == 1 ? db_text(find_path, 0) : (struct str){0};
}

/* One run over the rules: where findings go, where mistakes of the rules themselves. */
struct running {
	struct db *db;
	struct db_stmt *find_path;
	struct str date;
	struct waivers *waivers;
	struct diag *findings, *kept, *d;
};

void rule_put_bases(struct buf *out, const struct rule *r, struct str date)
{
	const char *before = "";
	for (size_t i = 0; i < r->basis_count; i++) {
		if (!holds(&r->basis[i].valid, date))
			continue;
		buf_putz(out, before);
		buf_put(out, r->basis[i].text);
		before = "; ";
	}
}

/* The value of the first column of these that there is and that is not NULL. */
static struct str first_of(const struct db_stmt *row, const char *const names[])
{
	for (; *names; names++) {
		int i = column_of(row, str_from(*names));
		if (i >= 0 && !db_is_null(row, i))
			return db_text(row, i);
	}
	return (struct str){0};
}

static struct place place_of(const struct running *run, const struct db_stmt *row)
{
	static const char *const file[] = {"file", NULL};
	int id = column_of(row, STR("source_id")), line = column_of(row, STR("source_line"));
	if (id < 0 || db_is_null(row, id))
		return (struct place){.file = first_of(row, file)};
	struct place at = {.file = path_of(run->find_path, db_int(row, id), run->d)};
	at.line = line >= 0 ? (int)db_int(row, line) : 0;
	return at;
}

/* Its value is the length of what it says. */
static size_t say(const struct rule *r, const struct db_stmt *row, struct diag_message m,
                  struct str bases, struct diag *to)
{
	if (to->counts_only) {
		diag_add_rule(to, m);
		return 0;
	}
	struct buf text = {.max = LIMIT_CELL}, hint = {.max = LIMIT_CELL};
	fill(&text, r->message[to->lang], row);
	fill(&hint, r->cure[to->lang], row);
	if (bases.n)
		buf_printf(&hint, " (%.*s)", STR_ARG(bases));
	m.text = buf_str(&text);
	m.hint = buf_str(&hint);
	diag_add_rule(to, m);
	buf_release(&text);
	buf_release(&hint);
	return m.text.n + m.hint.n + m.object.n;
}

static size_t report(const struct running *run, const struct rule *r, bool is_chosen,
                     struct db_stmt *row, struct str bases)
{
	static const char *const objects[] = {"object", "code", "path", NULL};
	struct diag_message m = {.level = r->level, .id = r->id, .at = place_of(run, row)};
	size_t said = 0;
	m.object = first_of(row, objects);
	if (!m.object.p)
		m.object = m.at.file;
	if (run->waivers)
		m.waived = waiver_find(run->waivers, r->id, m.object);
	if (is_chosen)
		said += say(r, row, m, bases, run->findings);
	if (run->kept)
		said += say(r, row, m, (struct str){0}, run->kept);
	return said;
}

static int refuse_more(const struct running *run, const struct rule *r)
{
	char rows[24], megabytes[24];
	snprintf(rows, sizeof rows, "%d", LIMIT_FINDINGS);
	snprintf(megabytes, sizeof megabytes, "%d", LIMIT_FINDINGS_TEXT >> 20);
	return diag_add(run->d, DIAG_R044, r->at, r->id, str_from(rows), str_from(megabytes));
}

static int run_rule(const struct running *run, const struct rule *r, bool is_chosen)
{
	struct db_stmt *s = NULL;
	if (db_prepare(run->db, r->sql, r->at, &s, run->d) < 0)
		return -1;
	db_count_all_steps(s);
	struct buf bases = {0};
	rule_put_bases(&bases, r, run->date);
	size_t rows = 0, said = 0;
	int status;
	while ((status = db_step(s, run->d)) == 1) {
		if (++rows > LIMIT_FINDINGS || said > LIMIT_FINDINGS_TEXT) {
			status = refuse_more(run, r);
			break;
		}
		said += report(run, r, is_chosen, s, buf_str(&bases));
	}
	db_finish(s);
	buf_release(&bases);
	return status;
}

static bool is_chosen(const struct rule *r, const struct rule_choice *choice)
{
	return !choice->only.p || str_eq(choice->only, r->id);
}

/* Those that are not chosen are run too when all findings are kept. */
static bool is_run(const struct rule *r, const struct rule_choice *choice, struct str date)
{
	return (choice->kept || is_chosen(r, choice)) && r->needs == choice->needs &&
	       rule_holds(r, date);
}

/* The view that is slowest to make is made once, when more rules than one ask it. */
static int keep_texts(const struct rule_set *set, const struct running *run,
                      const struct rule_choice *choice)
{
	const struct str view = STR("text_posted");
	int asking = 0;
	for (size_t i = 0; i < set->count; i++) {
		const struct rule *r = &set->rules[i];
		if (is_run(r, choice, run->date))
			asking += str_find(r->sql, view, 0) < r->sql.n;
	}
	return asking > 1 ? db_keep_view(run->db, view.p, run->d) : 0;
}

int rule_run_all(const struct rule_set *set, struct str date, const struct rule_choice *choice,
                 struct db *db, struct diag *findings, struct diag *d)
{
	if (choice->only.p && !rule_find(set, choice->only))
		return diag_add(d, DIAG_R042, NOWHERE, choice->only);
	const char *find_path = "SELECT path FROM source WHERE id = ?1";
	struct running run = {db,       db_must_prepare(db, find_path), date, choice->waivers,
	                      findings, choice->kept,                   d};
	int status = keep_texts(set, &run, choice);
	for (size_t i = 0; i < set->count; i++) {
		const struct rule *r = &set->rules[i];
		if (!is_run(r, choice, date))
			continue;
		if (choice->waivers)
			waiver_try(choice->waivers, r->id);
		if (run_rule(&run, r, is_chosen(r, choice)) < 0)
			status = -1;
	}
	db_finish(run.find_path);
	return status;
}
