/* SPDX-License-Identifier: MIT
 * coding: what the bytes of a file are taken for and how they read (tests/golden/coding, a file
 * of bytes each); syllables; the suite legacy-encoding, where it is present */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/text.h"
#include "fmt/coding.h"
#include "fmt/csv.h"
#include "fmt/syllable.h"
#include "golden.h"

static void put_guess(struct buf *out, const struct coding_guess *g, struct str bytes)
{
	static const char *const why[] = {"by its mark", "by its bytes", "by its words", "unsure"};
	buf_printf(out, "%s, %s\n", coding_name(g->coding), why[g->why]);
	for (size_t i = 0; i < g->count && g->ranked[i].fit; i++) {
		const struct coding_score *s = &g->ranked[i];
		buf_printf(out, "  %s %zu of %zu, %d %%: ", coding_name(s->coding), s->fit,
		           s->words, coding_percent(s));
		coding_put_sample(out, bytes, s->coding, 40);
		buf_putc(out, '\n');
	}
}

static void read_it(struct str in, struct str name, struct buf *out)
{
	(void)name;
	struct diag d = {.lang = DIAG_EN};
	struct coding_guess g = coding_guess(in);
	put_guess(out, &g, in);
	int status = g.why == CODING_UNSURE ? -1
	                                    : coding_read(out, in, g.coding, STR("x"), &d);
	if (status < 0)
		buf_putz(out, "(not read)\n");
	for (size_t i = 0; i < d.count; i++)
		buf_printf(out, "%d: %.*s [%.*s]\n", d.messages[i].at.line,
		           STR_ARG(d.messages[i].text), STR_ARG(d.messages[i].id));
	diag_release(&d);
}

static void bytes_become_text(void **state)
{
	(void)state;
	assert_int_equal(golden_run("coding", read_it, 18), 0);
}

static void knows_syllables(void **state)
{
	(void)state;
	static const char *const right[] = {"nghiêng", "giếng", "gì",  "Quyết", "HOÀ", "hòa", "Đắp",
	                                    "ươm",     "yếu",   "Ủy", "khuỷu", "thuở", "quốc",
	                                    "giữ"};
	static const char *const wrong[] = {"",     "ngh",  "m¸y", "cẳt", "hoàá", "TPHồ",
	                                    "x·",   "đăt",  "phi1", "ươ", "QĐ",  "bở̂"};
	for (size_t i = 0; i < countof(right); i++)
		if (!syllable_is_vietnamese(str_from(right[i])))
			fail_msg("%s", right[i]);
	for (size_t i = 0; i < countof(wrong); i++)
		if (syllable_is_vietnamese(str_from(wrong[i])))
			fail_msg("%s", wrong[i]);
}

static void finds_names(void **state)
{
	(void)state;
	enum coding c = CODING_UTF8;
	assert_true(coding_find(STR("TCVN3"), &c) && c == CODING_TCVN3);
	assert_true(coding_find(STR("windows-1258"), &c) && c == CODING_WINDOWS_1258);
	assert_false(coding_find(STR("windows-1252"), &c) || coding_find(STR(""), &c));
}

/* A coding given that is not the right one ends before it has said the same a million times. */
static void stops_when_most_is_wrong(void **state)
{
	(void)state;
	struct diag d = {0};
	struct buf in = {0}, out = {0};
	for (int i = 0; i < 5000; i++)
		buf_putz(&in, "x\xFF\n");
	assert_int_equal(coding_read(&out, buf_str(&in), CODING_VNI, STR("x"), &d), -1);
	assert_true(str_eqz(d.messages[d.count - 1].id, "I047"));
	assert_true(d.count < 300);
	buf_release(&in);
	buf_release(&out);
	diag_release(&d);
}

/* The suite ---------------------------------------------------------------------------- */

static struct suite {
	struct arena arena;
	const char *dir;
	int cases;
} suite;

/* Letters and digits, in small letters: what transcripts keep. */
static void put_words(struct buf *out, struct str s)
{
	struct buf nfc = {0};
	text_nfc(&nfc, s);
	for (size_t at = 0; at < nfc.len;) {
		uint32_t c;
		at = text_next(buf_str(&nfc), at, &c);
		if (text_is_word(c))
			text_put_char(out, text_lower(c));
	}
	buf_release(&nfc);
}

