/* SPDX-License-Identifier: MIT
 * portal_page - the text of a procedure's page on the national portal, cut into its parts */
#include "fmt/portal_page.h"

#include <string.h>

#include "fmt/portal_flat.h"

/* In the page's order. */
static const struct {
	int part;
	const char *heading;
	bool may_lack;
} order[PORTAL_PARTS] = {
	{PORTAL_NAME, "Tên thủ tục", false},
	{PORTAL_CODE, "Mã thủ tục", false},
	{PORTAL_DECISION, "Số quyết định", false},
	{PORTAL_LEVEL, "Cấp thực hiện", false},
	{PORTAL_KIND, "Loại thủ tục", false},
	{PORTAL_FIELD, "Lĩnh vực", false},
	{PORTAL_SUBJECTS, "Đối tượng thực hiện", false},
	{PORTAL_DECIDING, "Cơ quan có thẩm quyền", false},
	{PORTAL_ADDRESS, "Địa chỉ tiếp nhận HS", false},
	{PORTAL_DELEGATED, "Cơ quan được ủy quyền", false},
	{PORTAL_COORDINATING, "Cơ quan phối hợp", false},
	{PORTAL_RELATED, "Thủ tục hành chính liên quan", false},
	{PORTAL_STEPS, "Trình Tự Thực Hiện", false},
	{PORTAL_METHODS, "Cách Thức Thực Hiện", false},
	{PORTAL_DOSSIER, "Thành phần hồ sơ", false},
	{PORTAL_LAW, "Căn cứ pháp lý", false},
	{PORTAL_EXECUTING, "Cơ quan thực hiện", false},
	{PORTAL_REQUIREMENTS, "Yêu cầu, điều kiện thực hiện", false},
	{PORTAL_RESULT, "Kết quả xử lý", true},
	{PORTAL_KEYWORDS, "Từ khóa", true},
	{PORTAL_DESCRIPTION, "Mô tả", true},
	{PORTAL_CONTROLS, "Chọn cơ quan thực hiện", true},
};

static bool follows(struct str page, size_t at, struct str what)
{
	return str_starts(str_slice(page, at, page.n), what);
}

/* May the heading of `part` from byte `from` to `at` be one? */
static bool is_heading(struct str page, size_t from, size_t at, int part)
{
	struct str none = STR("Không có thông tin");
	bool apart_front = from > 0 && strchr(" \n(", page.p[from - 1]);
	switch (part) {
	case PORTAL_STEPS:
		return true;
	case PORTAL_METHODS:
		return follows(page, at, portal_flat_ways_heads()) || follows(page, at, none);
	case PORTAL_LAW:
		return follows(page, at, portal_flat_laws_heads()) || follows(page, at, none);
	case PORTAL_RESULT: /* names of results begin with anything */
		return !apart_front || !follows(page, at, STR(" "));
	case PORTAL_CONTROLS:
		return follows(page, at, STR("Tỉnh/ Thành phố"));
	default:
		return !apart_front || at == page.n || !strchr(" .,;:)\n", page.p[at]);
	}
}

/* The page begins with the procedure's name, then says it again behind its heading. */
static size_t find_name(struct str page, struct str heading)
{
	for (size_t at = 0; (at = str_find(page, heading, at)) < page.n; at++) {
		struct str name = str_trim(str_slice(page, 0, at));
		if (name.n && follows(page, at + heading.n, name))
			return at;
	}
	return str_find(page, heading, 0);
}

static size_t find_heading(struct str page, size_t from, size_t i)
{
	struct str heading = str_from(order[i].heading);
	if (order[i].part == PORTAL_NAME)
		return find_name(page, heading);
	size_t at = str_find(page, heading, from);
	while (at < page.n && !is_heading(page, at, at + heading.n, order[i].part))
		at = str_find(page, heading, at + 1);
	return at;
}

struct str portal_page_heading(int part)
{
	size_t i = 0;
	while (order[i].part != part)
		i++;
	return str_from(order[i].heading);
}

bool portal_page_cut(struct str page, struct str parts[PORTAL_PARTS], int *missing)
{
	struct str *open = NULL;
	size_t from = 0, search = 0; /* where the open part begins, where to look for the next */
	memset(parts, 0, PORTAL_PARTS * sizeof *parts);
	for (size_t i = 0; i < countof(order); i++) {
		size_t at = find_heading(page, search, i);
		if (at == page.n && order[i].may_lack)
			continue;
		if (at == page.n) {
			*missing = order[i].part;
			return false;
		}
		if (open)
			*open = str_trim(str_slice(page, from, at));
		open = &parts[order[i].part];
		from = search = at + strlen(order[i].heading);
		/* A name may hold headings. */
		struct str name = str_trim(str_slice(page, 0, at));
		if (order[i].part == PORTAL_NAME && follows(page, from, name))
			search += name.n;
	}
	if (open)
		*open = str_trim(str_slice(page, from, page.n));
	return true;
}

void portal_page_put(struct buf *out, const struct str parts[PORTAL_PARTS])
{
	buf_put(out, parts[PORTAL_NAME]);
	for (size_t i = 0; i < countof(order); i++) {
		if (order[i].may_lack && !parts[order[i].part].p)
			continue;
		buf_putz(out, order[i].heading);
		buf_put(out, parts[order[i].part]);
	}
}

struct str portal_page_tail(const struct str parts[PORTAL_PARTS], int part, struct str page)
{
	bool is_last = part == PORTAL_RESULT ||
	               (part == PORTAL_REQUIREMENTS && !parts[PORTAL_RESULT].p);
	if (!is_last || !parts[part].p)
		return parts[part];
	return str_slice(page, (size_t)(parts[part].p - page.p), page.n);
}
