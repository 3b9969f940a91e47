/* SPDX-License-Identifier: MIT
 * cmd_workbook - niemyet workbook: the tables of data/ as one spreadsheet to fill in */
#include "cli/cmd.h"
#include "engine/workbook.h"

static int run(const struct command *self, struct world *world, int count, char **argv)
{
	struct common common = {0};
	const struct opt table[] = {
	    CMD_WORLD_OPTIONS(&common),
	    {NULL},
	};
	int status = cmd_begin(self, table, &common, world, &count, argv);
	if (status)
		return status - 1;
	struct diag d = {.lang = world->lang};
	struct workbook_options o = {.dir = world->dir, .path = argv[1]};
	struct workbook_stats stats;
	if (workbook_write(&o, &stats, &d) < 0)
		return cmd_finish(&d, world, false, EXIT_INPUT);
	status = cmd_finish(&d, world, false, EXIT_DONE);
	printf(world->lang == DIAG_EN
	           ? "%s: %zu tables with %zu rows; edit, save, then: niemyet import %s\n"
	           : "%s: %zu bảng có dữ liệu, %zu hàng; sửa, lưu, rồi chạy: niemyet import %s\n",
	       o.path, stats.tables, stats.rows, o.path);
	return status;
}

const struct command cmd_workbook = {"workbook",
                                     "FILE.xlsx",
                                     1,
                                     1,
                                     "ghi data/*.csv thành một sổ tính XLSX để sửa rồi nhập lại",
                                     "write data/*.csv as one XLSX workbook, to edit and import",
                                     run};
