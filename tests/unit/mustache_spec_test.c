/* SPDX-License-Identifier: MIT
 *
 * mustache_spec_test - the specification's own cases, with its own way of looking names up
 *
 * The cases are read from $NIEMYET_DATA/mustache-spec/ *.json (by default ../shared/data
 * beside this repository); the data in them by SQLite's JSON functions. Cases of our own
 * for the optional parts follow. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/map.h"
#include "board/tmpl.h"

/* A JSON value: its type as json_each() calls it, and its text. */
struct json {
	struct str type, text;
};

struct harness {
	struct arena arena;
	struct diag diag;
	struct db *db;
	struct db_stmt *child, *children;
	struct map partials; /* name -> struct tmpl */
	struct json stack[LIMIT_DEPTH * 4];
	int depth;
	/* of each open section: its elements and where it is */
	struct { struct json *list; size_t count, at; } open[LIMIT_DEPTH * 4];
	int open_count;
};

/* --- JSON ---------------------------------------------------------------------------- */

static struct json row_json(struct harness *h, struct db_stmt *s)
{
	return (struct json){arena_str(&h->arena, db_text(s, 0)),
	                     arena_str(&h->arena, db_text(s, 1).p ? db_text(s, 1) : STR(""))};
}

static bool json_get(struct harness *h, struct json from, struct str key, struct json *out)
{
	if (!str_eqz(from.type, "object"))
		return false;
	db_bind_text(h->child, 0, from.text);
	db_bind_text(h->child, 1, key);
	bool found = db_step(h->child, &h->diag) == 1;
	if (found)
		*out = row_json(h, h->child);
	db_reset(h->child);
	return found;
}

static struct json *json_list(struct harness *h, struct str text, size_t *count)
{
	struct json *list = NULL;
	size_t cap = 0;
	*count = 0;
	db_bind_text(h->children, 0, text);
	while (db_step(h->children, &h->diag) == 1) {
		list = arena_grow(&h->arena, list, *count, &cap, sizeof *list);
		list[(*count)++] = row_json(h, h->children);
	}
	db_reset(h->children);
	return list;
}

/* A whole document as a value: objects and arrays are their own text. */
static struct json json_root(struct harness *h, struct str text)
{
	struct str t = str_trim(text);
	if (t.n && t.p[0] == '{')
		return (struct json){STR("object"), t};
	if (t.n && t.p[0] == '[')
		return (struct json){STR("array"), t};
	size_t count = 0;
	struct json *one = json_list(h, t, &count);
	assert_int_equal(count, 1);
	return one[0];
}

/* --- the specification's way with names ---------------------------------------------- */

static bool look_up(struct harness *h, struct str name, struct json *out)
{
	if (str_eqz(name, ".")) {
		*out = h->stack[h->depth - 1];
		return true;
	}
	struct str rest = name, part = str_cut(&rest, '.');
	bool found = false;
	for (int i = h->depth; i-- > 0 && !found;)
		found = json_get(h, h->stack[i], part, out);
	while (found && rest.p) {
		part = str_cut(&rest, '.');
		found = json_get(h, *out, part, out);
	}
	return found;
}

static bool is_true(struct harness *h, struct json v)
{
	if (str_eqz(v.type, "null") || str_eqz(v.type, "false"))
		return false;
	if (!str_eqz(v.type, "array"))
		return v.text.n > 0;
	size_t count = 0;
	json_list(h, v.text, &count);
	return count > 0;
}

static int resolve(void *user, const void *space, struct str name, enum tmpl_use use,
	               const struct tmpl_spot *spot, struct tmpl_ref *out)
{
	(void)user, (void)space, (void)name, (void)spot;
	out->kind = use == TMPL_PRINT || use == TMPL_CHOOSE ? TMPL_VALUE : TMPL_ROWS;
	return 0;
}

static void push(void *user, const struct tmpl_ref *ref)
{
	(void)user, (void)ref;
}

static void pop(void *user)
{
	(void)user;
}

static const void *space(void *user, const struct tmpl *t, const void *outer)
{
	(void)user, (void)t;
	return outer;
}

static int find(void *user, struct str name, const struct tmpl_spot *spot, const struct tmpl **out)
{
	struct harness *h = user;
	(void)spot;
	*out = map_get(&h->partials, name);
	return 0;
}

