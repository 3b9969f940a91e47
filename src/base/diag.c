/* SPDX-License-Identifier: MIT
 * diag - messages: collected, ordered, printed */
#include "base/diag.h"

#include "base/fill.h"

enum { ERROR = DIAG_ERROR, WARNING = DIAG_WARNING, NOTE = DIAG_NOTE };

#define X(id, level, vi, en, hint_vi, hint_en) \
	{#id, (enum diag_level)level, vi, en, hint_vi, hint_en},
const struct diag_entry diag_catalogue[DIAG__COUNT] = {
#include "base/messages.def"
};
#undef X

static const char *const level_names[2][3] = {
    [DIAG_VI] = {"lưu ý", "cảnh báo", "lỗi"},
    [DIAG_EN] = {"note", "warning", "error"},
};
static const char *const level_keys[3] = {"note", "warning", "error"};
static const char *const level_colours[3] = {"\033[36m", "\033[33m", "\033[31m"};

/* With {1}..{4} filled in. Absent when the pattern is missing or names an absent text. */
static struct str fill(struct arena *arena, const char *pattern, const struct str args[4])
{
	if (!pattern)
		return (struct str){0};
	struct buf out = {0};
	bool is_whole = fill_put(&out, str_from(pattern), args, 4);
	struct str text = is_whole ? arena_str(arena, buf_str(&out)) : (struct str){0};
	buf_release(&out);
	return text;
}

static void append(struct diag *d, struct diag_message m)
{
	if (m.waived.p)
		d->waived++;
	else
		d->by_level[m.level]++;
	if (d->counts_only)
		return;
	d->messages = arena_grow(&d->arena, d->messages, d->count, &d->cap, sizeof m);
	d->messages[d->count++] = m;
}

static struct str keep(struct diag *d, struct str s)
{
	return s.p ? arena_str(&d->arena, s) : s;
}

int diag_add_args(struct diag *d, enum diag_id id, struct diag_args args)
{
	const struct diag_entry *e = &diag_catalogue[id];
	const bool en = d->lang == DIAG_EN;
	struct str given[4] = {args.a, args.b, args.c, args.d};
	struct str texts[4];
	for (int i = 0; i < 4; i++)
		texts[i] = given[i].p ? given[i] : (struct str){"", 0};
	struct diag_message m = {
	    .level = e->level,
	    .id = str_from(e->id),
	    .at = args.at,
	    .text = fill(&d->arena, en ? e->en : e->vi, texts),
	    .hint = fill(&d->arena, en ? e->hint_en : e->hint_vi, given),
	};
	m.at.file = keep(d, m.at.file);
	append(d, m);
	return -1;
}

/* A rule's messages have much in common, each with the one before. */
static struct str keep_again(struct diag *d, struct str s, struct str last)
{
	return s.p && last.p && str_eq(s, last) ? last : keep(d, s);
}

void diag_add_rule(struct diag *d, struct diag_message m)
{
	if (d->counts_only) {
		append(d, m);
		return;
	}
	const struct diag_message none = {0};
	const struct diag_message *last = d->count ? &d->messages[d->count - 1] : &none;
	m.id = keep_again(d, m.id, last->id);
	m.at.file = keep_again(d, m.at.file, last->at.file);
	m.text = keep(d, m.text);
	m.hint = keep_again(d, m.hint, last->hint);
	m.object = keep(d, m.object);
	m.waived = keep(d, m.waived);
	append(d, m);
}

void diag_join(struct diag *d, const struct diag *from)
{
	for (size_t i = 0; i < from->count; i++)
		diag_add_rule(d, from->messages[i]);
}

void diag_join_once(struct diag *d, const struct diag *from, struct map *seen)
{
	bool is_new = false; /* a note goes with the message before it */
	for (size_t i = 0; i < from->count; i++) {
		const struct diag_message *m = &from->messages[i];
		struct str key =
		    arena_printf(seen->arena, "%.*s:%d:%d:%.*s:%.*s", STR_ARG(m->at.file),
		                 m->at.line, m->at.col, STR_ARG(m->id), STR_ARG(m->text));
		if (m->level != DIAG_NOTE || i == 0)
			is_new = !map_has(seen, key);
		if (!is_new)
			continue;
		map_put(seen, key, seen);
		diag_add_rule(d, *m);
	}
}

bool diag_has_errors(const struct diag *d)
{
	return d->by_level[DIAG_ERROR] > 0;
}

bool diag_machine_failed(const struct diag *d)
{
	static const enum diag_id machine[] = {DIAG_P002, DIAG_P005, DIAG_R004};
	for (size_t i = 0; i < d->count; i++)
		for (size_t k = 0; k < countof(machine); k++)
			if (str_eqz(d->messages[i].id, diag_catalogue[machine[k]].id))
				return true;
	return false;
}

/* How many bytes at `at` a terminal could take for a command or that would turn its text around:
 * control characters, U+0080 to U+009F, and the marks of direction U+202A to U+202E, U+2066 to
 * U+2069. */
static size_t harmful(struct str s, size_t at)
{
	const unsigned char *c = (const unsigned char *)s.p + at;
	if (*c < 0x20 || *c == 0x7F)
		return 1;
	if (*c == 0xC2 && at + 1 < s.n && c[1] < 0xA0)
		return 2;
	if (*c != 0xE2 || at + 2 >= s.n)
		return 0;
	bool turns = c[1] == 0x80 ? c[2] >= 0xAA && c[2] <= 0xAE
	                          : c[1] == 0x81 && c[2] >= 0xA6 && c[2] <= 0xA9;
	return turns ? 3 : 0;
}

/* On one line, whatever stood in somebody's data. */
static void print_text(FILE *to, struct str s)
{
	size_t bad;
	for (size_t i = 0; i < s.n; i += bad ? bad : 1) {
		bad = harmful(s, i);
		if (!bad)
			fputc(s.p[i], to);
		else if (s.p[i] == '\t' || s.p[i] == '\n' || s.p[i] == '\r')
			fputc(' ', to);
		else
			for (size_t k = 0; k < bad; k++)
				fprintf(to, "\\x%02x", (unsigned char)s.p[i + k]);
	}
}

void diag_print_one(const struct diag_message *m, FILE *to, enum diag_lang lang, bool colour)
{
	print_text(to, m->at.file);
	if (m->at.file.n)
		fputc(':', to);
	if (m->at.line)
		fprintf(to, "%d:", m->at.line);
	if (m->at.line && m->at.col)
		fprintf(to, "%d:", m->at.col);
	fprintf(to, "%s%s%s%s: ", m->at.file.n ? " " : "", colour ? level_colours[m->level] : "",
	        level_names[lang][m->level], colour ? "\033[0m" : "");
	print_text(to, m->text);
	fprintf(to, " [%.*s]\n", STR_ARG(m->id));
	if (!m->hint.n)
		return;
	fputs("    ", to);
	print_text(to, m->hint);
	fputc('\n', to);
}

static void print_json_text(FILE *to, const char *key, struct str s)
{
	size_t plain = 0; /* what is before it is written */
	fprintf(to, ",\"%s\":\"", key);
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c >= 0x20 && c != '"' && c != '\\')
			continue;
		fwrite(s.p + plain, 1, i - plain, to);
		plain = i + 1;
		fprintf(to, c < 0x20 ? "\\u%04x" : "\\%c", c);
	}
	if (plain < s.n)
		fwrite(s.p + plain, 1, s.n - plain, to);
	fputc('"', to);
}

