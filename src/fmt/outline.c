/* SPDX-License-Identifier: MIT
 * outline - what a finished HTML page holds, as far as rules ask */
#include "fmt/outline.h"

#include <string.h>

#include "base/map.h"
#include "fmt/css.h"
#include "fmt/markup.h"

/* The elements that say something here. */
enum tag {
	OTHER, A, AUDIO, BASE, BUTTON, CAPTION, EMBED, FOOTER, HEADER, HEADING, HTML, IFRAME, IMAGE,
	INPUT, LABEL, LINK, MAIN, META, NAV, OBJECT, SCRIPT, SELECT, SOURCE, STYLE, SVG, TABLE, TD,
	TEXTAREA, TH, TITLE, TRACK, USE, VIDEO,
};

/* Names of one length, ended by none; a table for each length keeps the search short: there are
 * hundreds of tags and attributes in a page. */
struct tag_name {
	const char *name;
	enum tag tag;
};
#define TAGS(...) (const struct tag_name[]){__VA_ARGS__, {NULL, OTHER}}
static const struct tag_name *const tags[] = {
    TAGS({NULL, OTHER}),
    TAGS({"a", A}),
    TAGS({"th", TH}, {"td", TD}, {"h1", HEADING}, {"h2", HEADING}, {"h3", HEADING},
         {"h4", HEADING}, {"h5", HEADING}, {"h6", HEADING}),
    TAGS({"img", IMAGE}, {"nav", NAV}, {"svg", SVG}, {"use", USE}),
    TAGS({"base", BASE}, {"html", HTML}, {"link", LINK}, {"main", MAIN}, {"meta", META}),
    TAGS({"audio", AUDIO}, {"embed", EMBED}, {"image", IMAGE}, {"input", INPUT},
         {"label", LABEL}, {"style", STYLE}, {"table", TABLE}, {"title", TITLE},
         {"track", TRACK}, {"video", VIDEO}),
    TAGS({"button", BUTTON}, {"footer", FOOTER}, {"header", HEADER}, {"iframe", IFRAME},
         {"object", OBJECT}, {"script", SCRIPT}, {"select", SELECT}, {"source", SOURCE}),
    TAGS({"caption", CAPTION}),
    TAGS({"textarea", TEXTAREA}),
};
#undef TAGS

/* The attributes of a tag that are looked at. */
struct attributes {
	struct str id, href, src, alt, role, title, type, name, content, rel, lang, scope, headers,
	    colspan, srcset, poster, data, style, target_of, equiv, label, labelled, kind, block;
};

struct slot {
	const char *name;
	size_t at;
};
#define SLOT(text, field) {text, offsetof(struct attributes, field)}
#define SLOTS(n, ...) [n] = (const struct slot[]){__VA_ARGS__, {NULL, 0}}
static const struct slot *const slots[] = {
    SLOTS(2, SLOT("id", id)),
    SLOTS(3, SLOT("src", src), SLOT("alt", alt), SLOT("rel", rel), SLOT("for", target_of)),
    SLOTS(4, SLOT("href", href), SLOT("role", role), SLOT("type", type), SLOT("name", name),
          SLOT("lang", lang), SLOT("data", data)),
    SLOTS(5, SLOT("title", title), SLOT("scope", scope), SLOT("style", style)),
    SLOTS(6, SLOT("srcset", srcset), SLOT("poster", poster)),
    SLOTS(7, SLOT("content", content), SLOT("headers", headers), SLOT("colspan", colspan)),
    SLOTS(9, SLOT("data-kind", kind)),
    SLOTS(10, SLOT("xlink:href", href), SLOT("http-equiv", equiv), SLOT("aria-label", label)),
    SLOTS(13, SLOT("data-ny-block", block)),
    SLOTS(15, SLOT("aria-labelledby", labelled)),
};
#undef SLOT
#undef SLOTS

/* Something whose text is being collected, until its end tag. */
struct open {
	enum tag tag;
	size_t from;      /* its text begins here in `text` */
	size_t index;     /* among headings, links, tables */
	struct str name;  /* "button#x", to be reported when it stays without a text */
};

/* A control that a <label for> may still name. */
struct control {
	struct str id, name;
};

