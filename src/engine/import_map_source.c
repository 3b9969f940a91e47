/* SPDX-License-Identifier: MIT
 * import_map_source - a file becomes a connection that holds it and nothing else */
#include <string.h>

#include "base/text.h"
#include "engine/import_int.h"
#include "engine/import_map_int.h"
#include "fmt/coding.h"
#include "fmt/csv.h"
#include "fmt/json.h"
#include "fmt/xlsx.h"
#include "sys/fs.h"

struct str import_lower(struct arena *a, struct str s)
{
	char *z = arena_strz(a, s);
	for (size_t i = 0; i < s.n; i++)
		if (z[i] >= 'A' && z[i] <= 'Z')
			z[i] = (char)(z[i] + ('a' - 'A'));
	return (struct str){z, s.n};
}

struct import_source import_source_of(const char *path, enum import_format format)
{
	struct str file = str_from(path);
	size_t from = file.n;
	while (from > 0 && file.p[from - 1] != '/')
		from--;
	return (struct import_source){
		.format = format, .file = file, .base = str_slice(file, from, file.n)};
}

struct place import_source_place(struct arena *a, const struct import_source *s, int line)
{
	if (!s->sheet.p || !line)
		return (struct place){.file = s->file, .line = line};
	return (struct place){.file = arena_printf(a, "%.*s!A%d", STR_ARG(s->file), line)};
}

/* JSON Lines: a value on each line. */
static bool are_lines(const char *path)
{
	struct arena a = {0};
	struct str name = import_lower(&a, str_from(path));
	bool are = str_ends(name, STR(".jsonl")) || str_ends(name, STR(".ndjson"));
	arena_release(&a);
	return are;
}

enum import_format import_format_of(const char *path)
{
	struct arena a = {0};
	bool is_json = str_ends(import_lower(&a, str_from(path)), STR(".json"));
	arena_release(&a);
	return is_json || are_lines(path) ? IMPORT_JSON : IMPORT_CSV;
}

struct place import_source_cell(struct arena *a, const struct import_source *s, int line,
                                size_t column)
{
	char letters[8];
	size_t n = sizeof letters;
	if (!s->sheet.p || !line)
		return import_source_place(a, s, line);
	for (size_t c = column + 1; c > 0; c = (c - 1) / 26)
		letters[--n] = (char)('A' + (c - 1) % 26);
	return (struct place){.file = arena_printf(a, "%.*s!%.*s%d", STR_ARG(s->file),
	                                           (int)(sizeof letters - n), letters + n, line)};
}

/* A record's text begins with the title of its page; a table has tabs, or is in UTF-16. */
static enum import_reader reader_of_text(struct str bytes)
{
	struct str line = str_slice(bytes, 0, str_find_byte(bytes, '\n', 0));
	enum coding c = coding_guess(line).coding;
	bool is_table = c == CODING_UTF16LE || c == CODING_UTF16BE ||
	                str_find_byte(line, '\t', 0) < line.n;
	return is_table ? IMPORT_BY_MAPS : IMPORT_BY_RECORDS;
}

static enum import_reader reader_of_json(struct str bytes)
{
	enum import_json_kind kind = import_json_kind_of(bytes);
	return kind == IMPORT_JSON_RECORD  ? IMPORT_BY_RECORDS
	       : kind == IMPORT_JSON_OTHER ? IMPORT_BY_MAPS
	                                   : IMPORT_BY_EITHER;
}

/* Bytes of any name but .csv, .tsv, .json. */
static enum import_reader reader_of_bytes(struct str bytes, bool is_text)
{
	if (xlsx_is_claimed(bytes))
		return IMPORT_BY_MAPS;
	return is_text ? reader_of_text(bytes) : IMPORT_BY_RECORDS;
}

enum import_reader import_reader_of(const char *path)
{
	struct arena a = {0};
	struct str name = import_lower(&a, str_from(path));
	bool is_json = str_ends(name, STR(".json")), is_text = str_ends(name, STR(".txt"));
	bool is_table = str_ends(name, STR(".csv")) || str_ends(name, STR(".tsv"));
	arena_release(&a);
	if (is_table || are_lines(path) || import_source_is_database(path))
		return IMPORT_BY_MAPS;
	struct diag quiet = {0};
	struct buf bytes = {.max = LIMIT_DOCUMENT};
	bool is_read = fs_stat(path).kind == FS_FILE && fs_read(path, &bytes, &quiet) == 0;
	enum import_reader reader = is_json ? IMPORT_BY_EITHER : IMPORT_BY_RECORDS;
	if (is_read)
		reader = is_json ? reader_of_json(buf_str(&bytes))
		                 : reader_of_bytes(buf_str(&bytes), is_text);
	buf_release(&bytes);
	diag_release(&quiet);
	return reader;
}

