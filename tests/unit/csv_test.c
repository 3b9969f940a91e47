/* SPDX-License-Identifier: MIT
 * csv: records and their lines, strict quotes, delimiters, and what is written is read */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "fmt/csv.h"
#include "sys/db.h"

/* "1:a|b 3:c|d" with each record's line; "!D001:2:5" for a message. */
static void read_into(struct buf *out, struct str text)
{
	struct diag d = {0};
	struct csv_record r;
	struct csv_reader *reader = csv_open(text, STR("x.csv"), 0);
	while (csv_next(reader, &r, &d) > 0) {
		buf_printf(out, "%s%d:", out->len ? " " : "", r.line);
		for (size_t i = 0; i < r.count; i++) {
			buf_printf(out, "%s%.*s", i ? "|" : "", STR_ARG(r.cells[i]));
			assert_int_equal(r.cells[i].p[r.cells[i].n], 0);
		}
	}
	for (size_t i = 0; i < d.count; i++)
		buf_printf(out, "%s!%.*s:%d:%d", out->len ? " " : "", STR_ARG(d.messages[i].id),
		           d.messages[i].at.line, d.messages[i].at.col);
	assert_int_equal(csv_next(reader, &r, &d), 0);
	csv_close(reader);
	diag_release(&d);
}

static const struct reading {
	const char *text, *wanted;
} readings[] = {
	{"", ""},
	{"\n\n", ""},
	{"a", "1:a"},
	{"a,b\n1,2\n", "1:a|b 2:1|2"},
	{"a,b\r\n1,2\r\n", "1:a|b 2:1|2"},
	{"a,b\r1,2\r", "1:a|b 2:1|2"},
	{"a;b\n1,5;2\n", "1:a|b 2:1,5|2"},
	{"a\tb\n1\t2\n", "1:a|b 2:1|2"},
	{"a\tb\n\t2\n", "1:a|b 2:|2"},
	{"\"a,x\";b\n1;2\n", "1:a,x|b 2:1|2"},
	{"\xEF\xBB\xBF" "a,b\n1,2\n", "1:a|b 2:1|2"},
	{"\xEF\xBB\xBF\"a\",b\n", "1:a|b"},
	{"sep=;\na;b\n", "2:a|b"},
	{"a|b\n1,5|2\n", "1:a|b 2:1,5|2"},
	{"a;b\n1,5;2,5\n3,5;4,5\n", "1:a|b 2:1,5|2,5 3:3,5|4,5"},
	{"\"x,\ny,\n\";;\na;b;c\n1;2;3\n", "1:x,\ny,\n|| 4:a|b|c 5:1|2|3"},
	{"x, y\na;b\n1;2\n", "1:x, y 2:a|b 3:1|2"},
	{"a\tb\n5\" x\ty, z\n6\"\tu, v\n", "1:a|b 2:5\" x|y, z 3:6\"|u, v"},
	{"a,b\n\n\n1,2\n", "1:a|b 4:1|2"},
	{"a,b\n   \n1,2\n", "1:a|b 3:1|2"},
	{"a,b\n\"x\ny\n\",2\n3,4\n", "1:a|b 2:x\ny\n|2 5:3|4"},
	{"a,b\n\"x\r\ny\",2\r\n3,4", "1:a|b 2:x\r\ny|2 4:3|4"},
	{"a,b\n\"x\n\ny\",2\n3,4", "1:a|b 2:x\n\ny|2 5:3|4"},
	{"a,b\n,\n\"\",\"\"\n", "1:a|b 2:| 3:|"},
	{"a,b\n1,\n", "1:a|b 2:1|"},
	{"a,b\n 1 , 2\n", "1:a|b 2:1|2"},
	{"a,b\n\" 1 \", \" 2\" \n", "1:a|b 2: 1 | 2"},
	{"a,b\n\"x\"\"y\",\"\"\"\"\n", "1:a|b 2:x\"y|\""},
	{"a,b\n1,2,3\n4\n", "1:a|b 2:1|2|3 3:4"},
	{"a,b\nx\"y,2\"\n3\"\"\"x,4\n", "1:a|b 2:x\"y|2\" 3:3\"\"\"x|4"},
	{"a,b\nx\" y \",2 \" \n", "1:a|b 2:x\" y \"|2 \""},
	{"a,b\n\"x\"y,2\n3,4\n", "1:a|b !D001:2:4"},
	{"a,b\n1,\"x\" \"y\"\n", "1:a|b !D001:2:7"},
	{"a,b\n\"x\nđường\"y,2\n", "1:a|b !D001:3:7"},
	{"a,b\n1,\"x\n3,4\n", "1:a|b !D002:2:0"},
	{"a,b\n\"1\n2\",3\n4,\"x\n3,4\n", "1:a|b 2:1\n2|3 !D002:4:0"},
	{"a,b\n\"", "1:a|b !D002:2:0"},
};