struct reader {
	struct arena *a;
	struct outline *o;
	struct buf *text;   /* what is being collected; inner texts are part of outer ones */
	struct open open[OUTLINE_NESTED];
	size_t depth;
	size_t tables[OUTLINE_NESTED], table_depth; /* open ones: index + 1, 0 for a layout */
	struct str group;   /* aria-label of a group that was opened right before */
	int labels, svgs;   /* open ones */
	size_t heading_cap, link_cap, image_cap, table_cap, request_cap, id_cap, control_cap;
	struct control *controls;
	size_t control_count;
	struct map ids, twice, blocks, labelled;
};

static enum tag tag_of(struct str name)
{
	const struct tag_name *t = name.n < countof(tags) ? tags[name.n] : tags[0];
	while (t->name && !markup_is(name, (struct str){t->name, name.n}))
		t++;
	return t->tag;
}

/* --- texts ------------------------------------------------------------------------------ */

/* Adds a text, white space made one space. */
static void put_text(struct reader *r, struct str raw)
{
	struct buf *out = r->text;
	size_t from = out->len, to = from;
	markup_put_plain(out, raw);
	for (size_t i = from; i < out->len; i++) {
		char c = out->p[i];
		bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
		if (blank && (to == 0 || out->p[to - 1] == ' '))
			continue;
		out->p[to++] = blank ? ' ' : c;
	}
	buf_truncate(out, to);
}

static struct str kept(struct reader *r, size_t from)
{
	return arena_str(r->a, str_trim(str_slice(buf_str(r->text), from, r->text->len)));
}

/* An attribute's value as plain text; absent stays absent. */
static struct str plain(struct reader *r, struct str raw)
{
	if (!raw.p)
		return raw;
	if (str_find_byte(raw, '&', 0) == raw.n)
		return arena_str(r->a, str_trim(raw));
	size_t from = r->text->len;
	markup_put_plain(r->text, raw);
	struct str value = kept(r, from);
	buf_truncate(r->text, from);
	return value;
}

static struct str joined(struct arena *a, const struct map *m)
{
	struct buf out = {0};
	for (size_t i = 0; i < m->count; i++) {
		buf_putz(&out, i ? " " : "");
		buf_put(&out, m->entries[i].key);
	}
	struct str text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}

/* --- attributes ------------------------------------------------------------------------- */

static struct attributes read_attributes(struct str rest)
{
	struct attributes at = {.id = {0}};
	struct str name, value;
	while (markup_attribute(&rest, &name, &value)) {
		const struct slot *s = name.n < countof(slots) ? slots[name.n] : NULL;
		while (s && s->name && !markup_is(name, (struct str){s->name, name.n}))
			s++;
		if (!s || !s->name)
			continue;
		struct str *slot = (struct str *)(void *)((char *)&at + s->at);
		if (!slot->p) /* the first of two counts */
			*slot = value.p ? value : STR("");
	}
	return at;
}

static void note_id(struct reader *r, struct str raw)
{
	struct str id = plain(r, raw);
	if (!id.n)
		return;
	if (map_has(&r->ids, id)) {
		map_put(&r->twice, id, r);
		return;
	}
	map_put(&r->ids, id, r);
	r->o->ids = arena_grow(r->a, r->o->ids, r->o->id_count, &r->id_cap, sizeof *r->o->ids);
	r->o->ids[r->o->id_count++] = id;
}

/* --- what a page loads ------------------------------------------------------------------ */

static bool has_host(struct str url)
{
	if (str_starts(url, STR("//")))
		return true;
	size_t colon = str_find_byte(url, ':', 0);
	return colon > 0 && str_starts(str_slice(url, colon, url.n), STR("://"));
}

static void note_request(struct reader *r, struct str element, struct str raw)
{
	if (str_find(raw, STR("//"), 0) == raw.n)
		return;
	struct str url = plain(r, raw);
	if (!has_host(url))
		return;
	struct outline *o = r->o;
	o->requests = arena_grow(r->a, o->requests, o->request_count, &r->request_cap,
	                         sizeof *o->requests);
	o->requests[o->request_count++] = (struct outline_request){arena_str(r->a, element), url};
}

/* "a.png 1x, b.png 2x" */
static void note_set(struct reader *r, struct str element, struct str set)
{
	while (set.p) {
		struct str one = str_trim(str_cut(&set, ','));
		note_request(r, element, str_cut(&one, ' '));
	}
}

