/* SPDX-License-Identifier: MIT
 * md - Markdown to HTML: the door to cmark, and the writer of its tree
 *
 * Reading order: the bridge that lets cmark live in an arena, reading (with tables cut
 * out), the parts of a page, the walk. */
#include "fmt/md.h"

#include <assert.h>
#include <cmark.h>
#include <string.h>

#include "fmt/md_int.h"

#define NOTHING ((struct str){0})

/* One call of md_render. */
struct md {
	struct md_writer w;
	struct arena tree;       /* cmark's, of the latest reading */
	struct arena scratch;    /* cmark's, of a question about one line */

	struct md_lines src;
	struct md_tables found;
	struct md_mismatch miss; /* the first of the part of the text just looked at */
	cmark_node **cells;      /* as many as found.cells; NULL where a cell is empty */
	int cell_lines;          /* lines that cells take in front of the source */
	size_t next_table;

	cmark_node *alt;         /* the image whose description is being written */
	cmark_node *link;        /* the link that is open */
	int depth;
	int heading_add;         /* levels that headings move down */
};

/* The bridge. cmark gives its allocator no context, so the arena in use hangs on the
 * thread; the size in front of each block is what realloc needs. The memory must never
 * meet plain free(). */

static _Thread_local struct arena *bridge_arena;

enum { BRIDGE_HEAD = 16 };

static void *bridge_new(size_t size)
{
	char *p = arena_alloc(bridge_arena, size + BRIDGE_HEAD);
	memcpy(p, &size, sizeof size);
	return p + BRIDGE_HEAD;
}

static void *bridge_calloc(size_t count, size_t size)
{
	assert(size == 0 || count <= SIZE_MAX / 4 / size);
	return bridge_new(count * size);
}

static void *bridge_realloc(void *old, size_t size)
{
	size_t had = 0;
	if (old)
		memcpy(&had, (char *)old - BRIDGE_HEAD, sizeof had);
	if (old && size <= had)
		return old;
	char *now = bridge_new(size);
	if (had)
		memcpy(now, old, had);
	return now;
}

static void bridge_free(void *old)
{
	(void)old;
}

/* cmark does not write to it. */
static const cmark_mem bridge = {bridge_calloc, bridge_realloc, bridge_free};

static cmark_node *parse(struct str text)
{
	cmark_parser *parser = cmark_parser_new_with_mem(CMARK_OPT_DEFAULT,
	                                                 (cmark_mem *)&bridge);
	cmark_parser_feed(parser, text.p, text.n);
	cmark_node *root = cmark_parser_finish(parser);
	cmark_parser_free(parser);
	return root;
}

/* Reading. */

static struct str literal(cmark_node *node)
{
	const char *z = cmark_node_get_literal(node);
	return z ? str_from(z) : STR("");
}

/* The line in the source, cells in front not counted. */
static int line_of(const struct md *m, cmark_node *node)
{
	return cmark_node_get_start_line(node) - m->cell_lines;
}

static bool begins_block(void *user, struct str line)
{
	struct md *m = user;
	bridge_arena = &m->scratch;
	cmark_node *first = cmark_node_first_child(parse(line));
	bool is = first && cmark_node_get_type(first) != CMARK_NODE_PARAGRAPH;
	bridge_arena = &m->tree;
	arena_reset(&m->scratch);
	return is;
}

/* Where a table may be in this paragraph or heading; false for nowhere. */
static bool spot_of(struct md *m, cmark_node *node, struct md_spot *spot)
{
	spot->first = line_of(m, node);
	spot->is_heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
	spot->last = spot->is_heading ? m->src.count
	                              : cmark_node_get_end_line(node) - m->cell_lines;
	spot->column = cmark_node_get_start_column(node) - 1;
	if (spot->first < 1 || spot->last > m->src.count || spot->column < 0 ||
	    spot->depth > LIMIT_DEPTH)
		return false;
	return !spot->is_heading || !md_is_atx(m->src.line[spot->first - 1], spot->column);
}

