#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The national portal's lists of procedures, as workbooks and as text in four codings: every row is
one of data/procedures.csv with every cell that is not empty, and the two forms of a list give the
same bytes. Read here from the source by Python's own readers. A row that is planted is missed."""
import csv
import io
import os
import re
import shutil
import subprocess
import unicodedata
import xml.etree.ElementTree as xml
import zipfile

from tap import done, skip_all, tell

here = os.path.dirname(os.path.abspath(__file__))
data = os.environ['NIEMYET_DATA']
books, texts = os.path.join(data, 'tthc-lists-xlsx'), os.path.join(data, 'tthc-lists-csv')
if not os.path.isdir(books) or not os.path.isdir(texts):
    skip_all('no lists of procedures here (NIEMYET_DATA)')
NS = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'


def sheet_rows(path):
    with zipfile.ZipFile(path) as book:
        strings = [''.join(t.text or '' for t in si.iter(NS + 't'))
                   for si in xml.fromstring(book.read('xl/sharedStrings.xml'))]
        for row in xml.fromstring(book.read('xl/worksheets/sheet1.xml')).iter(NS + 'row'):
            cells = [''] * 5
            for c in row:
                v = c.find(NS + 'v')
                if v is not None:
                    cells[ord(c.get('r')[0]) - ord('A')] = strings[int(v.text)]
            yield cells


def text_rows(path):
    with open(path, 'rb') as f:
        raw = f.read()
    text = raw.decode('utf-16' if raw[:2] == b'\xff\xfe' else 'utf-8-sig')
    delimiter = '\t' if '-tab-' in path else ';' if '-semicolon-' in path else ','
    return csv.reader(io.StringIO(text, newline=''), delimiter=delimiter)


def words(s):
    """A cell without what cleaning may change: spaces, line ends, the form of letters."""
    return ' '.join(re.sub(r';(?=\s)', ' ', unicodedata.normalize('NFC', s)).split())


def letters(s):
    """A field's name: "Thi đua, khen thưởng" is "Thi đua khen thưởng"."""
    return re.sub(r'\W+', ' ', unicodedata.normalize('NFC', s)).strip().casefold()


def imported(path, office):
    shutil.rmtree(office, ignore_errors=True)
    os.mkdir(office)
    shutil.copy(os.path.join(here, '../../content/site.yml'), office)
    run = subprocess.run([os.environ['NIEMYET'], 'import', '-C', office, path],
                         stdin=subprocess.DEVNULL, capture_output=True, text=True)
    with open(os.path.join(office, 'data/procedures.csv'), newline='', encoding='utf-8') as f:
        rows = {row['code']: row for row in csv.DictReader(f)}
    with open(os.path.join(office, 'data/fields.csv'), newline='', encoding='utf-8') as f:
        fields = {row['code']: row['name'] for row in csv.DictReader(f)}
    return run.returncode, rows, fields


def missing(source, rows, fields):
    """What of the source is not there."""
    out = []
    for code, name, ministry, agency, field in source:
        row = rows.get(code.strip())
        if row is None:
            out.append(code)
            continue
        got = fields.get(row['field_code'], '')
        same = (words(row['name']) == words(name) and
                words(row.get('publishing_agency', '')) == words(ministry) and
                words(row.get('executing_agency', '')) == words(agency) and
                letters(got) == letters(field))
        if not same:
            out.append(f'{code}: {dict(row)} {got}')
    return out


total = 0


office = os.path.join(os.environ['TEST_TMP'], 'office')
for name in sorted(os.listdir(books)):
    stem = name[:-len('.xlsx')]
    text = next(os.path.join(texts, t) for t in os.listdir(texts) if t.startswith(stem + '.'))
    kept = {}
    for path, read in ((os.path.join(books, name), sheet_rows), (text, text_rows)):
        source = [r for r in list(read(path))[2:] if any(c.strip() for c in r)]
        status, rows, fields = imported(path, office)
        lost = missing(source, rows, fields)
        tell(status == 0 and not lost and len(rows) == len(source),
             f'{os.path.basename(path)}: {len(source)} rows', f'{status} {len(rows)} {lost[:2]}')
        kept[read] = (rows, fields)
        total += len(source)
    tell(kept[sheet_rows] == kept[text_rows], f'{stem}: workbook and text give the same')
    planted = [source[0][:1] + ['x' + source[0][1]] + source[0][2:]] + source[1:]
    tell(len(missing(planted, rows, fields)) == 1, f'{stem}: a changed name is found')
tell(total == 2 * 1396, '1,396 rows in each form', str(total))
done()
