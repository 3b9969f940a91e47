/* SPDX-License-Identifier: MIT
 * import_record - one record becomes a procedure's rows */
#include "base/text.h"
#include "engine/import_int.h"
#include "engine/import_map.h"

#include <string.h>

enum { CODE_LENGTH = 64 };

static void tally(struct import *im, enum portal_label f, size_t parsed, size_t text)
{
	struct import_tally *t = &im->report->fields[f];
	t->parsed += parsed;
	t->text += text;
	t->empty += !parsed && !text;
}

/* No value, unless what says so is to stay. */
static bool says_nothing(const struct import *im, struct str s)
{
	bool stays = im->o->kept >> IMPORT_CLEAN_NOTHING & 1;
	return stays ? str_blank(s) : import_is_sentinel(s);
}

/* A value of one line: its lines joined by spaces; absent when it says nothing. */
static struct str one_line(struct import *im, const struct portal_value *v)
{
	struct buf out = {0};
	for (size_t i = 0; i < v->count; i++) {
		struct str line = str_trim(v->lines[i].text);
		if (line.n && out.len)
			buf_putc(&out, ' ');
		buf_put(&out, line);
	}
	struct str text = says_nothing(im, buf_str(&out)) ? (struct str){0}
	                                                    : arena_str(&im->arena, buf_str(&out));
	buf_release(&out);
	return text;
}

/* Text that stays as it is, its lines kept. */
static struct str words(struct import *im, const struct portal_record *r, enum portal_label label)
{
	struct str text = portal_value_text(&im->arena, &r->values[label]);
	if (says_nothing(im, text))
		text = (struct str){0};
	tally(im, label, 0, text.p != NULL);
	return text;
}

static struct str markdown(struct import *im, const struct portal_value *v, bool has_titles)
{
	struct import_md_line *lines = arena_array(&im->arena, v->count + 1, sizeof *lines);
	for (size_t i = 0; i < v->count; i++) {
		struct str line = v->lines[i].text;
		bool title = has_titles && str_starts(line, STR("  * "));
		lines[i].text = title ? str_slice(line, 4, line.n) : line;
		lines[i].title = title;
	}
	struct buf out = {0};
	import_md_put(&out, lines, v->count);
	struct str md = arena_str(&im->arena, buf_str(&out));
	buf_release(&out);
	return md;
}

static struct str text_markdown(struct import *im, const struct portal_record *r,
                                enum portal_label label)
{
	const struct portal_value *v = &r->values[label];
	bool none = says_nothing(im, portal_value_text(&im->arena, v));
	tally(im, label, 0, !none);
	return none ? (struct str){0} : markdown(im, v, label == PORTAL_STEPS);
}

/* Level -------------------------------------------------------------------------------- */

static const struct {
	const char *folded;
	const char *level;
} levels[] = {
	/* the highest first */
	{"cap bo/trung uong", "TW"},
	{"cap bo", "TW"},
	{"cap trung uong", "TW"},
	{"trung uong", "TW"},
	{"cap tinh", "TINH"},
	{"tinh", "TINH"},
	{"cap huyen", "HUYEN"},
	{"huyen", "HUYEN"},
	{"cap xa", "XA"},
	{"xa", "XA"},
	{"co quan khac", "KHAC"},
	{"cap khac", "KHAC"},
	{"khac", "KHAC"},
};

static size_t level_of(struct str word)
{
	struct buf folded = {0};
	text_fold(&folded, str_trim(word));
	size_t i = 0;
	while (i < countof(levels) && !str_eqz(buf_str(&folded), levels[i].folded))
		i++;
	buf_release(&folded);
	return i;
}

