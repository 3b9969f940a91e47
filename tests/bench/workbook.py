#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bench/workbook.py NIEMYET FOLDER [READER...] - 100,000 rows of a workbook: time and peak of reading them, of
importing them, and of other readers on the same file: openpyxl (read_only), if Python finds it, and xlsx2csv or
the one that is given. FOLDER is made anew."""
import os
import shutil
import subprocess
import sys
import zipfile

niemyet, folder = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
reader = sys.argv[3:] or ['xlsx2csv']
shutil.rmtree(folder, ignore_errors=True)
os.makedirs(os.path.join(folder, 'office'))
shutil.copy(os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../content/site.yml'),
            os.path.join(folder, 'office'))
NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
COUNT = 100000


def row(line, cells):
    return f'<row r="{line}">' + ''.join(f'<c r="{chr(65 + i)}{line}" t="inlineStr"><is><t>{c}</t></is></c>'
                                         for i, c in enumerate(cells)) + '</row>'


def relation(kind, target):
    return (f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/{kind}" '
            f'Target="{target}"/></Relationships>')


book = os.path.join(folder, 'rows.xlsx')
with zipfile.ZipFile(book, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
               ''.join(f'<Override PartName="/xl/{part}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
                       f'spreadsheetml.{kind}+xml"/>' for part, kind in (('workbook', 'sheet.main'),
                                                                         ('worksheets/sheet1', 'worksheet'))) + '</Types>')
    z.writestr('_rels/.rels', relation('officeDocument', 'xl/workbook.xml'))
    z.writestr('xl/workbook.xml', f'<workbook xmlns="{NS}" xmlns:r="{OFFICE}"><sheets>'
               '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>')
    z.writestr('xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml'))
    with z.open('xl/worksheets/sheet1.xml', 'w') as f:
        f.write(f'<worksheet xmlns="{NS}"><sheetData>'.encode())
        f.write(row(1, ['Mã số', 'Tên', 'Cơ quan ban hành', 'Cơ quan thực hiện', 'Lĩnh vực']).encode())
        for i in range(COUNT):
            f.write(row(i + 2, [f'{1 + i % 3}.{i:06}', f'Cấp bản sao trích lục hộ tịch {i}', 'Bộ Tư pháp',
                                'Ủy ban nhân dân cấp xã; Sở Tư pháp', f'Lĩnh vực {i % 40}']).encode())
        f.write(b'</sheetData></worksheet>')

with open(os.path.join(folder, 'count.yml'), 'w', encoding='utf-8') as f:
    f.write('title: {vi: x}\ndescription: {vi: x}\nformat: csv\nmatch: "1"\ntables:\n  - table: fields\n'
            '    from: source WHERE _line < 3\n    columns: {code: slug("Lĩnh vực"), name: \'"Lĩnh vực"\'}\n'
            'skipped:\n  - {count: (SELECT count(*) FROM source), text: {vi: hàng}}\n')


def measure(what, command):
    done = os.path.join(folder, 'time')
    subprocess.run(['/usr/bin/time', '-f', '%U %S %M', '-o', done] + command, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    with open(done, encoding='utf-8') as f:
        said = f.read()
    if 'non-zero' in said:
        print(f'{what:34} cannot be run, or refuses the file')
        return
    user, system, peak = said.split()[-3:]
    print(f'{what:34} {float(user) + float(system):6.2f} s of processor  {int(peak) / 1024:6.0f} MB')


office = os.path.join(folder, 'office')
measure('niemyet, read only', [niemyet, 'import', '--dry-run', '-C', office, '--map',
                               os.path.join(folder, 'count.yml'), book])
measure('niemyet, checked, joined, written', [niemyet, 'import', '-C', office, book])
measure('niemyet, the same again', [niemyet, 'import', '-C', office, book])
measure('openpyxl, read_only', [sys.executable, '-c', 'import openpyxl, sys\n'
                                'for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets:\n'
                                '    for row in sheet.iter_rows(values_only=True): pass', book])
measure(reader[-1].split('/')[-1], reader + [book, os.path.join(folder, 'rows.csv')])
