/* SPDX-License-Identifier: MIT
 *
 * ledger - the file ledger.csv: what was posted, changed and withdrawn, and when
 *
 * One line an event, added at the end, never changed. The last cell of a line chains it to
 * the one before:
 *
 *   chain of the head line  SHA-256 of that line
 *   chain of a line         SHA-256 of: the chain of the line before, a line feed (LF), the
 *                           line itself up to the comma before its last cell
 *
 * A hash is 64 digits 0-9a-f; a line is its bytes without the LF at its end. So sha256sum
 * and awk can check it, without niemyet (docs/ledger.md shows how).
 *
 *   seq            1, 2, 3 ...
 *   publication    the publication the event belongs to, 1, 2, 3 ...
 *   at             moment of that publication, 2026-11-02T08:15:00+07:00
 *   day            the day whose board was posted
 *   event          POSTED, CHANGED, WITHDRAWN
 *   code           national code; version and name as posted (as withdrawn)
 *   parts          CHANGED: which parts, of record.sql, and "version"
 *   decision_no    that announced it, or withdrew it
 *   content_sha256 of the record (board/record.h); empty when WITHDRAWN
 *   part_hashes    of its parts: enough to tell next time which of them changed
 *   chain_sha256
 *
 * Threads  pure
 */
#ifndef NIEMYET_BOARD_LEDGER_H
#define NIEMYET_BOARD_LEDGER_H

#include "base/diag.h"
#include "sys/seal.h"

#define LEDGER_FILE "ledger.csv"           /* in the office's folder */
#define LEDGER_COPY "du-lieu/nhat-ky.csv"  /* the same bytes, as posted */
#define LEDGER_COMING "ledger.csv.coming"  /* the next ledger.csv, while it is being sent */

enum { LEDGER_AT = 25 }; /* characters of a moment */

struct ledger_line {
	int64_t seq, publication;
	struct str at, day, event, code;
	int64_t version;
	struct str name, parts, decision_no, content, hashes, chain; /* empty, never absent */
};

/* All lines in order, of a text that ledger_check found whole; `row` is the line of the
 * file. Text is borrowed for the call. A negative result of `each` ends it. */
typedef int (*ledger_each_fn)(void *user, const struct ledger_line *line, int row);
must_use int ledger_read(struct str text, struct str file, ledger_each_fn each, void *user,
                         struct diag *d);

/* Checks head and chain. -1 when a line was edited, dropped, moved, repeated or is none: the
 * messages (L001 to L008) say which. Lines dropped at the end leave no trace in the file
 * itself; what is posted has a copy to compare with. */
must_use int ledger_check(struct str text, struct str file, struct diag *d);

/* Where the next line goes on. */
struct ledger_end {
	int64_t seq, publication; /* of the last line; 0: there is none */
	char at[LEDGER_AT];       /* its moment; only when there is one */
	char chain[SEAL_HEX];
};

/* The end of a text that is whole; of an empty text, that of a ledger with only its head. */
struct ledger_end ledger_end_of(struct str text);

/* Adds a line: its seq and chain are made here, the rest is the caller's. Line ends in names
 * become spaces. An empty `out` gets the head first. */
void ledger_append(struct buf *out, struct ledger_end *end, const struct ledger_line *line);

#endif
