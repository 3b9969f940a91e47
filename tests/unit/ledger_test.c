/* SPDX-License-Identifier: MIT
 * ledger: whatever is done to the file is found, with the line */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>

#include "board/ledger.h"

enum { LINES = 12 };

/* A ledger of LINES lines, some of them in quotes. */
static struct buf make_ledger(int lines)
{
	struct buf text = {0};
	struct ledger_end end = ledger_end_of(STR(""));
	for (int i = 1; i <= lines; i++) {
		char code[16], name[64];
		snprintf(code, sizeof code, "1.%06d", i);
		snprintf(name, sizeof name, "Thủ tục \"số %d\", có phẩy", i);
		struct ledger_line line = {
			.publication = 1 + i / 4, .at = STR("2026-11-02T08:15:00+07:00"),
			.day = STR("2026-11-02"), .event = STR("POSTED"), .code = str_from(code),
			.version = 1, .name = i % 2 ? str_from(name) : STR("Đăng ký\nkhai sinh"),
			.content = STR("00ff"), .hashes = STR("name:12 fees:34"),
		};
		ledger_append(&text, &end, &line);
	}
	return text;
}

/* The messages as "L003:5 L004:7"; in a buffer of its own. */
static struct buf complaints(struct str text)
{
	struct diag d = {0};
	struct buf out = {0};
	int status = ledger_check(text, STR(LEDGER_FILE), &d);
	for (size_t i = 0; i < d.count; i++)
		buf_printf(&out, "%s%.*s:%d", i ? " " : "", STR_ARG(d.messages[i].id),
		           d.messages[i].at.line);
	assert_int_equal(status, d.count ? -1 : 0);
	diag_release(&d);
	return out;
}

static void expect(struct str text, const char *wanted)
{
	struct buf got = complaints(text);
	assert_string_equal(buf_str(&got).p, wanted);
	buf_release(&got);
}

/* Where line `row` (from 1) begins. */
static size_t start_of(struct str text, int row)
{
	size_t at = 0;
	for (int i = 1; i < row; i++)
		at = str_find_byte(text, '\n', at) + 1;
	return at;
}

static struct str row_of(struct str text, int row)
{
	return str_slice(text, start_of(text, row), start_of(text, row + 1));
}

/* The rows in this order, ended by 0. */
static struct buf arrange(struct str text, const int *rows)
{
	struct buf out = {0};
	for (; *rows; rows++)
		buf_put(&out, row_of(text, *rows));
	return out;
}

static void a_ledger_that_nobody_touched_is_whole(void **state)
{
	(void)state;
	for (int lines = 0; lines <= LINES; lines++) {
		struct buf text = make_ledger(lines);
		expect(buf_str(&text), "");
		struct ledger_end end = ledger_end_of(buf_str(&text));
		assert_int_equal(end.seq, lines);
		buf_release(&text);
	}
	expect(STR(""), "");
}

static void every_changed_byte_names_its_line(void **state)
{
	(void)state;
	struct buf text = make_ledger(LINES);
	int row = 1;
	for (size_t i = 0; i < text.len; i++) {
		const char old = text.p[i];
		char wanted[32];
		if (old == '\n') {
			row++;
			continue;
		}
		for (int change = 1; change <= 4; change *= 2) {
			text.p[i] = (char)(old ^ change);
			if (text.p[i] == '\n' || text.p[i] == '\r')
				continue;
			struct buf got = complaints(buf_str(&text));
			snprintf(wanted, sizeof wanted, "L003:%d", row);
			/* The head; a chain or a number that is none any more. */
			bool fine = strcmp(buf_str(&got).p, wanted) == 0;
			snprintf(wanted, sizeof wanted, "L00%d:%d", row == 1 ? 1 : 2, row);
			fine = fine || str_starts(buf_str(&got), str_from(wanted));
			if (!fine)
				fail_msg("byte %zu of row %d: %s", i, row, buf_str(&got).p);
			buf_release(&got);
		}
		text.p[i] = old;
	}
	buf_release(&text);
}

