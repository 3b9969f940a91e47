/* SPDX-License-Identifier: MIT
 * squeeze: the same bytes for the same, in whatever pieces (cli/compress.sh unpacks them) */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "fmt/squeeze.h"

/* Pages repeat themselves; every so often a number does not. */
static struct str text(struct arena *a, size_t n)
{
	char *p = arena_alloc(a, n + 1);
	uint32_t seed = 1;
	for (size_t i = 0; i < n; i++) {
		seed = seed * 1664525 + 1013904223;
		p[i] = seed >> 30 ? "<td>Niêm yết</td> "[i % 19] : (char)('0' + (seed >> 20) % 10);
	}
	return (struct str){p, n};
}

static void squeeze(struct buf *out, enum squeeze_kind kind, struct str bytes, size_t piece)
{
	struct squeeze *s = squeeze_open(kind, (int64_t)bytes.n);
	for (; bytes.n > piece; bytes = str_slice(bytes, piece, bytes.n))
		squeeze_put(s, str_slice(bytes, 0, piece), false, out);
	squeeze_put(s, bytes, true, out);
	squeeze_close(s);
}

static void is_the_same_in_any_pieces(void **state)
{
	(void)state;
	static const size_t sizes[] = {0, 1, 1400, 65536, 65537, 3000000};
	static const size_t pieces[] = {1, 1000, 65536, 5000000};
	for (size_t i = 0; i < countof(sizes) * SQUEEZE_KINDS; i++) {
		enum squeeze_kind kind = i % SQUEEZE_KINDS;
		struct arena a = {0};
		struct str bytes = text(&a, sizes[i / SQUEEZE_KINDS]);
		struct buf whole = {0}, parts = {0};
		squeeze(&whole, kind, bytes, SIZE_MAX);
		assert_true(bytes.n < 1000 || whole.len < bytes.n / 2);
		for (size_t k = bytes.n > 100000; k < countof(pieces); k++) {
			buf_reset(&parts);
			squeeze(&parts, kind, bytes, pieces[k]);
			if (!str_eq(buf_str(&parts), buf_str(&whole)))
				fail_msg("kind %d, %zu bytes in pieces of %zu: another", kind,
				         bytes.n, pieces[k]);
		}
		buf_release(&whole);
		buf_release(&parts);
		arena_release(&a);
	}
}

/* RFC 1952: no name (flags), no time. */
static void has_no_time(void **state)
{
	(void)state;
	struct buf out = {0};
	squeeze(&out, SQUEEZE_GZ, STR("abc"), SIZE_MAX);
	assert_memory_equal(out.p, "\x1f\x8b\x08\0\0\0\0\0", 8);
	buf_release(&out);
}

static void tells_how(void **state)
{
	(void)state;
	struct buf how[SQUEEZE_KINDS] = {{0}};
	for (int kind = 0; kind < SQUEEZE_KINDS; kind++) {
		squeeze_describe(kind, &how[kind]);
		assert_true(str_find_byte(buf_str(&how[kind]), ',', 0) < how[kind].len);
		assert_int_equal(squeeze_ending(kind).n, 3);
	}
	assert_false(str_eq(buf_str(&how[SQUEEZE_GZ]), buf_str(&how[SQUEEZE_BR])));
	for (int kind = 0; kind < SQUEEZE_KINDS; kind++)
		buf_release(&how[kind]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(is_the_same_in_any_pieces),
		cmocka_unit_test(has_no_time),
		cmocka_unit_test(tells_how),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
