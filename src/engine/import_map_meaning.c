/* SPDX-License-Identifier: MIT
 * import_map_meaning - what columns of lists of procedures are called, and what becomes of them */
#include "engine/import_map_int.h"

/* Folded, signs and spaces one space, "|" between them. A name of one word is matched whole only:
 * "phí", "cấp", "tên" stand in the names of many other columns. */
static const char *const names[IMPORT_M__COUNT] = {
	[IMPORT_M_CODE] = "ma tthc|ma so tthc|ma thu tuc|ma so thu tuc|ma thu tuc hanh chinh|"
	                  "ma so thu tuc hanh chinh|ma so|ma dinh danh|ma quoc gia|ma dvc|ma",
	[IMPORT_M_NAME] = "ten thu tuc hanh chinh|ten tthc|ten thu tuc|thu tuc hanh chinh|"
	                  "ten dich vu cong|thu tuc|tthc|ten",
	[IMPORT_M_FIELD] = "linh vuc|ten linh vuc|linh vuc thuc hien|nganh linh vuc",
	[IMPORT_M_LEVEL] = "cap thuc hien|cap giai quyet|cap hanh chinh|cap chinh quyen|cap",
	[IMPORT_M_KIND] = "loai thu tuc|loai thu tuc hanh chinh|loai tthc",
	[IMPORT_M_DECISION] = "so quyet dinh|so quyet dinh cong bo|quyet dinh cong bo|"
	                      "so qd|qd cong bo|quyet dinh",
	[IMPORT_M_PUBLISHER] = "co quan ban hanh|co quan cong bo|don vi ban hanh|bo nganh",
	[IMPORT_M_EXECUTOR] = "co quan thuc hien|don vi thuc hien|co quan giai quyet|"
	                      "don vi giai quyet|co quan truc tiep thuc hien",
	[IMPORT_M_DECIDER] = "co quan co tham quyen|co quan co tham quyen quyet dinh|"
	                     "tham quyen quyet dinh",
	[IMPORT_M_ADDRESS] = "dia diem thuc hien|noi tiep nhan|noi tiep nhan ho so|"
	                     "dia chi tiep nhan|dia chi tiep nhan ho so|dia diem tiep nhan|noi nop",
	[IMPORT_M_PARTNER] = "co quan phoi hop|don vi phoi hop",
	[IMPORT_M_STEPS] = "trinh tu thuc hien|trinh tu|cac buoc thuc hien",
	[IMPORT_M_REQUIREMENTS] = "yeu cau dieu kien|yeu cau dieu kien thuc hien|dieu kien",
	[IMPORT_M_KEYWORDS] = "tu khoa",
	[IMPORT_M_ONLINE] = "muc do dich vu cong|muc do dvc|muc do truc tuyen|muc do cung cap|"
	                    "dich vu cong truc tuyen|dvc truc tuyen|loai dich vu cong",
	[IMPORT_M_URL] = "duong dan|lien ket|link|url|dia chi trang",
	[IMPORT_M_CHANNEL] = "cach thuc thuc hien|hinh thuc nop|hinh thuc thuc hien|cach thuc",
	[IMPORT_M_LIMIT] = "thoi han giai quyet|thoi gian giai quyet|thoi han|thoi gian thuc hien|"
	                   "thoi gian xu ly|so ngay giai quyet",
	[IMPORT_M_FEE] = "le phi|phi le phi|phi|muc phi|muc thu|muc le phi|phi va le phi|"
	                 "muc thu phi",
	[IMPORT_M_SUBJECT] = "doi tuong thuc hien|doi tuong",
	[IMPORT_M_RESULT] = "ket qua|ket qua thuc hien|ket qua giai quyet",
	[IMPORT_M_LAW] = "can cu phap ly|co so phap ly|can cu|van ban quy dinh",
};

struct str import_meaning_names(enum import_meaning m)
{
	return str_from(names[m]);
}

#define AGENCIES "replace(replace(?, char(13), ''), char(10), '; ')"
#define EACH(what) \
	"(SELECT *, row_number() OVER (PARTITION BY @ ORDER BY _line) AS _n FROM " \
	"(SELECT *, min(_line) FROM source WHERE @ IS NOT NULL AND " what " IS NOT NULL " \
	"GROUP BY @, ?))"

