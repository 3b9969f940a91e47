/* SPDX-License-Identifier: MIT
 *
 * import_files - files that an office has, each read by the import that is for it
 *
 * Records of the national portal by engine/import.h, JSON and CSV by the maps of
 * engine/import_map.h; files of both kinds in one call are refused (I041).
 *
 * Fails    -1 and messages; data/ is then untouched
 * Threads  one; takes the project's lock
 */
#ifndef NIEMYET_ENGINE_IMPORT_FILES_H
#define NIEMYET_ENGINE_IMPORT_FILES_H

#include "base/diag.h"

struct import_files_options {
	const char *dir;             /* the office's folder; data/ is made when it is not there */
	const char *maps_dir;        /* the folder whose maps/ are asked; NULL: `dir` */
	struct str date;             /* today, for the functions that maps ask */
	const char *const *paths;    /* files and folders, relative to the working folder */
	size_t path_count;
	const char *map;             /* for a map: its name or file; NULL: the first that fits */
	const char *save_map;        /* struct import_map_options */
	unsigned kept;               /* struct import_map_options */
	bool first_wins, is_complete; /* struct import_map_options */
	bool is_json;                /* the report is one JSON object */
	/* struct import_map_options; of maps only */
	void (*progress)(void *user, struct str file, size_t rows);
	void *progress_user;
	const char *coding;          /* struct import_map_options */
	const char *const *sets;     /* "year=2026": in place of what the map works out */
	size_t set_count;
	bool dry_run;                /* do everything but write */
	bool regulations_are_public; /* struct import_options */
	struct map *places;          /* struct import_options; NULL: not wanted */
};

/* What became of the files is put into `report`, as text in the language of `d`. */
must_use int import_files(const struct import_files_options *o, struct buf *report,
                          struct diag *d);

#endif
