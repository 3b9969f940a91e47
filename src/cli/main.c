/* SPDX-License-Identifier: MIT
 * main - choosing the command; the only place that asks the clock and the environment */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/date.h"
#include "base/num.h"
#include "cli/cmd.h"
#include "sys/db.h"
#include "sys/fs.h"

static const struct command *const commands[] = {&cmd_import, &cmd_check, &cmd_build, &cmd_print,
                                               &cmd_publish, &cmd_verify, &cmd_workbook};

static void print_help(FILE *to, enum diag_lang lang)
{
	const bool en = lang == DIAG_EN;
	fputs(en ? "niemyet - the public posting of administrative procedures\n\n"
	           "usage: niemyet COMMAND [OPTIONS] [OPERANDS]\n\n"
	         : "niemyet - niêm yết công khai thủ tục hành chính\n\n"
	           "cách dùng: niemyet LỆNH [TÙY CHỌN] [TỆP]\n\n",
	      to);
	for (size_t i = 0; i < countof(commands); i++)
		fprintf(to, "  %-8s %-10s %s\n", commands[i]->name, commands[i]->operands,
		        en ? commands[i]->en : commands[i]->vi);
	fputs(en ? "\nniemyet COMMAND --help tells more; niemyet --version prints the version\n"
	         : "\nniemyet LỆNH --help cho biết thêm; niemyet --version in phiên bản\n",
	      to);
}

/* Days since 1970 in Vietnam (UTC+7, no summer time) of a moment in seconds. */
static int32_t day_in_vietnam(int64_t seconds)
{
	return (int32_t)((seconds + 7 * 3600) / 86400);
}

static void find_date(struct world *w)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	int64_t seconds = 0;
	if (!epoch || num_parse_int(str_from(epoch), &seconds) < 0)
		seconds = time(NULL);
	struct buf text = {0};
	date_put_iso(&text, day_in_vietnam(seconds));
	memcpy(w->date, buf_str(&text).p, sizeof w->date);
	int of_day = (int)((seconds + 7 * 3600) % 86400);
	buf_printf(&text, "T%02d:%02d:%02d+07:00", of_day / 3600, of_day / 60 % 60, of_day % 60);
	if (text.len < sizeof w->at)
		memcpy(w->at, buf_str(&text).p, text.len);
	buf_release(&text);
}

#ifdef NIEMYET_FAULTS
/* Only in builds for tests: NIEMYET_FAULT=N fails the n-th operation on the disk,
 * NIEMYET_FAULT=N:die ends the process there. */
static void plan_fault(void)
{
	struct str plan = str_from(getenv("NIEMYET_FAULT"));
	int64_t n = 0;
	if (plan.p && num_parse_int(str_cut(&plan, ':'), &n) == 0)
		fs_fail_at(n, plan.p != NULL);
}
#else
static void plan_fault(void)
{
}
#endif

static const struct command *find_command(const char *name)
{
	for (size_t i = 0; i < countof(commands); i++)
		if (strcmp(commands[i]->name, name) == 0)
			return commands[i];
	return NULL;
}

static int no_such_command(const char *name)
{
	fprintf(stderr, "niemyet: không có lệnh “%s” / no such command", name);
	for (size_t i = 0; i < countof(commands); i++)
		if (str_distance(str_from(name), str_from(commands[i]->name), 2) != SIZE_MAX)
			fprintf(stderr, " (%s?)", commands[i]->name);
	fputs("\n    niemyet --help\n", stderr);
	return EXIT_USAGE;
}

/* Options that may stand before the command: they move behind it. Returns the place of
 * the command in argv, or argc. */
static int skip_leading_options(int argc, char **argv)
{
	int at = 1;
	while (at < argc && argv[at][0] == '-' && argv[at][1]) {
		bool takes_value = strcmp(argv[at], "-C") == 0 || strcmp(argv[at], "--date") == 0 ||
		                   strcmp(argv[at], "--lang") == 0;
		at += takes_value ? 2 : 1;
	}
	return at < argc ? at : argc;
}

static bool is_word(int argc, char **argv, const char *a, const char *b)
{
	return argc == 2 && (strcmp(argv[1], a) == 0 || strcmp(argv[1], b) == 0);
}

static int run(int argc, char **argv, struct world *world)
{
	if (is_word(argc, argv, "--version", "-V")) {
		puts("niemyet " NIEMYET_VERSION);
		return EXIT_DONE;
	}
	int at = skip_leading_options(argc, argv);
	if (argc == 1 || at == argc) {
		bool wanted = is_word(argc, argv, "--help", "-h");
		print_help(wanted ? stdout : stderr, world->lang);
		return wanted ? EXIT_DONE : EXIT_USAGE;
	}
	const struct command *command = find_command(argv[at]);
	if (!command)
		return no_such_command(argv[at]);
	for (int i = at; i > 1; i--) { /* "-C x build y" becomes "build -C x y" */
		char *word = argv[i];
		argv[i] = argv[i - 1];
		argv[i - 1] = word;
	}
	return command->run(command, world, argc - 2, argv + 1);
}

int main(int argc, char **argv)
{
	struct world world = {.dir = "."};
	world.answers = isatty(0);
	world.progress = isatty(2);
	world.colour = world.progress && !getenv("NO_COLOR");
	find_date(&world);
	plan_fault();
	db_global_init();
	int status = run(argc, argv, &world);
	return fflush(stdout) == 0 && !ferror(stdout) ? status : EXIT_MACHINE;
}
