/* SPDX-License-Identifier: MIT
 *
 * address - where a link of a page leads inside its site
 *
 * Threads  pure
 */
#ifndef NIEMYET_FMT_ADDRESS_H
#define NIEMYET_FMT_ADDRESS_H

#include "base/arena.h"

/* A place of the site. */
struct address {
	struct str path;   /* "thu-tuc/1.001193.html"; absent: outside the site. A folder is its
	                      index.html; what would leave the site keeps its ".." in front, and
	                      so is no file of it */
	struct str anchor; /* the id behind "#"; absent when there is none */
};

/* `page` is the path of the page that has the link, `site` the site's public address
 * ("https://x.gov.vn/niem-yet", may be empty): what begins with it is inside. The query
 * behind "?" is dropped, %XX is decoded. Texts live in the arena or are views of those given. */
struct address address_resolve(struct arena *a, struct str page, struct str href,
                               struct str site);

/* True for the site's public address and what lies below. */
bool address_is_of(struct str url, struct str site);

#endif
