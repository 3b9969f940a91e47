/* SPDX-License-Identifier: MIT
 * unchanged - is there anything to build? */
#include "engine/unchanged.h"

#include <string.h>

#include "base/num.h"
#include "board/ledger.h"
#include "sys/fs.h"
#include "sys/self.h"
#include "sys/timer.h"

/* The files and folders of an office that a build reads: tests/cli/unchanged_test.py compares
 * this with what a build opens. */
static const char *const read_of_office[] = {"site.yml", LEDGER_FILE, "data",   "pages",
                                             "i18n",     "templates", "assets", "rules"};

/* A clock may show one step for 10 ms; one whose steps are whole seconds may for two of them. */
static const int64_t second_ns = 1000000000, step_ns = 20000000;
enum { NAP_MS = 15, NAPS = 4 };

/* What was seen, as a hash in the making. */
struct view {
	struct seal *seal;
	struct buf bytes;      /* not yet in the seal */
	bool compress;         /* what else decides over the site */
	int64_t settled_after; /* changes made after this moment show */
	int64_t since, fresh;  /* files written since then, how many they are */
};

static void put_text(struct view *v, struct str s)
{
	buf_put(&v->bytes, s);
	buf_putc(&v->bytes, '\0');
	if (v->bytes.len < 64 << 10)
		return;
	seal_add(v->seal, buf_str(&v->bytes));
	buf_reset(&v->bytes);
}

static int put_file(void *user, struct str path, struct fs_info info)
{
	struct view *v = user;
	const int64_t facts[] = {info.kind, info.size, info.mtime_ns, info.ctime_ns,
	                         (int64_t)info.inode};
	int64_t settled = info.ctime_ns + (info.ctime_ns % second_ns ? step_ns : 2 * second_ns);
	if (settled > v->settled_after)
		v->settled_after = settled;
	v->fresh += info.mtime_ns >= v->since;
	buf_put(&v->bytes, (struct str){(const char *)facts, sizeof facts});
	put_text(v, path);
	return 0;
}

static void put_program(void *user, struct str path)
{
	(void)!put_file(user, path, fs_stat(path.p));
}

static int put_read(struct view *v, const struct project *p, struct diag *d)
{
	struct arena a = {0};
	struct str start;
	int status = fs_read_text("/proc/sys/kernel/random/boot_id", LIMIT_NAME, &a, &start, d);
	put_text(v, start);
	put_text(v, p->date);
	put_text(v, v->compress ? STR("compress") : STR(""));
	self_each_file(put_program, v);
	for (size_t i = 0; i < countof(read_of_office) && status == 0; i++) {
		const char *path = fs_join(&a, p->dir, read_of_office[i]);
		struct fs_info info = fs_stat(path);
		put_text(v, str_from(read_of_office[i]));
		if (info.kind == FS_DIR)
			status = fs_walk(path, put_file, v, d);
		else
			put_file(v, STR(""), info);
	}
	arena_release(&a);
	return status;
}

/* What is read, or the site of that folder. False: something cannot be looked at. */
static bool look(struct view *v, const struct project *p, const char *out, char hex[SEAL_HEX])
{
	struct diag unheard = {0};
	v->seal = seal_begin();
	int status = out ? fs_walk(out, put_file, v, &unheard) : put_read(v, p, &unheard);
	seal_add(v->seal, buf_str(&v->bytes));
	seal_end(v->seal, hex);
	buf_release(&v->bytes);
	diag_release(&unheard);
	return status == 0;
}

/* Looks again until what was seen has settled: 1. 0: it does not, or cannot be looked at. */
static int look_settled(struct view *v, const struct project *p, const char *out,
                        char hex[SEAL_HEX], struct diag *d)
{
	const struct view empty = *v;
	for (int i = 0; i < NAPS; i++) {
		int64_t now = 0;
		if (i)
			timer_nap_ms(NAP_MS);
		*v = empty;
		if (fs_touch(p->cache, &now, d) < 0)
			return -1;
		if (!look(v, p, out, hex))
			return 0;
		if (v->settled_after < now)
			return 1;
	}
	return 0;
}

/* A moment later than all that was written before, where the clock's steps let one be told. */
static int begin_moment(const char *folder, int64_t *now, struct diag *d)
{
	int64_t before = 0;
	int status = fs_touch(folder, &before, d);
	*now = before;
	for (int i = 0; status == 0 && i < NAPS && *now == before; i++) {
		if (i)
			timer_nap_ms(NAP_MS);
		status = fs_touch(folder, now, d);
	}
	return status;
}

/* A line of the two hashes and the counts. */
struct record {
	char inputs[SEAL_HEX], site[SEAL_HEX];
	int64_t counts[7];
};