static int choices(void *user, struct str *name, const struct tmpl_spot *spot,
	               const struct tmpl_choice **out, size_t *count)
{
	struct harness *h = user;
	(void)name, (void)spot;
	struct tmpl_choice *list = arena_array(&h->arena, h->partials.count, sizeof *list);
	for (size_t i = 0; i < h->partials.count; i++)
		list[i] =
		    (struct tmpl_choice){h->partials.entries[i].key, h->partials.entries[i].value};
	*out = list;
	*count = h->partials.count;
	return 0;
}

static int data_value(void *user, const struct tmpl_ref *ref, struct value *out, struct diag *d)
{
	struct json v = {0};
	(void)d;
	if (look_up(user, ref->name, &v) && !str_eqz(v.type, "null"))
		*out = (struct value){.type = DB_TEXT, .s = v.text};
	return 0;
}

static int data_truth(void *user, const struct tmpl_ref *ref, struct diag *d)
{
	struct json v = {0};
	(void)d;
	return look_up(user, ref->name, &v) && is_true(user, v);
}

static int data_open(void *user, const struct tmpl_ref *ref, struct diag *d)
{
	struct harness *h = user;
	struct json v = {0};
	(void)d;
	if (!look_up(h, ref->name, &v) || !is_true(h, v))
		return 0;
	size_t count = 1;
	struct json *list = arena_new(&h->arena, struct json);
	*list = v;
	if (str_eqz(v.type, "array"))
		list = json_list(h, v.text, &count);
	assert_true(h->open_count < (int)countof(h->open));
	h->open[h->open_count].list = list;
	h->open[h->open_count].count = count;
	h->open[h->open_count++].at = 0;
	h->stack[h->depth++] = list[0];
	return 1;
}

static int data_next(void *user, const struct tmpl_ref *ref, struct diag *d)
{
	struct harness *h = user;
	(void)ref, (void)d;
	size_t at = ++h->open[h->open_count - 1].at;
	if (at < h->open[h->open_count - 1].count) {
		h->stack[h->depth - 1] = h->open[h->open_count - 1].list[at];
		return 1;
	}
	h->open_count--;
	h->depth--;
	return 0;
}

static const struct tmpl_names names = {
	.resolve = resolve,
	.push = push,
	.pop = pop,
	.space = space,
	.find = find,
	.choices = choices,
};
static const struct tmpl_data data = {data_value, data_truth, data_open, data_next};

/* --- one case ------------------------------------------------------------------------ */

static void harness_open(struct harness *h)
{
	*h = (struct harness){.diag = {.lang = DIAG_EN}};
	h->partials.arena = &h->arena;
	assert_int_equal(db_open(&h->db, ":memory:", DB_WRITE, &h->diag), 0);
	h->child = db_must_prepare(h->db, "SELECT type, value FROM json_each(?1) WHERE key = ?2");
	h->children = db_must_prepare(h->db, "SELECT type, value FROM json_each(?1) ORDER BY id");
}

static void harness_close(struct harness *h)
{
	db_finish(h->child);
	db_finish(h->children);
	db_close(h->db);
	diag_release(&h->diag);
	arena_release(&h->arena);
}

static void add_partials(struct harness *h, struct str json)
{
	struct db_stmt *s = db_must_prepare(h->db, "SELECT key, value FROM json_each(?1)");
	db_bind_text(s, 0, json);
	while (db_step(s, &h->diag) == 1) {
		struct str name = arena_str(&h->arena, db_text(s, 0));
		struct str text = arena_str(&h->arena, db_text(s, 1));
		struct tmpl *t = NULL;
		assert_int_equal(tmpl_parse(&h->arena, name, text, &t, &h->diag), 0);
		map_put(&h->partials, name, t);
	}
	db_finish(s);
}

