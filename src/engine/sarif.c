/* SPDX-License-Identifier: MIT
 * sarif - findings in the form that editors and code platforms read */
#include "engine/sarif.h"

#include "fmt/html.h"
#include "sys/seal.h"

static const char *const levels[3] = {"note", "warning", "error"};

/* What is being written. */
struct writer {
	struct buf *out;
	enum diag_lang lang;
	const struct rule_set *rules;
	struct arena arena;
	struct map seen;  /* fingerprints, to tell equal ones apart */
	struct map extra; /* ids of messages that are no rule's: their number behind the rules */
	bool is_first;
};

/* ,"key":"text" */
static void put_member(struct buf *out, const char *key, struct str s)
{
	buf_printf(out, ",\"%s\":", key);
	html_put_json(out, s);
}

/* ,"key":{"text":"..."} */
static void put_text(struct buf *out, const char *key, struct str s)
{
	buf_printf(out, ",\"%s\":{\"text\":", key);
	html_put_json(out, s);
	buf_putc(out, '}');
}

static void put_rule(struct buf *out, const struct rule *r, enum diag_lang lang)
{
	buf_putz(out, "{\"id\":");
	html_put_json(out, r->id);
	put_member(out, "name", r->name);
	put_text(out, "shortDescription", r->name.n ? r->name : r->id);
	put_text(out, "fullDescription", r->message[lang]);
	put_text(out, "help", r->cure[lang]);
	buf_printf(out, ",\"defaultConfiguration\":{\"level\":\"%s\"}", levels[r->level]);
	buf_putz(out, ",\"properties\":{\"basis\":[");
	for (size_t i = 0; i < r->basis_count; i++) {
		buf_putz(out, i ? "," : "");
		html_put_json(out, r->basis[i].text);
	}
	buf_putz(out, "]}}");
}

/* Messages of the program: each id that occurs is a rule as well. */
static void put_extra(struct writer *w, const struct diag *d)
{
	for (size_t i = 0; i < d->count; i++) {
		const struct diag_message *m = &d->messages[i];
		if (rule_find(w->rules, m->id) || map_has(&w->extra, m->id))
			continue;
		size_t *number = arena_new(&w->arena, size_t);
		*number = w->rules->count + w->extra.count;
		map_put(&w->extra, m->id, number);
		buf_putz(w->out, w->is_first ? "\n{\"id\":" : ",\n{\"id\":");
		html_put_json(w->out, m->id);
		put_text(w->out, "help", m->hint.p ? m->hint : m->text);
		buf_putc(w->out, '}');
		w->is_first = false;
	}
}

static size_t rule_number(const struct writer *w, struct str id)
{
	const struct rule *r = rule_find(w->rules, id);
	return r ? (size_t)(r - w->rules->rules) : *(const size_t *)map_get(&w->extra, id);
}

/* Rule, object, file and text, without the line; equal ones are numbered. */
static void put_fingerprint(struct writer *w, const struct diag_message *m)
{
	char hex[SEAL_HEX];
	struct buf all = {0};
	buf_printf(&all, "%.*s\n%.*s\n%.*s\n%.*s", STR_ARG(m->id), STR_ARG(m->object),
	           STR_ARG(m->at.file), STR_ARG(m->text));
	seal_sha256(buf_str(&all), hex);
	buf_release(&all);
	struct str key = {hex, 32};
	size_t *count = map_get(&w->seen, key);
	if (!count) {
		count = arena_new(&w->arena, size_t);
		map_put(&w->seen, arena_str(&w->arena, key), count);
	}
	buf_printf(w->out, ",\"partialFingerprints\":{\"niemyet/v1\":\"%.32s", hex);
	if ((*count)++)
		buf_printf(w->out, ":%zu", *count);
	buf_putz(w->out, "\"}");
}

static void put_location(struct buf *out, struct place at)
{
	if (!at.file.n)
		return;
	buf_putz(out, "{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"");
	html_put(out, at.file, HTML_HREF);
	buf_putz(out, "\",\"uriBaseId\":\"%SRCROOT%\"}");
	if (at.line)
		buf_printf(out, ",\"region\":{\"startLine\":%d", at.line);
	if (at.line && at.col)
		buf_printf(out, ",\"startColumn\":%d", at.col);
	buf_putz(out, at.line ? "}}}" : "}}");
}

static void put_result(struct writer *w, const struct diag_message *m)
{
	struct buf *out = w->out;
	struct buf text = {0};
	buf_put(&text, m->text);
	if (m->hint.n)
		buf_printf(&text, "\n%.*s", STR_ARG(m->hint));
	buf_putz(out, w->is_first ? "\n{\"ruleId\":" : ",\n{\"ruleId\":");
	html_put_json(out, m->id);
	buf_printf(out, ",\"ruleIndex\":%zu,\"level\":\"%s\"", rule_number(w, m->id),
	           levels[m->level]);
	put_text(out, "message", buf_str(&text));
	buf_putz(out, ",\"locations\":[");
	put_location(out, m->at);
	buf_putc(out, ']');
	put_fingerprint(w, m);
	if (m->object.n) {
		buf_putz(out, ",\"properties\":{\"object\":");
		html_put_json(out, m->object);
		buf_putc(out, '}');
	}
	if (m->waived.p) {
		buf_putz(out, ",\"suppressions\":[{\"kind\":\"external\",\"status\":\"accepted\"");
		put_member(out, "justification", m->waived);
		buf_putz(out, "}]");
	}
	buf_putc(out, '}');
	buf_release(&text);
	w->is_first = false;
}

void sarif_put(struct buf *out, const struct rule_set *rules, const struct diag *findings,
               const struct diag *messages)
{
	struct writer w = {.out = out, .lang = findings->lang, .rules = rules, .is_first = true};
	w.seen.arena = w.extra.arena = &w.arena;
	buf_putz(out, "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\","
	              "\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{");
	buf_printf(out, "\"name\":\"niemyet\",\"version\":\"%s\",\"rules\":[", NIEMYET_VERSION);
	for (size_t i = 0; i < rules->count; i++) {
		buf_putz(out, i ? ",\n" : "\n");
		put_rule(out, &rules->rules[i], w.lang);
		w.is_first = false;
	}
	put_extra(&w, messages);
	put_extra(&w, findings);
	buf_putz(out, "]}},\"columnKind\":\"unicodeCodePoints\",");
	buf_printf(out, "\"language\":\"%s\",\"results\":[", w.lang == DIAG_EN ? "en" : "vi");
	w.is_first = true;
	for (size_t i = 0; i < messages->count; i++)
		put_result(&w, &messages->messages[i]);
	for (size_t i = 0; i < findings->count; i++)
		put_result(&w, &findings->messages[i]);
	buf_putz(out, "]}]}\n");
	arena_release(&w.arena);
}