/* Several levels stand with commas between: the highest, and the words beside it. */
static void read_level(struct import *im, const struct portal_record *r, struct import_row *row)
{
	struct str text = one_line(im, &r->values[PORTAL_LEVEL]), rest = text;
	size_t best = countof(levels), parts = 0;
	bool known = text.p != NULL;
	while (rest.p) {
		size_t level = level_of(str_cut(&rest, ','));
		known = known && level < countof(levels);
		best = level < best ? level : best;
		parts++;
	}
	if (best < countof(levels))
		row->cells[4] = str_from(levels[best].level);
	if (text.p && (!known || parts > 1))
		row->cells[5] = text;
	tally(im, PORTAL_LEVEL, known, text.p && !known);
}

/* Kind --------------------------------------------------------------------------------- */

static void read_kind(struct import *im, const struct portal_record *r, struct import_row *row)
{
	static const struct {
		const char *word, *kind;
		bool says_all; /* our own word is the same */
	} kinds[] = {
		{"TTHC được luật giao quy định chi tiết", "LAW_DETAILED", true},
		{"TTHC được giao luật quy định chi tiết", "LAW_DETAILED", true},
		{"NOT_ASSIGNED_REGULATION", "LAW_NOT_DETAILED", true},
		{"TTHC không được luật giao quy định chi tiết", "LAW_NOT_DETAILED", true},
		{"TTHC không được luật giao cho địa phương quy định hoặc quy định chi tiết",
		 "LAW_NOT_DETAILED", false},
		{"TTHC không được luật giao cho địa phương quy định", "LAW_NOT_DETAILED", false},
		{"TTHC đặc thù", "SPECIFIC", true},
		{"TTHC nội bộ", "INTERNAL", true},
		{"TTHC liên thông", "LINKED", true},
		{"OTHER", "OTHER", true},
		{"Loại khác", "OTHER", true},
		{"CENTRAL_REGULATION", "INTERNAL", false},
		{"LOCAL_REGULATION", "INTERNAL", false},
	};
	struct str text = one_line(im, &r->values[PORTAL_KIND]);
	size_t i = 0;
	while (i < countof(kinds) && !str_eqz(text, kinds[i].word))
		i++;
	bool known = i < countof(kinds);
	bool guessed = known && !kinds[i].says_all && strcmp(kinds[i].kind, "INTERNAL") == 0;
	/* The portal's page has no words for these two kinds: it shows nothing. */
	bool unsaid = !text.p && r->is_page && strchr("56", row->cells[0].p[0]);
	bool other = unsaid || guessed ? im->o->regulations_are_public : !known;
	row->cells[2] = other    ? STR("OTHER")
	                : unsaid ? STR("INTERNAL")
	                         : str_from(kinds[i].kind);
	if (text.p && (!known || !kinds[i].says_all))
		row->cells[3] = text;
	im->report->counts[IMPORT_N_INTERNAL] += str_eqz(row->cells[2], "INTERNAL");
	tally(im, PORTAL_KIND, known, text.p && !known);
}

/* Field -------------------------------------------------------------------------------- */

static void count_spelling(struct import *im, struct import_field_use *use, struct str name)
{
	for (size_t i = 0; i < use->count; i++) {
		if (str_eq(use->spellings[i].name, name)) {
			use->spellings[i].count++;
			return;
		}
	}
	use->spellings = arena_grow(&im->arena, use->spellings, use->count, &use->cap,
	                            sizeof *use->spellings);
	use->spellings[use->count++] = (struct import_spelling){name, 1};
}

static void read_field(struct import *im, const struct portal_record *r, struct import_row *row)
{
	struct str name = one_line(im, &r->values[PORTAL_FIELD]);
	tally(im, PORTAL_FIELD, name.p != NULL, 0);
	if (!name.p)
		return;
	struct buf slug = {0};
	text_slug(&slug, name);
	struct import_field_use *use = map_get(&im->fields, buf_str(&slug));
	if (!use) {
		use = arena_new(&im->arena, struct import_field_use);
		use->code = arena_str(&im->arena, buf_str(&slug));
		map_put(&im->fields, use->code, use);
	}
	count_spelling(im, use, name);
	row->cells[6] = use->code;
	buf_release(&slug);
}

