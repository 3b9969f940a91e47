/* SPDX-License-Identifier: MIT
 *
 * tmpl - the template language: Mustache by its public specification, compiled
 *
 * A text is parsed into a tree once. The tree, with the partials and parents it names put
 * in their places, is compiled into a flat list of steps: literal text, a value with the
 * place it lands in, a section with a jump. What a name means is asked of a struct
 * tmpl_names while compiling; the values come from a struct tmpl_data while running. So
 * the same parser, compiler and runner serve a theme (names are columns and queries,
 * unknown ones are errors) and the specification's own cases (names are looked up in
 * data, unknown ones are nothing).
 *
 * Written from the specification's text: comments, delimiters, interpolation, inverted,
 * partials, sections, inheritance, dynamic names. No lambdas.
 *
 * Owns     trees and programs live in the arena given; they keep views of the template's
 *          text, which must live as long
 * Fails    -1 with T messages; a parse reports all mistakes it finds, not the first
 * Threads  trees and programs are constant once made and may be shared; a run is one
 *          thread's
 */
#ifndef NIEMYET_BOARD_TMPL_H
#define NIEMYET_BOARD_TMPL_H

#include "fmt/html.h"
#include "sys/db.h"

/* One value of a row. `s` is its text for every type but NULL, where it is absent. */
struct value {
	enum db_type type;
	int64_t i;
	double r;
	struct str s;
};

/* NULL, 0 and '' are false. */
bool value_is_true(const struct value *v);

/* Where output goes. With a flush function, what has been collected is handed to it each
 * time it exceeds LIMIT_STREAM_AT (never for HTML, which has LIMIT_PAGE instead); what is
 * left at the end stays in `buf` for the caller. */
struct sink {
	struct buf buf;
	int (*flush)(void *user, struct str bytes, struct diag *d); /* -1 is an error, recorded */
	void *user;
};

/* How values are escaped, from the extension of the file that is made. */
enum tmpl_format {
	TMPL_HTML, /* text, quoted attribute or address, by a small tokenizer */
	TMPL_XML,
	TMPL_JSON,
	TMPL_CSV,
	TMPL_CSS,
	TMPL_TXT,
	TMPL_SPEC, /* the specification's: & < > " everywhere, {{{x}}} is not looked at */
};

/* A parsed template. `file` names it in messages. */
struct tmpl;
must_use int tmpl_parse(struct arena *a, struct str file, struct str text, struct tmpl **out,
                        struct diag *d);
struct str tmpl_file(const struct tmpl *t);

/* What a name stands for, as its owner sees it; the compiler looks only at the first
 * group. */
struct tmpl_ref {
	enum tmpl_ref_kind {
		TMPL_VALUE, /* prints; as a section it is a condition */
		TMPL_ROWS,  /* as a section it repeats; does not print */
		TMPL_TRUTH, /* only a condition */
		TMPL_FIXED, /* `value.s` is known now */
		TMPL_ROOT,  /* a value: the way back to the site's folder */
	} kind;
	int outermost;       /* lowest row (0 is the page's) that it depends on, or TMPL_NO_ROW */
	struct str name;     /* for messages */
	struct value value;  /* of TMPL_FIXED */

	int frame, column;   /* of a column */
	const void *what;    /* anything else */
};
enum { TMPL_NO_ROW = 1 << 20 };

enum tmpl_use { TMPL_PRINT, TMPL_SECTION, TMPL_INVERTED, TMPL_CHOOSE };

/* Where the compiler stands, for messages: tmpl_report adds one with its chain of
 * inclusions, once for each place and id. Always -1. */
struct tmpl_spot;
int tmpl_report_args(const struct tmpl_spot *spot, enum diag_id id, struct diag_args args);
#define tmpl_report(spot, id, ...) \
	tmpl_report_args((spot), (id), (struct diag_args){.at = NOWHERE, __VA_ARGS__})

/* A partial that a dynamic name may choose. */
struct tmpl_choice {
	struct str value;         /* what the name's value has to be */
	const struct tmpl *tmpl;
};

/* The compile-time side. `space` stands for the file a name is written in. */
struct tmpl_names {
	bool is_strict; /* content that would be lost is an error: stray text in a parent, a
	                   block that the parent has not, a partial that includes itself */
	int (*resolve)(void *user, const void *space, struct str name, enum tmpl_use use,
	               const struct tmpl_spot *spot, struct tmpl_ref *out);
	/* A section over rows has been opened, or has ended. Rows count from 1 outward in. */
	void (*push)(void *user, const struct tmpl_ref *rows);
	void (*pop)(void *user);
	/* The space of a template that is included where `outer` is in force. */
	const void *(*space)(void *user, const struct tmpl *t, const void *outer);
	/* 0 and the template (NULL: nothing is put there), or -1. */
	int (*find)(void *user, struct str name, const struct tmpl_spot *spot,
	            const struct tmpl **out);
	/* {{>*name}}: splits it into the name to look up and the templates to choose from. */
	int (*choices)(void *user, struct str *name, const struct tmpl_spot *spot,
	               const struct tmpl_choice **out, size_t *count);
};

struct tmpl_program;
must_use int tmpl_compile(struct arena *a, const struct tmpl *t, enum tmpl_format format,
                          const struct tmpl_names *names, void *user,
                          struct tmpl_program **out, struct diag *d);

/* How many partials of it may be kept from one run to the next; see struct tmpl_keep. */
size_t tmpl_keep_count(const struct tmpl_program *p);

/* The run-time side. */
struct tmpl_data {
	int (*value)(void *user, const struct tmpl_ref *ref, struct value *out, struct diag *d);
	int (*truth)(void *user, const struct tmpl_ref *ref, struct diag *d); /* 1, 0 or -1 */
	/* 1: a row is open, the body runs; 0: none, nothing is open; -1 */
	int (*open)(void *user, const struct tmpl_ref *ref, struct diag *d);
	/* The row opened last: 1: moved to its next; 0: there was none, it is closed; -1 */
	int (*next)(void *user, const struct tmpl_ref *ref, struct diag *d);
};

/* Output of partials that depend on no row, kept for the next page: an array of
 * tmpl_keep_count(), zeros at first, for one program and one value of `root`. */
struct tmpl_keep {
	struct str bytes; /* absent: not yet */
};

struct tmpl_run {
	const struct tmpl_data *data;
	void *user;
	struct str page;         /* its path, for messages */
	struct tmpl_keep *keep;  /* NULL: keep nothing */
	struct arena *keep_arena;
	void (*escape)(struct buf *out, struct str s, enum html_place place); /* NULL: html_put */
};

must_use int tmpl_run(const struct tmpl_program *p, const struct tmpl_run *run,
                      struct sink *out, struct diag *d);

#endif
