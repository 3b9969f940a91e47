/* SPDX-License-Identifier: MIT
 * archive - the door to libzip */
#include "fmt/archive.h"

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
