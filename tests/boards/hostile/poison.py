#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""poison.py OFFICE: puts hostile texts in front of every free text of an office's data.

The same text is always changed the same way, so what refers to each other still does.
Columns that hold codes, dates, numbers or words of a list stay: loading refuses others."""
import csv
import re
import sys
import zlib
from pathlib import Path

here = Path(__file__).parent
texts = (here / "texts.txt").read_text().splitlines()
markdown = (here / "markdown.md").read_text()
# Words of a list that the schema does not check, file names, what must be a number.
STAY = {"lang", "weekdays", "payment_methods", "path", "old", "new", "period_kind", "dial"}


def free_columns(schema):
    """(table, column) -> "TEXT" or "MD_TEXT", for those that may hold any text."""
    found = {}
    for table, body in re.findall(r"CREATE TABLE (\w+) \((.*?)\n\);", schema, re.S):
        body = re.sub(r"--.*", "", body)
        for name, kind, rest in re.findall(r"(\w+) (TEXT|MD_TEXT)\b([^,]*(?:\([^)]*\)[^,]*)*)", body):
            if name not in STAY and "GLOB" not in rest and " IN (" not in rest and " IS " not in rest:
                found[table, name] = kind
    return found


def poisoned(value):
    return texts[zlib.crc32(value.encode()) % len(texts)] + " " + value


def poison_csv(path, table, free):
    with path.open(newline="") as f:
        rows = list(csv.reader(f))
    for row in rows[1:]:
        for i, name in enumerate(rows[0]):
            kind = free.get((table, name))
            if kind == "MD_TEXT" and row[i]:
                row[i] = row[i] + "\n" + markdown
            elif name == "succeeds" and row[i]: # codes stand there among names
                row[i] = row[i] + "; " + poisoned(row[i])
            elif kind == "TEXT" and row[i] and row[i] != "TIERS":
                row[i] = poisoned(row[i])
    with path.open("w", newline="") as f:
        csv.writer(f, lineterminator="\n").writerows(rows)


def quoted(value):
    return "'" + value.replace("'", "''") + "'"


def poison_page(path):
    head, body = path.read_text().split("\n---\n", 1)
    head = re.sub(r"^(title|summary|legal_doc): (.*)$",
                  lambda m: m[1] + ": " + quoted(poisoned(m[2].strip("\"'"))), head, flags=re.M)
    path.write_text(head + "\n---\n" + body + markdown)


def poison_site(path):
    def line(m):
        if m[2] in ("agency", "url", "lang", "languages", "online", "website", "page") or "http" in m[3]:
            return m[0]
        return m[1] + m[2] + ": " + quoted(poisoned(m[3].strip("\"'")))
    path.write_text(re.sub(r"^((?:  )?)(\w+): +(\S.*)$", line, path.read_text(), flags=re.M))


office = Path(sys.argv[1])
schema = Path("src/board/schema.sql").read_text()
tables = dict(re.findall(r"\(\d+, '([\w-]+)', '(\w+)'\)", schema))
free = free_columns(schema)
for file in sorted((office / "data").glob("*.csv")):
    poison_csv(file, tables[file.stem], free)
for file in sorted((office / "pages").rglob("*.md")):
    poison_page(file)
poison_site(office / "site.yml")
print(len(free), "columns that hold any text")
