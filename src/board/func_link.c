/* SPDX-License-Identifier: MIT
 * func_link - SQL functions of addresses */
#include "board/func_int.h"

#include "board/assets.h"
#include "fmt/html.h"
#include "fmt/qr.h"
#include "sys/seal.h"

/* The asset; NULL and the call has failed when there is none. */
static const struct asset *find_asset(struct func_call *c, struct str name)
{
	const struct assets *as = c->state->env->assets;
	const struct asset *asset = as ? assets_get(as, name) : NULL;
	if (asset)
		return asset;
	struct str near = as ? assets_nearest(as, name) : (struct str){0};
	func_fail(c, near.p ? FUNC_NO_ASSET_NEAR : FUNC_NO_ASSET, name, near);
	return NULL;
}

static void do_asset(struct func_call *c)
{
	const struct asset *asset = find_asset(c, func_arg_text(c, 1));
	struct buf out = {0};
	if (!asset)
		return;
	buf_put(&out, func_arg_text(c, 0));
	buf_put(&out, asset->path);
	func_result(c, &out);
}

static void do_asset_sha256(struct func_call *c)
{
	const struct asset *asset = find_asset(c, func_arg_text(c, 0));
	char hex[SEAL_HEX];
	struct buf out = {0};
	if (!asset)
		return;
	seal_sha256(asset->bytes, hex);
	buf_put(&out, (struct str){hex, SEAL_HEX});
	func_result(c, &out);
}

static void do_url_encode(struct func_call *c)
{
	struct buf out = {0};
	html_put(&out, func_arg_text(c, 0), HTML_URL_PART);
	func_result(c, &out);
}

enum { QR_PIXELS = 4096 };

static void do_qr(struct func_call *c)
{
	int64_t pixels = 0;
	struct buf out = {0};
	if (func_arg_count(c) > 2 && !func_arg_int(c, 2, &pixels))
		return;
	if (pixels < 0 || pixels > QR_PIXELS)
		pixels = pixels < 0 ? 0 : QR_PIXELS;
	buf_putc(&out, MARKUP_MARK);
	if (qr_put(&out, func_arg_text(c, 0), func_arg_text(c, 1), (int)pixels)) {
		func_result(c, &out);
		return;
	}
	buf_release(&out);
	func_fail(c, FUNC_NO_QR, func_arg_text(c, 0), (struct str){0});
}

const struct func_entry func_link_entries[] = {
	{"asset", "asset(root, path)", 2, 2, FUNC_ASSETS, false, do_asset,
	 "The address of a file of assets/ under its published name, which carries its hash."},
	{"asset_sha256", "asset_sha256(path)", 1, 1, FUNC_ASSETS, false, do_asset_sha256,
	 "The SHA-256 of a file of assets/."},
	{"qr", "qr(text, title, pixels)", 2, 3, FUNC_PURE, false, do_qr,
	 "A text, mostly an address, as a QR code."},
	{"url_encode", "url_encode(x)", 1, 1, FUNC_PURE, false, do_url_encode,
	 "A text as one part of an address: everything but letters, digits and - _ . ~ as %XX."},
	{0},
};