/* Empties the harness of the case before. */
static struct str render(struct harness *h, struct str template, struct str json,
	                     struct str partials, struct sink *out)
{
	struct tmpl *t = NULL;
	struct tmpl_program *p = NULL;
	h->partials = (struct map){.arena = &h->arena};
	add_partials(h, partials);
	h->stack[0] = json_root(h, json);
	h->depth = 1;
	h->open_count = 0;
	struct tmpl_run run = {.data = &data, .user = h, .page = STR("case")};
	bool is_done = tmpl_parse(&h->arena, STR("case"), template, &t, &h->diag) == 0 &&
	               tmpl_compile(&h->arena, t, TMPL_SPEC, &names, h, &p, &h->diag) == 0 &&
	               tmpl_run(p, &run, out, &h->diag) == 0;
	if (!is_done)
		diag_print(&h->diag, stderr, DIAG_TEXT, false);
	return buf_str(&out->buf);
}

static bool case_passes(struct harness *h, struct str name, struct str template, struct str json,
	                    struct str partials, struct str expected)
{
	struct sink out = {0};
	struct str got = render(h, template, json, partials, &out);
	bool is_same = str_eq(got, expected);
	if (!is_same)
		print_message("# %.*s\n#   template %.*s\n#   expected %.*s\n#   got      %.*s\n",
		              STR_ARG(name), STR_ARG(template), STR_ARG(expected), STR_ARG(got));
	buf_release(&out.buf);
	return is_same;
}

/* --- the specification's files ------------------------------------------------------- */

static void run_file(void **state)
{
	const char *path = *state;
	struct harness h;
	harness_open(&h);
	FILE *in = fopen(path, "rb");
	assert_non_null(in);
	struct buf text = {0};
	for (int c = getc(in); c != EOF; c = getc(in))
		buf_putc(&text, (char)c);
	fclose(in);
	struct db_stmt *s = db_must_prepare(
	    h.db,
	    "SELECT json_extract(value, '$.name'), json_extract(value, '$.template'),"
	    "  json(json_extract(value, '$.data')), json_extract(value, '$.partials'),"
	    "  json_extract(value, '$.expected'), json_type(value, '$.data'),"
	    "  json_quote(json_extract(value, '$.data'))"
	    " FROM json_each(?1, '$.tests') WHERE json_type(value, '$.data') IN ('object', 'array')"
	    " UNION ALL SELECT json_extract(value, '$.name'), json_extract(value, '$.template'),"
	    "  json_quote(json_extract(value, '$.data')), json_extract(value, '$.partials'),"
	    "  json_extract(value, '$.expected'), 0, 0"
	    " FROM json_each(?1, '$.tests') WHERE json_type(value, '$.data') NOT IN ('object', "
	    "'array')");
	db_bind_text(s, 0, buf_str(&text));
	int count = 0, failed = 0;
	while (db_step(s, &h.diag) == 1) {
		struct str partials = db_text(s, 3).p ? db_text(s, 3) : STR("{}");
		count++;
		failed += !case_passes(&h, db_text(s, 0), db_text(s, 1), db_text(s, 2), partials,
		                       db_text(s, 4));
	}
	db_finish(s);
	buf_release(&text);
	harness_close(&h);
	assert_true(count > 5);
	assert_int_equal(failed, 0);
}

/* --- cases of our own for the optional parts ----------------------------------------- */

struct own {
	const char *name, *template, *data, *partials, *expected;
};

