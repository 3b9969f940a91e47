/* SPDX-License-Identifier: MIT
 * cmd_import - niemyet import: what the office has, into the files of data/ */
#include "cli/cmd.h"
#include "engine/import.h"

static int run(const struct command *self, struct world *world, int count, char **argv)
{
	struct common common = {0};
	struct import_options o = {0};
	const struct opt table[] = {
	    CMD_WORLD_OPTIONS(&common),
	    {"dry-run", 0, OPT_FLAG, &o.dry_run, NULL, "đọc và báo cáo, không ghi gì",
	     "read and report, write nothing"},
	    {"regulations-are-public", 0, OPT_FLAG, &o.regulations_are_public, NULL,
	     "coi loại CENTRAL_REGULATION, LOCAL_REGULATION là thủ tục được niêm yết, không phải "
	     "nội bộ",
	     "take the kinds CENTRAL_REGULATION, LOCAL_REGULATION as posted, not as internal"},
	    {NULL},
	};
	int status = cmd_begin(self, table, &common, world, &count, argv);
	if (status)
		return status - 1;
	o.dir = world->dir;
	o.paths = (const char *const *)(argv + 1);
	o.path_count = (size_t)count;
	struct diag d = {.lang = world->lang};
	struct import_report report = {0};
	struct buf text = {0};
	int result = import_run(&o, &report, &d);
	if (result == 0) {
		import_report_put(&text, &report, world->lang);
		fwrite(buf_str(&text).p, 1, text.len, stdout);
	}
	buf_release(&text);
	return cmd_finish(&d, world, false, result < 0 ? EXIT_INPUT : EXIT_DONE);
}

const struct command cmd_import = {"import",
                                   "FILE...",
                                   1,
                                   -1,
                                   "đọc dữ liệu cơ quan đang có vào data/*.csv",
                                   "read what the office has into data/*.csv",
                                   run};
