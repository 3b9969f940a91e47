/* SPDX-License-Identifier: MIT
 * import_map_report - the report of an import by maps as text */
#include <string.h>

#include "base/text.h"
#include "engine/import_map.h"

/* Where it is not what anyone expects: UTF-8, commas, the header first. */
static void put_how(struct buf *out, const struct import_map_how *how, bool en)
{
	bool is_plain = !how->coding || strcmp(how->coding, "utf-8") == 0;
	if (how->is_given)
		buf_printf(out, "    %s %s  (--coding)\n", en ? "coding" : "bảng mã", how->coding);
	else if (how->words)
		buf_printf(out,
		           en ? "    coding %s: %zu of %zu words with marks are "
		                "Vietnamese (%zu %%)\n"
		              : "    bảng mã %s: %zu trong %zu từ có dấu đúng là "
		                "tiếng Việt (%zu %%)\n",
		           how->coding, how->fit, how->words, how->fit * 100 / how->words);
	else if (!is_plain)
		buf_printf(out, "    %s %s\n", en ? "coding" : "bảng mã", how->coding);
	bool is_odd = how->delimiter != ',' || how->delimiter_agree < how->delimiter_records;
	if (how->delimiter_count && is_odd) {
		const char *name = how->delimiter == '\t' ? "tab" : (char[]){how->delimiter, 0};
		buf_printf(out,
		           en ? "    delimiter %s: %zu in each of %zu of the first %zu rows\n"
		              : "    dấu phân cách %s: %zu dấu mỗi hàng ở %zu trong %zu hàng đầu\n",
		           name, how->delimiter_count, how->delimiter_agree,
		           how->delimiter_records);
	}
	if (how->is_double)
		buf_printf(out, en ? "    header on lines %d and %d, joined\n"
		                   : "    tiêu đề cột ở dòng %d và %d, ghép lại\n",
		           how->header_line - 1, how->header_line);
	if (how->titles)
		buf_printf(out, en ? "    header on line %d, %zu rows above it are its title\n"
		                   : "    tiêu đề cột ở dòng %d; %zu hàng ở trên là tên bảng\n",
		           how->header_line, how->titles);
}

/* Cells that were changed before the map saw them. */
static void put_cleaned(struct buf *out, const struct import_map_how *how, bool en)
{
	for (int i = 0; i < IMPORT_CLEAN__COUNT; i++)
		if (how->cleaned[i])
			buf_printf(out, en ? "    cleaned by %s: %zu cells\n"
			                   : "    làm sạch %s: %zu ô\n",
			           import_clean_name((enum import_clean)i), how->cleaned[i]);
}

/* What a reader of the rows would not see. */
static void put_seen(struct buf *out, const struct import_map_how *how, bool en)
{
	if (how->hidden_rows)
		buf_printf(out, en ? "    %zu hidden rows, imported all the same\n"
		                   : "    %zu hàng bị ẩn, vẫn được nhập\n",
		           how->hidden_rows);
	if (how->hidden_columns)
		buf_printf(out, en ? "    %zu hidden columns, read all the same\n"
		                   : "    %zu cột bị ẩn, vẫn được đọc\n",
		           how->hidden_columns);
	if (how->unknown)
		buf_printf(out, en ? "    %zu cells with an error or no result, taken as empty\n"
		                   : "    %zu ô có lỗi hoặc chưa có kết quả, coi là trống\n",
		           how->unknown);
	if (how->merged)
		buf_printf(out,
		           en ? "    %zu merged ranges (%.*s ...): only their first cell "
		                "has a text\n"
		              : "    %zu vùng ô gộp (%.*s …): chỉ ô đầu có chữ, các ô khác trống\n",
		           how->merged, STR_ARG(how->first_merged));
}

static bool put_fate(struct buf *out, const struct import_map_source *s, bool en)
{
	static const char *const words[][2] = {
		[IMPORT_MAP_HIDDEN] = {"trang bị ẩn, không nhập", "a hidden sheet, not imported"},
		[IMPORT_MAP_EMPTY] = {"trang trống", "an empty sheet"},
		[IMPORT_MAP_NO_MAP] = {"không bản đồ nào hợp, không nhập",
	                               "no map is for it, not imported"},
		[IMPORT_MAP_OWN] = {"sổ tính của cơ quan", "the office's own workbook"}};
	if (s->fate == IMPORT_MAP_TAKEN)
		return false;
	buf_printf(out, "%.*s: %s\n", STR_ARG(s->file), words[s->fate][en]);
	return true;
}

