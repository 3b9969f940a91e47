/* SPDX-License-Identifier: MIT
 *
 * search_files - the index of the office's procedures, from its tables into the site; one
 * for each language
 *
 * The views search_entry and search_text say what is found by which words, search_page which
 * other pages, on the web; everyday words come
 * from data/synonyms.csv and, behind them, from src/board/synonyms.csv. The files are
 * assets/search/[LANGUAGE/]NAME.HASH8.js and may be kept for ever: another index has other
 * names. A further language is searched by the words of the first one, too.
 *
 * Fails    -1 and messages
 */
#ifndef NIEMYET_ENGINE_SEARCH_FILES_H
#define NIEMYET_ENGINE_SEARCH_FILES_H

#include "board/assets.h"
#include "engine/project.h"

/* Takes a file of the site, borrowed for the call. */
typedef int (*search_file_fn)(void *user, const struct asset *file, struct diag *d);

/* `scratch` is a database that may be written to, in a transaction. The addresses of the
 * heads become edition->search. */
must_use int search_files_make(struct project *p, struct db *scratch, search_file_fn put,
                               void *user, struct diag *d);

#endif
