/* SPDX-License-Identifier: MIT
 * load_text - site.yml, i18n/LANG.yml and pages/.../NAME.md into their tables */
#include "board/load_int.h"
#include "board/site.h"
#include "builtin.h"

#include <string.h>

static const struct str theme_texts = {"templates/i18n/", 15};

static int read_yaml(struct loader *l, struct str text, struct str file, int first_line,
                     struct yaml_node **out)
{
	if (yaml_parse(&l->row, text, file, first_line, out, l->d) < 0)
		return -1;
	struct place at = {.file = file, .line = (*out)->line};
	return (*out)->kind == YAML_MAP ? 0 : diag_add(l->d, DIAG_C019, at);
}

static struct str without_mark(struct str text)
{
	return str_starts(text, STR("\xEF\xBB\xBF")) ? str_slice(text, 3, text.n) : text;
}

/* site.yml */

static int insert_setting(struct loader *l, struct db_stmt *s, const struct site_setting *setting,
                          int64_t source_id)
{
	db_bind_text(s, 0, setting->key);
	db_bind_text(s, 1, setting->value);
	db_bind_int(s, 2, source_id);
	db_bind_int(s, 3, setting->line);
	return db_run(s, NULL, NULL, l->d);
}

int load_site(struct loader *l, struct str text, const struct file *f)
{
	struct yaml_node *root;
	struct site_setting *settings;
	size_t count;
	if (db_exec(l->db, "DELETE FROM setting", l->d) < 0 ||
	    cell_check_file(text, f->path, l->d) < 0 ||
	    read_yaml(l, without_mark(text), f->path, 1, &root) < 0 ||
	    site_read(&l->row, root, f->path, &settings, &count, l->d) < 0)
		return -1;
	int status = 0;
	struct db_stmt *s = db_must_prepare(
		l->db, "INSERT INTO setting(key, value, source_id, source_line)"
		       " VALUES (?, ?, ?, ?)");
	for (size_t i = 0; i < count && status == 0; i++)
		status = insert_setting(l, s, &settings[i], f->source_id);
	db_finish(s);
	return status;
}

/* i18n */

struct texts {
	struct loader *l;
	struct db_stmt *insert;
	struct str lang, file;
	int64_t source_id; /* 0: the theme's own */
	bool failed;
};

static void put_text(struct texts *t, struct str key, const struct yaml_node *node)
{
	struct cell cell;
	struct place at = {t->file, node->line, node->col};
	if (yaml_is_null(node))
		return;
	if (cell_read(&t->l->row, CELL_TEXT, node->value, key, at, &cell, t->l->d) < 0) {
		t->failed = true;
		return;
	}
	db_bind_text(t->insert, 0, t->lang);
	db_bind_text(t->insert, 1, key);
	db_bind_text(t->insert, 2, cell.text.p ? cell.text : STR(""));
	if (t->source_id)
		db_bind_int(t->insert, 3, t->source_id);
	db_bind_int(t->insert, 4, node->line);
	t->failed = db_run(t->insert, NULL, NULL, t->l->d) < 0 || t->failed;
}

/* Flattened: "list.0.title". No deeper than LIMIT_DEPTH. */
static void put_texts(struct texts *t, struct str prefix, const struct yaml_node *node)
{
	struct arena *a = &t->l->row;
	for (size_t i = 0; i < node->count; i++) {
		const struct yaml_item *item = &node->items[i];
		struct str key = item->key.p ? item->key : arena_printf(a, "%zu", i);
		if (prefix.n)
			key = arena_printf(a, "%.*s.%.*s", STR_ARG(prefix), STR_ARG(key));
		if (item->node->kind == YAML_SCALAR)
			put_text(t, key, item->node);
		else
			put_texts(t, key, item->node);
	}
}

/* "i18n/vi.yml" gives "vi". */
static struct str lang_of(struct str path)
{
	size_t from = path.n;
	while (from > 0 && path.p[from - 1] != '/')
		from--;
	struct str lang = str_slice(path, from, path.n - 4);
	return site_is_language(lang) ? lang : (struct str){0};
}

static int load_text_file(struct texts *t, struct str text)
{
	struct loader *l = t->l;
	struct yaml_node *root;
	arena_reset(&l->row);
	t->lang = lang_of(t->file);
	if (!t->lang.p)
		return diag_add(l->d, DIAG_C026, ((struct place){.file = t->file}), t->file);
	if (cell_check_file(text, t->file, l->d) < 0 ||
	    read_yaml(l, without_mark(text), t->file, 1, &root) < 0)
		return -1;
	put_texts(t, STR(""), root);
	return t->failed ? -1 : 0;
}

static bool is_theme_text(const struct builtin_file *f)
{
	struct str path = str_from(f->path);
	return str_starts(path, theme_texts) && str_ends(path, STR(".yml"));
}

