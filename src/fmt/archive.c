/* SPDX-License-Identifier: MIT
 * archive - the door to libzip */
#include "fmt/archive.h"

#include <string.h>
#include <zip.h>

#include "base/arena.h"

struct archive {
	zip_t *zip;
};
struct archive_part {
	zip_file_t *file;
	uint64_t given; /* bytes so far */
	bool is_too_large;
};

struct archive *archive_open(struct str bytes)
{
	zip_error_t error;
	zip_source_t *source = zip_source_buffer_create(bytes.p, bytes.n, 0, &error);
	zip_t *zip = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
	if (!zip) {
		zip_source_free(source);
		return NULL;
	}
	struct archive *a = mem_resize(NULL, sizeof *a);
	*a = (struct archive){zip};
	return a;
}

void archive_close(struct archive *a)
{
	if (!a)
		return;
	zip_discard(a->zip);
	mem_free(a);
}

bool archive_has(struct archive *a, const char *name)
{
	return zip_name_locate(a->zip, name, ZIP_FL_NOCASE) >= 0;
}

struct archive_part *archive_part_open(struct archive *a, const char *name)
{
	zip_int64_t at = zip_name_locate(a->zip, name, ZIP_FL_NOCASE);
	zip_stat_t stat;
	if (at < 0 || zip_stat_index(a->zip, (zip_uint64_t)at, 0, &stat) < 0)
		return NULL;
	zip_file_t *file = zip_fopen_index(a->zip, (zip_uint64_t)at, 0);
	if (!file)
		return NULL;
	struct archive_part *p = mem_resize(NULL, sizeof *p);
	bool is_known = stat.valid & ZIP_STAT_SIZE;
	*p = (struct archive_part){.file = file,
	                           .is_too_large = is_known && stat.size > LIMIT_PART};
	return p;
}

void archive_part_close(struct archive_part *p)
{
	if (!p)
		return;
	zip_fclose(p->file);
	mem_free(p);
}

int64_t archive_part_read(struct archive_part *p, char *into, size_t size)
{
	if (p->is_too_large)
		return ARCHIVE_TOO_LARGE;
	zip_int64_t n = zip_fread(p->file, into, size);
	if (n < 0)
		return ARCHIVE_DAMAGED;
	p->given += (uint64_t)n;
	p->is_too_large = p->given > LIMIT_PART;
	return p->is_too_large ? ARCHIVE_TOO_LARGE : n;
}

/* A new archive ---------------------------------------------------------------------- */

struct archive_new {
	zip_source_t *bytes; /* what is written */
	zip_t *zip;
	struct arena arena;
	bool failed;
};

/* A part that is asked for. */
struct coming {
	struct archive_new *of;
	archive_more more;
	void *user;
	struct buf piece;
	size_t given;  /* of the piece */
	bool is_done;
	zip_error_t error;
};

static zip_int64_t give(struct coming *c, char *into, zip_uint64_t size)
{
	while (c->given == c->piece.len && !c->is_done) {
		buf_reset(&c->piece);
		c->given = 0;
		int more = c->more(c->user, &c->piece);
		c->is_done = more <= 0;
		c->of->failed = c->of->failed || more < 0;
	}
	size_t n = c->piece.len - c->given;
	n = n < size ? n : (size_t)size;
	if (n)
		memcpy(into, c->piece.p + c->given, n);
	c->given += n;
	return (zip_int64_t)n;
}

static zip_int64_t answer(void *user, void *data, zip_uint64_t size, zip_source_cmd_t asked)
{
	struct coming *c = user;
	switch (asked) {
	case ZIP_SOURCE_SUPPORTS:
		return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
		                                      ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
		                                      ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
	case ZIP_SOURCE_READ:
		return give(c, data, size);
	case ZIP_SOURCE_STAT:
		zip_stat_init(data);
		return sizeof(zip_stat_t);
	case ZIP_SOURCE_ERROR:
		return zip_error_to_data(&c->error, data, size);
	case ZIP_SOURCE_CLOSE:
	case ZIP_SOURCE_FREE:
		buf_release(&c->piece);
		return 0;
	default:
		return 0;
	}
}

struct archive_new *archive_new(void)
{
	struct archive_new *n = mem_resize(NULL, sizeof *n);
	zip_error_t error;
	*n = (struct archive_new){.bytes = zip_source_buffer_create(NULL, 0, 0, &error)};
	if (n->bytes)
		zip_source_keep(n->bytes);
	n->zip = n->bytes ? zip_open_from_source(n->bytes, ZIP_TRUNCATE, &error) : NULL;
	n->failed = !n->zip;
	return n;
}

void archive_new_add(struct archive_new *n, const char *name, archive_more more, void *user)
{
	/* 1 January 1980, the first day that an archive knows. */
	enum { FIRST_DAY = 1 << 5 | 1 };
	if (n->failed)
		return;
	struct coming *c = arena_new(&n->arena, struct coming);
	*c = (struct coming){.of = n, .more = more, .user = user};
	zip_source_t *source = zip_source_function(n->zip, answer, c);
	zip_int64_t at = source ? zip_file_add(n->zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
	if (at < 0)
		zip_source_free(source);
	n->failed = at < 0 || zip_file_set_dostime(n->zip, (zip_uint64_t)at, 0, FIRST_DAY, 0) < 0;
}

static int take_bytes(struct archive_new *n, struct buf *out)
{
	char piece[1 << 14];
	zip_int64_t got = zip_source_open(n->bytes);
	while (got >= 0) {
		got = zip_source_read(n->bytes, piece, sizeof piece);
		if (got <= 0)
			break;
		buf_put(out, (struct str){piece, (size_t)got});
	}
	zip_source_close(n->bytes);
	return got < 0 ? -1 : 0;
}

int archive_new_finish(struct archive_new *n, struct buf *out)
{
	int status = n->zip && zip_close(n->zip) == 0 ? 0 : -1;
	if (n->zip && status < 0)
		zip_discard(n->zip);
	if (n->failed)
		status = -1;
	if (status == 0)
		status = take_bytes(n, out);
	zip_source_free(n->bytes);
	arena_release(&n->arena);
	mem_free(n);
	return status;
}
