/* SPDX-License-Identifier: MIT
 * cmd_import - niemyet import: what the office has, into the files of data/ */
#include <string.h>

#include "cli/cmd.h"
#include "engine/import_files.h"
#include "engine/import_map.h"
#include "fmt/coding.h"

static int refuse_set(const char *value, const struct world *world)
{
	fprintf(stderr,
	        world->lang == DIAG_EN
	            ? "niemyet: --set wants NAME=VALUE, not “%s”\n"
	            : "niemyet: --set cần dạng TÊN=GIÁ TRỊ, không phải “%s”\n",
	        value);
	return EXIT_USAGE;
}

static int refuse_step(const char *name, const struct world *world)
{
	fprintf(stderr,
	        world->lang == DIAG_EN ? "niemyet: --keep: there is no step “%s”; one of"
	                               : "niemyet: --keep: không có bước “%s”; chọn một trong",
	        name);
	for (int i = 0; i < IMPORT_CLEAN__COUNT; i++)
		fprintf(stderr, "%s %s", i ? "," : "", import_clean_name((enum import_clean)i));
	fputc('\n', stderr);
	return EXIT_USAGE;
}

static int refuse_coding(const char *name, const struct world *world)
{
	fprintf(stderr,
	        world->lang == DIAG_EN ? "niemyet: --coding: there is no coding “%s”; one of"
	                               : "niemyet: --coding: không có bảng mã “%s”; chọn một trong",
	        name);
	for (int c = 0; c < CODING__COUNT; c++)
		fprintf(stderr, "%s %s", c ? "," : "", coding_name((enum coding)c));
	fputc('\n', stderr);
	return EXIT_USAGE;
}

static void show_progress(void *user, struct str file, size_t rows)
{
	const struct world *world = user;
	fprintf(stderr, "\r\033[K%.*s: %zu %s", STR_ARG(file), rows,
	        world->lang == DIAG_EN ? "rows" : "hàng");
}

static int run(const struct command *self, struct world *world, int count, char **argv)
{
	struct common common = {0};
	struct import_files_options o = {0};
	struct opt_list sets = {0}, keeps = {0};
	const char *format = "text";
	const struct opt table[] = {
	    CMD_WORLD_OPTIONS(&common),
	    {"dry-run", 0, OPT_FLAG, &o.dry_run, NULL, "đọc và báo cáo, không ghi gì",
	     "read and report, write nothing"},
	    {"map", 0, OPT_TEXT, &o.map, "NAME|FILE",
	     "bản đồ nhập cho các tệp JSON, CSV (mặc định: bản đồ đầu tiên hợp với tệp)",
	     "the import map for JSON and CSV files (default: the first that fits)"},
	    {"save-map", 0, OPT_TEXT, &o.save_map, "FILE",
	     "ghi bản đồ đoán từ tiêu đề cột vào FILE để xem, sửa; data/ không đổi",
	     "write the map guessed from column names to FILE, to be read and corrected; data/ "
	     "stays as it is"},
	    {"complete", 0, OPT_FLAG, &o.is_complete, NULL,
	     "các tệp là danh sách đầy đủ: kể ra thủ tục đang có mà không còn trong đó",
	     "the files are the whole list: tell of procedures that are no longer in it"},
	    {"first-wins", 0, OPT_FLAG, &o.first_wins, NULL,
	     "hai nguồn nói khác nhau thì theo tệp đứng trước (mặc định: không nhập hàng sau)",
	     "where two sources differ the earlier file counts (default: the later row is "
	     "refused)"},
	    {"format", 0, OPT_TEXT, &format, "FORMAT",
	     "báo cáo bằng chữ (text) hay JSON (json), có nguồn gốc từng hàng",
	     "the report in words (text) or as JSON (json), with the origin of each row"},
	    {"coding", 0, OPT_TEXT, &o.coding, "NAME",
	     "bảng mã của các tệp: utf-8, tcvn3, vni, viscii, windows-1258, … (mặc định: tự nhận "
	     "ra)",
	     "the coding of the files: utf-8, tcvn3, vni, viscii, windows-1258, ... (default: "
	     "found)"},
	    {"keep", 0, OPT_LIST, &keeps, "STEP",
	     "không làm sạch chữ theo bước này: nfc, spaces, invisible, bullets, no-information "
	     "(dùng được nhiều lần)",
	     "text does not go through this step of cleaning: nfc, spaces, invisible, bullets, "
	     "no-information (may be repeated)"},
	    {"set", 0, OPT_LIST, &sets, "NAME=VALUE",
	     "giá trị mà bản đồ không tự tìm được, ví dụ year=2026 (dùng được nhiều lần)",
	     "a value that the map cannot find itself, such as year=2026 (may be repeated)"},
	    {"regulations-are-public", 0, OPT_FLAG, &o.regulations_are_public, NULL,
	     "coi loại CENTRAL_REGULATION, LOCAL_REGULATION là thủ tục được niêm yết, không phải "
	     "nội bộ",
	     "take the kinds CENTRAL_REGULATION, LOCAL_REGULATION as posted, not as internal"},
	    {NULL},
	};
	int status = cmd_begin(self, table, &common, world, &count, argv);
	if (status)
		return status - 1;
	for (size_t i = 0; i < sets.count; i++)
		if (!strchr(sets.values[i], '=') || sets.values[i][0] == '=')
			return refuse_set(sets.values[i], world);
	enum coding coding;
	if (o.coding && !coding_find(str_from(o.coding), &coding))
		return refuse_coding(o.coding, world);
	for (size_t i = 0; i < keeps.count; i++) {
		enum import_clean step;
		if (!import_clean_find(str_from(keeps.values[i]), &step))
			return refuse_step(keeps.values[i], world);
		o.kept |= 1u << step;
	}
	o.is_json = strcmp(format, "json") == 0;
	if (!o.is_json && strcmp(format, "text") != 0) {
		fputs("niemyet import: --format text|json\n", stderr);
		return EXIT_USAGE;
	}
	struct diag d = {.lang = world->lang};
	struct buf text = {0};
	o.dir = world->dir;
	o.date = str_from(world->date);
	o.paths = (const char *const *)(argv + 1);
	o.path_count = (size_t)count;
	o.sets = sets.values;
	o.set_count = sets.count;
	o.progress = world->progress ? show_progress : NULL;
	o.progress_user = world;
	int result = import_files(&o, &text, &d);
	if (world->progress)
		fputs("\r\033[K", stderr);
	fwrite(buf_str(&text).p, 1, text.len, stdout);
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