/* Entering and leaving what can hold a paragraph. */
static void track_box(struct md *m, struct md_spot *spot, cmark_node *node, bool entering)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type != CMARK_NODE_BLOCK_QUOTE && type != CMARK_NODE_ITEM)
		return;
	if (entering && spot->depth < LIMIT_DEPTH)
		spot->boxes[spot->depth] = (struct md_box){
			.is_item = type == CMARK_NODE_ITEM, .line = line_of(m, node)};
	spot->depth += entering ? 1 : -1;
}

/* Cuts tables out of the source, from line *settled on. Most end where their paragraph
 * ends, and change nothing around. After one that does not, what follows may be other
 * blocks than in this tree: true, read again and go on from there. */
static bool take_tables(struct md *m, cmark_node *root, int *settled)
{
	struct md_box boxes[LIMIT_DEPTH];
	struct md_spot spot = {.boxes = boxes};
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(node);
		track_box(m, &spot, node, event == CMARK_EVENT_ENTER);
		if (event != CMARK_EVENT_ENTER ||
		    (type != CMARK_NODE_PARAGRAPH && type != CMARK_NODE_HEADING))
			continue;
		cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
		if (!spot_of(m, node, &spot) || spot.first <= *settled)
			continue;
		bool taken = md_table_take(&m->found, &m->src, &spot, &m->miss);
		md_say_miss(&m->w, &m->miss);
		if (!taken)
			continue;
		*settled = m->found.tables[m->found.count - 1].last;
		if (spot.is_heading || *settled != spot.last)
			return true;
	}
	return false;
}

/* Reads the source as it is now, cells in front. */
static cmark_node *parse_lines(struct md *m)
{
	struct buf text = {0};
	m->cell_lines = 0;
	for (size_t i = 0; i < m->found.cell_count; i++) {
		if (m->found.cells[i].text.n == 0)
			continue;
		buf_put(&text, STR("# "));
		buf_put(&text, m->found.cells[i].text);
		buf_put(&text, STR(" #\n"));
		m->cell_lines++;
	}
	for (int i = 0; i < m->src.count; i++) {
		buf_put(&text, m->src.line[i]);
		buf_putc(&text, '\n');
	}
	arena_reset(&m->tree);
	cmark_node *root = parse(buf_str(&text));
	buf_release(&text);
	return root;
}

/* In a cell, messages name the line of its row, not that of the heading in front. Returns the
 * cell_lines to set again. */
static int enter_cell(struct md *m, size_t cell)
{
	int lines = m->cell_lines;
	m->cell_lines = cmark_node_get_start_line(m->cells[cell]) - m->found.cells[cell].line;
	return lines;
}

/* A code span that stands for one becomes its words before anything is written, so that
 * ids of headings and descriptions have them too. */

static void put_value(struct md *m, cmark_node *code)
{
	struct str value = {0};
	int took = m->w.o->span(m->w.o->user, literal(code), md_place(&m->w, line_of(m, code)),
	                        &value, m->w.d);
	m->w.failed = m->w.failed || took < 0;
	if (took <= 0)
		return;
	cmark_node *words = cmark_node_new_with_mem(CMARK_NODE_TEXT, (cmark_mem *)&bridge);
	cmark_node_set_literal(words, value.p ? arena_str(&m->w.keep, value).p : "–");
	cmark_node *now = words;
	if (!value.p) { /* our only custom node */
		now = cmark_node_new_with_mem(CMARK_NODE_CUSTOM_INLINE, (cmark_mem *)&bridge);
		cmark_node_append_child(now, words);
	}
	cmark_node_replace(code, now);
}

static void put_values_below(struct md *m, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	while (cmark_iter_next(iter) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (cmark_node_get_type(node) == CMARK_NODE_CODE)
			put_value(m, node);
	}
}

