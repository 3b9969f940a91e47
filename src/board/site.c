/* SPDX-License-Identifier: MIT
 * site - the keys of site.yml */
#include "board/site.h"

#include "base/map.h"
#include "board/cell.h"

const struct site_key site_keys[] = {
	{"title", SITE_WORDS, .required = true},
	{"agency", SITE_LINE},
	{"url", SITE_URL},
	{"lang", SITE_ENUM, .fallback = "vi", .values = "vi en"},
	{"languages", SITE_LANGS},
	{"demo", SITE_WORDS},
	{"description", SITE_WORDS},
	{"province", SITE_WORDS},
	{"commune", SITE_WORDS},
	{"online", SITE_URL, .fallback = "https://dichvucong.gov.vn"},
	/* The form, outside this site, by which people rate its information. */
	{"rating", SITE_URL},
	{"contact.address", SITE_WORDS},
	{"contact.phone", SITE_LINE},
	{"contact.hotline", SITE_LINE},
	{"contact.email", SITE_LINE},
	{"contact.website", SITE_URL},
	{"contact.fax", SITE_LINE},
	{"contact.hours", SITE_WORDS},
	{"nav.*.title", SITE_WORDS},
	{"nav.*.url", SITE_LINE},
	/* What niemyet check takes for too heavy a page, in kilobytes. */
	{"check.page_kb", SITE_NUMBER, .fallback = "500"},
	/* The page that shows the office its own score, kiem-tra.html. */
	{"check.page", SITE_ENUM, .fallback = "no", .values = "yes no"},
	/* The touch screens and wall displays, for sizes in millimetres (kiosk-requirements D1):
	 * inches, pixels, millimetres, metres. What is not stated: view `device`. */
	{"devices.*.kind", SITE_ENUM, .values = "kiosk bang"},
	{"devices.*.name", SITE_LINE},
	{"devices.*.diagonal", SITE_SIZE},
	{"devices.*.width", SITE_SIZE},
	{"devices.*.height", SITE_SIZE},
	{"devices.*.lower_edge", SITE_NUMBER},
	{"devices.*.distance", SITE_SIZE},
	{"devices.*.qr_distance", SITE_SIZE},
	{"devices.*.printer", SITE_ENUM, .values = "yes no"},
	/* Seconds without a touch until the kiosk asks, and that it waits for an answer. */
	{"kiosk.idle_seconds", SITE_SIZE, .fallback = "60"},
	{"kiosk.question_seconds", SITE_SIZE, .fallback = "20"},
	/* What comes after this hour counts from the next working day (NĐ 61/2018, Điều 18). */
	{"return_date.late_hour", SITE_NUMBER, .fallback = "15"},
	/* How long a slide stays at least. */
	{"bang.slide_seconds", SITE_SIZE, .fallback = "12"},
	/* The paper edition: a sheet for each procedure. */
	{"paper", SITE_ENUM, .fallback = "yes", .values = "yes no"},
	/* What is handed in later counts from the next working day: reception_day(). */
	{"reception.until", SITE_TIME, .fallback = "15:00"},
	/* The day of a month on which a reporting period begins. */
	{"period.cut_day", SITE_NUMBER, .fallback = "15"},
	/* Codes in the list of dossiers past their day. */
	{"overdue.codes", SITE_ENUM, .fallback = "masked", .values = "masked full"},
	/* Days after which a page says of itself that its data are old. */
	{"stale.figures_days", SITE_NUMBER, .fallback = "35"},
	{"stale.data_days", SITE_NUMBER, .fallback = "90"},
};
const size_t site_key_count = countof(site_keys);

struct reader {
	struct arena *arena;
	struct str file;
	struct diag *d;
	struct site_setting *settings;
	size_t count, cap;
	bool failed;
};

static struct str dotted(struct arena *a, struct str prefix, struct str key)
{
	return prefix.n ? arena_printf(a, "%.*s.%.*s", STR_ARG(prefix), STR_ARG(key)) : key;
}

static const struct site_key *find_key(struct str pattern)
{
	for (size_t i = 0; i < site_key_count; i++)
		if (str_eqz(pattern, site_keys[i].pattern))
			return &site_keys[i];
	return NULL;
}

/* What may follow `prefix`: "contact" gives address, phone, ...; "" the top. */
static void list_names(struct map *names, struct str prefix)
{
	for (size_t i = 0; i < site_key_count; i++) {
		struct str rest = str_from(site_keys[i].pattern);
		if (prefix.n && (!str_starts(rest, prefix) || rest.p[prefix.n] != '.'))
			continue;
		rest = str_slice(rest, prefix.n ? prefix.n + 1 : 0, rest.n);
		map_put(names, str_cut(&rest, '.'), names);
	}
	if (!prefix.n)
		map_put(names, STR("custom"), names);
}

