# SPDX-License-Identifier: MIT
# Figures of the demonstration office that were added up by hand from its two spreadsheets, by
# other means than ours, against what its pages post: month, quarter, half, nine months and
# year, one agency, one field, complaints, satisfaction, apologies. Where the spreadsheets
# change, add up again; never copy from the site.
import csv
import html
import os
import re

DEMO = os.environ["DEMO"] + "/thong-ke/"

# File of the page, agency, field, code, then numerator, denominator and what is printed.
RATES = [
    ("2026-11", "", "", "on_time_done", 2029, 2050, "98,98%"),
    ("2026-11", "", "", "on_time_766", 2137, 2161, "98,89%"),
    ("2026-11/so-y-te", "so-y-te", "", "on_time_done", 228, 233, "97,85%"),
    ("2026-11/phuong-my-tho", "phuong-my-tho", "", "satisfaction", 229, 240, "95,42%"),
    ("2026-q3", "", "", "online", 3558, 6012, "59,18%"),
    ("2026-q3", "", "", "on_time_766", 6073, 6122, "99,20%"),
    ("2026-q3", "", "chung-thuc", "on_time_done", 2725, 2742, "99,38%"),
    ("2025-q3", "", "", "apology_cover", 179, 190, "94,21%"),
    ("2026-6-thang-dau", "", "", "cashless", 5582, 7817, "71,41%"),
    ("2026-9-thang", "", "", "digit", 16734, 18162, "92,14%"),
    ("2025", "", "", "on_time_done", 24298, 24736, "98,23%"),
    ("2025", "", "", "pakn_on_time", 285, 287, "99,30%"),
    ("2026", "", "", "on_time_done", 22260, 22508, "98,90%"),
]

# In 2025 four agencies took over from four others in July; received is 106 carried into the
# year and 24757 new ones, and what was open in June is not counted again.
COUNTS = [
    ("2025", "", "", "recv_total", 106 + 24757),
    ("2025", "", "", "done_total", 24736),
    ("2025", "", "", "open_total", 127),
    ("2025", "", "", "pakn_received", 301),
    ("2026-11", "", "", "recv_total", 2161),
    ("2026-11/so-y-te", "so-y-te", "", "open_total", 18),
    ("2026-11/phuong-my-tho", "phuong-my-tho", "", "recv_total", 1201),
]

checks = 0


def check(name, got, wanted):
    global checks
    checks += 1
    print("ok" if got == wanted else "not ok", checks, "-", name)
    if got != wanted:
        print(f"# {name}: got {got}, by hand {wanted}")


def row(page, agency, field, code, filled):
    """The one row of that code with something in the column `filled`."""
    with open(DEMO + page + ".csv", encoding="utf-8-sig", newline="") as file:
        found = [r for r in csv.DictReader(file) if r[filled] and (r["agency_code"],
                 r["field_code"], r["code"], r["channel"]) == (agency, field, code, "")]
    return found[0] if len(found) == 1 else {}


def said(page):
    with open(DEMO + page + ".html", encoding="utf-8") as file:
        return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", file.read())))


for page, agency, field, code, num, den, percent in RATES:
    name = f"{page} {field or agency} {code}".replace("  ", " ")
    r = row(page, agency, field, code, "denominator")
    printed = "%d,%02d%%" % divmod((20000 * num + den) // (2 * den), 100)
    check(f"{name}: half up to two decimals", percent, printed)
    check(f"{name}: both counts", (r.get("numerator"), r.get("denominator")), (str(num), str(den)))
    check(f"{name}: the rate in the file", r.get("percent"), percent.rstrip("%").replace(",", "."))
    fraction = f"{num:,}/{den:,}".replace(",", ".")
    check(f"{name}: the page prints it with its fraction",
          f"{percent} {fraction}" in said("linh-vuc/" + field if field else page), True)
for page, agency, field, code, count in COUNTS:
    check(f"{page} {agency} {code}".replace("  ", " "),
          row(page, agency, field, code, "value").get("value"), str(count))
print(f"1..{checks}")
