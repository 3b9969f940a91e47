/* SPDX-License-Identifier: MIT
 * assets: names by hash, the office's files over the program's, addresses in style sheets */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "board/assets.h"
#include "builtin.h"
#include "fmt/css.h"
#include "sys/fs.h"
#include "sys/seal.h"

struct office {
	char dir[512];
	struct arena arena;
	struct diag d;
	struct assets *as;
};

static int open_office(void **state)
{
	struct office *o = calloc(1, sizeof *o);
	const char *tmp = getenv("TEST_TMP");
	snprintf(o->dir, sizeof o->dir, "%s/assets-XXXXXX", tmp ? tmp : "/tmp");
	*state = o;
	return mkdtemp(o->dir) ? 0 : -1;
}

static int close_office(void **state)
{
	struct office *o = *state;
	int status = fs_remove_tree(o->dir, &o->d);
	arena_release(&o->arena);
	diag_release(&o->d);
	free(o);
	return status;
}

static void put(struct office *o, const char *name, const char *bytes)
{
	assert_int_equal(fs_write(fs_join(&o->arena, o->dir, name), str_from(bytes), &o->d), 0);
}

static int load(struct office *o)
{
	diag_reset(&o->d);
	return assets_load(&o->arena, o->dir, &o->as, &o->d);
}

static const struct asset *find(const struct office *o, const char *logical)
{
	for (size_t i = 0; i < assets_count(o->as); i++)
		if (str_eqz(assets_at(o->as, i)->logical, logical))
			return assets_at(o->as, i);
	fail_msg("%s is not there", logical);
	return NULL;
}

static bool bytes_are(const struct asset *asset, const char *bytes)
{
	return str_eqz(asset->bytes, bytes);
}

static void names_by_hash(void **state)
{
	struct office *o = *state;
	put(o, "ny/a.js", "x");
	put(o, "ny/a.min.js", "x");
	put(o, "ny/to-khai.docx", "form");
	put(o, "ny/README", "x");
	assert_int_equal(load(o), 0);
	/* sha256("x") begins with 2d711642 */
	assert_true(str_eqz(assets_find(o->as, STR("ny/a.js")), "assets/ny/a.2d711642.js"));
	assert_true(str_eqz(assets_find(o->as, STR("assets/ny/a.js")), "assets/ny/a.2d711642.js"));
	assert_true(str_eqz(assets_find(o->as, STR("ny/a.min.js")), "assets/ny/a.min.2d711642.js"));
	assert_true(str_eqz(assets_find(o->as, STR("ny/to-khai.docx")), "assets/ny/to-khai.docx"));
	assert_true(str_eqz(assets_find(o->as, STR("ny/README")), "assets/ny/README"));
	assert_true(find(o, "assets/ny/a.js")->hashed);
	assert_false(find(o, "assets/ny/to-khai.docx")->hashed);
	assert_null(assets_find(o->as, STR("ny/b.js")).p);
	assert_null(assets_find(o->as, STR("")).p);
	assert_true(str_eqz(assets_nearest(o->as, STR("ny/b.js")), "assets/ny/a.js"));
	for (size_t i = 1; i < assets_count(o->as); i++)
		assert_true(str_cmp(assets_at(o->as, i - 1)->logical,
		                    assets_at(o->as, i)->logical) < 0);
}

static void office_goes_first(void **state)
{
	struct office *o = *state;
	struct arena a = {0};
	struct assets *own = NULL;
	assert_int_equal(assets_load(&a, NULL, &own, &o->d), 0);
	size_t count = assets_count(own);
	for (size_t i = 0; i < count; i++)
		assert_non_null(builtin_find(assets_at(own, i)->logical));
	assert_int_equal(assets_load(&a, "/nonexistent/assets", &own, &o->d), 0);
	assert_int_equal(assets_count(own), count);
	if (count > 0) { /* takes the place of a file of the program */
		struct str logical = assets_at(own, 0)->logical;
		put(o, logical.p + strlen("assets/"), "mine");
		assert_int_equal(load(o), 0);
		assert_int_equal(assets_count(o->as), count);
		assert_true(bytes_are(find(o, logical.p), "mine"));
	}
	arena_release(&a);
}

