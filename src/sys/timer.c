/* SPDX-License-Identifier: MIT
 * timer - how long a step took */
#define _DEFAULT_SOURCE /* getrusage */
#include "sys/timer.h"

#include <sys/resource.h>
#include <time.h>

int64_t timer_now_ms(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void timer_nap_ms(int ms)
{
	nanosleep(&(struct timespec){.tv_nsec = ms * 1000000L}, NULL);
}

int64_t timer_peak_memory_kb(void)
{
	struct rusage usage;
	return getrusage(RUSAGE_SELF, &usage) == 0 ? usage.ru_maxrss : 0;
}
