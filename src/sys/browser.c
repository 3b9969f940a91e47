/* SPDX-License-Identifier: MIT
 * browser - the door to Chromium: pages of this machine into PDF */
#include "sys/browser.h"

#include <string.h>

#include "base/arena.h"
#include "sys/proc.h"

enum { ANSWER_MS = 120000, MESSAGE_MOST = 512 << 20, SESSION_MOST = 64 };

struct browser {
	struct proc proc;
	int64_t asked;            /* the number of the last question */
	bool loaded;              /* the page has said so since then */
	struct buf in, spare;     /* what has come; `at` of it has been looked at */
	size_t at;
	struct str message;       /* the last one; lives until the next */
	char session[SESSION_MOST];
};

/* --- the process ------------------------------------------------------------------------ */

static const char *const names[] = {"chromium", "chromium-browser", "google-chrome"};

static bool start(struct browser *b, const char *program, const char *profile)
{
	struct arena a = {0};
	const char *const argv[] = {
	    program, arena_strz(&a, arena_printf(&a, "--user-data-dir=%s", profile)), "--headless",
	    "--remote-debugging-pipe", "--no-first-run", "--disable-extensions",
	    "--disable-background-networking", "--disable-sync", "--disable-gpu",
	    "--disable-dev-shm-usage",
	    /* Root cannot have Chromium's own walls; the pages are ours. */
	    proc_is_root() ? "--no-sandbox" : NULL, NULL};
	bool started = proc_start(&b->proc, argv);
	arena_release(&a);
	return started;
}

/* --- messages --------------------------------------------------------------------------- */

/* Chromium writes no blanks, and the values asked for hold no escapes. */
static struct str member(struct str message, const char *name)
{
	struct arena a = {0};
	struct str key = arena_printf(&a, "\"%s\":", name);
	size_t at = str_find(message, key, 0);
	size_t n = key.n;
	arena_release(&a);
	if (at == message.n)
		return (struct str){0};
	struct str rest = str_slice(message, at + n, message.n);
	if (rest.n && rest.p[0] == '"') {
		rest = str_slice(rest, 1, rest.n);
		return str_cut(&rest, '"');
	}
	return rest;
}

static int wait_for_bytes(struct browser *b, struct diag *d)
{
	char piece[65536];
	size_t n = proc_read(&b->proc, piece, sizeof piece, ANSWER_MS);
	buf_put(&b->in, (struct str){piece, n});
	return n && b->in.len <= MESSAGE_MOST ? 0 : diag_add(d, DIAG_B002, NOWHERE);
}

static void forget_last_message(struct browser *b)
{
	struct buf all = b->in;
	buf_reset(&b->spare);
	buf_put(&b->spare, str_slice(buf_str(&all), b->at, all.len));
	b->in = b->spare;
	b->spare = all;
	b->at = 0;
}

/* The next message into b->message. */
static int next_message(struct browser *b, struct diag *d)
{
	forget_last_message(b);
	for (size_t looked = 0;;) {
		struct str all = buf_str(&b->in);
		size_t end = str_find_byte(all, '\0', looked);
		if (end < all.n) {
			b->message = str_slice(all, 0, end);
			b->at = end + 1;
			return 0;
		}
		looked = all.n;
		if (wait_for_bytes(b, d) < 0)
			return -1;
	}
}

static int listen(struct browser *b, struct diag *d)
{
	if (next_message(b, d) < 0)
		return -1;
	b->loaded = b->loaded || str_starts(b->message, STR("{\"method\":\"Page.loadEventFired\""));
	return 0;
}

