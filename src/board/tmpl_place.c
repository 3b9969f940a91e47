/* SPDX-License-Identifier: MIT
 * tmpl_place - which place of the page a value lands in
 *
 * A small tokenizer of HTML (and of XML, JSON, CSV) reads the literal text of a template
 * as the compiler lays it out. It knows no more than it needs to tell text from attribute
 * from address, and refuses every place where escaping would not be enough. */
#include "board/tmpl_int.h"

#include <string.h>

/* --- short texts that end in NUL ----------------------------------------------------- */

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_letter(char c)
{
	return lower(c) >= 'a' && lower(c) <= 'z';
}

/* Appends until full: what is longer equals none of the names looked for. */
static void name_add(char name[SPOT_NAME], char c)
{
	size_t n = strlen(name);
	if (n < SPOT_NAME - 1) {
		name[n] = lower(c);
		name[n + 1] = '\0';
	}
}

/* Appends, forgetting the oldest. */
static void tail_add(char tail[SPOT_NAME], char c)
{
	size_t n = strlen(tail);
	if (n == SPOT_NAME - 1)
		memmove(tail, tail + 1, n--);
	tail[n] = c ? lower(c) : ' ';
	tail[n + 1] = '\0';
}

static bool tail_is(const char *tail, const char *end)
{
	size_t n = strlen(tail), m = strlen(end);
	return n >= m && memcmp(tail + n - m, end, m) == 0;
}

static bool is_one_of(const char *name, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (strcmp(name, list[i]) == 0)
			return true;
	}
	return false;
}

/* --- HTML and XML -------------------------------------------------------------------- */

static const char *const url_names[] = {
	"href", "src", "action", "formaction", "poster", "cite", "data", "background", "ping",
	"longdesc", "manifest", "xlink:href", "usemap", "profile", "codebase", "archive",
};

static enum attr_kind attr_of(const struct spot_state *s)
{
	if (s->is_split)
		return ATTR_UNKNOWN;
	if (s->format != TMPL_HTML)
		return ATTR_PLAIN;
	if (is_one_of(s->name, url_names, countof(url_names)))
		return ATTR_URL;
	if (strncmp(s->name, "on", 2) == 0 || strcmp(s->name, "srcdoc") == 0)
		return ATTR_SCRIPT;
	if (strcmp(s->name, "style") == 0)
		return ATTR_STYLE;
	if (strcmp(s->name, "srcset") == 0 || strcmp(s->name, "imagesrcset") == 0)
		return ATTR_SRCSET;
	if (strcmp(s->name, "type") == 0)
		return ATTR_TYPE;
	return strcmp(s->name, "content") == 0 ? ATTR_CONTENT : ATTR_PLAIN;
}

static enum raw_kind raw_of(const struct spot_state *s)
{
	if (s->format != TMPL_HTML)
		return RAW_NONE;
	if (strcmp(s->tag, "script") == 0)
		return s->raw == RAW_DATA ? RAW_DATA : RAW_SCRIPT;
	if (strcmp(s->tag, "style") == 0)
		return RAW_STYLE;
	if (strcmp(s->tag, "title") == 0 || strcmp(s->tag, "textarea") == 0)
		return RAW_TEXT;
	return RAW_NONE;
}

static void end_tag(struct spot_state *s)
{
	s->raw = s->is_end_tag ? RAW_NONE : raw_of(s);
	s->in = s->raw == RAW_NONE ? IN_TEXT : IN_RAW;
	s->tail[0] = '\0';
	s->is_split = false;
}

static void enter_tag(struct spot_state *s)
{
	s->in = IN_TAG;
	s->name[0] = '\0';
	s->is_past_name = false;
	s->is_split = false;
}

static void feed_tag_open(struct spot_state *s, char c)
{
	s->tag[0] = s->tail[0] = '\0';
	s->is_end_tag = c == '/';
	s->raw = RAW_NONE;
	s->is_split = false;
	if (c == '!' || c == '?') {
		s->in = IN_COMMENT;
		s->close = c == '?' ? '?' : '>';
	} else if (c == '/') {
		s->in = IN_TAG_NAME;
	} else if (is_letter(c)) {
		s->in = IN_TAG_NAME;
		name_add(s->tag, c);
	} else if (c != '<') {
		s->in = IN_TEXT;
	}
}

