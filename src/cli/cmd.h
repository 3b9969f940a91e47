/* SPDX-License-Identifier: MIT
 *
 * cmd - the commands: each reads its options and calls one function of the engine
 */
#ifndef NIEMYET_CLI_CMD_H
#define NIEMYET_CLI_CMD_H

#include "cli/opt.h"

/* Exit statuses; the status only rises. */
enum { EXIT_DONE = 0, EXIT_INPUT = 1, EXIT_USAGE = 2, EXIT_MACHINE = 3 };

/* What main found out about the world, the only place where it is asked. */
struct world {
	const char *dir; /* -C, else "." */
	char date[11];   /* --date, else SOURCE_DATE_EPOCH, else the clock; in Vietnam's time */
	char at[26];     /* the moment in Vietnam: SOURCE_DATE_EPOCH, else the clock */
	enum diag_lang lang;
	bool answers;  /* standard input is a terminal: somebody can be asked */
	bool colour;   /* standard error is a terminal and NO_COLOR is not set */
	bool progress; /* standard error is a terminal */
};

/* Every command's options begin with these: -C, --date, --lang, --help. */
#define CMD_WORLD_OPTIONS(common) \
	{"", 'C', OPT_TEXT, &(common)->dir, "DIR", \
	 "thư mục của cơ quan (mặc định: thư mục này)", \
	 "the office's folder (default: this one)"}, \
	{"date", 0, OPT_TEXT, &(common)->date, "DAY", \
	 "ngày niêm yết, YYYY-MM-DD (mặc định: hôm nay)", \
	 "the day of the posting, YYYY-MM-DD (default: today)"}, \
	{"lang", 0, OPT_TEXT, &(common)->lang, "LANG", \
	 "ngôn ngữ thông báo: vi (mặc định) hoặc en", \
	 "language of the messages: vi (default) or en"}, \
	{"help", 'h', OPT_FLAG, &(common)->help, NULL, "in trợ giúp này", "print this help"}

struct common {
	const char *dir, *date, *lang;
	bool help;
};

struct command {
	const char *name, *operands; /* "FILE..." */
	int least, most;             /* operands; most -1: any number */
	const char *vi, *en;         /* one line */
	int (*run)(const struct command *self, struct world *world, int count, char **argv);
};
extern const struct command cmd_build, cmd_check, cmd_import, cmd_print, cmd_publish,
    cmd_verify, cmd_workbook;

/* Parses a command's options and checks the number of operands. 0 go on, else the exit
 * status plus one (1: help was printed, leave with 0). */
must_use int cmd_begin(const struct command *self, const struct opt *table, struct common *common,
                       struct world *world, int *count, char **argv);

/* Prints all messages and gives the exit status: EXIT_INPUT when there are errors, or
 * warnings too when they count as such. */
int cmd_finish(struct diag *d, const struct world *world, bool strict, int status);

#endif
