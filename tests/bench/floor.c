/* SPDX-License-Identifier: MIT
 * floor - LIST DIR: writes the files of LIST ("SIZE PATH" lines, folders first seen are made) into
 * DIR and says how many seconds that took. No site can be written in less. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LONGEST = 4096 };

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

static void make_folders(int top, const char *path)
{
	char part[LONGEST];
	for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		memcpy(part, path, (size_t)(slash - path));
		part[slash - path] = 0;
		if (mkdirat(top, part, 0777) < 0 && errno != EEXIST)
			fail(part);
	}
}

static void write_file(int top, const char *path, const char *bytes, size_t size)
{
	int fd = openat(top, path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	if (fd < 0 && errno == ENOENT) {
		make_folders(top, path);
		fd = openat(top, path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	}
	if (fd < 0 || write(fd, bytes, size) != (ssize_t)size || close(fd) < 0)
		fail(path);
}

int main(int count, char **args)
{
	char path[LONGEST];
	size_t size, room = 0;
	char *bytes = NULL;
	FILE *list = count == 3 ? fopen(args[1], "r") : NULL;
	if (!list || mkdir(args[2], 0777) < 0)
		fail("floor LIST DIR");
	int top = open(args[2], O_RDONLY | O_DIRECTORY);
	struct timespec from, to;
	clock_gettime(CLOCK_MONOTONIC, &from);
	while (fscanf(list, "%zu %4095[^\n]", &size, path) == 2) {
		if (size > room) {
			bytes = realloc(bytes, room = size);
			if (!bytes)
				fail("memory");
			memset(bytes, 'x', room);
		}
		write_file(top, path, bytes, size);
	}
	clock_gettime(CLOCK_MONOTONIC, &to);
	long long ns = (to.tv_sec - from.tv_sec) * 1000000000LL + to.tv_nsec - from.tv_nsec;
	printf("%.3f\n", (double)ns / 1e9);
	return 0;
}
