/* SPDX-License-Identifier: MIT
 *
 * self - the files that this program runs from: its own and its libraries'
 */
#ifndef NIEMYET_SYS_SELF_H
#define NIEMYET_SYS_SELF_H

#include "base/str.h"

/* Each by its path, in the order in which they were loaded. */
void self_each_file(void (*each)(void *user, struct str path), void *user);

#endif
