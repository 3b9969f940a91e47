/* SPDX-License-Identifier: MIT
 * xlsx: workbooks of tests/golden/xlsx, whose parts stand there as text, with the rows and messages
 * that they give; what is too large for such a file; what is no workbook */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fmt/xlsx.h"
#include "golden.h"
#include "workbook.h"

static void put_cells(struct buf *out, const struct xlsx_row *r)
{
	buf_printf(out, "  %d:", r->line);
	for (size_t i = 0; i < r->count; i++) {
		buf_putz(out, i ? " | " : " ");
		for (size_t k = 0; k < r->cells[i].n; k++)
			buf_printf(out, r->cells[i].p[k] == '\n' ? "\\n" : "%c", r->cells[i].p[k]);
	}
	buf_putc(out, '\n');
}

static void put_sheet(struct buf *out, struct xlsx *x, size_t sheet, struct diag *d)
{
	struct xlsx_row r;
	const char *hidden = xlsx_sheet_is_hidden(x, sheet) ? " (hidden)" : "";
	buf_printf(out, "%.*s%s\n", STR_ARG(xlsx_sheet_place(x, sheet)), hidden);
	int more = xlsx_begin(x, sheet, d);
	if (more == 0)
		more = xlsx_next(x, &r, d);
	for (; more > 0; more = xlsx_next(x, &r, d))
		put_cells(out, &r);
	if (more < 0)
		buf_putz(out, "  (not read)\n");
	struct xlsx_seen seen = more < 0 ? (struct xlsx_seen){0} : xlsx_seen_below(x, 1);
	if (seen.hidden_rows + seen.hidden_columns + seen.unknown + seen.merged)
		buf_printf(out, "  hidden %zu rows, %zu columns; unknown %zu; merged %zu %.*s\n",
		           seen.hidden_rows, seen.hidden_columns, seen.unknown, seen.merged,
		           STR_ARG(seen.first_merged));
}

static void put_book(struct buf *out, struct str bytes, struct diag *d)
{
	struct xlsx *x;
	if (xlsx_open(&x, bytes, STR("b.xlsx"), d) < 0)
		buf_putz(out, "(not opened)\n");
	for (size_t i = 0; x && i < xlsx_sheet_count(x); i++)
		put_sheet(out, x, i, d);
	xlsx_close(x);
	for (size_t i = 0; i < d->count; i++)
		buf_printf(out, "%.*s: %.*s [%.*s]\n", STR_ARG(d->messages[i].at.file),
		           STR_ARG(d->messages[i].text), STR_ARG(d->messages[i].id));
}

static void read_it(struct str in, struct str name, struct buf *out)
{
	(void)name;
	struct diag d = {.lang = DIAG_EN};
	struct buf bytes = {0};
	workbook_make(&bytes, in);
	put_book(out, buf_str(&bytes), &d);
	buf_release(&bytes);
	diag_release(&d);
}

static void workbooks_become_rows(void **state)
{
	(void)state;
	assert_int_equal(golden_run("xlsx", read_it, 10), 0);
}

/* The id of the message that such bytes give. */
static void assert_refused(struct str bytes, const char *id, const char *word)
{
	struct diag d = {.lang = DIAG_EN};
	struct xlsx *x;
	assert_true(xlsx_is_claimed(bytes));
	assert_int_equal(xlsx_open(&x, bytes, STR("b"), &d), -1);
	assert_null(x);
	assert_string_equal(d.messages[0].id.p, id);
	struct str text = d.messages[0].text;
	if (str_find(text, str_from(word), 0) == text.n)
		fail_msg("%s: %s", word, text.p);
	diag_release(&d);
}

static void says_what_else_it_is(void **state)
{
	(void)state;
	assert_refused(STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 W\0o\0r\0k\0b\0o\0o\0k\0"),
	               "I048", "XLS ");
	assert_refused(STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	                   "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"), "I049", "");
	assert_refused(STR("{\\rtf1 a}"), "I048", "RTF");
	assert_refused(STR("\xEF\xBB\xBF \n<HTML><body><table>"), "I048", "HTML");
	assert_refused(STR("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:"
	                   "office:spreadsheet\">"), "I048", "2003");
	assert_refused(STR("PK\x03\x04 and no more"), "I050", "ZIP");
	assert_false(xlsx_is_claimed(STR("a,b\n1,2\n")));
	assert_false(xlsx_is_claimed(STR("")));
	assert_false(xlsx_is_claimed(STR("<x>,b\n")));
}

