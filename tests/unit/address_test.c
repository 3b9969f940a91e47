/* SPDX-License-Identifier: MIT
 * address: where a link of a page leads inside its site */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "fmt/address.h"

static const struct {
	const char *page, *href, *path, *anchor; /* NULL: absent */
} cases[] = {
    {"thu-tuc/1.html", "../a-z.html", "a-z.html", NULL},
    {"thu-tuc/1.html", "2.html#nop", "thu-tuc/2.html", "nop"},
    {"thu-tuc/1.html", "#nop", "thu-tuc/1.html", "nop"},
    {"thu-tuc/1.html", "", "thu-tuc/1.html", NULL},
    {"thu-tuc/1.html", "#", "thu-tuc/1.html", NULL},
    {"thu-tuc/1.html", "?q=1#x", "thu-tuc/1.html", "x"},
    {"index.html", "a-z.html?q=a/../b", "a-z.html", NULL},
    {"index.html", "./thu-tuc/./1.html", "thu-tuc/1.html", NULL},
    {"a/b/c.html", "../../d/../e.html", "e.html", NULL},
    {"index.html", "linh-vuc/", "linh-vuc/index.html", NULL},
    {"a/b.html", ".", "a/index.html", NULL},
    {"a/b.html", "..", "index.html", NULL},
    {"a/b.html", "../../x.html", "../x.html", NULL},
    {"b.html", "../../../x", "../../../x", NULL},
    {"index.html", "t%C3%AAn%20t%E1%BB%87p.html#%C4%91", "tên tệp.html", "đ"},
    {"index.html", "50%.html#%zz", "50%.html", "%zz"},
    {"index.html", " a.html\n", "a.html", NULL},
    {"a/b.html", "https://x.vn/ny/c.html#d", "c.html", "d"},
    {"a/b.html", "https://x.vn/ny", "index.html", NULL},
    {"a/b.html", "https://x.vn/ny/", "index.html", NULL},
    {"a/b.html", "/ny/c.html", "c.html", NULL},
    {"a/b.html", "/ny", "index.html", NULL},
    {"a/b.html", "/nyx/c.html", NULL, NULL},
    {"a/b.html", "https://x.vn/nyx", NULL, NULL},
    {"a/b.html", "/c.html", NULL, NULL},
    {"a/b.html", "https://y.vn/c.html#d", NULL, "d"},
    {"a/b.html", "//y.vn/c.html", NULL, NULL},
    {"a/b.html", "tel:1022", NULL, NULL},
    {"a/b.html", "mailto:a@b.vn", NULL, NULL},
    {"a/b.html", "c/d:e", "a/c/d:e", NULL},
    {"a/b.html", ":e", "a/:e", NULL},
};

static void same(struct str got, const char *wanted)
{
	assert_int_equal(got.p == NULL, wanted == NULL);
	if (wanted && !str_eqz(got, wanted))
		fail_msg("got %.*s, wanted %s", STR_ARG(got), wanted);
}

static void links_lead_where_a_browser_goes(void **state)
{
	(void)state;
	struct arena a = {0};
	for (size_t i = 0; i < countof(cases); i++) {
		struct address to = address_resolve(
		    &a, str_from(cases[i].page), str_from(cases[i].href), STR("https://x.vn/ny"));
		same(to.path, cases[i].path);
		same(to.anchor, cases[i].anchor);
	}
	struct address root =
	    address_resolve(&a, STR("a/b.html"), STR("/c.html"), STR("https://x.vn"));
	same(root.path, "c.html");
	root = address_resolve(&a, STR("a/b.html"), STR("/c.html"), STR(""));
	same(root.path, "c.html");
	arena_release(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(links_lead_where_a_browser_goes)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