/* "tcvn3 98 %: “Danh mục máy móc”; ..." */
enum { CANDIDATES_SHOWN = 3, SAMPLE_CHARS = 60 };

static int refuse_coding(struct import_job *j, struct import_source *s, struct str bytes,
                         const struct coding_guess *g)
{
	struct buf list = {0};
	for (size_t i = 0; i < g->count && i < CANDIDATES_SHOWN; i++) {
		const struct coding_score *one = &g->ranked[i];
		buf_printf(&list, "%s%s %d %%: “", i ? "; " : "", coding_name(one->coding),
		           coding_percent(one));
		coding_put_sample(&list, bytes, one->coding, SAMPLE_CHARS);
		buf_putz(&list, "”");
	}
	diag_add(j->d, DIAG_I044, ((struct place){.file = s->file}), buf_str(&list));
	buf_release(&list);
	return -1;
}

/* UTF-8, composed, without a byte order mark; lines stay what they were. */
static int decode(struct import_job *j, struct import_source *s, struct buf *bytes)
{
	struct str in = buf_str(bytes);
	struct coding_guess g = {0};
	struct import_map_how *how = &s->how;
	how->is_given = j->o->coding && coding_find(str_from(j->o->coding), &g.coding);
	if (!how->is_given)
		g = coding_guess(in);
	if (g.why == CODING_UNSURE && !how->is_given)
		return refuse_coding(j, s, in, &g);
	how->coding = coding_name(g.coding);
	how->words = g.count ? g.ranked[0].words : 0;
	how->fit = g.count ? g.ranked[0].fit : 0;
	/* Cells of a table are composed one by one. */
	bool is_ready = s->format == IMPORT_CSV || text_is_nfc(in);
	if (g.coding == CODING_UTF8 && text_is_utf8(in, NULL) && is_ready &&
	    !str_starts(in, STR("\xEF\xBB\xBF")))
		return 0;
	if (g.coding != CODING_UTF8 && in.n > LIMIT_DOCUMENT)
		return diag_add(j->d, DIAG_I056, ((struct place){.file = s->file}),
		                str_from(how->coding),
		                arena_printf(&j->arena, "%d MB", LIMIT_DOCUMENT >> 20));
	struct buf text = {0};
	int status = coding_read(&text, in, g.coding, s->file, j->d);
	buf_release(bytes);
	*bytes = text;
	return status;
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
	if (db_exec(s->db, "CREATE TABLE document(text TEXT, file TEXT, sheet TEXT)", j->d) < 0)
		return -1;
	insert = db_must_prepare(s->db, "INSERT INTO document VALUES (?, ?, ?)");
	db_bind_text(insert, 0, text);
	db_bind_text(insert, 1, s->base);
	db_bind_text(insert, 2, s->sheet);
	int status = db_run(insert, NULL, NULL, j->d);
	db_finish(insert);
	return status;
}

/* A value on each line becomes an array of them, so that maps read both forms alike. */
static int join_lines(struct import_job *j, struct import_source *s, struct str text,
                      struct buf *out)
{
	struct str rest = text;
	buf_putc(out, '[');
	while (rest.p) {
		struct str line = str_cut_line(&rest);
		size_t bad;
		if (str_blank(line))
			continue;
		if (!json_is_valid(line, &bad))
			return diag_add(j->d, DIAG_I037,
			                place_in(s->file, text, (size_t)(line.p - text.p) + bad));
		buf_printf(out, "%s%.*s", out->len > 1 ? ",\n" : "", STR_ARG(line));
	}
	buf_putc(out, ']');
	return 0;
}

/* What is no JSON as a whole is JSON Lines when its first line is a whole object. */
static bool has_lines(const struct import_source *s, struct str text)
{
	struct str rest = text, line = str_trim(str_cut_line(&rest));
	size_t bad;
	return are_lines(s->file.p) ||
	       (!str_blank(rest) && line.n && line.p[0] == '{' && json_is_valid(line, &bad) &&
	        !json_is_valid(text, &bad));
}

static int open_json(struct import_job *j, struct import_source *s, struct str text)
{
	size_t bad, nul = json_find_nul(text);
	struct buf joined = {0};
	int status = 0;
	if (nul < text.n) {
		status = diag_add(j->d, DIAG_D030, place_in(s->file, text, nul), s->base,
		                  STR("U+0000"), str_slice(text, nul, nul + 6));
	} else if (has_lines(s, text)) {
		status = join_lines(j, s, text, &joined);
		text = buf_str(&joined);
	} else if (!json_is_valid(text, &bad)) {
		status = diag_add(j->d, DIAG_I037, place_in(s->file, text, bad));
	}
	if (status == 0)
		status = db_open(&s->db, ":memory:", DB_WRITE, j->d);
	if (status == 0)
		status = put_document(j, s, text);
	buf_release(&joined);
	return status < 0 ? -1 : import_source_end(j, s);
}

