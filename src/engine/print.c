/* SPDX-License-Identifier: MIT
 * print - the paper edition as PDF files */
#include "engine/print.h"

#include <string.h>

#include "base/map.h"
#include "engine/publish.h"
#include "fmt/html.h"
#include "sys/browser.h"
#include "sys/fs.h"
#include "sys/pool.h"

#define PAPER "in/"
#define RECORD "da-in.sha256"
#define LIST "thay-to.csv"

/* One page of the paper edition. */
struct sheet {
	struct str name;     /* "thu-tuc/1.001193" */
	char hash[SEAL_HEX]; /* of what it says */
	bool wanted, done;
	int64_t pages;
};

struct printing {
	const struct print_options *o;
	struct print_report *r;
	struct arena arena;
	struct map sheets;   /* name to struct sheet *, in the order of the manifest */
	struct map before;   /* name to its hash at the last printing */
	struct lock *lock;   /* over `next`, `done`, the report and d */
	size_t next;
	int64_t wanted, done;
	int status;
	struct diag *d;
};

static const char *path_of(struct arena *a, const char *folder, struct str name, const char *end)
{
	return arena_strz(a, arena_printf(a, "%s/%.*s%s", folder, STR_ARG(name), end));
}

/* --- what there is ----------------------------------------------------------------------- */

/* A line of a manifest. */
typedef void (*take_line)(struct printing *p, struct str name, struct str hash);

static void each_line(struct printing *p, struct str text, take_line take)
{
	while (text.n) {
		struct str line = str_cut_line(&text);
		if (line.n > SEAL_HEX + 2)
			take(p, str_slice(line, SEAL_HEX + 2, line.n),
			     str_slice(line, 0, SEAL_HEX));
	}
}

static void take_page(struct printing *p, struct str name, struct str hash)
{
	(void)hash;
	if (!str_starts(name, STR(PAPER)) || !str_ends(name, STR(".html")) ||
	    str_eq(name, STR(PAPER "index.html")))
		return;
	struct sheet *s = arena_array(&p->arena, 1, sizeof *s);
	*s = (struct sheet){.name = str_slice(name, strlen(PAPER), name.n - strlen(".html"))};
	map_put(&p->sheets, s->name, s);
}

static void take_printed(struct printing *p, struct str name, struct str hash)
{
	map_put(&p->before, name, arena_strz(&p->arena, hash));
}

static int read_lines(struct printing *p, const char *folder, const char *file, take_line take)
{
	struct str text;
	const char *path = fs_join(&p->arena, folder, file);
	if (fs_read_text(path, LIMIT_DATA_FILE, &p->arena, &text, p->d) < 0)
		return -1;
	each_line(p, text, take);
	return 0;
}

/* What the sheet says: its main part and its foot, without the head that names style sheets. */
static struct str said(struct str page)
{
	return str_slice(page, str_find(page, STR("<main"), 0), page.n);
}

static int read_page(struct printing *p, const struct sheet *s, struct buf *out)
{
	struct str name = arena_printf(&p->arena, PAPER "%.*s", STR_ARG(s->name));
	return fs_read(path_of(&p->arena, p->o->site, name, ".html"), out, p->d);
}

static bool is_named(const struct print_options *o, struct str name)
{
	for (size_t i = 0; i < o->name_count; i++) {
		struct str wanted = str_from(o->names[i]);
		if (str_eq(name, wanted) ||
		    (str_starts(name, STR("thu-tuc/")) &&
		     str_eq(str_slice(name, strlen("thu-tuc/"), name.n), wanted)))
			return true;
	}
	return o->name_count == 0;
}

static bool is_as_printed(struct printing *p, const struct sheet *s)
{
	const char *before = map_get(&p->before, s->name);
	return before && memcmp(before, s->hash, SEAL_HEX) == 0 &&
	       fs_stat(path_of(&p->arena, p->o->to, s->name, ".pdf")).kind == FS_FILE;
}

static int choose(struct printing *p)
{
	for (size_t i = 0; i < p->sheets.count; i++) {
		struct sheet *s = p->sheets.entries[i].value;
		struct buf page = {.max = LIMIT_DATA_FILE};
		int status = read_page(p, s, &page);
		seal_sha256(said(buf_str(&page)), s->hash);
		buf_release(&page);
		if (status < 0)
			return -1;
		bool named = is_named(p->o, s->name);
		s->wanted = named && !(p->o->changed && is_as_printed(p, s));
		p->wanted += s->wanted;
		p->r->kept += named && !s->wanted;
	}
	return 0;
}

