/* SPDX-License-Identifier: MIT
 * xml - the door to expat */
#include "fmt/xml.h"

#include <expat.h>
#include <string.h>

#include "base/arena.h"

enum { PIECE = 32 << 10 };

struct xml {
	XML_Parser parser;
	struct xml_input in;
	const struct xml_calls *calls;
	void *user;
	int depth;
	bool is_paused, has_ended;
	const char *refusal; /* why we ended it ourselves */
};

static const char *without_prefix(const char *name)
{
	const char *colon = strchr(name, ':');
	return colon ? colon + 1 : name;
}

static void refuse(struct xml *x, const char *reason)
{
	x->refusal = reason;
	XML_StopParser(x->parser, XML_FALSE);
}

static void on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
	struct xml *x = user;
	x->depth++;
	if (x->depth > LIMIT_DEPTH)
		refuse(x, "elements nested too deep");
	else if (x->calls->start)
		x->calls->start(x->user, without_prefix(name), (const char *const *)attributes);
}

static void on_end(void *user, const XML_Char *name)
{
	struct xml *x = user;
	x->depth--;
	if (!x->refusal && x->calls->end)
		x->calls->end(x->user, without_prefix(name));
}

static void on_text(void *user, const XML_Char *text, int n)
{
	struct xml *x = user;
	if (!x->refusal && x->calls->text)
		x->calls->text(x->user, (struct str){text, (size_t)n});
}

static void on_doctype(void *user, const XML_Char *name, const XML_Char *system,
                       const XML_Char *public, int has_subset)
{
	(void)name, (void)system, (void)public, (void)has_subset;
	refuse(user, "<!DOCTYPE>");
}

struct xml *xml_open(struct xml_input in, const struct xml_calls *calls, void *user)
{
	struct xml *x = mem_resize(NULL, sizeof *x);
	*x = (struct xml){XML_ParserCreate(NULL), in, calls, .user = user};
	if (!x->parser)
		x->refusal = "out of memory";
	if (!x->parser)
		return x;
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_start, on_end);
	XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	return x;
}

void xml_close(struct xml *x)
{
	if (!x)
		return;
	XML_ParserFree(x->parser);
	mem_free(x);
}

/* One more piece of the document. */
static enum XML_Status feed(struct xml *x)
{
	void *into = XML_GetBuffer(x->parser, PIECE);
	if (!into)
		return XML_STATUS_ERROR;
	int64_t n = x->in.read(x->in.from, into, PIECE);
	if (n < 0) {
		x->refusal = "cut short";
		return XML_STATUS_ERROR;
	}
	x->has_ended = n == 0;
	return XML_ParseBuffer(x->parser, (int)n, n == 0);
}

int xml_run(struct xml *x)
{
	enum XML_Status status = x->refusal ? XML_STATUS_ERROR : XML_STATUS_OK;
	if (x->is_paused && status == XML_STATUS_OK) {
		x->is_paused = false;
		status = XML_ResumeParser(x->parser);
	}
	while (status == XML_STATUS_OK && !x->has_ended)
		status = feed(x);
	if (status == XML_STATUS_SUSPENDED) {
		x->is_paused = true;
		return 1;
	}
	return status == XML_STATUS_OK && !x->refusal ? 0 : -1;
}

void xml_pause(struct xml *x)
{
	if (!x->refusal)
		XML_StopParser(x->parser, XML_TRUE);
}

const char *xml_reason(const struct xml *x)
{
	return x->refusal ? x->refusal : XML_ErrorString(XML_GetErrorCode(x->parser));
}

int xml_line(const struct xml *x)
{
	return x->parser ? (int)XML_GetCurrentLineNumber(x->parser) : 0;
}

const char *xml_attribute(const char *const *attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(without_prefix(attributes[0]), name) == 0)
			return attributes[1];
	return NULL;
}
