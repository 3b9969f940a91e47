/* SPDX-License-Identifier: MIT
 * import_map_source - a file becomes a connection that holds it and nothing else */
#include <string.h>

#include "base/text.h"
#include "engine/import_int.h"
#include "engine/import_map_int.h"
#include "fmt/csv.h"
#include "fmt/json.h"
#include "sys/fs.h"

/* SQLite takes at most 2,000 columns. */
enum { MOST_COLUMNS = 1000 };

static struct str lower(struct arena *a, struct str s)
{
	char *z = arena_strz(a, s);
	for (size_t i = 0; i < s.n; i++)
		if (z[i] >= 'A' && z[i] <= 'Z')
			z[i] = (char)(z[i] + ('a' - 'A'));
	return (struct str){z, s.n};
}

enum import_format import_format_of(const char *path)
{
	struct arena a = {0};
	bool is_json = str_ends(lower(&a, str_from(path)), STR(".json"));
	arena_release(&a);
	return is_json ? IMPORT_JSON : IMPORT_CSV;
}

enum import_reader import_reader_of(const char *path)
{
	struct arena a = {0};
	bool is_csv = str_ends(lower(&a, str_from(path)), STR(".csv"));
	arena_release(&a);
	if (is_csv)
		return IMPORT_BY_MAPS;
	if (import_format_of(path) != IMPORT_JSON)
		return IMPORT_BY_RECORDS;
	struct diag quiet = {0};
	struct buf bytes = {.max = LIMIT_DOCUMENT};
	bool is_read = fs_stat(path).kind == FS_FILE && fs_read(path, &bytes, &quiet) == 0;
	enum import_json_kind kind =
		is_read ? import_json_kind_of(buf_str(&bytes)) : IMPORT_JSON_BROKEN;
	buf_release(&bytes);
	diag_release(&quiet);
	return kind == IMPORT_JSON_RECORD  ? IMPORT_BY_RECORDS
	       : kind == IMPORT_JSON_OTHER ? IMPORT_BY_MAPS
	                                   : IMPORT_BY_EITHER;
}

/* UTF-8, composed, without a byte order mark; lines stay what they were. */
static int clean(struct import_job *j, struct str file, struct buf *bytes)
{
	struct str text = buf_str(bytes);
	size_t bad;
	if (!text_is_utf8(text, &bad)) {
		struct place at = {.file = file, .line = 1};
		for (size_t i = 0; i < bad; i++)
			at.line += text.p[i] == '\n';
		struct str byte =
			arena_printf(&j->arena, "0x%02X", (unsigned)(unsigned char)text.p[bad]);
		return diag_add(j->d, DIAG_I004, at, byte);
	}
	struct str mark = STR("\xEF\xBB\xBF");
	if (str_starts(text, mark))
		text = str_slice(text, mark.n, text.n);
	if (text_is_nfc(text) && text.p == bytes->p)
		return 0;
	struct buf composed = {0};
	text_nfc(&composed, text);
	buf_release(bytes);
	*bytes = composed;
	return 0;
}

/* Line and character of a byte. */
static struct place place_in(struct str file, struct str text, size_t byte)
{
	struct place at = {file, 1, 1};
	for (size_t i = 0; i < byte; i++) {
		bool begins = ((unsigned char)text.p[i] & 0xC0) != 0x80;
		at.col = text.p[i] == '\n' ? 1 : at.col + begins;
		at.line += text.p[i] == '\n';
	}
	return at;
}

static int put_document(struct import_job *j, struct import_source *s, struct str text)
{
	struct db_stmt *insert = NULL;
	if (db_exec(s->db, "CREATE TABLE document(text TEXT, file TEXT)", j->d) < 0)
		return -1;
	insert = db_must_prepare(s->db, "INSERT INTO document VALUES (?, ?)");
	db_bind_text(insert, 0, text);
	db_bind_text(insert, 1, s->base);
	int status = db_run(insert, NULL, NULL, j->d);
	db_finish(insert);
	return status;
}

static int open_json(struct import_job *j, struct import_source *s, struct str text)
{
	size_t bad;
	if (!json_is_valid(text, &bad))
		return diag_add(j->d, DIAG_I037, place_in(s->file, text, bad));
	return put_document(j, s, text);
}

/* Reading a CSV file into `source`. */
struct sheet {
	struct import_job *j;
	struct import_source *s;
	struct csv_reader *reader;
	struct str *names;
	size_t count;
	struct db_stmt *insert;
	struct buf row; /* as JSON */
};

/* Every column gets a name that SQL can tell from the others, whatever the header says: an
 * empty one its number ("c3"), one that is there already a number more ("Name 2"). */
static void name_columns(struct sheet *t, const struct csv_record *r)
{
	struct arena *a = &t->j->arena;
	struct map seen = {.arena = a};
	map_put(&seen, STR("_line"), t);
	map_put(&seen, STR("_row"), t);
	t->count = r->count;
	while (t->count > 0 && str_blank(r->cells[t->count - 1]))
		t->count--;
	t->names = arena_array(a, t->count + 1, sizeof *t->names);
	for (size_t i = 0; i < t->count; i++) {
		struct str name = str_trim(r->cells[i]);
		name = name.n ? arena_str(a, name) : arena_printf(a, "c%zu", i + 1);
		struct str used = name;
		for (size_t n = 2; map_has(&seen, lower(a, used)); n++)
			used = arena_printf(a, "%.*s %zu", STR_ARG(name), n);
		map_put(&seen, lower(a, used), t);
		t->names[i] = used;
	}
}

static void put_name(struct buf *sql, struct str name)
{
	buf_putc(sql, '"');
	for (size_t i = 0; i < name.n; i++)
		buf_printf(sql, name.p[i] == '"' ? "\"%c" : "%c", name.p[i]);
	buf_putc(sql, '"');
}

