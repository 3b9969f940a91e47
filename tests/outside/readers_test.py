#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Odd files that others published, each with what becomes of it: tests/outside/readers.tsv.

A line is a file, the exit status, the messages' ids ("-": none), how many rows below the header
were read and a text that one of them holds, or "-" (readers.yml: its line and its cells as
JSON; "header ...", "title ..."; readers-json.yml: a row is a value, where it stands, its kind).
Every file of the folders named is in the table.
"""
import csv
import os
import re
import shutil
import subprocess

from tap import done, skip_all, tell

here = os.path.dirname(os.path.abspath(__file__))
data = os.environ['NIEMYET_DATA']
tmp = os.environ['TEST_TMP']
folders = ['csv-edge/csv-spectrum/csvs', 'json-edge/test_parsing', 'legacy-encoding/tcvn3', 'legacy-encoding/uchardet-vi',
           'tthc-lists-csv', 'tthc-lists-xlsx', 'xlsx-edge']
if not all(os.path.isdir(os.path.join(data, f)) for f in folders):
    skip_all('no suites of odd files here (NIEMYET_DATA)')


def read(path):
    """Status, ids, texts of the rows, texts of header and title."""
    office = os.path.join(tmp, 'office')
    shutil.rmtree(office, ignore_errors=True)
    os.mkdir(office)
    shutil.copy(os.path.join(here, '../../content/site.yml'), office)
    run = subprocess.run([os.environ['NIEMYET'], 'import', '-C', office, '--map',
                          os.path.join(here, 'readers-json.yml' if path.endswith('.json') else 'readers.yml'), path],
                         stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
    ids = list(dict.fromkeys(re.findall(r'\[([A-Z]\d{3})\]$', run.stderr, re.M)))
    rows, heads = [], []
    try:
        with open(os.path.join(office, 'data/index-units.csv'), newline='', encoding='utf-8') as f:
            for code, name in list(csv.reader(f))[1:]:
                (heads if re.search(r'-(header|title-\d+)$', code) else rows).append(name)
    except FileNotFoundError:
        pass
    return run.returncode, ids, rows, heads




seen = set()
with open(os.path.join(here, 'readers.tsv'), encoding='utf-8') as table:
    for line in table:
        if line.startswith('#') or not line.strip():
            continue
        name, status, ids, count, holds = line.rstrip('\n').split('\t')
        seen.add(name)
        got = read(os.path.join(data, name))
        wanted = (int(status), [] if ids == '-' else ids.split(','), int(count))
        found = holds == '-' or any(holds in text for text in got[2] + got[3])
        tell((got[0], got[1], len(got[2])) == wanted and found, name,
             f'{got[0]} {got[1]} {len(got[2])}, not {wanted}; {"" if found else "not there: " + holds}')

there = {f'{folder}/{name}' for folder in folders for name in os.listdir(os.path.join(data, folder))
         if not name.startswith('LICENSE')}
tell(seen == there, 'every file is in the table', str(sorted(seen ^ there)))
done()
