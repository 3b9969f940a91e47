/* SPDX-License-Identifier: MIT
 *
 * print - niemyet print: the paper edition as PDF files, one for each sheet set
 *
 * The pages below in/ of a built site become files of the same path: in/thu-tuc/1.001193.html
 * is thu-tuc/1.001193.pdf. The forms that a procedure's sheet leads to lie beside it
 * (1.001193-mau-1.docx), so that they are put up after it.
 *
 * da-in.sha256, kept among them, says what each sheet said when it was printed: its text, not
 * the theme around it. With `changed` only sheets are printed that say something else now, and
 * files go whose sheet is gone. thay-to.csv lists what to put up and what to take down.
 *
 * Fails    -1 and messages (B001 to B005, P001 to P004); what was printed till then is good,
 *          and the next run goes on
 */
#ifndef NIEMYET_ENGINE_PRINT_H
#define NIEMYET_ENGINE_PRINT_H

#include "base/diag.h"

struct print_options {
	const char *site, *to;      /* folders: what build made, where the PDF files go */
	const char *browser;        /* a program; NULL: the Chromium on PATH */
	const char *const *names;   /* codes, or addresses below in/; none: all sheets */
	size_t name_count;
	bool changed;
	struct str date;            /* stands at the foot of the sheets */
	int jobs;                   /* browsers side by side */
	void (*progress)(void *user, int64_t done, int64_t all);
	void *user;
};

struct print_report {
	int64_t files, sheets;      /* printed now */
	int64_t kept, removed;      /* files that say the same; files whose sheet is gone */
	int64_t forms;              /* laid beside their sheets */
};

must_use int print_run(const struct print_options *o, struct print_report *r, struct diag *d);

#endif