bool load_theme_texts_changed(struct loader *l)
{
	for (size_t i = 0; i < builtin_count; i++) {
		const struct builtin_file *f = &builtin_files[i];
		if (is_theme_text(f) && !schema_remembers(l->db, str_from(f->path), f->bytes))
			return true;
	}
	return false;
}

static int load_theme_texts(struct texts *t)
{
	int status = 0;
	t->source_id = 0;
	for (size_t i = 0; i < builtin_count; i++) {
		const struct builtin_file *f = &builtin_files[i];
		if (!is_theme_text(f))
			continue;
		t->file = str_from(f->path);
		if (load_text_file(t, f->bytes) < 0 ||
		    schema_remember(t->l->db, t->file, f->bytes, t->l->d) < 0)
			status = -1;
	}
	return status;
}

static int load_own_texts(struct texts *t)
{
	int status = 0;
	struct buf text = {0};
	for (size_t i = 0; i < t->l->file_count; i++) {
		const struct file *f = &t->l->files[i];
		if (f->kind != FILE_TEXTS)
			continue;
		t->file = f->path;
		t->source_id = f->source_id;
		buf_reset(&text);
		if (load_read(t->l, f->path, LIMIT_CONFIG, &text) < 0 ||
		    load_text_file(t, buf_str(&text)) < 0)
			status = -1;
	}
	buf_release(&text);
	return status;
}

int load_texts(struct loader *l)
{
	if (db_exec(l->db, "DELETE FROM text", l->d) < 0)
		return -1;
	struct texts t = {.l = l};
	t.insert = db_must_prepare(l->db, "INSERT OR REPLACE INTO text(lang, key, value, source_id,"
	                                  " source_line) VALUES (?, ?, ?, ?, ?)");
	int theme = load_theme_texts(&t), own = load_own_texts(&t);
	db_finish(t.insert);
	return theme < 0 || own < 0 ? -1 : 0;
}

/* pages */

struct page {
	struct loader *l;
	const struct file *file;
	struct table *table; /* article, or article_translation */
	struct str head, body;
	int body_line;
	int line;           /* of the row: that of its period, of other pages 1 */
	struct cell *cells; /* of the table */
};

static struct cell *cell_of(struct page *p, const char *column)
{
	const struct column *c = map_get(&p->table->by_name, str_from(column));
	return &p->cells[c - p->table->columns];
}

static void set_text(struct page *p, const char *column, struct str value)
{
	*cell_of(p, column) = (struct cell){.text = value};
}

/* Cuts the text into what stands between two lines "---" and what follows. */
static int split_page(struct page *p, struct str text)
{
	struct place at = {.file = p->file->path, .line = 1};
	struct str rest = text;
	if (!str_eqz(str_trim_end(str_cut_line(&rest)), "---"))
		return diag_add(p->l->d, DIAG_C020, at);
	const char *head = rest.p;
	for (int line = 2; rest.p; line++) {
		const char *from = rest.p;
		if (!str_eqz(str_trim_end(str_cut_line(&rest)), "---"))
			continue;
		p->head = (struct str){head, (size_t)(from - head)};
		p->body = rest.p ? rest : STR("");
		p->body_line = line + 1;
		return 0;
	}
	return diag_add(p->l->d, DIAG_C021, at);
}

/* Columns that a page's front matter may give: those of the table but what the file itself
 * gives, of a translation its language, too. */
static bool is_front_key(const struct page *p, const struct column *c)
{
	return c && !c->ours && !str_eqz(c->name, "path") && !str_starts(c->name, STR("body_")) &&
	       !(str_eqz(c->name, "lang") && p->table == &p->l->translated);
}

static void refuse_front_key(struct page *p, struct str key, struct place at)
{
	const struct table *t = p->table;
	struct map names = {.arena = &p->l->row};
	struct buf list = {0};
	for (size_t i = 0; i < t->count; i++) {
		if (!is_front_key(p, &t->columns[i]))
			continue;
		map_put(&names, t->columns[i].name, p);
		buf_printf(&list, "%s%.*s", list.len ? ", " : "", STR_ARG(t->columns[i].name));
	}
	struct str near = map_nearest(&names, key);
	if (near.p)
		diag_add(p->l->d, DIAG_C022, at, key, near);
	else
		diag_add(p->l->d, DIAG_C023, at, key, buf_str(&list));
	buf_release(&list);
}

/* What YAML calls true and false. */
static struct str plain_bool(const struct yaml_node *n)
{
	if (str_eqz(n->value, "true") || str_eqz(n->value, "yes"))
		return STR("1");
	if (str_eqz(n->value, "false") || str_eqz(n->value, "no"))
		return STR("0");
	return n->value;
}

static int read_front_item(struct page *p, const struct yaml_item *item)
{
	struct table *t = p->table;
	struct place at = {p->file->path, item->line, item->col};
	const struct column *c = map_get(&t->by_name, item->key);
	if (!is_front_key(p, c)) {
		refuse_front_key(p, item->key, at);
		return -1;
	}
	if (item->node->kind != YAML_SCALAR)
		return diag_add(p->l->d, DIAG_C007, at, item->key);
	if (yaml_is_null(item->node))
		return 0;
	struct str raw = c->domain == CELL_BOOL ? plain_bool(item->node) : item->node->value;
	at.col = 0;
	if (c->domain == CELL_PERIOD)
		p->line = at.line;
	return table_read_cell(p->l, c, raw, at, &p->cells[c - t->columns]);
}

