/* SPDX-License-Identifier: MIT
 *
 * timer - how long a step took; never what day it is (that comes from main)
 */
#ifndef NIEMYET_SYS_TIMER_H
#define NIEMYET_SYS_TIMER_H

#include "base/base.h"

int64_t timer_now_ms(void);       /* from an arbitrary moment, never backwards */
void timer_nap_ms(int ms);
int64_t timer_peak_memory_kb(void); /* of this process so far */

#endif
