/* SPDX-License-Identifier: MIT
 * plan and publish: addresses are unique, folders change places whole */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "engine/publish.h"
#include "sys/fs.h"

struct box {
	struct arena a;
	struct diag d;
	char dir[64];
	const char *live;
};

static int open_box(void **state)
{
	struct box *b = test_calloc(1, sizeof *b);
	strcpy(b->dir, "/tmp/niemyet-plan-XXXXXX");
	*state = b;
	if (!mkdtemp(b->dir))
		return -1;
	b->live = fs_join(&b->a, b->dir, "live");
	return 0;
}

static int close_box(void **state)
{
	struct box *b = *state;
	int status = fs_remove_tree(b->dir, &b->d);
	arena_release(&b->a);
	diag_release(&b->d);
	test_free(b);
	return status;
}

struct page {
	const char *path, *text;
};

/* Publishes these pages; gives what publish_commit said. */
static int publish(struct box *b, const struct page *pages, size_t count, bool *changed)
{
	struct plan *plan = NULL;
	struct publish p = {0};
	assert_int_equal(plan_open(&plan, fs_join(&b->a, b->dir, "plan.db"), &b->d), 0);
	int status = publish_open(&p, b->live, plan, &b->a, &b->d);
	for (size_t i = 0; status == 0 && i < count; i++) {
		char hash[SEAL_HEX], posted[SEAL_HEX];
		struct str text = str_from(pages[i].text), path = str_from(pages[i].path);
		seal_sha256(text, hash);
		status = plan_add(plan, path, STR("test"), &b->d);
		bool is_posted = plan_posted_hash(plan, path, posted);
		struct plan_file f = {path, {hash, SEAL_HEX}, (int64_t)text.n, false};
		f.kept =
		    publish_is_posted(&p, path, is_posted ? posted : NULL, hash, f.size, &b->a);
		if (status == 0 && !f.kept)
			status = fs_write(fs_join(&b->a, p.stage, pages[i].path), text, &b->d);
		if (status == 0)
			status = plan_finish(plan, &f, &b->d);
	}
	if (status == 0)
		status = publish_commit(&p, changed, &b->d);
	if (status < 0)
		publish_abandon(&p);
	plan_close(plan);
	return status;
}

static void only_what_differs_is_written(void **state)
{
	struct box *b = *state;
	bool changed = false;
	const struct page first[] = {{"a.html", "một"}, {"b/c.html", "hai"}};
	const struct page second[] = {{"a.html", "một"}, {"b/d.html", "ba"}};
	assert_int_equal(publish(b, first, 2, &changed), 0);
	assert_true(changed);
	uint64_t inode = fs_stat(fs_join(&b->a, b->live, "a.html")).inode;
	assert_int_equal(publish(b, first, 2, &changed), 0);
	assert_false(changed);
	assert_int_equal(publish(b, second, 2, &changed), 0);
	assert_true(changed);
	assert_true(fs_stat(fs_join(&b->a, b->live, "a.html")).inode == inode);
	assert_int_equal(fs_stat(fs_join(&b->a, b->live, "b/c.html")).kind, FS_NONE);
	assert_int_equal(fs_stat(fs_join(&b->a, b->live, "b/d.html")).kind, FS_FILE);
	assert_int_equal(fs_stat(arena_printf(&b->a, "%s.stage", b->live).p).kind, FS_NONE);
}

static void foreign_files_stay_and_are_named(void **state)
{
	struct box *b = *state;
	bool changed = false;
	const struct page first[] = {{"a.html", "một"}}, second[] = {{"a.html", "hai"}};
	assert_int_equal(publish(b, first, 1, &changed), 0);
	assert_int_equal(fs_write(fs_join(&b->a, b->live, "của-tôi.txt"), STR("x"), &b->d), 0);
	assert_int_equal(publish(b, second, 1, &changed), 0);
	assert_int_equal(fs_stat(fs_join(&b->a, b->live, "của-tôi.txt")).kind, FS_FILE);
	assert_true(str_eqz(b->d.messages[0].id, "P009"));
}