/* What each column was taken for, and how surely. */
static void put_guess(struct buf *out, const struct import_map_guessed *g, bool en)
{
	if (g->count)
		buf_printf(out,
		           en ? "    guessed from the names of columns; %zu of %zu codes look "
		                "like a procedure's:\n"
		              : "    đoán từ tiêu đề cột; %zu trong %zu mã có dạng mã thủ tục:\n",
		           g->codes, g->cells);
	for (size_t i = 0; i < g->count; i++) {
		const struct import_map_column_guess *c = &g->columns[i];
		buf_printf(out, "        “%.*s”: ", STR_ARG(c->column));
		if (!c->into.p)
			buf_putz(out, en ? "not known, not imported\n" : "không rõ, không nhập\n");
		else
			buf_printf(out, "%.*s, %d %%%s\n", STR_ARG(c->into), c->percent,
			           !c->by_cells ? ""
			           : en         ? " by its cells"
			                        : " theo chữ trong ô");
	}
}

static void put_source(struct buf *out, const struct import_map_source *s, bool en)
{
	if (put_fate(out, s, en))
		return;
	buf_printf(out, en ? "%.*s: map %.*s (%.*s)\n" : "%.*s: bản đồ %.*s (%.*s)\n",
	           STR_ARG(s->file), STR_ARG(s->map), STR_ARG(en ? s->title.en : s->title.vi));
	put_how(out, &s->how, en);
	put_guess(out, &s->guessed, en);
	put_cleaned(out, &s->how, en);
	put_seen(out, &s->how, en);
	for (size_t i = 0; i < s->value_count; i++)
		buf_printf(out, "    %.*s = %.*s%s\n", STR_ARG(s->values[i].name),
		           STR_ARG(s->values[i].value), s->values[i].given ? "  (--set)" : "");
	if (s->refused)
		buf_printf(out, en ? "    %zu lines refused, not as long as the header\n"
		                   : "    %zu dòng không nhận vì thiếu hoặc thừa ô\n",
		           s->refused);
	for (size_t i = 0; i < s->left_count; i++) {
		const struct import_map_left *left = &s->left[i];
		if (!left->count)
			continue;
		struct str text = en ? left->text.en : left->text.vi;
		buf_printf(out, en ? "    left out: %lld %.*s" : "    không nhập: %lld %.*s",
		           (long long)left->count, STR_ARG(text));
		buf_printf(out, "%s%.*s\n", left->list.n ? ": " : "", STR_ARG(left->list));
	}
}

enum { NAME_WIDTH = 30, NUMBER_WIDTH = 12 };

static void put_heads(struct buf *out, bool en)
{
	static const char *const heads[][2] = {{"đọc", "read"}, {"mới", "new"},
	                                       {"sửa", "changed"}, {"như cũ", "same"},
	                                       {"lặp lại", "repeated"}, {"không nhận", "refused"}};
	struct str first = en ? STR("rows") : STR("số hàng");
	text_put_left(out, first, NAME_WIDTH);
	for (size_t i = 0; i < countof(heads); i++)
		text_put_right(out, str_from(heads[i][en]), NUMBER_WIDTH);
	buf_putc(out, '\n');
}

static void put_sheet(struct buf *out, const struct import_map_sheet *s)
{
	const size_t counts[] = {s->read, s->added, s->changed, s->same, s->repeated, s->refused};
	struct buf name = {0};
	buf_printf(&name, "data/%.*s.csv", STR_ARG(s->file));
	text_put_left(out, buf_str(&name), NAME_WIDTH);
	buf_release(&name);
	for (size_t i = 0; i < countof(counts); i++)
		text_put_count(out, counts[i], NUMBER_WIDTH);
	buf_putc(out, '\n');
}

/* Only columns that the map gives; of the office's own workbook, those that it changes. */
static bool is_given(const struct import_map_cells *c)
{
	return c->parsed || c->text || c->empty || c->refused || c->replaced;
}

static bool has_given(const struct import_map_sheet *s)
{
	size_t i = 0;
	while (i < s->column_count && !is_given(&s->columns[i]))
		i++;
	return i < s->column_count;
}

static void put_columns(struct buf *out, const struct import_map_sheet *s, bool en)
{
	static const char *const heads[][2] = {{"đọc được", "parsed"}, {"nguyên văn", "as text"},
	                                       {"trống", "empty"}, {"không đọc", "refused"},
	                                       {"bị thay", "replaced"}};
	struct buf name = {0};
	if (!s->read || !has_given(s))
		return;
	buf_printf(&name, en ? "cells of %.*s.csv" : "ô của %.*s.csv", STR_ARG(s->file));
	text_put_left(out, buf_str(&name), NAME_WIDTH);
	buf_release(&name);
	for (size_t i = 0; i < countof(heads); i++)
		text_put_right(out, str_from(heads[i][en]), NUMBER_WIDTH);
	buf_putc(out, '\n');
	for (size_t i = 0; i < s->column_count; i++) {
		const struct import_map_cells *c = &s->columns[i];
		const size_t counts[] = {c->parsed, c->text, c->empty, c->refused, c->replaced};
		if (!is_given(c))
			continue;
		buf_putz(out, "    ");
		text_put_left(out, c->column, NAME_WIDTH - 4);
		for (size_t k = 0; k < countof(counts); k++)
			text_put_count(out, counts[k], NUMBER_WIDTH);
		buf_putc(out, '\n');
	}
}

