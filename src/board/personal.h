/* SPDX-License-Identifier: MIT
 *
 * personal - finds what looks like data of a person in a text that becomes public
 *
 * A net with known meshes, no proof: it knows what stands in lists by mistake. Numbers that
 * are part of a longer code (of a dossier, a decision, a procedure) are none.
 *
 *   PERSONAL_ID     12 digits, also in groups with spaces; 9 digits that are no sum of đồng
 *   PERSONAL_PHONE  10 or 11 digits from 0, or +84, also in groups; short numbers such as
 *                   1022 and 1900 1234 are nobody's own
 *   PERSONAL_EMAIL  an address
 *   PERSONAL_NAME   "ông", "bà" and a name; not "bà Chủ tịch", not "Bà Rịa"
 *
 * Owns     nothing: texts are borrowed
 * Threads  pure
 */
#ifndef NIEMYET_BOARD_PERSONAL_H
#define NIEMYET_BOARD_PERSONAL_H

#include "base/buf.h"

enum personal_kind { PERSONAL_ID, PERSONAL_PHONE, PERSONAL_EMAIL, PERSONAL_NAME };

struct personal {
	enum personal_kind kind;
	struct str text; /* as it stands there */
};

/* The next find at byte *at or behind it; *at goes on to its end. False: no more. */
bool personal_next(struct str s, size_t *at, struct personal *found);

/* What tells whether two finds are the same: the digits of a number from 0 on (+84 is 0), an
 * address in lower case, a name as it is. */
void personal_put_key(struct buf *out, const struct personal *found);

/* A column's name that stands for a person's number, birthday ... ("Số CCCD", "ngaySinh"); in a
 * list of dossiers or figures for a name, address, telephone, e-mail ("ho_ten") as well. */
bool personal_is_column(struct str name, bool list_of_dossiers);

#endif