static void a_folder_of_others_is_refused(void **state)
{
	struct box *b = *state;
	bool changed = false;
	const struct page pages[] = {{"a.html", "một"}};
	assert_int_equal(fs_write(fs_join(&b->a, b->live, "thesis.odt"), STR("x"), &b->d), 0);
	assert_int_equal(publish(b, pages, 1, &changed), -1);
	assert_true(str_eqz(b->d.messages[0].id, "P008"));
	assert_int_equal(fs_stat(fs_join(&b->a, b->live, "a.html")).kind, FS_NONE);
}

static void two_pages_of_one_address_are_refused(void **state)
{
	struct box *b = *state;
	bool changed = false;
	const struct page same[] = {{"a.html", "1"}, {"a.html", "2"}},
	                  cases[] = {{"a.html", "1"}, {"A.html", "2"}};
	assert_int_equal(publish(b, same, 2, &changed), -1);
	assert_int_equal(publish(b, cases, 2, &changed), -1);
	assert_int_equal(b->d.count, 2);
	assert_true(str_eqz(b->d.messages[1].id, "P006"));
	assert_int_equal(fs_stat(b->live).kind, FS_NONE);
}

static void a_page_in_the_place_of_a_folder_is_refused(void **state)
{
	struct box *b = *state;
	const char *const clashes[][2] = {
		{"a.html", "a.html/b.html"}, {"a.html/b.html", "A.html"}, {"x/y/z.txt", "x/y"}};
	const char *const fine[] = {"a.html", "a.html-b/c.html", "a.htm", "a.html0"};
	struct plan *plan = NULL;
	for (size_t i = 0; i < countof(clashes); i++) {
		assert_int_equal(plan_open(&plan, fs_join(&b->a, b->dir, "plan.db"), &b->d), 0);
		assert_int_equal(plan_add(plan, str_from(clashes[i][0]), STR("one"), &b->d), 0);
		assert_int_equal(plan_add(plan, str_from(clashes[i][1]), STR("two"), &b->d), -1);
		plan_close(plan);
		assert_int_equal(b->d.count, i + 1);
		assert_true(str_eqz(b->d.messages[i].id, "P006"));
	}
	assert_int_equal(plan_open(&plan, fs_join(&b->a, b->dir, "plan.db"), &b->d), 0);
	for (size_t i = 0; i < countof(fine); i++)
		assert_int_equal(plan_add(plan, str_from(fine[i]), STR("one"), &b->d), 0);
	plan_close(plan);
}

static void links_to_nowhere_are_messages(void **state)
{
	struct box *b = *state;
	struct plan *plan = NULL;
	assert_int_equal(plan_open(&plan, fs_join(&b->a, b->dir, "plan.db"), &b->d), 0);
	assert_int_equal(plan_add(plan, STR("a.html"), STR("test"), &b->d), 0);
	assert_int_equal(plan_link(plan, STR("a.html"), (struct place){STR("x.md"), 1}, &b->d), 0);
	assert_int_equal(plan_check_links(plan, &b->d), 0);
	assert_int_equal(plan_link(plan, STR("b.html"), (struct place){STR("x.md"), 2}, &b->d), 0);
	assert_int_equal(plan_check_links(plan, &b->d), -1);
	assert_int_equal(b->d.messages[0].at.line, 2);
	plan_close(plan);
}

int main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_box, close_box)
	const struct CMUnitTest tests[] = {
	    TEST(only_what_differs_is_written),  TEST(foreign_files_stay_and_are_named),
	    TEST(a_folder_of_others_is_refused), TEST(two_pages_of_one_address_are_refused),
	    TEST(a_page_in_the_place_of_a_folder_is_refused),
	    TEST(links_to_nowhere_are_messages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