static int take_address(void *user, struct str url, struct place at, struct buf *out,
                        struct diag *d)
{
	(void)at, (void)d;
	note_request(user, STR("style"), url);
	buf_put(out, url);
	return 0;
}

static void note_style(struct reader *r, struct str css)
{
	if (str_find(css, STR("//"), 0) == css.n)
		return;
	struct buf unread = {0};
	struct diag unheard = {0};
	(void)!css_rewrite(css, STR(""), take_address, r, &unread, &unheard);
	diag_release(&unheard);
	buf_release(&unread);
}

static bool is_loaded(struct str rel)
{
	static const char *const loaded[] = {"stylesheet", "icon", "preload", "prefetch",
	                                     "preconnect", "dns-prefetch", "modulepreload",
	                                     "manifest", "apple-touch-icon", "prerender"};
	while (rel.p) {
		struct str word = str_cut(&rel, ' ');
		for (size_t i = 0; i < countof(loaded); i++)
			if (markup_is(word, str_from(loaded[i])))
				return true;
	}
	return false;
}

static void note_loads(struct reader *r, struct str element, enum tag tag,
                       const struct attributes *at)
{
	if (tag != OTHER) {
		note_request(r, element, at->src);
		note_set(r, element, at->srcset);
		note_request(r, element, at->poster);
	}
	if (tag == OBJECT)
		note_request(r, element, at->data);
	if (tag == USE || tag == IMAGE || (tag == LINK && is_loaded(at->rel)))
		note_request(r, element, at->href);
	if (at->style.n)
		note_style(r, at->style);
}

/* --- names of controls ------------------------------------------------------------------ */

static bool has_label(const struct attributes *at)
{
	return !str_blank(at->label) || !str_blank(at->labelled) || !str_blank(at->title);
}

static struct str control_name(struct reader *r, struct str element, struct str id)
{
	return id.n ? arena_printf(r->a, "%.*s#%.*s", STR_ARG(element), STR_ARG(id))
	            : arena_str(r->a, element);
}

static void note_unnamed(struct reader *r, struct str name)
{
	if (r->o->unnamed++ == 0)
		r->o->first_unnamed = name;
}

/* An <input> that needs a label. */
static bool is_field(struct str type)
{
	static const char *const others[] = {"hidden", "submit", "reset", "button", "image"};
	for (size_t i = 0; i < countof(others); i++)
		if (markup_is(type, str_from(others[i])))
			return false;
	return true;
}

static void note_control(struct reader *r, struct str element, const struct attributes *at)
{
	if (r->labels || has_label(at))
		return;
	struct str name = control_name(r, element, at->id);
	if (!at->id.n) {
		note_unnamed(r, name);
		return;
	}
	r->controls = arena_grow(r->a, r->controls, r->control_count, &r->control_cap,
	                         sizeof *r->controls);
	r->controls[r->control_count++] = (struct control){plain(r, at->id), name};
}

/* --- elements --------------------------------------------------------------------------- */

static struct open *begin(struct reader *r, enum tag tag, size_t index)
{
	if (r->depth == OUTLINE_NESTED)
		return NULL;
	if (r->depth == 0)
		buf_reset(r->text);
	else if (tag != A)
		put_text(r, STR(" "));
	r->open[r->depth] = (struct open){.tag = tag, .from = r->text->len, .index = index};
	return &r->open[r->depth++];
}

static void begin_heading(struct reader *r, struct str name, const struct attributes *at)
{
	struct outline *o = r->o;
	struct outline_heading h = {name.p[1] - '0', STR(""), plain(r, at->id)};
	o->headings = arena_grow(r->a, o->headings, o->heading_count, &r->heading_cap,
	                         sizeof *o->headings);
	o->headings[o->heading_count] = h;
	begin(r, HEADING, o->heading_count++);
}

static void begin_link(struct reader *r, const struct attributes *at)
{
	struct outline *o = r->o;
	if (!at->href.p)
		return;
	struct outline_link link = {.href = plain(r, at->href), .text = plain(r, at->label)};
	o->links = arena_grow(r->a, o->links, o->link_count, &r->link_cap, sizeof *o->links);
	o->links[o->link_count] = link;
	struct open *open = begin(r, A, o->link_count++);
	if (!open && !link.text.p)
		o->links[o->link_count - 1].text = STR("");
	if (open && !has_label(at))
		open->name = arena_printf(r->a, "a %.*s", STR_ARG(link.href));
}

