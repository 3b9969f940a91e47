/* SPDX-License-Identifier: MIT
 *
 * sarif - findings in the form that editors and code platforms read (SARIF 2.1.0)
 *
 * One run: the rules with their laws and cures, then a result for each finding and each
 * message of the program, with its place and a fingerprint that stays the same while lines
 * move. What is waived is there as suppressed. Paths count from the office's folder, which
 * readers know as %SRCROOT%.
 */
#ifndef NIEMYET_ENGINE_SARIF_H
#define NIEMYET_ENGINE_SARIF_H

#include "board/rule.h"

void sarif_put(struct buf *out, const struct rule_set *rules, const struct diag *findings,
               const struct diag *messages);

#endif
