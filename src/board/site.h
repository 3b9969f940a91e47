/* SPDX-License-Identifier: MIT
 *
 * site - the keys of site.yml: which there are, what they hold
 *
 * Flattened: "contact.phone", "nav.0.url". Every known scalar key has a row in `setting`,
 * '' when the file does not give it, so that a template may ask for it; under "custom."
 * any key may stand. `url` is kept without a slash at its end.
 *
 * Fails    -1 and messages C002 to C009, C029, C040, D028, D030
 * Threads  pure
 */
#ifndef NIEMYET_BOARD_SITE_H
#define NIEMYET_BOARD_SITE_H

#include "fmt/yaml.h"

struct site_setting {
	struct str key, value;
	int line;
};

/* All settings, in the arena. All mistakes are recorded. */
must_use int site_read(struct arena *a, const struct yaml_node *root, struct str file,
                       struct site_setting **out, size_t *count, struct diag *d);

/* The known keys, for the manual's test: pattern ("nav.*.url"), type, required or not.
 * SITE_WORDS: a line that a translation may take the place of. SITE_LANGS: one language or a
 * list of them, kept with a space between. */
enum site_type { SITE_LINE, SITE_WORDS, SITE_URL, SITE_NUMBER, SITE_SIZE, SITE_TIME,
                 SITE_ENUM, SITE_LANGS };
bool site_is_language(struct str s); /* "en": 2 to 8 small letters, a hyphen from the third on */

struct site_key {
	const char *pattern;
	enum site_type type;
	bool required;
	const char *fallback; /* what stands for an absent key; NULL is "" */
	const char *values;   /* of SITE_ENUM, separated by a space */
};
extern const struct site_key site_keys[];
extern const size_t site_key_count;

#endif
