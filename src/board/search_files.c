/* SPDX-License-Identifier: MIT
 * search_files - names of entries, facets and the head; the files they come in */
#include "board/search_int.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"
#include "fmt/html.h"
#include "fmt/original.h"
#include "sys/seal.h"

static const char letters[2] = {[SEARCH_LISTS] = 't', [SEARCH_NAMES] = 'd'};

/* A file is one line: ny("t",7,...). */
static int put_file(struct search *s, int kind, uint32_t number, struct str line, struct diag *d)
{
	char hex[SEAL_HEX], name[16];
	struct buf text = {0};
	seal_sha256(line, hex);
	buf_printf(&text, "%c%u", letters[kind], (unsigned)number);
	assert(text.len < sizeof name);
	memcpy(name, text.p, text.len);
	struct str own = {name, text.len};
	buf_release(&text);
	buf_put(&s->hashes[kind], (struct str){hex, SEARCH_HASH});
	return s->put(s->user, own, line, hex, d);
}

/* What was held to become one file becomes many. */
static int split(struct search *s, struct diag *d)
{
	struct str rest = buf_str(&s->held);
	uint32_t numbers[2] = {0};
	int status = 0;
	s->is_split = true;
	while (status == 0 && rest.n) {
		size_t end = str_find_byte(rest, '\n', 0) + 1;
		int kind = rest.p[4] == letters[SEARCH_NAMES] ? SEARCH_NAMES : SEARCH_LISTS;
		status = put_file(s, kind, numbers[kind]++, str_slice(rest, 0, end), d);
		rest = str_slice(rest, end, rest.n);
	}
	buf_release(&s->held);
	s->held = (struct buf){0};
	return status;
}

int search_end_file(struct search *s, int kind, struct diag *d)
{
	struct buf line = {0};
	int status = 0;
	if (s->body[kind].len == 0)
		return 0;
	uint32_t number = s->file_count[kind]++;
	buf_printf(&line, "ny(\"%c\",%u,", letters[kind], (unsigned)number);
	buf_put(&line, buf_str(&s->body[kind]));
	buf_putz(&line, kind == SEARCH_NAMES ? "]);\n" : "\");\n");
	buf_reset(&s->body[kind]);
	if (s->is_split) {
		status = put_file(s, kind, number, buf_str(&line), d);
	} else {
		buf_put(&s->held, buf_str(&line));
		if (s->held.len > SEARCH_ONE_FILE)
			status = split(s, d);
	}
	buf_release(&line);
	return status;
}

/* Position of a name among those of its facet, from 1; 0 for none. */
static size_t facet(struct search *s, int i, struct str name)
{
	if (name.n == 0)
		return 0;
	size_t *number = map_get(&s->facets[i], name);
	if (!number) {
		number = arena_new(&s->arena, size_t);
		*number = s->facets[i].count + 1;
		map_put(&s->facets[i], arena_str(&s->arena, name), number);
	}
	return *number;
}

enum { FIELD, LEVEL, ONLINE, AGENCY };

/* Position of a set of agencies, from 1. */
static size_t agency_set(struct search *s, struct str names)
{
	if (names.n == 0)
		return 0;
	size_t *number = map_get(&s->agency_sets, names);
	if (number)
		return *number;
	number = arena_new(&s->arena, size_t);
	*number = s->agency_sets.count + 1;
	map_put(&s->agency_sets, arena_str(&s->arena, names), number);
	buf_putz(&s->sets, s->sets.len ? ",[" : "[");
	for (struct str rest = str_trim_end(names); rest.p;) {
		struct str name = str_cut(&rest, '\n');
		buf_printf(&s->sets, rest.p ? "%zu," : "%zu]", facet(s, AGENCY, name));
	}
	return *number;
}

static void end_run(struct search *s)
{
	const struct alike *a = &s->alike;
	if (s->alike_count)
		buf_printf(&s->runs, "%s[%u,%zu,%zu,%zu,%zu,%d]", s->runs.len ? "," : "",
		           (unsigned)s->alike_count, a->field, a->level, a->online, a->agencies,
		           a->state);
	s->alike_count = 0;
}

