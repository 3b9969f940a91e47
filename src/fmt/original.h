/* SPDX-License-Identifier: MIT
 *
 * original - marks around a text that a page shows in another language than its own
 *
 * What has no translation stands on the page as it is in the data. It carries two marks, so
 * that it keeps its language through queries, sorting and joining, until the finished page
 * says it in markup:
 *
 *   \2 words \3    <span lang="vi">words</span>, in a drawing <tspan>
 *   \4 markup \5   <div lang="vi">markup</div>
 *
 * The marks are control characters, which loading refuses in data. html_put lets them pass
 * between tags and leaves them out in every other place. A block, which is a heading h1 or h2
 * and what follows up to the next one, that shows such a text gets a note in its heading: one
 * for a block where most words are such, another for one where a part is.
 *
 * Threads  pure
 */
#ifndef NIEMYET_FMT_ORIGINAL_H
#define NIEMYET_FMT_ORIGINAL_H

#include "base/arena.h"
#include "base/buf.h"

#define ORIGINAL_BEGIN '\x02'
#define ORIGINAL_END '\x03'
#define ORIGINAL_BLOCK '\x04'
#define ORIGINAL_BLOCK_END '\x05'

bool original_is_mark(char c);
bool original_is_in(struct str s); /* does it hold a mark that begins something? */
void original_put(struct buf *out, struct str s); /* with marks around */

/* The text with marks around, or without any, in the arena; as it is where it has none to lose. */
struct str original_marked(struct arena *a, struct str s);
struct str original_bare(struct arena *a, struct str s);

struct original_words {
	struct str lang;        /* of the texts: "vi" */
	struct str whole, part; /* the notes: "Vietnamese only", "Partly in Vietnamese" */
};
/* The page with markup in place of the marks. A mark whose partner a query has cut off ends at
 * the next tag, or is left out. */
void original_finish(struct buf *out, struct str page, const struct original_words *w);

#endif
