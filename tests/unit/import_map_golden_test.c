/* SPDX-License-Identifier: MIT
 * import_map: tests/golden/maps, sources and maps with the messages, report and rows that they
 * give. A line "=== NAME" begins a file: in/NAME is a source (imported in the order in which
 * they stand), maps/NAME.yml a map of the office, data/NAME.csv stands there before the
 * import; one ending in .xlsx is a workbook, its parts begin with "--- NAME". "=== args" holds
 * --map, --save-map, --keep, --set, --coding, --first-wins,
 * --complete and --dry-run, one a line. The import runs twice: the
 * second run may change nothing. With --save-map the map that was written is shown, and both
 * runs are with it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "golden.h"

#include <cmocka.h>

#include "engine/import_map.h"
#include "workbook.h"

enum { MOST = 16 };

struct office {
	struct arena arena;
	struct diag d;
	const char *dir;
	const char *paths[MOST], *sets[MOST];
	struct import_map_options o;
};

static const char *below(struct office *f, struct str name)
{
	return fs_join(&f->arena, f->dir, arena_strz(&f->arena, name));
}

static void take_args(struct office *f, struct str text)
{
	while (text.p) {
		struct str line = str_cut_line(&text), word = str_cut(&line, ' ');
		struct str rest = line.p ? line : STR("");
		const char *value = arena_strz(&f->arena, rest);
		if (str_eqz(word, "--set"))
			f->sets[f->o.set_count++] = value;
		else if (str_eqz(word, "--map"))
			f->o.map = str_ends(rest, STR(".yml")) ? below(f, rest) : value;
		else if (str_eqz(word, "--save-map"))
			f->o.save_map = below(f, rest);
		else if (str_eqz(word, "--keep")) {
			enum import_clean step;
			assert_true(import_clean_find(rest, &step));
			f->o.kept |= 1u << step;
		} else if (str_eqz(word, "--coding"))
			f->o.coding = value;
		else if (str_eqz(word, "--first-wins"))
			f->o.first_wins = true;
		else if (str_eqz(word, "--complete"))
			f->o.is_complete = true;
		else if (str_eqz(word, "--dry-run"))
			f->o.dry_run = true;
		else
			assert_true(str_blank(word));
	}
}

/* "--- NAME" for "=== NAME": the parts of a workbook (workbook.h). */
static int write_book(struct office *f, struct str name, struct str text)
{
	struct buf parts = {0}, bytes = {0};
	while (text.p) {
		struct str line = str_cut_line(&text);
		bool is_part = str_starts(line, STR("--- "));
		buf_printf(&parts, "%s%.*s\n", is_part ? "=== " : "",
		           STR_ARG(str_slice(line, is_part ? 4 : 0, line.n)));
	}
	workbook_make(&bytes, buf_str(&parts));
	int status = fs_write(below(f, name), buf_str(&bytes), &f->d);
	buf_release(&parts);
	buf_release(&bytes);
	return status;
}

static int unpack(struct office *f, struct str in)
{
	struct str rest = in, mark = STR("=== ");
	while (rest.p) {
		struct str head = str_cut_line(&rest);
		if (!str_starts(head, mark))
			continue;
		struct str name = str_slice(head, mark.n, head.n);
		bool is_empty = !rest.p || str_starts(rest, mark);
		size_t end = is_empty ? 0 : str_find(rest, STR("\n=== "), 0);
		struct str text = str_slice(rest, 0, end < rest.n && end ? end + 1 : end);
		rest = end < rest.n ? str_slice(rest, text.n, rest.n) : (struct str){0};
		if (str_eqz(name, "args"))
			take_args(f, text);
		else if ((str_ends(name, STR(".xlsx")) ? write_book(f, name, text)
		                                       : fs_write(below(f, name), text, &f->d)) < 0)
			return -1;
		if (str_starts(name, STR("in/")))
			f->paths[f->o.path_count++] = below(f, name);
	}
	return 0;
}

/* Without the folder, which is the test's own. */
static void put_without(struct buf *out, const struct office *f, struct str s)
{
	struct str folder = str_from(f->dir);
	while (s.n) {
		size_t at = str_find(s, folder, 0);
		buf_put(out, str_slice(s, 0, at));
		s = at < s.n ? str_slice(s, at + folder.n + 1, s.n) : str_slice(s, at, at);
	}
}

