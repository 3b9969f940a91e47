/* SPDX-License-Identifier: MIT
 * import_report - the report of an import as a table of text */
#include <string.h>

#include "base/text.h"
#include "engine/import_int.h"
#include "fmt/json.h"

static const char *const field_names[IMPORT_FIELD_COUNT][2] = {
	[IMPORT_CODE] = {"Mã thủ tục", "Code"},
	[IMPORT_DECISION] = {"Số quyết định", "Decision"},
	[IMPORT_NAME] = {"Tên thủ tục", "Name"},
	[IMPORT_LEVEL] = {"Cấp thực hiện", "Level"},
	[IMPORT_KIND] = {"Loại thủ tục", "Kind"},
	[IMPORT_FIELD] = {"Lĩnh vực", "Field"},
	[IMPORT_STEPS] = {"Trình tự thực hiện", "Steps"},
	[IMPORT_METHODS] = {"Cách thức thực hiện", "Ways of submitting"},
	[IMPORT_DOSSIER] = {"Thành phần hồ sơ", "Dossier"},
	[IMPORT_SUBJECTS] = {"Đối tượng thực hiện", "Subjects"},
	[IMPORT_EXECUTING] = {"Cơ quan thực hiện", "Executing agency"},
	[IMPORT_DECIDING] = {"Cơ quan có thẩm quyền", "Deciding agency"},
	[IMPORT_ADDRESS] = {"Địa chỉ tiếp nhận hồ sơ", "Where it is received"},
	[IMPORT_DELEGATED] = {"Cơ quan được ủy quyền", "Delegated agency"},
	[IMPORT_COORDINATING] = {"Cơ quan phối hợp", "Coordinating agencies"},
	[IMPORT_RESULT] = {"Kết quả thực hiện", "Result"},
	[IMPORT_LAW] = {"Căn cứ pháp lý", "Legal bases"},
	[IMPORT_REQUIREMENTS] = {"Yêu cầu, điều kiện", "Requirements"},
	[IMPORT_KEYWORDS] = {"Từ khóa", "Keywords"},
	[IMPORT_DESCRIPTION] = {"Mô tả", "Description"},
	[IMPORT_PAGE] = {"Trang trên Cổng", "Page on the portal"},
	[IMPORT_EACH_CHANNEL] = {"  từng hình thức nộp", "  each channel"},
	[IMPORT_EACH_LIMIT] = {"  từng thời hạn giải quyết", "  each time limit"},
	[IMPORT_EACH_FEE] = {"  từng khoản phí, lệ phí", "  each fee"},
	[IMPORT_EACH_CASE] = {"  từng trường hợp hồ sơ", "  each case of the dossier"},
	[IMPORT_EACH_PAPER] = {"  từng giấy tờ: số bản", "  each paper: quantities"},
	[IMPORT_EACH_FORM] = {"  từng giấy tờ: mẫu", "  each paper: form"},
	[IMPORT_EACH_RESULT] = {"  từng kết quả: mã", "  each result: code"},
	[IMPORT_EACH_LAW] = {"  từng văn bản: số ký hiệu", "  each document: number"},
	[IMPORT_EACH_ISSUED] = {"  từng văn bản: ngày ban hành", "  each document: date"},
};

