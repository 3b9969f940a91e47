/* SPDX-License-Identifier: MIT
 * import_map_read - a map's YAML becomes a struct import_map */
#include <string.h>

#include "engine/import_map_int.h"
#include "fmt/yaml.h"

struct reading {
	struct arena *arena;
	struct str file;
	struct trial *trial;
	struct diag *d;
	bool failed; /* a mistake was recorded, yet reading goes on */
};

static struct place place_of(const struct reading *r, const struct yaml_node *n)
{
	return (struct place){r->file, n->line, n->col};
}

/* What stands there is not of the form shown. */
static void refuse(struct reading *r, const struct yaml_node *n, const char *key, const char *form)
{
	r->failed = true;
	diag_add(r->d, DIAG_I033, place_of(r, n), str_from(key), str_from(form));
}

/* The value of a key that has to be there; NULL and a message when it is not. */
static const struct yaml_node *want(struct reading *r, const struct yaml_node *n, const char *key)
{
	const struct yaml_node *value = yaml_get(n, str_from(key));
	if (value && !yaml_is_null(value))
		return value;
	r->failed = true;
	diag_add(r->d, DIAG_I031, place_of(r, n), str_from(key));
	return NULL;
}

/* Every key of the map is one of the list, which ends in NULL. */
static void check_keys(struct reading *r, const struct yaml_node *n, const char *const *known)
{
	struct map names = {.arena = r->arena};
	struct buf list = {0};
	for (; *known; known++) {
		map_put(&names, str_from(*known), r);
		buf_printf(&list, "%s%s", list.len ? ", " : "", *known);
	}
	for (size_t i = 0; i < n->count; i++) {
		struct str key = n->items[i].key;
		if (map_has(&names, key))
			continue;
		struct place at = {r->file, n->items[i].line, n->items[i].col};
		struct str near = map_nearest(&names, key);
		r->failed = true;
		diag_add(r->d, DIAG_I032, at, key, near.p ? near : STR("–"), buf_str(&list));
	}
	buf_release(&list);
}

static bool is_map(struct reading *r, const struct yaml_node *n, const char *key, const char *form)
{
	if (n->kind == YAML_MAP)
		return true;
	refuse(r, n, key, form);
	return false;
}

static struct str take_word(struct reading *r, const struct yaml_node *n, const char *key,
                            const char *form)
{
	if (n->kind == YAML_SCALAR && n->value.n)
		return n->value;
	refuse(r, n, key, form);
	return STR("");
}

/* A block scalar's text begins on the line after its mark. */
static void take_sql(struct reading *r, const struct yaml_node *n, const char *key,
                     struct import_sql *out)
{
	out->text = take_word(r, n, key, "SQL");
	out->at = place_of(r, n);
	bool is_block = n->quoted && str_find_byte(out->text, '\n', 0) < out->text.n;
	out->at.line += is_block;
	out->at.col = 0;
}

static void want_sql(struct reading *r, const struct yaml_node *n, const char *key,
                     struct import_sql *out)
{
	const struct yaml_node *value = want(r, n, key);
	if (value)
		take_sql(r, value, key, out);
}

static void want_text(struct reading *r, const struct yaml_node *n, const char *key,
                      struct import_map_text *out)
{
	static const char *const keys[] = {"vi", "en", NULL};
	static const char form[] = "{vi: ..., en: ...}";
	const struct yaml_node *value = want(r, n, key);
	if (!value || !is_map(r, value, key, form))
		return;
	check_keys(r, value, keys);
	const struct yaml_node *vi = want(r, value, "vi"), *en = yaml_get(value, STR("en"));
	out->vi = vi ? str_trim(take_word(r, vi, key, form)) : STR("");
	out->en = en ? str_trim(take_word(r, en, key, form)) : out->vi;
}

static bool take_flag(struct reading *r, const struct yaml_node *n, const char *key)
{
	const struct yaml_node *value = yaml_get(n, str_from(key));
	if (!value)
		return false;
	bool is_true = value->kind == YAML_SCALAR && str_eqz(value->value, "true");
	if (!is_true && !(value->kind == YAML_SCALAR && str_eqz(value->value, "false")))
		refuse(r, value, key, "true, false");
	return is_true;
}