static void other_archives_are_named(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{"=== content.xml\n<a/>\n=== mimetype\n"
	         "application/vnd.oasis.opendocument.spreadsheet\n", "ODS"},
		{"=== _rels/.rels\n<Relationships><Relationship Id=\"a\" Type=\"t/officeDocument\""
	         " Target=\"word/document.xml\"/></Relationships>\n", "DOCX"},
		{"=== _rels/.rels\n<Relationships><Relationship Id=\"a\" Type=\"t/officeDocument\""
	         " Target=\"xl/workbook.bin\"/></Relationships>\n", "XLSB"},
		{"=== _rels/.rels\n<Relationships/>\n", "ZIP"}};
	for (size_t i = 0; i < countof(cases); i++) {
		struct buf bytes = {0};
		workbook_make(&bytes, str_from(cases[i][0]));
		assert_refused(buf_str(&bytes), "I048", cases[i][1]);
		buf_release(&bytes);
	}
}

/* Every byte of a small workbook changed, and every length of it: no crash, no wait. */
static void survives_damage(void **state)
{
	(void)state;
	struct buf bytes = {0}, out = {0};
	workbook_make(&bytes, STR("=== xl/worksheets/sheet1.xml\n<worksheet><sheetData><row>"
	                          "<c t=\"s\"><v>0</v></c><c><v>1</v></c></row></sheetData>"
	                          "</worksheet>\n=== xl/sharedStrings.xml\n"
	                          "<sst><si><t>a</t></si></sst>\n"));
	for (size_t i = 0; i < bytes.len; i++) {
		struct diag d = {0}, e = {0};
		bytes.p[i] = (char)(bytes.p[i] ^ 0x15);
		put_book(&out, buf_str(&bytes), &d);
		bytes.p[i] = (char)(bytes.p[i] ^ 0x15);
		put_book(&out, str_slice(buf_str(&bytes), 0, i), &e);
		assert_true(e.count > 0);
		buf_reset(&out);
		diag_release(&d);
		diag_release(&e);
	}
	buf_release(&bytes);
	buf_release(&out);
}

/* One string of a kilobyte, which each of half a million cells names. */
static void a_sheet_has_a_limit(void **state)
{
	(void)state;
	struct buf text = {0}, bytes = {0}, out = {0};
	struct diag d = {.lang = DIAG_EN};
	buf_putz(&text, "=== xl/sharedStrings.xml\n<sst><si><t>");
	for (int i = 0; i < 100000; i++)
		buf_putc(&text, 'y');
	buf_putz(&text, "</t></si></sst>\n=== xl/worksheets/sheet1.xml\n<worksheet><sheetData>");
	for (int i = 0; i < 300; i++) {
		buf_putz(&text, "<row>");
		for (int k = 0; k < 10; k++)
			buf_putz(&text, "<c t=\"s\"><v>0</v></c>");
		buf_putz(&text, "</row>");
	}
	buf_putz(&text, "</sheetData></worksheet>\n");
	workbook_make(&bytes, buf_str(&text));
	struct xlsx *x;
	struct xlsx_row r;
	assert_int_equal(xlsx_open(&x, buf_str(&bytes), STR("b.xlsx"), &d), 0);
	assert_int_equal(xlsx_begin(x, 0, &d), 0);
	int more = 1;
	while (more > 0)
		more = xlsx_next(x, &r, &d);
	assert_int_equal(more, -1);
	assert_string_equal(d.messages[0].id.p, "I051");
	assert_int_equal(xlsx_next(x, &r, &d), -1);
	assert_int_equal(d.count, 1);
	xlsx_close(x);
	buf_release(&text);
	buf_release(&bytes);
	buf_release(&out);
	diag_release(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(workbooks_become_rows), cmocka_unit_test(says_what_else_it_is),
		cmocka_unit_test(other_archives_are_named), cmocka_unit_test(survives_damage),
		cmocka_unit_test(a_sheet_has_a_limit)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
