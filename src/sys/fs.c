/* SPDX-License-Identifier: MIT
 * fs - the door to files and folders */
#define _GNU_SOURCE /* renameat2 */
#include "sys/fs.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* The one exception to "no state at file scope": a counter for tests, see fs_fail_at. */
static struct {
	_Atomic int64_t made, fail_at;
	_Atomic bool die;
} operations;

void fs_fail_at(int64_t n, bool die)
{
	operations.die = die;
	operations.fail_at = n ? operations.made + n : 0;
}

int64_t fs_operations(void)
{
	return operations.made;
}

/* Before every operation that changes the disk. True when a test wants it to fail. */
static bool faulty(void)
{
	int64_t now = atomic_fetch_add(&operations.made, 1) + 1;
	if (now != operations.fail_at)
		return false;
	if (operations.die)
		_exit(3);
	errno = ENOSPC;
	return true;
}

static int cannot_read(const char *path, struct diag *d)
{
	return diag_add(d, DIAG_P001, NOWHERE, str_from(path), str_from(strerror(errno)));
}

static int cannot_write(const char *path, struct diag *d)
{
	return diag_add(d, DIAG_P002, NOWHERE, str_from(path), str_from(strerror(errno)));
}

static struct fs_info info_of(const struct stat *st)
{
	return (struct fs_info){
	    .kind = S_ISREG(st->st_mode)   ? FS_FILE
	            : S_ISDIR(st->st_mode) ? FS_DIR
	                                   : FS_OTHER,
	    .size = st->st_size,
	    .mtime_ns = (int64_t)st->st_mtim.tv_sec * 1000000000 + st->st_mtim.tv_nsec,
	    .ctime_ns = (int64_t)st->st_ctim.tv_sec * 1000000000 + st->st_ctim.tv_nsec,
	    .inode = st->st_ino,
	};
}

struct fs_info fs_stat(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 ? info_of(&st) : (struct fs_info){0};
}

/* Piece by piece. */
static int read_all(int fd, fs_piece put, void *user)
{
	char piece[64 << 10];
	for (;;) {
		ssize_t n = read(fd, piece, sizeof piece);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return (int)n;
		put(user, (struct str){piece, (size_t)n});
	}
}

static void put_to_seal(void *user, struct str bytes)
{
	seal_add(user, bytes);
}

bool fs_seal(const char *path, char hex[SEAL_HEX])
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	struct seal *seal = seal_begin();
	int status = read_all(fd, put_to_seal, seal);
	seal_end(seal, hex);
	close(fd);
	return status == 0;
}

bool fs_begins(const char *path, struct str with)
{
	char head[64];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return false;
	ssize_t n = read(fd, head, with.n < sizeof head ? with.n : sizeof head);
	close(fd);
	return n >= 0 && str_eq((struct str){head, (size_t)n}, with);
}

struct fs_input {
	int fd;
	char *path;
};

int fs_input_open(struct fs_input **out, const char *path, struct diag *d)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return cannot_read(path, d);
	size_t n = strlen(path) + 1;
	*out = mem_resize(NULL, sizeof **out);
	**out = (struct fs_input){fd, memcpy(mem_resize(NULL, n), path, n)};
	return 0;
}

int fs_input_next(struct fs_input *in, struct buf *out, size_t most, struct diag *d)
{
	char piece[64 << 10];
	ssize_t n;
	do
		n = read(in->fd, piece, most < sizeof piece ? most : sizeof piece);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		return cannot_read(in->path, d);
	buf_put(out, (struct str){piece, (size_t)n});
	return n > 0;
}

void fs_input_close(struct fs_input *in)
{
	if (!in)
		return;
	close(in->fd);
	mem_free(in->path);
	mem_free(in);
}

int fs_read_pieces(const char *path, fs_piece put, void *user, struct diag *d)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return cannot_read(path, d);
	int status = read_all(fd, put, user);
	if (status < 0)
		cannot_read(path, d);
	close(fd);
	return status;
}

static void put_to_buf(void *user, struct str bytes)
{
	buf_put(user, bytes);
}

int fs_read(const char *path, struct buf *out, struct diag *d)
{
	int status = fs_read_pieces(path, put_to_buf, out, d);
	if (status == 0 && out->full) {
		char max[32];
		snprintf(max, sizeof max, "%zu", out->max);
		return diag_add(d, DIAG_P003, NOWHERE, str_from(path), str_from(max));
	}
	return status;
}

