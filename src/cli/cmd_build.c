/* SPDX-License-Identifier: MIT
 * cmd_build - niemyet build: the office's folder into the site */
#include "cli/cmd.h"
#include "engine/build.h"
#include "sys/pool.h"

static void show_progress(void *user, int64_t pages)
{
	(void)user;
	fprintf(stderr, "\r%lld", (long long)pages);
}

static void print_steps(const struct build_report *r, bool compress, bool en)
{
	printf(en ? "seconds: load %.2f, compile %.2f, render %.2f, check %.2f, "
	          : "giây: nạp %.2f, biên dịch %.2f, dựng %.2f, kiểm tra %.2f, ",
	       (double)r->step_ms[BUILD_LOAD] / 1e3, (double)r->step_ms[BUILD_COMPILE] / 1e3,
	       (double)r->step_ms[BUILD_RENDER] / 1e3,
	       (double)(r->step_ms[BUILD_CHECK_DATA] + r->step_ms[BUILD_CHECK_PAGES]) / 1e3);
	if (compress)
		printf(en ? "compress %.2f, " : "nén %.2f, ",
		       (double)r->step_ms[BUILD_COMPRESS] / 1e3);
	printf(en ? "publish %.2f; memory %lld MB\n" : "xuất bản %.2f; bộ nhớ %lld MB\n",
	       (double)r->step_ms[BUILD_PUBLISH] / 1e3, (long long)r->peak_kb / 1024);
}

static void print_summary(const struct build_report *r, const struct build_options *o, bool en)
{
	printf(en ? "%s: %lld files, %lld bytes; %lld written, %lld removed%s\n"
	          : "%s: %lld tệp, %lld byte; ghi %lld, bỏ %lld%s\n",
	       o->out, (long long)r->counts.files, (long long)r->counts.bytes,
	       (long long)r->counts.written, (long long)r->counts.removed,
	       r->changed ? ""
	       : en       ? " (nothing changed)"
	                  : " (không có gì thay đổi)");
	printf(en ? "%lld procedures posted, %lld internal ones not posted; posting rules: %zu "
	            "errors, %zu warnings, %zu notes\n"
	          : "%lld thủ tục được niêm yết, %lld thủ tục nội bộ không niêm yết; quy tắc: %zu "
	            "lỗi, %zu cảnh báo, %zu lưu ý\n",
	       (long long)r->posted, (long long)r->loaded.internal, r->findings[DIAG_ERROR],
	       r->findings[DIAG_WARNING], r->findings[DIAG_NOTE]);
	if (r->skipped)
		printf(en ? "seconds: compare %.2f, every file is as the last build left it; "
		            "memory %lld MB\n"
		          : "giây: so sánh %.2f, mọi tệp vẫn như lần dựng trước; bộ nhớ "
		            "%lld MB\n",
		       (double)r->step_ms[BUILD_LOOK] / 1e3, (long long)r->peak_kb / 1024);
	else
		print_steps(r, o->compress, en);
	if (r->findings[DIAG_ERROR])
		puts(en ? "The pages show what is missing; niemyet check lists it with file, line "
		          "and cure."
		        : "Trang có đánh dấu chỗ thiếu; niemyet check liệt kê từng lỗi, tệp, dòng "
		          "và cách sửa.");
}

static int run(const struct command *self, struct world *world, int count, char **argv)
{
	struct common common = {0};
	struct build_options o = {.jobs = pool_processors()};
	const char *out = NULL;
	const struct opt table[] = {
	    CMD_WORLD_OPTIONS(&common),
	    {"", 'o', OPT_TEXT, &out, "DIR",
	     "thư mục đích (mặc định: site trong thư mục của cơ quan)",
	     "the target folder (default: site in the office's folder)"},
	    {"", 'j', OPT_INT, &o.jobs, "N", "số luồng dựng trang (mặc định: số nhân của máy)",
	     "workers (default: the machine's processors)"},
	    {"compress", 0, OPT_FLAG, &o.compress, NULL,
	     "kèm bản nén .gz và .br cho máy chủ web",
	     "with compressed copies, .gz and .br, for web servers"},
	    {"strict", 0, OPT_FLAG, &o.strict, NULL, "dừng khi có lỗi niêm yết",
	     "stop when a posting rule is broken"},
	    {NULL},
	};
	int status = cmd_begin(self, table, &common, world, &count, argv);
	if (status)
		return status - 1;
	struct arena a = {0};
	o.dir = world->dir;
	o.out = out ? out : arena_printf(&a, "%s/site", world->dir).p;
	o.date = str_from(world->date);
	o.jobs = o.jobs > POOL_MAX ? POOL_MAX : o.jobs;
	o.progress = world->progress ? show_progress : NULL;
	struct diag d = {.lang = world->lang};
	struct build_report report = {0};
	int result = build_run(&o, &report, &d);
	if (world->progress)
		fputs("\r", stderr);
	status = cmd_finish(&d, world, false, result < 0 ? EXIT_INPUT : EXIT_DONE);
	if (status == EXIT_DONE)
		print_summary(&report, &o, world->lang == DIAG_EN);
	arena_release(&a);
	return status;
}

const struct command cmd_build = {
    "build", "", 0, 0, "dựng trang niêm yết từ dữ liệu", "build the posting from the data", run};
