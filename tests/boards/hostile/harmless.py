#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""harmless.py CLEAN HOSTILE: what hostile data has become in HOSTILE, a site of the same
office as CLEAN with texts.txt in its data. Prints every place where data became more than
text; independent of the program's own ideas of escaping."""
import csv
import json
import re
import sys
import xml.etree.ElementTree as xml
from html.parser import HTMLParser
from pathlib import Path

LONE = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
MARKDOWN = {("a", "href"), ("a", "title"), ("img", "src"), ("img", "alt"), ("img", "title"),
            ("code", "class"), ("div", "class"), ("div", "tabindex"), ("div", "role"),
            ("div", "aria-label"), ("th", "scope"), ("td", "class"), ("th", "class")} | {
    (f"h{n}", "id") for n in range(1, 7)} | {
    (tag, "") for tag in "a img code div th td h1 h2 h3 h4 h5 h6 p pre table thead tbody tr".split()}
ORIGINALS = {("tspan", ""), ("tspan", "lang")} # words of a chart that a further language has no text for
ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "srcset", "ping"}
SCHEMES = {"http", "https", "mailto", "tel"}


class Page(HTMLParser):
    """Tags, attributes and texts of a page, as a browser would find them."""

    def __init__(self, name, text):
        super().__init__(convert_charrefs=True)
        self.name, self.bad, self.seen, self.words = name, [], set(), []
        self.open, self.raw, self.raw_attrs = [], None, {}
        self.feed(text)
        self.close()
        if self.open:
            self.say("not closed: " + " ".join(self.open))

    def say(self, what):
        self.bad.append(f"{self.name}:{self.getpos()[0]}: {what[:160]}")

    def handle_starttag(self, tag, attrs):
        self.seen.add((tag, ""))
        for name, value in attrs:
            self.seen.add((tag, name))
            value = value or ""
            self.words.append(value)
            if name.startswith("on") or "nyx" in name or name in ("style", "srcdoc"):
                self.say(f"attribute {name}")
            if name in ADDRESSES:
                self.address(value)
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.say(f"attribute twice in {tag}")
        if tag in ("script", "style"):
            self.raw, self.raw_attrs = "", dict(attrs)
        if tag not in LONE:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in LONE:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.say(f"</{tag}> inside {self.open[-1:]}")
        else:
            self.open.pop()
        if tag in ("script", "style"):
            self.script()

    def address(self, value):
        # As a browser does: controls and spaces in front go, tabs and line ends anywhere.
        value = re.sub(r"[\t\r\n]", "", value.lstrip("".join(map(chr, range(0x21)))))
        scheme = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*):", value)
        if scheme and scheme[1].lower() not in SCHEMES:
            self.say(f"address {value}")

    def script(self):
        if self.raw_attrs.get("type") == "application/ld+json":
            try:
                self.strings(json.loads(self.raw))
            except ValueError as e:
                self.say(f"JSON-LD: {e}")
        elif "nyx" in self.raw:
            self.say("data in a script or style")
        self.raw = None

    def strings(self, value):
        if isinstance(value, dict):
            for key, inner in value.items():
                if "nyx" in key:
                    self.say("data as a key of JSON-LD")
                self.strings(inner)
        elif isinstance(value, list):
            for inner in value:
                self.strings(inner)

    def handle_data(self, data):
        if self.raw is not None:
            self.raw += data
        else:
            self.words.append(data)

    def handle_comment(self, data):
        if "nyx" in data:
            self.say("data in a comment")

    def handle_decl(self, decl):
        if "nyx" in decl.lower():
            self.say("data in a declaration")

    def handle_pi(self, data):
        self.say("processing instruction")

    unknown_decl = handle_pi


def pages(site):
    for path in sorted(site.rglob("*.html")):
        yield Page(str(path.relative_to(site)), path.read_text())


def check_csv(path, bad):
    with path.open(newline="", encoding="utf-8-sig") as f:
        rows = list(csv.reader(f, strict=True))
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows[0]):
            bad.append(f"{path.name}: record {number} has {len(row)} cells")
        for cell in row:
            if re.match(r"[=+\-@\t\r\n]", cell) and not re.fullmatch(r"[-+]?\d+([.,]\d+)?", cell):
                bad.append(f"{path.name}: record {number}: formula {cell[:60]}")


def keys(value):
    if isinstance(value, dict):
        return set(value) | set().union(*map(keys, value.values()))
    return set().union(*map(keys, value)) if isinstance(value, list) else set()


def check_other(path, bad):
    try:
        if path.suffix == ".json":
            bad += [f"{path.name}: key {k}" for k in keys(json.loads(path.read_text())) if "nyx" in k]
        elif path.suffix in (".xml", ".svg"):
            for e in xml.parse(path).iter():
                if "nyx" in e.tag or any("nyx" in k for k in e.attrib):
                    bad.append(f"{path.name}: element {e.tag}")
    except (ValueError, xml.ParseError) as e:
        bad.append(f"{path.name}: {e}")


def main(clean, hostile):
    known = (MARKDOWN | ORIGINALS).union(*(p.seen for p in pages(clean)))
    bad, words = [], []
    for page in pages(hostile):
        bad += page.bad
        words += page.words
        bad += [f"{page.name}: <{tag} {name}>" for tag, name in sorted(page.seen - known)]
    for path in sorted(hostile.rglob("*")):
        if path.suffix == ".csv":
            check_csv(path, bad)
        else:
            check_other(path, bad)
    # Each text is there as it was written: neither lost nor escaped twice.
    everything = re.sub(r"\s+", " ", "\n".join(words))
    for text in (Path(__file__).parent / "texts.txt").read_text().splitlines():
        if text not in everything:
            bad.append(f"nowhere as it stands: {text}")
    print(*bad[:60], sep="\n", end="\n" if bad else "")


main(Path(sys.argv[1]), Path(sys.argv[2]))
