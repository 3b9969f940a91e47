/* SPDX-License-Identifier: MIT
 * pages - the outline of every finished page, as tables that rules can ask */
#include "engine/pages.h"

#include "board/route.h"
#include "fmt/address.h"
#include "fmt/html.h"
#include "fmt/outline.h"

/* Lists that are asked as a whole only (ids, headings) are one text of their page: as rows
 * they would be two thirds of all. */
static const char schema[] =
    "CREATE TABLE page (id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, medium TEXT NOT NULL,"
    "  language TEXT NOT NULL,"
    "  route TEXT NOT NULL, template TEXT NOT NULL, source_id INT, source_line INT,"
    "  kind TEXT, lang TEXT, title TEXT, description TEXT, viewport TEXT, bytes INT NOT NULL,"
    "  is_redirect INT NOT NULL, mains INT NOT NULL, navs INT NOT NULL, headers INT NOT NULL,"
    "  footers INT NOT NULL, has_skip INT NOT NULL, levels TEXT NOT NULL,"
    "  headings TEXT NOT NULL, ids TEXT NOT NULL, ids_twice TEXT NOT NULL, blocks TEXT NOT NULL,"
    "  unnamed INT NOT NULL, first_unnamed TEXT);"
    "CREATE TABLE page_link (page INT NOT NULL, position INT NOT NULL, href TEXT NOT NULL,"
    "  target TEXT, anchor TEXT, text TEXT NOT NULL, PRIMARY KEY (page, position)) WITHOUT ROWID;"
    "CREATE TABLE page_image (page INT NOT NULL, position INT NOT NULL, src TEXT, alt TEXT,"
    "  PRIMARY KEY (page, position)) WITHOUT ROWID;"
    "CREATE TABLE page_table (page INT NOT NULL, position INT NOT NULL, caption TEXT,"
    "  heads INT NOT NULL, unscoped INT NOT NULL, spanning INT NOT NULL, has_headers INT NOT NULL,"
    "  PRIMARY KEY (page, position)) WITHOUT ROWID;"
    "CREATE TABLE page_request (page INT NOT NULL, position INT NOT NULL, element TEXT NOT NULL,"
    "  url TEXT NOT NULL, PRIMARY KEY (page, position)) WITHOUT ROWID;"
    "CREATE VIEW page_heading AS SELECT p.id AS page, j.key + 1 AS position,"
    "  j.value ->> 0 AS level, j.value ->> 1 AS text, j.value ->> 2 AS anchor"
    "  FROM page p, json_each(p.headings) j;"
    "CREATE VIEW site_file AS SELECT path, size FROM file;";

enum { PAGE, LINK, IMAGE, TABLE, REQUEST, STATEMENTS };
static const char insert_page[] =
    "INSERT INTO page VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15,"
    " ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27)";
static const char *const statements[STATEMENTS] = {
    [PAGE] = insert_page,
    [LINK] = "INSERT INTO page_link VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    [IMAGE] = "INSERT INTO page_image VALUES (?1, ?2, ?3, ?4)",
    [TABLE] = "INSERT INTO page_table VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    [REQUEST] = "INSERT INTO page_request VALUES (?1, ?2, ?3, ?4)",
};

struct pages {
	struct db_stmt *run[STATEMENTS];
	struct str url;
};

struct page_record {
	int64_t number;
	const struct theme_page *page;
	const struct outline *outline;
	size_t bytes;
	struct address *targets; /* where the outline's links lead */
	struct str levels, headings, ids;
};

int pages_open(struct pages **out, struct plan *plan, struct str url, struct diag *d)
{
	struct db *db = plan_db(plan);
	if (db_exec(db, schema, d) < 0)
		return -1;
	struct pages *p = mem_resize(NULL, sizeof *p);
	*p = (struct pages){.url = url};
	for (int i = 0; i < STATEMENTS; i++)
		p->run[i] = db_must_prepare(db, statements[i]);
	*out = p;
	return 0;
}

void pages_close(struct pages *p)
{
	if (!p)
		return;
	for (int i = 0; i < STATEMENTS; i++)
		db_finish(p->run[i]);
	mem_free(p);
}

/* --- reading, without the lock ---------------------------------------------------------- */

static struct str kept(struct arena *a, struct buf *text)
{
	return arena_str(a, buf_str(text));
}

/* "1223": the level of each heading. */
static struct str put_levels(struct arena *a, const struct outline *o, struct buf *text)
{
	buf_reset(text);
	for (size_t i = 0; i < o->heading_count; i++)
		buf_putc(text, (char)('0' + o->headings[i].level));
	return kept(a, text);
}

static void put_string(struct buf *out, struct str s)
{
	if (s.p)
		html_put_json(out, s);
	else
		buf_putz(out, "null");
}

/* [[1,"text","id"],...] */
static struct str put_headings(struct arena *a, const struct outline *o, struct buf *text)
{
	buf_reset(text);
	buf_putc(text, '[');
	for (size_t i = 0; i < o->heading_count; i++) {
		buf_printf(text, "%s[%d,", i ? "," : "", o->headings[i].level);
		put_string(text, o->headings[i].text);
		buf_putc(text, ',');
		put_string(text, o->headings[i].id);
		buf_putc(text, ']');
	}
	buf_putc(text, ']');
	return kept(a, text);
}

