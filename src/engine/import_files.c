/* SPDX-License-Identifier: MIT
 * import_files - files that an office has, each read by the import that is for it */
#include "engine/import_files.h"

#include "engine/import.h"
#include "engine/import_map.h"

/* Records of the national portal: fields are tallied. */
static int import_records(const struct import_files_options *given, struct buf *text,
                          struct diag *d)
{
	struct import_options o = {.dir = given->dir, .paths = given->paths,
	                           .path_count = given->path_count, .dry_run = given->dry_run,
	                           .regulations_are_public = given->regulations_are_public,
	                           .kept = given->kept, .is_complete = given->is_complete,
	                           .places = given->places};
	struct import_report report = {0};
	struct buf replaced = {0}, origins = {0};
	o.replaced = &replaced;
	o.origins = given->is_json ? &origins : NULL;
	int status = import_run(&o, &report, d);
	if (status == 0 && given->is_json) {
		import_report_json(text, &report, &o);
	} else if (status == 0) {
		buf_printf(text, "%s%s", buf_str(&replaced).p, replaced.len ? "\n" : "");
		import_report_put(text, &report, d->lang);
	}
	buf_release(&replaced);
	buf_release(&origins);
	return status;
}

static int import_by_maps(const struct import_files_options *given, struct buf *text,
                          struct diag *d)
{
	struct import_map_options o = {.dir = given->dir, .maps_dir = given->maps_dir,
	                               .date = given->date, .paths = given->paths,
	                               .path_count = given->path_count, .map = given->map,
	                               .coding = given->coding, .save_map = given->save_map,
	                               .kept = given->kept, .first_wins = given->first_wins,
	                               .is_complete = given->is_complete,
	                               .wants_origins = given->is_json,
	                               .progress = given->progress,
	                               .progress_user = given->progress_user,
	                               .sets = given->sets, .set_count = given->set_count,
	                               .dry_run = given->dry_run, .places = given->places};
	struct import_map_report report;
	int status = import_map_run(&o, &report, d);
	if (status == 0 && given->is_json)
		import_map_report_json(text, &report, d->lang);
	else if (status == 0)
		import_map_report_put(text, &report, d->lang);
	import_map_report_release(&report);
	return status;
}

/* What the operands are: 1 for maps, 0 records, -1 both. With --map, values for one, or a coding,
 * all are for maps: records are UTF-8. */
static int kind_of(const struct import_files_options *given, struct diag *d)
{
	size_t readers[3] = {0}, first = 0;
	if (given->map || given->set_count || given->coding || given->save_map)
		return 1;
	for (size_t i = given->path_count; i-- > 0;) {
		enum import_reader reader = import_reader_of(given->paths[i]);
		readers[reader]++;
		first = reader == IMPORT_BY_MAPS ? i : first;
	}
	if (readers[IMPORT_BY_RECORDS] && readers[IMPORT_BY_MAPS])
		return diag_add(d, DIAG_I041, NOWHERE, str_from(given->paths[first]));
	return !readers[IMPORT_BY_RECORDS];
}

int import_files(const struct import_files_options *o, struct buf *report, struct diag *d)
{
	int kind = kind_of(o, d);
	if (kind < 0)
		return -1;
	return kind ? import_by_maps(o, report, d) : import_records(o, report, d);
}
