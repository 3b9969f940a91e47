#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""corpus.py N DIR - a made-up office of N procedures in DIR, the same bytes for the same N.

Lengths and counts are those of the national catalogue: some 1,500 letters of steps, 3 to 12
papers, 2 to 8 legal bases, 2 or 3 ways of submitting, up to 3 fees. Procedure number i depends
on i alone, so a small office is the beginning of a larger one. With --hugo DIR the same
procedures also as content of Hugo. Nothing grows with N in memory.
"""
import argparse
import csv
import json
import os
import random

DAY = "2026-09-01"
OBJECTS = ("khai sinh|kết hôn|hộ kinh doanh|quyền sử dụng đất|biến động đất đai|khai thác khoáng sản|"
           "cơ sở giáo dục mầm non|hành nghề dược|kinh doanh vận tải|xây dựng nhà ở|bảo trợ xã hội|"
           "người có công|giám hộ|thường trú|tàu cá|cơ sở lưu trú|hoạt động quảng cáo|khám bệnh, chữa bệnh|"
           "an toàn thực phẩm|cung cấp nước sạch").split("|")
ACTS = ("Đăng ký|Cấp giấy phép|Cấp lại giấy chứng nhận|Gia hạn giấy phép|Thay đổi nội dung|Thu hồi|"
        "Xác nhận|Công nhận|Thẩm định hồ sơ|Chấm dứt hoạt động").split("|")
CASES = "lần đầu|do bị mất hoặc hư hỏng|có yếu tố nước ngoài|theo yêu cầu|đối với tổ chức|đối với cá nhân".split("|")
STEPS = ("Tổ chức, cá nhân chuẩn bị hồ sơ theo quy định và nộp tại Trung tâm Phục vụ hành chính công|"
         "Công chức tiếp nhận kiểm tra tính đầy đủ của hồ sơ; hồ sơ chưa hợp lệ thì hướng dẫn bổ sung một lần bằng văn bản|"
         "Phòng chuyên môn thẩm định, lấy ý kiến cơ quan liên quan và lập tờ trình lãnh đạo xem xét, quyết định|"
         "Cơ quan có thẩm quyền ký kết quả và chuyển về nơi tiếp nhận trong ngày làm việc|"
         "Người nộp nhận kết quả tại quầy, qua bưu chính công ích hoặc bản điện tử trên Cổng Dịch vụ công quốc gia").split("|")
PAPERS = ("Đơn đề nghị theo mẫu|Bản sao giấy tờ tùy thân|Giấy chứng nhận đăng ký doanh nghiệp|Báo cáo thuyết minh|"
          "Văn bản ủy quyền|Biên bản kiểm tra|Bản vẽ hiện trạng|Giấy phép đã được cấp|Danh sách kèm theo").split("|")
LAWS = ("60/2014/QH13|Luật Hộ tịch", "31/2024/QH15|Luật Đất đai", "118/2025/NĐ-CP|Nghị định về cơ chế một cửa",
        "123/2015/NĐ-CP|Nghị định quy định chi tiết", "04/2020/TT-BTP|Thông tư hướng dẫn",
        "85/2019/TT-BTC|Thông tư về phí, lệ phí", "59/2020/QH14|Luật Doanh nghiệp", "50/2014/QH13|Luật Xây dựng")
CHANNELS = (("DIRECT", "Trực tiếp"), ("ONLINE", "Trực tuyến"), ("POSTAL", "Bưu chính"))
FIELDS, COMMUNES, MONTHS = 35, 100, 2

SITE = """title: Văn phòng đo tốc độ
agency: tinh
url: https://do-toc-do.example
demo: Dữ liệu tạo bằng máy để đo tốc độ
"""

HEADS = {
    "procedures": "code name kind level field_code decision_no steps_md sets_qty executing_agency deciding_agency "
                  "requirements_md fee_none online_level data_date posted_since valid_from",
    "methods": "code position channel time_limit_value time_limit_unit time_limit_text",
    "components": "code position name original_qty copy_qty",
    "fees": "code position name type amount_vnd unit channel legal_doc",
    "legal-bases": "code position number title issued",
    "results": "code position name",
    "subjects": "code position name",
    "postings": "code agency_code valid_from",
    "agencies": "code name level kind province commune address phone",
    "fields": "code name",
    "dossier-stats": "agency_code field_code year n recv_online recv_direct recv_postal carried_over done_early "
                     "done_on_time done_late open_in_term open_overdue data_asof source_system",
}


def say(r, k):
    return ". ".join(r.choice(STEPS) for _ in range(k)) + "."


def procedure(i):
    """All that is known of procedure number i, by table."""
    r = random.Random(i * 7919 + 1)
    code = "%d.%06d" % (1 + i // 900000, 100000 + i % 900000)
    thing = r.choice(OBJECTS)
    name = "%s %s %s (số %d)" % (r.choice(ACTS), thing, r.choice(CASES), i)
    steps = "\n\n".join("**Bước %d.** %s" % (k + 1, say(r, r.randint(2, 4))) for k in range(r.randint(3, 5)))
    level, days = r.choice(("XA", "XA", "TINH")), r.randint(1, 45)
    agency = "tinh" if level == "TINH" else "xa-%d" % r.randrange(COMMUNES)
    fees = [] if r.random() < .4 else [
        [code, k, "%s %s" % (kind, thing), typ, r.randrange(1, 40) * 5000, "đồng/hồ sơ", "", "Thông tư số 85/2019/TT-BTC"]
        for k, (kind, typ) in enumerate((("Lệ phí", "LE_PHI"), ("Phí thẩm định", "PHI"))[:r.randint(1, 2)], 1)]
    laws = r.sample(LAWS, r.randint(2, len(LAWS)))
    return {
        "procedures": [[code, name, "LAW_DETAILED", level, "lv-%d" % r.randrange(FIELDS),
                        "%d/QĐ-UBND" % r.randint(1, 300), steps, 1, "Ủy ban nhân dân", "Ủy ban nhân dân", say(r, 2),
                        "" if fees else "Không thu phí", r.choice(("FULL", "PARTIAL", "")), DAY, DAY, "2025-07-01"]],
        "methods": [[code, k, c, days, "WORKING_DAY", ""] for k, (c, _) in
                    enumerate(CHANNELS[:r.randint(2, 3)], 1)],
        "components": [[code, k, "%s về %s" % (r.choice(PAPERS), thing), r.randint(0, 1), r.randint(0, 1)]
                       for k in range(1, r.randint(3, 12) + 1)],
        "fees": fees,
        "legal-bases": [[code, k] + law.split("|") + ["2020-01-01"] for k, law in enumerate(laws, 1)],
        "results": [[code, 1, "Giấy chứng nhận " + thing]],
        "subjects": [[code, k, s] for k, s in enumerate(r.sample(("Công dân Việt Nam", "Doanh nghiệp", "Hợp tác xã",
                                                                   "Người nước ngoài"), r.randint(1, 3)), 1)],
        "postings": [[code, agency, "2025-07-01"]],
    }


def statistics():
    for agency in ["tinh"] + ["xa-%d" % c for c in range(10)]:
        for m in range(MONTHS):
            at = 2026 * 12 + 9 - m
            k = 10 + (len(agency) + m) % 7
            yield [agency, "", at // 12, at % 12 + 1, 3 * k, k, 1, k, 3 * k, k, 1, k, 0, "2026-10-15", "Phần mềm"]


def agencies():
    yield ["tinh", "Ủy ban nhân dân tỉnh Đo", "TINH", "PROVINCE", "Đồng Tháp", "", "Số 1, đường Đo", "02773000000"]
    for c in range(COMMUNES):
        yield ["xa-%d" % c, "Ủy ban nhân dân xã Thử %d" % c, "XA", "COMMUNE", "Đồng Tháp", "Thử %d" % c,
               "Số %d, đường Thử" % (c + 1), "0277300%04d" % c]


def hugo_page(p):
    row = dict(zip(HEADS["procedures"].split(), p["procedures"][0]))
    named = {t: [dict(zip(HEADS[t].split(), r)) for r in p[t]] for t in p if t not in ("procedures", "postings")}
    front = {"title": row["name"], "url": "/thu-tuc/%s.html" % row["code"], "code": row["code"], "date": DAY,
             "letter": [row["name"][0]], "field": [row["field_code"]], "agency": [p["postings"][0][1]],
             "level": row["level"], "decision": row["decision_no"], "requirements": row["requirements_md"], **named}
    return row["code"], json.dumps(front, ensure_ascii=False) + "\n\n" + row["steps_md"] + "\n"


def main():
    a = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    a.add_argument("n", type=int)
    a.add_argument("dir")
    a.add_argument("--hugo", help="folder of Hugo's content")
    o = a.parse_args()
    data = os.path.join(o.dir, "data")
    os.makedirs(data)
    with open(os.path.join(o.dir, "site.yml"), "w", encoding="utf-8") as f:
        f.write(SITE)
    files = {t: open(os.path.join(data, t + ".csv"), "w", encoding="utf-8", newline="") for t in HEADS}
    out = {t: csv.writer(f, lineterminator="\n") for t, f in files.items()}
    for t, head in HEADS.items():
        out[t].writerow(head.split())
    out["agencies"].writerows(agencies())
    out["fields"].writerows([["lv-%d" % f, "Lĩnh vực %d" % f] for f in range(FIELDS)])
    out["dossier-stats"].writerows(statistics())
    if o.hugo:
        os.makedirs(os.path.join(o.hugo, "thu-tuc"))
    for i in range(o.n):
        p = procedure(i)
        for t, rows in p.items():
            out[t].writerows(rows)
        if o.hugo:
            code, page = hugo_page(p)
            with open(os.path.join(o.hugo, "thu-tuc", code + ".md"), "w", encoding="utf-8") as f:
                f.write(page)
    for f in files.values():
        f.close()


main()
