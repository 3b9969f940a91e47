# SPDX-License-Identifier: MIT
"""figures-proof DATA OFFICE [SITE]: are the figures of the sources those of the office's data/, and of the
posted table of the province's units?

Reads the sources by itself, without looking at what the import maps say: JSON with every number
kept as it is written, CSV cell by cell. Prints what differs; status 1 when something does.
"""
import csv
import glob
import html
import json
import os
import re
import sys
from decimal import ROUND_HALF_UP, Decimal

source, office = sys.argv[1:3]
site = sys.argv[3] if len(sys.argv) > 3 else None
wrong = []


def table(name):
    with open(os.path.join(office, 'data', name + '.csv'), encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def same(what, got, wanted):
    if got != wanted:
        wrong.append(f'{what}: {got!r}, the source has {wanted!r}')


def vi(number, places=None):
    """The Vietnamese way: 1.234,50."""
    number = Decimal(number)
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f'{number:,f}'.translate(str.maketrans(',.', '.,'))


def page_rows(year, month):
    """Name of the unit -> the cells behind it, as the page prints them."""
    with open(f'{site}/thong-ke/chi-so/766/{year}-{month}-duong-lich.html', encoding='utf-8') as file:
        text = file.read()
    rows = {}
    for row in re.findall(r'<tr[ >].*?</tr>', text, re.S):
        cells = [html.unescape(re.sub(r'<[^>]+>', '', c)).strip() for c in re.findall(r'<t[hd][ >].*?</t[hd]>', row, re.S)]
        rows.setdefault(cells[0], cells[1:])
    return rows


def same_on_page(unit, cells):
    """Score, percent, fraction, days as stated; score and percent worked out again; what is left."""
    n, d, most = (Decimal(unit[k]) for k in ('totalOnTime', 'totalReceived', 'maxScore'))
    counted = ['–', '–', '0'] if d == 0 else [vi(most * n / d, 2), re.sub(r'^100,00%', '100%', vi(100 * n / d, 2) + '%'), vi(d - n)]
    wanted = [vi(unit['score'], 2), vi(unit['ratio']) + '%', f'{vi(n)}/{vi(d)}', re.sub(',00$', '', vi(unit['avgProcessingDays'], 2))] + counted
    same(f"{unit['departmentName']} on the page", [c.split(' ')[0] for c in cells], wanted)


scores = {(r['index_code'], r['component'], r['unit_code'], r['period_kind'], r['year'], r['n']): r
          for r in table('index-scores')}
components = {(r['index_code'], r['component']): r for r in table('index-components')}
agencies = {r['code']: r for r in table('agencies')}
seen = set()


def score(*key):
    seen.add(key)
    return scores.get(key, {})


# One month of a province.
for path in glob.glob(os.path.join(source, 'dossier-stats-phu-tho', '*.json')):
    year, month = path[-12:-5].split('-')
    with open(path, encoding='utf-8') as file:
        data = json.load(file, parse_float=str, parse_int=str)['data']
    units = list(data['children'])
    same('units in the source', len(units), 163)
    province = dict(data['parent'])
    province.update(score=province['totalScore'], maxScore=province['totalMaxScore'], level='TOP')
    for unit in units + [province]:
        code = unit['departmentCode']
        key = (code, 'CALENDAR_MONTH', year, str(int(month)))
        row = score('766', 'TDGQ', *key)
        for column, field in [('score', 'score'), ('max_score', 'maxScore'), ('num', 'totalOnTime'),
                              ('den', 'totalReceived'), ('percent', 'ratio')]:
            same(f'{code} {column}', row.get(column), unit[field])
        same(f'{code} days', score('766', '2.2', *key).get('score'), unit['avgProcessingDays'])
        agency = agencies.get(code, {})
        same(f'{code} name', agency.get('name'), unit['departmentName'])
        level, kind, parent = {'TOP': ('TINH', 'PROVINCE', ''),
                               'PROVINCE': ('TINH', 'DEPARTMENT', province['departmentCode']),
                               'COMMUNE': ('XA', 'COMMUNE', province['departmentCode'])}[unit['level']]
        same(f'{code} level', (agency.get('level'), agency.get('kind'), agency.get('parent_code')),
             (level, kind, parent))
    if site:
        rows = page_rows(year, month)
        for unit in units:
            same_on_page(unit, rows.get(unit['departmentName'], []))
    finished = score('766', '2.1.hoan-thanh', province['departmentCode'], 'CALENDAR_MONTH', year,
                     str(int(month)))
    same('finished', finished.get('score'), province['totalCompleted'])

# PAPI, cell by cell; an empty cell is no row.
cells = 0
for path in sorted(glob.glob(os.path.join(source, 'papi', '20*.csv'))):
    year = os.path.basename(path)[:4]
    with open(path, encoding='utf-8-sig', newline='') as file:
        header, *rows = csv.reader(file)
    for row in rows:
        for name, cell in list(zip(header, row))[1:]:
            if cell.strip():
                cells += 1
                same(f'{path} {row[0]} {name}',
                     score('PAPI', name, row[0], 'CALENDAR_YEAR', year, '1').get('score'), cell.strip())
same('cells were read', cells > 15000, True)

for key in scores:
    if key not in seen:
        wrong.append(f'{key}: the sources have no such score')
    if key[:2] not in components:
        wrong.append(f'{key}: no component')

# The code books.
books = {name: list(csv.DictReader(open(os.path.join(source, 'papi', f'codebook_{name}.csv'),
                                        encoding='utf-8-sig', newline='')))
         for name in ('subcriteria', 'criteria', 'provinces')}
for r in books['subcriteria']:
    got = components.get(('PAPI', r['Variable_Code']), {})
    same(r['Variable_Code'], (got.get('name'), got.get('parent')),
         (r['Variable_Name'].strip(), r['Criteria_Code']))
for r in books['subcriteria']:
    same(r['Criteria_Code'], components.get(('PAPI', r['Criteria_Code']), {}).get('name'), r['Criteria_Name'].strip())
names = {r['code']: r['name'] for r in table('index-units')}
same('provinces', names, {r['Variable_Code']: r['Variable_Name'].strip() for r in books['provinces']})

print('\n'.join(wrong[:40]))
print(f'{len(seen)} scores, {len(agencies)} agencies, {cells} cells of PAPI, {len(wrong)} wrong')
sys.exit(1 if wrong else 0)
