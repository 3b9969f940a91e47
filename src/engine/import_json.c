/* SPDX-License-Identifier: MIT
 * import_json - a record of the national portal as one JSON object
 *
 * What a crawler took of the page: a member for each heading, and the text of all of the page
 * (raw_text). Crawlers cut at a heading wherever it stands, so a member may be the front of
 * its part only, and the page may be that of another procedure. The page's own text decides:
 * it is cut anew (fmt/portal_page.h), and every member has to say the same. */
#include <string.h>

#include "base/text.h"
#include "engine/import_int.h"
#include "fmt/json.h"
#include "fmt/portal_flat.h"
#include "fmt/portal_page.h"
#include "sys/db.h"

enum { IS_URL = PORTAL_PARTS, IS_ID, IS_PAGE, MEMBERS };

static const struct {
	const char *key;
	int member; /* a part of the page, or one of the above */
} keys[MEMBERS] = {
	{"ma_thu_tuc", PORTAL_CODE},
	{"ten_thu_tuc", PORTAL_NAME},
	{"so_quyet_dinh", PORTAL_DECISION},
	{"cap_thuc_hien", PORTAL_LEVEL},
	{"loai_thu_tuc", PORTAL_KIND},
	{"linh_vuc", PORTAL_FIELD},
	{"doi_tuong_thuc_hien", PORTAL_SUBJECTS},
	{"co_quan_co_tham_quyen", PORTAL_DECIDING},
	{"dia_chi_tiep_nhan", PORTAL_ADDRESS},
	{"co_quan_duoc_uy_quyen", PORTAL_DELEGATED},
	{"co_quan_phoi_hop", PORTAL_COORDINATING},
	{"thu_tuc_lien_quan", PORTAL_RELATED},
	{"trinh_tu_thuc_hien", PORTAL_STEPS},
	{"cach_thuc_thuc_hien", PORTAL_METHODS},
	{"thanh_phan_ho_so", PORTAL_DOSSIER},
	{"can_cu_phap_ly", PORTAL_LAW},
	{"co_quan_thuc_hien", PORTAL_EXECUTING},
	{"yeu_cau_dieu_kien", PORTAL_REQUIREMENTS},
	{"ket_qua_xu_ly", PORTAL_RESULT},
	{"detail_url", IS_URL},
	{"formality_id", IS_ID},
	{"raw_text", IS_PAGE},
};

struct reading {
	struct import *im;
	struct str text, file;
	struct str members[MEMBERS]; /* as they stand in the file; absent: not there */
	int lines[MEMBERS];
	bool has_page;                  /* raw_text is one */
	struct str page;                /* clean; else put together from the members */
	struct str parts[PORTAL_PARTS]; /* of the page */
};

/* Without the byte order mark. */
static struct str without_mark(struct str bytes)
{
	struct str mark = STR("\xEF\xBB\xBF");
	return str_starts(bytes, mark) ? str_slice(bytes, mark.n, bytes.n) : bytes;
}

enum import_json_kind import_json_kind_of(struct str bytes)
{
	struct str text = str_trim(without_mark(bytes));
	size_t bad;
	if (!text.n || !strchr("{[", text.p[0]))
		return IMPORT_JSON_NONE;
	if (!json_is_valid(text, &bad))
		return IMPORT_JSON_BROKEN;
	return json_find_member(text, STR("ma_thu_tuc")) < text.n &&
	                       json_find_member(text, STR("ten_thu_tuc")) < text.n
	               ? IMPORT_JSON_RECORD
	               : IMPORT_JSON_OTHER;
}

static struct place place_of(const struct reading *r, size_t byte)
{
	struct place at = {r->file, 1, 0};
	for (size_t i = 0; i < byte; i++)
		at.line += r->text.p[i] == '\n';
	return at;
}

/* Says that this is in no row. */
static void leave_out(struct reading *r, struct str key, struct str value, int line)
{
	if (import_is_sentinel(value))
		return;
	diag_add(r->im->d, DIAG_I020, ((struct place){r->file, line, 0}), key,
	         text_cut_words(value, 200));
	r->im->report->counts[IMPORT_N_LEFT_OUT]++;
}

static void take_member(struct reading *r, struct str key, struct str type, struct str value)
{
	size_t k = 0;
	int line = place_of(r, json_find_member(r->text, key)).line;
	bool is_text = !str_eqz(type, "array") && !str_eqz(type, "object");
	while (k < countof(keys) && !str_eqz(key, keys[k].key))
		k++;
	if (k < countof(keys) && is_text && !r->members[keys[k].member].p) {
		r->members[keys[k].member] = arena_str(&r->im->arena, value);
		r->lines[keys[k].member] = line;
	} else {
		leave_out(r, arena_str(&r->im->arena, key), value, line);
	}
}

static int read_members(struct reading *r)
{
	struct import *im = r->im;
	if (!im->json) {
		if (db_open(&im->json, ":memory:", DB_WRITE, im->d) < 0)
			return -1;
		im->members = db_must_prepare(
			im->json, "SELECT key, type, coalesce(atom, value) FROM json_each(?)");
	}
	db_bind_text(im->members, 0, r->text);
	int more = db_step(im->members, im->d);
	for (; more > 0; more = db_step(im->members, im->d)) {
		struct str value = db_text(im->members, 2);
		if (value.p)
			take_member(r, db_text(im->members, 0), db_text(im->members, 1), value);
	}
	db_reset(im->members);
	return more;
}

static bool same_but_spaces(struct str a, struct str b)
{
	size_t i = 0, k = 0;
	for (;;) {
		while (i < a.n && (a.p[i] == ' ' || a.p[i] == '\n'))
			i++;
		while (k < b.n && (b.p[k] == ' ' || b.p[k] == '\n'))
			k++;
		if (i == a.n || k == b.n)
			return i == a.n && k == b.n;
		if (a.p[i++] != b.p[k++])
			return false;
	}
}

