/* SPDX-License-Identifier: MIT
 *
 * translate - the office's tables as a further language of the site sees them
 *
 * A connection of a further language has temporary views in front of the tables, under the
 * same names: every column that holds words (WORD_TEXT, MD_TEXT) goes through tr(), which gives
 * the translation or the text itself with the marks of fmt/original. All views of the schema
 * stand over them once more. So queries, templates and live blocks are the same in every
 * language, and none can forget to translate. A connection of the first language has none of it.
 *
 * Fails    -1 and a message
 * Threads  one connection, one thread
 */
#ifndef NIEMYET_BOARD_TRANSLATE_H
#define NIEMYET_BOARD_TRANSLATE_H

#include "sys/db.h"

/* From `origin`, the data's language, to `lang`; both are such as site_read lets pass. After
 * func_register, before db_guard. */
must_use int translate_tables(struct db *db, struct str lang, struct str origin,
                              struct diag *d);

#endif
