# SPDX-License-Identifier: MIT
# What one procedure's page asks of the database does not grow with the number of procedures, and
# what the pages of one agency's figures ask does not grow with the number of agencies. Counted in
# steps of SQLite's machine, not timed: each query of procedure.sql and of the components runs over
# an office of 200 and one of 2,000 procedures of one field and agency; each query for figures over
# offices of 5 and of 50 agencies with a year of figures.
import os
import re
import shutil
import sqlite3
import subprocess

TMP = os.environ["TEST_TMP"]
FUNCTIONS = [
    "date_vi", "date_long", "fold", "fold_key", "slug", "vnd", "num", "pct", "rate", "markdown",
    "asset", "json_text", "script_json", "url_encode", "first_letter", "plain", "weekdays_vi",
    "hours_vi", "time_limit_vi", "period_vi", "working_days_add", "t", "period_from", "period_to",
    "meets_target", "qr", "unlinked", "sha256", "text_lines", "tr", "search_index",
]
CHARTS = ["chart_line", "chart_bar", "chart_stacked", "chart_target", "chart_spark"]


class Chart:
    def step(self, *args):
        pass

    def finalize(self):
        return ""


def office(count):
    """An office of `count` procedures, loaded; gives the path of its database."""
    folder = os.path.join(TMP, f"office-{count}")
    shutil.copytree("tests/rules/office", folder)
    tables = {
        "procedures": {"name": "Thủ tục", "kind": "LAW_DETAILED", "level": "XA", "field_code": "ho-tich",
                       "steps_md": "Nộp.", "sets_qty": "1", "deciding_agency": "UBND"},
        "postings": {"agency_code": "VP", "point_code": "VP1" if count % 3 else ""},
        "methods": {"position": "1", "channel": "DIRECT", "time_limit_value": "3",
                    "time_limit_unit": "WORKING_DAY"},
    }
    for name, cells in tables.items():
        with open(f"{folder}/data/{name}.csv", "r+", encoding="utf-8") as file:
            head = file.readline().rstrip("\n").split(",")
            file.seek(0, os.SEEK_END)
            for i in range(count):
                cells["code"] = f"2.{i:06d}"
                file.write(",".join(cells.get(column, "") for column in head) + "\n")
    subprocess.run([os.environ["NIEMYET"], "-C", folder, "check", "--rule", "NY100"], check=True,
                   stdout=subprocess.DEVNULL)
    return os.path.join(folder, ".niemyet", "board.db")


def figures(count):
    """An office of `count` agencies with figures of twelve months."""
    folder = os.path.join(TMP, f"figures-{count}")
    subprocess.run(["sh", "-c", f". tests/office.sh; figures {count} 12 '{folder}'"], check=True)
    subprocess.run([os.environ["NIEMYET"], "-C", folder, "check", "--rule", "NY100"], check=True,
                   stdout=subprocess.DEVNULL)
    return os.path.join(folder, ".niemyet", "board.db")


def connect(path):
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.create_function("build_date", 0, lambda: "2026-11-21")
    for name in FUNCTIONS:
        db.create_function(name, -1, lambda *a: None if a[0] is None else str(a[0]))
    db.create_function("period_key", 3, lambda kind, year, n: f"{year}-{kind}-{n}")
    for name in CHARTS:
        db.create_aggregate(name, -1, Chart)
    db.create_collation("vi", lambda a, b: (a > b) - (a < b))
    return db


def connect_further(path):
    """The same as a further language sees it (board/translate.h)."""
    db = connect(path)
    tables = [t for t, in db.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite*'")]
    for table in tables:
        columns = db.execute(f"SELECT name, type IN ('WORD_TEXT', 'MD_TEXT') FROM pragma_table_xinfo('{table}')").fetchall()
        if any(is_words for _, is_words in columns):
            said = ", ".join(f"tr({name}) AS {name}" if is_words else name for name, is_words in columns)
            db.execute(f"CREATE TEMP VIEW {table} AS SELECT {said} FROM main.{table}")
    for sql, in db.execute("SELECT sql FROM main.sqlite_schema WHERE type = 'view'").fetchall():
        db.execute(sql.replace("CREATE VIEW", "CREATE TEMP VIEW", 1))
    return db


def queries():
    """Every query but those that list pages, or that read lists of the whole office."""
    files = ["templates/procedure.sql"]
    files += sorted(f"templates/components/{f}" for f in os.listdir("templates/components")
                    if f.endswith(".sql") and f not in ("deadlines.sql", "kiosk-stamp.sql")) # of the whole office, once a build
    yield from queries_of(files)


def figure_queries():
    """Those of the pages of one agency, and what they include."""
    components = [f"templates/components/stats-{part}.sql" for part in
                  ("answer", "files", "lines", "periods", "rates", "scope", "trend")]
    yield from queries_of(components + ["templates/stats-agency.sql"])


def queries_of(files):
    for file in files:
        parts = re.split(r"^-- name: (\w+)\n", open(file, encoding="utf-8").read(), flags=re.M)
        for name, sql in zip(parts[1::2], parts[2::2]):
            if name != "pages":
                yield f"{file}: {name}", sql.strip().rstrip(";")


def steps(db, sql, row):
    """Steps of one run, in tens."""
    count = 0

    def tick():
        nonlocal count
        count += 1

    db.set_progress_handler(tick, 10)
    db.execute(sql, {name: row.get(name) for name in re.findall(r":(\w+)", sql)}).fetchall()
    db.set_progress_handler(None, 0)
    return count


def main():
    few, many = office(200), office(2000)
    small, large = connect(few), connect(many)
    row = {"code": "2.000100", "code_national": "2.000100", "version": 1, "agency_code": "VP",
           "position": 1, "point_code": "VP1", "channel": "DIRECT", "field_code": "ho-tich",
           "root": "", "lang": "vi", "date": "2026-11-21", "medium": "web", "url": "x"}
    results = [(name, steps(small, sql, row), steps(large, sql, row)) for name, sql in queries()]
    small, large = connect_further(few), connect_further(many)
    results += [(f"further language: {name}", steps(small, sql, row), steps(large, sql, row)) for name, sql in queries()]
    small, large = connect(figures(5)), connect(figures(50))
    row = {"agency_code": "dv-001", "field_code": "", "kind": "MONTH", "year": 2026, "n": 10, "key": "2026-10",
           "label": "x", "name": "x", "scope_name": "x", "root": "", "url": "x",
           "fields": '[["lv-1", "lv-1", "x"], ["lv-2", "lv-2", "x"]]'}
    results += [(f"figures: {name}", steps(small, sql, row), steps(large, sql, row)) for name, sql in figure_queries()]
    failed = 0
    for number, (name, few, many) in enumerate(results, 1):
        fine = many <= 2 * few + 100
        failed += not fine
        print(f"{'ok' if fine else 'not ok'} {number} - {name}")
        if not fine:
            print(f"# {name}: {few * 10} steps of the small office, {many * 10} of one ten times as large")
    print(f"1..{len(results)}")
    return 1 if failed or len(results) < 50 else 0


raise SystemExit(main())