static void feed_tag(struct spot_state *s, char c)
{
	if (c == '>') {
		end_tag(s);
	} else if (c == '=' && s->name[0]) {
		s->attr = attr_of(s);
		s->in = IN_BEFORE_VALUE;
	} else if (is_white(c) || c == '/') {
		s->is_past_name = true;
	} else {
		if (s->is_past_name)
			enter_tag(s);
		name_add(s->name, c);
	}
}

static void feed_before_value(struct spot_state *s, char c)
{
	if (is_white(c))
		return;
	s->name[0] = s->tail[0] = '\0';
	s->url = URL_START;
	s->quote = c;
	if (c == '>')
		end_tag(s);
	else
		s->in = c == '"' || c == '\'' ? IN_QUOTED : IN_BARE;
}

static void end_value(struct spot_state *s)
{
	bool is_data = strcmp(s->name, "application/json") == 0 ||
	               strcmp(s->name, "application/ld+json") == 0;
	if (s->attr == ATTR_TYPE && is_data && strcmp(s->tag, "script") == 0)
		s->raw = RAW_DATA;
	enter_tag(s);
	s->is_past_name = true;
}

static void feed_value(struct spot_state *s, char c)
{
	if (s->in == IN_QUOTED ? c == s->quote : is_white(c)) {
		end_value(s);
		return;
	}
	if (s->in == IN_BARE && c == '>') {
		end_tag(s);
		return;
	}
	if (!is_white(c)) {
		name_add(s->name, c);
		s->url = URL_LATER;
	}
	tail_add(s->tail, c);
	if (s->attr == ATTR_CONTENT && tail_is(s->tail, "url=")) {
		s->attr = ATTR_URL;
		s->url = URL_START;
		s->name[0] = '\0';
	}
}

static void feed_comment(struct spot_state *s, char c)
{
	tail_add(s->tail, c);
	if (s->close == '>' && strcmp(s->tail, "--") == 0)
		s->close = '-';
	else if (s->close == '>' && strcmp(s->tail, "[cdata[") == 0)
		s->close = ']';
	if (c != '>')
		return;
	bool ends = s->close == '>' || (s->close == '-' && tail_is(s->tail, "-->")) ||
	            (s->close == ']' && tail_is(s->tail, "]]>")) ||
	            (s->close == '?' && (s->format == TMPL_HTML || tail_is(s->tail, "?>")));
	if (ends) {
		s->in = IN_TEXT;
		s->close = 0;
	}
}

static void feed_raw(struct spot_state *s, char c)
{
	tail_add(s->tail, c);
	char end[SPOT_NAME + 2] = "</";
	memcpy(end + 2, s->tag, strlen(s->tag) + 1);
	if (!tail_is(s->tail, end))
		return;
	s->is_end_tag = true;
	enter_tag(s);
	s->is_past_name = true;
}

static void feed_markup(struct spot_state *s, char c)
{
	switch (s->in) {
	case IN_TEXT:
		if (c == '<')
			s->in = IN_TAG_OPEN;
		break;
	case IN_TAG_OPEN:
		feed_tag_open(s, c);
		break;
	case IN_TAG_NAME:
		if (c == '>')
			end_tag(s);
		else if (is_white(c) || c == '/')
			enter_tag(s);
		else
			name_add(s->tag, c);
		break;
	case IN_TAG:
		feed_tag(s, c);
		break;
	case IN_BEFORE_VALUE:
		feed_before_value(s, c);
		break;
	case IN_QUOTED:
	case IN_BARE:
		feed_value(s, c);
		break;
	case IN_COMMENT:
		feed_comment(s, c);
		break;
	case IN_RAW:
		feed_raw(s, c);
		break;
	case IN_STRING:
	case IN_FIELD_END:
	case IN_FIELD:
		break;
	}
}

