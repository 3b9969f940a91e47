/* SPDX-License-Identifier: MIT
 * steps - stands before SQLite and counts the steps of its virtual machine over all
 * statements; the sum goes to the file that STEPS names. Unlike seconds, it is the same on
 * every machine, whatever else the machine does. For -j 1 only. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>

typedef int (*opener)(const char *name, sqlite3 **out, int flags, const char *vfs);

static long long total;

static int count(unsigned kind, void *user, void *statement, void *nanoseconds)
{
	(void)kind, (void)user, (void)nanoseconds;
	total += sqlite3_stmt_status(statement, SQLITE_STMTSTATUS_VM_STEP, 1);
	return 0;
}

static void report(void)
{
	FILE *f = fopen(getenv("STEPS"), "w");
	if (f) {
		fprintf(f, "%lld\n", total);
		fclose(f);
	}
}

int sqlite3_open_v2(const char *name, sqlite3 **out, int flags, const char *vfs)
{
	static int opened;
	(void)vfs; /* which has no clock: SQLite profiles by the time */
	opener open = (opener)dlsym(RTLD_NEXT, "sqlite3_open_v2");
	int status = open(name, out, flags, "unix");
	if (!opened++)
		atexit(report);
	if (status == SQLITE_OK)
		sqlite3_trace_v2(*out, SQLITE_TRACE_PROFILE, count, NULL);
	return status;
}