static void put_values(struct md *m, cmark_node *root)
{
	if (!m->w.page || !m->w.o->span)
		return;
	put_values_below(m, root);
	for (size_t i = 0; i < m->found.cell_count; i++) {
		if (!m->cells[i])
			continue;
		int lines = enter_cell(m, i);
		put_values_below(m, m->cells[i]);
		m->cell_lines = lines;
	}
}

/* Takes the headings that hold cells out of the tree, into m->cells. */
static void gather_cells(struct md *m, cmark_node *root)
{
	m->cells = arena_array(&m->w.keep, m->found.cell_count, sizeof *m->cells);
	for (size_t i = 0; i < m->found.cell_count; i++) {
		if (m->found.cells[i].text.n == 0)
			continue;
		m->cells[i] = cmark_node_first_child(root);
		assert(cmark_node_get_type(m->cells[i]) == CMARK_NODE_HEADING);
		cmark_node_unlink(m->cells[i]);
	}
}

static cmark_node *read_tables(struct md *m, cmark_node *root, struct str text)
{
	m->found = (struct md_tables){.arena = &m->w.keep, .begins_block = begins_block, .user = m};
	md_split_lines(&m->src, &m->w.keep, text);
	int settled = 0;
	bool again = true;
	for (int pass = 0; again; pass++) {
		size_t before = m->found.count;
		again = take_tables(m, root, &settled);
		if (m->found.count > before)
			root = parse_lines(m);
		if (again && pass == LIMIT_DEPTH) {
			md_say(&m->w, DIAG_M015, settled, md_number(&m->w, LIMIT_DEPTH), NOTHING);
			break;
		}
	}
	gather_cells(m, root);
	return root;
}

/* Writing. */

static bool parts_words(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK ||
	       (type == CMARK_NODE_HTML_INLINE && md_is_break(literal(node)));
}

/* The words inside a node, descriptions of images included. */
static void words_of(cmark_node *node, struct buf *out)
{
	cmark_iter *iter = cmark_iter_new(node);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *inner = cmark_iter_get_node(iter);
		cmark_node_type type = cmark_node_get_type(inner);
		if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
			buf_put(out, literal(inner));
		else if (parts_words(inner))
			buf_putc(out, ' ');
	}
}

/* Headings. */

static bool is_heading(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_HEADING;
}

/* The table whose first line the node stands for, if it does. */
static const struct md_table *table_at(const struct md *m, cmark_node *node)
{
	if (m->next_table == m->found.count || !is_heading(node))
		return NULL;
	const struct md_table *table = &m->found.tables[m->next_table];
	return table->first == line_of(m, node) ? table : NULL;
}

/* Stands for a further line of the table just written. */
static bool is_table_rest(const struct md *m, cmark_node *node)
{
	if (m->next_table == 0 || !is_heading(node))
		return false;
	return line_of(m, node) <= m->found.tables[m->next_table - 1].last;
}

/* How far headings move: the highest one of the text comes just under the page's own. */
static void measure_headings(struct md *m, cmark_node *root)
{
	int highest = 6;
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (!is_heading(node) || !cmark_node_first_child(node))
			continue;
		int level = cmark_node_get_heading_level(node);
		highest = level < highest ? level : highest;
	}
	int add = m->w.o->heading_shift - (highest - 1);
	m->heading_add = add > 0 ? add : 0;
	m->w.heading_last = m->w.o->heading_shift;
}

static int shifted_level(const struct md *m, cmark_node *node)
{
	int level = cmark_node_get_heading_level(node) + m->heading_add;
	return level > 6 ? 6 : level;
}

static void open_page_heading(struct md *m, cmark_node *node, int level)
{
	struct buf words = {0};
	words_of(node, &words);
	md_open_heading(&m->w, level, buf_str(&words), line_of(m, node));
	buf_release(&words);
}

static void write_heading(struct md *m, cmark_node *node, bool entering)
{
	int level = m->w.page ? shifted_level(m, node) : cmark_node_get_heading_level(node);
	if (m->w.page && !cmark_node_first_child(node)) {
		if (entering)
			md_say(&m->w, DIAG_M012, line_of(m, node), NOTHING, NOTHING);
		return;
	}
	if (entering) {
		md_fresh_line(&m->w);
		if (m->w.page)
			open_page_heading(m, node, level);
		else
			buf_printf(m->w.out, "<h%d>", level);
	} else {
		buf_printf(m->w.out, "</h%d>\n", level);
	}
}

