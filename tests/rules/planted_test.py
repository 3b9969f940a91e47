#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Planted defects: the demonstration office, which keeps all rules, gets one defect of a kind at
a random row; the rule of that kind must report it at its file and line, and no other rule
anything. Each kind is planted ROUNDS times, at other rows; the seed is fixed."""
import glob
import json
import os
import re
import shutil
import subprocess
import sys

import plants_days # noqa: F401 (adds to PLANTS)
import plants_figures # noqa: F401
import plants_procedures # noqa: F401
from plant import DAY, PLANTS, Office

NIEMYET = os.environ["NIEMYET"]
TMP = os.environ["TEST_TMP"]
ROUNDS = int(os.environ.get("ROUNDS", "1"))


def places(o, found):
    """file:line of what a plant returned."""
    if isinstance(found[0], str):
        return {f"{found[0]}:{found[1]}" if found[0] else ""}
    pairs = found if isinstance(found, list) else [found]
    return {f"data/{os.path.basename(t.path)}:{t.line(r)}" for t, r in pairs}


def check(folder):
    out = subprocess.run([NIEMYET, "check", "--data", "-C", folder, "--date", DAY, "--format", "json"],
                         stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False).stdout
    found = (json.loads(line) for line in out.splitlines())
    # Not what the office has waived, nor that a plant left a waiver without its finding (R052).
    return [m for m in found if "waived" not in m and m["id"] != "R052"]


def data_rules():
    """Rules of the finished pages and of an export have their cases in tests/rules/NYnnn only."""
    ids = set()
    for path in glob.glob("src/rules/*.sql"):
        with open(path, encoding="utf-8") as f:
            head = f.read()
        if "-- needs: " not in head:
            ids.add(re.search(r"^-- id: (\S+)", head, re.M)[1])
    return ids


def place_of(m):
    return f"{m['file']}:{m['line']}" if m.get("file") else ""


def main():
    clean = f"{TMP}/clean"
    shutil.copytree("content", clean, ignore=shutil.ignore_patterns(".niemyet"))
    with open(f"{clean}/data/waivers.csv", "a", encoding="utf-8") as f: # what is right, and told all the same
        f.writelines(f"NY097a,{r['code']},báo để biết,Giám đốc Trung tâm,2027-07-01\n" for r in Office(clean)["fields"].rows if r["sensitive"] == "1")
    n = failed = 0

    def report(ok, text, notes=()):
        nonlocal n, failed
        n += 1
        failed += not ok
        print(f"{'ok' if ok else 'not ok'} {n} - {text}")
        for note in notes if not ok else ():
            print(f"# {note}", file=sys.stderr)

    with open(f"{clean}/data/translations.csv", "w", encoding="utf-8") as f: # a text that a plant changes has none
        f.write("text,lang,translation\n")
    findings = check(clean)
    report(not findings, "the office is clean before", [json.dumps(f, ensure_ascii=False) for f in findings[:5]])
    bare = sorted(data_rules() ^ set(PLANTS))
    report(not bare, "each rule of the data has a defect to plant", bare)
    planted = found = 0
    for rule in sorted(PLANTS):
        for number, plant in enumerate(PLANTS[rule], 1):
            for turn in range(ROUNDS):
                folder = f"{TMP}/office"
                shutil.rmtree(folder, ignore_errors=True)
                shutil.copytree(clean, folder, ignore=shutil.ignore_patterns(".niemyet"))
                office = Office(folder)
                wanted = plant(office)
                want = {(rule, p) for p in places(office, wanted)}
                office.save()
                got = {(m["id"], place_of(m)) for m in check(folder)}
                planted += 1
                found += got == want
                report(got == want, f"{rule}.{number} planted, {turn + 1}",
                       [f"wanted {sorted(want)}", f"found {sorted(got)}"])
    print(f"1..{n}")
    print(f"# {len(PLANTS)} rules, {planted} defects planted, {found} reported at their place and nothing else")
    return 1 if failed else 0


sys.exit(main())
