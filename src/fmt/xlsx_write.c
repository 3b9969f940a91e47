/* SPDX-License-Identifier: MIT
 * xlsx_write - a new workbook: tables of text with a header */
#include "fmt/xlsx_write.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "fmt/archive.h"

enum { PIECE = 1 << 16 }; /* bytes of a sheet that are made at once, or a row more */

/* A part of the archive: text that is there, or a sheet that is made row by row. */
struct part {
	struct writing *w;
	struct buf text;
	size_t sheet;
	size_t line; /* the last row so far */
};
struct writing {
	const struct xlsx_write_sheet *sheets;
	size_t count;
	xlsx_write_next next;
	void *user;
};

/* Text ------------------------------------------------------------------------------- */

/* "_x" and four digits "_", which a reader would take for a character. */
static bool is_escape(struct str s, size_t at)
{
	if (at + 7 > s.n || s.p[at] != '_' || s.p[at + 1] != 'x' || s.p[at + 6] != '_')
		return false;
	for (size_t i = at + 2; i < at + 6; i++)
		if (!strchr("0123456789abcdefABCDEF", s.p[i]))
			return false;
	return true;
}

static void put_char(struct buf *out, uint32_t c)
{
	bool is_control = (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
	if (is_control)
		buf_printf(out, "_x%04X_", (unsigned)c);
	else if (c == '&')
		buf_putz(out, "&amp;");
	else if (c == '<')
		buf_putz(out, "&lt;");
	else if (c == '>')
		buf_putz(out, "&gt;");
	else if (c == '"')
		buf_putz(out, "&quot;");
	else
		text_put_char(out, c);
}

static void put_text(struct buf *out, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		uint32_t c = (unsigned char)s.p[at];
		if (is_escape(s, at))
			buf_putz(out, "_x005F");
		at = c < 0x80 ? at + 1 : text_next(s, at, &c);
		put_char(out, c);
	}
}

/* In an attribute a line end has to be written as what it is. */
static void put_attribute(struct buf *out, const char *name, struct str s)
{
	buf_printf(out, " %s=\"", name);
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		at = text_next(s, at, &c);
		if (c == '\n' || c == '\t')
			buf_printf(out, "&#%u;", (unsigned)c);
		else
			put_char(out, c);
	}
	buf_putc(out, '"');
}

size_t xlsx_cell_length(struct str s)
{
	size_t units = 0;
	for (size_t at = 0; at < s.n; units++) {
		uint32_t c;
		at = text_next(s, at, &c);
		units += c > 0xFFFF;
	}
	return units;
}

void xlsx_put_column(struct buf *out, size_t column)
{
	char letters[16];
	size_t n = sizeof letters;
	for (size_t c = column + 1; c > 0; c = (c - 1) / 26)
		letters[--n] = (char)('A' + (c - 1) % 26);
	buf_put(out, (struct str){letters + n, sizeof letters - n});
}

/* Sheets ----------------------------------------------------------------------------- */

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

/* Looks, by their number in styles.xml. */
enum { LOOK_TEXT = 1, LOOK_HEAD, LOOK_REQUIRED };

static void put_cell(struct buf *out, size_t column, size_t line, int look)
{
	buf_putz(out, "<c r=\"");
	xlsx_put_column(out, column);
	buf_printf(out, "%zu\" s=\"%d\" t=\"inlineStr\"><is>", line, look);
}

static void put_head(struct buf *out, const struct xlsx_write_sheet *s)
{
	buf_putz(out, "<row r=\"1\" ht=\"60\" customHeight=\"1\">");
	for (size_t i = 0; i < s->count; i++) {
		const struct xlsx_write_column *c = &s->columns[i];
		put_cell(out, i, 1, c->is_required ? LOOK_REQUIRED : LOOK_HEAD);
		buf_putz(out, "<r><rPr><b/><sz val=\"11\"/><rFont val=\"Calibri\"/></rPr>"
		              "<t xml:space=\"preserve\">");
		put_text(out, c->title);
		buf_putz(out, "\n</t></r><r><rPr><sz val=\"8\"/><color rgb=\"FF595959\"/>"
		              "<rFont val=\"Calibri\"/></rPr><t xml:space=\"preserve\">");
		put_text(out, c->name);
		buf_putz(out, "</t></r></is></c>");
	}
	buf_putz(out, "</row>");
}