/* Every name that was given is a sheet. */
static int check_names(struct printing *p)
{
	int status = 0;
	for (size_t i = 0; i < p->o->name_count; i++) {
		struct str name = str_from(p->o->names[i]);
		if (!map_has(&p->sheets, name) &&
		    !map_has(&p->sheets, arena_printf(&p->arena, "thu-tuc/%.*s", STR_ARG(name))))
			status = diag_add(p->d, DIAG_B005, NOWHERE, name);
	}
	return status;
}

/* --- printing ---------------------------------------------------------------------------- */

/* "file:///srv/site/in/thu-tuc/1.001193.html#in=2026-11-21" */
static struct str address_of(struct printing *p, struct arena *a, const struct sheet *s)
{
	struct buf url = {0};
	buf_putz(&url, "file://");
	html_put(&url, str_from(p->o->site), HTML_HREF);
	buf_printf(&url, "/" PAPER "%.*s.html#in=%.*s", STR_ARG(s->name), STR_ARG(p->o->date));
	struct str kept = arena_str(a, buf_str(&url));
	buf_release(&url);
	return kept;
}

/* Chromium writes the tree of pages in the open: one "/Type /Page" each. */
static int64_t count_pages(struct str pdf)
{
	static const struct str mark = {"/Type /Page", 11};
	int64_t n = 0;
	for (size_t at = str_find(pdf, mark, 0); at < pdf.n; at = str_find(pdf, mark, at + 1))
		n += at + mark.n < pdf.n && pdf.p[at + mark.n] != 's';
	return n;
}

static int print_sheet(struct printing *p, struct browser *b, struct sheet *s, struct diag *d)
{
	struct arena a = {0};
	struct buf pdf = {0};
	int status = browser_print(b, address_of(p, &a, s), &pdf, d);
	if (status == 0)
		status = fs_replace(path_of(&a, p->o->to, s->name, ".pdf"), buf_str(&pdf), d);
	s->done = status == 0;
	s->pages = count_pages(buf_str(&pdf));
	buf_release(&pdf);
	arena_release(&a);
	return status;
}

/* The next sheet for whoever asks; NULL when there is none, or somebody failed. */
static struct sheet *next_sheet(struct printing *p)
{
	struct sheet *s = NULL;
	lock_take(p->lock);
	while (!s && p->status == 0 && p->next < p->sheets.count) {
		struct sheet *candidate = p->sheets.entries[p->next++].value;
		s = candidate->wanted ? candidate : NULL;
	}
	lock_give(p->lock);
	return s;
}

static void note_result(struct printing *p, const struct sheet *s, int status, struct diag *d)
{
	lock_take(p->lock);
	if (status < 0)
		p->status = -1;
	if (s && s->done) {
		p->r->files++;
		p->r->sheets += s->pages;
		p->done++;
	}
	diag_join(p->d, d);
	diag_release(d);
	if (p->o->progress)
		p->o->progress(p->o->user, p->done, p->wanted);
	lock_give(p->lock);
}

/* A child of the browser may still be writing its last; what it leaves goes the next time. */
static void remove_profile(const char *profile)
{
	struct diag unheard = {.lang = DIAG_VI};
	for (int tries = 0; tries < 3 && fs_remove_tree(profile, &unheard) < 0; tries++)
		;
	diag_release(&unheard);
}

static void work(void *user, int worker)
{
	struct printing *p = user;
	struct arena a = {0};
	struct diag d = {.lang = p->d->lang};
	struct browser *b = NULL;
	const char *profile = arena_strz(&a, arena_printf(&a, "%s/.chromium-%d", p->o->to, worker));
	remove_profile(profile);
	int status = browser_open(&b, p->o->browser, profile, &d);
	struct sheet *s = NULL;
	while (status == 0 && (s = next_sheet(p))) {
		status = print_sheet(p, b, s, &d);
		note_result(p, s, status, &d);
	}
	browser_close(b);
	note_result(p, NULL, status, &d);
	remove_profile(profile);
	arena_release(&a);
}

/* --- forms beside their sheets ----------------------------------------------------------- */

/* "1.001193-mau-2.docx" beside "1.001193.pdf". */
static int lay_form(struct printing *p, const struct sheet *s, struct str file, size_t number)
{
	size_t dot = file.n;
	while (dot > 0 && file.p[dot - 1] != '.')
		dot--;
	struct str end = arena_printf(&p->arena, "-mau-%zu.%.*s", number,
	                              STR_ARG(str_slice(file, dot, file.n)));
	const char *to = path_of(&p->arena, p->o->to, s->name, end.p);
	struct buf bytes = {.max = LIMIT_DATA_FILE};
	int status = fs_read(path_of(&p->arena, p->o->site, file, ""), &bytes, p->d);
	if (status == 0)
		status = fs_replace(to, buf_str(&bytes), p->d);
	buf_release(&bytes);
	p->r->forms += status == 0;
	return status;
}