static void put_messages(struct buf *out, const struct office *f, const struct diag *d)
{
	for (size_t i = 0; i < d->count; i++) {
		const struct diag_message *m = &d->messages[i];
		put_without(out, f, m->at.file);
		buf_printf(out, ":%d:%d: ", m->at.line, m->at.col);
		put_without(out, f, m->text);
		buf_printf(out, " [%.*s]\n", STR_ARG(m->id));
		if (m->hint.p && str_starts(m->id, STR("I0")))
			buf_printf(out, "    %.*s\n", STR_ARG(m->hint));
	}
}

struct putting {
	struct office *f;
	struct buf *out;
};

static int put_file(void *user, struct str path, struct fs_info info)
{
	struct putting *p = user;
	struct buf bytes = {0};
	(void)info;
	int status = fs_read(fs_join(&p->f->arena, below(p->f, STR("data")),
	                             arena_strz(&p->f->arena, path)), &bytes, &p->f->d);
	buf_printf(p->out, "=== data/%.*s\n", STR_ARG(path));
	buf_put(p->out, buf_str(&bytes));
	buf_release(&bytes);
	return status;
}

static int import(struct office *f, struct buf *out, struct import_map_report *r)
{
	struct diag d = {.lang = DIAG_VI};
	struct buf text = {0};
	int status = import_map_run(&f->o, r, &d);
	if (out)
		put_messages(out, f, &d);
	if (status == 0 && out) {
		import_map_report_put(&text, r, DIAG_VI);
		put_without(out, f, buf_str(&text));
	}
	buf_release(&text);
	diag_release(&d);
	return status;
}

/* What --save-map wrote is what the next import finds in maps/. */
static void run_guess(struct office *f, struct buf *out)
{
	struct import_map_report r;
	int status = import(f, out, &r);
	struct buf map = {0};
	import_map_report_release(&r);
	if (status == 0 && fs_read(f->o.save_map, &map, &f->d) == 0)
		buf_printf(out, "=== map\n%.*s", STR_ARG(buf_str(&map)));
	buf_release(&map);
	buf_putz(out, "=== again\n");
	f->o.save_map = NULL;
}

static void run_twice(struct office *f, struct buf *out)
{
	struct import_map_report r;
	if (f->o.save_map)
		run_guess(f, out);
	int status = import(f, out, &r);
	import_map_report_release(&r);
	if (status < 0)
		buf_printf(out, "status %d\n", status);
	struct putting p = {f, out};
	(void)!fs_walk(below(f, STR("data")), put_file, &p, &f->d);
	if (status == 0 && !f->o.dry_run)
		(void)import(f, NULL, &r);
	for (size_t i = 0; i < r.sheet_count && status == 0; i++)
		if (r.sheets[i]->is_written && !r.is_dry)
			buf_printf(out, "!!! the second import changes %.*s\n",
			           STR_ARG(r.sheets[i]->file));
	import_map_report_release(&r);
}

static void make(struct str in, struct str name, struct buf *out)
{
	struct office f = {0};
	const char *tmp = getenv("TEST_TMP");
	f.dir = fs_join(&f.arena, tmp ? tmp : "build/tmp/maps", arena_strz(&f.arena, name));
	f.o = (struct import_map_options){.dir = f.dir, .date = STR("2026-11-21"),
	                                  .paths = f.paths, .sets = f.sets};
	if (fs_remove_tree(f.dir, &f.d) == 0 && fs_mkdirs(f.dir, &f.d) == 0 && unpack(&f, in) == 0)
		run_twice(&f, out);
	diag_print(&f.d, stderr, DIAG_TEXT, false);
	(void)!fs_remove_tree(f.dir, &f.d);
	diag_release(&f.d);
	arena_release(&f.arena);
}

static void golden_cases(void **state)
{
	(void)state;
	assert_int_equal(golden_run("maps", make, 16), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(golden_cases)};
	return cmocka_run_group_tests_name("import map golden", tests, NULL, NULL);
}