static bool is_name(struct str s)
{
	bool fine = s.n > 0 && s.n <= LIMIT_NAME && s.p[0] >= 'a' && s.p[0] <= 'z';
	for (size_t i = 0; i < s.n; i++)
		fine = fine && ((s.p[i] >= 'a' && s.p[i] <= 'z') || s.p[i] == '_' ||
		                (s.p[i] >= '0' && s.p[i] <= '9'));
	return fine && !str_eqz(s, "file");
}

static void read_sets(struct reading *r, const struct yaml_node *n, struct import_map *m)
{
	static const char *const keys[] = {"value", "check", "hint", NULL};
	static const char form[] = "year: {value: SQL, check: SQL, hint: {vi: ..., en: ...}}";
	if (!is_map(r, n, "set", form))
		return;
	m->sets = arena_array(r->arena, n->count + 1, sizeof *m->sets);
	for (size_t i = 0; i < n->count; i++) {
		const struct yaml_node *node = n->items[i].node;
		struct import_map_set *s = &m->sets[m->set_count++];
		s->name = n->items[i].key;
		s->at = (struct place){r->file, n->items[i].line, n->items[i].col};
		if (!is_name(s->name))
			refuse(r, node, arena_strz(r->arena, s->name), "[a-z][a-z0-9_]*");
		if (!is_map(r, node, arena_strz(r->arena, s->name), form))
			continue;
		check_keys(r, node, keys);
		const struct yaml_node *value = yaml_get(node, STR("value"));
		const struct yaml_node *check = yaml_get(node, STR("check"));
		if (value)
			take_sql(r, value, "value", &s->value);
		if (check)
			take_sql(r, check, "check", &s->check);
		want_text(r, node, "hint", &s->hint);
	}
}

static void read_column(struct reading *r, const struct yaml_item *item, struct import_map_table *t)
{
	static const char *const keys[] = {"value", "keep", "over", NULL};
	struct import_map_column *c = &t->columns[t->count];
	struct place at = {r->file, item->line, item->col};
	if (trial_column(r->trial, t->table, item->key, at, &c->column) < 0) {
		r->failed = true;
		return;
	}
	t->count++;
	if (item->node->kind == YAML_MAP) {
		check_keys(r, item->node, keys);
		want_sql(r, item->node, "value", &c->value);
		c->keep = take_flag(r, item->node, "keep");
		const struct yaml_node *over = yaml_get(item->node, STR("over"));
		if (over)
			take_sql(r, over, "over", &c->over);
		if (over && !c->keep)
			(void)want(r, item->node, "keep");
	} else {
		take_sql(r, item->node, arena_strz(r->arena, item->key), &c->value);
	}
}

/* Without the columns of its key no row could be told from another. */
static void check_key(struct reading *r, const struct yaml_node *n,
                      const struct import_map_table *t)
{
	for (size_t i = 0; i < t->table->key_count; i++) {
		const struct trial_column *c = &t->table->columns[t->table->key[i]];
		bool given = !c->required;
		for (size_t k = 0; k < t->count && !given; k++)
			given = t->columns[k].column == t->table->key[i];
		if (given)
			continue;
		r->failed = true;
		diag_add(r->d, DIAG_I031, place_of(r, n), c->name);
	}
}

