/* SPDX-License-Identifier: MIT
 *
 * markup - a walk through the tags and texts of an HTML page
 *
 * What comes out is what a browser's tokenizer would see, as far as our own pages go: tags
 * with their attributes, texts, and the content of script, style, title and textarea as one
 * text. Comments, declarations and what is cut off at the end are passed over. No tree is
 * built and nothing is refused: any bytes give some events.
 *
 *     struct markup m = markup_of(html);
 *     while ((kind = markup_next(&m)) != MARKUP_END) ...
 *
 * Owns     nothing: all texts are views of the page, as they are written there
 * Threads  pure
 */
#ifndef NIEMYET_FMT_MARKUP_H
#define NIEMYET_FMT_MARKUP_H

#include "base/buf.h"

enum markup_kind { MARKUP_END, MARKUP_TEXT, MARKUP_OPEN, MARKUP_CLOSE };

struct markup {
	struct str html;
	size_t at;
	struct str raw_until; /* the element whose content is no markup, or absent */
	/* of the event: */
	struct str name;      /* of a tag; letters in either case */
	struct str attributes; /* of MARKUP_OPEN: what stands between the name and ">" */
	struct str text;      /* of MARKUP_TEXT; never empty */
};

struct markup markup_of(struct str html);
enum markup_kind markup_next(struct markup *m);

/* The next attribute: true and its name and value; the value is absent when there is none.
 * Loop: rest = m.attributes; while (markup_attribute(&rest, &name, &value)) ... */
bool markup_attribute(struct str *rest, struct str *name, struct str *value);

/* Equal but for the case of ASCII letters; `lower` is in small letters. */
bool markup_is(struct str name, struct str lower);

/* Puts a text or a value with its character references resolved: the five of XML, &nbsp; and
 * numbers. Others stay as they are written. */
void markup_put_plain(struct buf *out, struct str raw);

#endif