/* Links and images. */

static void check_words(struct md *m, cmark_node *node, bool is_image)
{
	struct buf words = {0};
	words_of(node, &words);
	md_check_link(&m->w, buf_str(&words), str_from(cmark_node_get_url(node)), is_image,
	              line_of(m, node));
	buf_release(&words);
}

static bool put_address(struct md *m, cmark_node *node, const char *tag)
{
	return md_put_address(&m->w, tag, str_from(cmark_node_get_url(node)), line_of(m, node));
}

static void write_link(struct md *m, cmark_node *node, bool entering)
{
	if (!entering) {
		md_putz(&m->w, m->link == node ? "</a>" : "");
		m->link = NULL;
	} else if (put_address(m, node, "<a href=\"")) {
		m->link = node;
		md_put_title(&m->w, str_from(cmark_node_get_title(node)));
		md_putz(&m->w, "\">");
		check_words(m, node, false);
	}
}

/* The description of an image is what is inside it, without tags; of an image that may
 * not be posted, the description stays. */
static void write_image(struct md *m, cmark_node *node, bool entering)
{
	if (entering) {
		if (!put_address(m, node, "<img src=\""))
			return;
		md_putz(&m->w, "\" alt=\"");
		m->alt = node;
		check_words(m, node, true);
	} else if (m->alt == node) {
		m->alt = NULL;
		md_put_title(&m->w, str_from(cmark_node_get_title(node)));
		md_putz(&m->w, m->w.page ? "\">" : "\" />");
	}
}

/* Tables. */

static void write_node(struct md *m, cmark_node *node, bool entering);

static void write_cell(struct md *m, size_t cell)
{
	if (cell == SIZE_MAX || !m->cells[cell])
		return;
	cmark_iter *iter = cmark_iter_new(m->cells[cell]);
	cmark_event_type event;
	int lines = enter_cell(m, cell);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		if (node != m->cells[cell])
			write_node(m, node, event == CMARK_EVENT_ENTER);
	}
	m->cell_lines = lines;
}

static void write_row(struct md *m, const struct md_table *table, const struct md_row *row,
                      bool in_header)
{
	md_putz(&m->w, "<tr>\n");
	for (int i = 0; i < table->columns; i++) {
		size_t cell = i < row->cells ? row->first_cell + (size_t)i : SIZE_MAX;
		bool empty = cell == SIZE_MAX || !m->cells[cell];
		const char *tag = md_open_cell(&m->w, in_header, empty, table->align[i]);
		write_cell(m, cell);
		buf_printf(m->w.out, "</%s>\n", tag);
	}
	md_putz(&m->w, "</tr>\n");
	if (row->given > table->columns)
		md_say(&m->w, DIAG_M010, row->line, md_number(&m->w, row->given),
		       md_number(&m->w, table->columns));
}

/* The words of the header's cells. */
static void label_table(struct md *m, const struct md_row *header, struct buf *label)
{
	for (int i = 0; i < header->cells; i++) {
		cmark_node *cell = m->cells[header->first_cell + (size_t)i];
		if (!cell)
			continue;
		buf_putz(label, label->len ? ", " : "");
		words_of(cell, label);
	}
}

static void write_table_words(struct md *m, const struct md_table *table)
{
	for (size_t r = 0; r < table->rows; r++) {
		const struct md_row *row = &m->found.rows[table->first_row + r];
		for (int i = 0; i < row->cells; i++) {
			md_putz(&m->w, i ? " " : "");
			write_cell(m, row->first_cell + (size_t)i);
		}
		md_fresh_line(&m->w);
	}
}

