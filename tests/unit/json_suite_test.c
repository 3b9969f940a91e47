/* SPDX-License-Identifier: MIT
 * json: the cases of JSONTestSuite, where they are present */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/text.h"
#include "fmt/json.h"
#include "sys/fs.h"

struct suite {
	struct arena arena;
	const char *dir;
	int cases;
};

/* y_ has to be accepted, n_ refused; i_ is as one likes. */
static int each_case(void *user, struct str path, struct fs_info info)
{
	(void)info;
	struct suite *s = user;
	struct diag d = {0};
	struct buf text = {0};
	size_t bad;
	const char *file = fs_join(&s->arena, s->dir, arena_strz(&s->arena, path));
	assert_int_equal(fs_read(file, &text, &d), 0);
	bool fine = text_is_utf8(buf_str(&text), &bad) && json_is_valid(buf_str(&text), &bad);
	if ((path.p[0] == 'y' && !fine) || (path.p[0] == 'n' && fine))
		fail_msg("%.*s", STR_ARG(path));
	s->cases++;
	buf_release(&text);
	return 0;
}

static struct suite suite;

static void json_test_suite_is_kept(void **state)
{
	(void)state;
	struct diag d = {0};
	assert_int_equal(fs_walk(suite.dir, each_case, &suite, &d), 0);
	assert_true(suite.cases > 150);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(json_test_suite_is_kept)};
	const char *data = getenv("NIEMYET_DATA");
	suite.dir = fs_join(&suite.arena, data ? data : "../shared/data", "json-edge/test_parsing");
	/* As a whole, so that prove says it was skipped. */
	if (fs_stat(suite.dir).kind != FS_DIR) {
		printf("1..0 # SKIP no json-edge/test_parsing below NIEMYET_DATA\n");
		arena_release(&suite.arena);
		return 0;
	}
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_release(&suite.arena);
	return failed;
}
