/* SPDX-License-Identifier: MIT
 * cmd_check - niemyet check: rules over the data */
#include <string.h>

#include "cli/cmd.h"
#include "engine/check.h"

static int set_level(const char *word, enum diag_level *level)
{
	static const char *const words[] = {"note", "warning", "error"};
	for (int i = 0; word && i < 3; i++) {
		if (strcmp(word, words[i]) == 0) {
			*level = (enum diag_level)i;
			return 0;
		}
	}
	return word ? -1 : 0;
}

static int run(const struct command *self, struct world *world, int count, char **argv)
{
	struct common common = {0};
	const char *rule = NULL, *word = NULL, *format = NULL;
	const struct opt table[] = {
	    CMD_WORLD_OPTIONS(&common),
	    {"rule", 0, OPT_TEXT, &rule, "ID", "chỉ chạy một quy tắc, ví dụ NY071",
	     "run one rule only, NY071 for example"},
	    {"", 'W', OPT_TEXT, &word, "LEVEL",
	     "mức khiến lệnh thất bại: error (mặc định), warning, note",
	     "the level that makes the command fail: error (default), warning, note"},
	    {"format", 0, OPT_TEXT, &format, "FORMAT",
	     "text (mặc định) hoặc json, mỗi dòng một thông báo",
	     "text (default) or json, one message a line"},
	    {NULL},
	};
	int status = cmd_begin(self, table, &common, world, &count, argv);
	if (status)
		return status - 1;
	enum diag_level level = DIAG_ERROR;
	bool json = format && strcmp(format, "json") == 0;
	if (set_level(word, &level) < 0 || (format && !json && strcmp(format, "text") != 0)) {
		fprintf(stderr, "niemyet check: -W error|warning|note, --format text|json\n");
		return EXIT_USAGE;
	}
	struct diag d = {.lang = world->lang};
	struct check_options options = {world->dir, str_from(world->date), str_from(rule)};
	status = check_run(&options, &d) < 0 ? EXIT_INPUT : EXIT_DONE;
	diag_print(&d, stdout, json ? DIAG_JSON : DIAG_TEXT, false);
	if (!json)
		printf(world->lang == DIAG_EN ? "%zu errors, %zu warnings, %zu notes\n"
		                              : "%zu lỗi, %zu cảnh báo, %zu lưu ý\n",
		       d.by_level[DIAG_ERROR], d.by_level[DIAG_WARNING], d.by_level[DIAG_NOTE]);
	for (int i = (int)level; i <= DIAG_ERROR; i++)
		if (d.by_level[i])
			status = EXIT_INPUT;
	if (diag_machine_failed(&d))
		status = EXIT_MACHINE;
	diag_release(&d);
	return status;
}

const struct command cmd_check = {"check",
                                  "",
                                  0,
                                  0,
                                  "kiểm tra dữ liệu theo các quy tắc niêm yết",
                                  "check the data against the posting rules",
                                  run};
