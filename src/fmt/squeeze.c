/* SPDX-License-Identifier: MIT
 * squeeze - the door to zlib and libbrotli */
#include "fmt/squeeze.h"

#include <assert.h>
#include <brotli/encode.h>
#define ZLIB_CONST
#include <zlib.h>

#include "base/arena.h"

/* Levels: docs/performance.md. Windows are powers of two: 22 is Brotli's own choice for files of
 * any size; a smaller file has one that it fits into, which takes less memory. */
enum { GZ_LEVEL = 9, GZ_WINDOW = 15, GZ_HEADER = 16, GZ_MEMORY = 9, BR_LEVEL = 6, BR_WINDOW = 22 };

struct squeeze {
	enum squeeze_kind kind;
	z_stream gz;
	BrotliEncoderState *br;
};

struct str squeeze_ending(enum squeeze_kind kind)
{
	return kind == SQUEEZE_GZ ? STR(".gz") : STR(".br");
}

void squeeze_describe(enum squeeze_kind kind, struct buf *out)
{
	if (kind == SQUEEZE_GZ)
		buf_printf(out, "zlib %s, %d", zlibVersion(), GZ_LEVEL);
	else
		buf_printf(out, "brotli %x, %d", (unsigned)BrotliEncoderVersion(), BR_LEVEL);
}

static void *take_gz(void *user, unsigned count, unsigned size)
{
	(void)user;
	return mem_resize(NULL, (size_t)count * size);
}

static void *take_br(void *user, size_t size)
{
	(void)user;
	return mem_resize(NULL, size);
}

static void give(void *user, void *p)
{
	(void)user;
	mem_free(p);
}

static uint32_t window_of(int64_t size)
{
	uint32_t bits = BROTLI_MIN_WINDOW_BITS;
	while (bits < BR_WINDOW && ((int64_t)1 << bits) - 16 < size)
		bits++;
	return bits;
}

static void open_br(struct squeeze *s, int64_t size)
{
	uint32_t hint = size < 1 << 30 ? (uint32_t)size : 1 << 30;
	s->br = BrotliEncoderCreateInstance(take_br, give, NULL);
	BrotliEncoderSetParameter(s->br, BROTLI_PARAM_QUALITY, BR_LEVEL);
	BrotliEncoderSetParameter(s->br, BROTLI_PARAM_LGWIN, window_of(size));
	BrotliEncoderSetParameter(s->br, BROTLI_PARAM_SIZE_HINT, hint);
}

struct squeeze *squeeze_open(enum squeeze_kind kind, int64_t size)
{
	struct squeeze *s = mem_resize(NULL, sizeof *s);
	*s = (struct squeeze){.kind = kind, .gz = {.zalloc = take_gz, .zfree = give}};
	if (kind == SQUEEZE_BR) {
		open_br(s, size);
		return s;
	}
	int status = deflateInit2(&s->gz, GZ_LEVEL, Z_DEFLATED, GZ_WINDOW + GZ_HEADER, GZ_MEMORY,
	                          Z_DEFAULT_STRATEGY);
	assert(status == Z_OK);
	(void)status;
	return s;
}

static void put_gz(struct squeeze *s, struct str bytes, bool is_last, struct buf *out)
{
	unsigned char piece[16 << 10];
	s->gz.next_in = (const Bytef *)bytes.p;
	s->gz.avail_in = (unsigned)bytes.n;
	do {
		s->gz.next_out = piece;
		s->gz.avail_out = sizeof piece;
		int status = deflate(&s->gz, is_last ? Z_FINISH : Z_NO_FLUSH);
		assert(status != Z_STREAM_ERROR);
		(void)status;
		buf_put(out, (struct str){(char *)piece, sizeof piece - s->gz.avail_out});
	} while (s->gz.avail_out == 0);
}

static void put_br(struct squeeze *s, struct str bytes, bool is_last, struct buf *out)
{
	const BrotliEncoderOperation what =
	    is_last ? BROTLI_OPERATION_FINISH : BROTLI_OPERATION_PROCESS;
	const uint8_t *next = (const uint8_t *)bytes.p;
	size_t left = bytes.n, room = 0, n;
	do {
		BROTLI_BOOL fine = BrotliEncoderCompressStream(s->br, what, &left, &next, &room,
		                                               NULL, NULL);
		assert(fine);
		(void)fine;
		do {
			n = 0; /* all there is */
			const uint8_t *p = BrotliEncoderTakeOutput(s->br, &n);
			buf_put(out, (struct str){(const char *)p, n});
		} while (n);
	} while (left || (is_last && !BrotliEncoderIsFinished(s->br)));
}

void squeeze_put(struct squeeze *s, struct str bytes, bool is_last, struct buf *out)
{
	if (s->kind == SQUEEZE_GZ)
		put_gz(s, bytes, is_last, out);
	else
		put_br(s, bytes, is_last, out);
}

void squeeze_close(struct squeeze *s)
{
	if (s->kind == SQUEEZE_GZ)
		deflateEnd(&s->gz);
	else
		BrotliEncoderDestroyInstance(s->br);
	mem_free(s);
}
