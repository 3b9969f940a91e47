/* SPDX-License-Identifier: MIT
 *
 * publish - stage beside the target, exchange whole
 *
 * The posted folder is at every instant one whole build. New files are written into
 * "<target>.stage" on the same file system, unchanged ones are hard-linked from what is
 * posted, then the two folders change places in one step of the file system.
 *
 * The manifest (manifest.sha256, in sha256sum form, sorted by path) decides which files
 * are ours. Foreign files in the target are carried over and named, never dropped.
 *
 * A page that is open while the folders change places goes on asking for its style sheets and
 * scripts, so those that are named by their content stay for one build more: they stand as
 * "#hash  path" under the manifest's lines, where sha256sum passes over them.
 *
 * Fails    -1 and a message; what is posted is then untouched
 */
#ifndef NIEMYET_ENGINE_PUBLISH_H
#define NIEMYET_ENGINE_PUBLISH_H

#include "engine/plan.h"

#define MANIFEST_NAME "manifest.sha256"

struct publish {
	const char *live, *stage; /* folders, in the arena given to publish_open */
	struct plan *plan;
	bool stands;              /* what is posted is known to be as its manifest says */
};

/* Reads the target's manifest into the plan and clears an old stage. A target that is
 * not empty and has no manifest is refused (P008). */
must_use int publish_open(struct publish *p, const char *target, struct plan *plan, struct arena *a,
                          struct diag *d);

/* True when the posted file at `path` has this hash and size, so nothing need be written. Unless
 * the site is known to stand, its bytes are looked at. */
bool publish_is_posted(const struct publish *p, struct str path, const char *posted_hash,
                       const char hash[SEAL_HEX], int64_t size, struct arena *a);

/* All files of the plan are finished: completes the stage and exchanges. When nothing
 * differs from what is posted, nothing is written and *changed is false. */
must_use int publish_commit(struct publish *p, bool *changed, struct diag *d);

/* Throws the stage away. */
void publish_abandon(struct publish *p);

#endif
