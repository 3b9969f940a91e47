# SPDX-License-Identifier: MIT
"""Defects of statistics, targets, indices, dossiers past their day."""
import os

from plant import any_row, line_of, pick, plants, put


def more(row, by=1, /, *names):
    """A row's counts, each `by` more."""
    return {name: str(int(row[name]) + by) for name in names}


def whole_agency(r):
    return not r["field_code"]


SIMPLE = [
    ("NY081", any_row("dossier-stats", data_asof="")),
    ("NY087b", any_row("overdue-dossiers", lambda r: r["apology_sent"], extension_count="2")),
    ("NY092", any_row("targets", legal_doc="")),
    ("NY092b", any_row("targets", scope="khong-co-co-quan-nay")),
    ("NY093", any_row("index-scores", lambda r: r["index_code"] == "SIPAS", score="101")),
    ("NY094", any_row("dossier-stats", adjusted_count="3", adjusted_reason="")),
    ("NY095", any_row("commitments", text="Khi cần, hỏi bà Nguyễn Thị Hoa.")),
]
for simple_rule, simple_plant in SIMPLE:
    plants(simple_rule)(simple_plant)


def count(rule, condition, *names, by=1):
    """A defect: counts of a row of the form, `by` more than they were."""
    @plants(rule)
    def plant(o):
        row = pick.choice([r for r in o["dossier-stats"].rows if condition(r)])
        return put(o["dossier-stats"], row, **more(row, by, *names))
    return plant


count("NY082", lambda r: True, "done_early")
# what the fields come to is not what their agency says; the row itself adds up
count("NY082b", whole_agency, "recv_total", "recv_online", "done_total", "done_early")
count("NY087", lambda r: r["apology_sent"], "apology_sent", by=1000)


@plants("NY082a")
def part_exceeds(o):
    part, whole = pick.choice([("returned", "done_total"), ("digit_done", "digit_due"), ("docs_signed", "docs_issued"),
                               ("results_digital", "results_issued"), ("paid_online", "fee_dossiers")])
    row = pick.choice([r for r in o["dossier-stats"].rows if r[part] and r[whole]])
    return put(o["dossier-stats"], row, **{part: str(int(row[whole]) + 1)})


@plants("NY082c")
def quarter_differs(o):
    months = [r for r in o["dossier-stats"].rows if r["agency_code"] == "so-y-te" and whole_agency(r)
              and r["year"] == "2026" and r["n"] in ("1", "2", "3")]
    assert len(months) == 3
    row = {"agency_code": "so-y-te", "period_kind": "QUARTER", "year": "2026", "n": "1",
           "recv_total": str(sum(int(m["recv_total"]) - int(m["carried_over"]) for m in months)
                             + int(months[0]["carried_over"]) + 1),
           "data_asof": "2026-03-15", "source_system": months[0]["source_system"]}
    o["dossier-stats"].rows.append(row)
    return o["dossier-stats"], row


@plants("NY083")
def carried_over_differs(o):
    """One dossier more carried over, one less received: in a field and in its agency."""
    table = o["dossier-stats"]
    field = pick.choice([r for r in table.rows if r["field_code"] and r["year"] == "2026"
                         and int(r["recv_online"]) > int(r["reuse_done"] or 0) + 1])
    of_agency = next(r for r in table.rows if whole_agency(r)
                     and all(r[c] == field[c] for c in ("agency_code", "period_kind", "year", "n")))
    for row in (field, of_agency):
        put(table, row, **more(row, 1, "carried_over"), **more(row, -1, "recv_online"))
    return [(table, field), (table, of_agency)]


@plants("NY084")
def typed_rate(o):
    path = "pages/bao-cao/2026-11.md"
    text = o.read(path).rstrip("\n") + "\n\nTỷ lệ đúng hạn là 97,5% số hồ sơ.\n"
    o.write(path, text)
    return path, text.count("\n")


def has_fraction(r):
    return r["num"] and r["den"] and r["percent"]


@plants("NY084a")
def percent_off(o):
    row = pick.choice([r for r in o["index-scores"].rows if has_fraction(r)])
    return put(o["index-scores"], row, percent=str(round(float(row["percent"]) - 0.5, 2)))


