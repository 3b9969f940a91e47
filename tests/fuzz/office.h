/* SPDX-License-Identifier: MIT
 *
 * office - a folder of its own for a fuzz entry that reads files
 */
#ifndef NIEMYET_TESTS_FUZZ_OFFICE_H
#define NIEMYET_TESTS_FUZZ_OFFICE_H

#include <stdlib.h>

#include "sys/fs.h"

static inline const char *fuzz_folder(struct arena *a, const char *name)
{
	const char *dir = getenv("TEST_TMP");
	return fs_join(a, dir ? dir : "build/tmp/fuzz", name);
}

#endif
