/* SPDX-License-Identifier: MIT
 * xlsx_tables - shared strings and number formats of a workbook */
#include <string.h>

#include "fmt/xlsx_int.h"

/* Shared strings --------------------------------------------------------------------- */

struct reading {
	struct xlsx_part part;
	struct xlsx *x;
	bool is_text;     /* within <t> */
	size_t phonetic;  /* depth within <rPh> */
	struct buf text;  /* of this string, as it is written */
	/* formats */
	bool is_cells;    /* within <cellXfs> */
	struct custom {
		size_t id;
		struct str code;
	} *custom;
	size_t count, cap;
};

static void on_string_start(void *user, const char *name, const char *const *attributes)
{
	struct reading *r = user;
	(void)attributes;
	r->phonetic += strcmp(name, "rPh") == 0;
	r->is_text = strcmp(name, "t") == 0 && !r->phonetic;
}

static void add_string(struct reading *r)
{
	struct xlsx *x = r->x;
	if (x->string_count == x->string_cap) {
		x->string_cap = x->string_cap ? x->string_cap * 2 : 1024;
		x->ends = mem_resize(x->ends, x->string_cap * sizeof *x->ends);
	}
	xlsx_put_text(&x->strings, buf_str(&r->text));
	x->ends[x->string_count++] = x->strings.len;
	buf_reset(&r->text);
	if (x->strings.full)
		xml_pause(r->part.xml);
}

static void on_string_end(void *user, const char *name)
{
	struct reading *r = user;
	r->is_text = false;
	r->phonetic -= strcmp(name, "rPh") == 0;
	if (strcmp(name, "si") == 0)
		add_string(r);
}

static void on_string_text(void *user, struct str text)
{
	struct reading *r = user;
	if (r->is_text)
		buf_put(&r->text, text);
}

int xlsx_read_strings(struct xlsx *x, const char *part, struct diag *d)
{
	static const struct xml_calls calls = {on_string_start, on_string_end, on_string_text};
	struct reading r = {.x = x, .text = {.max = LIMIT_DOCUMENT}};
	x->strings.max = LIMIT_DOCUMENT;
	int status = xlsx_part_parse(&r.part, x, part, &calls, &r, d);
	if (status > 0) {
		char max[32];
		snprintf(max, sizeof max, "%d MB", LIMIT_DOCUMENT >> 20);
		status = diag_add(d, DIAG_I051, ((struct place){.file = x->file}), str_from(part),
		                  str_from(max));
	}
	buf_release(&r.text);
	return status;
}

struct str xlsx_string(const struct xlsx *x, size_t n)
{
	if (n >= x->string_count)
		return (struct str){0};
	size_t from = n ? x->ends[n - 1] : 0;
	return str_slice(buf_str(&x->strings), from, x->ends[n]);
}

/* Number formats --------------------------------------------------------------------- */

static void add_custom(struct reading *r, const char *const *attributes)
{
	const char *id = xml_attribute(attributes, "numFmtId");
	const char *code = xml_attribute(attributes, "formatCode");
	struct arena *a = &r->x->arena;
	if (!id || !code)
		return;
	r->custom = arena_grow(a, r->custom, r->count, &r->cap, sizeof *r->custom);
	r->custom[r->count++] = (struct custom){xlsx_number(id), arena_str(a, str_from(code))};
}

static void add_format(struct reading *r, const char *const *attributes)
{
	struct xlsx *x = r->x;
	size_t id = xlsx_number(xml_attribute(attributes, "numFmtId"));
	struct str code = {0};
	for (size_t i = 0; i < r->count; i++)
		if (r->custom[i].id == id)
			code = r->custom[i].code;
	x->formats = arena_grow(&x->arena, x->formats, x->format_count, &x->format_cap,
	                        sizeof *x->formats);
	x->formats[x->format_count++] = xlsx_format_of(id, code);
}

static void on_style_start(void *user, const char *name, const char *const *attributes)
{
	struct reading *r = user;
	if (strcmp(name, "numFmt") == 0)
		add_custom(r, attributes);
	else if (strcmp(name, "cellXfs") == 0)
		r->is_cells = true;
	else if (r->is_cells && strcmp(name, "xf") == 0)
		add_format(r, attributes);
	/* Excel has 65,490 cell formats at most; each looks through the custom ones. */
	if (r->count > 10000 || r->x->format_count > 70000)
		xml_pause(r->part.xml);
}

static void on_style_end(void *user, const char *name)
{
	struct reading *r = user;
	if (strcmp(name, "cellXfs") == 0)
		r->is_cells = false;
}

int xlsx_read_formats(struct xlsx *x, const char *part, struct diag *d)
{
	static const struct xml_calls calls = {.start = on_style_start, .end = on_style_end};
	struct reading r = {.x = x};
	int status = xlsx_part_parse(&r.part, x, part, &calls, &r, d);
	if (status <= 0)
		return status;
	return diag_add(d, DIAG_I050, ((struct place){.file = x->file}), str_from(part),
	                STR("cellXfs"));
}