/* " a b c ": an id is there when " id " is. */
static struct str put_ids(struct arena *a, const struct outline *o, struct buf *text)
{
	buf_reset(text);
	buf_putc(text, ' ');
	for (size_t i = 0; i < o->id_count; i++) {
		buf_put(text, o->ids[i]);
		buf_putc(text, ' ');
	}
	return kept(a, text);
}

struct page_record *pages_read(const struct pages *p, struct arena *a, int64_t number,
                               const struct theme_page *page, struct str html, struct buf *text)
{
	struct page_record *r = arena_new(a, struct page_record);
	struct outline *o = outline_read(a, html, text);
	*r = (struct page_record){.number = number, .page = page, .outline = o, .bytes = html.n};
	r->targets = arena_array(a, o->link_count + 1, sizeof *r->targets);
	for (size_t i = 0; i < o->link_count && !o->base.p; i++)
		r->targets[i] = address_resolve(a, page->path, o->links[i].href, p->url);
	r->levels = put_levels(a, o, text);
	r->headings = put_headings(a, o, text);
	r->ids = put_ids(a, o, text);
	return r;
}

/* --- writing, under the lock ------------------------------------------------------------ */

static int64_t row_number(const struct theme_page *page, struct str column)
{
	int i = query_column(page->route->columns, page->route->column_count, column);
	return i >= 0 && page->values[i].type == DB_INT ? page->values[i].i : 0;
}

static int put_page(struct pages *p, const struct page_record *r, struct diag *d)
{
	const struct outline *o = r->outline;
	const struct route *route = r->page->route;
	struct db_stmt *s = p->run[PAGE];
	const struct str texts[] = {r->page->path, route->medium, route->lang, route->name,
	                            route->file};
	const struct str more[] = {o->kind, o->lang, o->title, o->description, o->viewport};
	const int64_t numbers[] = {(int64_t)r->bytes, o->is_redirect, o->mains,   o->navs,
	                           o->headers,        o->footers,     o->has_skip};
	const struct str lists[] = {r->levels, r->headings, r->ids, o->ids_twice, o->blocks};
	int64_t source = row_number(r->page, STR("source_id"));
	int at = 0;
	db_bind_int(s, at++, r->number);
	for (size_t i = 0; i < countof(texts); i++)
		db_bind_text(s, at++, texts[i]);
	if (source) {
		db_bind_int(s, at, source);
		db_bind_int(s, at + 1, row_number(r->page, STR("source_line")));
	}
	at += 2;
	for (size_t i = 0; i < countof(more); i++)
		db_bind_text(s, at++, more[i]);
	for (size_t i = 0; i < countof(numbers); i++)
		db_bind_int(s, at++, numbers[i]);
	for (size_t i = 0; i < countof(lists); i++)
		db_bind_text(s, at++, lists[i]);
	db_bind_int(s, at++, o->unnamed);
	db_bind_text(s, at, o->first_unnamed);
	return db_run(s, NULL, NULL, d);
}

/* A row of a list: the page and its place among them are bound. */
static struct db_stmt *row(struct pages *p, int statement, const struct page_record *r, size_t i)
{
	struct db_stmt *s = p->run[statement];
	db_bind_int(s, 0, r->number);
	db_bind_int(s, 1, (int64_t)i + 1);
	return s;
}

static int put_links(struct pages *p, const struct page_record *r, struct diag *d)
{
	int status = 0;
	for (size_t i = 0; status == 0 && i < r->outline->link_count; i++) {
		const struct outline_link *link = &r->outline->links[i];
		struct db_stmt *s = row(p, LINK, r, i);
		db_bind_text(s, 2, link->href);
		db_bind_text(s, 3, r->targets[i].path);
		db_bind_text(s, 4, r->targets[i].anchor);
		db_bind_text(s, 5, link->text);
		status = db_run(s, NULL, NULL, d);
	}
	return status;
}

static int put_others(struct pages *p, const struct page_record *r, struct diag *d)
{
	const struct outline *o = r->outline;
	int status = 0;
	for (size_t i = 0; status == 0 && i < o->image_count; i++) {
		struct db_stmt *s = row(p, IMAGE, r, i);
		db_bind_text(s, 2, o->images[i].src);
		db_bind_text(s, 3, o->images[i].alt);
		status = db_run(s, NULL, NULL, d);
	}
	for (size_t i = 0; status == 0 && i < o->table_count; i++) {
		struct db_stmt *s = row(p, TABLE, r, i);
		db_bind_text(s, 2, o->tables[i].caption);
		db_bind_int(s, 3, o->tables[i].heads);
		db_bind_int(s, 4, o->tables[i].unscoped);
		db_bind_int(s, 5, o->tables[i].spanning);
		db_bind_int(s, 6, o->tables[i].has_headers);
		status = db_run(s, NULL, NULL, d);
	}
	for (size_t i = 0; status == 0 && i < o->request_count; i++) {
		if (address_is_of(o->requests[i].url, p->url))
			continue;
		struct db_stmt *s = row(p, REQUEST, r, i);
		db_bind_text(s, 2, o->requests[i].element);
		db_bind_text(s, 3, o->requests[i].url);
		status = db_run(s, NULL, NULL, d);
	}
	return status;
}

int pages_put(struct pages *p, const struct page_record *r, struct diag *d)
{
	if (put_page(p, r, d) < 0 || put_links(p, r, d) < 0)
		return -1;
	return put_others(p, r, d);
}