static const char *const count_names[IMPORT_COUNT_COUNT][2] = {
	[IMPORT_N_FILES] = {"tệp đã đọc", "files read"},
	[IMPORT_N_RECORDS] = {"bản ghi đã nhập", "records imported"},
	[IMPORT_N_REFUSED] = {"bản ghi không nhập được (xem thông báo)",
                          "records refused (see the messages)"},
	[IMPORT_N_INTERNAL] = {"thủ tục nội bộ, không niêm yết", "internal procedures, not posted"},
	[IMPORT_N_NOT_NFC] = {"bản ghi có chữ chưa dựng sẵn, đã dựng (nfc)",
                          "records not in NFC, composed (nfc)"},
	[IMPORT_N_SPACES] = {"khoảng trắng lạ, đã thành dấu cách (spaces)",
                         "odd spaces, made plain (spaces)"},
	[IMPORT_N_INVISIBLE] = {"ký tự vô hình, đã bỏ (invisible)",
                            "invisible characters, taken off (invisible)"},
	[IMPORT_N_BULLETS] = {"ký tự của phông Word, đã đổi (bullets)",
                          "signs of Word's fonts, replaced (bullets)"},
	[IMPORT_N_ODD_CHARACTERS] = {"ký tự không rõ nghĩa (xem thông báo)",
                                 "characters of no agreed meaning (see the messages)"},
	[IMPORT_N_DOUBTFUL_FEES] = {"mức phí đáng ngờ, giữ nguyên văn",
	 "doubtful fees, kept as words"},
	[IMPORT_N_ZERO_FEES] =
		{"“0 VNĐ”, “Miễn phí” không ghi chú: không thu hay chưa điền, không niêm yết",
         "“0 VNĐ”, “Miễn phí” without a note: free or not filled in, nothing is posted"},
	[IMPORT_N_NO_FEES] = {"khoản ghi rõ không thu", "fees that are said not to be taken"},
	[IMPORT_N_FOREIGN_FEES] = {"khoản thu bằng tiền nước ngoài", "fees in another currency"},
	[IMPORT_N_MERGED_FEES] = {"khoản phí lặp lại y nguyên, ghi một lần",
                              "fees repeated word for word, written once"},
	[IMPORT_N_NOTES] = {"lời dặn trong danh sách giấy tờ", "remarks among the papers"},
	[IMPORT_N_NO_QUANTITY] = {"giấy tờ không ghi số bản", "papers without quantities"},
	[IMPORT_N_NAMELESS] = {"giấy tờ không có tên (xem thông báo)",
                           "papers without a name (see the messages)"},
	[IMPORT_N_SAME_DESCRIPTION] = {"mô tả chép lại phần yêu cầu, điều kiện, ghi một lần",
                                   "descriptions that repeat the requirements, written once"},
	[IMPORT_N_CONTROLS] = {"trang có nút bấm, ô chọn của Cổng ở cuối, đã bỏ",
                           "pages with the portal's own controls at their end, taken off"},
	[IMPORT_N_CUT_ANEW] = {"trường bị cắt sai, lấy lại từ chữ của cả trang (xem thông báo)",
                           "fields cut short, taken from the page's text (see the messages)"},
	[IMPORT_N_LEFT_OUT] = {"trường không có chỗ trong bộ dữ liệu (xem thông báo)",
                           "fields that data/ has no place for (see the messages)"},
	[IMPORT_N_GLUED_LAWS] = {"căn cứ có thể là hai văn bản dính liền (xem thông báo)",
                             "legal bases that may be two in one (see the messages)"},
	[IMPORT_N_ODD_CODES] = {"mã không đúng dạng của quốc gia, vẫn nhập",
                            "codes not of the national form, imported all the same"},
	[IMPORT_N_FIELD_SPELLINGS] = {"lĩnh vực viết nhiều cách", "fields with several spellings"},
	[IMPORT_N_OLD_RECORDS] = {"bản ghi có mã đã ở trong data/",
                              "records whose code is in data/ already"},
	[IMPORT_N_GONE] = {"thủ tục đang có mà không có trong nguồn (I072)",
                       "procedures that are in no source (I072)"},
	[IMPORT_N_REPLACED] = {"trong đó nói khác, đã thay theo nguồn (xem danh sách)",
                           "of these say something else, which replaced it (see the list)"},
	[IMPORT_N_MORE_FEES] = {"thủ tục giữ thêm phí đã có: trang của Cổng chỉ hiện khoản đầu",
                            "procedures that keep more fees: the page shows the first only"},
};

enum { NAME_WIDTH = 32, NUMBER_WIDTH = 12 };

static void put_fields(struct buf *out, const struct import_report *report, int lang)
{
	static const char *const heads[4][2] = {{"trường", "field"},
	                                        {"vào cột", "parsed"},
	                                        {"nguyên văn", "as text"},
	                                        {"trống", "empty"}};
	text_put_left(out, str_from(heads[0][lang]), NAME_WIDTH);
	for (int i = 1; i < 4; i++)
		text_put_right(out, str_from(heads[i][lang]), NUMBER_WIDTH);
	buf_putc(out, '\n');
	for (size_t f = 0; f < IMPORT_FIELD_COUNT; f++) {
		const struct import_tally *t = &report->fields[f];
		bool is_rare = f == IMPORT_PAGE || f == IMPORT_EACH_FORM || f == IMPORT_EACH_RESULT;
		if (is_rare && !t->parsed && !t->text)
			continue;
		text_put_left(out, str_from(field_names[f][lang]), NAME_WIDTH);
		text_put_count(out, t->parsed, NUMBER_WIDTH);
		text_put_count(out, t->text, NUMBER_WIDTH);
		text_put_count(out, t->empty, NUMBER_WIDTH);
		buf_putc(out, '\n');
	}
}

