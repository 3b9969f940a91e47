#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Resolutions on fees: every value of the source is in a row of data/*.csv or in the report, by itself; which fees are of a
kind that a resolution names is given by --set, and then each of them is relieved from the day on that the source says.
Read here from the source by Python. A value that is planted is missed."""
import csv
import glob
import json
import os
import re
import shutil
import subprocess

from tap import done, skip_all, tell

here = os.path.dirname(os.path.abspath(__file__))
sources = sorted(glob.glob(os.path.join(os.environ['NIEMYET_DATA'], 'fees-hai-phong', '*.json')))
if not sources:
    skip_all('no resolutions on fees here (NIEMYET_DATA)')
office = os.path.join(os.environ['TEST_TMP'], 'office')


def imported(path, *options):
    """Status, report, file -> rows."""
    run = subprocess.run([os.environ['NIEMYET'], 'import', '-C', office, *options, path],
                         stdin=subprocess.DEVNULL, capture_output=True, text=True)
    tables = {}
    for name in sorted(glob.glob(os.path.join(office, 'data', '*.csv'))):
        with open(name, newline='', encoding='utf-8') as f:
            tables[os.path.basename(name)] = list(csv.DictReader(f))
    return run.returncode, run.stdout + run.stderr, tables


def values(node):
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        for one in node:
            yield from values(one)
    elif node not in (None, ''):
        yield str(node)


def iso(day):
    d, m, y = map(int, day.split('/'))
    return f'{y:04d}-{m:02d}-{d:02d}'


def unaccounted(source, said, tables):
    """Whole cells, parts of the document's name, or words of the report; a day may be written in another form."""
    cells = {cell for rows in tables.values() for row in rows for cell in row.values()}
    docs = ' '.join(row['legal_doc'] for row in tables.get('fee-reliefs.csv', []))
    for value in values(source):
        as_day = iso(value) if re.fullmatch(r'\d+/\d+/\d{4}', value) else value
        if value not in cells and as_day not in cells and value not in said and value not in docs:
            yield value


for path in sources:
    with open(path, encoding='utf-8') as f:
        source = json.load(f)
    name = os.path.basename(path)
    from_day, groups = iso(source['hieuLuc']), source['mienPhiKhiTrucTuyen']
    kinds = groups['lePhi'] + groups['phi']
    shutil.rmtree(office, ignore_errors=True)
    os.mkdir(office)
    shutil.copy(os.path.join(here, '../../content/site.yml'), office)

    status, said, tables = imported(path)
    tell(status == 0 and set(tables) == {'superseded-laws.csv'}, f'{name}: imported', said)
    laws = [(r['number'], r['replaced_by'], r['valid_to']) for r in tables['superseded-laws.csv']]
    tell(sorted(laws) == sorted((law.split(' ')[0], source['so'], from_day) for law in source['thayThe']),
         'what it replaces is superseded from its first day', str(laws))
    left = re.search(r'không nhập: (\d+) loại phí', said)
    tell(left and int(left[1]) == len(kinds), f'{len(kinds)} kinds of fees are told', said)
    lost = list(unaccounted(source, said, tables))
    tell(not lost, 'every value is in a row or in the report', str(lost))
    planted = dict(source, nguon=dict(source['nguon'], banGoc='https://example.org/x.pdf'))
    tell(len(list(unaccounted(planted, said, tables))) == 1, 'a value that is planted is missed')

    fees = {f'1.{100000 + i}': kind for i, kind in enumerate(kinds)}
    status, said, tables = imported(path, '--set', 'fees=' + '; '.join(f'{c}: {k}' for c, k in fees.items()))
    rows = tables.get('fee-reliefs.csv', [])
    wanted = {(c, '1', 'EXEMPT', '100', source['phamVi'], source['chuyenTiep'], from_day,
               f'Nghị quyết số {source["so"]} ngày {source["ngay"]} ({k})') for c, k in fees.items()}
    columns = ('code', 'fee_position', 'kind', 'percent', 'who', 'condition', 'valid_from', 'legal_doc')
    got = {tuple(row[c] for c in columns) for row in rows}
    tell(status == 0 and got == wanted and len(rows) == len(fees), 'each fee is relieved', f'{status} {got ^ wanted} {said}')
    lost = list(unaccounted(source, said, tables))
    tell(not lost and not re.search(r'không nhập: \d+ loại phí', said), 'then every value is accounted for, too', str(lost) + said)
    again = imported(path, '--set', 'fees=' + '; '.join(f'{c}: {k}' for c, k in fees.items()))
    tell(again[0] == 0 and again[2] == tables and 'đã ghi' not in again[1], 'a second import changes nothing', again[1])
    status, said, after = imported(path, '--set', f'fees=1.000001/2: {kinds[0].upper()}')
    row = [r for r in after['fee-reliefs.csv'] if r['code'] == '1.000001']
    tell(status == 0 and len(row) == 1 and row[0]['fee_position'] == '2', 'another fee of a procedure', said)
    status, said, after = imported(path, '--set', 'fees=1.000002: Lệ phí không có')
    tell(status == 1 and 'I035' in said and len(after['fee-reliefs.csv']) == len(fees) + 1,
         'a kind that the source does not name', said)

done()
