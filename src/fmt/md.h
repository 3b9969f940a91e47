/* SPDX-License-Identifier: MIT
 *
 * md - Markdown to HTML: CommonMark, pipe tables, live blocks
 *
 * cmark reads, our own writer walks its tree. Tables are those of the GitHub Flavored
 * Markdown specification. Raw HTML never passes into a page. What is doubtful in a text
 * (an image without description, a skipped heading level) is a message with its line.
 *
 * Owns     nothing between calls; the tree lives in an arena inside one call
 * Fails    -1 with a message; what was put into `out` until then is not to be used
 * Threads  any number of calls at once, each with its own `out` and `d`
 */
#ifndef NIEMYET_FMT_MD_H
#define NIEMYET_FMT_MD_H

#include "base/diag.h"

enum md_mode {
	MD_PAGE,  /* for our pages: everything described below */
	MD_PLAIN, /* byte for byte what cmark's own renderer gives, raw HTML included: for the
	             conformance suite only */
	MD_GFM,   /* MD_PLAIN with tables in the form of the GFM specification: likewise */
	MD_TEXT,  /* only the words, a line for each block, not escaped; code blocks, live
	             blocks and raw HTML left out: for descriptions and search */
};

/* Checks and rewrites the address of a link or image; only safe schemes arrive here. 0: the
 * address to write was put into `out_url` (unescaped). -1: a message was recorded; the words
 * of the link stay, rendering goes on, md_render fails. */
typedef int (*md_link_check)(void *user, struct str url, struct place at, struct buf *out_url,
                             struct diag *d);

/* A fenced block with an info string: `word` is the whole string, trimmed ("table",
 * "chart bar"), `text` what is inside, `at` the line of the fence. 1: markup was put into
 * `out`. 0: not a live block, nothing was put. -1: a message was recorded. */
typedef int (*md_live_block)(void *user, struct str word, struct str text, struct place at,
                             struct buf *out, struct diag *d);

/* A code span, `text` as it is inside. 1: *value is the words that stand in its place; absent:
 * they are not known, which shows as a dash of class ny-missing. 0: it stays code. -1: a
 * message was recorded. */
typedef int (*md_span_value)(void *user, struct str text, struct place at, struct str *value,
                             struct diag *d);

/* The zero value renders a page without links checked and without live blocks. */
struct md_options {
	enum md_mode mode;
	struct place at;       /* of the text's first line; line 0 counts as 1 */

	/* Without `link`, an address that begins with one "/" means the site's top folder and
	 * gets `root` in front instead ("", "../"); absent leaves it alone. */
	struct str root;

	/* The levels taken by the page around: 1 where the title is the page's h1. Headings
	 * move down just so far that none of them uses these levels, at most to h6. */
	int heading_shift;

	/* In front of the ids of headings, where one page holds several texts. */
	struct str id_prefix;

	void *user;          /* for the callbacks; each may be NULL */
	md_link_check link;
	md_live_block block;
	md_span_value span;  /* in MD_PAGE; also in headings, cells and descriptions of images */
};

/* Appends to `out`, at most LIMIT_PAGE bytes. Text above LIMIT_MARKDOWN bytes, output above
 * LIMIT_PAGE or nesting deeper than LIMIT_DEPTH is an error. In MD_PAGE
 *   headings      have ids: text_slug of their words; a second one of a name gets "-2"
 *   raw HTML      is shown as text, with a warning; comments are left out, with a note;
 *                 <br> alone passes
 *   tables        stand in <div class="ny-table-scroll">, their th have scope="col", cells
 *                 ny-right or ny-center
 *   links         with any scheme but http, https, mailto, tel are refused (an error) */
must_use int md_render(const struct md_options *o, struct str text, struct buf *out,
                       struct diag *d);

#endif