static const struct import_meaning_column fields[] = {
	{IMPORT_M_FIELD, "name", "?", false},
	{IMPORT_M_FIELD, "code", "slug(?)", false},
}, procedures[] = {
	{IMPORT_M_CODE, "code", "?", false},
	{IMPORT_M_NAME, "name", "?", false},
	{IMPORT_M_NAME, "kind", "'OTHER'", true},
	{IMPORT_M_KIND, "kind_text", "?", false},
	{IMPORT_M_FIELD, "field_code", "slug(?)", false},
	{IMPORT_M_LEVEL, "level",
	 "CASE WHEN fold(?) GLOB '*trung uong*' OR fold(?) GLOB '*cap bo*' THEN 'TW' "
	 "WHEN fold(?) GLOB '*tinh*' THEN 'TINH' WHEN fold(?) GLOB '*xa*' THEN 'XA' END", false},
	{IMPORT_M_LEVEL, "level_text",
	 "iif(fold(?) IN ('trung uong', 'cap trung uong', 'cap bo', 'tinh', 'cap tinh', 'xa', "
	 "'cap xa'), NULL, ?)", false},
	{IMPORT_M_DECISION, "decision_no", "?", false},
	{IMPORT_M_PUBLISHER, "publishing_agency", AGENCIES, false},
	{IMPORT_M_EXECUTOR, "executing_agency", AGENCIES, false},
	{IMPORT_M_DECIDER, "deciding_agency", AGENCIES, false},
	{IMPORT_M_ADDRESS, "reception_address", AGENCIES, false},
	{IMPORT_M_PARTNER, "coordinating_agency", AGENCIES, false},
	{IMPORT_M_STEPS, "steps_md", "plain_md(?)", false},
	{IMPORT_M_REQUIREMENTS, "requirements_md", "plain_md(?)", false},
	{IMPORT_M_KEYWORDS, "keywords", "?", false},
	{IMPORT_M_ONLINE, "online_level",
	 "CASE WHEN fold(?) GLOB '*toan trinh*' THEN 'FULL' "
	 "WHEN fold(?) GLOB '*mot phan*' THEN 'PARTIAL' END", false},
	{IMPORT_M_URL, "portal_url", "?", false},
}, methods[] = {
	{IMPORT_M_CODE, "code", "?", false},
	{IMPORT_M_CODE, "position", "_n", false},
	{IMPORT_M_CHANNEL, "channel",
	 "CASE WHEN fold(?) GLOB '*truc tiep*' THEN 'DIRECT' "
	 "WHEN fold(?) GLOB '*truc tuyen*' THEN 'ONLINE' "
	 "WHEN fold(?) GLOB '*buu chinh*' THEN 'POSTAL' ELSE 'OTHER' END", false},
	{IMPORT_M_LIMIT, "time_limit_value", "limit_part(?, 'value'!)", false},
	{IMPORT_M_LIMIT, "time_limit_unit", "limit_part(?, 'unit'!)", false},
	{IMPORT_M_LIMIT, "time_limit_text", "limit_part(?, 'text'!)", false},
	{IMPORT_M_LIMIT, "channel", "'OTHER'", true},
}, fees[] = {
	{IMPORT_M_CODE, "code", "?", false},
	{IMPORT_M_CODE, "position", "_n", false},
	{IMPORT_M_FEE, "amount_vnd", "fee_part(?, 'amount'!)", false},
	{IMPORT_M_FEE, "formula", "fee_part(?, 'words'!)", false},
	{IMPORT_M_FEE, "none_reason", "fee_part(?, 'none'!)", false},
	{IMPORT_M_FEE, "unit", "fee_part(?, 'unit'!)", false},
	{IMPORT_M_FEE, "note", "fee_part(?, 'note'!)", false},
}, subjects[] = {
	{IMPORT_M_CODE, "code", "?", false},
	{IMPORT_M_CODE, "position", "_n", false},
	{IMPORT_M_SUBJECT, "name", "?", false},
}, results[] = {
	{IMPORT_M_CODE, "code", "?", false},
	{IMPORT_M_CODE, "position", "_n", false},
	{IMPORT_M_RESULT, "name", "?", false},
}, laws[] = {
	{IMPORT_M_CODE, "code", "?", false},
	{IMPORT_M_CODE, "position", "_n", false},
	{IMPORT_M_LAW, "title", "?", false},
};

static const struct import_meaning_table tables[] = {
	{"fields", IMPORT_M_FIELD, "source WHERE ? IS NOT NULL GROUP BY slug(?)", true, fields,
	 countof(fields)},
	{"procedures", IMPORT_M_CODE, "source WHERE ? IS NOT NULL", false, procedures,
	 countof(procedures)},
	{"methods", IMPORT_M_LIMIT, EACH("?"), false, methods, countof(methods)},
	{"fees", IMPORT_M_FEE, EACH("fee_part(?, 'kind'!)"), false, fees, countof(fees)},
	{"subjects", IMPORT_M_SUBJECT, EACH("?"), false, subjects, countof(subjects)},
	{"results", IMPORT_M_RESULT, EACH("?"), false, results, countof(results)},
	{"legal-bases", IMPORT_M_LAW, EACH("?"), false, laws, countof(laws)},
};

const struct import_meaning_table *import_meaning_table(size_t i)
{
	return i < countof(tables) ? &tables[i] : NULL;
}