/* Each file of assets/ that the sheet leads to, once. */
static int lay_forms(struct printing *p, const struct sheet *s, struct str text)
{
	static const struct str mark = {"href=\"../../assets/", 19};
	struct map seen = {.arena = &p->arena};
	int status = 0;
	for (size_t at = str_find(text, mark, 0); at < text.n && status == 0;
	     at = str_find(text, mark, at + 1)) {
		struct str rest = str_slice(text, at + strlen("href=\"../../"), text.n);
		struct str file = str_cut(&rest, '"');
		if (map_has(&seen, file))
			continue;
		map_put(&seen, file, p);
		status = lay_form(p, s, file, seen.count);
	}
	return status;
}

static int lay_all_forms(struct printing *p)
{
	int status = 0;
	for (size_t i = 0; i < p->sheets.count && status == 0; i++) {
		const struct sheet *s = p->sheets.entries[i].value;
		struct buf page = {.max = LIMIT_DATA_FILE};
		if (!s->done)
			continue;
		status = read_page(p, s, &page);
		if (status == 0)
			status = lay_forms(p, s, said(buf_str(&page)));
		buf_release(&page);
	}
	return status;
}

/* --- the record and the list ------------------------------------------------------------- */

static int remove_gone(struct printing *p, struct buf *list)
{
	int status = 0;
	for (size_t i = 0; i < p->before.count && status == 0; i++) {
		struct str name = p->before.entries[i].key;
		const char *path = path_of(&p->arena, p->o->to, name, ".pdf");
		if (map_has(&p->sheets, name) || fs_stat(path).kind != FS_FILE)
			continue;
		status = fs_remove_tree(path, p->d);
		p->r->removed++;
		buf_printf(list, "%s,%.*s.pdf,\n", p->d->lang == DIAG_EN ? "take down" : "gỡ xuống",
		           STR_ARG(name));
	}
	return status;
}

static void put_line(struct buf *out, const char *hash, struct str name)
{
	buf_put(out, (struct str){hash, SEAL_HEX});
	buf_printf(out, "  %.*s\n", STR_ARG(name));
}

/* What was printed now counts with what it says now, the rest as it stood. */
static int write_record(struct printing *p)
{
	const bool en = p->d->lang == DIAG_EN;
	struct buf record = {0}, list = {0};
	buf_putz(&list, en ? "what to do,file,sheets\n" : "việc,tệp,số tờ\n");
	for (size_t i = 0; i < p->sheets.count; i++) {
		const struct sheet *s = p->sheets.entries[i].value;
		const char *before = map_get(&p->before, s->name);
		if (s->done)
			buf_printf(&list, "%s,%.*s.pdf,%lld\n", en ? "put up" : "treo lên",
			           STR_ARG(s->name), (long long)s->pages);
		if (s->done || before)
			put_line(&record, s->done ? s->hash : before, s->name);
	}
	int status = remove_gone(p, &list);
	if (status == 0)
		status = fs_replace(fs_join(&p->arena, p->o->to, RECORD), buf_str(&record), p->d);
	if (status == 0)
		status = fs_replace(fs_join(&p->arena, p->o->to, LIST), buf_str(&list), p->d);
	buf_release(&record);
	buf_release(&list);
	return status;
}

static int run(struct printing *p)
{
	if (read_lines(p, p->o->site, MANIFEST_NAME, take_page) < 0 ||
	    read_lines(p, p->o->to, RECORD, take_printed) < 0)
		return -1;
	if (p->sheets.count == 0)
		return diag_add(p->d, DIAG_B004, NOWHERE, str_from(p->o->site));
	if (check_names(p) < 0 || choose(p) < 0 || fs_mkdirs(p->o->to, p->d) < 0)
		return -1;
	int jobs = p->wanted < p->o->jobs ? (int)p->wanted : p->o->jobs;
	if (jobs > 0)
		pool_run(jobs, work, p);
	if (lay_all_forms(p) < 0 || write_record(p) < 0)
		return -1;
	return p->status;
}

int print_run(const struct print_options *o, struct print_report *r, struct diag *d)
{
	*r = (struct print_report){0};
	struct printing p = {.o = o, .r = r, .d = d, .lock = lock_new()};
	p.sheets.arena = p.before.arena = &p.arena;
	int status = run(&p);
	lock_free(p.lock);
	arena_release(&p.arena);
	return status;
}