/* The page, from its own text or put together from the members. */
static int cut_page(struct reading *r)
{
	struct import *im = r->im;
	int missing = 0;
	if (r->members[IS_PAGE].n) {
		struct place at = {r->file, r->lines[IS_PAGE], 0};
		r->page = import_text_clean(&im->arena, r->members[IS_PAGE], at, im->o->kept,
		                            im->report, im->d);
		if (import_text_check_kept(im, r->page, at) < 0)
			return -1;
		r->has_page = portal_page_cut(r->page, r->parts, &missing);
		if (r->has_page)
			return 0;
		diag_add(im->d, DIAG_I022, at, portal_page_heading(missing));
	}
	struct buf page = {0};
	portal_page_put(&page, r->members);
	struct place first = {r->file, 1, 0};
	r->page = import_text_clean(&im->arena, buf_str(&page), first, im->o->kept, im->report,
	                            im->d);
	buf_release(&page);
	if (import_text_check_kept(im, r->page, first) < 0)
		return -1;
	if (portal_page_cut(r->page, r->parts, &missing))
		return 0;
	return diag_add(im->d, DIAG_I021, ((struct place){r->file, 1, 0}),
	                portal_page_heading(missing));
}

/* Every member has to say what the page says. Where it does not, the page is taken; but that
 * of another procedure is no record of this one. Without a page the members are what there is. */
static int compare(struct reading *r)
{
	struct import *im = r->im;
	struct import_report scratch = {0};
	struct diag quiet = {.lang = im->d->lang};
	int status = 0;
	for (size_t k = 0; k < countof(keys) && status == 0; k++) {
		int part = keys[k].member;
		struct place at = {r->file, r->lines[part], 0};
		if (part >= PORTAL_PARTS || !r->members[part].p)
			continue;
		struct str said = import_text_clean(&im->arena, r->members[part], at, im->o->kept,
		                                    &scratch, &quiet);
		if (same_but_spaces(said, portal_page_tail(r->parts, part, r->page)))
			continue;
		if (!r->has_page) {
			r->parts[part] = str_trim(said);
			continue;
		}
		if (part == PORTAL_CODE) {
			status = diag_add(im->d, DIAG_I018, at, str_trim(said), r->parts[part]);
			continue;
		}
		diag_add(im->d, DIAG_I019, at, r->parts[PORTAL_CODE], str_from(keys[k].key));
		im->report->counts[IMPORT_N_CUT_ANEW]++;
	}
	diag_release(&quiet);
	return status;
}

static struct portal_value value_of(struct reading *r, int part, int line)
{
	struct portal_value v = {.line = line};
	struct str rest = r->parts[part];
	size_t cap = 0;
	while (rest.p) {
		v.lines = arena_grow(&r->im->arena, v.lines, v.count, &cap, sizeof *v.lines);
		v.lines[v.count++] = (struct portal_line){str_trim(str_cut_line(&rest)), line};
	}
	while (v.count && !v.lines[v.count - 1].text.n)
		v.count--;
	return v;
}

static void fill(struct reading *r, struct portal_record *out)
{
	struct portal_rows rows = {.arena = &r->im->arena, .record = out};
	const struct str *parts = r->parts;
	int results = r->lines[PORTAL_RESULT];
	*out = (struct portal_record){.id = str_trim(r->members[IS_ID]),
	                              .url = str_trim(r->members[IS_URL]),
	                              .is_page = true};
	for (int part = 0; part < PORTAL_LABELS; part++) {
		bool behind = part == PORTAL_KEYWORDS || part == PORTAL_DESCRIPTION;
		out->values[part] = value_of(r, part, behind ? results : r->lines[part]);
	}
	portal_flat_ways(&rows, parts[PORTAL_METHODS], r->lines[PORTAL_METHODS]);
	if (!import_is_sentinel(parts[PORTAL_DOSSIER]))
		portal_flat_papers(&rows, parts[PORTAL_DOSSIER], r->lines[PORTAL_DOSSIER]);
	portal_flat_laws(&rows, parts[PORTAL_LAW]);
	portal_flat_results(&rows, parts[PORTAL_RESULT]);
	leave_out(r, STR("thu_tuc_lien_quan"), parts[PORTAL_RELATED], r->lines[PORTAL_RELATED]);
	r->im->report->counts[IMPORT_N_CONTROLS] += parts[PORTAL_CONTROLS].p != NULL;
}

int import_json_read(struct import *im, struct str text, struct str file,
                     struct portal_record *out)
{
	struct reading r = {.im = im, .text = text, .file = file};
	struct buf composed = {0};
	size_t bad;
	if (!text_is_nfc(text)) {
		im->report->counts[IMPORT_N_NOT_NFC]++;
		text_nfc(&composed, text);
		r.text = buf_str(&composed);
	}
	r.text = without_mark(r.text);
	size_t nul = json_find_nul(r.text);
	int status = 0;
	if (!json_is_valid(r.text, &bad))
		status = diag_add(im->d, DIAG_I037, place_of(&r, bad));
	else if (nul < r.text.n)
		status = diag_add(im->d, DIAG_D030, place_of(&r, nul), STR("JSON"), STR("U+0000"),
		                  str_slice(r.text, nul, nul + 6));
	else if (import_json_kind_of(r.text) != IMPORT_JSON_RECORD)
		status = diag_add(im->d, DIAG_I001, ((struct place){file, 1, 0}));
	if (status < 0 || read_members(&r) < 0 || cut_page(&r) < 0 || compare(&r) < 0)
		status = -1;
	else
		fill(&r, out);
	buf_release(&composed);
	return status;
}
