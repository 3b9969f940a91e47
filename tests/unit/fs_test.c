/* SPDX-License-Identifier: MIT
 * fs: reading, writing, walking, exchanging, and failing on purpose */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "sys/fs.h"

struct box {
	struct arena a;
	struct diag d;
	char dir[64];
};

static int open_box(void **state)
{
	struct box *b = test_calloc(1, sizeof *b);
	strcpy(b->dir, "/tmp/niemyet-fs-XXXXXX");
	*state = b;
	return mkdtemp(b->dir) ? 0 : -1;
}

static int close_box(void **state)
{
	struct box *b = *state;
	fs_fail_at(0, false);
	int status = fs_remove_tree(b->dir, &b->d);
	arena_release(&b->a);
	diag_release(&b->d);
	test_free(b);
	return status;
}

static const char *in(struct box *b, const char *name)
{
	return fs_join(&b->a, b->dir, name);
}

static void what_is_written_is_read(void **state)
{
	struct box *b = *state;
	struct buf text = {0};
	assert_int_equal(fs_write(in(b, "một/hai/ba.txt"), STR("xin chào"), &b->d), 0);
	assert_int_equal(fs_read(in(b, "một/hai/ba.txt"), &text, &b->d), 0);
	assert_string_equal(buf_str(&text).p, "xin chào");
	assert_int_equal(fs_stat(in(b, "một")).kind, FS_DIR);
	assert_int_equal(fs_stat(in(b, "một/hai/ba.txt")).size, (int)strlen("xin chào"));
	assert_int_equal(fs_stat(in(b, "không")).kind, FS_NONE);
	buf_release(&text);
}

static void a_file_is_read_in_pieces(void **state)
{
	struct box *b = *state;
	struct buf text = {0};
	struct fs_input *input = NULL;
	assert_int_equal(fs_write(in(b, "đoạn"), STR("12345"), &b->d), 0);
	assert_int_equal(fs_input_open(&input, in(b, "đoạn"), &b->d), 0);
	for (size_t read = 2; read <= 6; read += 2) {
		assert_int_equal(fs_input_next(input, &text, 2, &b->d), 1);
		assert_int_equal(text.len, read < 5 ? read : 5);
	}
	assert_int_equal(fs_input_next(input, &text, 2, &b->d), 0);
	assert_string_equal(buf_str(&text).p, "12345");
	fs_input_close(input);
	assert_int_equal(fs_input_open(&input, in(b, "không"), &b->d), -1);
	assert_int_equal(fs_input_open(&input, b->dir, &b->d), 0);
	assert_int_equal(fs_input_next(input, &text, 2, &b->d), -1);
	assert_int_equal(b->d.count, 2);
	fs_input_close(input);
	buf_release(&text);
}

static void a_missing_or_long_file_is_a_message(void **state)
{
	struct box *b = *state;
	struct buf text = {.max = 4};
	assert_int_equal(fs_read(in(b, "không"), &text, &b->d), -1);
	assert_true(str_eqz(b->d.messages[0].id, "P001"));
	assert_int_equal(fs_write(in(b, "dài"), STR("12345"), &b->d), 0);
	assert_int_equal(fs_read(in(b, "dài"), &text, &b->d), -1);
	assert_true(str_eqz(b->d.messages[1].id, "P003"));
	buf_release(&text);
}

static void a_text_that_is_not_there_is_empty(void **state)
{
	struct box *b = *state;
	struct str text = STR("?");
	assert_int_equal(fs_read_text(in(b, "không"), 4, &b->a, &text, &b->d), 0);
	assert_int_equal(text.n, 0);
	assert_int_equal(fs_write(in(b, "có"), STR("1234"), &b->d), 0);
	assert_int_equal(fs_read_text(in(b, "có"), 4, &b->a, &text, &b->d), 0);
	assert_true(str_eqz(text, "1234"));
	assert_int_equal(fs_read_text(in(b, "có"), 3, &b->a, &text, &b->d), -1);
	assert_true(str_eqz(b->d.messages[0].id, "P003"));
}

static int join(void *user, struct str path, struct fs_info info)
{
	struct buf *all = user;
	assert_int_equal(info.kind, FS_FILE);
	buf_printf(all, "%.*s ", STR_ARG(path));
	return 0;
}

static void a_walk_is_in_the_order_of_the_bytes_of_paths(void **state)
{
	struct box *b = *state;
	const char *names[] = {"t/a/x", "t/a.b", "t/a-b", "t/b", "t/A"};
	for (size_t i = 0; i < countof(names); i++)
		assert_int_equal(fs_write(in(b, names[i]), STR(""), &b->d), 0);
	struct buf all = {0};
	assert_int_equal(fs_walk(in(b, "t"), join, &all, &b->d), 0);
	assert_string_equal(buf_str(&all).p, "A a-b a.b a/x b ");
	assert_int_equal(fs_walk(in(b, "none"), join, &all, &b->d), 0);
	buf_release(&all);
}