/* Every cell of the sheet stands in the transcript that its origin made. */
static void compare_cells(struct str text, struct str wanted, struct str name)
{
	struct diag d = {0};
	struct csv_record r;
	size_t cells = 0, other = 0;
	struct csv_reader *reader = csv_open(text, name, ',');
	while (csv_next(reader, &r, &d) > 0)
		for (size_t i = 0; i < r.count; i++) {
			struct buf words = {0};
			put_words(&words, r.cells[i]);
			bool is_there = str_find(wanted, buf_str(&words), 0) < wanted.n;
			cells += words.len > 0;
			other += words.len > 0 && !is_there;
			buf_release(&words);
		}
	csv_close(reader);
	/* Numbers are written in another form there ("3798" and "3.798"). */
	if (cells < 10 || other * 20 > cells)
		fail_msg("%.*s: %zu of %zu cells differ", STR_ARG(name), other, cells);
}

static int each_sheet(void *user, struct str path, struct fs_info info)
{
	(void)info;
	struct suite *s = user;
	struct diag d = {0};
	struct buf bytes = {0}, text = {0}, wanted = {0}, words = {0};
	if (!str_ends(path, STR(".tcvn3.csv")))
		return 0;
	const char *file = fs_join(&s->arena, s->dir, arena_strz(&s->arena, path));
	const char *transcript = fs_join(
		&s->arena, s->dir,
		arena_printf(&s->arena, "%.*s.utf8.txt",
	                     STR_ARG(str_slice(path, 0, str_find(path, STR(".sheet"), 0)))).p);
	assert_int_equal(fs_read(file, &bytes, &d), 0);
	assert_int_equal(fs_read(transcript, &wanted, &d), 0);
	struct coding_guess g = coding_guess(buf_str(&bytes));
	assert_int_equal(g.coding, CODING_TCVN3);
	assert_int_equal(g.why, CODING_BY_WORDS);
	assert_true(coding_percent(&g.ranked[0]) >= 80);
	assert_int_equal(coding_read(&text, buf_str(&bytes), g.coding, path, &d), 0);
	assert_int_equal(d.count, 0);
	put_words(&words, buf_str(&wanted));
	compare_cells(buf_str(&text), buf_str(&words), path);
	s->cases++;
	buf_release(&bytes);
	buf_release(&text);
	buf_release(&wanted);
	buf_release(&words);
	return 0;
}

static void reads_old_sheets(void **state)
{
	(void)state;
	struct diag d = {0};
	suite.dir = fs_join(&suite.arena, suite.dir, "tcvn3");
	if (fs_stat(suite.dir).kind != FS_DIR)
		skip();
	assert_int_equal(fs_walk(suite.dir, each_sheet, &suite, &d), 0);
	assert_true(suite.cases >= 10);
}

static void reads_the_pair_of_uchardet(void **state)
{
	(void)state;
	struct diag d = {0};
	struct buf bytes = {0}, text = {0}, wanted = {0};
	const char *dir = fs_join(&suite.arena, suite.dir, "uchardet-vi");
	if (fs_stat(dir).kind != FS_DIR)
		skip();
	assert_int_equal(fs_read(fs_join(&suite.arena, dir, "windows-1258.txt"), &bytes, &d), 0);
	assert_int_equal(fs_read(fs_join(&suite.arena, dir, "utf-8.txt"), &wanted, &d), 0);
	struct coding_guess g = coding_guess(buf_str(&bytes));
	assert_int_equal(g.coding, CODING_WINDOWS_1258);
	assert_int_equal(g.why, CODING_BY_WORDS);
	assert_int_equal(coding_read(&text, buf_str(&bytes), g.coding, STR("x"), &d), 0);
	assert_string_equal(buf_str(&text).p, buf_str(&wanted).p);
	buf_release(&bytes);
	buf_release(&text);
	buf_release(&wanted);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(bytes_become_text),
	                                   cmocka_unit_test(knows_syllables),
	                                   cmocka_unit_test(finds_names),
	                                   cmocka_unit_test(stops_when_most_is_wrong),
	                                   cmocka_unit_test(reads_the_pair_of_uchardet),
	                                   cmocka_unit_test(reads_old_sheets)};
	const char *data = getenv("NIEMYET_DATA");
	suite.dir = fs_join(&suite.arena, data ? data : "../shared/data", "legacy-encoding");
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_release(&suite.arena);
	return failed;
}
