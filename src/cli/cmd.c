/* SPDX-License-Identifier: MIT
 * cmd - what all commands share: reading the common options, ending with messages */
#include "cli/cmd.h"

#include <string.h>

#include "base/date.h"

int cmd_begin(const struct command *self, const struct opt *table, struct common *common,
              struct world *world, int *count, char **argv)
{
	if (opt_parse(table, count, argv, world->lang) < 0)
		return EXIT_USAGE + 1;
	if (common->lang && strcmp(common->lang, "vi") != 0 && strcmp(common->lang, "en") != 0) {
		fprintf(stderr, "niemyet: --lang vi | en\n");
		return EXIT_USAGE + 1;
	}
	if (common->lang)
		world->lang = strcmp(common->lang, "en") == 0 ? DIAG_EN : DIAG_VI;
	const bool en = world->lang == DIAG_EN;
	if (common->help) {
		printf(en ? "niemyet %s [OPTIONS] %s\n%s\n\n" : "niemyet %s [TÙY CHỌN] %s\n%s\n\n",
		       self->name, self->operands, en ? self->en : self->vi);
		opt_print(table, stdout, world->lang);
		return EXIT_DONE + 1;
	}
	if (*count < self->least || (self->most >= 0 && *count > self->most)) {
		fprintf(stderr,
		        en ? "usage: niemyet %s [OPTIONS] %s\n"
		           : "cách dùng: niemyet %s [TÙY CHỌN] %s\n",
		        self->name, self->operands);
		return EXIT_USAGE + 1;
	}
	int32_t day = 0;
	if (common->date && !date_parse(str_from(common->date), &day)) {
		fprintf(stderr, en ? "niemyet: --date wants YYYY-MM-DD\n"
		                   : "niemyet: --date cần dạng YYYY-MM-DD\n");
		return EXIT_USAGE + 1;
	}
	if (common->date)
		memcpy(world->date, common->date, sizeof world->date);
	if (common->dir)
		world->dir = common->dir;
	return 0;
}

int cmd_finish(struct diag *d, const struct world *world, bool strict, int status)
{
	diag_print(d, stderr, DIAG_TEXT, world->colour);
	if (diag_has_errors(d) || (strict && d->by_level[DIAG_WARNING]))
		status = status > EXIT_INPUT ? status : EXIT_INPUT;
	if (diag_machine_failed(d))
		status = EXIT_MACHINE;
	diag_release(d);
	return status;
}
