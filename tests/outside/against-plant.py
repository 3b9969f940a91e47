#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Changes an office that was imported, so that it differs from what it was imported from.

    against-plant.py OFFICE SEED

Plants a few differences of each kind in procedures chosen by SEED, one in each, and prints
what a comparison has to find: "RULE FILE:LINE CODE", sorted."""
import csv
import os
import random
import sys

csv.field_size_limit(1 << 27)
EACH = 4


class Table:
    """A file of data/ with the line on which each row begins."""

    def __init__(self, office, name):
        self.file = f'data/{name}.csv'
        self.path = os.path.join(office, self.file)
        with open(self.path, encoding='utf-8', newline='') as f:
            rows = list(csv.reader(f))
        self.columns, self.rows = rows[0], [dict(zip(rows[0], r)) for r in rows[1:]]

    def write(self):
        with open(self.path, 'w', encoding='utf-8', newline='') as f:
            out = csv.writer(f, lineterminator='\n')
            out.writerow(self.columns)
            out.writerows([r.get(c, '') for c in self.columns] for r in self.rows)

    def line(self, row):
        with open(self.path, encoding='utf-8', newline='') as f:
            reader = csv.reader(f)
            next(reader)
            for known in self.rows:
                first = reader.line_num + 1
                next(reader)
                if known is row:
                    return first
        raise KeyError(row)

    def of(self, code):
        return [r for r in self.rows if r['code'] == code]


class Office:
    def __init__(self, folder, seed):
        self.random = random.Random(seed)
        names = [n[:-4] for n in sorted(os.listdir(os.path.join(folder, 'data')))]
        self.tables = {n: Table(folder, n) for n in names}
        self.wanted = []  # (rule, table, row, code)
        procedures = self.tables['procedures'].rows
        names = [p['name'] for p in procedures]
        self.codes = [p['code'] for p in procedures if p['kind'] != 'INTERNAL' and names.count(p['name']) == 1]
        self.random.shuffle(self.codes)

    def want(self, rule, table, row, code=None):
        self.wanted.append((rule, self.tables[table], row, code or row['code']))

    def procedure(self, code):
        return self.tables['procedures'].of(code)[0]

    # Each kind: changes the procedure, or gives False where it has nothing to change.

    def name(self, code):
        row = self.procedure(code)
        row['name'] += ' (mới)'
        self.want('NY027', 'procedures', row)

    def limit(self, code):
        rows = [r for r in self.tables['methods'].of(code) if r['time_limit_value'] and r['time_limit_unit'] != 'OTHER']
        if not rows:
            return False
        row = self.random.choice(rows)
        row['time_limit_value'] = str(float(row['time_limit_value']) + 1000)
        self.want('NY027a', 'methods', row)

    def unit(self, code):
        rows = [r for r in self.tables['methods'].of(code) if r['time_limit_value'] and r['time_limit_unit'] == 'WORKING_DAY']
        if not rows:
            return False
        row = self.random.choice(rows)
        row['time_limit_unit'] = 'DAY'
        self.want('NY027a', 'methods', row)

    def amount(self, code):
        rows = [r for r in self.tables['fees'].of(code) if r['amount_vnd']]
        if not rows:
            return False
        row = self.random.choice(rows)
        row['amount_vnd'] = str(int(row['amount_vnd']) + 777)
        self.want('NY027b', 'fees', row)

    def free(self, code):
        rows = [r for r in self.tables['fees'].of(code) if r['none_reason']]
        if not rows:
            return False
        row = self.random.choice(rows)
        row['amount_vnd'], row['none_reason'] = '5000', ''
        self.want('NY027b', 'fees', row)

    def papers(self, code):
        return [r for r in self.tables['components'].of(code) if r['kind'] == 'PAPER']

    def less_paper(self, code):
        rows = self.papers(code)
        row = self.random.choice(rows) if rows else None
        rest = [r for r in rows if r is not row and r['case_position'] == row['case_position']]
        if not rest:
            return False
        self.tables['components'].rows.remove(row)
        self.want('NY027c', 'components', rest[0])

    def more_paper(self, code):
        rows = self.papers(code)
        if not rows:
            return False
        last = self.tables['components'].of(code)[-1]
        row = dict(self.random.choice(rows), name='Giấy tờ đòi thêm', position=str(int(last['position']) + 1))
        self.tables['components'].rows.append(row)
        self.want('NY027c', 'components', row)

    def more_copies(self, code):
        rows = self.papers(code)
        if not rows or any(not r['copy_qty'] for r in rows):
            return False
        row = self.random.choice(rows)
        row['copy_qty'] = str(int(row['copy_qty']) + 1)
        self.want('NY027c', 'components', row)

    def decision(self, code):
        row = self.procedure(code)
        if not row['decision_no']:
            return False
        row['decision_no'] = '98765/QĐ-XYZ'
        self.want('NY027d', 'procedures', row)

    def extra(self, code):
        row = dict(self.procedure(code), code='9.' + code[2:], name='Thủ tục không ai công bố ' + code)
        self.tables['procedures'].rows.append(row)
        self.want('NY027e', 'procedures', row)

    def removed(self, code):
        for table in self.tables.values():
            if 'code' in table.columns and table.file != 'data/fields.csv':
                table.rows = [r for r in table.rows if r['code'] != code]
        self.wanted.append(('NY027f', None, None, code))

    def recoded(self, code):
        row = self.procedure(code)
        for table in self.tables.values():
            for r in table.rows:
                if r.get('code') == code and table.file != 'data/fields.csv':
                    r['code'] = '9' + code[1:]
        self.want('NY027g', 'procedures', row)

    KINDS = (name, limit, unit, amount, free, less_paper, more_paper, more_copies, decision, extra, removed, recoded)

    def plant(self):
        for kind in self.KINDS:
            done = 0
            for code in list(self.codes):
                if done < EACH and kind(self, code) is not False:
                    self.codes.remove(code)
                    done += 1
            if not done:
                sys.exit(f'nothing to plant for {kind.__name__}')
        for table in self.tables.values():
            table.write()


def main():
    office = Office(sys.argv[1], int(sys.argv[2]))
    office.plant()
    found = set()
    for rule, table, row, code in office.wanted:
        place = f'{table.file}:{table.line(row)}' if table else 'data/procedures.csv:0'
        found.add(f'{rule} {place} {code}')
    print('\n'.join(sorted(found)))


main()
