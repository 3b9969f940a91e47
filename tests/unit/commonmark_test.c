/* SPDX-License-Identifier: MIT
 * md against the CommonMark specification and against cmark's own renderer */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <cmark.h>

#include "fmt/md.h"
#include "md_spec.h"

/* Is the example in the list of those that differ on purpose? */
static bool is_listed(struct str list, int number)
{
	char wanted[16];
	snprintf(wanted, sizeof wanted, "%d ", number);
	while (list.p) {
		struct str line = str_cut_line(&list);
		if (str_starts(line, str_from(wanted)))
			return line.n > strlen(wanted) + 10; /* with a reason */
	}
	return false;
}

static bool renders(struct str source, enum md_mode mode, struct str wanted)
{
	struct buf out = {0};
	struct diag d = {0};
	struct md_options o = {.mode = mode};
	int status = md_render(&o, source, &out, &d);
	bool good = status == 0 && d.count == 0 && str_eq(buf_str(&out), wanted);
	buf_release(&out);
	diag_release(&d);
	return good;
}

static struct spec spec;

static void every_example_is_rendered_as_cmark_does(void **state)
{
	(void)state;
	for (size_t i = 0; i < spec.count; i++) {
		const struct spec_example *e = &spec.examples[i];
		char *own = cmark_markdown_to_html(e->source.p, e->source.n, CMARK_OPT_UNSAFE);
		if (!renders(e->source, MD_PLAIN, str_from(own)))
			fail_msg("example %d, line %d", e->number, e->line);
		free(own);
	}
}

static void every_example_passes_but_those_listed(void **state)
{
	(void)state;
	struct str list = file_text(&spec.arena, "tests/golden/commonmark-differences.txt");
	assert_non_null(list.p);
	assert_true(spec.count > 600);
	int differ = 0;
	for (size_t i = 0; i < spec.count; i++) {
		const struct spec_example *e = &spec.examples[i];
		bool same = renders(e->source, MD_PLAIN, e->html);
		differ += !same;
		if (same == is_listed(list, e->number))
			fail_msg("example %d, line %d: %s", e->number, e->line,
			         same ? "listed, but passes" : "differs, but is not listed");
	}
	print_message("# %zu examples, %d differ as listed\n", spec.count, differ);
}

static void looking_for_tables_changes_no_example(void **state)
{
	(void)state;
	for (size_t i = 0; i < spec.count; i++) {
		const struct spec_example *e = &spec.examples[i];
		char *own = cmark_markdown_to_html(e->source.p, e->source.n, CMARK_OPT_UNSAFE);
		if (!renders(e->source, MD_GFM, str_from(own)))
			fail_msg("example %d, line %d", e->number, e->line);
		free(own);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_example_is_rendered_as_cmark_does),
		cmocka_unit_test(every_example_passes_but_those_listed),
		cmocka_unit_test(looking_for_tables_changes_no_example),
	};
	/* Not cmocka's skip(): prove counts its line as a failure. */
	if (!spec_read(&spec, "commonmark/commonmark-spec.txt")) {
		printf("1..0 # SKIP no commonmark/commonmark-spec.txt below NIEMYET_DATA\n");
		return 0;
	}
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	spec_release(&spec);
	return failed;
}