static void print_json(const struct diag_message *m, FILE *to)
{
	fprintf(to, "{\"level\":\"%s\"", level_keys[m->level]);
	print_json_text(to, "id", m->id);
	print_json_text(to, "file", m->at.file);
	fprintf(to, ",\"line\":%d,\"column\":%d", m->at.line, m->at.col);
	print_json_text(to, "text", m->text);
	print_json_text(to, "hint", m->hint);
	if (m->object.p)
		print_json_text(to, "object", m->object);
	if (m->waived.p)
		print_json_text(to, "waived", m->waived);
	fputs("}\n", to);
}

/* Counts one more message of its id; true while it is to be shown. */
static bool within_limit(struct map *seen, struct str id)
{
	size_t *count = map_get(seen, id);
	if (!count) {
		count = arena_new(seen->arena, size_t);
		map_put(seen, id, count);
	}
	return ++*count <= LIMIT_MESSAGES;
}

void diag_print(const struct diag *d, FILE *to, enum diag_format format, bool colour)
{
	struct arena arena = {0};
	struct map seen = {.arena = &arena};
	size_t hidden = 0;
	for (size_t i = 0; i < d->count; i++) {
		if (format == DIAG_JSON)
			print_json(&d->messages[i], to);
		else if (d->messages[i].waived.p)
			continue;
		else if (within_limit(&seen, d->messages[i].id))
			diag_print_one(&d->messages[i], to, d->lang, colour);
		else
			hidden++;
	}
	arena_release(&arena);
	if (hidden)
		fprintf(to,
		        d->lang == DIAG_EN ? "... and %zu more of the same kind\n"
		                           : "... và %zu thông báo cùng loại nữa\n",
		        hidden);
}

void diag_reset(struct diag *d)
{
	arena_reset(&d->arena);
	*d = (struct diag){.lang = d->lang, .arena = d->arena};
}

void diag_release(struct diag *d)
{
	arena_release(&d->arena);
	*d = (struct diag){.lang = d->lang};
}