int fs_read_text(const char *path, size_t max, struct arena *a, struct str *out, struct diag *d)
{
	struct buf bytes = {.max = max};
	int status = fs_stat(path).kind == FS_NONE ? 0 : fs_read(path, &bytes, d);
	*out = status == 0 ? arena_str(a, buf_str(&bytes)) : STR("");
	buf_release(&bytes);
	return status;
}

int fs_absolute(struct arena *a, const char *path, const char **out, struct diag *d)
{
	char absolute[PATH_MAX];
	if (!realpath(path, absolute))
		return cannot_read(path, d);
	*out = arena_strz(a, str_from(absolute));
	return 0;
}

static int write_all(int fd, struct str bytes)
{
	while (bytes.n > 0) {
		ssize_t n = faulty() ? -1 : write(fd, bytes.p, bytes.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		bytes = str_slice(bytes, (size_t)n, bytes.n);
	}
	return 0;
}

static int make_parent(const char *path, struct diag *d)
{
	const char *slash = strrchr(path, '/');
	if (!slash || slash == path)
		return 0;
	struct arena a = {0};
	int status = fs_mkdirs(arena_strz(&a, (struct str){path, (size_t)(slash - path)}), d);
	arena_release(&a);
	return status;
}

/* Opens for writing; makes the folder when that is what is missing. */
static int open_new(const char *path, int flags, struct diag *d)
{
	flags |= O_WRONLY | O_CREAT | O_CLOEXEC;
	int fd = faulty() ? -1 : open(path, flags, 0644);
	if (fd < 0 && errno == ENOENT && make_parent(path, d) == 0)
		fd = open(path, flags, 0644);
	if (fd < 0)
		cannot_write(path, d);
	return fd;
}

static int put_whole(const char *path, struct str bytes, bool sync, struct diag *d)
{
	int fd = open_new(path, O_TRUNC, d);
	if (fd < 0)
		return -1;
	int status = write_all(fd, bytes);
	if (status == 0 && sync)
		status = faulty() ? -1 : fsync(fd);
	if (status < 0)
		cannot_write(path, d);
	if (close(fd) < 0 && status == 0)
		status = cannot_write(path, d);
	return status;
}

int fs_write(const char *path, struct str bytes, struct diag *d)
{
	return put_whole(path, bytes, false, d);
}

int fs_replace(const char *path, struct str bytes, struct diag *d)
{
	struct arena a = {0};
	const char *beside = arena_printf(&a, "%s.new", path).p;
	int status = put_whole(beside, bytes, true, d);
	if (status == 0)
		status = fs_rename(beside, path, d);
	if (status < 0)
		unlink(beside);
	arena_release(&a);
	return status;
}

struct fs_file {
	int fd, error; /* errno of the first failure */
	char *path;
};

int fs_file_create(struct fs_file **out, const char *path, struct diag *d)
{
	int fd = open_new(path, O_EXCL, d);
	if (fd < 0)
		return -1;
	struct fs_file *f = mem_resize(NULL, sizeof *f);
	size_t n = strlen(path) + 1;
	*f = (struct fs_file){.fd = fd, .path = memcpy(mem_resize(NULL, n), path, n)};
	*out = f;
	return 0;
}

void fs_file_put(struct fs_file *f, struct str bytes)
{
	if (f->error == 0 && write_all(f->fd, bytes) < 0)
		f->error = errno;
}

int fs_file_close(struct fs_file *f, struct diag *d)
{
	if (close(f->fd) < 0 && f->error == 0)
		f->error = errno;
	int status = 0;
	if (f->error) {
		errno = f->error;
		status = cannot_write(f->path, d);
	}
	mem_free(f->path);
	mem_free(f);
	return status;
}

static int make_dir(const char *path)
{
	if (faulty())
		return -1;
	if (mkdir(path, 0755) == 0 || (errno == EEXIST && fs_stat(path).kind == FS_DIR))
		return 0;
	return -1;
}

int fs_mkdirs(const char *path, struct diag *d)
{
	if (fs_stat(path).kind == FS_DIR)
		return 0;
	struct arena a = {0};
	char *part = arena_strz(&a, str_from(path));
	int status = 0;
	for (char *p = part + 1; status == 0 && *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		status = fs_stat(part).kind == FS_DIR ? 0 : make_dir(part);
		*p = '/';
	}
	if (status == 0)
		status = make_dir(part);
	if (status < 0)
		cannot_write(path, d);
	arena_release(&a);
	return status;
}

int fs_link(const char *from, const char *to, struct diag *d)
{
	int status = faulty() ? -1 : link(from, to);
	if (status < 0 && errno == ENOENT && make_parent(to, d) == 0)
		status = link(from, to);
	if (status == 0)
		return 0;
	if (errno != EXDEV && errno != EPERM && errno != EMLINK)
		return cannot_write(to, d);
	struct buf bytes = {0};
	status = fs_read(from, &bytes, d);
	if (status == 0)
		status = fs_write(to, buf_str(&bytes), d);
	buf_release(&bytes);
	return status;
}

int fs_rename(const char *from, const char *to, struct diag *d)
{
	return faulty() || rename(from, to) < 0 ? cannot_write(to, d) : 0;
}

int fs_touch(const char *path, int64_t *now_ns, struct diag *d)
{
	if (faulty() || utimensat(AT_FDCWD, path, NULL, 0) < 0)
		return cannot_write(path, d);
	*now_ns = fs_stat(path).mtime_ns;
	return 0;
}

int fs_sync_dir(const char *path, struct diag *d)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return cannot_write(path, d);
	int status = faulty() ? -1 : fsync(fd);
	if (status < 0)
		cannot_write(path, d);
	close(fd);
	return status;
}

