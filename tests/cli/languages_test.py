#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# A site in several languages: the office that keeps all rules, in Vietnamese, English and a made-up
# language of a few words. Every page in each; no Vietnamese word of the interface on an English
# one; what has no translation is marked; the switch leads there and back.
import csv
import os
import re
import shutil
import sqlite3
import subprocess
from html.parser import HTMLParser

from tap import done, report

TMP = os.environ["TEST_TMP"]
LETTERS = "ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
VIETNAMESE = re.compile(f"[{LETTERS}{LETTERS.upper()}]")
VOID = {"meta", "link", "br", "img", "input", "hr", "path", "col", "wbr"}


class Page(HTMLParser):
    """Texts with the language they stand in, links, headings and notes of a page."""

    def __init__(self, text):
        super().__init__()
        self.open, self.texts, self.links, self.alternates = [], [], [], []
        self.lang, self.notes, self.heads, self.blocks = None, 0, 0, set()
        self.feed(text)

    def language(self):
        return next((lang for _, lang in reversed(self.open) if lang), None)

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        lang = values.get("lang")
        if tag == "html":
            self.lang = lang
        if tag not in VOID:
            self.open.append((tag, lang))
        self.heads += tag in ("h1", "h2")
        self.notes += values.get("class") == "ny-original"
        if "data-ny-block" in values:
            self.blocks.add(values["data-ny-block"])
        if tag == "a" and "hreflang" in values:
            self.links.append((values["hreflang"], lang, values["href"]))
        if tag == "link" and "hreflang" in values:
            self.alternates.append((values["hreflang"], values["href"]))
        for name in ("aria-label", "title", "alt", "placeholder", "data-label"):
            if values.get(name):
                self.texts.append(("@" + name, self.language(), values[name]))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if data.strip() and self.open and self.open[-1][0] not in ("script", "style"):
            self.texts.append((self.open[-1][0], self.language(), data.strip()))


def niemyet(*words, status=0):
    done = subprocess.run([os.environ["NIEMYET"], *words, "--lang", "en"], capture_output=True, text=True)
    if done.returncode != status:
        report(f"status of {' '.join(words)}", [f"{done.returncode}", done.stdout[-500:], done.stderr[-500:]])
    return done.stdout + done.stderr


def write(office, name, text):
    path = os.path.join(office, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)


def read(*parts):
    with open(os.path.join(*parts), encoding="utf-8") as page:
        return page.read()


