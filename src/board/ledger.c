/* SPDX-License-Identifier: MIT
 * ledger - the file ledger.csv: reading and adding lines; ledger_check.c checks the chain */
#include "board/ledger.h"

#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "board/ledger_int.h"
#include "fmt/csv.h"

enum {
	SEQ, PUBLICATION, AT, DAY, EVENT, CODE, VERSION, NAME, PARTS, DECISION, CONTENT, HASHES,
	CHAIN, CELLS
};

void ledger_chain(struct str before, struct str body, char out[SEAL_HEX])
{
	struct seal *s = seal_begin();
	seal_add(s, before);
	seal_add(s, STR("\n"));
	seal_add(s, body);
	seal_end(s, out);
}

void ledger_head_chain(char out[SEAL_HEX])
{
	seal_sha256(STR(LEDGER_HEAD), out);
}

static struct ledger_line take_line(const struct csv_record *r)
{
	struct ledger_line line = {
		.at = r->cells[AT], .day = r->cells[DAY], .event = r->cells[EVENT],
		.code = r->cells[CODE], .name = r->cells[NAME], .parts = r->cells[PARTS],
		.decision_no = r->cells[DECISION], .content = r->cells[CONTENT],
		.hashes = r->cells[HASHES], .chain = r->cells[CHAIN],
	};
	if (num_parse_int(r->cells[SEQ], &line.seq) < 0 ||
	    num_parse_int(r->cells[PUBLICATION], &line.publication) < 0 ||
	    num_parse_int(r->cells[VERSION], &line.version) < 0)
		line.seq = 0;
	return line;
}

int ledger_read(struct str text, struct str file, ledger_each_fn each, void *user, struct diag *d)
{
	struct csv_reader *reader = csv_open(text, file, ',');
	struct csv_record r;
	bool head = true;
	int status;
	while ((status = csv_next(reader, &r, d)) == 1) {
		struct place at = {.file = file, .line = r.line};
		if (head) {
			head = false;
			continue;
		}
		struct ledger_line line = {0};
		if (r.count == CELLS)
			line = take_line(&r);
		status = line.seq ? each(user, &line, r.line) : diag_add(d, DIAG_L002, at);
		if (status < 0)
			break;
	}
	csv_close(reader);
	return status;
}

/* The last line without its end. */
static struct str last_line(struct str text)
{
	text = str_trim_end(text);
	size_t from = text.n;
	while (from > 0 && text.p[from - 1] != '\n')
		from--;
	return str_slice(text, from, text.n);
}

struct ledger_end ledger_end_of(struct str text)
{
	struct ledger_end end = {0};
	struct ledger_raw raw;
	struct str line = last_line(text);
	ledger_head_chain(end.chain);
	if (!ledger_split(line, &raw))
		return end;
	struct str rest = line;
	str_cut(&rest, ',');
	struct str publication = str_cut(&rest, ','), at = str_cut(&rest, ',');
	if (num_parse_int(publication, &end.publication) < 0 || at.n != sizeof end.at)
		return end;
	end.seq = raw.seq;
	memcpy(end.at, at.p, sizeof end.at);
	memcpy(end.chain, raw.chain.p, sizeof end.chain);
	return end;
}

/* One line of the file is one line of text: whatever would end it becomes a space. */
static void put_cell(struct buf *out, struct str cell)
{
	struct buf flat = {0};
	buf_put(&flat, cell.p ? str_trim(cell) : STR(""));
	for (size_t i = 0; i < flat.len; i++)
		if ((unsigned char)flat.p[i] < ' ')
			flat.p[i] = ' ';
	csv_put_cell(out, buf_str(&flat), false);
	buf_release(&flat);
}

void ledger_append(struct buf *out, struct ledger_end *end, const struct ledger_line *line)
{
	struct buf body = {0};
	end->seq++;
	end->publication = line->publication;
	buf_printf(&body, "%lld,%lld", (long long)end->seq, (long long)line->publication);
	const struct str first[] = {line->at, line->day, line->event, line->code};
	for (size_t i = 0; i < countof(first); i++)
		put_cell(&body, first[i]);
	buf_printf(&body, ",%lld", (long long)line->version);
	const struct str last[] = {line->name, line->parts, line->decision_no, line->content,
	                           line->hashes};
	for (size_t i = 0; i < countof(last); i++)
		put_cell(&body, last[i]);
	ledger_chain((struct str){end->chain, SEAL_HEX}, buf_str(&body), end->chain);
	if (line->at.n == sizeof end->at)
		memcpy(end->at, line->at.p, sizeof end->at);
	if (!out->len)
		buf_putz(out, LEDGER_HEAD "\n");
	buf_printf(out, "%.*s,%.*s\n", STR_ARG(buf_str(&body)), SEAL_HEX, end->chain);
	buf_release(&body);
}