int fs_exchange(const char *a, const char *b, struct diag *d)
{
	if (faulty() || renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE) < 0)
		return cannot_write(b, d);
	return 0;
}

/* The names in a folder; those of folders end in a slash. */
struct names {
	struct arena *arena;
	struct str *v;
	size_t n, cap;
};

static int by_bytes(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

/* A link to a folder is none. Most file systems say it with the name. */
static bool is_folder(DIR *dir, const struct dirent *e)
{
	struct stat st;
	if (e->d_type != DT_UNKNOWN)
		return e->d_type == DT_DIR;
	return fstatat(dirfd(dir), e->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode);
}

/* Sorted by bytes: with the slash that follows a folder's name, a whole walk is in the byte
 * order of the paths. */
static void list_names(DIR *dir, struct names *out)
{
	struct dirent *e;
	while ((e = readdir(dir))) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		out->v = arena_grow(out->arena, out->v, out->n, &out->cap, sizeof *out->v);
		size_t n = strlen(e->d_name);
		char *name = arena_alloc(out->arena, n + 2);
		memcpy(name, e->d_name, n);
		bool down = is_folder(dir, e);
		if (down)
			name[n] = '/';
		out->v[out->n++] = (struct str){name, n + down};
	}
	if (out->n)
		qsort(out->v, out->n, sizeof *out->v, by_bytes);
}

/* One path grows and shrinks on the way; each folder is opened once and what is in it found
 * from there. */
struct walk {
	fs_each each;
	void *user;
	struct diag *d;
	struct buf path;
	size_t skip;     /* bytes of the folder's own path in front */
	int depth;
	bool refuses_links;
};

static int walk_dir(struct walk *w, int parent, const char *name);

/* The message counts from the folder that holds the one walked, as all of an office do. */
static int refuse_link(struct walk *w)
{
	size_t from = w->skip - 1;
	while (from > 0 && w->path.p[from - 1] != '/')
		from--;
	struct str path = str_slice(buf_str(&w->path), from, w->path.len);
	return diag_add(w->d, DIAG_P007, (struct place){.file = path}, path);
}

static int walk_entry(struct walk *w, int folder, size_t own, struct str name)
{
	struct stat st;
	bool down = str_ends(name, STR("/"));
	buf_truncate(&w->path, own);
	buf_put(&w->path, str_slice(name, 0, name.n - down));
	const char *last = w->path.p + own;
	if (down)
		return walk_dir(w, folder, last);
	bool is_there = fstatat(folder, last, &st, w->refuses_links ? AT_SYMLINK_NOFOLLOW : 0) == 0;
	if (is_there && S_ISLNK(st.st_mode))
		return refuse_link(w);
	struct fs_info info = is_there ? info_of(&st) : (struct fs_info){0};
	return w->each(w->user, str_slice(buf_str(&w->path), w->skip, w->path.len), info);
}

/* The path is that of the folder. */
static int walk_dir(struct walk *w, int parent, const char *name)
{
	if (w->depth == LIMIT_DEPTH)
		return diag_add(w->d, DIAG_P001, NOWHERE, str_from(w->path.p), STR("too deep"));
	int fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	if (!dir)
		return cannot_read(w->path.p, w->d);
	struct arena a = {0};
	struct names names = {.arena = &a};
	list_names(dir, &names);
	buf_putc(&w->path, '/');
	size_t own = w->path.len;
	int status = 0;
	w->depth++;
	for (size_t i = 0; status >= 0 && i < names.n; i++)
		status = walk_entry(w, fd, own, names.v[i]);
	w->depth--;
	closedir(dir);
	arena_release(&a);
	return status;
}