static void begin_sheet(struct buf *out, const struct xlsx_write_sheet *s, bool is_first)
{
	buf_printf(out, XML "<worksheet xmlns=\"" MAIN "\"><sheetViews><sheetView%s"
	           " workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
	           " activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\""
	           " activeCell=\"A2\" sqref=\"A2\"/></sheetView></sheetViews>"
	           "<sheetFormatPr defaultRowHeight=\"15\"/><cols>",
	           is_first ? " tabSelected=\"1\"" : "");
	for (size_t i = 0; i < s->count; i++)
		buf_printf(out, "<col min=\"%zu\" max=\"%zu\" width=\"%d\" style=\"%d\""
		           " customWidth=\"1\"/>", i + 1, i + 1, s->columns[i].width, LOOK_TEXT);
	buf_putz(out, "</cols><sheetData>");
	put_head(out, s);
}

static void put_row(struct buf *out, const struct str *cells, size_t count, size_t line)
{
	buf_printf(out, "<row r=\"%zu\">", line);
	for (size_t i = 0; i < count; i++) {
		if (!cells[i].n)
			continue;
		put_cell(out, i, line, LOOK_TEXT);
		buf_putz(out, "<t xml:space=\"preserve\">");
		put_text(out, cells[i]);
		buf_putz(out, "</t></is></c>");
	}
	buf_putz(out, "</row>");
}

/* The note and the list of a column, for all rows below the header. */
static void put_validation(struct buf *out, const struct xlsx_write_column *c, size_t column)
{
	struct str title = text_cut_words(c->title, XLSX_MOST_NOTE_TITLE);
	struct str note = text_cut_words(c->note, XLSX_MOST_NOTE - 1);
	buf_putz(out, "<dataValidation");
	if (c->list.n)
		buf_printf(out, " type=\"list\" errorStyle=\"%s\" showErrorMessage=\"1\"",
		           c->is_list_all ? "stop" : "warning");
	buf_putz(out, " allowBlank=\"1\" showInputMessage=\"1\"");
	put_attribute(out, "promptTitle", title);
	if (note.n) {
		struct buf text = {0};
		buf_put(&text, note);
		buf_putz(&text, note.n < c->note.n ? "…" : "");
		put_attribute(out, "prompt", buf_str(&text));
		buf_release(&text);
	}
	buf_putz(out, " sqref=\"");
	xlsx_put_column(out, column);
	buf_putz(out, "2:");
	xlsx_put_column(out, column);
	buf_printf(out, "%d\">", XLSX_MOST_ROWS);
	if (c->list.n) {
		buf_putz(out, "<formula1>");
		put_text(out, c->list);
		buf_putz(out, "</formula1>");
	}
	buf_putz(out, "</dataValidation>");
}

static void end_sheet(struct buf *out, const struct xlsx_write_sheet *s)
{
	buf_putz(out, "</sheetData>");
	if (s->count)
		buf_printf(out, "<dataValidations count=\"%zu\">", s->count);
	for (size_t i = 0; i < s->count; i++)
		put_validation(out, &s->columns[i], i);
	buf_putz(out, s->count ? "</dataValidations></worksheet>" : "</worksheet>");
}

static int more_of_sheet(void *user, struct buf *out)
{
	struct part *p = user;
	const struct xlsx_write_sheet *s = &p->w->sheets[p->sheet];
	if (!p->line) {
		begin_sheet(out, s, p->sheet == 0);
		p->line = 1;
	}
	const struct str *cells;
	int more = 1;
	while (out->len < PIECE && more > 0) {
		more = p->w->next(p->w->user, p->sheet, &cells);
		if (more > 0)
			put_row(out, cells, s->count, ++p->line);
	}
	if (more == 0)
		end_sheet(out, s);
	return more;
}

/* The parts that are not sheets ------------------------------------------------------- */

static int more_of_text(void *user, struct buf *out)
{
	struct part *p = user;
	buf_put(out, buf_str(&p->text));
	return 0;
}

static void put_types(struct buf *out, const struct writing *w)
{
	static const char *const kind =
		"application/vnd.openxmlformats-officedocument.spreadsheetml.";
	buf_printf(out, XML "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\""
	           " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
	           "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	           "<Override PartName=\"/xl/workbook.xml\" ContentType=\"%ssheet.main+xml\"/>"
	           "<Override PartName=\"/xl/styles.xml\" ContentType=\"%sstyles+xml\"/>",
	           kind, kind);
	for (size_t i = 0; i < w->count; i++)
		buf_printf(out, "<Override PartName=\"/xl/worksheets/sheet%zu.xml\""
		           " ContentType=\"%sworksheet+xml\"/>", i + 1, kind);
	buf_putz(out, "</Types>");
}

