/* SPDX-License-Identifier: MIT
 * cmd_print - niemyet print: the paper edition as PDF files */
#include "cli/cmd.h"
#include "engine/print.h"
#include "sys/fs.h"
#include "sys/pool.h"

static void show_progress(void *user, int64_t done, int64_t all)
{
	(void)user;
	fprintf(stderr, "\r%lld/%lld", (long long)done, (long long)all);
}

/* A board takes 210 mm by 297 mm for each sheet. */
static void print_summary(const struct print_report *r, const char *to, bool en)
{
	printf(en ? "%s: %lld files, %lld sheets printed; %lld unchanged, %lld removed, %lld forms "
	            "beside\n"
	          : "%s: in %lld tệp, %lld tờ; %lld tệp không đổi, %lld tệp gỡ, %lld mẫu đơn kèm "
	            "theo\n",
	       to, (long long)r->files, (long long)r->sheets, (long long)r->kept,
	       (long long)r->removed, (long long)r->forms);
	printf(en ? "room on the board: %.1f square metres\n" : "diện tích bảng: %.1f mét vuông\n",
	       (double)r->sheets * 0.210 * 0.297);
}

static int run(const struct command *self, struct world *world, int count, char **argv)
{
	struct common common = {0};
	struct print_options o = {.jobs = pool_processors()};
	const char *site = NULL, *to = NULL;
	const struct opt table[] = {
	    CMD_WORLD_OPTIONS(&common),
	    {"site", 0, OPT_TEXT, &site, "DIR", "thư mục đã dựng (mặc định: site)",
	     "the built site (default: site)"},
	    {"", 'o', OPT_TEXT, &to, "DIR", "nơi để tệp PDF (mặc định: ban-in)",
	     "where the PDF files go (default: ban-in)"},
	    {"changed", 0, OPT_FLAG, &o.changed, NULL, "chỉ in những tờ đã đổi từ lần in trước",
	     "only sheets that changed since the last printing"},
	    {"browser", 0, OPT_TEXT, &o.browser, "FILE", "trình duyệt Chromium",
	     "the Chromium browser"},
	    {"", 'j', OPT_INT, &o.jobs, "N",
	     "số trình duyệt chạy cùng lúc (mặc định: số nhân của máy)",
	     "browsers side by side (default: the machine's processors)"},
	    {NULL},
	};
	int status = cmd_begin(self, table, &common, world, &count, argv);
	if (status)
		return status - 1;
	struct arena a = {0};
	struct diag d = {.lang = world->lang};
	struct print_report report = {0};
	const char *folder = site ? site : arena_printf(&a, "%s/site", world->dir).p;
	o.to = to ? to : arena_printf(&a, "%s/ban-in", world->dir).p;
	o.names = (const char *const *)(argv + 1);
	o.name_count = (size_t)count;
	o.date = str_from(world->date);
	o.jobs = o.jobs > POOL_MAX ? POOL_MAX : o.jobs;
	o.progress = world->progress ? show_progress : NULL;
	int result = fs_absolute(&a, folder, &o.site, &d);
	if (result == 0)
		result = print_run(&o, &report, &d);
	if (world->progress)
		fputs("\r", stderr);
	status = cmd_finish(&d, world, false, result < 0 ? EXIT_INPUT : EXIT_DONE);
	if (status == EXIT_DONE)
		print_summary(&report, o.to, world->lang == DIAG_EN);
	arena_release(&a);
	return status;
}

const struct command cmd_print = {"print",
                                  "[SHEET...]",
                                  0,
                                  -1,
                                  "in bộ niêm yết giấy ra PDF",
                                  "print the paper edition as PDF",
                                  run};
