/* SPDX-License-Identifier: MIT
 * func_link - SQL functions of addresses */
#include "board/func_int.h"

#include "board/assets.h"
#include "fmt/html.h"

static void do_asset(struct func_call *c)
{
	const struct assets *as = c->state->env->assets;
	struct str name = func_arg_text(c, 1);
	struct str path = as ? assets_find(as, name) : (struct str){0};
	if (!path.p) {
		struct str near = as ? assets_nearest(as, name) : (struct str){0};
		func_fail(c, near.p ? FUNC_NO_ASSET_NEAR : FUNC_NO_ASSET, name, near);
		return;
	}
	struct buf out = {0};
	buf_put(&out, func_arg_text(c, 0));
	buf_put(&out, path);
	func_result(c, &out);
}

static void do_url_encode(struct func_call *c)
{
	struct buf out = {0};
	html_put(&out, func_arg_text(c, 0), HTML_URL_PART);
	func_result(c, &out);
}

const struct func_entry func_link_entries[] = {
	{"asset", "asset(root, path)", 2, 2, FUNC_ASSETS, false, do_asset,
	 "The address of a file of assets/ under its published name, which carries its hash."},
	{"url_encode", "url_encode(x)", 1, 1, FUNC_PURE, false, do_url_encode,
	 "A text as one part of an address: everything but letters, digits and - _ . ~ as %XX."},
	{0},
};
