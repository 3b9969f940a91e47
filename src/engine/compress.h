/* SPDX-License-Identifier: MIT
 *
 * compress - .gz and .br beside the files of a site, for web servers that hand them out
 *
 * Each file of text that does not fit into one packet gets both. They are files of the site like
 * others: in its plan, its manifest, its exchange. What was made of which bytes is remembered in
 * .niemyet/compressed.db, by hashes: where the posted file is that very one it stays, and nothing
 * is compressed again. The hashes are the cache's, not the manifest's, so that whoever can write
 * into what is posted cannot have a page of his handed out in place of ours.
 *
 * Fails    -1 and a message
 */
#ifndef NIEMYET_ENGINE_COMPRESS_H
#define NIEMYET_ENGINE_COMPRESS_H

#include "engine/project.h"
#include "engine/publish.h"

struct compress {
	const struct project *project;
	struct plan *plan;        /* complete and committed */
	const struct publish *publish;
	int jobs;                 /* workers */
};

must_use int compress_all(const struct compress *c, struct diag *d);

#endif