static void rewrites_sheets(void **state)
{
	struct office *o = *state;
	put(o, "ny/img/seal.png", "png");
	put(o, "ny/base.css", "b{background:url( img/seal.png )}");
	put(o, "ny/css/all.css",
	    "@import '../base.css' print;\n@import url(\"../base.css\");\n"
	    "/* url(no.png) */a{content:'url(no.png)';b:my-url(x)}"
	    "c{d:URL('../img/../img/./seal.png?x#y');e:url(#f);g:url(data:,h)}");
	assert_int_equal(load(o), 0);
	struct str seal = find(o, "assets/ny/img/seal.png")->path;
	struct str base = find(o, "assets/ny/base.css")->path;
	seal = str_slice(seal, strlen("assets/ny/img/"), seal.n);
	base = str_slice(base, strlen("assets/ny/"), base.n);
	assert_true(bytes_are(find(o, "assets/ny/base.css"),
		arena_printf(&o->arena, "b{background:url( \"img/%.*s\" )}", STR_ARG(seal)).p));
	struct str expected = arena_printf(&o->arena,
		"@import \"../%.*s\" print;\n@import url(\"../%.*s\");\n"
		"/* url(no.png) */a{content:'url(no.png)';b:my-url(x)}"
		"c{d:URL(\"../img/../img/./%.*s?x#y\");e:url(\"#f\");g:url(\"data:,h\")}",
		STR_ARG(base), STR_ARG(base), STR_ARG(seal));
	const struct asset *all = find(o, "assets/ny/css/all.css");
	assert_string_equal(all->bytes.p, expected.p);
	char hex[SEAL_HEX];
	seal_sha256(expected, hex);
	assert_true(str_eq(str_slice(all->path, strlen("assets/ny/css/all."), all->path.n - 4),
	                   (struct str){hex, 8}));
}

/* A changed picture renames the sheets that show it, through any number of them. */
static void hash_follows_contents(void **state)
{
	struct office *o = *state;
	put(o, "ny/p.png", "1");
	put(o, "ny/a.css", "@import 'b.css';");
	put(o, "ny/b.css", "a{b:url(p.png)}");
	put(o, "ny/c.css", "a{}");
	assert_int_equal(load(o), 0);
	struct str a = assets_find(o->as, STR("ny/a.css")), c = assets_find(o->as, STR("ny/c.css"));
	put(o, "ny/p.png", "2");
	assert_int_equal(load(o), 0);
	assert_false(str_eq(a, assets_find(o->as, STR("ny/a.css"))));
	assert_true(str_eq(c, assets_find(o->as, STR("ny/c.css"))));
}

static void says_what_is_wrong(void **state)
{
	struct office *o = *state;
	static const struct {
		const char *css, *id;
		int line;
	} cases[] = {
		{"a{\nb:url(ny-no.png)}", "A002", 2},
		{"@import 'ny-no.css';", "A002", 1},
		{"a{b:url(../../../../../etc/passwd)}", "A002", 1},
		{"a{b:url(../css/)}", "A002", 1},
		{"\n\na{b:url(https://example.org/x.png)}", "A004", 3},
		{"@import \"//example.org/x.css\";", "A004", 1},
		{"a{b:url(/top.png)}", "A004", 1},
		{"@import 'bad.css';", "A003", 1},
		{"a{b:url('x.png)}\n", "A007", 1},
		{"a{}\n/* never", "A007", 2},
		{"a{b:url(x.png", "A007", 1},
		{"a{b:url(x\\29.png)}", "A007", 1},
		{"a{content:\"never\n}", "A007", 1},
	};
	for (size_t i = 0; i < countof(cases); i++) {
		put(o, "css/bad.css", cases[i].css);
		assert_int_equal(load(o), -1);
		if (o->d.count != 1 || !str_eqz(o->d.messages[0].id, cases[i].id) ||
		    o->d.messages[0].at.line != cases[i].line ||
		    !str_eqz(o->d.messages[0].at.file, "assets/css/bad.css")) {
			diag_print(&o->d, stdout, DIAG_TEXT, false);
			fail_msg("%s", cases[i].css);
		}
	}
}

static void all_mistakes_are_said(void **state)
{
	struct office *o = *state;
	put(o, "ny/a.css", "@import 'b.css';a{b:url(no1.png);c:url(no2.png)}");
	put(o, "ny/b.css", "@import 'a.css';a{b:url(no3.png)}");
	assert_int_equal(load(o), -1);
	assert_int_equal(o->d.count, 4);
}

static void odd_names(void **state)
{
	struct office *o = *state;
	put(o, "ny/.DS_Store", "x");
	put(o, "ny/a.css~", "x");
	put(o, "ny/Thumbs.db", "x");
	size_t builtin = 0;
	for (size_t i = 0; i < builtin_count; i++)
		builtin += str_starts(str_from(builtin_files[i].path), STR("assets/"));
	assert_int_equal(load(o), 0);
	assert_int_equal(assets_count(o->as), builtin);
	assert_int_equal(o->d.by_level[DIAG_NOTE], 3);
	put(o, "ny/m\u1eabu.pdf", "x");
	assert_int_equal(load(o), -1);
	assert_true(str_eqz(o->d.messages[o->d.count - 1].id, "A005"));
}

static void twins(void **state)
{
	struct office *o = *state;
	put(o, "ny/Mau.pdf", "x");
	put(o, "ny/mau.pdf", "y");
	assert_int_equal(load(o), -1);
	assert_true(str_eqz(o->d.messages[0].id, "A008"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define office_test(f) cmocka_unit_test_setup_teardown(f, open_office, close_office)
		office_test(names_by_hash), office_test(office_goes_first),
		office_test(rewrites_sheets),
		office_test(hash_follows_contents), office_test(says_what_is_wrong),
		office_test(all_mistakes_are_said), office_test(odd_names), office_test(twins),
	};
	return cmocka_run_group_tests_name("assets", tests, NULL, NULL);
}
