/* SPDX-License-Identifier: MIT
 * builtin - looking up what the program carries inside */
#include "builtin.h"

const struct builtin_file *builtin_find(struct str path)
{
	size_t low = 0, high = builtin_count;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = str_cmp(str_from(builtin_files[mid].path), path);
		if (order == 0)
			return &builtin_files[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}
