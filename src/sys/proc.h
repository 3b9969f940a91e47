/* SPDX-License-Identifier: MIT
 *
 * proc - the door to other programs: one started beside us, spoken to over two pipes
 *
 * The child reads on descriptor 3 and writes on 4; its standard output and errors go nowhere.
 *
 * Owns     the process and our ends of the pipes, until proc_end
 * Threads  one process by one thread; any number may start at once
 */
#ifndef NIEMYET_SYS_PROC_H
#define NIEMYET_SYS_PROC_H

#include "base/str.h"

struct proc {
	int64_t id;
	int to, from;
};

/* argv[0] is a path or a name on PATH; the last is NULL. False: there is no such program, or
 * the machine has no room for it. */
must_use bool proc_start(struct proc *p, const char *const argv[]);

/* All of `s`. False: the other end has gone. */
must_use bool proc_write(struct proc *p, struct str s);

/* What is there, at most `size` bytes, after waiting `ms` at most. 0: the other end has gone,
 * or has said nothing for so long. */
must_use size_t proc_read(struct proc *p, char *bytes, size_t size, int ms);

/* Ends it and what it has started, with no regard to what they do. */
void proc_end(struct proc *p);

bool proc_is_root(void);

#endif
