/* SPDX-License-Identifier: MIT
 *
 * opt - options from a table: parsing, usage and help come from the same rows
 *
 * Long options take "--name value" or "--name=value", letters "-C value" or "-Cvalue".
 * Options may stand before or after operands; "--" ends them.
 *
 * Fails    -1 after a two-line message on standard error
 */
#ifndef NIEMYET_CLI_OPT_H
#define NIEMYET_CLI_OPT_H

#include "base/diag.h"

enum opt_kind {
	OPT_FLAG, /* into: bool */
	OPT_TEXT, /* into: const char *, borrowed from argv */
	OPT_INT,  /* into: int, 1 to 1,000,000 */
	OPT_LIST, /* into: struct opt_list; may be given several times */
};

/* What an option was given, in order; borrowed from argv. */
enum { OPT_LIST_MOST = 64 };
struct opt_list {
	const char *values[OPT_LIST_MOST];
	size_t count;
};

/* A table ends in a row whose name is NULL. */
struct opt {
	const char *name; /* without "--"; "" when there is a letter only */
	char letter;      /* 0: none */
	enum opt_kind kind;
	void *into;
	const char *arg;  /* what its value is called: "DIR"; NULL for flags */
	const char *vi, *en;
};

/* Takes options out of argv (argv[0] is the command's name); what is left, in order, is
 * *count operands from argv[1] on. */
must_use int opt_parse(const struct opt *table, int *count, char **argv, enum diag_lang lang);

/* One line a row, aligned. */
void opt_print(const struct opt *table, FILE *to, enum diag_lang lang);

#endif