static void begin_table(struct reader *r, const struct attributes *at)
{
	struct outline *o = r->o;
	bool layout = markup_is(at->role, STR("presentation")) || markup_is(at->role, STR("none"));
	if (r->table_depth == OUTLINE_NESTED)
		return;
	if (!layout) {
		o->tables =
		    arena_grow(r->a, o->tables, o->table_count, &r->table_cap, sizeof *o->tables);
		struct str name = plain(r, at->label.p ? at->label : r->group);
		o->tables[o->table_count++] = (struct outline_table){.caption = name};
	}
	r->tables[r->table_depth++] = layout ? 0 : o->table_count;
}

static struct outline_table *current_table(struct reader *r)
{
	size_t number = r->table_depth ? r->tables[r->table_depth - 1] : 0;
	return number ? &r->o->tables[number - 1] : NULL;
}

static void note_cell(struct reader *r, enum tag tag, const struct attributes *at)
{
	struct outline_table *t = current_table(r);
	if (!t)
		return;
	if (tag == TH) {
		t->heads++;
		t->unscoped += str_blank(at->scope);
		t->spanning += at->colspan.n && !str_eq(at->colspan, STR("1"));
	}
	t->has_headers = t->has_headers || at->headers.n > 0;
}

static void note_image(struct reader *r, const struct attributes *at)
{
	struct outline *o = r->o;
	if (r->svgs)
		return;
	struct outline_image image = {plain(r, at->src), plain(r, at->alt)};
	o->images = arena_grow(r->a, o->images, o->image_count, &r->image_cap, sizeof *o->images);
	o->images[o->image_count++] = image;
	if (r->depth && at->alt.n)
		put_text(r, at->alt);
}

static void note_meta(struct reader *r, const struct attributes *at)
{
	struct outline *o = r->o;
	if (markup_is(at->name, STR("viewport")))
		o->viewport = plain(r, at->content);
	else if (markup_is(at->name, STR("description")))
		o->description = plain(r, at->content);
	else if (markup_is(at->equiv, STR("refresh")))
		o->is_redirect = true;
}

static void note_html(struct reader *r, const struct attributes *at)
{
	if (!r->o->lang.p)
		r->o->lang = plain(r, at->lang);
	if (!r->o->kind.p)
		r->o->kind = plain(r, at->kind);
}

/* What may have a text of its own, or stands for itself. */
static void open_element(struct reader *r, struct str name, enum tag tag,
                         const struct attributes *at)
{
	struct open *open;
	switch (tag) {
	case HTML: note_html(r, at); break;
	case META: note_meta(r, at); break;
	case BASE: r->o->base = plain(r, at->href); break;
	case TITLE:
		if (!r->svgs && !r->o->title.p)
			begin(r, TITLE, 0);
		break;
	case HEADING: begin_heading(r, name, at); break;
	case A: begin_link(r, at); break;
	case BUTTON:
		open = begin(r, BUTTON, 0);
		if (open && !has_label(at))
			open->name = control_name(r, STR("button"), at->id);
		break;
	case LABEL:
		r->labels++;
		if (at->target_of.n)
			map_put(&r->labelled, plain(r, at->target_of), r);
		break;
	case INPUT:
		if (is_field(at->type))
			note_control(r, STR("input"), at);
		break;
	case SELECT: note_control(r, STR("select"), at); break;
	case TEXTAREA: note_control(r, STR("textarea"), at); break;
	case IFRAME:
		if (!has_label(at))
			note_unnamed(r, control_name(r, STR("iframe"), at->id));
		break;
	case IMAGE: note_image(r, at); break;
	case SVG: r->svgs++; break;
	case MAIN: r->o->mains++; break;
	case NAV: r->o->navs++; break;
	case HEADER: r->o->headers++; break;
	case FOOTER: r->o->footers++; break;
	case TABLE: begin_table(r, at); break;
	case CAPTION: begin(r, CAPTION, 0); break;
	case TH: case TD: note_cell(r, tag, at); break;
	case OTHER: case AUDIO: case EMBED: case LINK: case OBJECT: case SCRIPT: case SOURCE:
	case STYLE: case TRACK: case USE: case VIDEO:
		break;
	}
}