@plants("NY084b")
def points_off(o):
    row = pick.choice([r for r in o["index-scores"].rows if has_fraction(r)])
    return put(o["index-scores"], row, num=str(int(row["num"]) // 2), percent="")


def newest(o):
    return max((int(r["year"]), int(r["n"])) for r in o["dossier-stats"].rows)


def of_month(row, month):
    return (int(row["year"]), int(row["n"])) == month


@plants("NY087a")
def apologies_unknown(o):
    month = newest(o)
    row = pick.choice([r for r in o["dossier-stats"].rows if whole_agency(r) and of_month(r, month)
                       and int(r["done_late"]) + int(r["open_overdue"]) > 0])
    for r in o["dossier-stats"].rows:
        if r["agency_code"] == row["agency_code"] and of_month(r, month):
            r["apology_sent"] = ""
    return o["dossier-stats"], row


@plants("NY089")
def weights_of_766(o):
    parts = [r for r in o["index-components"].rows if r["index_code"] == "766" and r["component"]]
    row = pick.choice(parts)
    put(o["index-components"], row, **more(row, 1, "scale_max"))
    return o["index-components"], parts[0]


@plants("NY090")
def complaints(o):
    row = pick.choice(o["pakn-stats"].rows)
    return put(o["pakn-stats"], row, **more(row, 1, "open"))


@plants("NY091")
def month_missing(o):
    table = o["dossier-stats"]
    agency = pick.choice(sorted({r["agency_code"] for r in table.rows if of_month(r, newest(o))}))
    n = str(pick.randrange(2, 9))
    table.rows = [r for r in table.rows if (r["agency_code"], r["year"], r["n"]) != (agency, "2026", n)]
    return table, next(r for r in table.rows if r["agency_code"] == agency and whole_agency(r)
                       and of_month(r, newest(o)))


@plants("NY091a")
def not_closed(o):
    year, n = newest(o)
    row = dict(pick.choice([r for r in o["pakn-stats"].rows if of_month(r, (year, n))]), n=str(n + 1))
    o["pakn-stats"].rows.append(row)
    return o["pakn-stats"], row


@plants("NY091b")
def too_old(o):
    """No figures of the last two months, nor the report of the last one."""
    for _ in range(2):
        month = newest(o)
        for name in ("dossier-stats", "pakn-stats"):
            o[name].rows = [r for r in o[name].rows if not of_month(r, month)]
    os.remove(f"{o.folder}/pages/bao-cao/2026-11.md")
    return o["dossier-stats"], next(r for r in o["dossier-stats"].rows if of_month(r, newest(o)))


@plants("NY091c")
def no_such_period(o):
    row = dict(pick.choice(o["pakn-stats"].rows), period_kind="QUARTER", n="7")
    o["pakn-stats"].rows.append(row)
    return o["pakn-stats"], row


@plants("NY092a")
def no_target(o):
    table = o["targets"]
    row = pick.choice([r for r in table.rows if r["year"] == "2025"])
    table.rows = [r for r in table.rows if (r["indicator"], r["year"]) != (row["indicator"], "2026")]
    return table, row


@plants("NY093a")
def no_publisher(o):
    row = pick.choice([r for r in o["index-components"].rows if not r["component"]])
    put(o["index-components"], row, publisher="")
    return o["index-scores"], next(r for r in o["index-scores"].rows if r["index_code"] == row["index_code"])


@plants("NY093b")
def sum_of_components(o):
    row = pick.choice([r for r in o["index-scores"].rows if r["index_code"] == "766" and not r["component"]])
    return put(o["index-scores"], row, score=str(round(float(row["score"]) - 1, 2)))


@plants("NY096")
def codes_in_full(o):
    o.write("site.yml", o.read("site.yml").rstrip("\n") + "\noverdue:\n  codes: full\n")
    return "site.yml", line_of(o, "  codes: full")


@plants("NY097")
def sensitive_field_is_not_marked(o):
    row = pick.choice([r for r in o["fields"].rows if r["code"] in ("ho-tich", "kham-chua-benh")])
    return put(o["fields"], row, sensitive="")


@plants("NY097a")
def field_with_small_counts_is_sensitive(o):
    small = {r["field_code"] for r in o["dossier-stats"].rows if "1" in (r["done_late"], r["open_overdue"])}
    row = pick.choice([r for r in o["fields"].rows if r["code"] in small and r["sensitive"] != "1"])
    return put(o["fields"], row, sensitive="1")
