/* SPDX-License-Identifier: MIT
 *
 * md_spec - the examples of a CommonMark specification text, for the tests of Markdown
 *
 * An example stands between two lines of 32 backticks, the first with the word "example"
 * and perhaps others; a line "." parts source from HTML; an arrow is a tab.
 */
#ifndef NIEMYET_TEST_MD_SPEC_H
#define NIEMYET_TEST_MD_SPEC_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

struct spec_example {
	int number, line;       /* number in the specification, line of its fence */
	struct str words;       /* behind "example": "table" */
	struct str section;     /* the last "## " heading */
	struct str source, html;
};

struct spec {
	struct arena arena;
	struct spec_example *examples;
	size_t count, cap;
};

static inline struct str file_text(struct arena *arena, const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f)
		return (struct str){0};
	struct buf b = {0};
	char part[4096];
	size_t n;
	while ((n = fread(part, 1, sizeof part, f)) > 0)
		buf_put(&b, (struct str){part, n});
	fclose(f);
	struct str text = arena_str(arena, buf_str(&b));
	buf_release(&b);
	return text;
}

static inline struct str data_file(struct arena *arena, const char *name)
{
	const char *folder = getenv("NIEMYET_DATA");
	struct str path = arena_printf(arena, "%s/%s", folder ? folder : "../shared/data", name);
	return file_text(arena, path.p);
}

static inline struct str with_tabs(struct arena *arena, struct str s)
{
	struct buf b = {0};
	const struct str arrow = STR("\xE2\x86\x92");
	for (size_t at = 0; at < s.n;) {
		size_t hit = str_find(s, arrow, at);
		buf_put(&b, str_slice(s, at, hit));
		if (hit < s.n)
			buf_putc(&b, '\t');
		at = hit + arrow.n;
	}
	struct str out = arena_str(arena, buf_str(&b));
	buf_release(&b);
	return out;
}

/* False when the file is not there. */
static inline bool spec_read(struct spec *spec, const char *name)
{
	const struct str fence = STR("````````````````````````````````");
	struct str text = data_file(&spec->arena, name), rest = text, section = {0};
	enum { OUTSIDE, SOURCE, HTML } state = OUTSIDE;
	struct spec_example e = {0};
	int line = 0;
	const char *from = NULL;
	while (rest.p && rest.n > 0) {
		const char *here = rest.p;
		struct str one = str_cut_line(&rest);
		line++;
		if (state == OUTSIDE && str_starts(one, STR("## "))) {
			section = str_slice(one, 3, one.n);
		} else if (state == OUTSIDE && str_starts(one, fence) && one.n > fence.n) {
			struct str words = str_trim(str_slice(one, fence.n, one.n));
			e = (struct spec_example){.number = e.number + 1, .line = line,
			                          .section = section,
			                          .words = str_trim(str_slice(words, 7, words.n))};
			state = SOURCE;
			from = rest.p;
		} else if (state == SOURCE && str_eqz(one, ".")) {
			struct str part = {from, (size_t)(here - from)};
			e.source = with_tabs(&spec->arena, part);
			state = HTML;
			from = rest.p;
		} else if (state == HTML && str_eq(one, fence)) {
			struct str part = {from, (size_t)(here - from)};
			e.html = with_tabs(&spec->arena, part);
			spec->examples = arena_grow(&spec->arena, spec->examples, spec->count,
			                            &spec->cap, sizeof e);
			spec->examples[spec->count++] = e;
			state = OUTSIDE;
		}
	}
	return text.p != NULL;
}

static inline void spec_release(struct spec *spec)
{
	arena_release(&spec->arena);
}

#endif
