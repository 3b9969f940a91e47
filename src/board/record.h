/* SPDX-License-Identifier: MIT
 *
 * record - what is posted of a procedure, as one text that can be hashed
 *
 * record.sql gives the parts of each procedure as JSON. The record is the JSON object of
 * code, version and all parts in their order: {"code":"1.001193","version":1,"name":...}.
 * The same data give the same text whatever the order of rows in the files, the theme, the
 * language of the pages or the number of workers.
 *
 * Owns     nothing: what a call shows lives until it returns
 * Fails    -1 and a message of the area R
 * Threads  the one of the connection
 */
#ifndef NIEMYET_BOARD_RECORD_H
#define NIEMYET_BOARD_RECORD_H

#include "sys/db.h"
#include "sys/seal.h"

enum { RECORD_PART_HEX = 12 }; /* digits kept of a part's hash */

struct record {
	struct str code; /* national code */
	int64_t version;
	struct str name, decision_no; /* decision_no is absent when there is none */
	struct str text;              /* the whole record */
	char sha256[SEAL_HEX];        /* of text */
	struct str hashes;            /* "name:1f0c... about:77ab...": each part with its hash */
};

typedef int (*record_fn)(void *user, const struct record *r);

/* Every procedure that is posted, or the one with the national code `only`, by code. `db` is
 * a connection with all functions (project_connect). A negative result of `each` ends it. */
must_use int record_each(struct db *db, struct str only, record_fn each, void *user,
                         struct diag *d);

/* Names of the parts whose hashes differ, separated by spaces: `before` and `now` are as in
 * record.hashes. A part that only one of them has is not compared. */
void record_put_changed(struct buf *out, struct str before, struct str now);

#endif
