/* SPDX-License-Identifier: MIT
 *
 * portal_flat - the tables of the portal's page, flattened to text, cut into rows again
 *
 * A crawler that takes a page's text loses the borders of its cells: a way of submitting is
 * "Trực tuyến7 Ngày làm việcMiễn phí(note)words". What stands in a cell says where it ends:
 *
 *   ways     one of three names, a limit, a fee, words; a row begins where name, limit and
 *            fee follow each other without a gap
 *   papers   the name, maybe a form's file, "1 bản chính,1 bản sao"; a case stands before
 *            the heads of its own table, "--" when it has no name
 *   laws     a title and a number, known by its form and by what it is glued to
 *   results  a name, "Mã: ", a code
 *
 * Where nobody can tell, the text stays in one piece: a paper's name then ends in the name
 * of a form's file, a legal basis holds two. Nothing is lost and nothing is made up.
 *
 * The rows say it in the words of the portal's text records, see fmt/portal.h: "Miễn phí" is
 * how the page writes a fee of 0, so it becomes "0 VNĐ ()", and a limit without information
 * "OTHER". A fee of several is not on the page: it shows the first.
 *
 * Texts given are clean (engine/import_int.h) and outlive the rows. `line` is where they
 * stand in the file.
 *
 * Owns     nothing: rows and new texts lie in the arena of `rows`
 * Fails    never; what belongs to no row is a stray one
 * Threads  pure
 */
#ifndef NIEMYET_FMT_PORTAL_FLAT_H
#define NIEMYET_FMT_PORTAL_FLAT_H

#include "fmt/portal.h"

void portal_flat_ways(struct portal_rows *rows, struct str table, int line);
void portal_flat_papers(struct portal_rows *rows, struct str table, int line);
void portal_flat_laws(struct portal_rows *rows, struct str table);
void portal_flat_results(struct portal_rows *rows, struct str list);

/* For the page as a whole (fmt/portal_page.c): the heads of the tables. */
struct str portal_flat_ways_heads(void);
struct str portal_flat_papers_heads(void);
struct str portal_flat_laws_heads(void);

#endif
