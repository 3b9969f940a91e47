/* SPDX-License-Identifier: MIT
 *
 * project - an office's folder, loaded: the first steps that every command shares
 *
 * The cache lies in DIR/.niemyet: board.db (all tables), plan.db (of the last build), the
 * record of a build (engine/unchanged.h), compressed.db (engine/compress.h) and the lock that one
 * niemyet holds at a time. All of it may be deleted at any time.
 *
 * Owns     the lock, until project_close
 * Fails    -1 and messages
 */
#ifndef NIEMYET_ENGINE_PROJECT_H
#define NIEMYET_ENGINE_PROJECT_H

#include "board/assets.h"
#include "board/func.h"
#include "board/load.h"
#include "board/theme.h"

/* The site in one language. */
struct edition {
	struct theme_language language;
	struct theme *theme;          /* NULL until project_compile */
	struct str search;            /* address of its search index's head; absent: none yet */
};

struct project {
	const char *dir;
	struct str date;              /* the build's day */
	struct edition *editions;     /* the first is that of the data */
	size_t edition_count;
	const char *cache, *db_path, *plan_path;
	int lock;
	struct arena arena;           /* lives as long as the project */
	struct load_stats loaded;
	struct assets *assets;
	/* The bytes of ledger.csv; while a board is published, with the lines to come. Empty:
	 * nothing has been published yet. */
	struct str ledger;
};

/* Takes the lock. `date` is kept. */
must_use int project_lock(struct project *p, const char *dir, struct str date, struct diag *d);
/* Brings the database up to date with the files. */
must_use int project_load(struct project *p, struct diag *d);
/* Both. */
must_use int project_open(struct project *p, const char *dir, struct str date, struct diag *d);

/* A guarded, read-only connection with all functions registered. `env` is filled from the
 * project, except for what the caller has set; it must outlive the connection. */
must_use int project_connect(struct project *p, struct func_env *env, struct db **out,
                             struct diag *d);
/* The same, which sees the tables in the language of an edition (board/translate.h). */
must_use int project_connect_edition(struct project *p, const struct edition *e,
                                     struct func_env *env, struct db **out, struct diag *d);

/* Lets the tables and the project have this ledger, before it is written (board/load.h).
 * No connection of the project is open. `text` is kept. */
must_use int project_set_ledger(struct project *p, struct str text, struct diag *d);
/* The same with the tables of another database beside the office's, as those of `name`: what
 * engine/pages has recorded and plan_commit has ended, an export. */
must_use int project_connect_beside(struct project *p, struct func_env *env, const char *path,
                                    const char *name, struct db **out, struct diag *d);

/* All templates, for each edition: the default theme's, and the office's own in their places.
 * The themes live in the project's arena. `db` is of project_connect. */
must_use int project_compile(struct project *p, struct db *db, struct diag *d);

/* A setting of site.yml, in the project's arena; empty when there is none. */
struct str project_setting(struct project *p, struct db *db, struct str key);

void project_close(struct project *p); /* the zero value is allowed */

#endif
