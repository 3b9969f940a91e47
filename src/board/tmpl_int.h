/* SPDX-License-Identifier: MIT
 *
 * tmpl_int - what the parser, the compiler and the runner of templates share
 *
 *   text --tmpl_parse--> tree --tmpl_compile--> steps --tmpl_run--> bytes
 *                                   |
 *                              tmpl_place: which place of the page is this?
 */
#ifndef NIEMYET_BOARD_TMPL_INT_H
#define NIEMYET_BOARD_TMPL_INT_H

#include "board/tmpl.h"

/* --- the tree ------------------------------------------------------------------------ */

enum node_kind {
	NODE_TEXT,     /* at most one line, with its end */
	NODE_VALUE,    /* {{x}} */
	NODE_MARKUP,   /* {{{x}}} and {{&x}} */
	NODE_SECTION,  /* {{#x}} */
	NODE_INVERTED, /* {{^x}} */
	NODE_PARTIAL,  /* {{>x}} */
	NODE_PARENT,   /* {{<x}} */
	NODE_BLOCK,    /* {{$x}} */
};

struct node {
	enum node_kind kind;
	bool starts_line;  /* what comes first on a line of the output; indentation goes before */
	bool is_dynamic;   /* {{>*x}} */
	bool is_alone;     /* its tags are alone on their lines, which are gone */
	int line, col;
	struct str text;   /* literal text, or the name */
	struct str indent; /* of a partial, parent or block alone on its line: what was before */
	struct str lead;   /* of a block: the white space its first line begins with */
	struct node *child, *next;
};

struct tmpl {
	struct str file;
	struct node *child;
};

/* --- places -------------------------------------------------------------------------- */

enum spot_in {
	IN_TEXT,
	IN_TAG_OPEN,     /* after < */
	IN_TAG_NAME,
	IN_TAG,          /* between attributes, and in their names */
	IN_BEFORE_VALUE, /* after = */
	IN_QUOTED,
	IN_BARE,         /* an attribute's value without quotes */
	IN_COMMENT,      /* also <! > and <? > */
	IN_RAW,          /* script, style, title, textarea */
	/* JSON and CSV */
	IN_STRING,
	IN_FIELD_END,    /* after a value of CSV: a separator has to come */
	IN_FIELD,        /* in literal text of a field */
};

enum attr_kind {
	ATTR_PLAIN,
	ATTR_URL,
	ATTR_SCRIPT,  /* on*, srcdoc */
	ATTR_STYLE,
	ATTR_SRCSET,
	ATTR_TYPE,    /* tells what a script is */
	ATTR_CONTENT, /* of meta: may hold an address after url= */
	ATTR_UNKNOWN, /* its name was put together from sections */
};
enum url_part { URL_START, URL_ROOT, URL_LATER, URL_UNSURE };
enum raw_kind { RAW_NONE, RAW_SCRIPT, RAW_DATA, RAW_STYLE, RAW_TEXT };

enum { SPOT_NAME = 24 };

/* Where in the page the next byte lands. Plain data: copied at each fork. */
struct spot_state {
	enum tmpl_format format;
	enum spot_in in;
	char quote;              /* of IN_QUOTED */
	bool is_end_tag;
	bool is_split;           /* a section ended inside this name: it is not known whole */
	bool is_past_name;       /* IN_TAG: white space has ended the name */
	bool is_escaped;         /* JSON: after a backslash */
	bool is_broken;          /* CSV: text glued to a value */
	enum attr_kind attr;
	enum url_part url;
	enum raw_kind raw;       /* what the tag that is open will be, or what we are in */
	char close;              /* IN_COMMENT: '-' comment, ']' CDATA, '?' instruction, '>' */
	char tag[SPOT_NAME];     /* lower case, cut, ends in NUL as the others */
	char name[SPOT_NAME];    /* the attribute's; in a value, how it begins */
	char tail[SPOT_NAME];    /* the last bytes, where an end is looked for */
};

void spot_init(struct spot_state *s, enum tmpl_format format);
void spot_feed(struct spot_state *s, struct str text);
/* A value has been put here. */
void spot_value(struct spot_state *s, bool is_root);

/* The place for a value here, and whether it is a whole JSON value rather than part of a
 * string. 0, or the id of the message (enum diag_id) that says why none may be here. */
int spot_place(const struct spot_state *s, bool is_markup, enum html_place *place,
               bool *is_json_value);

/* A section that may not run began at `from` and ends at *to: true when what follows lands
 * in one kind of place either way; *to becomes that place. */
bool spot_join(const struct spot_state *from, struct spot_state *to);

/* May the file end here? */
bool spot_is_end(const struct spot_state *s);
/* What is open, for messages: "<script>...". */
struct str spot_word(struct arena *a, const struct spot_state *s);

/* --- steps --------------------------------------------------------------------------- */

enum step_kind {
	STEP_TEXT,
	STEP_VALUE,
	STEP_OPEN,   /* rows: none, go to `jump` */
	STEP_NEXT,   /* another row: go to `jump` */
	STEP_IF,     /* false: go to `jump` */
	STEP_UNLESS, /* true: go to `jump` */
	STEP_GO,
	STEP_CALL,   /* a template that includes itself: span `jump` */
	STEP_CHOOSE, /* by value, go to a choice; none: go to `jump` */
	STEP_KEEP,   /* kept: put it and go to `jump` */
	STEP_KEPT,   /* keep what came since STEP_KEEP */
};

/* What of a step is needed only in messages. */
struct chain {
	struct str file;
	int line, col;
	const struct chain *up; /* what included this file; NULL for the first */
};

struct choice {
	struct str value;
	uint32_t step;
};

struct step {
	enum step_kind kind : 8;
	enum html_place place : 8;
	unsigned is_markup : 1;
	unsigned is_json_value : 1;
	uint32_t jump;
	uint32_t number;             /* STEP_KEEP, STEP_KEPT: which; STEP_CHOOSE: how many */
	union {
		struct str text;
		const struct tmpl_ref *ref;
	};
	const struct choice *choices;
	const struct chain *at;
};

struct span {
	uint32_t first, end;
};

struct tmpl_program {
	enum tmpl_format format;
	struct str file;
	struct step *steps;
	size_t count, cap;
	struct span *spans;          /* of templates that include themselves */
	size_t span_count, span_cap;
	size_t keep_count;
};

enum { LIMIT_STEPS = 400000 };

/* The message, then one note for each step of the chain. Always -1. */
int chain_report(struct diag *d, const struct chain *at, enum diag_id id, struct diag_args args);

#endif
