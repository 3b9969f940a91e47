/* SPDX-License-Identifier: MIT
 *
 * ledger_int - what the files of ledger share: the chain, and a line taken apart
 */
#ifndef NIEMYET_BOARD_LEDGER_INT_H
#define NIEMYET_BOARD_LEDGER_INT_H

#include "board/ledger.h"

#define LEDGER_HEAD                                                                                \
	"seq,publication,at,day,event,code,version,name,parts,decision_no,content_sha256,"         \
	"part_hashes,chain_sha256"

/* A line as far as the chain needs it: no quotes are looked at, so that it can be done with
 * a damaged line too. */
struct ledger_raw {
	int64_t seq;
	struct str body, chain; /* before and after the last comma */
};

/* False when it is no line: no number in front, no 64 digits at the end. */
bool ledger_split(struct str line, struct ledger_raw *out);

/* `out` may be the bytes of `before`. */
void ledger_chain(struct str before, struct str body, char out[SEAL_HEX]);
void ledger_head_chain(char out[SEAL_HEX]);

#endif
