/* SPDX-License-Identifier: MIT
 *
 * xml - the door to expat: a document as calls, pulled as far as its reader wants
 *
 * Names come without their prefix ("x:row" is "row"). A document that declares a type is
 * refused: entities that unfold into gigabytes come by no other way, and no spreadsheet has
 * one. So are elements nested deeper than LIMIT_DEPTH.
 *
 * Owns     names, attributes and text live until the call returns
 * Fails    -1; xml_reason says why, in words of the library
 * Threads  one reader belongs to one thread
 */
#ifndef NIEMYET_FMT_XML_H
#define NIEMYET_FMT_XML_H

#include "base/buf.h"

struct xml;

/* Attributes: name, value, name, value, ..., NULL. A call that is NULL is not made. */
struct xml_calls {
	void (*start)(void *user, const char *name, const char *const *attributes);
	void (*end)(void *user, const char *name);
	void (*text)(void *user, struct str text); /* in pieces */
};
/* Where a document comes from: `read` gives how many of its next bytes it put there, 0 at the
 * end, negative to give up. */
struct xml_input {
	int64_t (*read)(void *from, char *into, size_t size);
	void *from;
};

struct xml *xml_open(struct xml_input in, const struct xml_calls *calls, void *user);
void xml_close(struct xml *x); /* NULL is allowed */

/* 1 a call has paused it, 0 the document has ended, -1 it is not right, or `read` gave up. */
must_use int xml_run(struct xml *x);
/* From within `start` or `end`: xml_run returns after this call. */
void xml_pause(struct xml *x);

const char *xml_reason(const struct xml *x);
int xml_line(const struct xml *x);

/* The value of an attribute, by its name without prefix; NULL when it is not there. */
const char *xml_attribute(const char *const *attributes, const char *name);

#endif