static const struct own own_cases[] = {
	{"a block that nobody fills shows what stands in it", "{{$a}}as {{x}}{{/a}}\n",
	 "{\"x\":\"is\"}", "{}", "as is\n"},
	{"a parent without blocks is a partial", "{{<p}}{{/p}}|{{>p}}", "{}",
	 "{\"p\":\"[{{$a}}old{{/a}}]\"}", "[old]|[old]"},
	{"a block given to a parent replaces what stands there",
	 "{{<p}}{{$a}}new{{/a}}{{/p}}", "{}",
	 "{\"p\":\"[{{$a}}old{{/a}} {{$b}}kept{{/b}}]\"}", "[new kept]"},
	{"data of the block's name changes nothing",
	 "{{<p}}{{$a}}new{{/a}}{{/p}}", "{\"a\":\"data\"}",
	 "{\"p\":\"{{$a}}old{{/a}}\"}", "new"},
	{"two calls of one parent differ",
	 "{{<p}}{{$a}}1{{/a}}{{/p}} {{<p}}{{$a}}2{{/a}}{{/p}}", "{}",
	 "{\"p\":\"({{$a}}{{/a}})\"}", "(1) (2)"},
	{"of three levels the outermost counts", "{{<p}}{{$a}}c{{/a}}{{/p}}", "{}",
	 "{\"p\":\"{{<o}}{{$a}}p{{/a}}{{/o}}\",\"o\":\"{{<g}}{{$a}}o{{/a}}{{/g}}\","
	 "\"g\":\"{{$a}}g{{/a}}\"}",
	 "c"},
	{"a middle level counts when the outermost gives nothing", "{{<p}}{{/p}}", "{}",
	 "{\"p\":\"{{<o}}{{$a}}p{{/a}}{{/o}}\",\"o\":\"{{$a}}o{{/a}}\"}", "p"},
	{"what is given passes through parents that include each other",
	 "{{<p}}{{$f}}new{{/f}}{{/p}}",
	 "{}",
	 "{\"p\":\"{{$f}}old{{/f}} {{$b}}{{<q}}{{/q}}{{/b}}\","
	 "\"q\":\"{{$f}}q{{/f}} {{<p}}{{$b}}end{{/b}}{{/p}}\"}",
	 "new new new end"},
	{"text in a parent outside of blocks is nothing", "{{<p}} lost {{$a}}new{{/a}} lost {{/p}}",
	 "{}", "{\"p\":\"{{$a}}old{{/a}}\"}", "new"},
	{"a block is read in the context of its place", "{{<p}}{{$a}}say {{f}}.{{/a}}{{/p}}",
	 "{\"f\":\"apples\",\"n\":{\"f\":\"bananas\"}}", "{\"p\":\"{{#n}}{{$a}}{{/a}}{{/n}}\"}",
	 "say bananas."},
	{"a parent alone on its line is indented", "Hi,\n  {{<p}}{{/p}}\n", "{}",
	 "{\"p\":\"one\\ntwo\\n\"}", "Hi,\n  one\n  two\n"},
	{"a block alone on its line indents what is given",
	 "{{<p}}{{$a}}\none\ntwo{{/a}}\n{{/p}}\n",
	 "{}", "{\"p\":\"Hi,\\n  {{$a}}{{/a}}\\n\"}", "Hi,\n  one\n  two\n"},
	{"and takes its last line end in place of the line's",
	 "{{<p}}{{$a}}\none\ntwo\n{{/a}}\n{{/p}}\n", "{}", "{\"p\":\"Hi,\\n  {{$a}}{{/a}}\\n.\"}",
	 "Hi,\n  one\n  two\n."},
	{"indentation is taken off where it is written and put on where it goes",
	 "{{<p}}{{$a}}\n    one\n      two\n{{/a}}{{/p}}\n", "{}",
	 "{\"p\":\"Hi,\\n  {{$a}}\\n  {{/a}}\\n\"}", "Hi,\n  one\n    two\n"},
	{"the default's indentation counts over the tag's",
	 "{{<p}}{{$a}}\none\ntwo\n{{/a}}{{/p}}\n",
	 "{}", "{\"p\":\"Hi,\\n{{$a}}\\n  default\\n{{/a}}\\n\"}", "Hi,\n  one\n  two\n"},
	{"line ends in a given block are kept", "{{<p}}{{$a}}\nx\n\n:(\n{{/a}}{{/p}}", "{}",
	 "{\"p\":\"{{$a}}y{{/a}}\"}", "x\n\n:(\n"},
	{"a value chooses the partial", "[{{>*d}}]", "{\"d\":\"p\",\"*d\":\"wrong\",\"x\":1}",
	 "{\"p\":\"{{x}}\",\"wrong\":\"no\"}", "[1]"},
	{"a dotted name chooses the partial", "[{{>*a.b}}]", "{\"a\":{\"b\":\"p\"},\"x\":1}",
	 "{\"p\":\"{{x}}\"}", "[1]"},
	{"an unknown choice is nothing",
	 "[{{>*d}}{{>*none}}]", "{\"d\":\"q\"}", "{\"p\":\"x\"}", "[]"},
	{"a chosen partial may choose itself", "{{>*t}}",
	 "{\"t\":\"n\",\"c\":\"X\",\"l\":[{\"c\":\"Y\",\"l\":[]}]}",
	 "{\"n\":\"{{c}}<{{#l}}{{>*t}}{{/l}}>\"}", "X<Y<>>"},
	{"a star before a star is part of the name", "[{{>**d}}]", "{\"d\":\"t\",\"t\":\"p\"}",
	 "{\"p\":\"x\"}", "[]"},
	{"a chosen partial alone on its line is indented", "a\n {{> * d }}\nb\n",
	 "{\"d\":\"p\",\"c\":\"<\\n->\"}", "{\"p\":\"|\\n{{{c}}}\\n|\\n\"}",
	 "a\n |\n <\n->\n |\nb\n"},
	{"a chosen parent is filled", "{{<*d}}{{$a}}new{{/a}}{{/*d}}", "{\"d\":\"p\"}",
	 "{\"p\":\"[{{$a}}old{{/a}}]\"}", "[new]"},
	{"indentation adds up through partials", " {{>a}}\n", "{\"x\":\"1\\n2\"}",
	 "{\"a\":\"a\\n {{>b}}\\n\",\"b\":\"{{{x}}}\\n\\n{{#x}}\\nb\\n{{/x}}\\n\"}",
	 " a\n  1\n2\n\n  b\n"},
};

