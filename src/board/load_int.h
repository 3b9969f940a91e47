/* SPDX-License-Identifier: MIT
 *
 * load_int - what the files of load share
 *
 *   load.c        which files there are, which changed; the transaction
 *   load_table.c  what the schema says of a table; one row into it, or why not
 *   load_csv.c    data/NAME.csv
 *   load_text.c   site.yml, i18n/LANG.yml, pages/.../NAME.md
 *   load_trial.c  rows that are not in a file yet
 *   load_ledger.c ledger.csv
 */
#ifndef NIEMYET_BOARD_LOAD_INT_H
#define NIEMYET_BOARD_LOAD_INT_H

#include "base/map.h"
#include "board/cell.h"
#include "board/load.h"
#include "board/schema.h"
#include "fmt/yaml.h"
#include "sys/fs.h"

/* A column as the schema declares it. */
struct column {
	struct str name;
	enum cell_domain domain;
	bool required;       /* NOT NULL without a default */
	bool generated;      /* worked out from others */
	bool ours;           /* generated, source_id or source_line: no file may give it */
	struct str fallback; /* its default as SQL; absent when it has none */
	struct map allowed;  /* the values of its CHECK (x IN (...)); empty: any */
};

struct table {
	struct str name;
	struct str file;        /* "data/fees.csv"; absent for article */
	struct column *columns;
	size_t count;
	struct map by_name;     /* column name to struct column */
	struct str *keys;       /* each unique key: its columns, separated by commas */
	size_t key_count;
	struct str overlap;     /* a query for the row whose validity crosses; absent: none */
	struct db_stmt *insert; /* NULL until the first row */
	bool broken;            /* rows are missing because of mistakes */
};

/* A file of the project. */
enum file_kind { FILE_SITE, FILE_TEXTS, FILE_PAGE, FILE_DATA, FILE_LEDGER };
struct file {
	enum file_kind kind;
	struct str path;     /* relative to the project */
	struct fs_info info;
	struct table *table; /* of FILE_DATA */
	int64_t source_id;   /* 0: not loaded before */
	struct str sha256;   /* of what was loaded before; absent: nothing was */
	bool changed;        /* as far as size, time and inode tell */
	bool again;          /* read it even when its bytes are what they were */
};

struct loader {
	struct db *db;
	struct diag *d;
	const char *dir;
	struct arena arena; /* as long as the load */
	struct arena row;   /* one row, or one small file */
	struct load_stats *stats;
	struct table *tables; /* in the order of `dataset` */
	size_t table_count;
	struct map by_file;   /* "fees" to struct table */
	struct table article, translated; /* pages/; translated is article_translation */
	struct str languages; /* the further ones of site.yml, as its setting has them */
	struct file *files;   /* site, texts, pages, data, ledger */
	size_t file_count, file_cap;
	struct map sources;   /* path to struct source, as the database remembers them */
};

/* load_table.c */
void table_open(struct loader *l, struct table *t, struct str name);
void table_close(struct table *t);
struct str table_column_list(struct loader *l, const struct table *t);
/* Says that there is no column of this name, and which is near. */
void table_refuse_column(struct loader *l, const struct table *t, struct str name,
                         struct place at);
/* `cells` has one value for each column; the absent text is NULL, or the column's default. */
must_use int table_insert(struct loader *l, struct table *t, const struct cell *cells,
                          int64_t source_id, struct place at);
/* One value: its domain, and whether it is one of those allowed. */
must_use int table_read_cell(struct loader *l, const struct column *c, struct str raw,
                             struct place at, struct cell *out);
/* Rows that refer to what is not there. */
void table_check_references(struct loader *l);

/* load_csv.c */
must_use int load_csv(struct loader *l, struct table *t, struct str text, int64_t source_id);

/* load_text.c: each replaces what the file gave before. load_texts reads the theme's own,
 * too: all texts are made anew. */
must_use int load_site(struct loader *l, struct str text, const struct file *f);
must_use int load_page(struct loader *l, struct str text, const struct file *f);
bool load_theme_texts_changed(struct loader *l);
must_use int load_texts(struct loader *l);

/* load_ledger.c: replaces all lines. A text whose chain is broken is refused. */
must_use int load_ledger(struct db *db, struct str text, int64_t source_id, struct diag *d);

/* load.c */
void load_open_tables(struct loader *l);
void load_close_tables(struct loader *l);
/* Says that no table has a file of this name ("fees"), and which is near. */
void load_refuse_name(struct loader *l, struct str name, struct place at);
must_use int load_read(struct loader *l, struct str path, size_t max, struct buf *out);

#endif