static int make_tables(struct sheet *t)
{
	struct diag *d = t->j->d;
	struct buf sql = {0};
	buf_putz(&sql, "CREATE TABLE header(position INT, name TEXT);"
	               "CREATE TABLE source(_line INT, _row TEXT");
	for (size_t i = 0; i < t->count; i++) {
		buf_putz(&sql, ", ");
		put_name(&sql, t->names[i]);
		buf_putz(&sql, " TEXT");
	}
	buf_putz(&sql, ")");
	int status = db_exec(t->s->db, buf_str(&sql).p, d);
	buf_reset(&sql);
	buf_putz(&sql, "INSERT INTO source VALUES (?, ?");
	for (size_t i = 0; i < t->count; i++)
		buf_putz(&sql, ", ?");
	buf_putz(&sql, ")");
	if (status == 0)
		status = db_prepare(t->s->db, buf_str(&sql), NOWHERE, &t->insert, d);
	buf_release(&sql);
	if (status < 0)
		return -1;
	struct db_stmt *header = db_must_prepare(t->s->db, "INSERT INTO header VALUES (?, ?)");
	for (size_t i = 0; i < t->count && status == 0; i++) {
		db_bind_int(header, 0, (int64_t)i + 1);
		db_bind_text(header, 1, t->names[i]);
		status = db_run(header, NULL, NULL, d);
	}
	db_finish(header);
	return status;
}

static bool is_blank(const struct csv_record *r, size_t from)
{
	for (size_t i = from; i < r->count; i++)
		if (!str_blank(r->cells[i]))
			return false;
	return true;
}

static struct str number(struct sheet *t, size_t n)
{
	return arena_printf(&t->j->arena, "%zu", n);
}

static int put_row(struct sheet *t, const struct csv_record *r)
{
	struct place at = {.file = t->s->file, .line = r->line};
	if (is_blank(r, 0))
		return 0;
	if (r->count < t->count || !is_blank(r, t->count)) {
		t->s->refused++;
		diag_add(t->j->d, r->count < t->count ? DIAG_D016 : DIAG_D015, at,
		         number(t, r->count), number(t, t->count));
		return 0;
	}
	buf_reset(&t->row);
	buf_putc(&t->row, '{');
	for (size_t i = 0; i < t->count; i++) {
		struct str cell = str_trim(r->cells[i]);
		buf_putz(&t->row, i ? "," : "");
		json_put_string(&t->row, t->names[i]);
		buf_putc(&t->row, ':');
		if (cell.n)
			json_put_string(&t->row, cell);
		else
			buf_putz(&t->row, "null");
		db_bind_text(t->insert, (int)i + 2, cell.n ? cell : (struct str){0});
	}
	buf_putc(&t->row, '}');
	db_bind_int(t->insert, 0, r->line);
	db_bind_text(t->insert, 1, buf_str(&t->row));
	t->s->rows++;
	return db_run(t->insert, NULL, NULL, t->j->d);
}

static int read_rows(struct sheet *t)
{
	struct diag *d = t->j->d;
	struct csv_record r;
	int more = csv_next(t->reader, &r, d);
	if (more == 0)
		return diag_add(d, DIAG_D006, ((struct place){.file = t->s->file, .line = 1}));
	if (more < 0)
		return -1;
	name_columns(t, &r);
	if (t->count > MOST_COLUMNS)
		return diag_add(d, DIAG_I042, ((struct place){.file = t->s->file, .line = r.line}),
		                number(t, t->count), number(t, MOST_COLUMNS));
	if (make_tables(t) < 0)
		return -1;
	while ((more = csv_next(t->reader, &r, d)) > 0)
		if (put_row(t, &r) < 0)
			return -1;
	return more;
}

static int open_csv(struct import_job *j, struct import_source *s, struct str text)
{
	struct sheet t = {.j = j, .s = s};
	if (put_document(j, s, (struct str){0}) < 0)
		return -1;
	t.reader = csv_open(text, s->file, 0);
	int status = db_exec(s->db, "BEGIN", j->d);
	if (status == 0)
		status = read_rows(&t);
	db_finish(t.insert);
	csv_close(t.reader);
	buf_release(&t.row);
	return status < 0 ? -1 : db_exec(s->db, "COMMIT", j->d);
}

int import_source_open(struct import_job *j, const char *path, enum import_format format,
                       struct import_source *out)
{
	struct buf bytes = {.max = format == IMPORT_JSON ? LIMIT_DOCUMENT : LIMIT_DATA_FILE};
	struct str file = str_from(path);
	size_t from = file.n;
	while (from > 0 && file.p[from - 1] != '/')
		from--;
	*out = (struct import_source){
		.format = format, .file = file, .base = str_slice(file, from, file.n)};
	int status = fs_read(path, &bytes, j->d);
	if (status == 0)
		status = clean(j, file, &bytes);
	if (status == 0)
		status = db_open(&out->db, ":memory:", DB_WRITE, j->d);
	if (status == 0)
		status = format == IMPORT_JSON ? open_json(j, out, buf_str(&bytes))
		                               : open_csv(j, out, buf_str(&bytes));
	buf_release(&bytes);
	if (status < 0) {
		import_source_close(out);
		return -1;
	}
	out->env = (struct func_env){.date = j->o->date, .lang = STR("vi"), .d = j->d};
	db_guard(out->db, LIMIT_QUERY_STEPS);
	db_quotes_are_names(out->db);
	func_register(out->db, &out->env);
	return 0;
}

void import_source_close(struct import_source *s)
{
	db_close(s->db);
	s->db = NULL;
}
