# SPDX-License-Identifier: MIT
"""Defects of procedures, fees, places, decisions, people, notices."""
import os

from plant import DAY, PLANTS, any_row, article, cell, drop, in_force, line_of, part, pick, plants, posting, put


def pays(r):
    return bool(r["amount_vnd"]) and r["amount_vnd"] != "0" and in_force(r)


def is_bare_paper(r):
    return r.get("kind", "PAPER") in ("", "PAPER") and not r.get("note") and not r.get("from_data")


def says_no_cut(r):
    return bool(r["time_limit_value"]) and "giảm" not in (r.get("note") or "") + (r["time_limit_text"] or "")


NO_LIMIT = {"time_limit_value": "", "time_limit_unit": "", "time_limit_statutory_value": ""}
SIMPLE = [
    ("NY003", cell("procedures", steps_md="Không có thông tin")),
    ("NY005a", cell("procedures", sets_qty="", steps_md="Nộp hồ sơ tại quầy.")),
    ("NY005b", part("components", is_bare_paper, name="Văn bản đề nghị", original_qty="0", copy_qty="0")),
    ("NY006a", part("methods", **NO_LIMIT, time_limit_text="Không quá 15 làm việc")),
    ("NY007", part("methods", says_no_cut, time_limit_statutory_value="0.5")),
    ("NY007a", part("methods", **dict(NO_LIMIT, time_limit_value="5", time_limit_unit="DAY"),
                    time_limit_text="cắt giảm 2/10 ngày, tỷ lệ 20%")),
    ("NY009", cell("procedures", deciding_agency="")),
    ("NY009a", cell("procedures", executing_agency="")),
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
    ("NY050", lambda o: put(o["procedures"], o.posted(lambda p: p["portal_url"]), portal_url="")),
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
    ("NY073", part("fees", pays, type="", name="Khoản thu", note="")),
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
    ("NY100c", cell("procedures", level="")),
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
    waived = {w["object"] for w in o["waivers"].rows if w["rule"] == "NY013a"}
    row = o.part("components", lambda r: is_bare_paper(r) and not r["form_ref"] and r["code"] not in waived)
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
            for column in ("code", "successor_code", "new", "object"):
                if row.get(column) == old:
                    row[column] = code
    return o["procedures"], p


@plants("NY002a")
def odd_code(o):
    o.forget_ledger()
    return rename(o, "1.0133611")


@plants("NY019")
def internal_code(o):
    o.forget_ledger()
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


@plants("NY020")
def no_version(o):
    """The version in force ends, the next one begins later."""
    codes = [q["code"] for q in o["procedures"].rows]
    p = o.posted(lambda p: codes.count(p["code"]) == 1)
    p["valid_to"] = "2026-11-01"
    row = dict(p, version="2", valid_from="2026-12-15", valid_to="", change_kind="AMENDED", supersedes_no="1/QĐ-CU")
    o["procedures"].rows.append(row)
    return o["procedures"], row


@plants("NY022")
def change_not_told(o):
    """What is posted becomes a second version that does not say what is new."""
    o.forget_ledger()
    codes = [q["code"] for q in o["procedures"].rows]
    p = o.posted(lambda p: codes.count(p["code"]) == 1 and p["valid_from"])
    o["procedures"].rows.append(dict(p, valid_from="2024-01-01", valid_to=p["valid_from"]))
    for name in ("methods", "fees", "fee-tiers", "fee-reliefs", "dossier-cases", "components", "subjects", "results",
                 "legal-bases"):
        o[name].column("version")
        for row in o.parts(name, p):
            row["version"] = "2"
    return put(o["procedures"], p, version="2", change_kind="", supersedes_no="")


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


@plants("NY057")
def nobody_to_call(o):
    for a in o["agencies"].rows:
        if a["code"] == "ttpvhcc":
            a["phone"] = ""
    o["channels"].rows = [c for c in o["channels"].rows if (c["agency_code"], c["kind"]) != ("ttpvhcc", "HOTLINE")]
    lines = o.read("site.yml").split("\n")
    o.write("site.yml", "\n".join(l for l in lines if not l.startswith(("  phone:", "  hotline:"))))
    return "site.yml", line_of(o, "title:")


@plants("NY101b")
def office_ended(o):
    """The site is that of an agency which is no more; it has a contact and people."""
    for name in ("pakn-contacts", "people"):
        rows = o[name].rows
        rows.append(dict(next(r for r in rows if r["agency_code"] == "ttpvhcc"), agency_code="huyen-thap-muoi"))
    o.write("site.yml", o.read("site.yml").replace("agency: ttpvhcc", "agency: huyen-thap-muoi"))
    return "site.yml", line_of(o, "agency:")


def sheet_form(rule, **cells):
    """A form for posted sheets, of the office's own, with one thing too small."""
    @plants(rule)
    def plant(o):
        row = dict({"name": "Mẫu thử", "valid_from": f"2026-{pick.randrange(1, 10):02}-01"}, **cells)
        o.write("data/form-profiles.csv", ",".join(row) + "\n" + ",".join(row.values()) + "\n")
        return "data/form-profiles.csv", 2
    return plant


sheet_form("NY032", body_pt="13")
sheet_form("NY032", small_pt="10")
sheet_form("NY033", left_mm="20")
sheet_form("NY033", bottom_mm="30")


def translated(o, text, lang):
    o["translations"].rows.append({"text": text, "lang": lang, "translation": "Words"})
    return o["translations"], o["translations"].rows[-1]


@plants("NY062a")
def translation_of_no_text(o):
    return translated(o, "Chữ không có ở đâu", "en")


@plants("NY062b")
def translation_into_no_language(o):
    return translated(o, o.posted()["name"], "fr")