static void records_are_read_with_their_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < countof(readings); i++) {
		struct buf got = {0};
		read_into(&got, str_from(readings[i].text));
		assert_string_equal(buf_str(&got).p, readings[i].wanted);
		buf_release(&got);
	}
}

static void a_zero_byte_is_a_byte(void **state)
{
	(void)state;
	struct diag d = {0};
	struct csv_record r;
	struct csv_reader *reader = csv_open(STR("a\0b,c\n"), STR("x.csv"), 0);
	assert_int_equal(csv_next(reader, &r, &d), 1);
	assert_int_equal(r.count, 2);
	assert_true(str_eq(r.cells[0], STR("a\0b")));
	csv_close(reader);
}

static void a_cell_has_a_limit(void **state)
{
	(void)state;
	struct buf text = {0}, got = {0};
	buf_putz(&text, "a,b\n1,\"");
	for (int i = 0; i < LIMIT_CELL / 8 + 2; i++)
		buf_putz(&text, "1234567\n");
	buf_putz(&text, "\"\n");
	read_into(&got, buf_str(&text));
	assert_string_equal(buf_str(&got).p, "1:a|b !D003:2:0");
	/* As well when it ends on the line it begins on. */
	buf_reset(&text);
	buf_reset(&got);
	buf_putz(&text, "a,b\n1,");
	for (int i = 0; i < LIMIT_CELL / 8 + 2; i++)
		buf_putz(&text, "12345678");
	buf_putz(&text, "\n2,3\n");
	read_into(&got, buf_str(&text));
	assert_string_equal(buf_str(&got).p, "1:a|b !D003:2:0");
	buf_release(&text);
	buf_release(&got);
}

/* A record of so many cells would fill the memory before anyone could count them. */
static void a_record_has_a_limit(void **state)
{
	(void)state;
	struct buf text = {0}, got = {0};
	buf_putz(&text, "a,b\n");
	for (int i = 0; i < LIMIT_CELLS + 2; i++)
		buf_putc(&text, ',');
	read_into(&got, buf_str(&text));
	assert_string_equal(buf_str(&got).p, "1:a|b !D004:2:0");
	buf_release(&text);
	buf_release(&got);
}

static void all_of_a_record_has_a_limit(void **state)
{
	(void)state;
	struct buf text = {0}, got = {0};
	buf_putz(&text, "a,b\n");
	for (int i = 0; i < LIMIT_ROW / 4 + 4; i++)
		buf_putz(&text, i % 1000 ? "xxxx" : ",xxx");
	buf_putz(&text, "\nc,d\n");
	read_into(&got, buf_str(&text));
	assert_string_equal(buf_str(&got).p, "1:a|b !D055:2:0");
	buf_release(&text);
	buf_release(&got);
}

/* What comes in pieces is read like what is there at once, whatever their size. */
struct pieces {
	struct str rest;
	size_t size;
	bool fails; /* at the end */
};

