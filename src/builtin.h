/* SPDX-License-Identifier: MIT
 *
 * builtin - what the program carries inside: the default theme, its assets and texts, the
 * schema, the rules, the import maps and docs/data.md, as bytes; made from the files themselves by
 * the Makefile
 */
#ifndef NIEMYET_BUILTIN_H
#define NIEMYET_BUILTIN_H

#include "base/str.h"

struct builtin_file {
	const char *path; /* "templates/procedure.html", "src/board/schema.sql" */
	struct str bytes;
};

/* Sorted by path in byte order. */
extern const struct builtin_file builtin_files[];
extern const size_t builtin_count;

/* NULL when there is none. */
const struct builtin_file *builtin_find(struct str path);

#endif