static void own_case(void **state)
{
	const struct own *o = *state;
	struct harness h;
	harness_open(&h);
	bool passes = case_passes(&h, str_from(o->name), str_from(o->template), str_from(o->data),
	                          str_from(o->partials), str_from(o->expected));
	harness_close(&h);
	assert_true(passes);
}

/* A partial that includes itself and data that never ends it: an error, no crash. */
static void endless_recursion_is_an_error(void **state)
{
	(void)state;
	struct harness h;
	struct sink out = {0};
	harness_open(&h);
	struct tmpl *t = NULL;
	struct tmpl_program *p = NULL;
	add_partials(&h, STR("{\"p\":\"x{{>p}}\"}"));
	h.stack[0] = json_root(&h, STR("{}"));
	h.depth = 1;
	struct tmpl_run run = {.data = &data, .user = &h, .page = STR("case")};
	assert_int_equal(tmpl_parse(&h.arena, STR("case"), STR("{{>p}}"), &t, &h.diag), 0);
	assert_int_equal(tmpl_compile(&h.arena, t, TMPL_SPEC, &names, &h, &p, &h.diag), 0);
	assert_int_equal(tmpl_run(p, &run, &out, &h.diag), -1);
	assert_string_equal(h.diag.messages[0].id.p, "T014");
	buf_release(&out.buf);
	harness_close(&h);
}

static int compare(const void *a, const void *b)
{
	const struct CMUnitTest *x = a, *y = b;
	return strcmp(x->name, y->name);
}

int main(void)
{
	static struct CMUnitTest tests[256];
	static char paths[16][512], titles[16][128];
	size_t count = 0;
	const char *root = getenv("NIEMYET_DATA");
	char folder[400];
	snprintf(folder, sizeof folder, "%s/mustache-spec", root ? root : "../shared/data");
	DIR *dir = opendir(folder);
	for (struct dirent *e = dir ? readdir(dir) : NULL; e && count < 16; e = readdir(dir)) {
		if (!str_ends(str_from(e->d_name), STR(".json")))
			continue;
		snprintf(paths[count], sizeof paths[count], "%s/%.100s", folder, e->d_name);
		snprintf(titles[count], sizeof titles[count], "the specification's %.100s",
		         e->d_name);
		tests[count] =
		    (struct CMUnitTest){titles[count], run_file, NULL, NULL, paths[count]};
		count++;
	}
	if (dir)
		closedir(dir);
	qsort(tests, count, sizeof *tests, compare);
	if (!count)
		printf("# SKIP the specification's own cases: no folder %s\n", folder);
	for (size_t i = 0; i < countof(own_cases); i++)
		tests[count++] = (struct CMUnitTest){own_cases[i].name, own_case, NULL, NULL,
		                                     (void *)(uintptr_t)&own_cases[i]};
	tests[count++] = (struct CMUnitTest)cmocka_unit_test(endless_recursion_is_an_error);
	return _cmocka_run_group_tests("mustache spec", tests, count, NULL, NULL);
}
