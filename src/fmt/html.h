/* SPDX-License-Identifier: MIT
 *
 * html - escaping for every place that text can land in, and the mark of markup
 *
 * Text is never markup unless our own code made it so. A value that is markup begins with
 * the byte MARKUP_MARK, which loading refuses in data (it is a control character), so no
 * data can forge it; SQLite's own subtypes do not survive a sort.
 *
 * The marks of fmt/original pass in HTML_TEXT and are left out of words, attributes and
 * addresses.
 *
 * Bytes that are not UTF-8 do no harm: they pass as they are, are percent-encoded in
 * addresses, and become U+FFFD in XML and JSON, which forbid them.
 *
 * Threads  pure
 */
#ifndef NIEMYET_FMT_HTML_H
#define NIEMYET_FMT_HTML_H

#include "base/buf.h"

#define MARKUP_MARK '\x01'

/* Where a value lands. */
enum html_place {
	HTML_TEXT,      /* between tags: & < > " */
	HTML_WORDS,     /* the same where no element may stand: <title>, <textarea> */
	HTML_ATTR,      /* inside a quoted attribute: & < > " ' */
	HTML_URL,       /* a whole or the tail of a quoted URL attribute: also percent-encoded
	                   (an existing %XX stays); a scheme that is not http, https, mailto or
	                   tel, however disguised, makes it "#" */
	HTML_URL_PART,  /* inside a URL after its first part: percent-encoded like a component */
	HTML_HREF,      /* as HTML_URL, for an address whose scheme was looked at already */
	HTML_XML,       /* XML text or attribute; characters XML forbids become U+FFFD */
	HTML_JSON,      /* inside a JSON string, without the quotes; also < > & U+2028 U+2029 */
	HTML_CSV,       /* a CSV field, quoted where needed; a leading = + - @ TAB CR LF gets a
	                   single quote in front so that no spreadsheet runs it, save where the
	                   whole field is a number such as -5 or +0.25 */
	HTML_CSS,       /* anywhere in a style sheet: letters, digits and . _ % - as they are, all
	                   else as \HEX and a space, which is part of a name or a string */
	HTML_PLAIN,     /* as it is: .txt */
};

void html_put(struct buf *out, struct str s, enum html_place place);

/* A whole JSON string, with its quotes. */
void html_put_json(struct buf *out, struct str s);

/* A link address that may stand in a page: relative, http(s), mailto or tel. */
bool html_link_is_safe(struct str url);

#endif
