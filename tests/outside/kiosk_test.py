#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Configurations of kiosks: every value of each is in a row of data/*.csv or in the report, the fields in the order of the
source; site.yml stays as it is, and the report says that the screen is not in them. What the office has filled in stays.
Read here from the sources by Python. A value that is planted is missed."""
import csv
import glob
import json
import os
import shutil
import subprocess

from tap import done, skip_all, tell

here = os.path.dirname(os.path.abspath(__file__))
sources = sorted(glob.glob(os.path.join(os.environ['NIEMYET_DATA'], 'kiosk-config', '*.json')))
if not sources:
    skip_all('no configurations of kiosks here (NIEMYET_DATA)')
office = os.path.join(os.environ['TEST_TMP'], 'office')
settings = os.path.join(here, '../../content/site.yml')


def read(path):
    with open(path, newline='', encoding='utf-8') as f:
        return f.read()


def imported(path, *options):
    run = subprocess.run([os.environ['NIEMYET'], 'import', '-C', office, *options, path],
                         stdin=subprocess.DEVNULL, capture_output=True, text=True)
    names = sorted(glob.glob(os.path.join(office, 'data', '*.csv')))
    return run.returncode, run.stdout + run.stderr, {
        os.path.basename(n): list(csv.DictReader(read(n).splitlines())) for n in names}


def unaccounted(source, said, tables):
    cells = {cell for rows in tables.values() for row in rows for cell in row.values()}
    for value in source.values():
        for one in value if isinstance(value, list) else [value]:
            if one and one not in cells and f' = {one}' not in said:
                yield one


for path in sources:
    source, name = json.loads(read(path)), os.path.basename(path)
    shutil.rmtree(office, ignore_errors=True)
    os.makedirs(os.path.join(office, 'data'))
    shutil.copy(settings, office)
    field = source['fields'][-1]
    status, said, tables = imported(path)
    tell(status == 1 and not tables and 'I035' in said, f'{name}: whose it is, is asked for', said)
    status, said, tables = imported(path, '--set', 'agency=H01')
    lost = list(unaccounted(source, said, tables))
    tell(status == 0 and not lost, 'every value is in a row or in the report', f'{lost} {said}')
    tell(len(list(unaccounted(dict(source, kioskPhone='0.1'), said, tables))) == 1, 'a value that is planted is missed')
    listed = [row['name'] for row in sorted(tables['fields.csv'], key=lambda row: int(row['position']))]
    tell(listed == source['fields'], 'the fields, in their order', str(listed))
    point, = tables['reception-points.csv']
    tell((point['agency_code'], point['name'], point['note']) == ('H01', source['kioskName'], source['kioskTime']),
         'the place', str(point))
    tell('devices' in said and read(os.path.join(office, 'site.yml')) == read(settings), 'the screen is not in it', said)
    with open(os.path.join(office, 'data/reception-points.csv'), 'w', encoding='utf-8') as f:
        f.write(f'code,agency_code,name,phone,note\n{point["code"]},H02,Bộ phận Một cửa,1022,\n')
    status, said, tables = imported(path, '--set', 'agency=H01')
    point, = tables['reception-points.csv']
    tell([point[k] for k in ('agency_code', 'name', 'phone', 'note')] == ['H02', 'Bộ phận Một cửa', '1022', source['kioskTime']],
         'what the office has filled in stays', str(point))

done()
