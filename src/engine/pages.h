/* SPDX-License-Identifier: MIT
 *
 * pages - the outline of every finished page, as tables that rules can ask
 *
 * A worker reads a page's outline while its bytes are still in memory (pages_read: no lock,
 * into the memory of its batch) and hands it in with its other results (pages_put: under the
 * lock). The tables lie in the plan's database, so that nothing here grows with the number
 * of pages; page rules see them beside the office's own (docs/rules.md lists the columns).
 *
 * Owns     statements of the plan's database, until pages_close; before plan_close
 * Fails    -1 and a message
 */
#ifndef NIEMYET_ENGINE_PAGES_H
#define NIEMYET_ENGINE_PAGES_H

#include "board/theme.h"
#include "engine/plan.h"

struct pages;

/* Makes the tables. `url` is the site's public address (may be empty): links to it are links
 * inside the site. It is kept. */
must_use int pages_open(struct pages **out, struct plan *plan, struct str url, struct diag *d);
void pages_close(struct pages *p); /* NULL is allowed */

/* What pages_put writes; it lives in the arena given, with `page`. */
struct page_record;

/* `number` is the page's own, in the order of all pages; `text` is memory to work in. */
struct page_record *pages_read(const struct pages *p, struct arena *a, int64_t number,
                               const struct theme_page *page, struct str html,
                               struct buf *text);
must_use int pages_put(struct pages *p, const struct page_record *r, struct diag *d);

#endif
