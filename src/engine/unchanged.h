/* SPDX-License-Identifier: MIT
 *
 * unchanged - is there anything to build? Told by size, times and inode of every file
 *
 * A build that said nothing leaves a record in .niemyet/unchanged: one hash over what it read
 * as it stood before it was read, one over the site as it stood afterwards, and the counts that
 * are printed. While both hashes are what they were, a build would make the same bytes and write
 * none of them, so it need not run. What is read is the day, the program with its libraries,
 * and of the office all that unchanged.c lists.
 *
 * The record is made when every change still to come shows: only of files that last changed in
 * an earlier step of the file system's clock than the one before they were looked at. What a
 * build that did not end leaves is no record. Neither is one of before the machine was started:
 * when power fails, files may be shorter than their names say. Which folder the site is need not be
 * noted: no two have files of the same inodes and times that are not the same files.
 *
 * Contents are not read: who changes a posted file and sets back all that a file system tells of
 * it is found by niemyet verify.
 */
#ifndef NIEMYET_ENGINE_UNCHANGED_H
#define NIEMYET_ENGINE_UNCHANGED_H

#include "engine/build.h"

struct unchanged {
	char inputs[SEAL_HEX]; /* what is read, before it was */
	bool settled;          /* each change of it since then shows */
	int64_t since;         /* when the build began, by the file system's clock */
	bool site_stands;      /* the site is what the last build left */
};

/* Before anything is loaded; the project is locked. 1: nothing to build, and *r says what there
 * is; 0: there may be, and the record is gone; -1 and a message: the office cannot be written. */
must_use int unchanged_look(struct unchanged *u, struct project *p, const struct build_options *o,
                            struct build_report *r, struct diag *d);

/* After a build into `out` that said nothing. When it cannot be done there is no record. */
void unchanged_remember(const struct unchanged *u, struct project *p, const char *out,
                        const struct build_report *r);

#endif
