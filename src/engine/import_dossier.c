/* SPDX-License-Identifier: MIT
 * import_dossier - the rows of a dossier become cases and components */
#include "base/num.h"
#include "base/text.h"
#include "engine/import_int.h"

#include <string.h>

struct paper {
	struct str name;
	size_t case_position; /* 0: before any heading */
	int line;
	int64_t originals, copies; /* -1: not stated */
	bool is_stray;             /* a line that is no paper */
	bool is_under_note;        /* its heading announces remarks */
	const struct portal_paper *source;
};

/* "01", "01 (một)", "Một (01)", "01 bộ hồ sơ", "02 (bộ)": how many sets; 0 when it is not
 * that. `s` is folded. */
static int64_t read_sets(struct str s)
{
	int64_t n = 0;
	bool has_set = false;
	while (s.n) {
		struct str rest = str_trim(s), word = rest;
		size_t end = 0;
		while (end < rest.n && !strchr(" ()", rest.p[end]))
			end++;
		word = str_slice(rest, 0, end);
		s = str_slice(rest, end ? end : rest.n ? 1 : 0, rest.n);
		while (word.n && strchr(".;:,", word.p[word.n - 1]))
			word = str_slice(word, 0, word.n - 1);
		int64_t value;
		if (!word.n)
			continue;
		if (num_parse_int(word, &value) == 0) {
			if (value < 1 || value > 99 || (n && n != value))
				return 0;
			n = value;
		} else if (str_eqz(word, "bo")) {
			has_set = true;
		} else if (!str_eqz(word, "mot") && !str_eqz(word, "hai") && !str_eqz(word, "ho") &&
		           !str_eqz(word, "so")) {
			return 0;
		}
	}
	return has_set ? n : 0;
}

/* The number of sets when the whole text says nothing else. */
static int64_t find_sets(struct str text)
{
	if (text.n > 90)
		return 0;
	struct buf folded = {0};
	text_fold(&folded, import_skip_bullets(text));
	struct str f = str_trim(buf_str(&folded));
	size_t colon = str_find(f, STR("so luong"), 0) < f.n ? str_find_byte(f, ':', 0) : f.n;
	int64_t n = read_sets(colon < f.n ? str_slice(f, colon + 1, f.n) : f);
	buf_release(&folded);
	return n;
}

/* "Lưu ý:", "Ghi chú:" as the whole of a heading: what follows it are remarks, unless their
 * number is stated. */
static bool announces_remarks(struct str heading)
{
	struct buf folded = {0};
	text_fold(&folded, heading);
	struct str f = str_trim(buf_str(&folded));
	while (f.n && strchr(".:; ", f.p[f.n - 1]))
		f = str_slice(f, 0, f.n - 1);
	bool is = str_eqz(f, "luu y") || str_eqz(f, "ghi chu") || str_eqz(f, "chu y");
	buf_release(&folded);
	return is;
}

/* A paper's name in front of a remark: then "0 and 0" is a quantity that was not filled in. */
static bool names_paper(struct str name)
{
	static const char *const words[] = {
		"Đơn",      "Tờ khai",  "Tờ trình", "Giấy",       "Bản sao",   "Bản chính",
		 "Bản gốc",
		"Bản chụp", "Hộ chiếu", "Văn bản",  "Quyết định", "Hợp đồng",  "Danh sách", "Phiếu",
		"Báo cáo",  "Mẫu",      "Biên bản", "Chứng",      "Công văn",  "Hồ sơ",     "Thẻ",
		"Bảng",     "Sơ yếu",   "Lý lịch",  "Ảnh",        "Phương án", "Đề án",
		 "Tài liệu"};
	if (!name.n || name.p[name.n - 1] == ':')
		return false;
	for (size_t i = 0; i < countof(words); i++)
		if (str_starts(name, str_from(words[i])))
			return true;
	return false;
}

static struct paper *add_paper(struct import *im, struct paper **papers, size_t *count, size_t *cap)
{
	*papers = arena_grow(&im->arena, *papers, *count, cap, sizeof **papers);
	return &(*papers)[(*count)++];
}

static void add_case(struct import *im, struct str code, size_t position, struct str name)
{
	struct import_row *row = import_row_add(im, IMPORT_T_CASE);
	row->cells[0] = code;
	row->cells[1] = import_number(im, (int64_t)position);
	row->cells[2] = name;
	im->report->fields[IMPORT_EACH_CASE].parsed += name.n > 0;
	im->report->fields[IMPORT_EACH_CASE].empty += name.n == 0;
}

