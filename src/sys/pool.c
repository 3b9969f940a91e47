/* SPDX-License-Identifier: MIT
 * pool - N workers at one job, and the lock they share */
#include "sys/pool.h"

#include <assert.h>
#include <pthread.h>
#include <unistd.h>

#include "base/arena.h"

struct lock {
	pthread_mutex_t mutex;
};

struct worker {
	pthread_t thread;
	pool_job job;
	void *user;
	int number;
};

static void *run_worker(void *arg)
{
	struct worker *w = arg;
	w->job(w->user, w->number);
	return NULL;
}

void pool_run(int workers, pool_job job, void *user)
{
	assert(workers >= 1 && workers <= POOL_MAX);
	if (workers == 1) {
		job(user, 0);
		return;
	}
	struct arena a = {0};
	struct worker *all = arena_array(&a, (size_t)workers, sizeof *all);
	for (int i = 0; i < workers; i++) {
		all[i] = (struct worker){.job = job, .user = user, .number = i};
		int status = pthread_create(&all[i].thread, NULL, run_worker, &all[i]);
		assert(status == 0);
		(void)status;
	}
	for (int i = 0; i < workers; i++)
		pthread_join(all[i].thread, NULL);
	arena_release(&a);
}

int pool_processors(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);
	return n < 1 ? 1 : n > POOL_MAX ? POOL_MAX : (int)n;
}

struct lock *lock_new(void)
{
	struct lock *l = mem_resize(NULL, sizeof *l);
	pthread_mutex_init(&l->mutex, NULL);
	return l;
}

void lock_free(struct lock *l)
{
	pthread_mutex_destroy(&l->mutex);
	mem_free(l);
}

void lock_take(struct lock *l)
{
	pthread_mutex_lock(&l->mutex);
}

void lock_give(struct lock *l)
{
	pthread_mutex_unlock(&l->mutex);
}