/* What a page is when it does not say so: its folder tells. */
static void set_kind(struct page *p, struct str address)
{
	static const struct {
		const char *folder, *kind;
	} kinds[] = {{"thong-bao/", "INFO"}, {"bao-cao/", "REPORT"}, {"", "PAGE"}};
	size_t i = 0;
	while (!str_starts(address, str_from(kinds[i].folder)))
		i++;
	set_text(p, "kind", str_from(kinds[i].kind));
}

static bool is_report(struct page *p)
{
	return p->table == &p->l->article && str_eqz(cell_of(p, "kind")->text, "REPORT");
}

static int read_front(struct page *p)
{
	struct yaml_node *root;
	int status = 0;
	if (read_yaml(p->l, p->head, p->file->path, 2, &root) < 0)
		return -1;
	for (size_t i = 0; i < root->count; i++)
		if (read_front_item(p, &root->items[i]) < 0)
			status = -1;
	struct place at = {.file = p->file->path, .line = 1};
	if (status == 0 && !cell_of(p, "title")->text.p)
		return diag_add(p->l->d, DIAG_C024, at, STR("title"));
	if (status == 0 && is_report(p) && !cell_of(p, "period")->text.p)
		return diag_add(p->l->d, DIAG_C024, at, STR("period"));
	return status;
}

static void read_body(struct page *p)
{
	struct str rest = p->body;
	for (;;) { /* blank lines above the text */
		struct str after = rest;
		if (!after.p || !str_blank(str_cut_line(&after)) || !after.p)
			break;
		rest = after;
		p->body_line++;
	}
	struct str body = {0};
	uint32_t bad;
	bool fine = cell_clean(&p->l->row, rest, true, &body, &bad);
	set_text(p, "body_md", fine && body.p ? body : STR(""));
	*cell_of(p, "body_line") = (struct cell){.number = p->body_line, .is_int = true};
}

/* "pages/thong-bao/nghi-le.md" gives "thong-bao/nghi-le"; absent when it is no address. */
static struct str address_of(struct str path)
{
	struct str address = str_slice(path, 6, path.n - 3);
	bool fine = fs_name_is_safe(address);
	for (size_t i = 0; i < address.n; i++) {
		char c = address.p[i];
		fine = fine && c && strchr("abcdefghijklmnopqrstuvwxyz0123456789"
		                           "ABCDEFGHIJKLMNOPQRSTUVWXYZ._-/", c);
	}
	return fine ? address : (struct str){0};
}

static int forget_page(struct loader *l, int64_t source_id)
{
	static const char *const queries[] = {
		"DELETE FROM article WHERE source_id = ?",
		"DELETE FROM article_translation WHERE source_id = ?"};
	int status = 0;
	for (size_t i = 0; i < countof(queries) && status == 0; i++) {
		struct db_stmt *s = db_must_prepare(l->db, queries[i]);
		db_bind_int(s, 0, source_id);
		status = db_run(s, NULL, NULL, l->d);
		db_finish(s);
	}
	return status;
}

/* "gioi-thieu.en" gives "en" where that is a further language of the site, and the rest. */
static struct str cut_language(const struct loader *l, struct str *address)
{
	for (struct str rest = l->languages; rest.n;) {
		struct str lang = str_cut(&rest, ' ');
		size_t cut = address->n > lang.n ? address->n - lang.n - 1 : 0;
		if (cut > 0 && address->p[cut] == '.' && str_ends(*address, lang)) {
			*address = str_slice(*address, 0, cut);
			return lang;
		}
	}
	return (struct str){0};
}

int load_page(struct loader *l, struct str text, const struct file *f)
{
	struct page p = {.l = l, .file = f, .table = &l->article, .line = 1};
	struct place at = {.file = f->path, .line = 1};
	struct str address = address_of(f->path);
	if (forget_page(l, f->source_id) < 0)
		return -1;
	if (!address.p)
		return diag_add(l->d, DIAG_C025, ((struct place){.file = f->path}), f->path);
	struct str lang = cut_language(l, &address);
	if (lang.p)
		p.table = &l->translated;
	p.cells = arena_array(&l->row, p.table->count, sizeof *p.cells);
	if (lang.p)
		set_text(&p, "lang", lang);
	else
		set_kind(&p, address);
	if (cell_check_file(text, f->path, l->d) < 0 || split_page(&p, without_mark(text)) < 0 ||
	    read_front(&p) < 0)
		return -1;
	read_body(&p);
	set_text(&p, "path", address);
	at.line = p.line;
	return table_insert(l, p.table, p.cells, f->source_id, at);
}