static int walk(struct walk *w, const char *dir)
{
	struct stat st;
	if ((w->refuses_links ? lstat(dir, &st) : stat(dir, &st)) < 0)
		return 0;
	w->skip = strlen(dir) + 1;
	buf_putz(&w->path, dir);
	int status = S_ISLNK(st.st_mode) ? refuse_link(w) : walk_dir(w, AT_FDCWD, dir);
	buf_release(&w->path);
	return status;
}

int fs_walk(const char *dir, fs_each each, void *user, struct diag *d)
{
	return walk(&(struct walk){.each = each, .user = user, .d = d}, dir);
}

int fs_walk_own(const char *dir, fs_each each, void *user, struct diag *d)
{
	struct walk w = {.each = each, .user = user, .d = d, .refuses_links = true};
	return walk(&w, dir);
}

static int remove_at(int parent, const char *name, bool folder, int depth);

static int empty_folder(int parent, const char *name, int depth)
{
	const int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
	int fd = depth > LIMIT_DEPTH ? -1 : openat(parent, name, flags);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	if (!dir)
		return -1;
	struct arena a = {0};
	struct names names = {.arena = &a};
	list_names(dir, &names);
	int status = 0;
	for (size_t i = 0; status == 0 && i < names.n; i++) {
		bool down = str_ends(names.v[i], STR("/"));
		const char *in = arena_strz(&a, str_slice(names.v[i], 0, names.v[i].n - down));
		status = remove_at(fd, in, down, depth + 1);
	}
	closedir(dir);
	arena_release(&a);
	return status;
}

static int remove_at(int parent, const char *name, bool folder, int depth)
{
	if (folder && empty_folder(parent, name, depth) < 0)
		return -1;
	return faulty() ? -1 : unlinkat(parent, name, folder ? AT_REMOVEDIR : 0);
}

int fs_remove_tree(const char *path, struct diag *d)
{
	struct stat st;
	if (lstat(path, &st) < 0)
		return 0;
	return remove_at(AT_FDCWD, path, S_ISDIR(st.st_mode), 0) < 0 ? cannot_write(path, d) : 0;
}

/* What Windows keeps for devices, whatever follows a point: a site is copied there, too. */
static bool is_device(struct str part)
{
	static const char *const devices[] = {"con", "prn", "aux", "nul", "com#", "lpt#"};
	struct str stem = str_cut(&part, '.');
	bool is_numbered = stem.n == 4 && str_is_digit(stem.p[3]);
	for (size_t i = 0; i < countof(devices); i++)
		if (stem.n == strlen(devices[i]) && (stem.n == 3 || is_numbered) &&
		    strncasecmp(stem.p, devices[i], 3) == 0)
			return true;
	return false;
}

static bool part_is_safe(struct str part)
{
	if (part.n == 0 || part.n > LIMIT_ADDRESS_PART || str_eqz(part, ".") ||
	    str_eqz(part, "..") || is_device(part))
		return false;
	for (size_t i = 0; i < part.n; i++) {
		unsigned char c = (unsigned char)part.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		             (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
		if (!plain)
			return false;
	}
	return true;
}

bool fs_name_is_safe(struct str name)
{
	if (name.n == 0)
		return false;
	while (name.p)
		if (!part_is_safe(str_cut(&name, '/')))
			return false;
	return true;
}

int fs_join_safe(struct arena *a, const char *dir, struct str name, const char **out,
                 struct place at, struct diag *d)
{
	if (!fs_name_is_safe(name))
		return diag_add(d, DIAG_P004, at, name);
	*out = arena_printf(a, "%s/%.*s", dir, STR_ARG(name)).p;
	return 0;
}

const char *fs_join(struct arena *a, const char *dir, const char *name)
{
	return arena_printf(a, "%s/%s", dir, name).p;
}

int fs_lock(const char *path, int *handle, struct diag *d)
{
	int fd = open_new(path, 0, d);
	if (fd < 0)
		return -1;
	if (flock(fd, LOCK_EX | LOCK_NB) < 0) {
		close(fd);
		return diag_add(d, DIAG_P005, NOWHERE, str_from(path));
	}
	*handle = fd;
	return 0;
}

void fs_unlock(int handle)
{
	close(handle);
}
