/* SPDX-License-Identifier: MIT
 * import_rows - the rows of an import while it runs, and what columns they have */
#include "engine/import_int.h"

const struct import_table_spec *import_table_spec(enum import_table t)
{
	static const struct import_table_spec specs[IMPORT_FILES] = {
		[IMPORT_T_FIELD] = {"fields", {"code", "name"}, 2, false, true},
		[IMPORT_T_FORM] = {"forms", {"ref", "title"}, 2, false, true},
		[IMPORT_T_PROCEDURE] = {
			"procedures",
			{"code", "name", "kind", "kind_text", "level", "level_text", "field_code",
			 "decision_no", "steps_md", "sets_qty", "executing_agency",
			 "deciding_agency",
			 "reception_address", "delegated_agency", "coordinating_agency",
			 "requirements_md", "requirements_none", "dossier_none", "keywords",
			 "description_md", "portal_id", "portal_url"},
			20, false, false},
		[IMPORT_T_METHOD] = {
			"methods",
			{"code", "position", "channel", "time_limit_value", "time_limit_unit",
			 "time_limit_text", "note"},
			7, true, false},
		[IMPORT_T_FEE] = {
			"fees",
			{"code", "position", "name", "amount_vnd", "formula", "none_reason",
			 "channel", "note", "currency", "unit"},
			10, true, false},
		[IMPORT_T_CASE] = {"dossier-cases", {"code", "position", "name"}, 3, true, false},
		[IMPORT_T_COMPONENT] = {
			"components",
			{"code", "position", "case_position", "kind", "name", "original_qty",
			 "copy_qty", "form_ref"},
			7, true, false},
		[IMPORT_T_SUBJECT] = {"subjects", {"code", "position", "name"}, 3, true, false},
		[IMPORT_T_RESULT] = {
			"results", {"code", "position", "name", "result_code"}, 3, true, false},
		[IMPORT_T_LAW] = {
			"legal-bases",
			{"code", "position", "number", "title", "issued"},
			5, true, false},
	};
	return &specs[t];
}

struct import_row *import_row_add(struct import *im, enum import_table t)
{
	struct import_rows *table = &im->tables[t];
	table->rows =
		arena_grow(&im->arena, table->rows, table->count, &table->cap, sizeof *table->rows);
	table->rows[table->count] = (struct import_row){0};
	return &table->rows[table->count++];
}

struct str import_number(struct import *im, int64_t n)
{
	return arena_printf(&im->arena, "%lld", (long long)n);
}