static struct str joined(struct arena *a, const struct map *names)
{
	struct buf out = {0};
	for (size_t i = 0; i < names->count; i++) {
		buf_putz(&out, i ? ", " : "");
		buf_put(&out, names->entries[i].key);
	}
	struct str text = arena_str(a, buf_str(&out));
	buf_release(&out);
	return text;
}

static void add(struct reader *r, struct str key, struct str value, int line)
{
	r->settings = arena_grow(r->arena, r->settings, r->count, &r->cap, sizeof *r->settings);
	r->settings[r->count++] = (struct site_setting){key, value, line};
}

static bool is_one_of(struct str value, const char *values)
{
	for (struct str rest = str_from(values); rest.p;)
		if (str_eq(str_cut(&rest, ' '), value))
			return true;
	return false;
}

/* A decimal number above 0. */
static bool is_size(struct str s)
{
	bool is_zero = true;
	for (size_t i = 0; i < s.n; i++)
		is_zero = is_zero && (s.p[i] == '0' || s.p[i] == '.');
	return cell_is_decimal(s) && s.p[0] != '-' && !is_zero;
}

static int check_value(struct reader *r, const struct site_key *k, struct str key,
                       struct str *value, struct place at)
{
	struct cell cell;
	switch (k->type) {
	case SITE_LINE:
	case SITE_WORDS:
	case SITE_LANGS:
		return 0;
	case SITE_TIME:
		return cell_read(r->arena, CELL_TIME, *value, key, at, &cell, r->d);
	case SITE_NUMBER:
		return cell_is_decimal(*value) ? 0 : diag_add(r->d, DIAG_C009, at, key, *value);
	case SITE_SIZE:
		return is_size(*value) ? 0 : diag_add(r->d, DIAG_C029, at, key, *value);
	case SITE_ENUM:
		if (is_one_of(*value, k->values))
			return 0;
		return diag_add(r->d, DIAG_C006, at, key, *value, str_from(k->values));
	case SITE_URL:
		if (!str_starts(*value, STR("https://")) && !str_starts(*value, STR("http://")))
			return diag_add(r->d, DIAG_C005, at, key, *value);
		while (str_ends(*value, STR("/")))
			value->n--;
		return 0;
	}
	return 0;
}

/* `k` is NULL for a key under custom. */
static void read_scalar(struct reader *r, const struct site_key *k, struct str key,
                        const struct yaml_node *node)
{
	struct place at = {r->file, node->line, node->col};
	struct cell cell;
	if (yaml_is_null(node))
		return;
	if (cell_read(r->arena, CELL_TEXT, node->value, key, at, &cell, r->d) < 0 ||
	    (k && cell.text.p && check_value(r, k, key, &cell.text, at) < 0))
		r->failed = true;
	else
		add(r, key, cell.text.p ? cell.text : STR(""), node->line);
}

static void read_item(struct reader *r, struct str key, struct str pattern,
                      const struct yaml_item *item);

/* The tree is no deeper than LIMIT_DEPTH, and so are the calls. */
static void read_children(struct reader *r, struct str key, struct str pattern,
                          const struct yaml_node *node)
{
	for (size_t i = 0; i < node->count; i++) {
		const struct yaml_item *item = &node->items[i];
		struct str name = item->key.p ? item->key : arena_printf(r->arena, "%zu", i);
		read_item(r, dotted(r->arena, key, name),
		          dotted(r->arena, pattern, item->key.p ? name : STR("*")), item);
	}
}

static void refuse_key(struct reader *r, struct str key, struct str pattern, struct place at)
{
	struct map names = {.arena = r->arena};
	size_t dot = pattern.n;
	while (dot > 0 && pattern.p[dot - 1] != '.')
		dot--;
	list_names(&names, str_slice(pattern, 0, dot ? dot - 1 : 0));
	struct str near = map_nearest(&names, str_slice(pattern, dot, pattern.n));
	r->failed = true;
	if (near.p)
		diag_add(r->d, DIAG_C002, at, key, near);
	else
		diag_add(r->d, DIAG_C003, at, key, joined(r->arena, &names));
}

/* A key that must hold keys of its own holds a text, or the other way round. */
static void refuse_shape(struct reader *r, bool want_scalar, struct str key, struct place at)
{
	r->failed = true;
	if (want_scalar)
		diag_add(r->d, DIAG_C007, at, key);
	else
		diag_add(r->d, DIAG_C008, at, key);
}

bool site_is_language(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!(s.p[i] >= 'a' && s.p[i] <= 'z') && !(i > 1 && s.p[i] == '-'))
			return false;
	return s.n >= 2 && s.n <= 8;
}