/* What the source says differently, column by column. */
static void put_replaced(struct buf *out, const struct import_report *report)
{
	for (size_t t = 0; t < IMPORT_FILES; t++) {
		const struct import_table_spec *spec = import_table_spec((enum import_table)t);
		for (size_t c = 0; c < IMPORT_COLUMNS_MAX; c++) {
			if (!report->files[t].replaced[c])
				continue;
			text_put_count(out, report->files[t].replaced[c], NUMBER_WIDTH);
			buf_printf(out, "    %s%s%s\n", spec->file, spec->is_part ? "" : ".",
			           spec->is_part ? "" : spec->columns[c]);
		}
	}
}

void import_report_put(struct buf *out, const struct import_report *report, enum diag_lang lang)
{
	int l = lang == DIAG_EN;
	put_fields(out, report, l);
	buf_putc(out, '\n');
	for (size_t i = 0; i < IMPORT_COUNT_COUNT; i++) {
		if (!report->counts[i] && i != IMPORT_N_RECORDS)
			continue;
		text_put_count(out, report->counts[i], NUMBER_WIDTH);
		buf_printf(out, "  %s\n", count_names[i][l]);
		if (i == IMPORT_N_REPLACED)
			put_replaced(out, report);
	}
	buf_putc(out, '\n');
	for (size_t i = 0; i < IMPORT_FILES; i++) {
		const struct import_file *f = &report->files[i];
		if (!f->name)
			continue;
		text_put_count(out, f->rows, NUMBER_WIDTH);
		const char *changed = l ? "changed" : "có thay đổi";
		const char *same = l ? "as it was" : "giữ nguyên";
		buf_printf(out, "  data/%s.csv (%s)\n", f->name,
		           f->changed ? changed : same);
	}
}

/* "EACH_CHANNEL" is "each_channel". */
static void put_key(struct buf *out, const char *name, size_t before)
{
	buf_putz(out, before ? ", \"" : "\"");
	for (; *name; name++)
		buf_putc(out, *name >= 'A' && *name <= 'Z' ? (char)(*name + ('a' - 'A')) : *name);
	buf_putz(out, "\": ");
}

static void put_table_json(struct buf *out, const struct import_report *report, size_t t)
{
	const struct import_table_spec *spec = import_table_spec((enum import_table)t);
	const struct import_file *f = &report->files[t];
	size_t count = 0;
	buf_printf(out,
	           "%s{\"table\": \"%s\", \"rows\": %zu, \"written\": %s, \"replaced\": {",
	           t ? ",\n" : "\n", spec->file, f->rows, f->changed ? "true" : "false");
	for (size_t c = 0; c < IMPORT_COLUMNS_MAX; c++)
		if (f->replaced[c]) {
			put_key(out, spec->is_part ? "procedures" : spec->columns[c], count++);
			buf_printf(out, "%zu", f->replaced[c]);
		}
	buf_putz(out, "}}");
}

void import_report_json(struct buf *out, const struct import_report *report,
                        const struct import_options *o)
{
#define X(name) #name,
	static const char *const fields[] = {IMPORT_FIELDS_X(X)};
	static const char *const counts[] = {IMPORT_COUNTS_X(X)};
#undef X
	buf_printf(out, "{\"dry_run\": %s, \"fields\": {", o->dry_run ? "true" : "false");
	for (size_t i = 0; i < IMPORT_FIELD_COUNT; i++) {
		const struct import_tally *t = &report->fields[i];
		put_key(out, fields[i], i);
		buf_printf(out, "{\"parsed\": %zu, \"text\": %zu, \"empty\": %zu}", t->parsed,
		           t->text, t->empty);
	}
	buf_putz(out, "},\n\"counts\": {");
	for (size_t i = 0; i < IMPORT_COUNT_COUNT; i++) {
		put_key(out, counts[i], i);
		buf_printf(out, "%zu", report->counts[i]);
	}
	buf_putz(out, "},\n\"tables\": [");
	for (size_t t = 0; t < IMPORT_FILES; t++)
		put_table_json(out, report, t);
	buf_printf(out, "],\n\"origins\": [%s],\n\"replaced\": [", buf_str(o->origins).p);
	struct str rest = buf_str(o->replaced);
	for (size_t i = 0; rest.n; i++) {
		buf_putz(out, i ? ",\n" : "\n");
		json_put_string(out, str_cut_line(&rest));
	}
	buf_putz(out, "]}\n");
}