/* --- JSON and CSV -------------------------------------------------------------------- */

static void feed_json(struct spot_state *s, char c)
{
	if (s->in == IN_TEXT) {
		if (c == '"')
			s->in = IN_STRING;
	} else if (s->is_escaped) {
		s->is_escaped = false;
	} else if (c == '\\') {
		s->is_escaped = true;
	} else if (c == '"') {
		s->in = IN_TEXT;
	}
}

static void feed_csv(struct spot_state *s, char c)
{
	if (s->in == IN_STRING) {
		if (c == '"')
			s->in = IN_FIELD;
	} else if (c == ',' || c == ';' || c == '\t' || c == '\n' || c == '\r') {
		s->in = IN_TEXT;
	} else {
		s->is_broken = s->in == IN_FIELD_END;
		s->in = c == '"' ? IN_STRING : IN_FIELD;
	}
}

/* --- outward ------------------------------------------------------------------------- */

void spot_init(struct spot_state *s, enum tmpl_format format)
{
	*s = (struct spot_state){.format = format, .in = IN_TEXT};
}

void spot_feed(struct spot_state *s, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		switch (s->format) {
		case TMPL_HTML:
		case TMPL_XML:
			feed_markup(s, text.p[i]);
			break;
		case TMPL_JSON:
			feed_json(s, text.p[i]);
			break;
		case TMPL_CSV:
			feed_csv(s, text.p[i]);
			break;
		case TMPL_CSS:
		case TMPL_TXT:
		case TMPL_SPEC:
			return;
		}
	}
}

void spot_value(struct spot_state *s, bool is_root)
{
	if (s->format == TMPL_CSV)
		s->in = IN_FIELD_END;
	if (s->in == IN_BEFORE_VALUE)
		s->in = IN_BARE;
	if (s->in == IN_QUOTED)
		s->url = is_root && s->url == URL_START ? URL_ROOT : URL_LATER;
	if (s->in == IN_QUOTED || s->in == IN_RAW)
		tail_add(s->tail, '\0');
}

static bool has_bad_scheme(const struct spot_state *s)
{
	static const char *const schemes[] = {"javascript:", "vbscript:", "data:"};
	for (size_t i = 0; i < countof(schemes); i++) {
		if (strncmp(s->name, schemes[i], strlen(schemes[i])) == 0)
			return true;
	}
	return false;
}

/* 0 or the reason against it, as a message. */
static int attribute_place(const struct spot_state *s, enum html_place *place)
{
	*place = s->format == TMPL_XML ? HTML_XML : HTML_ATTR;
	switch (s->attr) {
	case ATTR_PLAIN:
	case ATTR_TYPE:
	case ATTR_CONTENT:
		return 0;
	case ATTR_SCRIPT:
		return DIAG_T021;
	case ATTR_STYLE:
		return DIAG_T019;
	case ATTR_SRCSET:
		return DIAG_T034;
	case ATTR_UNKNOWN:
		return DIAG_T017;
	case ATTR_URL:
		break;
	}
	*place = s->url == URL_LATER ? HTML_URL_PART : HTML_URL;
	if (s->url == URL_UNSURE)
		return DIAG_T024;
	return s->url == URL_LATER && has_bad_scheme(s) ? DIAG_T035 : 0;
}

static int raw_place(const struct spot_state *s, bool is_markup, enum html_place *place)
{
	*place = HTML_WORDS;
	switch (s->raw) {
	case RAW_TEXT:
		return is_markup ? DIAG_T025 : 0;
	case RAW_DATA:
		return is_markup ? 0 : DIAG_T018;
	case RAW_STYLE:
		return DIAG_T019;
	case RAW_SCRIPT:
	case RAW_NONE:
		break;
	}
	return DIAG_T018;
}