static const char magic[] = "SQLite format 3";

bool import_source_is_database(const char *path)
{
	return fs_begins(path, (struct str){magic, sizeof magic}); /* with its NUL */
}

/* What a program has not yet written into its database: without it the rows may be half old. */
static int check_journal(struct import_job *j, const char *path)
{
	static const char *const ends[] = {"-wal", "-journal"};
	for (size_t i = 0; i < countof(ends); i++) {
		struct str beside = arena_printf(&j->arena, "%s%s", path, ends[i]);
		if (fs_stat(beside.p).size > 0)
			return diag_add(j->d, DIAG_I066, ((struct place){.file = str_from(path)}),
			                beside);
	}
	return 0;
}

/* Tables and views with their columns, for who has to write a map. */
static int list_tables(struct import_job *j, struct import_source *s)
{
	struct db_stmt *stmt = NULL;
	struct str sql = STR(
		"SELECT substr(group_concat(t, '; '), 1, 2000) FROM (SELECT m.name || ' (' || "
		"group_concat(c.name, ', ') || ')' AS t FROM data.sqlite_master AS m, "
		"pragma_table_info(m.name, 'data') AS c WHERE m.type IN ('table', 'view') AND "
		"m.name NOT GLOB 'sqlite_*' GROUP BY m.name ORDER BY m.name LIMIT 20)");
	int more = db_prepare(s->db, sql, (struct place){.file = s->file}, &stmt, j->d);
	if (more == 0)
		more = db_step(stmt, j->d);
	if (more > 0 && !db_is_null(stmt, 0))
		s->tables = arena_str(&j->arena, db_text(stmt, 0));
	db_finish(stmt);
	s->tables = s->tables.p ? s->tables : STR("–");
	return more < 0 ? -1 : 0;
}

int import_source_open_database(struct import_job *j, struct import_source *s, const char *path)
{
	int status = check_journal(j, path);
	if (status == 0)
		status = db_open_foreign(&s->db, path, "data", j->d);
	if (status == 0)
		status = list_tables(j, s);
	if (status == 0)
		status = put_document(j, s, (struct str){0});
	if (status == 0)
		status = import_source_end(j, s);
	if (status < 0)
		import_source_close(s);
	return status;
}

/* Closes the reader. */
static int take_csv(struct import_job *j, struct import_source *s, struct csv_reader *reader)
{
	struct import_grid *t = import_grid_new(j, s);
	struct csv_record r;
	struct csv_dialect found = csv_dialect(reader);
	int status = import_source_begin(j, s), more = 0;
	s->how.delimiter = found.delimiter;
	s->how.delimiter_count = found.count;
	s->how.delimiter_agree = found.agree;
	s->how.delimiter_records = found.records;
	while (status == 0) {
		more = csv_next(reader, &r, j->d);
		if (more <= 0)
			break;
		struct import_grid_row row = {r.line, r.count, r.cells};
		status = import_grid_put(t, &row);
	}
	if (status == 0 && more == 0)
		status = import_grid_end(t);
	import_grid_free(t);
	csv_close(reader);
	return status < 0 || more < 0 ? -1 : import_source_end(j, s);
}

/* A file of which a piece is held at a time. */
enum { PIECE = 64 << 10 };
struct look {
	struct fs_input *in;
	struct buf piece;
	size_t good;     /* bytes of the piece that are UTF-8 */
	int line;        /* where it begins */
	bool has_wide;   /* there were letters of two bytes and more before it */
	bool is_claimed; /* by the reader of workbooks */
	enum coding coding;
};

static void pass_good(struct look *l)
{
	for (size_t i = 0; i < l->good; i++) {
		l->line += l->piece.p[i] == '\n';
		l->has_wide = l->has_wide || l->piece.p[i] & 0x80;
	}
	if (l->good < l->piece.len)
		memmove(l->piece.p, l->piece.p + l->good, l->piece.len - l->good);
	buf_truncate(&l->piece, l->piece.len - l->good);
	l->good = 0;
}

/* The next piece, after what of the one before was cut in the middle of a letter. */
static int look_on(struct look *l, struct diag *d)
{
	pass_good(l);
	int more = fs_input_next(l->in, &l->piece, PIECE, d);
	l->good = l->piece.len;
	(void)text_is_utf8(buf_str(&l->piece), &l->good);
	return more;
}