static void put_root(struct buf *out, const struct writing *w)
{
	(void)w;
	buf_putz(out, XML "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship"
	         " Id=\"rId1\" Type=\"" RELATIONS "/officeDocument\" Target=\"xl/workbook.xml\"/>"
	         "</Relationships>");
}

static void put_workbook(struct buf *out, const struct writing *w)
{
	buf_putz(out, XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" RELATIONS "\"><sheets>");
	for (size_t i = 0; i < w->count; i++) {
		buf_putz(out, "<sheet");
		put_attribute(out, "name", w->sheets[i].name);
		buf_printf(out, " sheetId=\"%zu\" r:id=\"rId%zu\"/>", i + 1, i + 1);
	}
	buf_putz(out, "</sheets></workbook>");
}

static void put_relations(struct buf *out, const struct writing *w)
{
	buf_putz(out, XML "<Relationships xmlns=\"" PACKAGE "relationships\">");
	for (size_t i = 0; i < w->count; i++)
		buf_printf(out, "<Relationship Id=\"rId%zu\" Type=\"" RELATIONS "/worksheet\""
		           " Target=\"worksheets/sheet%zu.xml\"/>", i + 1, i + 1);
	buf_printf(out, "<Relationship Id=\"rId%zu\" Type=\"" RELATIONS "/styles\""
	           " Target=\"styles.xml\"/></Relationships>", w->count + 1);
}

#define SOLID(colour) \
	"<patternFill patternType=\"solid\"><fgColor rgb=\"" colour "\"/></patternFill>"

static void put_fill(struct buf *out, const char *pattern)
{
	buf_printf(out, "<fill>%s</fill>", pattern);
}

/* 49 is "@", text, among the formats that every program knows. */
static void put_styles(struct buf *out, const struct writing *w)
{
	(void)w;
	buf_putz(out, XML "<styleSheet xmlns=\"" MAIN "\"><fonts count=\"2\"><font>"
	         "<sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/>"
	         "<name val=\"Calibri\"/></font></fonts><fills count=\"4\">");
	put_fill(out, "<patternFill patternType=\"none\"/>");
	put_fill(out, "<patternFill patternType=\"gray125\"/>");
	for (int i = 0; i < 2; i++)
		put_fill(out, i ? SOLID("FFFFE699") : SOLID("FFE7E6E6"));
	buf_putz(out, "</fills><borders count=\"1\"><border/></borders>"
	         "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"4\">"
	         "<xf xfId=\"0\"/><xf numFmtId=\"49\" xfId=\"0\" applyNumberFormat=\"1\""
	         " applyAlignment=\"1\"><alignment vertical=\"top\"/></xf>");
	for (int fill = 2; fill < 4; fill++)
		buf_printf(out, "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"%d\" xfId=\"0\""
		           " applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\""
		           " applyAlignment=\"1\">"
		           "<alignment vertical=\"top\" wrapText=\"1\"/></xf>", fill);
	buf_putz(out, "</cellXfs></styleSheet>");
}

static const struct {
	const char *name;
	void (*put)(struct buf *out, const struct writing *w);
} fixed_parts[] = {
	{"[Content_Types].xml", put_types}, {"_rels/.rels", put_root},
	{"xl/workbook.xml", put_workbook}, {"xl/_rels/workbook.xml.rels", put_relations},
	{"xl/styles.xml", put_styles},
};

int xlsx_write(const struct xlsx_write_sheet *sheets, size_t count, xlsx_write_next next,
               void *user, struct buf *out)
{
	struct writing w = {sheets, count, next, user};
	struct arena a = {0};
	struct part fixed[countof(fixed_parts)] = {0};
	struct part *parts = arena_array(&a, count + 1, sizeof *parts);
	struct archive_new *n = archive_new();
	for (size_t i = 0; i < countof(fixed_parts); i++) {
		fixed_parts[i].put(&fixed[i].text, &w);
		archive_new_add(n, fixed_parts[i].name, more_of_text, &fixed[i]);
	}
	for (size_t i = 0; i < count; i++) {
		parts[i] = (struct part){.w = &w, .sheet = i};
		archive_new_add(n, arena_printf(&a, "xl/worksheets/sheet%zu.xml", i + 1).p,
		                more_of_sheet, &parts[i]);
	}
	int status = archive_new_finish(n, out);
	for (size_t i = 0; i < countof(fixed_parts); i++)
		buf_release(&fixed[i].text);
	arena_release(&a);
	return status;
}