def make_office(languages):
    office = os.path.join(TMP, "office")
    shutil.rmtree(office, ignore_errors=True)
    shutil.copytree("tests/rules/office", office)
    write(office, "site.yml", read(office, "site.yml") + languages)
    write(office, "i18n/qaa.yml", "lang: qaa\nlanguage: {name: Qaa}\nnav: {home: Qaahome}\n")
    write(office, "pages/gioi-thieu.md", "---\ntitle: Về chúng tôi\n---\nXem [phí](phi-le-phi.html), [số liệu](du-lieu/phi.csv).\n")
    write(office, "pages/gioi-thieu.en.md", "---\ntitle: About us\n---\nSee [fees](phi-le-phi.html), [data](du-lieu/phi.csv).\n")
    write(office, "pages/chi-viet.md", "---\ntitle: Chỉ tiếng Việt\n---\n## Đoạn\n\nMột đoạn văn.\n")
    # A touch screen, a paper sheet, a sheet that asks for each language.
    for name, query in {"one": "SELECT 'mot' AS url", "two": "SELECT 'hai' AS url WHERE :lang IS NOT NULL"}.items():
        write(office, f"templates/{name}.sql", f"-- name: pages\n{query};\n")
    shell = "<!DOCTYPE html>\n<html lang=\"{{t.lang}}\" data-kind=\"%s\">\n<title>%s</title>\n{{>components/language-head}}\n" \
            "{{>components/language-switch}}\n<main><h1>%s</h1><a href=\"{{edition}}%s.html\">1</a> <a href=\"{{root}}index.html\">2</a>" \
            " <a href=\"{{top}}du-lieu/phi.csv\">3</a></main>\n</html>\n"
    write(office, "templates/one.kiosk.html", shell % ("k", "K", "K", "mot"))
    write(office, "templates/one.in.html", shell % ("i", "I", "I", "mot"))
    write(office, "templates/two.in.html", shell % ("j", "J", "J", "hai"))
    lines = [("Hộ tịch", "Civil status"), ("Thủ tục mẫu", "A sample procedure"), ("Thủ tục hai", "Another procedure")]
    with open(os.path.join(office, "data/translations.csv"), "w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([("text", "lang", "translation"), *[(a, "en", b) for a, b in lines]])
    return office


def files(site, folder="", end=""):
    found = []
    for here, _, names in os.walk(os.path.join(site, folder)):
        found += [os.path.relpath(os.path.join(here, n), os.path.join(site, folder)) for n in names if n.endswith(end)]
    return sorted(found)


def look_at_addresses(site, reports):
    web = [f for f in files(site, end=".html") if not re.match(r"(en|qaa|kiosk|in|bang)/", f)]
    for lang in ("en", "qaa"):
        wanted = (set(web) | {"lich.js"}) - {"404.html"} - reports
        report(f"{lang}: every page is there, and no other", wanted ^ set(files(site, lang)))
    report("there are pages", [] if len(web) > 40 else [len(web)])
    made = [f for f in files(site) if re.match(r"(kiosk|in)/.*(mot|hai)\.html", f)]
    report("touch screens in each language, paper where it asks", set(made) ^ {
        "kiosk/mot.html", "kiosk/en/mot.html", "kiosk/qaa/mot.html", "in/mot.html", "in/hai.html",
        "in/en/hai.html", "in/qaa/hai.html"})
    kiosk = read(site, "kiosk/en/mot.html")
    report("ways from a touch screen's page", [w for w in (
        'href="../../kiosk/en/mot.html">1', 'href="../../en/index.html">2', 'href="../../du-lieu/phi.csv">3', 'href="../../kiosk/mot.html" lang="vi"')
        if w not in kiosk])
    article = read(site, "en/gioi-thieu.html")
    report("pages of texts in their language, data once", [w for w in (
        '<article lang="en">', "About us", 'href="phi-le-phi.html">fees', 'href="../du-lieu/phi.csv">data') if w not in article])


def look_at_words(site, office):
    """Of English pages: no interface text of Vietnamese, and no Vietnamese word that is not marked."""
    texts = sqlite3.connect(os.path.join(office, ".niemyet/board.db")).execute(
        "SELECT v.value, e.value FROM text v JOIN text e ON e.lang = 'en' AND e.key = v.key"
        " WHERE v.lang = 'vi' AND v.source_id IS NULL").fetchall()
    english = {e for _, e in texts}
    foreign = {v for v, e in texts if v != e and v not in english and len(v) > 3}
    long = sorted((v for v in foreign if len(v) > 11 and VIETNAMESE.search(v)), key=len)
    own = sorted((e for e in english if VIETNAMESE.search(e)), key=len, reverse=True)
    interface, unmarked, unnoted, wrong = [], [], [], []
    for file in files(site, "en", ".html"):
        page = Page(read(site, "en", file))
        originals = 0
        for tag, lang, text in page.texts:
            originals += lang == "vi" and not tag.startswith("@") and text != "Tiếng Việt"
            if lang == "vi":
                continue
            bare = tag.startswith("@") or tag in ("title", "desc") # data may stand there too, and no element
            if text in foreign or not bare and any(v in text for v in long):
                interface.append(f"{file}: {tag}: {text[:80]}")
            if bare:
                continue
            for e in own:
                text = text.replace(e, "")
            text = re.sub(r"\S*\d\S*[/-]\S+|^\W?[A-ZĂÂĐÊÔƠƯ]\W?$", "", text) # numbers of documents, letters of the list
            if VIETNAMESE.search(text):
                unmarked.append(f"{file}: {tag}: {text[:80]}")
        if originals and not page.notes or page.notes > page.heads:
            unnoted.append(f"{file}: {originals} texts, {page.notes} notes")
        is_alias = 'http-equiv="refresh"' in read(site, "en", file)
        if page.lang != "en" or ("language" in page.blocks) == is_alias:
            wrong.append(f"{file}: {page.lang} {sorted(page.blocks)}")
        if re.search("[\x01-\x08]", read(site, "en", file)):
            wrong.append(f"{file}: a mark is left")
    report("en: no interface text is Vietnamese", interface)
    report("en: what is not translated is in lang=vi", unmarked)
    report("en: and its blocks say so", unnoted)
    report("en: each page has its language and says which text is the posting", wrong)
    report("texts were compared", [] if len(foreign) > 500 and len(long) > 300 else [len(foreign), len(long)])
    home = read(site, "en/index.html")
    report("a translated name stands unmarked", [w for w in (">Civil status<",) if w not in home])
    note = read(site, "en/chi-viet.html")
    report("an untranslated page is marked at its title", [w for w in (
        '<h1 class="ny-title"><span lang="vi">Chỉ tiếng Việt</span> <span class="ny-original">',
        '<div lang="vi"><h2') if w not in note])


def look_at_switch(site, reports):
    lost, alone, wrong = [], [], []
    for file in files(site, end=".html"):
        page = Page(read(site, file))
        if 'http-equiv="refresh"' in read(site, file) or file.startswith("in/") or file == "404.html":
            continue
        names = [(hreflang, lang) for hreflang, lang, _ in page.links]
        if len(names) != 2 or any(a != b for a, b in names):
            alone.append(f"{file}: {names}")
        for hreflang, _, href in page.links:
            there = os.path.normpath(os.path.join(os.path.dirname(file), href))
            if there.startswith("..") or not os.path.exists(os.path.join(site, there)):
                lost.append(f"{file}: {href}")
                continue
            back = {os.path.normpath(os.path.join(os.path.dirname(there), h)) for _, _, h in Page(read(site, there)).links}
            nearest = os.path.basename(there) == "index.html" and file in reports
            if file not in back and not nearest:
                wrong.append(f"{file}: {there} leads back to {sorted(back)}")
        sisters = sorted(a for a, _ in page.alternates)
        if sisters != ([] if file in reports else ["en", "qaa", "vi", "x-default"]):
            wrong.append(f"{file}: alternates {sisters}")
    report("each page leads to the two other languages", alone)
    report("and what it leads to is there", lost)
    report("the switch leads there and back", wrong)


def look_at_once(site):
    others = [f for lang in ("en", "qaa") for f in files(site, lang) if not f.endswith(".html")]
    report("data, feeds, styles and scripts are there once, the calendar with its words apart", [f for f in others if f != "lich.js"])
    sitemap = read(site, "sitemap.xml")
    base = re.search(r"<loc>(https://[^/]+)/", sitemap).group(1)
    where = [a[len(base) + 1:] for a in re.findall(r"(?:<loc>|href=\")([^<\"]+)", sitemap)]
    missing = [a for a in where if not os.path.exists(os.path.join(site, a, "index.html" if a.endswith("/") or not a else ""))
               and not os.path.exists(os.path.join(site, a))]
    report("the sitemap leads to pages", missing)
    report("in each language", [] if sitemap.count('hreflang="qaa"') > 60 else [sitemap.count('hreflang="qaa"')])


def manifest(site):
    return read(site, "manifest.sha256")


def main():
    more = "languages: [en, qaa]\n"
    office, site = make_office(more), os.path.join(TMP, "site")
    said = niemyet("build", "-C", office, "-o", site, "-j", "4")
    report("a language of a few words is told of", [] if "[C042]" in said else [said[-400:]])
    reports = {f for f in files(site, end=".html") if re.fullmatch(r"bao-cao/\d[^/]*\.html", f)}
    report("there is a report, in the data's language only", [] if reports else files(site, "bao-cao"))
    look_at_addresses(site, reports)
    look_at_words(site, office)
    look_at_switch(site, reports)
    look_at_once(site)
    third = read(site, "qaa/index.html")
    report("a third language needs a file of texts", [w for w in (
        '<html lang="qaa"', ">Qaahome<", '<span lang="vi">Theo lĩnh vực</span>') if w not in third + read(site, "qaa/phi-le-phi.html")])
    niemyet("build", "-C", office, "-o", os.path.join(TMP, "site-1"), "-j", "1")
    report("one worker makes the same", [] if manifest(site) == manifest(os.path.join(TMP, "site-1")) else ["manifests differ"])
    report("the rules hold for all languages", [line for line in niemyet("check", "-C", office).splitlines()
                                                if re.search(r"error:.* page (en|qaa|kiosk|in)/", line) and "/mot.html" not in line
                                                and "/hai.html" not in line])
    # A report that is translated has its page.
    document = next(iter(reports))[:-5]
    write(office, f"pages/{document}.en.md", "---\ntitle: Report\n---\nAll is well.\n")
    niemyet("build", "-C", office, "-o", site)
    report("a report in English has its page", [] if "All is well." in read(site, "en", document + ".html") else [document])
    # Without further languages there is no trace of them.
    write(office, "site.yml", read(office, "site.yml").replace(more, ""))
    for name in os.listdir(os.path.join(office, "pages")):
        if name.endswith(".en.md"):
            os.remove(os.path.join(office, "pages", name))
    os.remove(os.path.join(office, f"pages/{document}.en.md"))
    niemyet("build", "-C", office, "-o", site)
    report("no language left: no folder, no switch, no note", [f for f in files(site, end=".html") if re.match("en/|qaa/", f)
           or re.search("ny-languages|ny-original|hreflang|languages", read(site, f))])
    done()


main()