/* The text of what ends here goes where it belongs. */
static void finish(struct reader *r, const struct open *open)
{
	struct outline *o = r->o;
	struct str text = kept(r, open->from);
	struct outline_table *table = current_table(r);
	if (open->tag == TITLE)
		o->title = text;
	else if (open->tag == HEADING)
		o->headings[open->index].text = text;
	else if (open->tag == A && !o->links[open->index].text.n)
		o->links[open->index].text = text;
	else if (open->tag == CAPTION && table)
		table->caption = text;
	if (open->name.p && !text.n)
		note_unnamed(r, open->name);
}

/* An end tag ends what it began and all that was begun inside and never ended. */
static void close_element(struct reader *r, enum tag tag)
{
	if (tag == TABLE && r->table_depth)
		r->table_depth--;
	if (tag == LABEL && r->labels)
		r->labels--;
	if (tag == SVG && r->svgs)
		r->svgs--;
	if (tag != A && tag != HEADING && tag != BUTTON && tag != CAPTION && tag != TITLE)
		return;
	size_t at = r->depth;
	while (at > 0 && r->open[at - 1].tag != tag)
		at--;
	while (at > 0 && r->depth >= at)
		finish(r, &r->open[--r->depth]);
	if (r->depth && tag != A)
		put_text(r, STR(" "));
}

/* Words on both sides of it are two. */
static bool is_block(struct str name)
{
	static const char *const blocks[] = {"br", "p", "div", "li", "tr", "dt", "dd", "hr"};
	for (size_t i = 0; i < countof(blocks); i++)
		if (markup_is(name, str_from(blocks[i])))
			return true;
	return false;
}

static void take_open(struct reader *r, const struct markup *m)
{
	enum tag tag = tag_of(m->name);
	struct attributes at = read_attributes(m->attributes);
	if (at.id.n)
		note_id(r, at.id);
	if (at.block.n)
		map_put(&r->blocks, plain(r, at.block), r);
	if (tag != OTHER || at.style.n)
		note_loads(r, m->name, tag, &at);
	if (tag != TABLE)
		r->group = markup_is(at.role, STR("group")) ? at.label : (struct str){0};
	if (tag != OTHER)
		open_element(r, m->name, tag, &at);
	else if (r->depth && is_block(m->name))
		put_text(r, STR(" "));
}

/* What can only be said at the end of the page. */
static void complete(struct reader *r)
{
	struct outline *o = r->o;
	while (r->depth)
		finish(r, &r->open[--r->depth]);
	for (size_t i = 0; i < r->control_count; i++)
		if (!map_has(&r->labelled, r->controls[i].id))
			note_unnamed(r, r->controls[i].name);
	struct str first = o->link_count ? o->links[0].href : STR("");
	o->has_skip = str_starts(first, STR("#")) && map_has(&r->ids, str_slice(first, 1, first.n));
	o->ids_twice = joined(r->a, &r->twice);
	o->blocks = joined(r->a, &r->blocks);
}

struct outline *outline_read(struct arena *a, struct str html, struct buf *text)
{
	struct reader r = {.a = a, .o = arena_new(a, struct outline), .text = text};
	r.ids.arena = r.twice.arena = r.blocks.arena = r.labelled.arena = a;
	struct markup m = markup_of(html);
	struct str raw = {0}; /* the element whose raw text comes next */
	buf_reset(text);
	for (;;) {
		switch (markup_next(&m)) {
		case MARKUP_END:
			complete(&r);
			return r.o;
		case MARKUP_TEXT:
			if (markup_is(raw, STR("style")))
				note_style(&r, m.text);
			else if (r.depth && (!raw.p || markup_is(raw, STR("title"))))
				put_text(&r, m.text);
			raw = (struct str){0};
			break;
		case MARKUP_OPEN:
			raw = m.raw_until;
			take_open(&r, &m);
			break;
		case MARKUP_CLOSE:
			raw = (struct str){0};
			close_element(&r, tag_of(m.name));
			break;
		}
	}
}
