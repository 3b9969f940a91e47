/* SPDX-License-Identifier: MIT
 * importing.h - an import that stores nothing, for the fuzz entries of records: importing_begin,
 * then readers and import_record on &x.im, then importing_end. */
#ifndef NIEMYET_FUZZ_IMPORTING_H
#define NIEMYET_FUZZ_IMPORTING_H

#include "engine/import_int.h"

struct importing {
	struct diag d;
	struct import_report report;
	struct import_options o;
	struct import im;
};

static inline void importing_begin(struct importing *x)
{
	*x = (struct importing){.o = {.dir = "."}};
	x->im = (struct import){.o = &x->o, .report = &x->report, .d = &x->d};
	import_init(&x->im);
}

static inline void importing_end(struct importing *x)
{
	import_release(&x->im);
	diag_release(&x->d);
}

#endif
