#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# All tables as one workbook and back: no byte of data/ changes when nothing was edited, also after
# LibreOffice has opened and saved it, and what was edited comes through as just that.
import csv
import filecmp
import io
import os
import re
import shutil
import subprocess
import zipfile
import xml.etree.ElementTree as ET

from tap import done, report

TMP = os.environ["TEST_TMP"]
NIEMYET = os.environ["NIEMYET"]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def niemyet(*args, env=None):
    done = subprocess.run([NIEMYET, *args], capture_output=True, text=True, env={**os.environ, **(env or {})})
    return done.returncode, done.stdout, done.stderr


def letters(n):
    return ("" if n < 26 else letters(n // 26 - 1)) + chr(65 + n % 26)


def number(name):
    n = 0
    for c in name:
        n = n * 26 + ord(c) - 64
    return n - 1


class Book:
    """The sheets of a workbook as lists of rows of texts, to be edited and saved again."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as z:
            self.parts = {name: z.read(name) for name in z.namelist()}
        shared = ET.fromstring(self.parts.get("xl/sharedStrings.xml", b"<sst/>"))
        self.shared = ["".join(t.text or "" for t in si.iter(MAIN + "t")) for si in shared]
        links = {r.get("Id"): r.get("Target") for r in ET.fromstring(self.parts["xl/_rels/workbook.xml.rels"])}
        self.sheets = {s.get("name"): "xl/" + links[s.get(LINK)]
                       for s in ET.fromstring(self.parts["xl/workbook.xml"]).iter(MAIN + "sheet")}

    def text(self, cell):
        value = cell.find(MAIN + "v")
        if cell.get("t") == "s":
            return self.shared[int(value.text)]
        return "".join(t.text or "" for t in cell.iter(MAIN + "t")) if value is None else value.text

    def rows(self, name):
        rows = []
        for row in ET.fromstring(self.parts[self.sheets[name]]).iter(MAIN + "row"):
            cells = {}
            for c in row.iter(MAIN + "c"):
                cells[number(re.match("[A-Z]+", c.get("r")).group())] = self.text(c)
            rows.append([cells.get(i, "") for i in range(max(cells, default=-1) + 1)])
        return rows

    def set_rows(self, name, rows):
        ET.register_namespace("", MAIN[1:-1])
        tree = ET.fromstring(self.parts[self.sheets[name]])
        data = tree.find(MAIN + "sheetData")
        data.clear()
        for n, cells in enumerate(rows, 1):
            row = ET.SubElement(data, MAIN + "row", r=str(n))
            for i, text in enumerate(cells):
                if text:
                    c = ET.SubElement(row, MAIN + "c", r=f"{letters(i)}{n}", t="inlineStr", s="1")
                    t = ET.SubElement(ET.SubElement(c, MAIN + "is"), MAIN + "t")
                    t.text = text
                    t.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        self.parts[self.sheets[name]] = ET.tostring(tree)

    def change(self, part, old, new):
        text = self.parts[part].decode()
        assert old in text, old
        self.parts[part] = text.replace(old, new, 1).encode()

    def save(self, name):
        path = f"{TMP}/{name}"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
            for part, data in self.parts.items():
                z.writestr(part, data)
        return path


def column(head, name):
    return next(i for i, text in enumerate(head) if text.split("\n")[-1].split(".")[-1] == name)


def office(name, source="content"):
    path = f"{TMP}/{name}"
    shutil.copytree(source, path, ignore=shutil.ignore_patterns(".niemyet", "site"))
    return path


def differences(a, b):
    """Lines of the records that only one of the two has, file by file."""
    found = []
    names = sorted(set(os.listdir(f"{a}/data")) | set(os.listdir(f"{b}/data")))
    for name in names:
        paths = [f"{d}/data/{name}" for d in (a, b)]
        if not all(map(os.path.exists, paths)):
            found.append((name, "only in one", ""))
        elif not filecmp.cmp(*paths, shallow=False):
            rows = [list(csv.reader(open(p, newline="", encoding="utf-8-sig"))) for p in paths]
            gone = [r for r in rows[0] if r not in rows[1]]
            come = [r for r in rows[1] if r not in rows[0]]
            found.append((name, gone, come))
    return found


def after_libreoffice(*paths):
    out = f"{TMP}/saved"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{TMP}/profile", "--headless", "--convert-to",
                    "xlsx", "--outdir", out, *paths], capture_output=True, timeout=500, check=True)
    return [f"{out}/{os.path.basename(path)}" for path in paths]


def imported(name, book, source="content"):
    path = office(name, source)
    status, out, err = niemyet("import", "-C", path, book)
    return path, status, out, err


# What the workbook is ------------------------------------------------------------------

first = f"{TMP}/first.xlsx"
status, out, err = niemyet("workbook", "-C", office("one"), first)
report("a workbook is written", [err] if status or "3.9" in out else [])
status, out, err = niemyet("workbook", "-C", "content", first)
report("one that is there is not written over", [] if status == 1 and "I080" in err else [status, err])
second = f"{TMP}/second.xlsx"
niemyet("workbook", "-C", office("two"), second, env={"TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "1"})
report("the same tables are the same bytes", [] if filecmp.cmp(first, second, shallow=False) else ["differ"])

book = Book(first)
sheets = "".join(book.parts[p].decode() for p in book.sheets.values())
schema = subprocess.run(["sqlite3", ":memory:", ".read src/board/schema.sql",
                         "SELECT d.file || '.' || x.name FROM dataset d JOIN pragma_table_xinfo(d.table_name) x"
                         " WHERE x.hidden = 0 AND x.name NOT IN ('source_id', 'source_line')"
                         " ORDER BY d.position, x.cid"], capture_output=True, text=True).stdout.split()
heads = [text for name in book.sheets for text in book.rows(name)[0]]
report("a sheet a table, a column a column, in their order",
       [] if [h.split("\n")[-1] for h in heads] == schema else set(schema) ^ {h.split("\n")[-1] for h in heads})
report("every head has a title in Vietnamese above its name",
       [h for h in heads if len(h.split("\n")) != 2 or re.fullmatch(r"[a-z0-9_]+|", h.split("\n")[0])])
report("no title stands twice on a sheet",
       [(n, h) for n in book.sheets for h in {x.split("\n")[0] for x in book.rows(n)[0]}
        if [x.split("\n")[0] for x in book.rows(n)[0]].count(h) > 1])
report("sheets' names fit", [n for n in book.sheets if len(n) > 31 or re.search(r"[\[\]:*?/\\]", n)])
report("every cell is text and has the format of text, none is a formula",
       re.findall(r"<f[ >]|<v[ >]|<c [^>]*t=\"(?!inlineStr)|<c r=\"[A-Z]+\d+\" s=\"0\"", sheets))
report("cells to come are text too", [c for c in re.findall(r"<col [^>]*>", sheets) if 'style="1"' not in c])
styles = book.parts["xl/styles.xml"].decode()
report("which is the format @", [] if re.search(r'<xf numFmtId="49"[^>]*><alignment vertical="top"/>', styles) else [styles])
report("heads do not scroll away", [n for n, p in book.sheets.items() if 'state="frozen"' not in book.parts[p].decode()])
notes = [n for n in re.findall(r' prompt="([^"]*)"', sheets) if len(n) > 255 + 4 * n.count("&#10;")]
report("notes fit", notes)
fees = book.parts[book.sheets["Phí, lệ phí"]].decode()
report("listed values are a list", [] if "&quot;PHI,LE_PHI,KHAC&quot;" in fees else ["no list"])
report("and their meaning a note", [] if "PHI LE_PHI KHAC: phí, lệ phí, khoản khác" in fees else ["no note"])
report("references are a list", [] if "<formula1>'Thủ tục hành chính'!$A$2:$A$" in fees else ["no list"])
targets = book.parts[book.sheets["Chỉ tiêu"]].decode()
report("also those to the program's own lists", [] if "&quot;on_time_done,on_time_766," in targets else ["no list"])

empty = f"{TMP}/empty.xlsx"
os.makedirs(f"{TMP}/new")
shutil.copy("content/site.yml", f"{TMP}/new")
status, out, err = niemyet("workbook", "-C", f"{TMP}/new", empty)
report("an office without data gets the form", [] if status == 0 and len(Book(empty).sheets) == len(book.sheets) else [err])
status, out, err = niemyet("import", "-C", f"{TMP}/new", first)
rows = {d: sum(len(list(csv.reader(open(f"{d}/data/{n}", newline="")))) for n in os.listdir(f"{d}/data"))
        for d in (f"{TMP}/new", "content")}
report("a workbook that was filled in makes its data", [] if status == 0 and len(set(rows.values())) == 1 else [err, rows])

# Back again ----------------------------------------------------------------------------

# An office whose files were made by hand and whose cells are what spreadsheets like to spoil.
odd = office("odd", "tests/boards/small")
CODES = ["1.001190", "1.100000", "2.000040"]
with open(f"{odd}/data/procedures.csv", "wb") as f:
    f.write(b"\xef\xbb\xbf" + "name;code;kind;steps_md;keywords;supersedes_no\r\n".encode())
    for i, text in enumerate(["=1+1", "+SUM(A1)", "@cmd", "-2", "_x0041_ &amp; <b>", "0277 000", "1E+5", "'chữ",
                              "TRUE", "2026-11-21", "21/11/2026", "12:30", "=\"a\"\"b\"", "😀 &#10;", "100%", "1/2"]):
        code = CODES[i] if i < 3 else f"1.0{i:05d}"
        cell = '"' + text.replace('"', '""') + '"'
        steps = '"1. Nộp ""hồ sơ""\n    mã\n\n- ' + text.replace('"', '""') + '\tcột"'
        f.write(f"{cell};{code};OTHER;{steps};{cell};00{i}\r\n".encode())
    f.write(("dài;9.000000;OTHER;" + "chữ dài " * 5000 + ";;\r\n").encode())
with open(f"{odd}/data/fields.csv", "w") as f:
    f.write("code,name,position\n00004,Bốn,08\n4,Bốn khác,\n0,Không,\n")
oddbook = f"{TMP}/odd.xlsx"
status, out, err = niemyet("workbook", "-C", odd, oddbook)
report("odd cells are written", [err] if status else [])
report("one that is too long is named", [] if "procedures.csv:" in err and "I081" in err else [err])

# A workbook that somebody edited: a fee changed, a row added, one removed; columns and rows in another
# order, a title above, a sheet renamed and hidden.
book = Book(first)
rows = book.rows("Phí, lệ phí")
head = rows[0]
amount, code, position = (column(head, n) for n in ("amount_vnd", "code", "position"))
changed = next(r for r in rows[1:] if len(r) > amount and r[amount] == "8000")
changed[amount] = "9000"
gone = rows.pop(rows.index(changed) + 5)
added = list(changed)
added[position], added[column(head, "name")] = "99", "=Khoản thêm"
rows.append(added)
swapped = [[(r + [""] * len(head))[i] for i in reversed(range(len(head)))] for r in rows]
book.set_rows("Phí, lệ phí", [["Bảng phí năm 2026"], []] + swapped[:1] + list(reversed(swapped[1:])))
book.change("xl/workbook.xml", 'name="Lĩnh vực"', 'name="Field &amp; co" state="hidden"')
edited = book.save("edited.xlsx")
places = [("demonstration", "content", first), ("odd cells", odd, oddbook)]
*saved, edited_saved = after_libreoffice(first, oddbook, edited)
places += [(f"{name}, saved by LibreOffice", source, path) for (name, source, _), path in zip(places, saved)]
for i, (name, source, path) in enumerate(places):
    back, status, out, err = imported(f"back{i}", path, source)
    report(f"unchanged: {name}",
           differences(source, back) + ([] if status == 0 and "không tệp nào thay đổi" in out else [status, err, out]))

# Edits ---------------------------------------------------------------------------------

books = [("edits", edited), ("edits saved by LibreOffice", edited_saved)]
for name, path in books:
    back, status, out, err = imported("back-" + os.path.basename(os.path.dirname(path)), path)
    found = differences("content", back)
    old = list(csv.DictReader(open("content/data/fees.csv", newline="")))
    new = list(csv.DictReader(open(f"{back}/data/fees.csv", newline="")))
    wrong = [] if status == 0 and [f[0] for f in found] == ["fees.csv"] else [status, err, found]
    come, left = [r for r in new if r not in old], [r for r in old if r not in new]
    key = lambda r: (r["code"], r["position"])
    if not wrong and (len(new), len(come), len(left)) != (len(old), 2, 2):
        wrong = [come, left]
    if not wrong:
        fee = next(r for r in come if r["position"] != "99")
        wrong += [] if fee == {**next(r for r in left if key(r) == key(fee)), "amount_vnd": "9000"} else [fee]
        wrong += [] if {key(r) for r in left} - {key(fee)} == {(gone[code], gone[position])} else [left]
        wrong += [] if any(r["name"] == "=Khoản thêm" and r["amount_vnd"] == "9000" for r in come) else [come]
        wrong += [] if list(new[0]) == list(old[0]) else ["columns moved"]
        kept = [key(r) for r in new if key(r) in {key(o) for o in old}]
        wrong += [] if kept == [key(o) for o in old if key(o) in set(kept)] else ["rows moved"]
    report(f"{name}: a changed fee, a row added, one removed, and nothing else", wrong)
    report(f"{name}: the report tells", [] if re.search(r"đã ghi data/fees.csv: 101 hàng, bỏ 1 hàng", out) else [out])

book = Book(first)
book.set_rows("Phí, lệ phí", [r for r in book.rows("Phí, lệ phí")][:1])
for name in [n for n in book.sheets if n != "Phí, lệ phí"]:
    book.set_rows(name, [["ghi chú"]])
back, status, out, err = imported("alone", book.save("alone.xlsx"))
report("a table whose rows are all gone is empty, tables that the workbook has not stay",
       [] if status == 0 and [f[0] for f in differences("content", back)] == ["fees.csv"] and "I087" in err else [status, err[:300]])

# Mistakes ------------------------------------------------------------------------------

def mistake(name, wanted, edit):
    wrong = Book(first)
    edit(wrong)
    back, status, out, err = imported("mistake-" + name.replace(" ", "-"), wrong.save("wrong.xlsx"))
    report(f"{name}: said at its cell, nothing is written",
           differences("content", back) + ([] if status == 1 and re.search(wanted, err) else [status, err[:600]]))


def cell(row, name, text):
    def edit(wrong):
        rows = wrong.rows("Phí, lệ phí")
        rows[row] += [""] * (len(rows[0]) - len(rows[row]))
        rows[row][column(rows[0], name)] = text
        wrong.set_rows("Phí, lệ phí", rows)
    return edit


def heading(name, text):
    def edit(wrong):
        rows = wrong.rows("Phí, lệ phí")
        rows[0][column(rows[0], name)] = text
        wrong.set_rows("Phí, lệ phí", rows)
    return edit


def copy(wrong):
    wrong.set_rows("Lĩnh vực", wrong.rows("Phí, lệ phí"))


def beyond(wrong):
    rows = wrong.rows("Phí, lệ phí")
    rows[3] += [""] * (len(rows[0]) - len(rows[3])) + ["ghi chú"]
    wrong.set_rows("Phí, lệ phí", rows)


mistake("an amount in words", r"wrong.xlsx:'Phí, lệ phí'!F3: lỗi: amount_vnd.*D02", cell(2, "amount_vnd", "tám nghìn"))
mistake("a row twice", r"wrong.xlsx:'Phí, lệ phí'!A\d+: lỗi: .*I038", cell(2, "position", "1"))
mistake("no position", r"'Phí, lệ phí'!C3: lỗi: position: bắt buộc", cell(2, "position", ""))
mistake("two ways", r"'Phí, lệ phí'!A3: lỗi: .*D035", cell(2, "formula", "theo bậc"))
mistake("unlisted value", r"'Phí, lệ phí'!E3: lỗi: type: không nhận giá trị “PHÍ”", cell(2, "type", "PHÍ"))
mistake("head unknown", r"'Phí, lệ phí'!D1: lỗi: .*“fees.nam”.*I085", heading("name", "Năm\nfees.nam"))
mistake("head twice", r"'Phí, lệ phí'!D1: lỗi: .*!C1.*I084", heading("name", "fees.position"))
mistake("key gone", r"'Phí, lệ phí': lỗi: thiếu cột “code”", heading("code", ""))
mistake("sheet copied", r"'Phí, lệ phí': lỗi: trang “Lĩnh vực” và trang “Phí, lệ phí”.*I083", copy)
mistake("beyond the table", r"'Phí, lệ phí'!V4: lỗi: .*I085", beyond)

done()