/* Asks and waits for the answer, which is then b->message. */
static int ask(struct browser *b, const char *method, struct str params, struct diag *d)
{
	struct buf out = {0};
	struct arena a = {0};
	buf_printf(&out, "{\"id\":%lld,\"method\":\"%s\",\"params\":{%.*s}", (long long)++b->asked,
	           method, STR_ARG(params));
	if (b->session[0])
		buf_printf(&out, ",\"sessionId\":\"%s\"", b->session);
	buf_putc(&out, '}');
	buf_putc(&out, '\0');
	struct str begin = arena_printf(&a, "{\"id\":%lld,", (long long)b->asked);
	b->loaded = false;
	int status = proc_write(&b->proc, buf_str(&out)) ? 0 : diag_add(d, DIAG_B002, NOWHERE);
	while (status == 0 && (status = listen(b, d)) == 0 && !str_starts(b->message, begin))
		;
	struct str error = member(b->message, "error");
	if (status == 0 && error.p)
		status = diag_add(d, DIAG_B003, NOWHERE, member(error, "message"));
	arena_release(&a);
	buf_release(&out);
	return status;
}

/* --- a tab ------------------------------------------------------------------------------- */

static int open_tab(struct browser *b, struct diag *d)
{
	struct arena a = {0};
	if (ask(b, "Target.createTarget", STR("\"url\":\"about:blank\""), d) < 0)
		return -1;
	struct str target = arena_printf(&a, "\"flatten\":true,\"targetId\":\"%.*s\"",
	                                 STR_ARG(member(b->message, "targetId")));
	int status = ask(b, "Target.attachToTarget", target, d);
	struct str session = member(b->message, "sessionId");
	if (status == 0 && (session.n == 0 || session.n >= sizeof b->session))
		status = diag_add(d, DIAG_B002, NOWHERE);
	if (status == 0)
		memcpy(b->session, session.p, session.n);
	arena_release(&a);
	return status < 0 ? -1 : ask(b, "Page.enable", STR(""), d);
}

int browser_open(struct browser **out, const char *program, const char *profile, struct diag *d)
{
	struct browser *b = mem_resize(NULL, sizeof *b);
	*b = (struct browser){0};
	bool started = program && start(b, program, profile);
	for (size_t i = 0; !program && !started && i < countof(names); i++)
		started = start(b, names[i], profile);
	if (!started) {
		mem_free(b);
		return diag_add(d, DIAG_B001, NOWHERE, str_from(program ? program : names[0]));
	}
	*out = b;
	return open_tab(b, d);
}

void browser_close(struct browser *b)
{
	if (!b)
		return;
	proc_end(&b->proc);
	buf_release(&b->in);
	buf_release(&b->spare);
	mem_free(b);
}

static int base64_value(char c)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const char *at = c ? strchr(digits, c) : NULL;
	return at ? (int)(at - digits) : -1;
}

static void put_base64(struct buf *out, struct str s)
{
	unsigned bits = 0;
	int count = 0;
	for (size_t i = 0; i < s.n; i++) {
		int value = base64_value(s.p[i]);
		if (value < 0)
			break;
		bits = bits << 6 | (unsigned)value;
		count += 6;
		if (count >= 8) {
			count -= 8;
			buf_putc(out, (char)(bits >> count & 0xFF));
		}
	}
}

int browser_print(struct browser *b, struct str url, struct buf *pdf, struct diag *d)
{
	struct arena a = {0};
	int status = ask(b, "Page.navigate", arena_printf(&a, "\"url\":\"%.*s\"", STR_ARG(url)), d);
	arena_release(&a);
	struct str failure = member(b->message, "errorText");
	if (status == 0 && failure.n)
		status = diag_add(d, DIAG_B003, NOWHERE, failure);
	while (status == 0 && !b->loaded)
		status = listen(b, d);
	if (status == 0)
		status = ask(b, "Runtime.evaluate",
		             STR("\"expression\":\"document.fonts.ready.then(() => 1)\","
		                 "\"awaitPromise\":true"), d);
	if (status == 0)
		status = ask(b, "Page.printToPDF", STR("\"preferCSSPageSize\":true"), d);
	if (status == 0)
		put_base64(pdf, member(b->message, "data"));
	return status;
}