/* 1: the whole file is UTF-8, 0: it is not, -1. */
static int is_utf8_through(struct look *l, const char *path, struct diag *d)
{
	enum { CUT_MOST = 3 }; /* bytes of a letter that goes on in the next piece */
	int more = fs_input_open(&l->in, path, d);
	if (more < 0)
		return -1;
	more = look_on(l, d);
	l->is_claimed = xlsx_is_claimed(buf_str(&l->piece));
	l->coding = coding_guess(str_slice(buf_str(&l->piece), 0, l->good)).coding;
	while (more > 0 && l->coding == CODING_UTF8 && l->piece.len - l->good <= CUT_MOST)
		more = look_on(l, d);
	pass_good(l);
	if (l->piece.len && l->coding == CODING_UTF8 && !l->has_wide)
		l->coding = coding_guess(buf_str(&l->piece)).coding;
	return more < 0 ? -1 : !l->piece.len && l->coding == CODING_UTF8;
}

/* What is not UTF-8 is decoded as a whole, and has to be smaller for that. */
static int check_whole(struct import_job *j, struct import_source *s, const struct look *l)
{
	struct place at = {.file = s->file, .line = l->line};
	if (l->is_claimed || fs_stat(s->file.p).size <= LIMIT_DOCUMENT)
		return 0;
	if (l->coding == CODING_UTF8 && l->piece.len)
		return diag_add(j->d, DIAG_I004, at,
		                arena_printf(&j->arena, "0x%02X", (unsigned char)*l->piece.p));
	at.line = 0;
	return diag_add(j->d, DIAG_I056, at, str_from(coding_name(l->coding)),
	                arena_printf(&j->arena, "%d MB", LIMIT_DOCUMENT >> 20));
}

static int next_piece(void *from, struct buf *out, size_t most, struct diag *d)
{
	return fs_input_next(from, out, most, d);
}

int import_source_pull(struct import_job *j, struct import_source *s)
{
	struct look l = {.line = 1};
	struct fs_input *in = NULL;
	enum coding given = CODING_UTF8;
	if (fs_stat(s->file.p).size > LIMIT_DATA_FILE)
		return diag_add(j->d, DIAG_P003, NOWHERE, s->file,
		                arena_printf(&j->arena, "%d", LIMIT_DATA_FILE));
	s->how.is_given = j->o->coding && coding_find(str_from(j->o->coding), &given);
	int status = is_utf8_through(&l, s->file.p, j->d);
	bool is_pulled = status > 0 && !l.is_claimed && given == CODING_UTF8;
	if (status >= 0 && !is_pulled)
		status = check_whole(j, s, &l);
	else if (status > 0)
		status = fs_input_open(&in, s->file.p, j->d);
	fs_input_close(l.in);
	buf_release(&l.piece);
	if (status < 0 || !is_pulled)
		return status;
	s->how.coding = coding_name(CODING_UTF8);
	status = take_csv(j, s, csv_open_input((struct csv_input){next_piece, in}, s->file,
	                                       CSV_BY_RECORDS, j->d));
	fs_input_close(in);
	if (status < 0)
		import_source_close(s);
	return status < 0 ? -1 : 1;
}

int import_source_begin(struct import_job *j, struct import_source *s)
{
	if (db_open(&s->db, "", DB_WRITE, j->d) < 0 ||
	    put_document(j, s, (struct str){0}) < 0)
		return -1;
	/* Written and read from one end to the other: what is more lies in a file of no name. */
	return db_exec(s->db, "PRAGMA cache_size=-8000; BEGIN", j->d);
}

/* Nothing but reading from here on. */
int import_source_end(struct import_job *j, struct import_source *s)
{
	if (s->format == IMPORT_CSV && db_exec(s->db, "COMMIT", j->d) < 0)
		return -1;
	s->env = (struct func_env){.date = j->o->date, .lang = STR("vi"), .d = j->d};
	db_guard(s->db, LIMIT_QUERY_STEPS);
	db_quotes_are_names(s->db);
	func_register(s->db, &s->env);
	import_map_functions(s->db);
	return 0;
}

int import_source_open(struct import_job *j, struct import_source *s, struct buf *bytes)
{
	int status = decode(j, s, bytes);
	if (status == 0)
		status = s->format == IMPORT_JSON ? open_json(j, s, buf_str(bytes))
		                                  : take_csv(j, s, csv_open(buf_str(bytes), s->file,
		                                                            CSV_BY_RECORDS));
	if (status < 0)
		import_source_close(s);
	return status;
}

void import_source_close(struct import_source *s)
{
	db_close(s->db);
	s->db = NULL;
}