static int next_of(void *from, struct buf *out, size_t most, struct diag *d)
{
	struct pieces *p = from;
	size_t n = p->size < most ? p->size : most;
	if (!p->rest.n && p->fails)
		return diag_add(d, DIAG_P001, NOWHERE, STR("x.csv"), STR("–"));
	bool is_more = p->rest.n > 0;
	buf_put(out, str_slice(p->rest, 0, n));
	p->rest = str_slice(p->rest, n, p->rest.n);
	return is_more;
}

static void pieces_are_read_like_the_whole(void **state)
{
	(void)state;
	struct buf text = {0};
	buf_putz(&text, "\xEF\xBB\xBFsep=;\r\na;b\r\n");
	for (int i = 0; text.len < (size_t)LIMIT_CELL * 6; i++) {
		buf_printf(&text, "%d;\"dòng\n\"\"%d\"\"\"\r\n", i, i);
		for (int k = 0; i % 3000 == 0 && k < 200000; k++)
			buf_putc(&text, k % 50000 ? 'x' : ';');
	}
	for (size_t size = 1; size < 9000000; size = size * 7 + 1) {
		struct pieces p = {buf_str(&text), size, false};
		struct diag d = {0};
		struct csv_record r, w;
		struct csv_input in = {next_of, &p};
		struct csv_reader *pulled = csv_open_input(in, STR("x.csv"), CSV_BY_RECORDS, &d);
		struct csv_reader *whole = csv_open(buf_str(&text), STR("x.csv"), CSV_BY_RECORDS);
		assert_int_equal(csv_dialect(pulled).delimiter, ';');
		while (csv_next(whole, &w, &d) > 0) {
			assert_int_equal(csv_next(pulled, &r, &d), 1);
			assert_int_equal(r.line, w.line);
			assert_int_equal(r.count, w.count);
			for (size_t i = 0; i < r.count; i++)
				assert_true(str_eq(r.cells[i], w.cells[i]));
		}
		assert_int_equal(csv_next(pulled, &r, &d), 0);
		assert_int_equal(d.count, 0);
		csv_close(pulled);
		csv_close(whole);
	}
	buf_release(&text);
}

static void an_input_that_fails_is_no_end(void **state)
{
	(void)state;
	for (int early = 0; early < 2; early++) {
		struct pieces p = {early ? STR("") : STR("a,b\n1,2\n"), 5, true};
		struct diag d = {0};
		struct csv_record r;
		struct csv_input in = {next_of, &p};
		struct csv_reader *pulled = csv_open_input(in, STR("x.csv"), CSV_BY_RECORDS, &d);
		assert_int_equal(csv_next(pulled, &r, &d), -1);
		assert_int_equal(csv_next(pulled, &r, &d), 0);
		assert_int_equal(d.count, 1);
		csv_close(pulled);
		diag_release(&d);
	}
}

/* It is read in pieces; where they end must not show, nor in columns of messages. */
static void a_long_line_is_one_line(void **state)
{
	(void)state;
	for (int n = LIMIT_CELL - 8; n < LIMIT_CELL + 4; n++) {
		struct buf text = {0}, got = {0}, wanted = {0};
		buf_putz(&wanted, "1:");
		for (int i = 0; i < n; i++) {
			buf_putc(&text, i % 1000 ? 'x' : ',');
			buf_putc(&wanted, i % 1000 ? 'x' : '|');
		}
		buf_putz(&text, ",\"đ\"\"\"\r\n");
		buf_putz(&wanted, "|đ\" !D001:2:");
		for (int i = 0; i < n; i++)
			buf_putc(&text, i % 1000 ? 'y' : ',');
		buf_putz(&text, ",\"z\"w\n");
		buf_printf(&wanted, "%d", n + 5);
		read_into(&got, buf_str(&text));
		assert_string_equal(buf_str(&got).p, buf_str(&wanted).p);
		buf_release(&text);
		buf_release(&got);
		buf_release(&wanted);
	}
}

