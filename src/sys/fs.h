/* SPDX-License-Identifier: MIT
 *
 * fs - the door to files and folders
 *
 * Paths are UTF-8 and end in NUL. Every operation that changes the disk passes one
 * counter, so that a test can make the n-th of them fail (fs_fail_at).
 *
 * Fails    -1 and a message (P001 to P004) with the path and the system's reason
 * Threads  any; one file by one thread
 */
#ifndef NIEMYET_SYS_FS_H
#define NIEMYET_SYS_FS_H

#include "base/diag.h"
#include "sys/seal.h"

/* What a path is. `size` in bytes; times since 1970. `ctime_ns` is when anything of it last
 * changed, which nobody can set to another time. */
enum fs_kind { FS_NONE, FS_FILE, FS_DIR, FS_OTHER };
struct fs_info {
	enum fs_kind kind;
	int64_t size, mtime_ns, ctime_ns;
	uint64_t inode;
};
struct fs_info fs_stat(const char *path); /* FS_NONE when it is not there */

/* The whole file into `out` (whose max applies). Missing files are an error. */
must_use int fs_read(const char *path, struct buf *out, struct diag *d);

/* Its bytes in order, few at a time. */
typedef void (*fs_piece)(void *user, struct str bytes);
must_use int fs_read_pieces(const char *path, fs_piece put, void *user, struct diag *d);

/* A file read from its beginning in pieces. fs_input_next adds at most `most` bytes to `out`:
 * 1, 0 at the end, -1. */
struct fs_input;
must_use int fs_input_open(struct fs_input **out, const char *path, struct diag *d);
must_use int fs_input_next(struct fs_input *in, struct buf *out, size_t most, struct diag *d);
void fs_input_close(struct fs_input *in); /* NULL is allowed */

/* The file is there and its first bytes are these. */
bool fs_begins(const char *path, struct str with);

/* The whole file into the arena; one that is not there reads as empty. More than `max` bytes
 * are an error. */
must_use int fs_read_text(const char *path, size_t max, struct arena *a, struct str *out,
                          struct diag *d);

/* The hash of the file's bytes, of which few are in memory at a time; false: cannot be read. */
bool fs_seal(const char *path, char hex[SEAL_HEX]);

/* Writes a new file (an old one is cut to zero first), flushes to the system, closes;
 * every result is looked at. Folders on the way are made. */
must_use int fs_write(const char *path, struct str bytes, struct diag *d);

/* Like fs_write, but beside the target and renamed over it, synced: the file is wholly
 * old or wholly new at every instant. */
must_use int fs_replace(const char *path, struct str bytes, struct diag *d);

/* A file written in pieces. fs_file_close reports what fs_file_put could not write; when
 * the target exists already it is an error. */
struct fs_file;
must_use int fs_file_create(struct fs_file **out, const char *path, struct diag *d);
void fs_file_put(struct fs_file *f, struct str bytes);
must_use int fs_file_close(struct fs_file *f, struct diag *d);

/* The path from the root, without links, into the arena. */
must_use int fs_absolute(struct arena *a, const char *path, const char **out, struct diag *d);

must_use int fs_mkdirs(const char *path, struct diag *d);      /* the folder and those above */
must_use int fs_link(const char *from, const char *to, struct diag *d); /* hard link, or a copy */
must_use int fs_rename(const char *from, const char *to, struct diag *d);
must_use int fs_remove_tree(const char *path, struct diag *d); /* file or folder; absent is fine */
must_use int fs_sync_dir(const char *path, struct diag *d);

/* Sets the time of a file or folder to now, and tells it: what a change made from now on shows
 * is not earlier, by the clock and the steps of that file system. */
must_use int fs_touch(const char *path, int64_t *now_ns, struct diag *d);

/* Exchanges two folders in one step. When the file system cannot, -1. */
must_use int fs_exchange(const char *a, const char *b, struct diag *d);

/* Every file under `dir`, sorted by path in byte order; `path` is relative to `dir` and
 * borrowed. Links to folders are not followed. Absent folder: no call. A negative result
 * of `each` ends the walk and is returned. */
typedef int (*fs_each)(void *user, struct str path, struct fs_info info);
must_use int fs_walk(const char *dir, fs_each each, void *user, struct diag *d);

/* The same for what is posted or run: a link, to a file too, is an error (P007), and so is a
 * `dir` that is one. By a link a theme from elsewhere would post any file of the machine. */
must_use int fs_walk_own(const char *dir, fs_each each, void *user, struct diag *d);

/* dir + "/" + name for a name that comes from data: refuses absolute parts, "..", empty
 * parts, control characters, bytes that are not plain and names of devices (P004). In the arena. */
must_use int fs_join_safe(struct arena *a, const char *dir, struct str name, const char **out,
                          struct place at, struct diag *d);
bool fs_name_is_safe(struct str name);
/* For names of our own. */
const char *fs_join(struct arena *a, const char *dir, const char *name);

/* Takes the lock file; -1 and a message when another process holds it. Held until the
 * process ends or fs_unlock. */
must_use int fs_lock(const char *path, int *handle, struct diag *d);
void fs_unlock(int handle);

/* For tests: the n-th operation that changes the disk fails (1 is the next), and the
 * process can be told to die there instead. 0 turns it off. */
void fs_fail_at(int64_t n, bool die);
int64_t fs_operations(void); /* how many have been made */

#endif
