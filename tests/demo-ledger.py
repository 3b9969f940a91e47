# SPDX-License-Identifier: MIT
# Makes content/ledger.csv anew: publishes the demonstration office in four steps on fixed
# days, each from a copy of content/ in which something is still as it was before. Run from the
# top of the repository after a change of the data or of the record:
#
#   NIEMYET=build/release/niemyet python3 tests/demo-ledger.py
import calendar
import csv
import glob
import os
import shutil
import subprocess
import tempfile
import time

NIEMYET = os.path.abspath(os.environ.get("NIEMYET", "build/release/niemyet"))
LATE = {"1.013862"}                              # announced with the fourth publication
GUIDES = {"1.001432", "1.004614", "1.004628"}    # the fees that the correction is about


def edit(folder, change):
    """Runs change(file name, row) over all rows of data/; a row becomes the rows that it gives."""
    for path in glob.glob(f"{folder}/data/*.csv"):
        with open(path, encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        kept = [new for row in rows for new in change(os.path.basename(path), row)]
        if kept != rows:
            with open(path, "w", encoding="utf-8", newline="") as file:
                out = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
                out.writeheader()
                out.writerows(kept)


def not_yet_announced(name, row):
    return [] if row.get("code") in LATE and name != "decision-items.csv" else [row]


def end_of_reduction_forgotten(name, row):
    if name != "fees.csv" or row["code"] not in GUIDES:
        return [row]
    return [] if row["valid_from"] == "2027-01-01" else [row | {"valid_to": ""}]


def abolished_too_late(name, row):
    """The decision that abolishes 2.000986 had not been typed in yet."""
    code = row.get("code")
    if name == "decision-items.csv" and code == "2.000986":
        return [] if row["change_kind"] == "ABOLISHED" else [row]
    if name == "decisions.csv" and row["no"] == "QĐ/0001-BTP":
        return [row | {k: row[k] or "2024-01-01" for k in ("signed", "effective_from")}]
    if name == "procedures.csv" and code == "2.000986":
        return [row | {"valid_to": "2026-10-13", "change_kind": "STANDARDISED"}]
    if name == "postings.csv" and code == "1.001193":
        return [row, row | {"code": "2.000986", "decision_no": "QĐ/0001-BTP"}]
    return [row]


def as_of(day):
    """No row says that it was looked at on a day that had not come."""
    def change(name, row):
        late = {k: day for k in ("data_date", "posted_since") if row.get(k, "") > day}
        return [row | late]
    return change


STEPS = [
    ("2026-10-12 06:40", [not_yet_announced, end_of_reduction_forgotten, abolished_too_late]),
    ("2026-10-12 16:20", [not_yet_announced, end_of_reduction_forgotten]),
    ("2026-11-10 09:05", [not_yet_announced]),
    ("2026-11-16 10:30", []),
]


def publish(moment, changes, work, ledger):
    office = os.path.join(work, "office")
    shutil.rmtree(office, ignore_errors=True)
    shutil.copytree("content", office, ignore=shutil.ignore_patterns(".niemyet", "site", "ledger.csv"))
    for change in [*changes, as_of(moment[:10])]:
        edit(office, change)
    if os.path.exists(ledger):
        shutil.copy(ledger, office)
    seconds = calendar.timegm(time.strptime(moment, "%Y-%m-%d %H:%M")) - 7 * 3600
    subprocess.run([NIEMYET, "-C", office, "publish", os.path.join(work, "site"), "--yes", "--lang", "en"],
                   env=os.environ | {"SOURCE_DATE_EPOCH": str(seconds)}, check=True)
    shutil.copy(os.path.join(office, "ledger.csv"), ledger)


def main():
    with tempfile.TemporaryDirectory() as work:
        ledger = os.path.join(work, "ledger.csv")
        for moment, changes in STEPS:
            publish(moment, changes, work, ledger)
        shutil.copy(ledger, "content/ledger.csv")


main()