static const char *record_path(struct arena *a, const struct project *p)
{
	return fs_join(a, p->cache, "unchanged");
}

/* Half a line is none. */
static bool read_record(struct record *r, const char *path)
{
	struct arena a = {0};
	struct diag unheard = {0};
	struct str text, inputs, site;
	bool whole = fs_read_text(path, LIMIT_CELL, &a, &text, &unheard) == 0 &&
	             str_ends(text, STR("\n"));
	text = str_slice(text, 0, text.n - whole);
	inputs = str_cut(&text, ' ');
	site = str_cut(&text, ' ');
	whole = whole && inputs.n == SEAL_HEX && site.n == SEAL_HEX;
	for (size_t i = 0; i < countof(r->counts) && whole; i++)
		whole = num_parse_int(str_cut(&text, ' '), &r->counts[i]) == 0;
	if (whole) {
		memcpy(r->inputs, inputs.p, SEAL_HEX);
		memcpy(r->site, site.p, SEAL_HEX);
	}
	diag_release(&unheard);
	arena_release(&a);
	return whole;
}

/* False when it could not be written whole. */
static bool write_record(const struct record *r, const char *path)
{
	struct buf line = {0};
	struct diag unheard = {0};
	buf_printf(&line, "%.*s %.*s", SEAL_HEX, r->inputs, SEAL_HEX, r->site);
	for (size_t i = 0; i < countof(r->counts); i++)
		buf_printf(&line, " %lld", (long long)r->counts[i]);
	buf_putc(&line, '\n');
	bool whole = fs_write(path, buf_str(&line), &unheard) == 0;
	diag_release(&unheard);
	buf_release(&line);
	return whole;
}

static void put_counts(struct record *to, const struct build_report *r)
{
	const int64_t counts[] = {r->counts.files,
	                          r->counts.bytes,
	                          r->posted,
	                          r->loaded.internal,
	                          (int64_t)r->findings[DIAG_NOTE],
	                          (int64_t)r->findings[DIAG_WARNING],
	                          (int64_t)r->findings[DIAG_ERROR]};
	_Static_assert(sizeof counts == sizeof to->counts, "one for each field of the record");
	memcpy(to->counts, counts, sizeof counts);
}

static void take_counts(struct build_report *r, const struct record *from)
{
	r->counts.files = from->counts[0];
	r->counts.bytes = from->counts[1];
	r->posted = from->counts[2];
	r->loaded.internal = from->counts[3];
	r->findings[DIAG_NOTE] = (size_t)from->counts[4];
	r->findings[DIAG_WARNING] = (size_t)from->counts[5];
	r->findings[DIAG_ERROR] = (size_t)from->counts[6];
}

static bool site_is(const struct record *known, const struct project *p, const char *out)
{
	struct view v = {0};
	char hex[SEAL_HEX];
	return look(&v, p, out, hex) && memcmp(hex, known->site, SEAL_HEX) == 0;
}

int unchanged_look(struct unchanged *u, struct project *p, const struct build_options *o,
                   struct build_report *r, struct diag *d)
{
	struct record known;
	struct view v = {.compress = o->compress};
	const char *path = record_path(&p->arena, p);
	bool is_known = read_record(&known, path);
	*u = (struct unchanged){0};
	if (is_known && look(&v, p, NULL, u->inputs) &&
	    memcmp(u->inputs, known.inputs, SEAL_HEX) == 0) {
		is_known = site_is(&known, p, o->out);
		take_counts(r, &known);
		if (is_known && !(o->strict && r->findings[DIAG_ERROR]))
			return 1;
		*r = (struct build_report){0};
	}
	if (begin_moment(p->cache, &u->since, d) < 0 || fs_remove_tree(path, d) < 0)
		return -1;
	u->site_stands = is_known && site_is(&known, p, o->out);
	v = (struct view){.compress = o->compress};
	int settled = look_settled(&v, p, NULL, u->inputs, d);
	u->settled = settled == 1;
	return settled < 0 ? -1 : 0;
}

/* Who has touched a file of the site meanwhile has made one more new than the build has. */
void unchanged_remember(const struct unchanged *u, struct project *p, const char *out,
                        const struct build_report *r)
{
	struct record new = {0};
	struct view v = {.since = u->since};
	struct diag unheard = {0};
	memcpy(new.inputs, u->inputs, SEAL_HEX);
	put_counts(&new, r);
	if (u->settled && look_settled(&v, p, out, new.site, &unheard) == 1 &&
	    v.fresh == r->counts.written + r->changed &&
	    !write_record(&new, record_path(&p->arena, p)))
		(void)!fs_remove_tree(record_path(&p->arena, p), &unheard);
	diag_release(&unheard);
}
