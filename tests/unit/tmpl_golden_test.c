/* SPDX-License-Identifier: MIT
 *
 * tmpl_golden_test - tests/golden/tmpl: one case for each rule of templates and each mistake
 */
#include <setjmp.h>
#include <stdarg.h>

#include "golden.h"
#include "theme_case.h"

#include <cmocka.h>

static void make(struct str in, struct str name, struct buf *out)
{
	(void)name;
	(void)!case_run(in, out, 1);
}

static void golden_cases(void **state)
{
	(void)state;
	assert_int_equal(golden_run("tmpl", make, 55), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(golden_cases)};
	return cmocka_run_group_tests_name("tmpl golden", tests, NULL, NULL);
}