/* A language's pages lie in a folder of its name. */
static bool may_be_further(struct str lang, struct str others, struct arena *a)
{
	return site_is_language(lang) && !is_one_of(lang, "in bang kiosk assets") &&
	       !is_one_of(lang, arena_strz(a, others));
}

/* Adds one language to those there are, with a space between. */
static void take_language(struct reader *r, struct str *all, const struct yaml_node *node)
{
	struct place at = {r->file, node->line, node->col};
	struct cell cell = {0};
	if (node->kind != YAML_SCALAR) {
		refuse_shape(r, true, STR("languages"), at);
	} else if (!yaml_is_null(node) &&
	           (cell_read(r->arena, CELL_TEXT, node->value, STR("languages"), at, &cell,
	                      r->d) < 0 ||
	            !may_be_further(cell.text, *all, r->arena))) {
		r->failed = true;
		diag_add(r->d, DIAG_C040, at, node->value);
	} else if (cell.text.p) {
		*all = arena_printf(r->arena, "%.*s%s%.*s", STR_ARG(*all), all->n ? " " : "",
		                    STR_ARG(cell.text));
	}
}

static void read_languages(struct reader *r, const struct yaml_item *item)
{
	const struct yaml_node *node = item->node;
	struct str all = STR("");
	if (node->kind != YAML_LIST)
		take_language(r, &all, node);
	for (size_t i = 0; node->kind == YAML_LIST && i < node->count; i++)
		take_language(r, &all, node->items[i].node);
	add(r, STR("languages"), all, item->line);
}

static void read_custom(struct reader *r, struct str key, const struct yaml_item *item)
{
	if (item->node->kind == YAML_SCALAR)
		read_scalar(r, NULL, key, item->node);
	else
		read_children(r, key, key, item->node);
}

static void read_item(struct reader *r, struct str key, struct str pattern,
                      const struct yaml_item *item)
{
	const struct yaml_node *node = item->node;
	struct place at = {r->file, item->line, item->col};
	const struct site_key *k = find_key(pattern);
	struct map below = {.arena = r->arena};
	list_names(&below, pattern);
	bool top = str_eqz(pattern, "custom");
	if (k && k->type == SITE_LANGS)
		read_languages(r, item);
	else if (str_starts(pattern, STR("custom.")) || (top && node->kind == YAML_MAP))
		read_custom(r, key, item);
	else if (!k && below.count == 0 && !top)
		refuse_key(r, key, pattern, at);
	else if (node->kind == YAML_SCALAR && (k || yaml_is_null(node)))
		read_scalar(r, k, key, node);
	else if (k || node->kind != (map_has(&below, STR("*")) ? YAML_LIST : YAML_MAP))
		refuse_shape(r, k, key, at);
	else
		read_children(r, key, pattern, node);
}

static const struct site_setting *find_given(const struct reader *r, const char *key)
{
	for (size_t i = 0; i < r->count; i++)
		if (str_eqz(r->settings[i].key, key))
			return &r->settings[i];
	return NULL;
}

/* The first language is not a further one. */
static void check_languages(struct reader *r)
{
	const struct site_setting *more = find_given(r, "languages");
	const struct site_setting *first = find_given(r, "lang");
	struct str lang = first ? first->value : STR("vi");
	if (!more || !is_one_of(lang, arena_strz(r->arena, more->value)))
		return;
	r->failed = true;
	diag_add(r->d, DIAG_C040, ((struct place){.file = r->file, .line = more->line}), lang);
}

/* A row for every known key; those that must be given are. */
static void complete(struct reader *r)
{
	for (size_t i = 0; i < site_key_count; i++) {
		const struct site_key *k = &site_keys[i];
		struct str key = str_from(k->pattern);
		if (str_find_byte(key, '*', 0) < key.n || find_given(r, k->pattern))
			continue;
		if (k->required) {
			struct place at = {.file = r->file};
			struct str line = arena_printf(r->arena, "%s: …", k->pattern);
			diag_add(r->d, DIAG_C004, at, key, line);
			r->failed = true;
		}
		add(r, key, k->fallback ? str_from(k->fallback) : STR(""), 1);
	}
}

int site_read(struct arena *a, const struct yaml_node *root, struct str file,
              struct site_setting **out, size_t *count, struct diag *d)
{
	struct reader r = {.arena = a, .file = file, .d = d};
	struct place at = {.file = file, .line = root->line};
	if (root->kind != YAML_MAP)
		return diag_add(d, DIAG_C019, at);
	read_children(&r, STR(""), STR(""), root);
	if (!r.failed)
		check_languages(&r);
	if (!r.failed)
		complete(&r);
	*out = r.settings;
	*count = r.count;
	return r.failed ? -1 : 0;
}
