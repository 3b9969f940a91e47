/* SPDX-License-Identifier: MIT
 * cmd_check - niemyet check: rules over data and pages */
#include <string.h>

#include "cli/cmd.h"
#include "engine/check.h"
#include "sys/pool.h"

/* "warning", "all" or both, "all,warning". */
static int set_levels(struct str words, enum diag_level *level, bool *all)
{
	static const char *const levels[] = {"note", "warning", "error"};
	while (words.p) {
		struct str word = str_cut(&words, ',');
		bool known = str_eqz(word, "all");
		*all = *all || known;
		for (int i = 0; i < 3; i++) {
			if (str_eqz(word, levels[i])) {
				*level = (enum diag_level)i;
				known = true;
			}
		}
		if (!known)
			return -1;
	}
	return 0;
}

enum format { TEXT, JSON, SARIF };

static int set_format(const char *word, enum format *format)
{
	static const char *const words[] = {"text", "json", "sarif"};
	for (int i = 0; word && i < 3; i++) {
		if (strcmp(word, words[i]) == 0) {
			*format = (enum format)i;
			return 0;
		}
	}
	return word ? -1 : 0;
}

static void show_progress(void *user, int64_t pages)
{
	(void)user;
	fprintf(stderr, "\r%lld", (long long)pages);
}

static void print_counts(const struct against_counts *n, bool en)
{
	if (n->records)
		printf(en ? "compared with the export (%lld procedures): it has %lld of the %lld "
		            "posted\n"
		          : "đối chiếu với bản xuất (%lld thủ tục): có %lld trong %lld thủ tục "
		            "đang niêm yết\n",
		       (long long)n->records, (long long)n->both, (long long)n->posted);
}

static void print_text(const struct diag *findings, const struct diag *d, size_t most,
                       const struct against_counts *compared)
{
	const bool en = findings->lang == DIAG_EN;
	size_t n[3];
	for (int i = 0; i < 3; i++)
		n[i] = findings->by_level[i] + d->by_level[i];
	diag_print(d, stdout, DIAG_TEXT, false);
	diag_print_groups(findings, stdout, most, false);
	printf(en ? "%zu errors, %zu warnings, %zu notes\n" : "%zu lỗi, %zu cảnh báo, %zu lưu ý\n",
	       n[DIAG_ERROR], n[DIAG_WARNING], n[DIAG_NOTE]);
	if (findings->waived)
		printf(en ? "%zu waived (data/waivers.csv)\n"
		          : "%zu được miễn trừ (data/waivers.csv)\n",
		       findings->waived);
	print_counts(compared, en);
}

static int exit_status(const struct diag *findings, const struct diag *d, enum diag_level level,
                       int result)
{
	int status = result < 0 ? EXIT_INPUT : EXIT_DONE;
	for (int i = (int)level; i <= DIAG_ERROR; i++)
		if (findings->by_level[i] || d->by_level[i])
			status = EXIT_INPUT;
	return diag_machine_failed(d) ? EXIT_MACHINE : status;
}

static int check(const struct world *world, struct check_options *o, enum format format,
                 enum diag_level level, bool all)
{
	struct diag d = {.lang = world->lang}, findings = {.lang = world->lang};
	struct buf sarif = {0};
	o->sarif = format == SARIF ? &sarif : NULL;
	struct against_counts compared = {0};
	int result = check_run(o, &compared, &findings, &d);
	if (world->progress)
		fputs("\r", stderr);
	if (format == TEXT) {
		print_text(&findings, &d, all ? SIZE_MAX : LIMIT_EXAMPLES, &compared);
	} else if (format == SARIF) {
		fwrite(buf_str(&sarif).p, 1, sarif.len, stdout);
	} else {
		diag_print(&d, stdout, DIAG_JSON, false);
		diag_print(&findings, stdout, DIAG_JSON, false);
	}
	int status = exit_status(&findings, &d, level, result);
	buf_release(&sarif);
	diag_release(&findings);
	diag_release(&d);
	return status;
}

static int run(const struct command *self, struct world *world, int count, char **argv)
{
	struct common common = {0};
	struct check_options o = {.jobs = pool_processors()};
	const char *rule = NULL, *word = NULL, *format_word = NULL;
	bool against = false;
	const struct opt table[] = {
	    CMD_WORLD_OPTIONS(&common),
	    {"rule", 0, OPT_TEXT, &rule, "ID", "chỉ chạy một quy tắc, ví dụ NY071",
	     "run one rule only, NY071 for example"},
	    {"data", 0, OPT_FLAG, &o.data_only, NULL, "chỉ kiểm tra dữ liệu, không dựng trang",
	     "check the data only, make no page"},
	    {"against", 0, OPT_FLAG, &against, NULL,
	     "đối chiếu với bản xuất của Cơ sở dữ liệu quốc gia: các TỆP (mọi thứ import đọc được)",
	     "compare with an export of the national database: FILE... (all that import reads)"},
	    {"", 'W', OPT_TEXT, &word, "LEVEL",
	     "mức khiến lệnh thất bại: error (mặc định), warning, note; all: cho xem hết",
	     "the level that makes the command fail: error (default), warning, note; "
	     "all: show all"},
	    {"format", 0, OPT_TEXT, &format_word, "FORMAT",
	     "text (mặc định), json (mỗi dòng một thông báo) hoặc sarif",
	     "text (default), json (one message a line) or sarif"},
	    {"", 'j', OPT_INT, &o.jobs, "N", "số luồng dựng trang (mặc định: số nhân của máy)",
	     "workers (default: the machine's processors)"},
	    {NULL},
	};
	int status = cmd_begin(self, table, &common, world, &count, argv);
	if (status)
		return status - 1;
	enum diag_level level = DIAG_ERROR;
	enum format format = TEXT;
	bool all = rule != NULL;
	if (set_levels(str_from(word), &level, &all) < 0 || set_format(format_word, &format) < 0) {
		fprintf(stderr,
		        "niemyet check: -W error|warning|note|all, --format text|json|sarif\n");
		return EXIT_USAGE;
	}
	if (against != (count > 0)) {
		fputs(world->lang == DIAG_EN
		          ? "usage: niemyet check [OPTIONS] --against FILE...\n"
		          : "cách dùng: niemyet check [TÙY CHỌN] --against TỆP...\n",
		      stderr);
		return EXIT_USAGE;
	}
	o.against = (const char *const *)(argv + 1);
	o.against_count = (size_t)count;
	o.dir = world->dir;
	o.date = str_from(world->date);
	o.only = str_from(rule);
	o.jobs = o.jobs > POOL_MAX ? POOL_MAX : o.jobs;
	o.progress = world->progress ? show_progress : NULL;
	return check(world, &o, format, level, all);
}

const struct command cmd_check = {"check",
                                  "[FILE...]",
                                  0,
                                  -1,
                                  "kiểm tra dữ liệu và trang theo các quy tắc niêm yết",
                                  "check data and pages against the posting rules",
                                  run};
