/* SPDX-License-Identifier: MIT
 *
 * seal - the door to libcrypto: hashes
 *
 * Threads  any
 */
#ifndef NIEMYET_SYS_SEAL_H
#define NIEMYET_SYS_SEAL_H

#include "base/str.h"

enum { SEAL_HEX = 64 };

/* SHA-256 in lower-case hexadecimal; `hex` is not ended by NUL. */
void seal_sha256(struct str bytes, char hex[SEAL_HEX]);

/* The same over pieces. seal_end frees. */
struct seal;
struct seal *seal_begin(void);
void seal_add(struct seal *s, struct str bytes);
void seal_end(struct seal *s, char hex[SEAL_HEX]);

#endif
