/* SPDX-License-Identifier: MIT
 *
 * outline - what a finished HTML page holds, as far as rules ask: headings, links, ids,
 * landmarks, tables, images, controls, and what it loads
 *
 * One walk over the page's bytes (fmt/markup). All texts are plain: references resolved,
 * white space made one space, ends trimmed. Where an attribute is not there its text is
 * absent, where it is empty its text is empty.
 *
 * Owns     the arena given owns all texts and lists: nothing points into the page
 * Fails    never: any bytes have an outline. Of nested things (a link in a heading in a
 *          caption) OUTLINE_NESTED are followed at a time, those deeper are passed over
 * Threads  pure
 */
#ifndef NIEMYET_FMT_OUTLINE_H
#define NIEMYET_FMT_OUTLINE_H

#include "base/arena.h"
#include "base/buf.h"

enum { OUTLINE_NESTED = 32 };

struct outline_heading {
	int level;             /* 1 to 6 */
	struct str text, id;
};

/* <a href> */
struct outline_link {
	struct str href;       /* as it is meant, not resolved */
	struct str text;       /* aria-label, else the content with the alt of its images */
};

struct outline_image {
	struct str src, alt;   /* alt is absent, empty for what only decorates, or a text */
};

struct outline_table {
	struct str caption;    /* else the aria-label of the table or of the group right around
	                          it; absent when there is none */
	int heads, unscoped, spanning; /* cells th; those of them without scope; those over several
	                          columns, which scope alone does not tie to their cells */
	bool has_headers;      /* cells name their heads themselves, by headers="" */
};

/* What the page loads from an address with a host in it; data: is none. */
struct outline_request {
	struct str element;    /* "script", "link", "img", "style" ... */
	struct str url;
};

struct outline {
	struct str title, lang, kind; /* kind: <html data-kind> */
	struct str description, viewport;
	struct str base;       /* <base href> */
	bool is_redirect;      /* <meta http-equiv=refresh> */
	int mains, navs, headers, footers;
	bool has_skip;         /* the first link leads to an id of the page */
	struct outline_heading *headings;
	struct outline_link *links;
	struct outline_image *images;
	struct outline_table *tables; /* without those of role presentation or none */
	struct outline_request *requests;
	size_t heading_count, link_count, image_count, table_count, request_count;
	struct str *ids;       /* each once, in the order of the page */
	size_t id_count;
	struct str ids_twice;  /* ids that stand more than once, joined by a space; or empty */
	struct str blocks;     /* values of data-ny-block, each once, joined by a space; or empty */
	/* Controls, frames and links without a name that a screen reader could say: how many,
	 * and the first as "input#loc". */
	int unnamed;
	struct str first_unnamed;
};

/* `text` is memory to work in, kept by the caller from page to page. */
struct outline *outline_read(struct arena *a, struct str html, struct buf *text);

#endif
