/* SPDX-License-Identifier: MIT
 * opt - options from a table */
#include "cli/opt.h"

#include <string.h>

#include "base/num.h"

static int complain(enum diag_lang lang, struct str what, const char *vi, const char *en)
{
	fprintf(stderr, "niemyet: “%.*s” %s\n    %s\n", STR_ARG(what), lang == DIAG_EN ? en : vi,
	        lang == DIAG_EN ? "niemyet --help lists commands and options"
	                        : "niemyet --help liệt kê các lệnh và tùy chọn");
	return -1;
}

static const struct opt *find_long(const struct opt *table, struct str name)
{
	for (const struct opt *o = table; o->name; o++)
		if (*o->name && str_eqz(name, o->name))
			return o;
	return NULL;
}

static const struct opt *find_letter(const struct opt *table, char letter)
{
	for (const struct opt *o = table; o->name; o++)
		if (o->letter == letter)
			return o;
	return NULL;
}

static int unknown(const struct opt *table, struct str name, enum diag_lang lang)
{
	const char *nearest = NULL;
	size_t most = 3;
	for (const struct opt *o = table; o->name && most; o++) {
		size_t far = str_distance(name, str_from(o->name), most - 1);
		if (*o->name && far != SIZE_MAX) {
			nearest = o->name;
			most = far;
		}
	}
	if (nearest)
		fprintf(stderr,
		        lang == DIAG_EN ? "niemyet: did you mean --%s? "
		                        : "niemyet: có phải --%s? ",
		        nearest);
	return complain(lang, name, "không phải một tùy chọn", "is not an option");
}

static int store(const struct opt *o, const char *value, enum diag_lang lang)
{
	int64_t n = 0;
	struct opt_list *list = o->into;
	switch (o->kind) {
	case OPT_FLAG:
		*(bool *)o->into = true;
		return 0;
	case OPT_TEXT:
		*(const char **)o->into = value;
		return 0;
	case OPT_INT:
		if (num_parse_int(str_from(value), &n) < 0 || n < 1 || n > 1000000)
			return complain(lang, str_from(value), "không phải số từ 1 trở lên",
			                "is not a number from 1 up");
		*(int *)o->into = (int)n;
		return 0;
	case OPT_LIST:
		if (list->count == OPT_LIST_MOST)
			return complain(lang, str_from(value), "là giá trị thừa",
			                "is one value too many");
		list->values[list->count++] = value;
		return 0;
	}
	return -1;
}

struct cursor {
	char **argv;
	int at, end;
	enum diag_lang lang;
};

/* The value of `o`: `joined` when it stood in the same word, else the next word. */
static int take_value(const struct opt *o, const char *joined, struct cursor *c)
{
	if (o->kind == OPT_FLAG)
		return store(o, NULL, c->lang);
	if (!joined && c->at + 1 >= c->end)
		return complain(c->lang, str_from(c->argv[c->at]), "cần một giá trị",
		                "needs a value");
	return store(o, joined ? joined : c->argv[++c->at], c->lang);
}

static int take_long(const struct opt *table, struct cursor *c)
{
	const char *word = c->argv[c->at] + 2;
	const char *equals = strchr(word, '=');
	struct str name = equals ? (struct str){word, (size_t)(equals - word)} : str_from(word);
	const struct opt *o = find_long(table, name);
	if (!o)
		return unknown(table, name, c->lang);
	if (o->kind == OPT_FLAG && equals)
		return complain(c->lang, name, "không nhận giá trị", "takes no value");
	return take_value(o, equals ? equals + 1 : NULL, c);
}

static int take_letter(const struct opt *table, struct cursor *c)
{
	const char *word = c->argv[c->at];
	const struct opt *o = find_letter(table, word[1]);
	if (!o || (o->kind == OPT_FLAG && word[2]))
		return complain(c->lang, str_from(word), "không phải một tùy chọn",
		                "is not an option");
	return take_value(o, word[2] ? word + 2 : NULL, c);
}

int opt_parse(const struct opt *table, int *count, char **argv, enum diag_lang lang)
{
	struct cursor c = {argv, 1, *count + 1, lang};
	int kept = 1;
	for (; c.at < c.end; c.at++) {
		char *word = argv[c.at];
		if (strcmp(word, "--") == 0) {
			while (++c.at < c.end)
				argv[kept++] = argv[c.at];
			break;
		}
		int status = 0;
		if (word[0] == '-' && word[1] == '-')
			status = take_long(table, &c);
		else if (word[0] == '-' && word[1])
			status = take_letter(table, &c);
		else
			argv[kept++] = word;
		if (status < 0)
			return -1;
	}
	*count = kept - 1;
	return 0;
}

void opt_print(const struct opt *table, FILE *to, enum diag_lang lang)
{
	for (const struct opt *o = table; o->name; o++) {
		struct buf left = {0};
		if (o->letter)
			buf_printf(&left, "-%c", o->letter);
		if (o->letter && *o->name)
			buf_putz(&left, ", ");
		if (*o->name)
			buf_printf(&left, "--%s", o->name);
		if (o->arg)
			buf_printf(&left, " %s", o->arg);
		fprintf(to, "  %-22s %s\n", buf_str(&left).p, lang == DIAG_EN ? o->en : o->vi);
		buf_release(&left);
	}
}