/* Subjects and results ------------------------------------------------------------------ */

static void add_named(struct import *im, enum import_table t, struct str code, size_t position,
                      struct str name)
{
	struct import_row *row = import_row_add(im, t);
	row->cells[0] = code;
	row->cells[1] = import_number(im, (int64_t)position);
	row->cells[2] = name;
}

/* The end of the subject that begins at `from`: a comma outside brackets, unless it is one
 * of a name of the portal's list that has commas of its own. */
static size_t subject_end(struct str s, size_t from)
{
	struct str officials = STR("Cán bộ, công chức, viên chức");
	size_t i = from;
	if (str_starts(str_slice(s, from, s.n), officials))
		i += officials.n;
	for (int depth = 0; i < s.n; i++) {
		depth += (s.p[i] == '(') - (s.p[i] == ')');
		if (s.p[i] == ',' && depth <= 0)
			break;
	}
	return i;
}

static void read_subjects(struct import *im, struct str code, const struct portal_record *r)
{
	struct str text = one_line(im, &r->values[PORTAL_SUBJECTS]);
	size_t position = 0;
	for (size_t from = 0; from < text.n;) {
		size_t end = subject_end(text, from);
		struct str name = str_trim(str_slice(text, from, end));
		if (name.n)
			add_named(im, IMPORT_T_SUBJECT, code, ++position, name);
		from = end + 1;
		while (from < text.n && text.p[from] == ' ')
			from++;
	}
	tally(im, PORTAL_SUBJECTS, position > 0, 0);
}

static void read_results(struct import *im, struct str code, struct str file,
                         const struct portal_record *r)
{
	size_t position = 0;
	for (size_t i = 0; i < r->result_count; i++) {
		struct str name = import_skip_bullets(r->results[i].name);
		if (import_is_sentinel(name) && r->results[i].code.p) {
			struct place at = {file, r->values[PORTAL_RESULT].line, 0};
			diag_add(im->d, DIAG_I020, at, portal_label_text(PORTAL_RESULT),
			         r->results[i].code);
			im->report->counts[IMPORT_N_LEFT_OUT]++;
		}
		if (import_is_sentinel(name))
			continue;
		add_named(im, IMPORT_T_RESULT, code, ++position, name);
		struct import_rows *rows = &im->tables[IMPORT_T_RESULT];
		rows->rows[rows->count - 1].cells[3] = r->results[i].code;
		struct import_tally *t = &im->report->fields[IMPORT_EACH_RESULT];
		t->parsed += r->is_page && r->results[i].code.n;
		t->empty += r->is_page && !r->results[i].code.n;
	}
	tally(im, PORTAL_RESULT, 0, position > 0);
}

/* The page on the portal; text records do not know it. */
static void read_page(struct import *im, const struct portal_record *r, struct import_row *row)
{
	if (!r->is_page)
		return;
	row->cells[20] = r->id;
	row->cells[21] = r->url;
	im->report->fields[IMPORT_PAGE].parsed += r->url.n > 0;
	im->report->fields[IMPORT_PAGE].empty += r->url.n == 0;
	map_put(&im->pages, row->cells[0], im);
}

/* The record --------------------------------------------------------------------------- */

