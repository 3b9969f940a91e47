/* SPDX-License-Identifier: MIT
 *
 * workbook_words - what docs/data.md says of tables and columns
 *
 * A table's title is the rest of its heading "### fees.csv: Phí, lệ phí", up to a bracket. A
 * column's row "| `amount_vnd` | | đồng | mức thu; viết liền số đồng: 8000 |" gives its note, and
 * as its title what stands in front of the first semicolon, colon, bracket or code. A note is
 * followed by what the listed values mean, by the table "Nghĩa của các giá trị".
 *
 * Owns     texts lie in the arena given
 * Fails    never: what the page does not have is absent
 * Threads  one
 */
#ifndef NIEMYET_ENGINE_WORKBOOK_WORDS_H
#define NIEMYET_ENGINE_WORKBOOK_WORDS_H

#include "board/load_trial.h"

struct words;

/* Of the page inside the program; borrows the arena. */
struct words *words_open(struct arena *a);

struct str words_table(const struct words *w, struct str file);
struct str words_title(const struct words *w, struct str file, struct str column);
struct str words_note(const struct words *w, struct str file, const struct trial_column *c);

/* "procedures" of a note that says ", ở `procedures.csv`"; absent: none. */
struct str words_reference(const struct words *w, struct str file, struct str column);

#endif