static void write_table(struct md *m, const struct md_table *table)
{
	const struct md_row *rows = &m->found.rows[table->first_row];
	if (m->w.o->mode == MD_TEXT) {
		write_table_words(m, table);
		return;
	}
	struct buf label = {0};
	label_table(m, rows, &label);
	md_open_table(&m->w, buf_str(&label));
	buf_release(&label);
	write_row(m, table, rows, true);
	md_putz(&m->w, "</thead>\n");
	for (size_t i = 1; i < table->rows && !md_too_long(&m->w); i++) {
		md_putz(&m->w, i == 1 ? "<tbody>\n" : "");
		write_row(m, table, &rows[i], false);
	}
	md_close_table(&m->w, table->rows > 1);
}

/* The walk. */

static void write_list(struct md *m, cmark_node *node, bool entering)
{
	bool ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
	int from = cmark_node_get_list_start(node);
	if (!entering) {
		md_putz(&m->w, ordered ? "</ol>\n" : "</ul>\n");
		return;
	}
	md_fresh_line(&m->w);
	if (ordered && from != 1)
		buf_printf(m->w.out, "<ol start=\"%d\">\n", from);
	else
		md_putz(&m->w, ordered ? "<ol>\n" : "<ul>\n");
}

static void write_paragraph(struct md *m, cmark_node *node, bool entering)
{
	cmark_node *list = cmark_node_parent(cmark_node_parent(node));
	if (list && cmark_node_get_type(list) == CMARK_NODE_LIST && cmark_node_get_list_tight(list))
		return;
	if (entering)
		md_fresh_line(&m->w);
	md_putz(&m->w, entering ? "<p>" : "</p>\n");
}

/* What opens on a line of its own. */
static void write_block(struct md *m, bool entering, const char *open, const char *close)
{
	if (entering)
		md_fresh_line(&m->w);
	md_putz(&m->w, entering ? open : close);
}

/* Inside the description of an image there are only words. */
static void write_alt(struct md *m, cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE || type == CMARK_NODE_HTML_INLINE)
		md_put_text(&m->w, literal(node));
	else if (type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_SOFTBREAK)
		buf_putc(m->w.out, ' ');
}

/* MD_TEXT: words, and a line for each block. */
static void write_words(struct md *m, cmark_node *node, bool entering)
{
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
		md_put_text(&m->w, literal(node));
	else if (parts_words(node))
		buf_putc(m->w.out, ' ');
	else if (!entering && type <= CMARK_NODE_LAST_BLOCK)
		md_fresh_line(&m->w);
}

static void write_html(struct md *m, cmark_node *node, bool entering)
{
	const bool page = m->w.page;
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_BLOCK_QUOTE:
		if (!entering)
			md_fresh_line(&m->w);
		write_block(m, entering, "<blockquote>\n", "</blockquote>\n");
		break;
	case CMARK_NODE_LIST: write_list(m, node, entering); break;
	case CMARK_NODE_ITEM: write_block(m, entering, "<li>", "</li>\n"); break;
	case CMARK_NODE_CODE_BLOCK:
		md_put_code(&m->w, str_from(cmark_node_get_fence_info(node)), literal(node),
		            line_of(m, node));
		break;
	case CMARK_NODE_HTML_BLOCK:
		md_fresh_line(&m->w);
		md_put_raw(&m->w, literal(node), true, line_of(m, node));
		md_fresh_line(&m->w);
		break;
	case CMARK_NODE_PARAGRAPH: write_paragraph(m, node, entering); break;
	case CMARK_NODE_HEADING: write_heading(m, node, entering); break;
	case CMARK_NODE_THEMATIC_BREAK:
		write_block(m, true, page ? "<hr>\n" : "<hr />\n", "");
		break;
	case CMARK_NODE_TEXT: md_put_text(&m->w, literal(node)); break;
	case CMARK_NODE_SOFTBREAK: md_putz(&m->w, "\n"); break;
	case CMARK_NODE_LINEBREAK: md_putz(&m->w, page ? "<br>\n" : "<br />\n"); break;
	case CMARK_NODE_CODE:
		md_putz(&m->w, "<code>");
		md_put_text(&m->w, literal(node));
		md_putz(&m->w, "</code>");
		break;
	case CMARK_NODE_HTML_INLINE:
		md_put_raw(&m->w, literal(node), false, line_of(m, node));
		break;
	case CMARK_NODE_EMPH: md_putz(&m->w, entering ? "<em>" : "</em>"); break;
	case CMARK_NODE_STRONG: md_putz(&m->w, entering ? "<strong>" : "</strong>"); break;
	case CMARK_NODE_LINK: write_link(m, node, entering); break;
	case CMARK_NODE_IMAGE: write_image(m, node, entering); break;
	case CMARK_NODE_CUSTOM_INLINE:
		md_putz(&m->w, entering ? "<span class=\"ny-missing\">" : "</span>");
		break;
	case CMARK_NODE_NONE:
	case CMARK_NODE_DOCUMENT:
	case CMARK_NODE_CUSTOM_BLOCK:
		break;
	}
}

