/* SPDX-License-Identifier: MIT
 *
 * browser - the door to Chromium: pages of this machine into PDF
 *
 * One browser has one tab and prints one page after the other; it is spoken to over a pipe
 * (--remote-debugging-pipe: messages of JSON, each ended by NUL), so no port is open. It sees
 * no network but what the page asks for, and keeps its traces in the folder given.
 *
 * Owns     the process; browser_close ends it
 * Fails    -1 and a message: B001 no browser, B002 it does not answer, B003 what it says
 * Threads  one browser by one thread
 */
#ifndef NIEMYET_SYS_BROWSER_H
#define NIEMYET_SYS_BROWSER_H

#include "base/diag.h"

struct browser;

/* `program` is a path or a name on PATH; NULL: the first of those that Chromium goes by.
 * `profile` is a folder for it alone, which the caller removes afterwards. */
must_use int browser_open(struct browser **out, const char *program, const char *profile,
                          struct diag *d);

/* The page as its style sheets want it on paper, without a background, into `pdf`. `url` is
 * ASCII without control characters, quotes and backslashes. */
must_use int browser_print(struct browser *b, struct str url, struct buf *pdf, struct diag *d);

void browser_close(struct browser *b); /* NULL is fine */

#endif
