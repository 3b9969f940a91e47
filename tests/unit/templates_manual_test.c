/* SPDX-License-Identifier: MIT
 *
 * templates_manual_test - the examples of docs/templates.md give what it says
 */
#include <setjmp.h>
#include <stdarg.h>

#include "sys/fs.h"
#include "theme_case.h"

#include <cmocka.h>

/* The next block fenced by ```kind at or after *at, which moves behind it; absent: no more. */
static struct str next_block(struct str page, struct str fence, size_t *at)
{
	size_t from = str_find(page, fence, *at);
	if (from >= page.n)
		return (struct str){0};
	from += fence.n;
	size_t end = str_find(page, STR("\n```"), from);
	*at = end;
	return str_slice(page, from, end + 1);
}

static void examples_give_what_the_manual_says(void **state)
{
	(void)state;
	struct diag d = {0};
	struct buf page = {0};
	int count = 0, different = 0;
	assert_int_equal(fs_read("docs/templates.md", &page, &d), 0);
	size_t at = 0;
	struct str in = next_block(buf_str(&page), STR("\n```example\n"), &at);
	for (; in.p; in = next_block(buf_str(&page), STR("\n```example\n"), &at)) {
		struct str wanted = next_block(buf_str(&page), STR("\n```gives\n"), &at);
		struct buf got = {0};
		(void)!case_run(in, &got, 1);
		if (!str_eq(buf_str(&got), wanted)) {
			different++;
			print_message("# got\n%.*s# wanted\n%.*s", STR_ARG(buf_str(&got)),
			              STR_ARG(wanted));
		}
		count++;
		buf_release(&got);
	}
	buf_release(&page);
	diag_release(&d);
	assert_int_equal(different, 0);
	assert_true(count >= 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(examples_give_what_the_manual_says)};
	return cmocka_run_group_tests_name("templates manual", tests, NULL, NULL);
}
