/* SPDX-License-Identifier: MIT
 *
 * str - views of text: a pointer and a length in bytes
 *
 * A view owns nothing: it lives as long as the bytes it looks at. It need not
 * end in NUL and may hold any byte. The zero value is the absent text (p is
 * NULL); an empty text has p set and n == 0. White space is the ASCII kind.
 *
 * Fails    never; functions that look for something say what "not there" is
 * Threads  pure
 */
#ifndef NIEMYET_BASE_STR_H
#define NIEMYET_BASE_STR_H

#include "base/base.h"

struct str {
	const char *p;
	size_t n;
};

/* For printf("%.*s"). */
#define STR_ARG(s) (int)(s).n, (s).p
/* A literal as a view, also in static tables. */
#define STR(lit) ((struct str){(lit), sizeof(lit) - 1})

struct str str_from(const char *z);                /* NULL gives the absent text */
struct str str_slice(struct str s, size_t from, size_t to);

bool str_eq(struct str a, struct str b);
bool str_eqz(struct str a, const char *z);
int str_cmp(struct str a, struct str b);           /* byte order, shorter first */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
bool str_blank(struct str s);                      /* absent, empty or white space */

/* Position of the first `needle` at or after `from`, or s.n when there is none. */
size_t str_find(struct str s, struct str needle, size_t from);
size_t str_find_byte(struct str s, char c, size_t from);

/* 0 to 9, whatever the locale; the position behind the digits at `at`. */
bool str_is_digit(char c);
size_t str_skip_digits(struct str s, size_t at);

struct str str_trim(struct str s);
struct str str_trim_end(struct str s);

/* Takes the text before the first `sep` off *rest and returns it; what follows
 * the separator stays in *rest. When no separator is left, all is returned and
 * *rest becomes absent. Loop: while (rest.p) { part = str_cut(&rest, ','); } */
struct str str_cut(struct str *rest, char sep);

/* The next line without its end (LF or CRLF); same loop as str_cut. */
struct str str_cut_line(struct str *rest);

/* Distance in edits (insert, delete, change, swap), bytes; SIZE_MAX when more than
 * `most`. For "did you mean". */
size_t str_distance(struct str a, struct str b, size_t most);

#endif
