#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The 34 provinces and 3,321 communes: each is a row of data/agencies.csv under its province, and every value that is
not there is counted in the report. Read here from the source by Python. A unit that is planted is missed."""
import csv
import glob
import json
import os
import re
import shutil
import subprocess
import unicodedata

from tap import done, skip_all, tell

here = os.path.dirname(os.path.abspath(__file__))
sources = sorted(glob.glob(os.path.join(os.environ['NIEMYET_DATA'], 'admin-units-2025', 'vn_units_*.json')))
if not sources:
    skip_all('no administrative units here (NIEMYET_DATA)')
with open(sources[-1], encoding='utf-8') as f:
    provinces = json.load(f)
# What goes into a column, and what only the report counts.
TAKEN = {'Code', 'Name', 'FullName', 'ProvinceCode'}
LEFT = {'Type', 'NameEn', 'FullNameEn', 'CodeName', 'AdministrativeUnitId', 'AdministrativeUnitShortName',
        'AdministrativeUnitFullName', 'AdministrativeUnitShortNameEn', 'AdministrativeUnitFullNameEn'}


def words(s):
    return ' '.join(unicodedata.normalize('NFC', s or '').split())


def imported(*options):
    office = os.path.join(os.environ['TEST_TMP'], 'office')
    shutil.rmtree(office, ignore_errors=True)
    os.mkdir(office)
    shutil.copy(os.path.join(here, '../../content/site.yml'), office)
    run = subprocess.run([os.environ['NIEMYET'], 'import', '--lang', 'en', '-C', office, *options, sources[-1]],
                         stdin=subprocess.DEVNULL, capture_output=True, text=True)
    try:
        with open(os.path.join(office, 'data/agencies.csv'), newline='', encoding='utf-8') as f:
            rows = {row['code']: row for row in csv.DictReader(f)}
    except FileNotFoundError:
        rows = {}
    return run.returncode, run.stdout + run.stderr, rows


def missing(source, rows):
    out = []
    for p in source:
        for u in [p] + p['Wards']:
            row = rows.get(u['Code'], {})
            wanted = {'name': u['FullName'], 'name_short': u['Name'], 'parent_code': u.get('ProvinceCode', ''),
                      'level': 'XA' if u is not p else 'TINH', 'province': p['FullName'],
                      'commune': u['FullName'] if u is not p else ''}
            if any(words(row.get(k)) != words(v) for k, v in wanted.items()):
                out.append(f'{u["Code"]} {row}')
    return out


units = [u for p in provinces for u in [p] + p['Wards']]
tell(len(units) == 3355, '3,355 units', str(len(units)))
tell({k for u in units for k in u} == TAKEN | LEFT | {'Wards'}, 'every key of the source is known',
     str({k for u in units for k in u} ^ (TAKEN | LEFT | {'Wards'})))
status, said, rows = imported('--set', 'province=all')
lost = missing(provinces, rows)
tell(status == 0 and not lost and len(rows) == len(units), 'every unit is a row', f'{status} {len(rows)} {lost[:2]}')
counted = int(re.search(r'left out: (\d+) names', said).group(1))
tell(counted == sum(u[k] is not None for u in units for k in LEFT & u.keys()), 'the report counts all other values',
     str(counted))
planted = json.loads(json.dumps(provinces))
planted[0]['Wards'][0]['FullName'] += 'x'
tell(len(missing(planted, rows)) == 1, 'a changed name is found')
status, said, rows = imported('--set', 'province=01')
tell(status == 0 and len(rows) == 1 + len(provinces[0]['Wards']), 'one province', f'{status} {len(rows)} {said}')
status, said, rows = imported()
tell(status == 1 and not rows and 'I035' in said, 'without a province it is asked for', said)
done()
