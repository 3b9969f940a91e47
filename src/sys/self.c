/* SPDX-License-Identifier: MIT
 * self - the files that this program runs from */
#define _GNU_SOURCE /* dl_iterate_phdr */
#include "sys/self.h"

#include <link.h>

struct telling {
	void (*each)(void *user, struct str path);
	void *user;
};

/* The program itself has no name here; what has no folder is the kernel's and no file. */
static int tell(struct dl_phdr_info *info, size_t size, void *user)
{
	const struct telling *t = user;
	struct str path = str_from(info->dlpi_name);
	(void)size;
	if (!path.n)
		t->each(t->user, STR("/proc/self/exe"));
	else if (str_find_byte(path, '/', 0) < path.n)
		t->each(t->user, path);
	return 0;
}

void self_each_file(void (*each)(void *user, struct str path), void *user)
{
	struct telling t = {each, user};
	dl_iterate_phdr(tell, &t);
}