static int markup_place(const struct spot_state *s, bool is_markup, enum html_place *place)
{
	switch (s->in) {
	case IN_TEXT:
		*place = s->format == TMPL_XML ? HTML_XML : HTML_TEXT;
		return is_markup && s->format == TMPL_XML ? DIAG_T025 : 0;
	case IN_TAG_OPEN:
	case IN_TAG_NAME:
	case IN_TAG:
		return DIAG_T017;
	case IN_BEFORE_VALUE:
	case IN_BARE:
		return DIAG_T016;
	case IN_QUOTED:
		return is_markup ? DIAG_T025 : attribute_place(s, place);
	case IN_RAW:
		return raw_place(s, is_markup, place);
	case IN_COMMENT:
	case IN_STRING:
	case IN_FIELD_END:
	case IN_FIELD:
		break;
	}
	return DIAG_T020;
}

int spot_place(const struct spot_state *s, bool is_markup, enum html_place *place,
               bool *is_json_value)
{
	*is_json_value = false;
	switch (s->format) {
	case TMPL_HTML:
	case TMPL_XML:
		return markup_place(s, is_markup, place);
	case TMPL_JSON:
		*place = HTML_JSON;
		*is_json_value = s->in == IN_TEXT;
		return is_markup && !*is_json_value ? DIAG_T025 : 0;
	case TMPL_CSV:
		*place = HTML_CSV;
		if (is_markup)
			return DIAG_T025;
		return s->in == IN_TEXT ? 0 : DIAG_T028;
	case TMPL_CSS:
	case TMPL_TXT:
		*place = s->format == TMPL_CSS ? HTML_CSS : HTML_PLAIN;
		return is_markup ? DIAG_T025 : 0;
	case TMPL_SPEC:
		break;
	}
	*place = is_markup ? HTML_PLAIN : HTML_ATTR;
	return 0;
}

static bool is_in_tag(const struct spot_state *s)
{
	return s->in == IN_TAG_NAME || s->in == IN_TAG;
}

static bool join_markup(const struct spot_state *from, struct spot_state *to)
{
	if (is_in_tag(from) && is_in_tag(to)) {
		bool is_same_tag = strcmp(from->tag, to->tag) == 0 &&
		                   from->is_end_tag == to->is_end_tag && from->raw == to->raw;
		/* What follows directly would lengthen two different names. */
		to->in = IN_TAG;
		to->is_split = true;
		return is_same_tag;
	}
	if (from->in != to->in)
		return false;
	if (to->in == IN_QUOTED) {
		if (from->quote != to->quote || from->attr != to->attr)
			return false;
		if (from->url != to->url)
			to->url = URL_UNSURE;
	}
	return from->raw == to->raw && from->close == to->close;
}

bool spot_join(const struct spot_state *from, struct spot_state *to)
{
	switch (to->format) {
	case TMPL_HTML:
	case TMPL_XML:
		return join_markup(from, to);
	case TMPL_JSON:
		return from->in == to->in && from->is_escaped == to->is_escaped;
	case TMPL_CSV:
		if ((from->in == IN_STRING) != (to->in == IN_STRING))
			return false;
		if (from->in == IN_FIELD || to->in == IN_FIELD)
			to->in = IN_FIELD;
		else if (from->in == IN_FIELD_END)
			to->in = IN_FIELD_END;
		return true;
	case TMPL_CSS:
	case TMPL_TXT:
	case TMPL_SPEC:
		break;
	}
	return true;
}

bool spot_is_end(const struct spot_state *s)
{
	return s->in == IN_TEXT || s->format == TMPL_CSV;
}

struct str spot_word(struct arena *a, const struct spot_state *s)
{
	switch (s->in) {
	case IN_TAG_OPEN:
	case IN_TAG_NAME:
	case IN_TAG:
	case IN_BEFORE_VALUE:
	case IN_BARE:
		return arena_printf(a, "<%s%s ...", s->is_end_tag ? "/" : "", s->tag);
	case IN_QUOTED:
		return arena_printf(a, "<%s ...=%c...", s->tag, s->quote);
	case IN_COMMENT:
		return STR("<!-- ...");
	case IN_RAW:
		return arena_printf(a, "<%s>...", s->tag);
	case IN_STRING:
		return STR("\"...");
	case IN_FIELD_END:
	case IN_FIELD:
	case IN_TEXT:
		break;
	}
	return STR(">...<");
}
