/* SPDX-License-Identifier: MIT
 * xlsx - the sheets of a workbook: what the file is, its parts, its sheets */
#include <string.h>

#include "fmt/xlsx_int.h"

/* What it is ------------------------------------------------------------------------- */

static const char ole[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", zip[] = "PK\x03\x04";

static bool has_wide(struct str bytes, const char *word)
{
	char wide[64];
	size_t n = 0;
	for (; *word && n + 2 < sizeof wide; word++) {
		wide[n++] = *word;
		wide[n++] = '\0';
	}
	return str_find(bytes, (struct str){wide, n}, 0) < bytes.n;
}

/* A web page or an older XML table under the name of a workbook: one-stop programs write these. */
static const char *markup_kind(struct str bytes)
{
	static const char *const begins[] = {"<html", "<!doctype html", "<table"};
	char head[512];
	size_t n = bytes.n < sizeof head ? bytes.n : sizeof head;
	for (size_t i = 0; i < n; i++) {
		char c = bytes.p[i];
		head[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
	}
	struct str text = {head, n};
	if (str_starts(text, STR("\xEF\xBB\xBF")))
		text = str_slice(text, 3, n);
	text = str_trim(text);
	for (size_t i = 0; i < countof(begins); i++)
		if (str_starts(text, str_from(begins[i])))
			return "HTML";
	bool is_sheet = str_find(text, STR("office:spreadsheet"), 0) < text.n;
	return str_starts(text, STR("<?xml")) && is_sheet ? "XML Spreadsheet 2003" : NULL;
}

/* What it is instead of a workbook; NULL: an archive, which may be one. */
static const char *other_kind(struct str bytes)
{
	if (str_starts(bytes, str_from(ole)))
		return has_wide(bytes, "WordDocument") ? "DOC (Word 97-2003)"
		                                       : "XLS (Excel 97-2003)";
	if (str_starts(bytes, STR("{\\rtf")))
		return "RTF";
	if (str_starts(bytes, STR("%PDF")))
		return "PDF";
	return markup_kind(bytes);
}

bool xlsx_is_claimed(struct str bytes)
{
	return str_starts(bytes, str_from(zip)) || other_kind(bytes);
}

/* Parts ------------------------------------------------------------------------------ */

static int refuse_part(struct xlsx_part *p, const char *reason, struct diag *d)
{
	struct place at = {.file = p->x->file};
	char max[32];
	snprintf(max, sizeof max, "%d MB", LIMIT_PART >> 20);
	if (p->status == ARCHIVE_TOO_LARGE)
		return diag_add(d, DIAG_I051, at, str_from(p->name), str_from(max));
	return diag_add(d, DIAG_I050, at, str_from(p->name), str_from(reason));
}

static int64_t read_part(void *from, char *into, size_t size)
{
	struct xlsx_part *p = from;
	p->status = archive_part_read(p->bytes, into, size);
	return p->status;
}

int xlsx_part_open(struct xlsx_part *p, struct xlsx *x, const char *name,
                   const struct xml_calls *calls, void *user, struct diag *d)
{
	*p = (struct xlsx_part){.x = x, .name = name, .bytes = archive_part_open(x->archive, name)};
	if (!p->bytes)
		return refuse_part(p, "–", d);
	p->xml = xml_open((struct xml_input){read_part, p}, calls, user);
	return 0;
}

int xlsx_part_run(struct xlsx_part *p, struct diag *d)
{
	int more = xml_run(p->xml);
	return more < 0 ? refuse_part(p, xml_reason(p->xml), d) : more;
}

void xlsx_part_close(struct xlsx_part *p)
{
	xml_close(p->xml);
	archive_part_close(p->bytes);
	p->xml = NULL;
	p->bytes = NULL;
}

int xlsx_part_parse(struct xlsx_part *p, struct xlsx *x, const char *name,
                    const struct xml_calls *calls, void *user, struct diag *d)
{
	if (xlsx_part_open(p, x, name, calls, user, d) < 0)
		return -1;
	int more = xlsx_part_run(p, d);
	xlsx_part_close(p);
	return more;
}

bool xlsx_is_true(const char *attribute)
{
	return attribute && (strcmp(attribute, "1") == 0 || strcmp(attribute, "true") == 0);
}

size_t xlsx_number(const char *digits)
{
	size_t n = 0;
	for (; digits && *digits >= '0' && *digits <= '9'; digits++)
		n = n > SIZE_MAX / 10 - 9 ? SIZE_MAX / 10 - 9 : n * 10 + (size_t)(*digits - '0');
	return n;
}

/* The workbook ----------------------------------------------------------------------- */

/* A relation between parts: which kind, where to. */
struct relation {
	struct str id;
	const char *kind, *target;
};
struct opening {
	struct xlsx_part part;
	struct xlsx *x;
	struct relation *relations; /* of the part read last */
	size_t count, cap;
	const char *folder;         /* that targets are relative to: "xl/" */
};

static int parse(struct opening *o, const char *name,
                 void (*start)(void *, const char *, const char *const *), struct diag *d)
{
	struct xml_calls calls = {.start = start};
	int status = xlsx_part_parse(&o->part, o->x, name, &calls, o, d);
	return status > 0 ? refuse_part(&o->part, "…", d) : status;
}

/* Far more than any workbook has, far less than would take long: each sheet looks for its part. */
enum { RELATIONS_MOST = 10000, SHEETS_MOST = 1000 };

static char *keep(struct xlsx *x, const char *z)
{
	return arena_strz(&x->arena, str_from(z ? z : ""));
}

static void on_relation(void *user, const char *name, const char *const *attributes)
{
	struct opening *o = user;
	struct arena *a = &o->x->arena;
	if (strcmp(name, "Relationship") != 0)
		return;
	const char *type = xml_attribute(attributes, "Type");
	const char *target = xml_attribute(attributes, "Target");
	const char *kind = type ? strrchr(type, '/') : NULL;
	if (!kind || !target)
		return;
	if (o->count == RELATIONS_MOST) {
		xml_pause(o->part.xml);
		return;
	}
	o->relations = arena_grow(a, o->relations, o->count, &o->cap, sizeof *o->relations);
	struct str path = target[0] == '/' ? str_from(target + 1)
	                                   : arena_printf(a, "%s%s", o->folder, target);
	o->relations[o->count++] = (struct relation){
		str_from(keep(o->x, xml_attribute(attributes, "Id"))), keep(o->x, kind + 1),
		arena_strz(a, path)};
}

static const char *target_of(const struct opening *o, const char *kind)
{
	for (size_t i = 0; i < o->count; i++)
		if (strcmp(o->relations[i].kind, kind) == 0)
			return o->relations[i].target;
	return NULL;
}

/* 'Sheet 1': quotes where Excel wants them, so that the address can be typed there. */
static struct str place_of(struct xlsx *x, struct str name)
{
	bool is_plain = name.n > 0;
	for (size_t i = 0; i < name.n; i++) {
		char c = name.p[i];
		is_plain = is_plain && ((c & 0x80) || c == '_' || (c >= '0' && c <= '9') ||
		                        (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'));
	}
	const char *quote = is_plain ? "" : "'";
	return arena_printf(&x->arena, "%.*s:%s%.*s%s", STR_ARG(x->file), quote, STR_ARG(name),
	                    quote);
}

static void on_workbook(void *user, const char *name, const char *const *attributes)
{
	struct opening *o = user;
	struct xlsx *x = o->x;
	if (strcmp(name, "workbookPr") == 0)
		x->is_1904 = xlsx_is_true(xml_attribute(attributes, "date1904"));
	if (strcmp(name, "sheet") != 0)
		return;
	const char *id = xml_attribute(attributes, "id");
	const char *state = xml_attribute(attributes, "state");
	const struct relation *r = NULL;
	for (size_t i = 0; i < o->count && id; i++)
		if (str_eqz(o->relations[i].id, id))
			r = &o->relations[i];
	if (!r || strcmp(r->kind, "worksheet") != 0)
		return; /* a chart has no cells */
	if (x->sheet_count == SHEETS_MOST) {
		xml_pause(o->part.xml);
		return;
	}
	x->sheets = arena_grow(&x->arena, x->sheets, x->sheet_count, &x->sheet_cap,
	                       sizeof *x->sheets);
	struct str title = str_from(keep(x, xml_attribute(attributes, "name")));
	x->sheets[x->sheet_count++] =
		(struct xlsx_sheet){title, place_of(x, title), r->target,
	                            state && strcmp(state, "visible") != 0};
}

/* "xl/workbook.xml" has its relations in "xl/_rels/workbook.xml.rels". */
static int read_relations(struct opening *o, const char *part, struct diag *d)
{
	const char *base = strrchr(part, '/');
	base = base ? base + 1 : part;
	struct arena *a = &o->x->arena;
	struct str folder = {part, (size_t)(base - part)};
	const char *rels = arena_printf(a, "%.*s_rels/%s.rels", STR_ARG(folder), base).p;
	o->folder = arena_strz(a, folder);
	o->count = o->cap = 0;
	o->relations = NULL;
	return parse(o, rels, on_relation, d);
}

/* An archive that is something else. */
static const char *archive_kind(struct xlsx *x, const char *workbook)
{
	if (archive_has(x->archive, "content.xml"))
		return archive_has(x->archive, "mimetype") ? "ODS / ODT (LibreOffice)" : "ZIP";
	if (!workbook)
		return "ZIP";
	if (strstr(workbook, "word/"))
		return "DOCX (Word)";
	return str_ends(str_from(workbook), STR(".bin")) ? "XLSB (Excel, nhị phân)" : NULL;
}

static int read_workbook(struct xlsx *x, struct diag *d)
{
	struct opening o = {.x = x};
	const char *workbook = NULL;
	if (archive_has(x->archive, "_rels/.rels")) {
		if (read_relations(&o, "", d) < 0)
			return -1;
		workbook = target_of(&o, "officeDocument");
	}
	const char *kind = archive_kind(x, workbook);
	if (kind)
		return diag_add(d, DIAG_I048, ((struct place){.file = x->file}), str_from(kind));
	if (read_relations(&o, workbook, d) < 0 || parse(&o, workbook, on_workbook, d) < 0)
		return -1;
	const char *strings = target_of(&o, "sharedStrings"), *styles = target_of(&o, "styles");
	if (strings && archive_has(x->archive, strings) && xlsx_read_strings(x, strings, d) < 0)
		return -1;
	return styles && archive_has(x->archive, styles) ? xlsx_read_formats(x, styles, d) : 0;
}

int xlsx_open(struct xlsx **out, struct str bytes, struct str file, struct diag *d)
{
	struct place at = {.file = file};
	const char *kind = other_kind(bytes);
	*out = NULL;
	if (str_starts(bytes, str_from(ole)) && has_wide(bytes, "EncryptedPackage"))
		return diag_add(d, DIAG_I049, at);
	if (kind)
		return diag_add(d, DIAG_I048, at, str_from(kind));
	struct archive *archive = archive_open(bytes);
	if (!archive)
		return diag_add(d, DIAG_I050, at, STR("ZIP"), STR("–"));
	struct xlsx *x = mem_resize(NULL, sizeof *x);
	*x = (struct xlsx){.archive = archive, .file = file};
	if (read_workbook(x, d) < 0) {
		xlsx_close(x);
		return -1;
	}
	*out = x;
	return 0;
}

void xlsx_close(struct xlsx *x)
{
	if (!x)
		return;
	xlsx_rows_free(x->rows);
	archive_close(x->archive);
	buf_release(&x->strings);
	mem_free(x->ends);
	arena_release(&x->arena);
	mem_free(x);
}

size_t xlsx_sheet_count(const struct xlsx *x)
{
	return x->sheet_count;
}

struct str xlsx_sheet_name(const struct xlsx *x, size_t sheet)
{
	return x->sheets[sheet].name;
}

bool xlsx_sheet_is_hidden(const struct xlsx *x, size_t sheet)
{
	return x->sheets[sheet].is_hidden;
}

struct str xlsx_sheet_place(const struct xlsx *x, size_t sheet)
{
	return x->sheets[sheet].place;
}
