/* SPDX-License-Identifier: MIT
 *
 * workbook - an archive made of parts that stand in a text, for tests of what reads one
 *
 * A line "=== NAME" begins a part; lines in front of the first are no part of it. What is common to
 * all workbooks is there without being written: _rels/.rels, and, when the text has no
 * xl/workbook.xml, a workbook of one sheet "S" with shared strings and styles. Nothing is packed
 * (method 0).
 */
#ifndef NIEMYET_TESTS_WORKBOOK_H
#define NIEMYET_TESTS_WORKBOOK_H

#include "base/buf.h"

static const char workbook_common[] =
	"=== _rels/.rels\n<Relationships><Relationship Id=\"r1\" Type=\"t/officeDocument\""
	" Target=\"xl/workbook.xml\"/></Relationships>\n";
static const char workbook_one_sheet[] =
	"=== xl/workbook.xml\n<workbook><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a1\"/>"
	"</sheets></workbook>\n=== xl/_rels/workbook.xml.rels\n<Relationships>"
	"<Relationship Id=\"a1\" Type=\"t/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
	"<Relationship Id=\"a2\" Type=\"t/sharedStrings\" Target=\"sharedStrings.xml\"/>"
	"<Relationship Id=\"a3\" Type=\"t/styles\" Target=\"/xl/styles.xml\"/></Relationships>\n";

static inline void workbook_put_number(struct buf *out, size_t n, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_putc(out, (char)(i < 8 ? n >> (8 * i) & 0xFF : 0));
}

static inline size_t workbook_crc(struct str s)
{
	uint32_t crc = 0xFFFFFFFF;
	for (size_t i = 0; i < s.n; i++) {
		crc ^= (unsigned char)s.p[i];
		for (int k = 0; k < 8; k++)
			crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
	}
	return ~crc;
}

/* The part of both headers that is the same. */
static inline void workbook_put_fields(struct buf *out, struct str name, struct str bytes)
{
	workbook_put_number(out, 20, 2); /* version */
	workbook_put_number(out, 0, 4);  /* flags, method */
	workbook_put_number(out, 0x2100, 4);
	workbook_put_number(out, workbook_crc(bytes), 4);
	workbook_put_number(out, bytes.n, 4);
	workbook_put_number(out, bytes.n, 4);
	workbook_put_number(out, name.n, 2);
	workbook_put_number(out, 0, 2);
}

struct workbook {
	struct buf *out;
	struct buf directory;
	size_t count;
};

static inline void workbook_put_part(struct workbook *w, struct str name, struct str bytes)
{
	size_t at = w->out->len;
	buf_putz(w->out, "PK\x03\x04");
	workbook_put_fields(w->out, name, bytes);
	buf_put(w->out, name);
	buf_put(w->out, bytes);
	buf_putz(&w->directory, "PK\x01\x02");
	workbook_put_number(&w->directory, 20, 2);
	workbook_put_fields(&w->directory, name, bytes);
	workbook_put_number(&w->directory, 0, 10); /* comment, disk, attributes */
	workbook_put_number(&w->directory, at, 4);
	buf_put(&w->directory, name);
	w->count++;
}

static inline void workbook_put_parts(struct workbook *w, struct str text)
{
	struct str mark = STR("=== "), rest = text;
	while (rest.p) {
		struct str head = str_cut_line(&rest);
		if (!str_starts(head, mark))
			continue;
		bool is_empty = !rest.p || str_starts(rest, mark);
		size_t end = is_empty ? 0 : str_find(rest, STR("\n=== "), 0);
		struct str body = rest.p ? str_trim(str_slice(rest, 0, end)) : STR("");
		struct str name = str_slice(head, mark.n, head.n);
		workbook_put_part(w, str_cut(&name, ' '), body);
		rest = rest.p && end < rest.n ? str_slice(rest, end + !is_empty, rest.n)
		                              : (struct str){0};
	}
}

static inline void workbook_make(struct buf *out, struct str text)
{
	struct workbook w = {.out = out};
	if (str_find(text, STR("=== _rels/.rels\n"), 0) == text.n)
		workbook_put_parts(&w, STR(workbook_common));
	if (str_find(text, STR("=== xl/workbook.xml\n"), 0) == text.n)
		workbook_put_parts(&w, STR(workbook_one_sheet));
	workbook_put_parts(&w, text);
	size_t at = out->len;
	buf_put(out, buf_str(&w.directory));
	buf_putz(out, "PK\x05\x06");
	workbook_put_number(out, 0, 4);
	workbook_put_number(out, w.count, 2);
	workbook_put_number(out, w.count, 2);
	workbook_put_number(out, out->len - at - 12, 4);
	workbook_put_number(out, at, 4);
	workbook_put_number(out, 0, 2);
	buf_release(&w.directory);
}

#endif
