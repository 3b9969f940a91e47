/* SPDX-License-Identifier: MIT
 * proc - the door to other programs */
#include "sys/proc.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"

extern char **environ;

enum { CHILD_IN = 3, CHILD_OUT = 4, ABOVE = 10 };

/* Out of the way of the child's numbers, and closed in every child. */
static int move_up(int fd)
{
	int moved = fcntl(fd, F_DUPFD_CLOEXEC, ABOVE);
	close(fd);
	return moved;
}

static bool make_pipe(int ends[2])
{
	if (pipe(ends) != 0)
		return false;
	ends[0] = move_up(ends[0]);
	ends[1] = move_up(ends[1]);
	return ends[0] >= 0 && ends[1] >= 0;
}

/* posix_spawnp wants texts that it could change. */
static char **copy_words(struct arena *a, const char *const argv[])
{
	size_t n = 0;
	while (argv[n])
		n++;
	char **words = arena_array(a, n + 1, sizeof *words);
	for (size_t i = 0; i < n; i++)
		words[i] = arena_strz(a, str_from(argv[i]));
	words[n] = NULL;
	return words;
}

static bool spawn(struct proc *p, const char *const argv[], int in, int out)
{
	struct arena a = {0};
	char **words = copy_words(&a, argv);
	posix_spawn_file_actions_t files;
	posix_spawnattr_t group; /* its own, so that what it starts ends with it */
	pid_t id = 0;
	posix_spawnattr_init(&group);
	posix_spawnattr_setflags(&group, POSIX_SPAWN_SETPGROUP);
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, in, CHILD_IN);
	posix_spawn_file_actions_adddup2(&files, out, CHILD_OUT);
	posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	int status = posix_spawnp(&id, words[0], &files, &group, words, environ);
	posix_spawn_file_actions_destroy(&files);
	posix_spawnattr_destroy(&group);
	arena_release(&a);
	p->id = id;
	return status == 0;
}

bool proc_start(struct proc *p, const char *const argv[])
{
	int to[2] = {-1, -1}, from[2] = {-1, -1};
	bool started = make_pipe(to) && make_pipe(from) && spawn(p, argv, to[0], from[1]);
	close(to[0]);
	close(from[1]);
	p->to = to[1];
	p->from = from[0];
	if (!started) {
		close(p->to);
		close(p->from);
	}
	signal(SIGPIPE, SIG_IGN);
	return started;
}

bool proc_write(struct proc *p, struct str s)
{
	while (s.n) {
		ssize_t n = write(p->to, s.p, s.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		s = str_slice(s, (size_t)n, s.n);
	}
	return true;
}

size_t proc_read(struct proc *p, char *bytes, size_t size, int ms)
{
	struct pollfd wait = {.fd = p->from, .events = POLLIN};
	int ready;
	do
		ready = poll(&wait, 1, ms);
	while (ready < 0 && errno == EINTR);
	ssize_t n = ready > 0 ? read(p->from, bytes, size) : 0;
	return n > 0 ? (size_t)n : 0;
}

void proc_end(struct proc *p)
{
	close(p->to);
	close(p->from);
	kill(-(pid_t)p->id, SIGTERM);
	while (waitpid((pid_t)p->id, NULL, 0) < 0 && errno == EINTR)
		;
	kill(-(pid_t)p->id, SIGKILL);
}

bool proc_is_root(void)
{
	return geteuid() == 0;
}