static bool is_letter(char c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_safe_code(struct str code)
{
	if (!code.n || code.n > CODE_LENGTH || code.p[0] == '.')
		return false;
	for (size_t i = 0; i < code.n; i++)
		if (!is_letter(code.p[i]) && !strchr("0123456789._-", code.p[i]))
			return false;
	return true;
}

/* d.dddddd of a procedure. */
static bool is_national_code(struct str code)
{
	if (code.n != 8 || !strchr("12356", code.p[0]) || code.p[1] != '.')
		return false;
	for (size_t i = 2; i < 8; i++)
		if (code.p[i] < '0' || code.p[i] > '9')
			return false;
	return true;
}

/* 0 and the code in the arena, or -1: cannot be loaded, said why. */
static int read_code(struct import *im, const struct portal_record *r, struct str file,
                     struct str *out)
{
	struct str code = one_line(im, &r->values[PORTAL_CODE]);
	struct place at = {file, r->values[PORTAL_CODE].line, 0};
	if (!is_safe_code(code))
		return diag_add(im->d, DIAG_I005, at, code.p ? code : STR(""));
	const char *other = map_get(&im->codes, code);
	if (other)
		return diag_add(im->d, DIAG_I006, at, code, str_from(other));
	bool fits = is_national_code(code);
	tally(im, PORTAL_CODE, fits, !fits);
	im->report->counts[IMPORT_N_ODD_CODES] += !fits;
	*out = code;
	return 0;
}

static void read_requirements(struct import *im, const struct portal_record *r,
                              struct import_row *row)
{
	struct str text = portal_value_text(&im->arena, &r->values[PORTAL_REQUIREMENTS]);
	bool none = import_says_none(text), empty = says_nothing(im, text);
	tally(im, PORTAL_REQUIREMENTS, none, !none && !empty);
	if (!empty)
		row->cells[15] = markdown(im, &r->values[PORTAL_REQUIREMENTS], false);
	if (none)
		row->cells[16] = STR("1");
	/* The portal's page shows the requirements a second time under this label. */
	struct str description = portal_value_text(&im->arena, &r->values[PORTAL_DESCRIPTION]);
	if (!empty && str_eq(text, description)) {
		im->report->counts[IMPORT_N_SAME_DESCRIPTION]++;
		tally(im, PORTAL_DESCRIPTION, 1, 0);
	} else {
		row->cells[19] = text_markdown(im, r, PORTAL_DESCRIPTION);
	}
}

static bool is_decision(struct str s)
{
	size_t slash = str_find_byte(s, '/', 0), i = 0;
	while (i < slash && s.p[i] >= '0' && s.p[i] <= '9')
		i++;
	return slash < s.n && i == slash && i > 0 && s.n > slash + 1 &&
	       str_find_byte(s, ' ', 0) == s.n;
}

static void read_columns(struct import *im, const struct portal_record *r, struct import_row *row)
{
	struct str decision = one_line(im, &r->values[PORTAL_DECISION]);
	row->cells[7] = decision;
	tally(im, PORTAL_DECISION, is_decision(decision), decision.p && !is_decision(decision));
	read_level(im, r, row);
	read_kind(im, r, row);
	read_field(im, r, row);
	row->cells[8] = text_markdown(im, r, PORTAL_STEPS);
	row->cells[10] = words(im, r, PORTAL_EXECUTING);
	row->cells[11] = words(im, r, PORTAL_DECIDING);
	row->cells[12] = words(im, r, PORTAL_ADDRESS);
	row->cells[13] = words(im, r, PORTAL_DELEGATED);
	row->cells[14] = words(im, r, PORTAL_COORDINATING);
	row->cells[18] = words(im, r, PORTAL_KEYWORDS);
	read_requirements(im, r, row);
	read_page(im, r, row);
}

int import_record(struct import *im, const struct portal_record *r, struct str file)
{
	struct str code;
	if (read_code(im, r, file, &code) < 0)
		return -1;
	struct str name = one_line(im, &r->values[PORTAL_NAME]);
	if (!name.p)
		return diag_add(im->d, DIAG_I011,
		                ((struct place){file, r->values[PORTAL_NAME].line, 0}));
	tally(im, PORTAL_NAME, 1, 0);
	map_put(&im->codes, code, arena_strz(&im->arena, file));
	struct import_row *row = import_row_add(im, IMPORT_T_PROCEDURE);
	row->cells[0] = code;
	row->cells[1] = name;
	read_columns(im, r, row);
	import_record_dossier(im, code, file, r, &row->cells[17], &row->cells[9]);
	import_record_methods(im, code, file, r);
	read_subjects(im, code, r);
	read_results(im, code, file, r);
	import_record_law(im, code, file, r);
	return 0;
}
