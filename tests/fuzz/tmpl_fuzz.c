/* SPDX-License-Identifier: MIT
 * tmpl_fuzz - any bytes as a template; the first one chooses the format. A value that is
 * no markup never comes out of a page as it stands. */
#include <assert.h>

#include "sys/fs.h"
#include "../unit/theme_case.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char queries[] =
	"-- name: pages\nSELECT 'a' AS url, 'x<y\"z''&' AS word, '' AS empty, 7 AS n,"
	" markup('<b>m</b>') AS bold\n"
	"-- name: rows\nSELECT 1 AS i, 'x<y' AS name UNION ALL SELECT 2, 'row' ORDER BY i\n"
	"-- name: none\nSELECT 1 AS i WHERE 0\n";
static const char part[] = "{{$block}}{{word}}{{/block}}{{#rows}}{{i}}{{name}}{{/rows}}";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const formats[] = {"html", "xml", "json", "csv", "txt", "svg"};
	if (size < 1 || size > 20000)
		return 0;
	struct theme_case t;
	size_t format = (uint8_t)(data[0] - (uint8_t)'0') % countof(formats);
	struct str text = {(const char *)data + 1, size - 1};
	struct buf out = {0};
	assert(case_open(&t) == 0);
	struct theme_file files[] = {
		{STR("p.sql"), STR(queries)},
		{arena_printf(&t.arena, "p.%s", formats[format]), text},
		{STR("part.html"), STR(part)},
	};
	struct theme_files all = {files, countof(files)};
	db_guard(t.db, 5000000);
	int status = theme_compile(&t.theme, &t.arena, &all, t.db, &case_language, &t.diag);
	if (status == 0)
		status = case_pages(&t, &out);
	assert((status < 0) == diag_has_errors(&t.diag));
	const struct str raw = STR("x<y");
	bool plain = format == 3 || format == 4;
	if (!plain && str_find(text, raw, 0) == text.n)
		assert(str_find(buf_str(&out), raw, 0) == out.len);
	buf_release(&out);
	case_close(&t);
	return 0;
}
