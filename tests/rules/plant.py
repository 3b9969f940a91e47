# SPDX-License-Identifier: MIT
"""What plants of defects are made with: an office's files as rows, random picks among what is
posted, and the list PLANTS that "@plants(RULE)" adds to. A plant changes the office it is given
and returns where its rule has to say so: (table, row), a list of such, or (file, line)."""
import csv
import os
import random

DAY = "2026-11-21"
pick = random.Random(20261121)


class Table:
    """A file of data/ as rows of cells, with the line on which each row begins."""

    def __init__(self, office, name):
        self.path = f"{office}/data/{name}.csv"
        with open(self.path, encoding="utf-8", newline="") as f:
            records = list(csv.reader(f))
        self.head, self.rows = records[0], [dict(zip(records[0], r)) for r in records[1:]]

    def column(self, name):
        if name not in self.head:
            self.head.append(name)

    def save(self):
        with open(self.path, "w", encoding="utf-8", newline="") as f:
            out = csv.writer(f, lineterminator="\n")
            out.writerow(self.head)
            out.writerows([r.get(c, "") or "" for c in self.head] for r in self.rows)

    def line(self, row):
        """Cells may have several lines, so a row's line is that of its first byte."""
        line = 2
        for other in self.rows:
            if other is row:
                return line
            line += 1 + sum(cell.count("\n") for cell in other.values() if cell)
        raise ValueError


class Office:
    def __init__(self, folder):
        self.folder, self.tables = folder, {}

    def __getitem__(self, name):
        if name not in self.tables:
            self.tables[name] = Table(self.folder, name)
        return self.tables[name]

    def read(self, path):
        with open(f"{self.folder}/{path}", encoding="utf-8") as f:
            return f.read()

    def write(self, path, text):
        with open(f"{self.folder}/{path}", "w", encoding="utf-8") as f:
            f.write(text)

    def forget_ledger(self):
        """Where it knows better than the defect."""
        os.remove(f"{self.folder}/ledger.csv")

    def save(self):
        for table in self.tables.values():
            table.save()

    def all_posted(self):
        return [p for p in self["procedures"].rows if in_force(p) and p["kind"] != "INTERNAL"
                and p["change_kind"] != "ABOLISHED"]

    def posted(self, *conditions):
        """A random version that is posted on the day and keeps the conditions."""
        return pick.choice([p for p in self.all_posted() if all(c(p) for c in conditions)])

    def parts(self, table, procedure):
        version = procedure.get("version") or "1"
        return [r for r in self[table].rows
                if r["code"] == procedure["code"] and (r.get("version") or "1") == version]

    def part(self, table, *conditions):
        """A random part of a posted procedure."""
        while True:
            rows = [r for r in self.parts(table, self.posted()) if all(c(r) for c in conditions)]
            if rows:
                return pick.choice(rows)


def put(table, row, /, **cells):
    for name, value in cells.items():
        table.column(name)
        row[name] = value
    return table, row


def cell(name, /, **cells):
    """A defect: cells of a posted procedure or of one of its parts."""
    def plant(o):
        row = o.posted() if name == "procedures" else o.part(name)
        return put(o[name], row, **cells)
    return plant


def part(name, /, *conditions, **cells):
    """A defect: cells of a part of a posted procedure."""
    return lambda o: put(o[name], o.part(name, *conditions), **cells)


def any_row(name, /, *conditions, **cells):
    def plant(o):
        return put(o[name], pick.choice([r for r in o[name].rows if all(c(r) for c in conditions)]), **cells)
    return plant


def drop(name, keep=lambda o, p: True):
    """A defect: a posted procedure without any row of a table."""
    def plant(o):
        while True:
            p = o.posted(lambda p: keep(o, p))
            gone = o.parts(name, p)
            if gone:
                break
        o[name].rows = [r for r in o[name].rows if r not in gone]
        return o["procedures"], p
    return plant


PLANTS = {}


def plants(rule):
    def keep(fn):
        PLANTS.setdefault(rule, []).append(fn)
        return fn
    return keep


def in_force(r):
    return (r["valid_from"] or "0") <= DAY < (r["valid_to"] or "9")


def line_of(o, start):
    return next(i for i, l in enumerate(o.read("site.yml").split("\n"), 1) if l.startswith(start))


def posting(o, *conditions):
    p = o.posted()
    while True:
        rows = [r for r in o["postings"].rows if r["code"] == p["code"] and in_force(r)
                and all(c(r) for c in conditions)]
        if rows:
            return pick.choice(rows)
        p = o.posted()


def article(o, front, body):
    text = f"---\ntitle: Thông báo thử\n{front}---\n\n{body}\n"
    o.write("pages/thong-bao/thu.md", text)
    return "pages/thong-bao/thu.md"
