#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Posting rules over the national catalogue: how many findings of each rule, how many of the
defects known of it, and which findings to look at by eye (docs/rules-measured.md).

    NIEMYET=build/release/niemyet NIEMYET_DATA=../shared/data tests/rules/lib/measure.py [RULE ...]

Both archives are imported and checked in a folder of its own. Without a RULE the two tables are
printed, with one the findings of its sample: SAMPLE of both catalogues, the seed is fixed."""
import collections
import glob
import json
import os
import random
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata

NIEMYET = os.path.abspath(os.environ.get("NIEMYET", "build/release/niemyet"))
DATA = os.environ.get("NIEMYET_DATA", "../shared/data")
DAY, SEED, SAMPLE = "2026-11-21", 4, 20
SETS = ("tthc-txt", "tthc-json")


def run(*args):
    return subprocess.run([NIEMYET, *args], capture_output=True, text=True, check=False).stdout


def findings_of(name, tmp):
    """What the rules of the data say of one archive, everything in it posted; what import says."""
    office = f"{tmp}/{name}-office"
    os.makedirs(f"{office}/data")
    with open(f"{office}/site.yml", "w", encoding="utf-8") as f:
        f.write("title: Danh mục quốc gia\nurl: https://danh-muc.example\ndemo: Dữ liệu để thử\n")
    with tarfile.open(f"{DATA}/{name}/{name}.tar.gz") as archive:
        archive.extractall(f"{tmp}/{name}", filter="data")
    told = run("import", "--lang", "en", "--regulations-are-public", "-C", office, f"{tmp}/{name}")
    out = run("check", "--data", "-C", office, "--date", DAY, "--format", "json")
    return [dict(json.loads(line), catalogue=name) for line in out.splitlines()], told


def table(found):
    count = collections.Counter((m["id"], m["catalogue"]) for m in found)
    for rule, level in sorted({(m["id"], m["level"]) for m in found}):
        print(f"| {rule} | {level} | " + " | ".join(f"{count[rule, name]:,}" for name in SETS) + " |")


def label(text, name):
    return re.search(rf"^{name}: *(.*?)\s*$", text, re.M)[1]


def small_amounts(text):
    return [a for a in re.findall(r"(?<![\d.,])(\d[\d.]*) VNĐ", text) if 0 < float(a.replace(".", "")) < 1000]


def in_records(folder):
    """The known defects as they stand in the text records, counted without the program."""
    n, names = collections.Counter(), collections.Counter()
    for path in glob.glob(f"{folder}/**/*.txt", recursive=True):
        with open(path, encoding="utf-8", newline="") as f:
            raw = f.read()
        text = unicodedata.normalize("NFC", raw)
        n["nfc"] += raw != text
        n["code"] += not re.fullmatch(r"\d\.\d{6}", label(text, "Mã thủ tục"))
        names[label(text, "Tên thủ tục"), label(text, "Cấp thực hiện")] += 1
        n["level"] += label(text, "Cấp thực hiện") == "Không có thông tin"
        n["deciding"] += label(text, "Cơ quan có thẩm quyền") == "Không có thông tin"
        n["executing"] += label(text, "Cơ quan thực hiện") == "Không có thông tin"
        n["limit"] += len(re.findall(r"Thời hạn giải quyết: *[\d.]*(?: *OTHER)? *$", text, re.M))
        n["amount"] += bool(small_amounts(text))
        n["district"] += bool(re.search(r"\bhuyện\b", text, re.I))
    n["name"] = sum(times for times in names.values() if times > 1)
    return n


def defects(found, told, folder):
    n = in_records(folder)
    here = [m for m in found if m["catalogue"] == "tthc-txt"]

    def objects(*rules):
        return len({m["object"] for m in here if m["id"] in rules})

    def findings(*rules):
        return sum(m["id"] in rules for m in here)

    small = {m["object"] for m in here if m["id"] == "NY074a"}
    nfc = re.search(r"([\d,.]+) +\S.*NFC", told)[1].replace(",", "").replace(".", "")
    for what, counted, given in (
            ("records not in NFC", n["nfc"], f"{int(nfc):,} (told by import)"),
            ("malformed codes", n["code"], f"{objects('NY002a'):,} (NY002a)"),
            ("procedures of one name and level", n["name"], f"{objects('NY001b'):,} (NY001b)"),
            ("ways without a limit, or `OTHER`", n["limit"], f"{findings('NY006', 'NY006b'):,} (NY006, NY006b)"),
            ("records with an amount below 1,000 đồng", n["amount"],
             f"{len(small):,} (NY074a), {objects('NY074'):,} in USD (NY074)"),
            ("no level", n["level"], f"{objects('NY100c'):,} (NY100c)"),
            ("no deciding agency", n["deciding"], f"{objects('NY009'):,} (NY009)"),
            ("no executing agency", n["executing"], f"{objects('NY009a'):,} (NY009a)"),
            ("records that say huyện", n["district"], f"{objects('NY100a', 'NY100b'):,} (NY100a, NY100b)")):
        print(f"| {what} | {counted:,} | {given} |")


def sample(found, rule):
    found = [m for m in found if m["id"] == rule]
    return random.Random(SEED).sample(found, min(SAMPLE, len(found)))


def main():
    rules = sys.argv[1:]
    with tempfile.TemporaryDirectory() as tmp:
        found, told = [], {}
        for name in SETS:
            of_set, told[name] = findings_of(name, tmp)
            found += of_set
        if not rules:
            table(found)
            print()
            defects(found, told["tthc-txt"], f"{tmp}/tthc-txt")
    for rule in rules:
        for m in sample(found, rule):
            print(f"{rule} {m['catalogue']} {m.get('file', '')}:{m.get('line', '')} {m['text']}")


if __name__ == "__main__":
    main()