static bool is_alike(const struct alike *a, const struct alike *b)
{
	return a->field == b->field && a->level == b->level && a->online == b->online &&
	       a->agencies == b->agencies && a->state == b->state;
}

/* "name"; with U+0002 in front when it is in another language than the index. */
static void put_name(struct buf *out, struct str name, const char *end)
{
	buf_putz(out, original_is_in(name) ? "\"\\u0002" : "\"");
	html_put(out, name, HTML_JSON);
	buf_printf(out, "%s\"", end);
}

int search_put_entry(struct search *s, const struct search_entry *e, struct diag *d)
{
	struct buf *names = &s->body[SEARCH_NAMES];
	struct str name = text_cut_words(e->name, SEARCH_NAME_CHARS);
	struct alike a = {facet(s, FIELD, e->field), facet(s, LEVEL, e->level),
	                  facet(s, ONLINE, e->online), agency_set(s, e->agencies),
	                  e->is_page ? 2 : e->is_gone};
	if (!is_alike(&a, &s->alike))
		end_run(s);
	s->alike = a;
	s->alike_count++;

	buf_putz(names, names->len ? "," : "[");
	html_put_json(names, e->code);
	buf_putc(names, ',');
	put_name(names, name, name.n < e->name.n ? "…" : "");
	return s->entry % SEARCH_CHUNK == 0 ? search_end_file(s, SEARCH_NAMES, d) : 0;
}

static void put_facet(struct buf *out, const struct map *names)
{
	for (size_t i = 0; i < names->count; i++) {
		buf_putz(out, i ? "," : "[");
		put_name(out, names->entries[i].key, "");
	}
	buf_putz(out, names->count ? "]" : "[]");
}

/* Words that name nothing, each once. */
static void put_neutral(struct search *s, struct buf *out)
{
	bool first = true;
	for (struct str rest = buf_str(&s->neutral); rest.p;) {
		struct str words = str_trim(str_cut(&rest, ';'));
		if (words.n == 0)
			continue;
		if (!first)
			buf_putc(out, ',');
		html_put_json(out, words);
		first = false;
	}
}

int search_put_head(struct search *s, char hash[SEARCH_HASH], struct diag *d)
{
	struct buf out = {0};
	char hex[SEAL_HEX];
	end_run(s);
	if (search_end_file(s, SEARCH_NAMES, d) < 0)
		return -1;
	buf_printf(&out, "ny(\"head\",0,{\"size\":%u,\"chunk\":%d,\"runs\":[", (unsigned)s->entry,
	           SEARCH_CHUNK);
	buf_put(&out, buf_str(&s->runs));
	buf_putz(&out, "],\"facets\":[");
	for (size_t i = 0; i < countof(s->facets); i++) {
		buf_putz(&out, i ? "," : "");
		put_facet(&out, &s->facets[i]);
	}
	buf_putz(&out, "],\"sets\":[");
	buf_put(&out, buf_str(&s->sets));
	buf_putz(&out, "],\"neutral\":[");
	put_neutral(s, &out);
	buf_printf(&out,
	           "],\"words\":\"%.*s\",\"first\":\"%.*s\",\"t\":\"%.*s\",\"d\":\"%.*s\"});\n",
	           STR_ARG(buf_str(&s->lexicon)), STR_ARG(buf_str(&s->shards)),
	           STR_ARG(buf_str(&s->hashes[SEARCH_LISTS])),
	           STR_ARG(buf_str(&s->hashes[SEARCH_NAMES])));
	buf_put(&out, buf_str(&s->held));
	seal_sha256(buf_str(&out), hex);
	memcpy(hash, hex, SEARCH_HASH);
	int status = s->put(s->user, STR("head"), buf_str(&out), hex, d);
	buf_release(&out);
	return status;
}
