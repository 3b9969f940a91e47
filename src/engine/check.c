/* SPDX-License-Identifier: MIT
 * check - what is missing, wrong or unlawful in the data, before it is posted */
#include "engine/check.h"

#include "board/rule.h"

int check_project(struct project *p, struct db *db, struct str only, struct diag *findings,
                  struct diag *d)
{
	struct rule_set rules;
	if (rule_read_all(&rules, p->dir, &p->arena, d) < 0)
		return -1;
	return rule_run_all(&rules, p->date, only, db, findings, d);
}

int check_run(const struct check_options *o, struct diag *d)
{
	struct project p = {0};
	struct func_env env = {0};
	struct db *db = NULL;
	int status = project_open(&p, o->dir, o->date, d);
	if (status == 0)
		status = project_connect(&p, &env, &db, d);
	if (status == 0)
		status = check_project(&p, db, o->only, d, d);
	db_close(db);
	project_close(&p);
	return status;
}
