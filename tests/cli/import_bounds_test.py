#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files that are made to hurt cost a bounded memory and a message: archives and entities that unfold,
cells and lines without end, too many columns; and 100,000 rows of a workbook are read in a memory
that does not grow with them. Formulas stay text."""
import os
import shutil
import subprocess
import zipfile

from tap import done, tell

here = os.path.dirname(os.path.abspath(__file__))
tmp = os.environ['TEST_TMP']
office = os.path.join(tmp, 'office')
os.mkdir(office)
shutil.copy(os.path.join(here, '../../content/site.yml'), office)
MB = 1 << 20
NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
is_watched = os.environ.get('V') in ('asan', 'tsan')  # whose own memory is larger

with open(os.path.join(tmp, 'any.yml'), 'w', encoding='utf-8') as f:
    f.write('title: {vi: x}\ndescription: {vi: x}\nformat: csv\nmatch: "1"\ntables:\n'
            '  - table: index-units\n    from: source WHERE _line < 4\n'
            '    columns: {code: ma, name: ten}\n'
            'skipped:\n  - {count: (SELECT count(*) FROM source), text: {vi: hàng}}\n')


def run(name):
    """Status, messages and report, peak in MB."""
    out, err = os.path.join(tmp, 'out'), os.path.join(tmp, 'err')
    with open(out, 'wb') as o, open(err, 'wb') as e:
        child = subprocess.Popen([os.environ['NIEMYET'], 'import', '--lang', 'en', '-C', office, '--map',
                                  os.path.join(tmp, 'any.yml'), os.path.join(tmp, name)],
                                 stdin=subprocess.DEVNULL, stdout=o, stderr=e)
        _, status, usage = os.wait4(child.pid, 0)
    said = ''.join(open(p, encoding='utf-8', errors='replace').read() for p in (err, out))
    return os.waitstatus_to_exitcode(status), said, usage.ru_maxrss // 1024


def refused(name, message, most):
    status, said, peak = run(name)
    tell(status == 1 and message in said and (peak <= most or is_watched), f'{name}: {message}, at most {most} MB',
         f'{status}, {peak} MB: {said}')
    os.remove(os.path.join(tmp, name))


def pieces(name, *parts):
    with open(os.path.join(tmp, name), 'wb') as f:
        for times, piece in parts:
            for _ in range(times):
                f.write(piece)


def book(name, sheet, strings=None):
    def relations(*items):
        return f'<Relationships xmlns="{PACKAGE}">' + ''.join(
            f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
            for i, (kind, target) in enumerate(items)) + '</Relationships>'
    parts = [('worksheet', 'worksheets/sheet1.xml')]
    with zipfile.ZipFile(os.path.join(tmp, name), 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr('_rels/.rels', relations(('officeDocument', 'xl/workbook.xml')))
        z.writestr('xl/workbook.xml', f'<workbook xmlns="{NS}" xmlns:r="{OFFICE}"><sheets>'
                   '<sheet name="S" sheetId="1" r:id="r0"/></sheets></workbook>')
        if strings:
            parts.append(('sharedStrings', 'sharedStrings.xml'))
            with z.open('xl/sharedStrings.xml', 'w') as f:
                f.write(f'<sst xmlns="{NS}">'.encode())
                for piece in strings:
                    f.write(piece)
                f.write(b'</sst>')
        z.writestr('xl/_rels/workbook.xml.rels', relations(*parts))
        with z.open('xl/worksheets/sheet1.xml', 'w', force_zip64=True) as f:
            for piece in sheet:
                f.write(piece)


def sheet(rows):
    yield f'<worksheet xmlns="{NS}"><sheetData>'.encode()
    yield from rows
    yield b'</sheetData></worksheet>'


def row(line, *cells):
    return (f'<row r="{line}">' + ''.join(
        f'<c r="{chr(65 + i)}{line}" t="inlineStr"><is><t>{cell}</t></is></c>'
        for i, cell in enumerate(cells)) + '</row>').encode()


pieces('line.csv', (256, b'x' * MB))
refused('line.csv', 'line.csv:1: error: a cell is longer than 262144 bytes [D003]', 32)
pieces('commas.csv', (64, b'a,' * (MB // 2)))
refused('commas.csv', '[D004]', 32)
pieces('row.csv', (1, b'ma,ten\n1,'), (256, b'y' * (200 << 10) + b','), (1, b'\n'))
refused('row.csv', 'row.csv:2: error: a row is longer than 4194304 bytes [D055]', 48)
pieces('cell.csv', (1, b'ma,ten\n1,"'), (32, b'y' * MB), (1, b'"\n'))
refused('cell.csv', 'cell.csv:2: error: a cell is longer than 262144 bytes [D003]', 32)
pieces('legacy.csv', (1, b'ma,ten\n'), (144, b'1,\xA7\xA8ng k\xFD khai sinh h\xE9 t\xDEch\n' * (MB // 27)))
refused('legacy.csv', 'the file in tcvn3 is larger than 128 MB [I056]', 32)
line = ('a,' + 'Đăng ký khai sinh ở xã phường ' * 30 + '\n').encode()
pieces('spoilt.csv', (1, b'ma,ten\n'), (144, line * (MB // len(line))), (1, b'b,\xff\n'))
refused('spoilt.csv', f'spoilt.csv:{144 * (MB // len(line)) + 2}: error: byte 0xFF is not UTF-8', 32)
pieces('rows.csv', (1, b'ma,ten\n'), (160, line * (MB // len(line))))  # cut in the middle of letters
status, said, peak = run('rows.csv')
tell(status == 0 and f'left out: {160 * (MB // len(line))} hàng' in said and (peak <= 48 or is_watched),
     '160 MB of a table in UTF-8 are read in at most 48 MB', f'{status}, {peak} MB: {said}')
pieces('columns.csv', (1, b','.join(b'c%d' % i for i in range(20000)) + b'\n'), (1, b'1,' * 19999 + b'1\n'))
refused('columns.csv', '[I042]', 64)
book('archive.xlsx', sheet(b' ' * MB for _ in range(600)))
refused('archive.xlsx', '[I051]', 64)
book('strings.xlsx', sheet([]), (b'<si><t>' + b'z' * 1000 + b'</t></si>' for _ in range(140000)))
refused('strings.xlsx', '[I051]', 128 + 128)
book('entities.xlsx', [b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">'
                       b'<!ENTITY c "&b;&b;&b;&b;&b;">]><worksheet>&c;</worksheet>'])
refused('entities.xlsx', '[I050]', 64)
# In pieces: what this program itself has taken counts for what it starts.
book('cell.xlsx', sheet([row(1, 'ma', 'ten'), b'<row r="2"><c r="B2" t="inlineStr"><is><t>'] +
                        [b'y' * (MB // 4)] * 128 + [b'</t></is></c></row>']))
refused('cell.xlsx', "cell.xlsx:S!B2: error: a cell is longer", 64)
book('wide.xlsx', sheet([b'<row r="1"><c r="XFE1" t="str"><v>x</v></c></row>']))
refused('wide.xlsx', '16384 columns', 64)

peaks = []
for count in (20000, 100000):
    book('rows.xlsx', sheet(row(i + 2, f'a{i}', f'Đăng ký khai sinh số {i}', 'Ủy ban nhân dân cấp xã ' * 3)
                            if i >= 0 else row(1, 'ma', 'ten', 'ghi chú') for i in range(-1, count)))
    status, said, peak = run('rows.xlsx')
    peaks.append(peak)
    tell(status == 0 and f'left out: {count} hàng' in said, f'{count} rows are read', said)
tell(peaks[1] <= 48 or is_watched, '100,000 rows in at most 48 MB', str(peaks))

pieces('formulas.csv', (1, b'ma,ten\nf1,=1+1\nf2,"+cmd|\' /C calc\'!A0"\n'))
status, said, _ = run('formulas.csv')
kept = open(os.path.join(office, 'data/index-units.csv'), encoding='utf-8').read()
tell(status == 0 and 'f1,=1+1' in kept, 'what begins as a formula does is text, as it stands', said + kept)
done()
