/* SPDX-License-Identifier: MIT
 *
 * words - the interface texts of the default theme that SQL functions write, for tests */
#ifndef NIEMYET_TESTS_WORDS_H
#define NIEMYET_TESTS_WORDS_H

#include <assert.h>

#include "builtin.h"
#include "fmt/yaml.h"
#include "sys/db.h"

/* The texts `section`.* of a language, into the table text. */
static inline void words_load_in(struct db *db, struct arena *a, const char *lang,
                                 const char *section, struct diag *d)
{
	struct yaml_node *root = NULL;
	struct str path = arena_printf(a, "templates/i18n/%s.yml", lang);
	int status = yaml_parse(a, builtin_find(path)->bytes, path, 1, &root, d);
	const struct yaml_node *words = yaml_get(root, str_from(section));
	assert(status == 0 && words && words->count > 0);
	struct db_stmt *put = db_must_prepare(
		db, "INSERT INTO text(lang, key, value, source_line) VALUES (?3, ?1, ?2, 0)");
	for (size_t i = 0; i < words->count; i++) {
		db_bind_text(put, 0, arena_printf(a, "%s.%.*s", section,
		                                  STR_ARG(words->items[i].key)));
		db_bind_text(put, 1, words->items[i].node->value);
		db_bind_text(put, 2, str_from(lang));
		status = db_run(put, a, NULL, d);
		assert(status == 0);
	}
	db_finish(put);
	(void)status;
}

static inline void words_load(struct db *db, struct arena *a, const char *section, struct diag *d)
{
	words_load_in(db, a, "vi", section, d);
}

#endif
