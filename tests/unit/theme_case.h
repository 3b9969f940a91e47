/* SPDX-License-Identifier: MIT
 *
 * theme_case - a small theme in one text, compiled and rendered, for tests
 *
 *   What the case shows, in a sentence.
 *   @ data.sql                 statements for the database
 *   @ page.sql                 then the files of the theme
 *   -- name: pages
 *   SELECT 'a' AS url
 *   @ page.html
 *   <p>{{url}}</p>
 *
 * gives "@ a.html", the bytes of each page, and "@ messages" with the messages, if any.
 * The database has the tables setting and text, and the functions build_date() and
 * markup(x), which marks x as markup.
 */
#ifndef NIEMYET_TESTS_THEME_CASE_H
#define NIEMYET_TESTS_THEME_CASE_H

#include <stdio.h>
#include <stdlib.h>

#include "board/theme.h"

static const struct theme_language case_language = {.lang = {"vi", 2}, .folder = {"", 0}};

struct theme_case {
	struct arena arena;
	struct diag diag;
	struct db *db;
	struct theme *theme;
	struct theme_worker *worker;
	int renders;    /* times that every page is made, to see kept partials */
	int calls;      /* of the function counted() */
};

static inline void case_date(struct db_call *c)
{
	db_result_text(c, STR("2026-11-21"));
}

static inline void case_markup(struct db_call *c)
{
	struct buf out = {0};
	buf_putc(&out, MARKUP_MARK);
	buf_put(&out, db_call_text(c, 0));
	db_result_text(c, buf_str(&out));
	buf_release(&out);
}

/* How often it has been called: shows what was run again and what was kept. */
static inline void case_counted(struct db_call *c)
{
	struct theme_case *t = db_call_user(c);
	db_result_int(c, ++t->calls);
}

static inline int case_open(struct theme_case *t)
{
	*t = (struct theme_case){.diag = {.lang = DIAG_EN}, .renders = 1};
	if (db_open(&t->db, ":memory:", DB_WRITE, &t->diag) < 0)
		return -1;
	db_add_function(t->db, "build_date", 0, true, case_date, NULL);
	db_add_function(t->db, "markup", 1, true, case_markup, NULL);
	db_add_function(t->db, "counted", 0, false, case_counted, t);
	return db_exec(t->db,
	               "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL);"
	               "CREATE TABLE text (lang TEXT, key TEXT, value TEXT NOT NULL);",
	               &t->diag);
}

static inline void case_close(struct theme_case *t)
{
	theme_worker_close(t->worker);
	db_close(t->db);
	diag_release(&t->diag);
	arena_release(&t->arena);
}

static inline int case_compile(struct theme_case *t, struct str in)
{
	struct theme_file *files = NULL;
	size_t count = 0, cap = 0;
	size_t at = str_starts(in, STR("@ ")) ? 0 : str_find(in, STR("\n@ "), 0) + 1;
	while (at < in.n) {
		size_t end = str_find(in, STR("\n@ "), at) + 1;
		struct str rest = str_slice(in, at + 2, end), name = str_cut_line(&rest);
		rest = rest.p ? rest : STR("");
		at = end;
		if (str_eqz(name, "data.sql")) {
			if (db_exec(t->db, arena_strz(&t->arena, rest), &t->diag) < 0)
				return -1;
			continue;
		}
		files = arena_grow(&t->arena, files, count, &cap, sizeof *files);
		files[count++] = (struct theme_file){name, rest};
	}
	struct theme_files all = {files, count};
	db_guard(t->db, 50000000);
	return theme_compile(&t->theme, &t->arena, &all, t->db, &case_language, &t->diag);
}

static inline int case_page(struct theme_case *t, const struct theme_page *page, struct buf *out)
{
	struct arena a = {0};
	struct sink sink = {0};
	int status = 0;
	for (int i = 0; i < t->renders; i++) {
		buf_reset(&sink.buf);
		status = theme_render(t->worker, page, &a, &sink, &t->diag);
	}
	struct str bytes = buf_str(&sink.buf);
	buf_printf(out, "@ %.*s\n", STR_ARG(page->path));
	if (status == 0)
		buf_put(out, bytes);
	if (status < 0 || !str_ends(bytes, STR("\n")))
		buf_putz(out, status < 0 ? "(none)\n" : "\n(no line end)\n");
	buf_release(&sink.buf);
	arena_release(&a);
	return status;
}

static inline int case_pages(struct theme_case *t, struct buf *out)
{
	size_t count = 0;
	const struct route *routes = theme_routes(t->theme, &count);
	int worst = theme_worker_open(&t->worker, t->theme, t->db, &t->diag);
	for (size_t i = 0; i < count; i++) {
		struct theme_feed *feed = NULL;
		struct theme_page page;
		if (theme_feed_open(&feed, t->theme, t->db, &routes[i], &t->diag) < 0)
			return -1;
		int status = theme_feed_next(feed, &t->arena, &page, &t->diag);
		for (; status == 1; status = theme_feed_next(feed, &t->arena, &page, &t->diag)) {
			if (case_page(t, &page, out) < 0)
				worst = -1;
		}
		theme_feed_close(feed);
		worst = status < 0 ? -1 : worst;
	}
	return worst;
}

static inline void case_messages(struct theme_case *t, struct buf *out)
{
	char *text = NULL;
	size_t size = 0;
	FILE *to = open_memstream(&text, &size);
	diag_print(&t->diag, to, DIAG_TEXT, false);
	fclose(to);
	if (size)
		buf_putz(out, "@ messages\n");
	buf_put(out, (struct str){text, size});
	free(text);
}

/* Everything: compile, render, messages. */
static inline int case_run(struct str in, struct buf *out, int renders)
{
	struct theme_case t;
	int status = case_open(&t);
	t.renders = renders;
	if (status == 0)
		status = case_compile(&t, in);
	if (status == 0)
		status = case_pages(&t, out);
	case_messages(&t, out);
	case_close(&t);
	return status;
}

#endif