static void a_dropped_line_is_missed_where_it_stood(void **state)
{
	(void)state;
	struct buf text = make_ledger(LINES);
	for (int drop = 2; drop <= LINES; drop++) {
		int rows[LINES + 2], n = 0;
		char wanted[32];
		for (int row = 1; row <= LINES + 1; row++)
			if (row != drop)
				rows[n++] = row;
		rows[n] = 0;
		struct buf less = arrange(buf_str(&text), rows);
		snprintf(wanted, sizeof wanted, "L004:%d", drop);
		expect(buf_str(&less), wanted);
		buf_release(&less);
	}
	buf_release(&text);
}

static void two_lines_that_changed_places_are_both_named(void **state)
{
	(void)state;
	struct buf text = make_ledger(LINES);
	for (int a = 2; a <= LINES + 1; a++) {
		for (int b = a + 1; b <= LINES + 1; b++) {
			int rows[LINES + 2] = {0};
			char wanted[32];
			for (int row = 1; row <= LINES + 1; row++)
				rows[row - 1] = row == a ? b : row == b ? a : row;
			struct buf swapped = arrange(buf_str(&text), rows);
			snprintf(wanted, sizeof wanted, "L005:%d", a);
			expect(buf_str(&swapped), wanted);
			buf_release(&swapped);
		}
	}
	buf_release(&text);
}

static void other_damage_is_told_apart(void **state)
{
	(void)state;
	struct buf text = make_ledger(4);
	struct str whole = buf_str(&text);
	struct buf got = arrange(whole, (const int[]){1, 2, 3, 3, 4, 5, 0});
	expect(buf_str(&got), "L009:4");
	buf_release(&got);
	got = arrange(whole, (const int[]){1, 3, 4, 5, 2, 0});
	expect(buf_str(&got), "L006:5");
	buf_release(&got);
	got = arrange(whole, (const int[]){2, 3, 4, 5, 0});
	expect(buf_str(&got), "L001:1");
	buf_release(&got);
	expect(str_slice(whole, 0, whole.n - 1), "L008:5");
	buf_put(&got, whole);
	buf_putz(&got, "\n");
	expect(buf_str(&got), "L002:6");
	buf_reset(&got);
	buf_putz(&got, "\xef\xbb\xbf");
	buf_put(&got, whole);
	expect(buf_str(&got), "L007:1");
	buf_release(&got);
	buf_release(&text);
}

static int look_at_line(void *user, const struct ledger_line *line, int row)
{
	int *count = user;
	assert_int_equal(line->seq, ++*count);
	assert_int_equal(row, *count + 1);
	assert_int_equal(line->chain.n, SEAL_HEX);
	assert_true(str_eqz(line->event, "POSTED"));
	if (*count == 1)
		assert_true(str_eqz(line->name, "Thủ tục \"số 1\", có phẩy"));
	if (*count == 2)
		assert_true(str_eqz(line->name, "Đăng ký khai sinh"));
	return 0;
}

static void lines_are_read_as_they_were_given(void **state)
{
	(void)state;
	struct buf text = make_ledger(LINES);
	struct diag d = {0};
	int count = 0;
	int status = ledger_read(buf_str(&text), STR(LEDGER_FILE), look_at_line, &count, &d);
	assert_int_equal(status, 0);
	assert_int_equal(count, LINES);
	diag_release(&d);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_ledger_that_nobody_touched_is_whole),
		cmocka_unit_test(every_changed_byte_names_its_line),
		cmocka_unit_test(a_dropped_line_is_missed_where_it_stood),
		cmocka_unit_test(two_lines_that_changed_places_are_both_named),
		cmocka_unit_test(other_damage_is_told_apart),
		cmocka_unit_test(lines_are_read_as_they_were_given),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
