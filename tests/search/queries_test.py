#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""queries.tsv keeps the rules that README.md states; its codes exist in the catalogue, where the
catalogue is at hand."""
import collections
import io
import os
import re
import sys
import tarfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
FILE = os.path.join(HERE, "queries.tsv")
HEAD = ["id", "half", "class", "query", "codes", "note"]
CLASSES = [
    "everyday", "plain", "typo", "keys", "code", "question", "synonym", "prefix", "oldspelling",
]
CATALOGUE = os.path.join(os.environ.get("NIEMYET_DATA", "../shared/data"), "tthc-txt")

with io.open(FILE, "rb") as f:
    raw = f.read()
text = raw.decode("utf-8", "replace")
lines = text.split("\n")
rows = [line.split("\t") for line in lines[1:] if line]
whole = [r for r in rows if len(r) == len(HEAD)]

half_of = {c: r[1] for r in whole for c in r[4].split(" ")}
number = failed = 0


def ok(name, wrong):
    """One result; `wrong` are the places where it does not hold."""
    global number, failed
    number += 1
    print(f"{'not ok' if wrong else 'ok'} {number} - {name}")
    for place in wrong[:10]:
        print("#   " + ascii(place))
    failed += bool(wrong)


def repeated(values):
    return [v for v, n in collections.Counter(values).items() if n > 1]


def few(counts, least):
    return [f"{k}: {n}, at least {least} are wanted" for k, n in counts if n < least]


def codes_of_catalogue():
    """The codes of the catalogue, or None without it."""
    packed = os.path.join(CATALOGUE, "tthc-txt.tar.gz")
    if not os.path.isfile(packed):
        return None
    codes = set()
    with tarfile.open(packed, "r|gz") as tar:
        for member in tar:
            if member.isfile() and member.name.endswith(".txt"):
                found = re.search(rb"^M\S+ \S+ \S+: *([0-9.]{8,9})\s*$",
                                  tar.extractfile(member).read(2000), re.M)
                if found:
                    codes.add(found.group(1).decode())
    return codes


print("1..12")
ok("UTF-8 in NFC, with line feeds, no odd spaces or controls",
   [f"line {n}" for n, line in enumerate(lines, 1)
    if "\ufffd" in line or unicodedata.normalize("NFC", line) != line
    or re.search("[\x00-\x08\x0b-\x1f\x7f-\xa0\xad\u2000-\u200f\u2028-\u202f\ufeff]", line)]
   + ([] if text.endswith("\n") and not text.endswith("\n\n") else ["the end of the file"]))
ok("header", [] if lines[0].split("\t") == HEAD else [lines[0]])
ok("six columns in every row", [r for r in rows if len(r) != len(HEAD)])
ok("ids are q and four digits, and none is twice",
   [r[0] for r in whole if not re.fullmatch(r"q\d{4}", r[0])] + repeated(r[0] for r in whole))
ok("halves and classes are known ones",
   [r[0] for r in whole if r[1] not in ("tune", "held") or r[2] not in CLASSES])
ok("queries and notes without spaces at their ends or two together",
   [r[0] for r in whole if not r[3] or not r[5]
    or any(c != c.strip() or "  " in c for c in (r[3], r[5]))])
ok("no query is there twice", repeated(r[3].casefold() for r in whole))
ok("codes are codes, sorted, none twice in a row",
   [r[0] for r in whole if r[4].split(" ") != sorted(set(r[4].split(" ")))
    or not all(re.fullmatch(r"\d\.\d{6}", c) for c in r[4].split(" "))])
ok("halves share no code",
   [r[0] for r in whole for c in r[4].split(" ") if half_of[c] != r[1]])
ok("plain and keys are typed without marks; keys say what they stand for",
   [r[0] for r in whole if r[2] in ("plain", "keys") and not r[3].isascii()
    or r[2] == "keys" and not re.match("(Telex|VNI): .", r[5])])
classes = collections.Counter(r[2] for r in whole)
sizes = collections.Counter(r[1] for r in whole)
held = sum(h == "held" for h in half_of.values())
ok("300 queries for 150 procedures, half of them in either half, 25 queries of each class",
   few([("queries", len(whole)), ("queries to tune on", sizes["tune"])], 300)
   + few([("queries held", sizes["held"]), ("procedures to tune on", len(half_of) - held),
          ("procedures held", held)], 150)
   + few([(c, classes[c]) for c in CLASSES], 25))
known = codes_of_catalogue()
if known is None:
    print("ok 12 - every code is in the catalogue # SKIP the catalogue is not here")
else:
    ok("every code is in the catalogue", sorted(set(half_of) - known))
print("# " + ", ".join(f"{c} {classes[c]}" for c in CLASSES))
print(f"# tune {sizes['tune']}, held {sizes['held']}, procedures {len(half_of)}")
sys.exit(1 if failed else 0)
