#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
# The outline of every page of two offices, as the rules see it, against another reader of HTML:
# headings, links, ids, tables and images are the same, page by page; so are the findings of
# dead links.
import os
import posixpath
import shutil
import sqlite3
import subprocess
import urllib.parse
from html.parser import HTMLParser

TMP = os.environ['TEST_TMP']
count = 0


class Reader(HTMLParser):
    """What a page holds, by Python's own tokenizer."""

    def __init__(self):
        super().__init__()
        self.levels, self.hrefs, self.ids, self.heads, self.alts, self.title = '', [], set(), 0, [], None
        self.in_title = False

    def handle_starttag(self, tag, attributes):
        values = {}
        for name, value in attributes:
            values.setdefault(name, value or '')
        if len(tag) == 2 and tag[0] == 'h' and tag[1] in '123456':
            self.levels += tag[1]
        if tag == 'a' and 'href' in values:
            self.hrefs.append(values['href'].strip())
        if values.get('id'):
            self.ids.add(values['id'])
        if tag == 'th':
            self.heads += 1
        if tag == 'img':
            self.alts.append(values.get('alt'))
        self.in_title = tag == 'title' and self.title is None

    def handle_endtag(self, tag):
        self.in_title = False

    def handle_data(self, data):
        if self.in_title:
            self.title = ' '.join(data.split())


def report(what, findings):
    global count
    count += 1
    print(('not ok' if findings else 'ok'), count, '-', what)
    for finding in findings[:10]:
        print('#', finding)
    return not findings


def read_site(site):
    pages = {}
    for folder, _, names in os.walk(site):
        for name in names:
            if name.endswith('.html'):
                path = os.path.relpath(os.path.join(folder, name), site)
                pages[path] = Reader()
                with open(os.path.join(folder, name), encoding='utf-8') as file:
                    pages[path].feed(file.read())
    return pages


def compare(db, pages):
    for number, path, levels, ids, title in db.execute('SELECT id, path, levels, ids, title FROM page'):
        page = pages.pop(path)
        links = [row[0] for row in db.execute('SELECT href FROM page_link WHERE page = ? ORDER BY position', [number])]
        alts = [row[0] for row in db.execute('SELECT alt FROM page_image WHERE page = ? ORDER BY position', [number])]
        heads = db.execute('SELECT coalesce(sum(heads), 0) FROM page_table WHERE page = ?', [number]).fetchone()[0]
        ours = levels, links, set(ids.split()), heads, alts, ' '.join((title or '').split())
        theirs = page.levels, page.hrefs, page.ids, page.heads, page.alts, page.title or ''
        for a, b in zip(ours, theirs):
            if a != b:
                yield f'{path}: {a!r} is {b!r}'
    yield from (f'{path}: not recorded' for path in pages)


def dead_links(site, pages):
    """Links inside the site that lead to no file, worked out without niemyet."""
    for path, page in pages.items():
        for href in page.hrefs:
            address = urllib.parse.urlsplit(href)
            if address.scheme or address.netloc or not address.path:
                continue
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), urllib.parse.unquote(address.path)))
            if not os.path.isfile(os.path.join(site, target)):
                yield path, href


def office(name, source):
    folder, site = os.path.join(TMP, name), os.path.join(TMP, name + '-site')
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns('.niemyet', 'site'))
    os.makedirs(os.path.join(folder, 'templates/components'), exist_ok=True)
    with open('templates/components/site-footer.html', encoding='utf-8') as file:
        footer = file.read().replace('{{root}}su-kien/', '{{root}}su-kien-cu/')
    with open(os.path.join(folder, 'templates/components/site-footer.html'), 'w', encoding='utf-8') as file:
        file.write(footer)
    subprocess.run([os.environ['NIEMYET'], 'build', '-C', folder, '-o', site], check=True, capture_output=True)
    pages = read_site(site)
    db = sqlite3.connect(os.path.join(folder, '.niemyet/plan.db'))
    good = report(f'{name}: there are pages', [] if len(pages) > 20 else [str(len(pages))])
    dead = sorted(dead_links(site, pages))
    found = sorted(db.execute(
        'SELECT p.path, l.href FROM page_link l JOIN page p ON p.id = l.page WHERE l.target IS NOT NULL'
        ' AND NOT EXISTS (SELECT 1 FROM site_file f WHERE f.path = l.target AND f.path = l.target COLLATE BINARY)'))
    good &= report(f'{name}: the planted dead link is on every page with a footer', [] if len(dead) > 20 else ['none'])
    good &= report(f'{name}: the same dead links', [str(x) for x in set(dead) ^ set(found)])
    good &= report(f'{name}: the same outlines', list(compare(db, pages)))
    return good


results = [office('demonstration', 'content'), office('ugly', 'tests/boards/ugly')]
print(f'1..{count}')
raise SystemExit(0 if all(results) else 1)