static void the_delimiter_can_be_told(void **state)
{
	(void)state;
	struct csv_reader *reader = csv_open(STR("a,b\n"), STR("x.csv"), ';');
	struct csv_record r;
	struct diag d = {0};
	assert_int_equal(csv_dialect(reader).delimiter, ';');
	assert_int_equal(csv_next(reader, &r, &d), 1);
	assert_int_equal(r.count, 1);
	csv_close(reader);
}

static void the_head_alone_can_decide(void **state)
{
	(void)state;
	const struct str text = STR("code;name\na;x|y,z|u,v|w\nb;x|y,z|u,v|w\nc;x|y,z|u,v|w\n");
	struct csv_reader *by_head = csv_open(text, STR("x.csv"), CSV_BY_HEAD);
	struct csv_reader *by_records = csv_open(text, STR("x.csv"), CSV_BY_RECORDS);
	assert_int_equal(csv_dialect(by_head).delimiter, ';');
	assert_int_equal(csv_dialect(by_records).agree, 4);
	csv_close(by_head);
	csv_close(by_records);
	const struct str few = STR("code,name\na,x|y|z\nb,x|y|z\n");
	by_head = csv_open(few, STR("x.csv"), CSV_BY_HEAD);
	assert_int_equal(csv_dialect(by_head).delimiter, ',');
	csv_close(by_head);
	const struct str odd = STR("code\na;b\na;b\n");
	by_head = csv_open(odd, STR("x.csv"), CSV_BY_HEAD);
	assert_int_equal(csv_dialect(by_head).delimiter, ',');
	csv_close(by_head);
}

static void what_is_written_is_read(void **state)
{
	(void)state;
	const struct str rows[][3] = {
		{STR("a"), STR("b"), STR("c")},
		{STR(""), STR(""), STR("")},
		{STR(" x "), STR("1,5;2\t3"), STR("\"nói\"")},
		{STR("dòng\nhai"), STR("\r"), STR("=1+1")},
		{STR(" "), STR("\""), {0}},
	};
	struct buf text = {0}, got = {0};
	for (size_t i = 0; i < countof(rows); i++)
		csv_put_row(&text, rows[i], 3);
	read_into(&got, buf_str(&text));
	assert_string_equal(buf_str(&got).p, "1:a|b|c 2:|| 3: x |1,5;2\t3|\"nói\" "
	                                     "4:dòng\nhai|\r|=1+1 7: |\"|");
	buf_release(&text);
	buf_release(&got);
}

static void a_lone_empty_cell_is_a_row(void **state)
{
	(void)state;
	struct buf text = {0}, got = {0};
	csv_put_row(&text, (struct str[]){STR("a")}, 1);
	csv_put_row(&text, (struct str[]){STR("")}, 1);
	csv_put_row(&text, (struct str[]){STR("b")}, 1);
	assert_string_equal(buf_str(&text).p, "a\n\"\"\nb\n");
	read_into(&got, buf_str(&text));
	assert_string_equal(buf_str(&got).p, "1:a 2: 3:b");
	buf_release(&text);
	buf_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_are_read_with_their_lines),
		cmocka_unit_test(a_zero_byte_is_a_byte),
		cmocka_unit_test(a_cell_has_a_limit),
		cmocka_unit_test(a_record_has_a_limit),
		cmocka_unit_test(all_of_a_record_has_a_limit),
		cmocka_unit_test(pieces_are_read_like_the_whole),
		cmocka_unit_test(an_input_that_fails_is_no_end),
		cmocka_unit_test(a_long_line_is_one_line),
		cmocka_unit_test(the_delimiter_can_be_told),
	    cmocka_unit_test(the_head_alone_can_decide),
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(a_lone_empty_cell_is_a_row),
	};
	db_global_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
