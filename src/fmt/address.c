/* SPDX-License-Identifier: MIT
 * address - where a link of a page leads inside its site */
#include "fmt/address.h"

#include <string.h>

static bool is_scheme_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '+' || c == '-' || c == '.';
}

static bool leaves_server(struct str address)
{
	size_t end = 0;
	while (end < address.n && is_scheme_byte(address.p[end]))
		end++;
	return str_starts(address, STR("//")) ||
	       (end > 0 && end < address.n && address.p[end] == ':');
}

bool address_is_of(struct str url, struct str site)
{
	return site.n && str_starts(url, site) &&
	       (url.n == site.n || url.p[site.n] == '/' || url.p[site.n] == '#' ||
	        url.p[site.n] == '?');
}

/* The path of the site's address: "/niem-yet", or nothing. */
static struct str path_of(struct str site)
{
	size_t host = str_find(site, STR("://"), 0);
	return str_slice(site, str_find_byte(site, '/', host + 3), site.n);
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static struct str decoded(struct arena *a, struct str s)
{
	if (str_find_byte(s, '%', 0) == s.n)
		return s;
	char *out = arena_alloc(a, s.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '%' && i + 2 < s.n && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0) {
			out[n++] = (char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2]));
			i += 2;
		} else {
			out[n++] = s.p[i];
		}
	}
	return (struct str){out, n};
}

/* A path that grows by parts, in memory that is large enough. */
struct path {
	char *p;
	size_t n, low; /* what is before `low` leaves the site: no ".." goes back over it */
};

static void go_up(struct path *path)
{
	if (path->n <= path->low) {
		memcpy(path->p + path->n, path->n ? "/.." : "..", path->n ? 3 : 2);
		path->n += path->n ? 3 : 2;
		path->low = path->n;
		return;
	}
	while (path->n > path->low && path->p[path->n - 1] != '/')
		path->n--;
	path->n -= path->n > 0;
}

/* "thu-tuc" and "../a-z.html" become "a-z.html". */
static struct str joined(struct arena *a, struct str folder, struct str address)
{
	static const struct str index = {"/index.html", 11};
	struct path path = {.p = arena_alloc(a, folder.n + address.n + index.n + 4)};
	struct str halves[] = {folder, address};
	bool is_folder = true;
	for (int i = 0; i < 2; i++) {
		while (halves[i].p) {
			struct str part = str_cut(&halves[i], '/');
			is_folder = part.n == 0 || str_eqz(part, ".") || str_eqz(part, "..");
			if (str_eqz(part, ".."))
				go_up(&path);
			if (is_folder)
				continue;
			if (path.n)
				path.p[path.n++] = '/';
			memcpy(path.p + path.n, part.p, part.n);
			path.n += part.n;
		}
	}
	if (is_folder) {
		struct str name = path.n ? index : str_slice(index, 1, index.n);
		memcpy(path.p + path.n, name.p, name.n);
		path.n += name.n;
	}
	return (struct str){path.p, path.n};
}

struct address address_resolve(struct arena *a, struct str page, struct str href, struct str site)
{
	struct address to = {.path = {0}};
	struct str address = str_trim(href);
	size_t hash = str_find_byte(address, '#', 0), slash = page.n;
	if (hash + 1 < address.n)
		to.anchor = decoded(a, str_slice(address, hash + 1, address.n));
	address = str_slice(address, 0, hash);
	address = str_slice(address, 0, str_find_byte(address, '?', 0));
	while (slash > 0 && page.p[slash - 1] != '/')
		slash--;
	struct str folder = str_slice(page, 0, slash), root = path_of(site);
	if (!address.n) {
		to.path = page;
		return to;
	}
	if (address_is_of(address, site)) {
		address = str_slice(address, site.n, address.n);
		folder = STR("");
	} else if (leaves_server(address)) {
		return to;
	} else if (address.p[0] == '/') {
		if (!str_starts(address, root) || (address.n > root.n && address.p[root.n] != '/'))
			return to;
		address = str_slice(address, root.n, address.n);
		folder = STR("");
	}
	to.path = joined(a, folder, decoded(a, address));
	return to;
}
