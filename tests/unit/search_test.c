/* SPDX-License-Identifier: MIT
 * search: words and marks; lists read back from the files of an index; when there is much */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "board/search.h"
#include "board/terms.h"

static void reads_words(void **state)
{
	(void)state;
	static const struct {
		const char *text, *words; /* words parted by spaces, marks behind a colon */
	} cases[] = {
		{"", ""},
		{" - !", ""},
		{"Đất đai", "dat:19 dai:1"},
		{"hòa hoà HÒA", "hoa:8 hoa:8 hoa:8"},
		{"ho\xCC\x80""a", "hoa:8"},                 /* a mark on its own */
		{"kỹ kĩ quý quí", "ki:24 ki:24 qui:16 qui:16"},
		{"giấy yêu thủy tay", "giay:18 yeu:2 thuy:32 tay:0"},
		{"đường thuở", "duong:15 thuo:38"},
		{"15/2020/NĐ-CP, 1.001193.", "152020ndcp:0 1001193:0"},
		{"NĐ-CP TK1-TS", "nd:1 cp:0 tk1ts:0"},
		{"số 5.", "so:18 5:0"},
		{"ລາວ ß", "ລາວ:0 ß:0"},
		{"\xFFx\xC3", "x:0"},
	};
	struct arena arena = {0};
	struct terms *terms = terms_init(&arena);
	struct buf out = {0};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		struct str text = str_from(cases[i].text);
		struct term t;
		buf_reset(&out);
		for (size_t at = 0; terms_next(terms, text, &at, &t);)
			buf_printf(&out, "%s%.*s:%d", out.len ? " " : "", t.n, t.word, t.marks);
		assert_string_equal(buf_str(&out).n ? buf_str(&out).p : "", cases[i].words);
	}
	buf_release(&out);
	arena_release(&arena);
}

static void cuts_long_words(void **state)
{
	(void)state;
	char text[3 * TERM_MAX];
	struct arena arena = {0};
	struct terms *terms = terms_init(&arena);
	struct term t;
	size_t at = 0;
	memset(text, 'a', sizeof text);
	assert_true(terms_next(terms, (struct str){text, sizeof text}, &at, &t));
	assert_int_equal(t.n, TERM_MAX);
	assert_int_equal(at, sizeof text);
	arena_release(&arena);
}

/* The files of an index, one after the other. */
struct files {
	struct buf text;
	size_t count;
	char head[SEARCH_HASH];
};

static int put(void *user, struct str name, struct str bytes, const char hash[SEARCH_HASH],
               struct diag *d)
{
	struct files *f = user;
	(void)d;
	f->count++;
	assert_true(bytes.n > 4 && memcmp(bytes.p, "ny(\"", 4) == 0);
	assert_memory_not_equal(hash, "00000000", SEARCH_HASH);
	assert_true(name.n > 1);
	buf_put(&f->text, bytes);
	return 0;
}

static void make(struct files *f, size_t entries, size_t held, const char *text)
{
	struct diag d = {0};
	struct search *s = NULL;
	struct db *db = NULL;
	*f = (struct files){.count = 0};
	assert_int_equal(db_open(&db, ":memory:", DB_WRITE, &d), 0);
	assert_int_equal(search_open(&s, db, held, put, f, &d), 0);
	search_say(s, STR("bao lâu; ở đâu"), (struct str){0});
	search_say(s, STR("tơ hồng"), STR("kết hôn; cưới + xin"));
	for (size_t i = 0; i < entries; i++) {
		struct search_entry e = {
			.code = STR("1.1"),        .name = STR("Đăng ký \"kết hôn\"</script>"),
			.field = STR("Hộ tịch"),   .level = STR("Cấp xã"),
			.agencies = STR("A\nB\n"), .favour = 100,
		};
		assert_int_equal(search_begin(s, &e, &d), 0);
		search_text(s, SEARCH_NAME, e.name);
		search_text(s, SEARCH_BODY, str_from(text));
	}
	assert_int_equal(search_finish(s, f->head, &d), 0);
	search_close(s);
	db_close(db);
	diag_release(&d);
}

static bool has(const struct files *f, const char *part)
{
	struct str all = buf_str(&f->text);
	return str_find(all, str_from(part), 0) < all.n;
}

static void writes_one_file(void **state)
{
	(void)state;
	struct files f;
	make(&f, 1, SEARCH_HELD, "một cửa");
	assert_int_equal(f.count, 1);
	assert_true(has(&f, "\"size\":1,"));
	assert_true(has(&f, "\"runs\":[[1,1,1,0,1,0]]"));
	assert_true(has(&f, "[[\"Hộ tịch\"],[\"Cấp xã\"],[],[\"A\",\"B\"]]"));
	assert_true(has(&f, "\"neutral\":[\"bao lâu\",\"ở đâu\"]"));
	assert_true(has(&f, "hong"));             /* said of what has the name */
	assert_false(has(&f, "</script"));        /* and no name ends the script */
	assert_false(has(&f, "ny(\"t\",1"));
	buf_release(&f.text);
}

static void writes_nothing_for_nobody(void **state)
{
	(void)state;
	struct files f;
	make(&f, 0, SEARCH_HELD, "");
	assert_int_equal(f.count, 1);
	assert_true(has(&f, "\"size\":0,\"chunk\":32,\"runs\":[]"));
	buf_release(&f.text);
}

/* Longer than SEARCH_ONE_FILE: names in files of 32, lists elsewhere, the head knows the hashes. */
static void splits_much(void **state)
{
	(void)state;
	struct files f, again;
	make(&f, 4000, SEARCH_HELD, "bộ phận");
	assert_true(f.count >= 4000 / SEARCH_CHUNK + 2);
	assert_true(has(&f, "ny(\"d\",124,"));
	make(&again, 4000, 1000, "bộ phận"); /* most of it lay in the database meanwhile */
	assert_memory_equal(f.head, again.head, SEARCH_HASH);
	assert_int_equal(f.text.len, again.text.len);
	assert_memory_equal(f.text.p, again.text.p, f.text.len);
	buf_release(&f.text);
	buf_release(&again.text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_words),         cmocka_unit_test(cuts_long_words),
		cmocka_unit_test(writes_one_file),     cmocka_unit_test(writes_nothing_for_nobody),
		cmocka_unit_test(splits_much),
	};
	return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
