#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Planted defects: the demonstration office, which keeps all rules, gets one defect of a kind at
a random row; the rule of that kind must report it at its file and line, and no other rule
anything. Each kind is planted ROUNDS times, at other rows; the seed is fixed."""
import csv
import json
import os
import random
import shutil
import subprocess
import sys

NIEMYET = os.environ["NIEMYET"]
TMP = os.environ["TEST_TMP"]
DAY = "2026-11-21"
ROUNDS = int(os.environ.get("ROUNDS", "1"))
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


def pays(r):
    return bool(r["amount_vnd"]) and r["amount_vnd"] != "0" and in_force(r)


def in_force(r):
    return (r["valid_from"] or "0") <= DAY < (r["valid_to"] or "9")


def is_bare_paper(r):
    return r.get("kind", "PAPER") in ("", "PAPER") and not r.get("note") and not r.get("from_data")


def says_no_cut(r):
    return bool(r["time_limit_value"]) and "giảm" not in (r.get("note") or "") + (r["time_limit_text"] or "")


NO_LIMIT = {"time_limit_value": "", "time_limit_unit": "", "time_limit_statutory_value": ""}
SIMPLE = [
    ("NY003", cell("procedures", steps_md="Không có thông tin")),
    ("NY005a", cell("procedures", sets_qty="")),
    ("NY005b", part("components", is_bare_paper, original_qty="0", copy_qty="0")),
    ("NY006a", part("methods", **NO_LIMIT, time_limit_text="Không quá 15 làm việc")),
    ("NY007", part("methods", says_no_cut, time_limit_statutory_value="0.5")),
    ("NY007a", part("methods", **dict(NO_LIMIT, time_limit_value="5", time_limit_unit="DAY"),
                    time_limit_text="cắt giảm 2/10 ngày, tỷ lệ 20%")),
    ("NY009", cell("procedures", deciding_agency="")),
    ("NY010", cell("procedures", requirements_md="", requirements_none="")),
    ("NY012b", part("legal-bases", number="12/2062/NĐ-CP", issued="")),
    ("NY012b", part("legal-bases", number="12/2020/NĐ-CP", issued="2021-02-02")),
    ("NY013", part("components", lambda r: r["form_ref"], form_ref="mau-khong-co")),
    ("NY013c", any_row("forms", path="bieu-mau/anh-chup.jpg")),
    ("NY014b", any_row("reception-points", in_force, address="")),
    ("NY015", cell("procedures", boundary_scope="")),
    ("NY017a", any_row("decisions", lambda d: "0" < d["effective_from"] < DAY, signed="2026-11-20")),
    ("NY021a", any_row("procedures", lambda p: p["valid_to"], successor_code="1.888888")),
    ("NY038", cell("procedures", field_code="")),
    ("NY042", any_row("pakn-contacts", email="")),
    ("NY042a", any_row("pakn-contacts", phone="xem bảng tin")),
    ("NY044", any_row("channels", lambda r: r["kind"] == "HOTLINE", hours="")),
    ("NY045a", any_row("people", lambda r: r["public"] == "1", title="")),
    ("NY050a", cell("procedures", portal_url="http://dich-vu-cong.example/x")),
    ("NY051a", cell("procedures", online_level="")),
    ("NY051c", cell("procedures", summary="Nộp qua dịch vụ công trực tuyến mức độ 3.")),
    ("NY052", cell("procedures", portal_url="https://dichvucong.gov.vn/x?ma=1.999999")),
    ("NY067", cell("procedures", description_md="Tải mẫu [tại đây](phan-anh.html).")),
    ("NY069", cell("procedures", summary="Thñ tôc hµnh chÝnh vÒ ®Êt ®ai")),
    ("NY069", cell("procedures", summary="Quyét định cia Bộ trưởng về viéc công bố")),
    ("NY069", cell("procedures", summary="ThÃ´ng tÆ° vá» lá» phÃ­")),
    ("NY069a", cell("procedures", summary="Dang ky va cap giay chung nhan")),
    ("NY070", part("methods", note="Gửi bưu điện mất 30,000 đồng.")),
    ("NY071a", part("fees", pays, amount_vnd="0", note="")),
    ("NY073", part("fees", pays, type="")),
    ("NY073a", part("fees", pays, name="Lệ phí thử", type="PHI")),
    ("NY074", part("fees", pays, amount_vnd="", formula="20 một hồ sơ", currency="USD", currency_basis="")),
    ("NY074a", part("fees", pays, amount_vnd="30")),
    ("NY075", part("fee-reliefs", in_force, legal_doc="")),
    ("NY076", part("fees", pays, legal_doc="Thông tư số 277/2016/TT-BTC")),
    ("NY078", part("fees", pays, valid_to="2026-12-05")),
    ("NY078a", part("fee-reliefs", legal_doc="Nghị quyết số 66.22/2026/NQ-CP", valid_from="", valid_to="")),
    ("NY080", part("fees", lambda r: pays(r) and "ONLINE" in r["payment_methods"] and r["channel"] == "ONLINE",
                   payment_methods="CASH")),
    ("NY080a", part("fees", pays, payment_methods="CASH ONLINE MOMO")),
    ("NY095a", cell("procedures", summary="Ví dụ của ông Trần Văn Bình, phường Mỹ Tho.")),
    ("NY095a", part("components", note="Mẫu điền sẵn: 079203001234")),
    ("NY098", any_row("people", lambda r: r["public"] == "1", phone="0987 654 321")),
    ("NY100", cell("procedures", level="HUYEN")),
    ("NY100a", cell("procedures", coordinating_agency="Phòng Tư pháp huyện")),
    ("NY100b", part("methods", note="Nộp tại Ủy ban nhân dân quận, thị xã.")),
    ("NY101a", cell("procedures", coordinating_agency="Sở Y tế tỉnh Tiền Giang")),
    ("NY104", cell("procedures", data_date="")),
    ("NY104a", cell("procedures", data_date="2027-01-15")),
    ("NY106", cell("procedures", executing_agency="Không có thông tin")),
    ("NY106", part("results", name="Đang cập nhật")),
    ("NY008", drop("subjects")),
    ("NY011", drop("results", lambda o, p: not p.get("result_none") and not p.get("result_md"))),
    ("NY012", drop("legal-bases")),
    ("NY071", drop("fees", lambda o, p: not p["fee_none"] and not o.parts("fee-tiers", p)
                   and not o.parts("fee-reliefs", p))),
]
for simple_rule, simple_plant in SIMPLE:
    PLANTS.setdefault(simple_rule, []).append(simple_plant)


def without_limit(o, **cells):
    """The limit of a case would stand for that of the way."""
    cases = {c["code"] for c in o["dossier-cases"].rows}
    row = o.part("methods", lambda r: not r.get("note") and r["code"] not in cases)
    return put(o["methods"], row, **NO_LIMIT, time_limit_text="", **cells)


@plants("NY006")
def no_limit(o):
    return without_limit(o)


@plants("NY006b")
def limit_in_note(o):
    return without_limit(o, note="Trả sau 05 ngày làm việc")


@plants("NY012a")
def superseded(o):
    def plain(r):
        return not any("118/2025" in x["number"] + x["title"] for x in o["legal-bases"].rows if x["code"] == r["code"])
    return put(o["legal-bases"], o.part("legal-bases", plain), number="61/2018/NĐ-CP", issued="")


@plants("NY013a")
def form_in_words(o):
    row = o.part("components", lambda r: is_bare_paper(r) and not r["form_ref"])
    return put(o["components"], row, name="Đơn đề nghị theo Mẫu số 07")


@plants("NY013b")
def no_file(o):
    ref = o.part("components", lambda r: r["form_ref"])["form_ref"]
    return put(o["forms"], next(f for f in o["forms"].rows if f["ref"] == ref), path="")


@plants("NY016")
def demanding(o):
    return put(o["postings"], posting(o), local_note_md="Người dân phải nộp thêm bản photo có chứng thực.")


@plants("NY017b")
def unknown_decision(o):
    return put(o["postings"], posting(o, lambda r: r["decision_no"]), decision_no="01779/QĐ-KHONG")


@plants("NY051")
def partial(o):
    p = o.posted(lambda p: p["online_level"] == "FULL")
    return put(o["procedures"], p, online_level="PARTIAL", partial_reason="")


@plants("NY095a")
def phone_in_note(o):
    return put(o["postings"], posting(o), local_note_md="Hỏi cán bộ trực, số 0912.345.678.")


@plants("NY101")
def closed_place(o):
    return put(o["postings"], posting(o, lambda r: r["point_code"]), point_code="cao-lanh-cu")


def posting(o, *conditions):
    p = o.posted()
    while True:
        rows = [r for r in o["postings"].rows if r["code"] == p["code"] and in_force(r)
                and all(c(r) for c in conditions)]
        if rows:
            return pick.choice(rows)
        p = o.posted()


@plants("NY001")
def name_cut(o):
    p = o.posted(lambda p: len(p["name"]) > 40)
    short = p["name"][:30].rstrip() + "..."
    for i in o["decision-items"].rows: # the list of the decision was copied with the same mistake
        if i["code"] == p["code"]:
            i["name"] = short
    return put(o["procedures"], p, name=short)


@plants("NY001a")
def name_other(o):
    items = {i["code"] for i in o["decision-items"].rows if i["name"] and i["change_kind"] != "ABOLISHED"}
    p = o.posted(lambda p: p["code"] in items)
    return put(o["procedures"], p, name=p["name"] + " khác")


@plants("NY001b")
def name_twice(o):
    p = o.posted()
    q = o.posted(lambda q: q["code"] != p["code"] and q["level"] == p["level"])
    for i in o["decision-items"].rows:
        if i["code"] == q["code"]:
            i["name"] = p["name"]
    q["name"] = p["name"]
    return [(o["procedures"], p), (o["procedures"], q)]


@plants("NY004")
def no_way(o):
    p = o.posted(lambda p: not o.parts("dossier-cases", p))
    o["methods"].rows = [r for r in o["methods"].rows if r not in o.parts("methods", p)]
    return o["procedures"], p


@plants("NY004a")
def way_twice(o):
    row = o.part("methods")
    again = dict(row, position="90", time_limit_value="99", time_limit_unit="DAY", time_limit_statutory_value="")
    o["methods"].rows.append(again)
    return o["methods"], again


@plants("NY005")
def no_papers(o):
    p = o.posted(lambda p: not p.get("dossier_none") and not o.parts("dossier-cases", p) and
                 (p["forms_none"] == "1"))
    o["components"].rows = [r for r in o["components"].rows if r not in o.parts("components", p)]
    return o["procedures"], p


@plants("NY005c")
def empty_case(o):
    p = o.posted(lambda p: o.parts("dossier-cases", p) and
                 all(c.get("case_position") for c in o.parts("components", p)))
    row = dict(o.parts("dossier-cases", p)[0], position="80", name="Trường hợp thêm")
    o["dossier-cases"].rows.append(row)
    return o["dossier-cases"], row


@plants("NY010a")
def forms_forgotten(o):
    return put(o["procedures"], o.posted(lambda p: p["forms_none"] == "1"), forms_none="")


@plants("NY010b")
def none_and_some(o):
    p = o.posted(lambda p: any(r["form_ref"] for r in o.parts("components", p)))
    return put(o["procedures"], p, forms_none="1")


@plants("NY018")
def not_announced(o):
    p = o.posted()
    lists = {i["decision_no"] for i in o["decision-items"].rows if i["code"] == p["code"]}
    o["decision-items"].rows = [i for i in o["decision-items"].rows if i["code"] != p["code"]]
    for no in lists: # a list that has lost its last line says nothing any more
        if all(i["decision_no"] != no for i in o["decision-items"].rows):
            o["decision-items"].rows.append({"decision_no": no, "position": "1", "code": other(o, p), "name": ""})
    return o["procedures"], p


def other(o, p):
    return o.posted(lambda q: q["code"] != p["code"])["code"]


@plants("NY021")
def abolished(o):
    p = o.posted(lambda p: not p["valid_from"] or p["valid_from"] < "2026-11-01")
    o["decisions"].rows.append({"no": "9999/QĐ-UBND", "title": "Bãi bỏ", "issuer": "Chủ tịch", "signed": "2026-11-02",
                                "effective_from": "2026-11-10", "legal_rank": "PROVINCE"})
    o["decision-items"].rows.append({"decision_no": "9999/QĐ-UBND", "position": "1", "code": p["code"],
                                     "change_kind": "ABOLISHED"})
    return o["procedures"], p


@plants("NY028")
def forgotten(o):
    row = {"decision_no": "9901/QĐ-UBND", "position": "90", "code": "1.888888", "name": "Thủ tục bị quên"}
    o["decision-items"].rows.append(row)
    return o["decision-items"], row


@plants("NY028a")
def unknown(o):
    row = dict(pick.choice(o["life-event-procedures"].rows), code="1.888888")
    o["life-event-procedures"].rows.append(row)
    return o["life-event-procedures"], row


@plants("NY051b")
def no_online_way(o):
    p = o.posted(lambda p: p["online_level"] != "NONE" and len(o.parts("methods", p)) > 1
                 and not any(f.get("channel") == "ONLINE" for f in o.parts("fees", p)))
    o["methods"].rows = [r for r in o["methods"].rows if r not in o.parts("methods", p) or r["channel"] != "ONLINE"]
    return o["procedures"], p


@plants("NY072")
def item_missing(o):
    row = o.part("fees", pays)
    return put(o["fees"], row, **{pick.choice(["payer", "exemptions", "reductions", "legal_doc"]): ""})


@plants("NY077")
def fee_ended(o):
    while True:
        row = o.part("fees", pays)
        rest = [f for f in o["fees"].rows if f["code"] == row["code"] and f is not row and not f["valid_to"]
                and f["name"] != row["name"]]
        if rest and not any(r["code"] == row["code"] for r in o["fee-reliefs"].rows):
            return put(o["fees"], row, valid_to="2026-11-01")


@plants("NY079")
def tier_broken(o):
    row = o["fee-tiers"].rows[-1] # one in the middle would break two joints
    return put(o["fee-tiers"], row, base_vnd=str(int(row["base_vnd"]) + 1000))


def rename(o, code):
    """The code of a posted procedure with one version, everywhere; it keeps its links."""
    versions = [p["code"] for p in o["procedures"].rows]
    p = o.posted(lambda p: versions.count(p["code"]) == 1)
    old = p["code"]
    for name in sorted(os.listdir(f"{o.folder}/data")):
        for row in o[name[:-4]].rows:
            for column in ("code", "successor_code", "new"):
                if row.get(column) == old:
                    row[column] = code
    return o["procedures"], p


def forget_ledger(o):
    """Where it knows better than the defect."""
    os.remove(f"{o.folder}/ledger.csv")


@plants("NY002a")
def odd_code(o):
    forget_ledger(o)
    return rename(o, "1.0133611")


@plants("NY019")
def internal_code(o):
    forget_ledger(o)
    return rename(o, "5.000119")


@plants("NY002")
def one_code_twice(o):
    p = dict(o.posted(), name="Thủ tục khác hẳn")
    p["code"] += ".H20"
    o["procedures"].rows.append(p)
    return o["procedures"], p


@plants("NY014")
def no_place(o):
    p = o.posted()
    o["postings"].rows = [r for r in o["postings"].rows if r["code"] != p["code"]]
    own = o["decisions"].rows # what the posting's decision gave, the procedure's own has to give now
    for d in own:
        if d["no"] == p["decision_no"]:
            d.update(signed="2025-01-01", effective_from="2025-02-01")
    return o["procedures"], p


@plants("NY014a")
def no_phone(o):
    r = pick.choice([r for r in o["reception-points"].rows if in_force(r)])
    for a in o["agencies"].rows:
        if a["code"] == r["agency_code"]:
            a["phone"] = ""
    wanted = [(o["reception-points"], x) for x in o["reception-points"].rows
              if x["agency_code"] == r["agency_code"] and in_force(x)]
    for _, x in wanted:
        x["phone"] = ""
    return wanted


@plants("NY017")
def half_a_decision(o):
    p = o.posted(lambda p: sum(i["code"] == p["code"] for i in o["decision-items"].rows) > 0)
    named = {p["decision_no"]} | {r["decision_no"] for r in o["postings"].rows if r["code"] == p["code"]}
    for d in o["decisions"].rows:
        if d["no"] in named:
            d["issuer"] = ""
    bad = {d["no"] for d in o["decisions"].rows if not d["issuer"] or not d["signed"] or not d["effective_from"]}
    given = {}
    for r in o["postings"].rows:
        if in_force(r) and r["decision_no"]:
            given.setdefault(r["code"], set()).add(r["decision_no"])
    return [(o["procedures"], q) for q in o.all_posted()
            if {q["decision_no"]} | given.get(q["code"], set()) <= bad | {""}]


@plants("NY019a")
def internal_event(o):
    codes = [p["code"] for p in o["procedures"].rows]
    row = pick.choice([r for r in o["life-event-procedures"].rows if codes.count(r["code"]) == 1])
    wanted = []
    for p in o["procedures"].rows:
        if p["code"] == row["code"]:
            p["kind"] = "INTERNAL"
    for name in ("life-event-procedures", "service-model-procedures"):
        wanted += [(o[name], r) for r in o[name].rows if r["code"] == row["code"]]
    return wanted


@plants("NY020a")
def future_decision(o):
    no = posting(o, lambda r: r["decision_no"])["decision_no"]
    for d in o["decisions"].rows:
        if d["no"] == no:
            d["effective_from"] = "2027-05-01"
    codes = {p["code"] for p in o["procedures"].rows}
    return ([(o["postings"], r) for r in o["postings"].rows if r["decision_no"] == no and r["code"] in codes and in_force(r)]
            + [(o["procedures"], p) for p in o.all_posted() if p["decision_no"] == no])


@plants("NY025")
def late(o):
    p = o.posted(lambda p: p["posted_since"] and any(r["code"] == p["code"] and r["decision_no"] == "9901/QĐ-UBND"
                                                     for r in o["postings"].rows))
    first = min(q["posted_since"] for q in o["procedures"].rows if q["posted_since"])
    if first > "2026-10-12": # the board must have been there
        next(q for q in o.all_posted() if q is not p)["posted_since"] = "2026-10-01"
    forget_ledger(o)
    return put(o["procedures"], p, posted_since="2026-11-15")


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


@plants("NY045")
def nobody(o):
    for r in o["people"].rows:
        if r["agency_code"] == "ttpvhcc":
            r["public"] = "0"
    return "site.yml", line_of(o, "agency:")


@plants("NY102")
def old_label(o):
    row = pick.choice([r for r in o["reception-points"].rows if in_force(r)])
    return put(o["reception-points"], row, name="Bộ phận Tiếp nhận và Trả kết quả phường")


@plants("NY103")
def commune(o):
    for r in o["postings"].rows:
        if r["agency_code"] == "phuong-my-tho":
            r["agency_code"] = "xa-thap-muoi"
    seen = set() # one line for each procedure, agency and place
    o["postings"].rows = [r for r in o["postings"].rows
                          if (k := (r["code"], r["agency_code"], r["point_code"], r["valid_from"])) not in seen
                          and not seen.add(k)]
    o.write("site.yml", o.read("site.yml").replace("agency: ttpvhcc", "agency: phuong-my-tho"))
    return "site.yml", line_of(o, "agency:")


def article(o, front, body):
    text = f"---\ntitle: Thông báo thử\n{front}---\n\n{body}\n"
    o.write("pages/thong-bao/thu.md", text)
    return "pages/thong-bao/thu.md"


@plants("NY026")
def short_notice(o):
    return article(o, "kind: INFO\nposted_from: 2026-11-01\nposted_to: 2026-11-10\n", "Nghỉ."), 1


@plants("NY058")
def outage_late(o):
    return article(o, "kind: OUTAGE\nposted_from: 2026-11-19\nstarts: 2026-11-27\nends: 2026-11-27\n", "Tạm dừng."), 1


@plants("NY058a")
def outage_without_end(o):
    return article(o, "kind: OUTAGE\nposted_from: 2026-11-19\nstarts: 2026-12-27\n", "Tạm dừng."), 1


@plants("NY067")
def vague_in_article(o):
    gap = pick.randrange(1, 9)
    return article(o, "", "Một dòng.\n\n" * gap + "Xem [tại đây](phan-anh.html)."), 5 + 2 * gap


@plants("NY095a")
def person_in_article(o):
    gap = pick.randrange(1, 9)
    return article(o, "", "Một dòng.\n\n" * gap + "Gửi bà Lê Thị Hoa, thư hoa.le@gmail.com."), 5 + 2 * gap


@plants("NY041")
def no_contact(o):
    o["pakn-contacts"].rows = [r for r in o["pakn-contacts"].rows if r["agency_code"] != "ttpvhcc"]
    return "site.yml", line_of(o, "agency:")


@plants("NY049")
def no_address(o):
    o.write("site.yml", "\n".join(l for l in o.read("site.yml").split("\n") if not l.startswith("url:")))
    return "", 0


@plants("NY049a")
def foreign_address(o):
    o.write("site.yml", "\n".join(l for l in o.read("site.yml").split("\n") if not l.startswith("demo:")))
    return "site.yml", line_of(o, "url:")


def line_of(o, start):
    return next(i for i, l in enumerate(o.read("site.yml").split("\n"), 1) if l.startswith(start))


def places(o, found):
    """file:line of what a plant returned."""
    if isinstance(found[0], str):
        return {f"{found[0]}:{found[1]}" if found[0] else ""}
    pairs = found if isinstance(found, list) else [found]
    return {f"data/{os.path.basename(t.path)}:{t.line(r)}" for t, r in pairs}


def check(folder):
    out = subprocess.run([NIEMYET, "check", "--data", "-C", folder, "--date", DAY, "--format", "json"],
                         stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False).stdout
    return [json.loads(line) for line in out.splitlines()]


def place_of(m):
    return f"{m['file']}:{m['line']}" if m.get("file") else ""


def main():
    clean = f"{TMP}/clean"
    shutil.copytree("content", clean, ignore=shutil.ignore_patterns(".niemyet"))
    n = failed = 0

    def report(ok, text, notes=()):
        nonlocal n, failed
        n += 1
        failed += not ok
        print(f"{'ok' if ok else 'not ok'} {n} - {text}")
        for note in notes if not ok else ():
            print(f"# {note}", file=sys.stderr)

    findings = check(clean)
    report(not findings, "the office is clean before", [json.dumps(f, ensure_ascii=False) for f in findings[:5]])
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
