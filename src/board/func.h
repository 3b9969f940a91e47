/* SPDX-License-Identifier: MIT
 *
 * func - the SQL functions of niemyet: the only extension point in C
 *
 * What a query cannot say well (Markdown, money, dates, periods, addresses) is a function
 * that it calls. docs/functions.md is the manual; a test compares it with func_entries and
 * runs its examples.
 *
 * Money, rates and days are integers throughout. NULL in gives NULL out unless the entry
 * says otherwise. A value of the wrong kind, an unknown text key or asset and a number too
 * big are SQL errors that begin with the function's name, in the language of env->d.
 * Functions that return markup put MARKUP_MARK in front.
 *
 * The tables text, calendar_day and setting are read once, by func_register: data does not
 * change during a build. Without them (an empty database) there are no texts and every
 * Monday to Friday is a working day.
 *
 * Owns     what is registered lives until db_close
 * Lives    env and all that it points to outlive the connection
 * Threads  one env per connection, as env->d belongs to one thread; assets may be shared
 */
#ifndef NIEMYET_BOARD_FUNC_H
#define NIEMYET_BOARD_FUNC_H

#include "sys/db.h"

struct assets;

/* Looks at one address in a Markdown text that leads to a page of this site: counted from
 * the site's folder, without a slash in front ("thu-tuc/1.001193.html#le-phi"); files under
 * assets/ and other sites' addresses do not come here. 0: the address to write, counted
 * likewise, was put into `out_url`. -1 and a message in `d` when it is wrong. */
typedef int (*func_link_check)(void *user, struct str url, struct place at, struct buf *out_url,
                               struct diag *d);

struct func_env {
	struct str date;               /* the build's day, ISO */
	struct str lang;               /* of the texts of t(): "vi"; absent is "vi" */
	struct str origin;             /* of the data, where that is another; absent: it is not */
	struct str folder;             /* of the language's pages: "en/"; of the first none */
	const struct assets *assets;   /* NULL: asset() knows none */
	struct str search;             /* address of the search index's head; absent: none */
	struct diag *d;                /* messages of markdown(); its language is that of errors */
	func_link_check link_check;    /* NULL: addresses stay as they are */
	void *link_user;
};

/* All functions and the collation `vi`. Live blocks of Markdown, which hold queries, work on
 * a guarded connection only. */
void func_register(struct db *db, const struct func_env *env);

/* Which tables a function reads besides its arguments. */
enum func_reads {
	FUNC_PURE = 0,
	FUNC_TEXT = 1,     /* text, for the language of the build */
	FUNC_CALENDAR = 2, /* calendar_day */
	FUNC_SETTING = 4,  /* setting */
	FUNC_ASSETS = 8,   /* the files of assets/ */
	FUNC_ENV = 16,     /* the day of the build */
	FUNC_ANY = 32,     /* whatever a query in its argument reads */
};

/* An aggregate sees the rows of a group, then gives its result: see struct db_aggregate. */
struct func_call;
struct func_aggregate {
	size_t size;               /* bytes of a group's state, zeros at first */
	void (*step)(struct func_call *c);
	void (*release)(void *group);
};

/* The catalogue, in the manual's order; NULL at func_entry_at(func_entry_count()). */
struct func_entry {
	const char *name;
	const char *signature;     /* "pct(n, d)"; what may be left out stands in [ ] */
	int args_min, args_max;
	unsigned reads;            /* enum func_reads, added up */
	bool takes_null;           /* else NULL in any argument gives NULL */
	void (*fn)(struct func_call *c); /* an aggregate's: what gives the result */
	const char *doc;           /* one line */
	const struct func_aggregate *aggregate; /* NULL: a function of one row's values */
};
const struct func_entry *func_entry_at(size_t i);
size_t func_entry_count(void);

#endif
