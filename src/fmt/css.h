/* SPDX-License-Identifier: MIT
 *
 * css - the addresses inside a style sheet: url(...) and @import
 *
 * Everything else is copied byte for byte; comments and other strings are passed over. An
 * address is taken as it is written, without its quotes: one with a backslash or a line
 * end in it is not understood (A007). The bare strings of image-set() are not looked at:
 * write url(...) there.
 *
 * Threads  pure
 */
#ifndef NIEMYET_FMT_CSS_H
#define NIEMYET_FMT_CSS_H

#include "base/diag.h"

/* Puts the address to write instead of `url` into `out`; it is written in double quotes.
 * -1 and a message when it is wrong. */
typedef int (*css_address)(void *user, struct str url, struct place at, struct buf *out,
                           struct diag *d);

/* `file` names the sheet in messages. All mistakes are recorded. */
must_use int css_rewrite(struct str css, struct str file, css_address address, void *user,
                         struct buf *out, struct diag *d);

#endif
