/* SPDX-License-Identifier: MIT
 * func_link - SQL functions of addresses */
#include "board/func_int.h"

#include "board/assets.h"
#include "fmt/html.h"
#include "fmt/markup.h"
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

/* "../" and other ways up, then at most the folder of the language: not an address of its own. */
static bool is_way(const struct func_state *s, struct str root)
{
	while (str_starts(root, STR("../")))
		root = str_slice(root, 3, root.n);
	return root.n == 0 || str_eq(root, s->env->folder);
}

void func_put_top(const struct func_state *s, struct buf *out, struct str root)
{
	struct str folder = s->env->folder;
	if (!folder.n || !is_way(s, root)) {
		buf_put(out, root);
	} else if (str_ends(root, folder)) {
		buf_put(out, str_slice(root, 0, root.n - folder.n));
	} else {
		buf_putz(out, "../");
		buf_put(out, root);
	}
}

static void do_asset(struct func_call *c)
{
	const struct asset *asset = find_asset(c, func_arg_text(c, 1));
	struct buf out = {0};
	if (!asset)
		return;
	func_put_top(c->state, &out, func_arg_text(c, 0));
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

static void do_search_index(struct func_call *c)
{
	struct str head = c->state->env->search;
	struct buf out = {0};
	if (!head.p)
		return;
	func_put_top(c->state, &out, func_arg_text(c, 0));
	buf_put(&out, head);
	func_result(c, &out);
}

static void do_sha256(struct func_call *c)
{
	char hex[SEAL_HEX];
	struct buf out = {0};
	seal_sha256(func_arg_text(c, 0), hex);
	buf_put(&out, (struct str){hex, SEAL_HEX});
	func_result(c, &out);
}

/* The value of href among a tag's attributes; absent when there is none. */
static struct str href_of(struct str attributes)
{
	struct str name, value;
	while (markup_attribute(&attributes, &name, &value))
		if (markup_is(name, STR("href")))
			return value;
	return (struct str){0};
}

/* An address of elsewhere in brackets, unless the words of the link say it already. */
static void put_address(struct buf *out, struct str href, struct str words)
{
	bool secure = str_starts(href, STR("https://"));
	size_t from = secure ? 8 : str_starts(href, STR("http://")) ? 7 : 0;
	if (from == 0 || str_find(words, str_slice(href, from, href.n), 0) < words.n)
		return;
	buf_putz(out, " (");
	buf_put(out, href);
	buf_putz(out, ")");
}

static void do_unlinked(struct func_call *c)
{
	struct str given = func_arg_marked(c, 0), href = {0};
	struct buf out = {.max = LIMIT_PAGE};
	int64_t wanted = 1;
	if (func_arg_count(c) > 1 && !func_arg_int(c, 1, &wanted))
		return;
	if (!wanted) {
		buf_put(&out, given);
		func_result(c, &out);
		return;
	}
	buf_putc(&out, MARKUP_MARK);
	if (given.n == 0 || given.p[0] != MARKUP_MARK) { /* text: it has no links */
		html_put(&out, given, HTML_TEXT);
		func_result(c, &out);
		return;
	}
	given = str_slice(given, 1, given.n);
	struct markup m = markup_of(given);
	size_t from = 0, words = 0;
	for (enum markup_kind kind; (kind = markup_next(&m)) != MARKUP_END; from = m.at)
		if (kind == MARKUP_TEXT || !markup_is(m.name, STR("a"))) {
			buf_put(&out, str_slice(given, from, m.at));
		} else if (kind == MARKUP_OPEN) {
			href = href_of(m.attributes);
			words = out.len;
		} else {
			put_address(&out, href, str_slice(buf_str(&out), words, out.len));
		}
	func_result(c, &out);
}

const struct func_entry func_link_entries[] = {
	{"asset", "asset(root, path)", 2, 2, FUNC_ASSETS, false, do_asset,
	 "The address of a file of assets/ under its published name, which carries its hash."},
	{"asset_sha256", "asset_sha256(path)", 1, 1, FUNC_ASSETS, false, do_asset_sha256,
	 "The SHA-256 of a file of assets/."},
	{"qr", "qr(text, title, pixels)", 2, 3, FUNC_PURE, false, do_qr,
	 "A text, mostly an address, as a QR code."},
	{"search_index", "search_index(root)", 1, 1, FUNC_ASSETS, false, do_search_index,
	 "The address of the head of the search index in the page's language."},
	{"sha256", "sha256(x)", 1, 1, FUNC_PURE, false, do_sha256,
	 "The SHA-256 of a text."},
	{"unlinked", "unlinked(markup [, when])", 1, 2, FUNC_PURE, false, do_unlinked,
	 "Markup without its links: their words stay, an address of elsewhere stands behind them."},
	{"url_encode", "url_encode(x)", 1, 1, FUNC_PURE, false, do_url_encode,
	 "A text as one part of an address: everything but letters, digits and - _ . ~ as %XX."},
	{0},
};
