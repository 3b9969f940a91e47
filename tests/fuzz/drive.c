/* SPDX-License-Identifier: MIT
 *
 * drive - runs a fuzz entry without libFuzzer: the seeds as they are, then bounded rounds
 * of changed ones, the same on every machine
 *
 *   NAME ROUNDS SEED...
 *
 * Prints TAP. The input that ends the program (a sanitizer's finding, an assertion, more
 * than TOO_LONG seconds) is left in $TEST_TMP/NAME.found, to become a seed.
 */
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
void __sanitizer_set_death_callback(void (*callback)(void));

enum { MOST_SEEDS = 200, LONGEST = 64 << 10, TOO_LONG = 20 };

struct input {
	uint8_t *p;
	size_t n;
};

static struct input seeds[MOST_SEEDS];
static size_t seed_count;
static struct input now;
static const char *name;

/* Written with as little as possible: the program is dying. */
static void keep_input(void)
{
	char path[4096];
	const char *dir = getenv("TEST_TMP");
	snprintf(path, sizeof path, "%s/%s.found", dir ? dir : ".", name);
	FILE *f = fopen(path, "wb");
	if (!f)
		return;
	fwrite(now.p, 1, now.n, f);
	fclose(f);
	fprintf(stderr, "input left in %s\n", path);
}

static void die(int signal_number)
{
	keep_input();
	fprintf(stderr, "%s: signal %d\n", name, signal_number);
	_exit(70);
}

/* The door to memory ends the program by exit(3). */
static void left_early(void)
{
	if (now.p)
		keep_input();
}

static void run(struct input in)
{
	now = in;
	alarm(TOO_LONG);
	LLVMFuzzerTestOneInput(in.p, in.n);
	alarm(0);
}

static void read_seed(const char *path)
{
	FILE *f = fopen(path, "rb");
	if (!f || seed_count == MOST_SEEDS) {
		printf("Bail out! %s\n", path);
		exit(2);
	}
	uint8_t *p = malloc(LONGEST);
	seeds[seed_count++] = (struct input){p, fread(p, 1, LONGEST, f)};
	fclose(f);
}

/* xorshift: the same numbers everywhere. */
static uint64_t state = 88172645463325252u;

static size_t pick(size_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return below ? (size_t)(state % below) : 0;
}

/* Bytes that mean something to one of our parsers. */
static const char *const telling[] = {
	"\"", "'", ",", ";", "\n", "\r\n", "\r", "\t", " ", "{{", "}}", "{{{", "{{#",
	"{{/", "{{>", "{{<", "{{$", "{{=", "=}}", "[", "](", ")", "<", ">", "</", "&", "|",
	"---", "```", "\n- ", "\n> ", "\n# ", "1. ", "*", "_", "`", "\\", "url(",
	"@import", "/*", "*/", "\x01", "\xEF\xBB\xBF", "\xE1\xBA\xA5", "a\xCC\x82\xCC\x81",
	"\xE2\x80\xAE", "\xFF", "\xC3", "javascript:", "../", ":", ": ", "-- name: ",
	"-- id: ", "SELECT 1 AS a", "\n\n", "\n  ", "%", "%00", "999999999999999999999",
	"-1", "0", "..", "&#1;", "<script>", "--", "Cách thức thực hiện:", "VNĐ", "|--|",
	"~~~",
};

static void insert(struct input *in, size_t at, const void *bytes, size_t n)
{
	if (in->n + n > LONGEST)
		return;
	memmove(in->p + at + n, in->p + at, in->n - at);
	memcpy(in->p + at, bytes, n);
	in->n += n;
}

static void erase(struct input *in, size_t at, size_t n)
{
	n = n < in->n - at ? n : in->n - at;
	memmove(in->p + at, in->p + at + n, in->n - at - n);
	in->n -= n;
}

static void repeat_piece(struct input *in, size_t at)
{
	uint8_t piece[64];
	size_t n = 1 + pick(sizeof piece);
	n = n < in->n - at ? n : in->n - at;
	memcpy(piece, in->p + at, n);
	for (size_t times = (size_t)1 << pick(10); times; times--)
		insert(in, at, piece, n);
}

static void change(struct input *in)
{
	size_t at = pick(in->n + 1);
	const char *word = telling[pick(sizeof telling / sizeof *telling)];
	const struct input *other = &seeds[pick(seed_count)];
	size_t from = pick(other->n), n = pick(other->n - from);
	switch (pick(7)) {
	case 0: case 1: insert(in, at, word, strlen(word)); break;
	case 2: erase(in, at, 1 + pick(16)); break;
	case 3: repeat_piece(in, at); break;
	case 4: insert(in, at, other->p + from, n); break;
	case 5: erase(in, at, in->n); break;
	case 6:
		if (at < in->n)
			in->p[at] ^= (uint8_t)(1 << pick(8));
		break;
	}
}

static void run_changed(void)
{
	static uint8_t room[LONGEST];
	const struct input *seed = &seeds[pick(seed_count)];
	struct input in = {room, seed->n};
	memcpy(room, seed->p, seed->n);
	for (size_t i = 1 + pick(6); i; i--)
		change(&in);
	/* Exactly as large as the text, so that a read behind its end is seen. */
	struct input exact = {malloc(in.n ? in.n : 1), in.n};
	memcpy(exact.p, room, in.n);
	run(exact);
	free(exact.p);
	now.p = NULL;
}

int main(int argc, char **argv)
{
	if (argc < 3)
		return 2;
	name = strrchr(argv[0], '/') ? strrchr(argv[0], '/') + 1 : argv[0];
	__sanitizer_set_death_callback(keep_input);
	signal(SIGABRT, die);
	signal(SIGALRM, die);
	atexit(left_early);
	for (int i = 2; i < argc; i++)
		read_seed(argv[i]);
	for (size_t i = 0; i < seed_count; i++)
		run(seeds[i]);
	now.p = NULL;
	printf("ok 1 - %s: %zu seeds\n", name, seed_count);
	long rounds = atol(argv[1]);
	for (long i = 0; i < rounds; i++)
		run_changed();
	printf("ok 2 - %s: %ld changed inputs\n1..2\n", name, rounds);
	for (size_t i = 0; i < seed_count; i++)
		free(seeds[i].p);
	return 0;
}
