/* SPDX-License-Identifier: MIT
 * cmd_verify - niemyet verify: the ledger and what is posted, as they were written? */
#include "cli/cmd.h"
#include "engine/verify.h"

static void print_ledger(const struct ledger_end *e, bool en)
{
	printf(en ? "ledger.csv: %lld lines, %lld publications, the last one at %.*s; every line "
	            "is as it was written\n"
	          : "ledger.csv: %lld dòng, %lld lần niêm yết, lần cuối lúc %.*s; mọi dòng nguyên "
	            "vẹn\n",
	       (long long)e->seq, (long long)e->publication, LEDGER_AT, e->at);
	printf(en ? "last hash: %.*s\n" : "mã băm cuối: %.*s\n", SEAL_HEX, e->chain);
}

static void print_office(const struct verify_report *r, bool en)
{
	const struct ledger_end *e = &r->end;
	if (!e->seq)
		puts(en ? "ledger.csv: nothing has been published yet"
		        : "ledger.csv: chưa niêm yết lần nào");
	else
		print_ledger(e, en);
	const size_t *n = r->by_event;
	if (n[CHANGE_POSTED] + n[CHANGE_CHANGED] + n[CHANGE_WITHDRAWN] > 0)
		printf(en ? "not published yet: %zu new, %zu changed, %zu to withdraw (niemyet "
		            "publish --dry-run lists them)\n"
		          : "chưa niêm yết: %zu thủ tục mới, %zu thay đổi, %zu phải gỡ (xem bằng "
		            "niemyet publish --dry-run)\n",
		       n[CHANGE_POSTED], n[CHANGE_CHANGED], n[CHANGE_WITHDRAWN]);
	else if (e->seq)
		puts(en ? "the board of the day is what the ledger says"
		        : "bảng của ngày đúng như nhật ký");
}

static void print_site(const struct verify_report *r, const char *site, bool en)
{
	printf(en ? "%s: %lld files, all as they were published\n"
	          : "%s: %lld tệp, đúng như lúc đăng\n",
	       site, (long long)r->files);
	if (!r->office && r->end.seq)
		printf(en ? "its ledger: %lld lines, the last one at %.*s, hash %.*s\n"
		          : "nhật ký kèm theo: %lld dòng, lần cuối lúc %.*s, mã băm %.*s\n",
		       (long long)r->end.seq, LEDGER_AT, r->end.at, SEAL_HEX, r->end.chain);
}

static int run(const struct command *self, struct world *world, int count, char **argv)
{
	struct common common = {0};
	const char *record = NULL;
	const struct opt table[] = {
	    CMD_WORLD_OPTIONS(&common),
	    {"record", 0, OPT_TEXT, &record, "CODE",
	     "in nội dung của một thủ tục, đúng từng byte như đã tính mã băm",
	     "print a procedure's record, byte by byte as it is hashed"},
	    {NULL},
	};
	int status = cmd_begin(self, table, &common, world, &count, argv);
	if (status)
		return status - 1;
	const bool en = world->lang == DIAG_EN;
	struct verify_options o = {world->dir, count > 0 ? argv[1] : NULL, str_from(world->date),
	                           str_from(record)};
	struct diag d = {.lang = world->lang};
	struct verify_report report;
	int result = verify_run(&o, &report, &d);
	status = cmd_finish(&d, world, false, result < 0 ? EXIT_INPUT : EXIT_DONE);
	if (status == EXIT_DONE && record) {
		fputs(buf_str(&report.record).p, stdout);
	} else if (status == EXIT_DONE) {
		if (report.office)
			print_office(&report, en);
		if (report.site)
			print_site(&report, o.site, en);
	}
	buf_release(&report.record);
	return status;
}

const struct command cmd_verify = {"verify",
                                   "[DIR]",
                                   0,
                                   1,
                                   "soát nhật ký và trang đã đăng",
                                   "check the ledger and what is posted",
                                   run};
