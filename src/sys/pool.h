/* SPDX-License-Identifier: MIT
 *
 * pool - N workers at one job, and the lock they share
 *
 * Each worker runs the same function once with its own number; what they share is the
 * caller's business, guarded by a struct lock. One worker runs without a thread, through
 * the same code.
 */
#ifndef NIEMYET_SYS_POOL_H
#define NIEMYET_SYS_POOL_H

#include "base/base.h"

enum { POOL_MAX = 256 };

typedef void (*pool_job)(void *user, int worker);

/* Runs job(user, 0) to job(user, workers - 1), returns when all have. 1 to POOL_MAX. */
void pool_run(int workers, pool_job job, void *user);

/* Processors that this process may use, at least 1. */
int pool_processors(void);

struct lock;
struct lock *lock_new(void);
void lock_free(struct lock *l);
void lock_take(struct lock *l);
void lock_give(struct lock *l);

#endif