static void read_table(struct reading *r, const struct yaml_node *n, struct import_map *m)
{
	static const char *const keys[] = {"table", "from", "dated", "keep", "columns", NULL};
	if (!is_map(r, n, "tables", "- {table: NAME, from: SQL, columns: {NAME: SQL}}"))
		return;
	check_keys(r, n, keys);
	struct import_map_table *t = &m->tables[m->table_count];
	const struct yaml_node *name = want(r, n, "table"), *columns = want(r, n, "columns");
	want_sql(r, n, "from", &t->from);
	t->keep = take_flag(r, n, "keep");
	const struct yaml_node *dated = yaml_get(n, STR("dated"));
	if (dated)
		take_sql(r, dated, "dated", &t->dated);
	if (!name || !columns || !is_map(r, columns, "columns", "{NAME: SQL}"))
		return;
	t->table = trial_table(r->trial, take_word(r, name, "table", "index-scores"),
	                       place_of(r, name));
	r->failed = r->failed || !t->table;
	if (!t->table)
		return;
	t->columns = arena_array(r->arena, columns->count + 1, sizeof *t->columns);
	for (size_t i = 0; i < columns->count; i++)
		read_column(r, &columns->items[i], t);
	check_key(r, columns, t);
	m->table_count++;
}

static void read_tables(struct reading *r, const struct yaml_node *n, struct import_map *m)
{
	if (n->kind != YAML_LIST || n->count == 0) {
		refuse(r, n, "tables", "- {table: NAME, from: SQL, columns: {NAME: SQL}}");
		return;
	}
	m->tables = arena_array(r->arena, n->count, sizeof *m->tables);
	for (size_t i = 0; i < n->count; i++)
		read_table(r, n->items[i].node, m);
}

static void read_skips(struct reading *r, const struct yaml_node *n, struct import_map *m)
{
	static const char *const keys[] = {"count", "list", "text", NULL};
	static const char form[] = "- {count: SQL, list: SQL, text: {vi: ..., en: ...}}";
	if (n->kind != YAML_LIST) {
		refuse(r, n, "skipped", form);
		return;
	}
	m->skips = arena_array(r->arena, n->count + 1, sizeof *m->skips);
	for (size_t i = 0; i < n->count; i++) {
		const struct yaml_node *node = n->items[i].node;
		struct import_map_skip *s = &m->skips[m->skip_count++];
		if (!is_map(r, node, "skipped", form))
			continue;
		check_keys(r, node, keys);
		want_sql(r, node, "count", &s->count);
		want_text(r, node, "text", &s->text);
		const struct yaml_node *list = yaml_get(node, STR("list"));
		if (list)
			take_sql(r, list, "list", &s->list);
	}
}

static bool take_format(struct str word, enum import_format *out)
{
	static const char *const words[] = {[IMPORT_JSON] = "json", [IMPORT_CSV] = "csv",
	                                    [IMPORT_SQLITE] = "sqlite"};
	for (size_t i = 0; i < countof(words); i++) {
		*out = (enum import_format)i;
		if (str_eqz(word, words[i]))
			return true;
	}
	return false;
}

static void read_root(struct reading *r, const struct yaml_node *n, struct import_map *m)
{
	static const char *const keys[] = {"title", "description", "format", "match", "set",
	                                   "tables", "skipped", NULL};
	check_keys(r, n, keys);
	want_text(r, n, "title", &m->title);
	want_text(r, n, "description", &m->description);
	const struct yaml_node *format = want(r, n, "format");
	if (format && !take_format(format->value, &m->format))
		refuse(r, format, "format", "json, csv, sqlite");
	want_sql(r, n, "match", &m->match);
	const struct yaml_node *sets = yaml_get(n, STR("set")), *tables = want(r, n, "tables");
	const struct yaml_node *skips = yaml_get(n, STR("skipped"));
	if (sets)
		read_sets(r, sets, m);
	if (tables)
		read_tables(r, tables, m);
	if (skips)
		read_skips(r, skips, m);
}

int import_map_read(struct arena *a, struct str name, struct str file, struct str text,
                    struct trial *trial, struct import_map *out, struct diag *d)
{
	struct reading r = {.arena = a, .file = file, .trial = trial, .d = d};
	struct yaml_node *root;
	*out = (struct import_map){.name = name, .file = file};
	if (yaml_parse(a, text, file, 1, &root, d) < 0)
		return -1;
	if (root->kind == YAML_MAP)
		read_root(&r, root, out);
	else
		(void)want(&r, root, "title");
	return r.failed ? -1 : 0;
}
