/* SPDX-License-Identifier: MIT
 *
 * base - what every file of niemyet may rely on: attributes and limits
 *
 * Limits are named here, once. Reaching one is a message to the user, never a
 * crash and never a silent cut.
 */
#ifndef NIEMYET_BASE_BASE_H
#define NIEMYET_BASE_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NIEMYET_VERSION "0.1.0"

/* The caller has to look at the result. */
#define must_use __attribute__((warn_unused_result))
#define printf_like(fmt, args) __attribute__((format(printf, fmt, args)))
#define noreturn_fn __attribute__((noreturn))

#define countof(a) (sizeof(a) / sizeof((a)[0]))

/* Sizes in bytes unless the name says otherwise. */
enum {
	LIMIT_PAGE = 4 << 20,          /* one HTML page */
	LIMIT_STREAM = 1 << 30,        /* one file of another kind, written as it is made */
	LIMIT_PAGES = 20000,           /* pages of one query; one more for every 8 bytes of data */
	LIMIT_STREAM_AT = 256 << 10,   /* output above this goes to its file */
	LIMIT_MARKDOWN = 2 << 20,      /* one Markdown text */
	LIMIT_CELL = 256 << 10,        /* one field of a CSV file */
	LIMIT_CONFIG = 1 << 20,        /* one YAML or SQL or template file */
	LIMIT_CELLS = 100000,          /* fields of one record */
	LIMIT_ROW = 4 << 20,           /* one record of a CSV file */
	LIMIT_DATA_FILE = 1 << 30,     /* one data file */
	LIMIT_PART = 512 << 20,        /* one part of a spreadsheet, unpacked */
	LIMIT_DOCUMENT = 128 << 20,    /* one JSON file to import */
	LIMIT_FOREIGN_VALUE = 16 << 20, /* one value in somebody's database */
	LIMIT_FOREIGN_ROWS = 1 << 20,  /* rows that a map makes of one table or view there */
	LIMIT_NAME = 200,              /* one name in a template or query */
	LIMIT_ADDRESS_PART = 200,      /* one part of an address: systems take names up to 255 */
	LIMIT_DEPTH = 64,              /* nesting of partials, sections, YAML, lists */
	LIMIT_COLUMNS = 200,           /* columns of a table or query */
	LIMIT_MESSAGES = 200,          /* messages printed of one kind */
	LIMIT_EXAMPLES = 5,            /* findings of one rule that niemyet check prints */
	LIMIT_FINDINGS = 200000,       /* what one rule may find */
	LIMIT_FINDINGS_TEXT = 64 << 20, /* the messages of all it finds */
	LIMIT_QUERY_STEPS = 500000000, /* virtual machine steps of one query */
};

#endif
