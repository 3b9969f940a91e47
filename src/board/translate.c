/* SPDX-License-Identifier: MIT
 * translate - the office's tables as a further language of the site sees them */
#include "board/translate.h"

#include "board/site.h"

static const char words_types[] = "('WORD_TEXT', 'MD_TEXT')";

/* What holds words in another way, or the translations themselves, is not of this kind. */
static const char others[] = "('article', 'setting', 'translation', 'article_translation')";

/* CREATE VIEW for each table with words: its columns by name, those of words through tr(). */
static void put_tables(struct buf *sql, struct db *db, struct arena *a)
{
	struct str query = arena_printf(
	    a, "SELECT m.name, group_concat("
	       "  CASE WHEN x.type IN %s THEN 'tr(' || x.name || ') AS ' ELSE '' END"
	       "  || x.name, ', ') FROM main.sqlite_schema m JOIN pragma_table_xinfo(m.name) x"
	       " WHERE m.type = 'table' AND m.name NOT IN %s GROUP BY m.name"
	       " HAVING max(x.type IN %s) ORDER BY m.name",
	    words_types, others, words_types);
	struct diag unheard = {0};
	struct db_stmt *s = db_must_prepare(db, query.p);
	while (db_step(s, &unheard) == 1)
		buf_printf(sql, "CREATE TEMP VIEW %.*s AS SELECT %.*s FROM main.%.*s;\n",
		           STR_ARG(db_text(s, 0)), STR_ARG(db_text(s, 1)), STR_ARG(db_text(s, 0)));
	db_finish(s);
	diag_release(&unheard);
}

static void put_settings(struct buf *sql)
{
	buf_putz(sql, "CREATE TEMP VIEW setting AS SELECT key, CASE WHEN key GLOB 'custom.*'");
	for (size_t i = 0; i < site_key_count; i++)
		if (site_keys[i].type == SITE_WORDS)
			buf_printf(sql, " OR key GLOB '%s'", site_keys[i].pattern);
	buf_putz(sql, " THEN tr(value) ELSE value END AS value, source_id, source_line"
	              " FROM main.setting;\n");
}

/* A page whose file has a sister in the language is that one; of any other that is written in the
 * data's language each text by itself. */
static const char article_columns[] =
    "SELECT name, CASE WHEN name IN ('title', 'summary', 'body_md') THEN 'iif(x.path IS NULL, '"
    "    || said || ', x.' || name || ')'"
    "  WHEN name IN ('body_line', 'source_id', 'source_line') THEN 'iif(x.path IS NULL, a.' || name"
    "    || ', x.' || name || ')'"
    "  WHEN name = 'lang' THEN 'iif(x.path IS NOT NULL OR a.lang = ''' || ?2 || ''', ''' || ?1"
    "    || ''', a.lang)'"
    "  WHEN said IS NOT NULL THEN said ELSE 'a.' || name END"
    " FROM (SELECT name, cid, CASE WHEN type IN ('WORD_TEXT', 'MD_TEXT')"
    "    THEN 'iif(a.lang = ''' || ?2 || ''', tr(a.' || name || '), a.' || name || ')' END AS said"
    "  FROM pragma_table_xinfo('article')) ORDER BY cid";

static void put_articles(struct buf *sql, struct db *db, struct str lang, struct str origin)
{
	struct diag unheard = {0};
	struct db_stmt *s = db_must_prepare(db, article_columns);
	db_bind_text(s, 0, lang);
	db_bind_text(s, 1, origin);
	buf_putz(sql, "CREATE TEMP VIEW article AS SELECT ");
	for (bool later = false; db_step(s, &unheard) == 1; later = true)
		buf_printf(sql, "%s%.*s AS %.*s", later ? ", " : "", STR_ARG(db_text(s, 1)),
		           STR_ARG(db_text(s, 0)));
	buf_printf(sql, " FROM main.article a LEFT JOIN main.article_translation x"
	                " ON x.path = a.path AND x.lang = '%.*s';\n", STR_ARG(lang));
	db_finish(s);
	diag_release(&unheard);
}

/* The schema's own, under their own names, over what stands in front of the tables; but what ends
 * in _untranslated keeps to the tables themselves. */
static void put_views(struct buf *sql, struct db *db)
{
	struct str create = STR("CREATE VIEW ");
	struct diag unheard = {0};
	struct db_stmt *s = db_must_prepare(
	    db, "SELECT sql FROM main.sqlite_schema WHERE type = 'view'"
	        " AND name NOT GLOB '*_untranslated' ORDER BY name");
	while (db_step(s, &unheard) == 1) {
		struct str text = db_text(s, 0);
		buf_printf(sql, "CREATE TEMP VIEW %.*s;\n",
		           STR_ARG(str_slice(text, create.n, text.n)));
	}
	db_finish(s);
	diag_release(&unheard);
}

int translate_tables(struct db *db, struct str lang, struct str origin, struct diag *d)
{
	struct arena a = {0};
	struct buf sql = {0};
	/* What is temporary is none of the file's data, yet query_only would refuse it. */
	buf_putz(&sql, "PRAGMA query_only = OFF; BEGIN;\n");
	put_tables(&sql, db, &a);
	put_settings(&sql);
	put_articles(&sql, db, lang, origin);
	put_views(&sql, db);
	buf_putz(&sql, "COMMIT; PRAGMA query_only = ON;");
	int status = db_exec(db, buf_str(&sql).p, d);
	buf_release(&sql);
	arena_release(&a);
	return status;
}
