# SPDX-License-Identifier: MIT
"""Defects of days: what was posted, entered, corrected or announced too late."""
from plant import article, pick, plants, put
from plants_procedures import rename


@plants("NY025")
def late(o):
    p = o.posted(lambda p: p["posted_since"] and any(r["code"] == p["code"] and r["decision_no"] == "9901/QĐ-UBND"
                                                     for r in o["postings"].rows))
    first = min(q["posted_since"] for q in o["procedures"].rows if q["posted_since"])
    if first > "2026-10-12": # the board must have been there
        next(q for q in o.all_posted() if q is not p)["posted_since"] = "2026-10-01"
    o.forget_ledger()
    return put(o["procedures"], p, posted_since="2026-11-15")


@plants("NY026")
def short_notice(o):
    return article(o, "kind: INFO\nposted_from: 2026-11-01\nposted_to: 2026-11-10\n", "Nghỉ."), 1


@plants("NY025")
def not_yet_posted(o):
    """In force for five days, and in no line of the ledger."""
    return put(*rename(o, "2.777777"), valid_from="2026-11-16")


@plants("NY023")
def decision_late(o):
    d = pick.choice([d for d in o["decisions"].rows if d["legal_rank"] == "PROVINCE"])
    return put(o["decisions"], d, law_effective_from="2026-10-09", db_published=d["signed"])


@plants("NY024")
def database_late(o):
    d = pick.choice([d for d in o["decisions"].rows if d["legal_rank"] == "PROVINCE" and d["signed"] == "2026-10-05"])
    return put(o["decisions"], d, db_published="2026-10-13")


@plants("NY025a")
def document_late(o):
    return article(o, "kind: INFO\ndoc_date: 2026-11-13\nposted_from: 2026-11-21\n", "Văn bản."), 1


@plants("NY048")
def correction_late(o):
    return article(o, "kind: CORRECTION\nreported: 2026-11-01\nposted_from: 2026-11-17\n", "Đính chính."), 1


@plants("NY048")
def correction_forgotten(o):
    return article(o, "kind: CORRECTION\nreported: 2026-11-01\ndraft: true\n", "Đính chính."), 1


@plants("NY054")
def no_rating(o):
    o.write("site.yml", "\n".join(l for l in o.read("site.yml").split("\n") if not l.startswith("rating:")))
    return "site.yml", 1


@plants("NY058")
def outage_late(o):
    return article(o, "kind: OUTAGE\nposted_from: 2026-11-19\nstarts: 2026-11-27\nends: 2026-11-27\n", "Tạm dừng."), 1


@plants("NY058a")
def outage_without_end(o):
    return article(o, "kind: OUTAGE\nposted_from: 2026-11-19\nstarts: 2026-12-27\n", "Tạm dừng."), 1


@plants("NY101c")
def address_to_nowhere(o):
    """An agency that has gone since the board is there, with no successor."""
    agencies = o["agencies"]
    row = dict(pick.choice([a for a in agencies.rows if a["kind"] == "DEPARTMENT"]), code="so-da-giai-the",
               name="Sở Thử nghiệm", valid_from="2026-01-01", valid_to="2026-11-10", succeeds="")
    agencies.rows.append(row)
    return agencies, row