static bool is_leaf(cmark_node_type type)
{
	switch (type) {
	case CMARK_NODE_HTML_BLOCK:
	case CMARK_NODE_THEMATIC_BREAK:
	case CMARK_NODE_CODE_BLOCK:
	case CMARK_NODE_TEXT:
	case CMARK_NODE_SOFTBREAK:
	case CMARK_NODE_LINEBREAK:
	case CMARK_NODE_CODE:
	case CMARK_NODE_HTML_INLINE: return true;
	default: return false;
	}
}

static void write_node(struct md *m, cmark_node *node, bool entering)
{
	if (!is_leaf(cmark_node_get_type(node)))
		m->depth += entering ? 1 : -1;
	if (m->depth > LIMIT_DEPTH)
		return;
	if (m->w.o->mode == MD_TEXT)
		write_words(m, node, entering);
	else if (m->alt && m->alt != node)
		write_alt(m, node);
	else
		write_html(m, node, entering);
}

static void write_tree(struct md *m, cmark_node *root)
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		cmark_node *node = cmark_iter_get_node(iter);
		const struct md_table *table = table_at(m, node);
		if (table && event == CMARK_EVENT_ENTER) {
			m->next_table++;
			write_table(m, table);
		} else if (!is_table_rest(m, node)) {
			write_node(m, node, event == CMARK_EVENT_ENTER);
		}
		if (m->depth > LIMIT_DEPTH) {
			md_say(&m->w, DIAG_M002, line_of(m, node), md_number(&m->w, LIMIT_DEPTH),
			       NOTHING);
			return;
		}
		if (md_too_long(&m->w)) {
			md_say(&m->w, DIAG_M003, line_of(m, node), md_number(&m->w, LIMIT_PAGE),
			       NOTHING);
			return;
		}
	}
	assert(m->next_table == m->found.count || m->w.failed);
}

static void render(struct md *m, struct str text)
{
	if (md_check(&m->w, text) != 0)
		return;
	text = md_clean(&m->w, text);
	cmark_node *root = parse(text);
	if (m->w.o->mode != MD_PLAIN && md_table_likely(text))
		root = read_tables(m, root, text);
	if (m->w.failed)
		return;
	put_values(m, root);
	if (m->w.page)
		measure_headings(m, root);
	write_tree(m, root);
}

int md_render(const struct md_options *o, struct str text, struct buf *out, struct diag *d)
{
	struct md m = {.w = {.o = o, .out = out, .start = out->len, .d = d}};
	if (text.n == 0)
		return 0;
	m.w.page = o->mode == MD_PAGE;
	m.w.ids.arena = &m.w.keep;
	struct arena *outer = bridge_arena; /* a live block may render Markdown in its turn */
	bridge_arena = &m.tree;
	render(&m, text);
	bridge_arena = outer;
	arena_release(&m.tree);
	arena_release(&m.w.keep);
	arena_release(&m.scratch);
	return m.w.failed ? -1 : 0;
}