static void folders_change_places(void **state)
{
	struct box *b = *state;
	assert_int_equal(fs_write(in(b, "old/x"), STR("old"), &b->d), 0);
	assert_int_equal(fs_write(in(b, "new/x"), STR("newer"), &b->d), 0);
	assert_int_equal(fs_exchange(in(b, "old"), in(b, "new"), &b->d), 0);
	assert_int_equal(fs_stat(in(b, "old/x")).size, 5);
	assert_int_equal(fs_stat(in(b, "new/x")).size, 3);
	assert_int_equal(fs_link(in(b, "old/x"), in(b, "third/y"), &b->d), 0);
	assert_true(fs_stat(in(b, "old/x")).inode == fs_stat(in(b, "third/y")).inode);
}

static void only_plain_names_are_safe(void **state)
{
	(void)state;
	const char *safe[] = {"a", "thu-tuc/1.001193.html", "A_b.c"};
	const char *unsafe[] = {"",  "/a",  "a/", "a//b", "..",   "a/../b",
	                        ".", "a b", "é",  "a\n",  "a\\b", "a:b"};
	for (size_t i = 0; i < countof(safe); i++)
		assert_true(fs_name_is_safe(str_from(safe[i])));
	for (size_t i = 0; i < countof(unsafe); i++)
		assert_false(fs_name_is_safe(str_from(unsafe[i])));
	char part[LIMIT_ADDRESS_PART + 2];
	memset(part, 'a', sizeof part);
	assert_true(fs_name_is_safe((struct str){part, LIMIT_ADDRESS_PART}));
	assert_false(fs_name_is_safe((struct str){part, LIMIT_ADDRESS_PART + 1}));
}

static void a_failed_replace_leaves_the_old_file(void **state)
{
	struct box *b = *state;
	const char *path = in(b, "sổ");
	assert_int_equal(fs_write(path, STR("cũ"), &b->d), 0);
	int64_t n = 0;
	for (;;) {
		fs_fail_at(++n, false);
		int status = fs_replace(path, STR("mới"), &b->d);
		fs_fail_at(0, false);
		struct buf text = {0};
		assert_int_equal(fs_read(path, &text, &b->d), 0);
		assert_string_equal(buf_str(&text).p, status < 0 ? "cũ" : "mới");
		buf_release(&text);
		if (status == 0)
			break;
		assert_int_equal(fs_stat(arena_printf(&b->a, "%s.new", path).p).kind, FS_NONE);
	}
	assert_true(n > 3);
}

static void a_streamed_file_reports_at_its_end(void **state)
{
	struct box *b = *state;
	struct fs_file *f = NULL;
	assert_int_equal(fs_file_create(&f, in(b, "s"), &b->d), 0);
	fs_file_put(f, STR("một"));
	fs_fail_at(1, false);
	fs_file_put(f, STR("hai"));
	fs_fail_at(0, false);
	fs_file_put(f, STR("ba"));
	assert_int_equal(fs_file_close(f, &b->d), -1);
	assert_true(str_eqz(b->d.messages[0].id, "P002"));
	assert_int_equal(fs_file_create(&f, in(b, "s"), &b->d), -1); /* it is there already */
}

static void a_lock_is_held_once(void **state)
{
	struct box *b = *state;
	int first = -1, second = -1;
	assert_int_equal(fs_lock(in(b, "lock"), &first, &b->d), 0);
	assert_int_equal(fs_lock(in(b, "lock"), &second, &b->d), -1);
	assert_true(str_eqz(b->d.messages[0].id, "P005"));
	fs_unlock(first);
	assert_int_equal(fs_lock(in(b, "lock"), &second, &b->d), 0);
	fs_unlock(second);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_box, close_box)
	const struct CMUnitTest tests[] = {
	    TEST(what_is_written_is_read),
	    TEST(a_file_is_read_in_pieces),
	    TEST(a_missing_or_long_file_is_a_message),
	    TEST(a_text_that_is_not_there_is_empty),
	    TEST(a_walk_is_in_the_order_of_the_bytes_of_paths),
	    TEST(folders_change_places),
	    TEST(only_plain_names_are_safe),
	    TEST(a_failed_replace_leaves_the_old_file),
	    TEST(a_streamed_file_reports_at_its_end),
	    TEST(a_lock_is_held_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
