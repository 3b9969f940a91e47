/* SPDX-License-Identifier: MIT
 * cmd_publish - niemyet publish: the board to its destination, its lines into the ledger */
#include <string.h>

#include "cli/cmd.h"
#include "engine/post.h"
#include "sys/pool.h"

enum { MOST_SHOWN = 40 };

/* What there is to know when asking. */
struct question {
	const struct world *world;
	const char *out;
	bool yes, dry_run;
};

static void print_change(const struct change *c, bool en)
{
	static const char *const words[CHANGE_EVENTS][2] = {
	    [CHANGE_POSTED] = {"niêm yết", "posted"},
	    [CHANGE_CHANGED] = {"thay đổi", "changed"},
	    [CHANGE_WITHDRAWN] = {"gỡ bỏ", "withdrawn"},
	};
	printf("  %s: %.*s %.*s", words[c->event][en], STR_ARG(c->code), STR_ARG(c->name));
	if (c->parts.n)
		printf(" (%.*s)", STR_ARG(c->parts));
	putchar('\n');
}

static void print_changes(const struct changes *c, bool en)
{
	for (size_t i = 0; i < c->count && i < MOST_SHOWN; i++)
		print_change(&c->items[i], en);
	if (c->count > MOST_SHOWN)
		printf(en ? "  ... and %zu more\n" : "  ... và %zu dòng nữa\n",
		       c->count - MOST_SHOWN);
}

static void print_plan(const struct post_report *r, const char *out, bool en)
{
	const struct changes *c = &r->changes;
	printf(en ? "%s: %zu procedures newly posted, %zu changed, %zu withdrawn; %lld files "
	            "written, %lld removed\n"
	          : "%s: niêm yết mới %zu thủ tục, thay đổi %zu, gỡ bỏ %zu; ghi %lld tệp, bỏ %lld "
	            "tệp\n",
	       out, c->by_event[CHANGE_POSTED], c->by_event[CHANGE_CHANGED],
	       c->by_event[CHANGE_WITHDRAWN], (long long)r->build.counts.written,
	       (long long)r->build.counts.removed);
	print_changes(c, en);
}

static bool ask(bool en)
{
	char answer[16] = "";
	fputs(en ? "Publish? [y/N] " : "Niêm yết? [c/K] ", stdout);
	fflush(stdout);
	if (!fgets(answer, sizeof answer, stdin))
		return false;
	return strchr("yYcC", answer[0]) && answer[0] && answer[0] != '\n';
}

static bool confirm(void *user, const struct post_report *r)
{
	const struct question *q = user;
	const bool en = q->world->lang == DIAG_EN;
	if (q->world->progress)
		fputs("\r", stderr);
	print_plan(r, q->out, en);
	if (q->dry_run)
		return false;
	return q->yes || ask(en);
}

static void print_end(const struct post_report *r, const struct question *q)
{
	const bool en = q->world->lang == DIAG_EN;
	switch (r->outcome) {
	case POST_NOTHING:
		printf(en ? "%s: nothing new to publish\n" : "%s: không có gì mới để niêm yết\n",
		       q->out);
		break;
	case POST_REFUSED:
		puts(en ? "nothing was sent, nothing written" : "chưa gửi gì, chưa ghi gì");
		break;
	case POST_DONE:
		if (r->changes.count)
			printf(en ? "publication %lld is in ledger.csv\n"
			          : "đã ghi lần niêm yết thứ %lld vào ledger.csv\n",
			       (long long)r->changes.publication);
		else
			puts(en ? "sent; no procedure changed, so the ledger has no new line"
			        : "đã gửi; không thủ tục nào thay đổi nên nhật ký không thêm dòng");
		break;
	}
}

static int publish(struct world *world, struct post_options *o, struct question *q)
{
	struct diag d = {.lang = world->lang};
	struct post_report report;
	o->build.dir = world->dir;
	o->build.out = q->out;
	o->build.date = str_from(world->date);
	o->build.jobs = o->build.jobs > POOL_MAX ? POOL_MAX : o->build.jobs;
	o->at = str_from(world->at);
	o->dry_run = q->dry_run;
	o->confirm = confirm;
	o->user = q;
	int result = post_run(o, &report, &d);
	int status = cmd_finish(&d, world, false, result < 0 ? EXIT_INPUT : EXIT_DONE);
	if (status != EXIT_DONE)
		return status;
	print_end(&report, q);
	return report.outcome == POST_REFUSED && !q->dry_run ? EXIT_INPUT : EXIT_DONE;
}

static int run(const struct command *self, struct world *world, int count, char **argv)
{
	struct common common = {0};
	struct post_options o = {.build.jobs = pool_processors()};
	struct question q = {.world = world};
	const struct opt table[] = {
	    CMD_WORLD_OPTIONS(&common),
	    {"", 'j', OPT_INT, &o.build.jobs, "N",
	     "số luồng dựng trang (mặc định: số nhân của máy)",
	     "workers (default: the machine's processors)"},
	    {"compress", 0, OPT_FLAG, &o.build.compress, NULL,
	     "kèm bản nén .gz và .br cho máy chủ web",
	     "with compressed copies, .gz and .br, for web servers"},
	    {"yes", 0, OPT_FLAG, &q.yes, NULL, "không hỏi lại", "do not ask"},
	    {"dry-run", 0, OPT_FLAG, &q.dry_run, NULL, "chỉ cho biết sẽ làm gì",
	     "only say what there is to do"},
	    {NULL},
	};
	int status = cmd_begin(self, table, &common, world, &count, argv);
	if (status)
		return status - 1;
	if (!q.yes && !q.dry_run && !world->answers) {
		fprintf(stderr,
		        world->lang == DIAG_EN
		            ? "niemyet publish: nobody to ask here: add --yes or --dry-run\n"
		            : "niemyet publish: ở đây không hỏi lại được: thêm --yes hoặc "
		              "--dry-run\n");
		return EXIT_USAGE;
	}
	q.out = argv[1];
	return publish(world, &o, &q);
}

const struct command cmd_publish = {"publish",
                                    "DEST",
                                    1,
                                    1,
                                    "niêm yết: dựng trang, gửi tới đích, ghi nhật ký",
                                    "publish: build, send to the destination, write the ledger",
                                    run};