static void put_place(struct buf *out, struct place at)
{
	buf_put(out, at.file);
	if (at.line)
		buf_printf(out, ":%d", at.line);
}

static void put_problems(struct buf *out, const struct import_map_report *r, bool en)
{
	if (r->problem_count)
		buf_putz(out, en ? "what went wrong most often:\n" : "lỗi hay gặp nhất:\n");
	for (size_t i = 0; i < r->problem_count; i++) {
		const struct import_map_problem *p = &r->problems[i];
		buf_printf(out, en ? "    %zu times %.*s, as at " : "    %zu lần %.*s, như ở ",
		           p->count, STR_ARG(p->id));
		put_place(out, p->at);
		buf_printf(out, ": %.*s\n", STR_ARG(p->text));
	}
	if (r->problems_left)
		buf_printf(out, en ? "    and %zu other kinds\n" : "    và %zu loại khác\n",
		           r->problems_left);
}

static void put_conflicts(struct buf *out, const struct import_map_report *r, bool en)
{
	size_t shown = r->conflict_count < IMPORT_MAP_CONFLICTS ? r->conflict_count
	                                                        : IMPORT_MAP_CONFLICTS;
	if (shown)
		buf_printf(out, en ? "sources that say different things (%zu):\n"
		                   : "các nguồn nói khác nhau (%zu):\n", r->conflict_count);
	for (size_t i = 0; i < shown; i++) {
		const struct import_map_conflict *c = &r->conflicts[i];
		buf_printf(out, "    data/%.*s.csv %.*s, %.*s: %s “%.*s” (", STR_ARG(c->file),
		           STR_ARG(c->row), STR_ARG(c->column), en ? "kept" : "giữ",
		           STR_ARG(c->kept));
		put_place(out, c->kept_at);
		buf_printf(out, en ? "), not “%.*s” (" : "), bỏ “%.*s” (", STR_ARG(c->dropped));
		put_place(out, c->dropped_at);
		buf_putz(out, ")\n");
	}
	if (shown < r->conflict_count)
		buf_putz(out, "    ...\n");
}

static void put_written(struct buf *out, const struct import_map_report *r, bool en)
{
	bool any = false;
	const char *written = r->is_dry ? (en ? "would write " : "sẽ ghi ")
	                                : (en ? "wrote " : "đã ghi ");
	for (size_t i = 0; i < r->sheet_count; i++) {
		const struct import_map_sheet *s = r->sheets[i];
		if (!s->is_written)
			continue;
		any = true;
		buf_printf(out, "%sdata/%.*s.csv: ", written, STR_ARG(s->file));
		text_put_count(out, s->rows, 0);
		buf_putz(out, en ? " rows" : " hàng");
		if (s->removed)
			buf_printf(out, en ? ", %zu removed" : ", bỏ %zu hàng", s->removed);
		buf_putc(out, '\n');
	}
	if (r->saved.p)
		buf_printf(out, en ? "wrote the map %.*s: read and correct it, then import without "
		                     "--save-map\n"
		                   : "đã ghi bản đồ %.*s: xem lại, sửa chỗ sai rồi nhập không có "
		                     "--save-map\n",
		           STR_ARG(r->saved));
	if (!any)
		buf_putz(out, en ? "no file changed\n" : "không tệp nào thay đổi\n");
}

void import_map_report_put(struct buf *out, const struct import_map_report *report,
                           enum diag_lang lang)
{
	bool en = lang == DIAG_EN;
	for (size_t i = 0; i < report->source_count; i++)
		put_source(out, &report->sources[i], en);
	buf_putc(out, '\n');
	put_heads(out, en);
	for (size_t i = 0; i < report->sheet_count; i++)
		put_sheet(out, report->sheets[i]);
	buf_putc(out, '\n');
	for (size_t i = 0; i < report->sheet_count; i++)
		put_columns(out, report->sheets[i], en);
	buf_putc(out, '\n');
	if (report->gone)
		buf_printf(out, en ? "%zu procedures are in no source: to be withdrawn?\n"
		                   : "%zu thủ tục không có trong nguồn nào: đề nghị gỡ?\n",
		           report->gone);
	put_conflicts(out, report, en);
	put_problems(out, report, en);
	put_written(out, report, en);
}
