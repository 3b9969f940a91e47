/* SPDX-License-Identifier: MIT
 *
 * workbook - all tables of data/ as one spreadsheet, and back
 *
 * A sheet a table, in the order of `dataset`; tables without a file are there too, empty, so that
 * the workbook of a new office is a form to fill in. Cells are text as they stand in data/NAME.csv.
 * The head of a column has two lines: its title in Vietnamese and its name, "fees.amount_vnd". By
 * that name alone a sheet and a column are known again, whatever a spreadsheet program or a person
 * makes of sheets' names, of the order of columns and rows, of looks. Titles and notes are those of
 * docs/data.md; columns of listed values and of references to other tables have lists.
 *
 * Reading back (engine/import_map_own.c) takes the workbook for the whole of each table that it
 * has: rows that differ are changed, new ones added, those that are gone removed; a table or column
 * that it has not stays. data/NAME.csv keeps the order of its rows and columns and changes by just
 * that.
 * Any mistake, and nothing is written.
 *
 * Fails    -1 and messages D001 to D049, I080 to I087, P; nothing is then written
 * Threads  one
 */
#ifndef NIEMYET_ENGINE_WORKBOOK_H
#define NIEMYET_ENGINE_WORKBOOK_H

#include "base/diag.h"

struct workbook_options {
	const char *dir;  /* the office's folder; data/ need not be there */
	const char *path; /* relative to the working folder; a file that is there is refused */
};
struct workbook_stats {
	size_t tables; /* that have rows */
	size_t rows;
};

/* Stands in place of a text that is too long for a workbook; read back, it says nothing. */
#define WORKBOOK_TOO_LONG \
	STR("(Nội dung quá dài cho sổ tính, giữ nguyên như trong tệp CSV; đừng xóa lời này.)")

must_use int workbook_write(const struct workbook_options *o, struct workbook_stats *stats,
                            struct diag *d);

#endif
