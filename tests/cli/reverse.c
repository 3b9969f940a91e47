/* SPDX-License-Identifier: MIT
 * reverse - stands before SQLite: every connection gives rows that no ORDER BY has ordered
 * in the reverse of its usual order, so that a build which depends on it comes out otherwise */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <sqlite3.h>
#include <stddef.h>

typedef int (*opener)(const char *name, sqlite3 **out, int flags, const char *vfs);

int sqlite3_open_v2(const char *name, sqlite3 **out, int flags, const char *vfs)
{
	opener open = (opener)dlsym(RTLD_NEXT, "sqlite3_open_v2");
	int status = open(name, out, flags, vfs);
	if (status == SQLITE_OK)
		sqlite3_exec(*out, "PRAGMA reverse_unordered_selects = 1", NULL, NULL, NULL);
	return status;
}