/* The rows of the record into papers; cases become rows at once. */
static size_t read_papers(struct import *im, struct str code, struct str file,
                          const struct portal_record *r, struct paper **out, int64_t *sets)
{
	struct paper *papers = NULL;
	size_t count = 0, cap = 0, cases = 0, position = 0;
	bool under_note = false;
	for (size_t i = 0; i < r->paper_count; i++) {
		const struct portal_paper *row = &r->papers[i];
		struct str name = import_skip_bullets(row->name);
		if (row->kind == PORTAL_STRAY && import_is_sentinel(row->name))
			continue;
		*sets = find_sets(name) ? find_sets(name) : *sets;
		if (row->kind == PORTAL_CASE) {
			position = row->name.p ? ++cases : 0;
			under_note = row->name.p && announces_remarks(name);
			if (row->name.p)
				add_case(im, code, position, name);
			continue;
		}
		struct paper *p = add_paper(im, &papers, &count, &cap);
		*p = (struct paper){.source = row, .name = name,
		                    .case_position = position, .line = row->line,
		                    .originals = row->originals, .copies = row->copies,
		                    .is_stray = row->kind == PORTAL_STRAY,
		                    .is_under_note = under_note};
		if (p->is_stray)
			diag_add(im->d, DIAG_I017, ((struct place){file, p->line, 0}), code,
			         portal_label_text(PORTAL_DOSSIER), p->name);
	}
	*out = papers;
	return count;
}

static bool is_unstated(const struct paper *p)
{
	return p->originals <= 0 && p->copies <= 0;
}

/* The form of a paper becomes a row of forms.csv, known by the name of its file only. That
 * name tells it from the other forms of this procedure, not from those of others. */
static struct str form_ref(struct import *im, struct str code, struct str form)
{
	struct buf slug = {0};
	size_t point = form.n;
	while (point > 0 && form.p[point - 1] != '.')
		point--;
	text_slug(&slug, str_slice(form, 0, point));
	struct str ref = arena_printf(&im->arena, "%.*s-%.*s", STR_ARG(code),
	                              STR_ARG(buf_str(&slug)));
	buf_release(&slug);
	if (!map_has(&im->forms, ref)) {
		map_put(&im->forms, ref, im);
		struct import_row *row = import_row_add(im, IMPORT_T_FORM);
		row->cells[0] = ref;
		row->cells[1] = form;
	}
	return ref;
}

static void add_component(struct import *im, struct str code, size_t position,
                          const struct paper *p, bool is_note)
{
	struct import_row *row = import_row_add(im, IMPORT_T_COMPONENT);
	row->cells[0] = code;
	row->cells[1] = import_number(im, (int64_t)position);
	if (p->case_position)
		row->cells[2] = import_number(im, (int64_t)p->case_position);
	row->cells[3] = is_note ? STR("NOTE") : STR("PAPER");
	row->cells[4] = import_break_lines(&im->arena, p->name);
	if (p->source->form.n)
		row->cells[7] = form_ref(im, code, p->source->form);
	im->report->fields[IMPORT_EACH_FORM].parsed += p->source->form.n > 0;
	im->report->fields[IMPORT_EACH_FORM].text += p->source->has_form_in_name;
	if (is_note || !is_unstated(p)) {
		row->cells[5] = import_number(im, p->originals < 0 ? 0 : p->originals);
		row->cells[6] = import_number(im, p->copies < 0 ? 0 : p->copies);
	}
}

static void name_nameless(struct import *im, struct str code, struct str file, size_t number,
                          const struct paper *p)
{
	struct buf quantities = {0};
	if (im->d->lang == DIAG_EN)
		buf_printf(&quantities, "originals %lld, copies %lld", (long long)p->originals,
		           (long long)p->copies);
	else
		buf_printf(&quantities, "bản chính %lld, bản sao %lld", (long long)p->originals,
		           (long long)p->copies);
	diag_add(im->d, DIAG_I009, ((struct place){file, p->line, 0}), code,
	         import_number(im, (int64_t)number), buf_str(&quantities));
	buf_release(&quantities);
	im->report->counts[IMPORT_N_NAMELESS]++;
}

void import_record_dossier(struct import *im, struct str code, struct str file,
                           const struct portal_record *r, struct str *none, struct str *sets)
{
	struct paper *papers;
	int64_t set_count = 0;
	size_t count = read_papers(im, code, file, r, &papers, &set_count), position = 0;
	struct import_tally *field = &im->report->fields[IMPORT_DOSSIER];
	bool all_unstated = true;
	for (size_t i = 0; i < count; i++)
		all_unstated = all_unstated && is_unstated(&papers[i]);
	if (set_count)
		*sets = import_number(im, set_count);
	if (count == 1 && all_unstated && import_says_none(papers[0].name)) {
		*none = papers[0].name;
		field->parsed++;
		return;
	}
	for (size_t i = 0; i < count; i++) {
		const struct paper *p = &papers[i];
		bool unstated = is_unstated(p);
		if (!p->name.n) {
			name_nameless(im, code, file, i + 1, p);
			continue;
		}
		bool is_note = p->is_stray || (unstated && p->is_under_note) ||
		               (unstated && !all_unstated && !names_paper(p->name));
		add_component(im, code, ++position, p, is_note);
		im->report->counts[IMPORT_N_NOTES] += is_note;
		im->report->counts[IMPORT_N_NO_QUANTITY] += unstated && !is_note;
		im->report->fields[IMPORT_EACH_PAPER].parsed += !unstated;
		im->report->fields[IMPORT_EACH_PAPER].text += unstated;
	}
	field->parsed += count > 0;
	field->empty += count == 0;
}
