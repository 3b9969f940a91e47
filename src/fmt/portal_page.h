/* SPDX-License-Identifier: MIT
 *
 * portal_page - the text of a procedure's page on the national portal, cut into its parts
 *
 * Each part stands behind a heading, always in the same order, without a border: "Mã thủ
 * tục1.001193Số quyết định...". The text of a part may hold the heading of another ("lập hồ
 * sơ theo mục Thành phần hồ sơ"), so a heading counts where something is glued to it, in front
 * or behind, or the heads of its table follow. A crawler that cuts at any heading loses the rest of
 * the part, as real ones did; that is why we cut the page ourselves.
 *
 * Behind the last part stand the controls of the page, "Chọn cơ quan thực hiện ... Nộp hồ
 * sơ": a part of their own.
 *
 * Owns     nothing: parts are views of the text
 * Threads  pure
 */
#ifndef NIEMYET_FMT_PORTAL_PAGE_H
#define NIEMYET_FMT_PORTAL_PAGE_H

#include "base/buf.h"
#include "fmt/portal.h"

/* Those of a record (enum portal_label), and two more. */
enum {
	PORTAL_RELATED = PORTAL_LABELS, /* procedures that belong to this one */
	PORTAL_CONTROLS,
	PORTAL_PARTS
};

/* As the page has it. */
struct str portal_page_heading(int part);

/* False when a heading is missing; *missing is that part. Parts that the page does not have
 * (results, keywords, description, controls) are absent; all others never are. Trimmed. */
bool portal_page_cut(struct str page, struct str parts[PORTAL_PARTS], int *missing);

/* A page of the parts, to be cut again: for a record that has the parts but not the page.
 * Of absent ones not even the heading. */
void portal_page_put(struct buf *out, const struct str parts[PORTAL_PARTS]);

/* The part as a crawler has it that knows no headings behind "Kết quả xử lý": the last one
 * goes on to the end of the page. `parts` are those that `page` was cut into. */
struct str portal_page_tail(const struct str parts[PORTAL_PARTS], int part, struct str page);

#endif
