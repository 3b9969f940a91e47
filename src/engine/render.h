/* SPDX-License-Identifier: MIT
 *
 * render - all pages and assets into the stage, by N workers
 *
 * The workers share one feed of pages: each takes a few at a time under a lock, renders
 * them on its own connection into its own memory, and gives back address, hash and size.
 * A page whose bytes are what is posted already is not written. The outline of each HTML
 * page is read before its bytes are gone. Nothing depends on which
 * worker renders a page; messages come out in the order of the pages. A further language comes
 * after all pages of the one before it.
 *
 * Fails    -1 with the messages of all pages
 */
#ifndef NIEMYET_ENGINE_RENDER_H
#define NIEMYET_ENGINE_RENDER_H

#include "board/theme.h"
#include "engine/pages.h"
#include "engine/project.h"
#include "engine/publish.h"

struct render {
	struct project *project; /* compiled */
	struct plan *plan;
	struct pages *pages;     /* takes the outlines of the pages */
	struct publish *publish; /* NULL: pages are made and looked at, nothing is written */
	int jobs;                /* workers */
	void (*progress)(void *user, int64_t pages); /* NULL: not wanted */
	void *user;
};

must_use int render_all(const struct render *r, struct diag *d);

#endif
