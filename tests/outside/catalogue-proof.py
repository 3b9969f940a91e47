#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""catalogue-proof - is everything that a record of the national portal says on its page?

    catalogue-proof.py RECORDS SITE [IMPORT_LOG] OFFICE

Reads the records by itself, with no code of the importer's, and looks for each of them:
a page SITE/thu-tuc/CODE.html, or a row of kind INTERNAL in OFFICE/data/procedures.csv (then
there must be no page), or a message in IMPORT_LOG that names its file. On the page it looks
for each line of each field. Lines and pages are compared folded: composed (NFC), small
letters, nothing but letters and digits, so that bullets, spacing and signs of Markdown do
not matter but every letter and tone mark does. A line may not run over from one block of
the page into the next.

What is said in other words on purpose is looked for in those words (TRANSLATED below):

    ONLINE, DIRECT, POSTAL    the name of the channel
    7 WORKING_DAY             "7 ngày làm việc"; 1.5 is "1,5"
    OTHER                     "Không nêu số ngày" and the words before OTHER
    1 OTHER                   "1 (không nêu đơn vị thời gian)"
    7000 VNĐ (note)           "7.000 đồng" and the note
    0 VNĐ (note)              the note alone: 0 says nothing that the note does not say
    0 VNĐ ()                  nothing: free and not filled in look the same
    20 VNĐ (note)             below 1,000: as it stands, and not as an amount of đồng;
                              "10 VNĐ (10 USD/lần)" is the note alone
    Bản chính: 1, Bản sao: 2  "1 bản chính", "2 bản sao" in the row of that very paper;
                              0 and 0 is not looked for
    Title (number)            the title and the number, each by itself; "Thông tư số" and the
                              like in front of a number is part of the number
    level, kind               their names
    Không có thông tin        nothing

Prints each miss and "N passed, N failed" (values looked for); status 1 when one failed.
"""
import collections
import csv
import html.parser
import os
import re
import sys
import unicodedata

LABELS = ['Mã thủ tục', 'Số quyết định', 'Tên thủ tục', 'Cấp thực hiện', 'Loại thủ tục', 'Lĩnh vực',
          'Trình tự thực hiện', 'Cách thức thực hiện', 'Thành phần hồ sơ', 'Đối tượng thực hiện',
          'Cơ quan thực hiện', 'Cơ quan có thẩm quyền', 'Địa chỉ tiếp nhận HS',
          'Cơ quan được ủy quyền', 'Cơ quan phối hợp', 'Kết quả thực hiện', 'Căn cứ pháp lý',
          'Yêu cầu, điều kiện thực hiện', 'Từ khóa', 'Mô tả']
CHANNELS = {'ONLINE': 'Trực tuyến', 'DIRECT': 'Trực tiếp', 'POSTAL': 'Qua bưu chính'}
UNITS = {'WORKING_DAY': 'ngày làm việc', 'ngày': 'ngày', 'DAY': 'ngày', 'HOUR': 'giờ',
         'MONTH': 'tháng', 'YEAR': 'năm'}
BY_STEPS, NO_UNIT = 'Không nêu số ngày', '(không nêu đơn vị thời gian)'
LEVELS = {'Cấp Tỉnh': 'Cấp tỉnh', 'Cấp Xã': 'Cấp xã', 'Cấp Bộ/Trung ương': 'Cấp trung ương',
          'Cấp Huyện': 'Cấp huyện'}
KINDS = {'NOT_ASSIGNED_REGULATION': 'TTHC không được luật giao quy định chi tiết', 'OTHER': 'Khác'}
NUMBER_WORDS = re.compile(r'^(?:(?:Thông tư liên tịch|Thông tư|Nghị định|Nghị quyết|Quyết định|Pháp lệnh|'
                          r'Bộ luật|Luật|Chỉ thị|NĐ|TT|NQ|QĐ|số:?)\s*)+', re.I)


def compose(text):
    return unicodedata.normalize('NFC', text)


def fold(text):
    return ''.join(c for c in compose(text).casefold() if c.isalnum())


def plain(text):
    """Spaces made one; for numbers, whose points count."""
    return re.sub(r'\s+', ' ', compose(text).replace('\u00a0', ' ')).strip()


def is_empty(text):
    return fold(text) in ('', fold('Không có thông tin'), fold('Không có thông tin căn cứ pháp lý'),
                          fold('Không có thông tin thành phần hồ sơ'), fold('Chưa có thông tin'))


# ---------------------------------------------------------------------------------------
# The record

def read_record(path):
    with open(path, 'rb') as f:
        lines = f.read().decode('utf-8').replace('\r\n', '\n').split('\n')
    places = []
    at = 1
    for n, label in enumerate(LABELS):
        here = [i for i in range(at, len(lines)) if lines[i].startswith(label + ':')]
        if not here:
            raise ValueError(f'no label {label}')
        if n + 1 < len(LABELS):
            after = next((i for i in range(here[0] + 1, len(lines))
                          if lines[i].startswith(LABELS[n + 1] + ':')), len(lines))
            here = [i for i in here if i < after]
            places.append(here[-1])
        else:
            places.append(here[0])
        at = places[-1] + 1
    record = {}
    for n, label in enumerate(LABELS):
        end = places[n + 1] if n + 1 < len(LABELS) else len(lines)
        value = [lines[places[n]][len(label) + 1:]] + lines[places[n] + 1:end]
        record[label] = value
    return record


def one_line(lines):
    return ' '.join(l.strip() for l in lines if l.strip())


# ---------------------------------------------------------------------------------------
# The page

class Page(html.parser.HTMLParser):
    """Its text by blocks, and the text of each row of its tables."""
    INLINE = {'a', 'abbr', 'b', 'code', 'em', 'i', 'mark', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'wbr'}
    HIDDEN = {'script', 'style', 'template', 'head'}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.blocks, self.rows = [[]], []
        self.hidden, self.row = 0, None
        self.feed(text)
        self.close()
        texts = [''.join(b) for b in self.blocks]
        self.folded = '\n'.join(f for f in map(fold, texts) if f)
        self.plain = '\n'.join(p for p in map(plain, texts) if p)
        self.row_texts = [(fold(''.join(r)), plain(' '.join(r))) for r in self.rows]

    def handle_starttag(self, tag, attrs):
        self.hidden += tag in self.HIDDEN
        if tag not in self.INLINE:
            self.blocks.append([])
        if tag == 'tr':
            self.row = []
            self.rows.append(self.row)

    def handle_endtag(self, tag):
        self.hidden -= tag in self.HIDDEN
        if tag not in self.INLINE:
            self.blocks.append([])
        if tag == 'tr':
            self.row = None

    def handle_data(self, data):
        if self.hidden:
            return
        self.blocks[-1].append(data)
        if self.row is not None:
            self.row.append(data)

    def has(self, text):
        return fold(text) in self.folded

    def has_words(self, pattern):
        return re.search(pattern, self.plain) is not None


# ---------------------------------------------------------------------------------------
# What should be there: (field, what, True or False)

def lines_of(lines):
    for line in lines:
        line = re.sub(r'^\s*\*\s', '', line).strip()
        if fold(line):
            yield line


def check_text(page, record, label):
    if is_empty(one_line(record[label])):
        return
    for line in lines_of(record[label]):
        yield label, line, page.has(line)


def check_limit(page, lines):
    text = '\n'.join(l.strip() for l in lines).strip()
    m = re.fullmatch(r'(\d+(?:\.\d+)?) (\S+)', text)
    if m and m[2] in UNITS and float(m[1]) > 0:
        number = re.sub(r'^0+(?=\d)', '', m[1]).replace('.', ',')
        yield text, page.has_words(r'(?<![\d,.])' + re.escape(number) + ' ' + UNITS[m[2]])
        return
    if re.fullmatch(r'(?:.*\s)?OTHER', text, re.S):
        text = text[:-len('OTHER')].strip()
        if not fold(text) or re.fullmatch(r'[\d.]+', text):
            number = re.sub(r'^0+(?=\d)', '', text if fold(text) else '')
            yield (text + ' OTHER').strip(), page.has(BY_STEPS if number in ('', '0') else number + NO_UNIT)
            return
    for line in lines_of(text.split('\n')):
        if not is_empty(line):
            yield line, page.has(line)


def foreign(amount, note):
    return re.search(r'(?<![\d.,])0*' + amount + r'\s*(USD|EUR|CNY|LAK|KHR|GBP|CHF|JPY)', note)


def check_fee(page, text):
    parts = re.split(r'\s*\|\s*(?=\d+ VNĐ \()', text) if re.match(r'\d+ VNĐ \(', text) else text.split('|')
    for part in map(str.strip, parts):
        m = re.fullmatch(r'(\d+) VNĐ \((.*)\)', part, re.S)
        if not m:
            if not is_empty(part):
                yield part, page.has(part)
            continue
        amount, note = m[1], m[2].strip()
        if int(amount) == 0:
            if fold(note) not in ('', '0', '0đồng', '0vnđ'):
                yield part, page.has(note)
        elif int(amount) < 1000:
            small = re.escape(amount)
            as_dong = page.has_words(r'(?<![\d.,])' + small + ' đồng(?!/)') and not re.search(small + ' ?đồng', note)
            is_there = foreign(amount, note) or page.has_words(r'(?<![\d.,])' + small + ' VNĐ')
            yield part, bool(is_there) and page.has(note) and not as_dong
        else:
            dong = re.escape(f'{int(amount):,}'.replace(',', '.'))
            is_there = page.has_words(r'(?<![\d.,])' + dong + ' đồng') or page.has_words(
                r'(?<![\d.,])' + amount + ' VNĐ')
            yield part, is_there and page.has(note)


def check_methods(page, record):
    label, what, limit = 'Cách thức thực hiện', None, []
    lines = record[label] + ['  * Hình thức nộp: ']
    for line in lines:
        m = re.match(r'  \* Hình thức nộp:(.*)', line) or (
            what and re.match(r'    (Thời hạn giải quyết|Phí, lệ phí|Mô tả):(.*)', line))
        if m and m.re.pattern.startswith('    '):
            # A line of a note may look like a label: the order decides.
            order = ['Hình thức nộp', 'Thời hạn giải quyết', 'Phí, lệ phí', 'Mô tả']
            if order.index(m[1]) <= order.index(what):
                m = None
        if m and what == 'Thời hạn giải quyết':
            for text, found in check_limit(page, limit):
                yield label + ', thời hạn', text, found
        if not m:
            if what == 'Thời hạn giải quyết':
                limit.append(line)
            elif fold(line) and not is_empty(line):
                yield label, line.strip(), page.has(line)
            continue
        if m.re.pattern.startswith('  \\*'):
            what, value = 'Hình thức nộp', m[1].strip()
            if value:
                yield label, value, page.has(CHANNELS.get(value, value))
        elif m[1] == 'Thời hạn giải quyết':
            what, limit = m[1], [m[2]]
        elif m[1] == 'Phí, lệ phí':
            what = m[1]
            for text, found in check_fee(page, m[2].strip()):
                yield label + ', phí', text, found
        else:
            what = m[1]
            if not is_empty(m[2]):
                yield label, m[2].strip(), page.has(m[2])


def check_dossier(page, record, log, code):
    label, name = 'Thành phần hồ sơ', None
    for line in record[label]:
        if not line.strip() or is_empty(line):
            if re.match(r'    -\s*$', line):
                name = ''
            continue
        quantities = re.match(r'      Số lượng: Bản chính: (\d+), Bản sao: (\d+)\s*$', line)
        heading = re.match(r'  \[(.*)\]\s*$', line)
        if heading:
            if fold(heading[1]):
                yield label, heading[1].strip(), page.has(heading[1])
        elif quantities and name is not None:
            originals, copies = quantities[1], quantities[2]
            if not fold(name):
                yield label, 'a paper without a name', log is None or f'{code}: ' in log
            else:
                found = page.has(name)
                if found and (int(originals) or int(copies)):
                    found = any(fold(name) in row and quantity_in(words, originals, copies)
                                for row, words in page.row_texts)
                yield label, f'{name.strip()} ({originals}, {copies})', found
            name = None
        else:
            name = re.sub(r'^    -', '', line)
            if not quantities and not re.match(r'    -', line):
                yield label, line.strip(), page.has(line)


def quantity_in(words, originals, copies):
    return all(int(n) == 0 or re.search(r'(?<!\d)' + n + ' ' + what, words)
               for n, what in ((originals, 'bản chính'), (copies, 'bản sao')))


def check_law(page, record):
    label, items = 'Căn cứ pháp lý', []
    for line in record[label]:
        if line.startswith('  * '):
            items.append(line[4:].strip())
        elif line.strip() and items:
            items[-1] += ' ' + line.strip()
        elif fold(line):
            items.append(line.strip())
    for item in items:
        if is_empty(item):
            continue
        title, inside = split_brackets(item)
        if fold(title):
            yield label, title, page.has(title)
        if fold(inside):
            number = NUMBER_WORDS.sub('', inside)
            dated = re.fullmatch(r'(\S+) ngày (\d+)/(\d+)/(\d{4})', number)
            found = page.has(inside) or page.has(number)
            if not found and dated:
                found = page.has(dated[1]) and any(page.has_words(p) for p in (
                    f'0?{int(dated[2])}/0?{int(dated[3])}/{dated[4]}',
                    f'0?{int(dated[2])} tháng 0?{int(dated[3])} năm {dated[4]}'))
            yield label, inside, found


def split_brackets(text):
    depth = 0
    if text.endswith(')'):
        for i in range(len(text) - 1, -1, -1):
            depth += (text[i] == ')') - (text[i] == '(')
            if depth == 0:
                return text[:i].strip(), text[i + 1:-1].strip()
    return text, ''


def check_subjects(page, record):
    label, depth, part = 'Đối tượng thực hiện', 0, ''
    for c in one_line(record[label]) + ',':
        depth += (c == '(') - (c == ')')
        if c == ',' and depth <= 0:
            if not is_empty(part):
                yield label, part.strip(), page.has(part)
            part = ''
        else:
            part += c


def check_record(page, record, code, log=None):
    yield 'Mã thủ tục', code, page.has_words(r'(?<![\d.])' + re.escape(code) + r'(?!\d)')
    for label, names in (('Cấp thực hiện', LEVELS), ('Loại thủ tục', KINDS)):
        text = one_line(record[label])
        if not is_empty(text):
            yield label, text, page.has(names.get(text, text))
    for label in ('Số quyết định', 'Tên thủ tục', 'Lĩnh vực'):
        text = one_line(record[label])
        if not is_empty(text):
            yield label, text, page.has(text)
    for label in ('Trình tự thực hiện', 'Cơ quan thực hiện', 'Cơ quan có thẩm quyền',
                  'Địa chỉ tiếp nhận HS', 'Cơ quan được ủy quyền', 'Cơ quan phối hợp',
                  'Kết quả thực hiện', 'Yêu cầu, điều kiện thực hiện', 'Từ khóa', 'Mô tả'):
        yield from check_text(page, record, label)
    yield from check_methods(page, record)
    yield from check_dossier(page, record, log, code)
    yield from check_subjects(page, record)
    yield from check_law(page, record)


# ---------------------------------------------------------------------------------------

def internal_codes(office):
    for path in (os.path.join(office, 'data', 'procedures.csv'), os.path.join(office, 'procedures.csv')):
        if os.path.exists(path):
            csv.field_size_limit(1 << 28)
            with open(path, encoding='utf-8-sig', newline='') as f:
                return {r['code'] for r in csv.DictReader(f) if r['kind'] == 'INTERNAL'}
    raise SystemExit(f'{office}: no procedures.csv')


def prove(records, site, office, log=None, out=print):
    """(passed, failed); each miss goes to `out`."""
    internal = internal_codes(office)
    tally = collections.Counter()

    def count(found, code, field, what):
        tally['passed' if found else 'failed'] += 1
        if not found:
            out(f'# miss {code} {field}: {what[:200]}')

    for folder, _, names in sorted(os.walk(records)):
        for name in sorted(n for n in names if n.endswith('.txt')):
            path = os.path.join(folder, name)
            refused = log is not None and re.search(re.escape(name) + r':\d+: (lỗi|error)', log)
            try:
                record = read_record(path)
            except ValueError as problem:
                count(bool(refused), name, 'record', f'cannot be read ({problem}) and is in no message')
                continue
            code = one_line(record['Mã thủ tục'])
            page_path = os.path.join(site, 'thu-tuc', code + '.html')
            is_page = os.path.exists(page_path)
            if code in internal:
                tally['internal'] += 1
                count(not is_page, code, 'record', 'internal, but it has a page')
            elif not is_page:
                count(bool(refused), code, 'record', 'no page, not internal, in no message')
            else:
                tally['pages'] += 1
                with open(page_path, encoding='utf-8') as f:
                    page = Page(f.read())
                for field, what, found in check_record(page, record, code, log):
                    count(found, code, field, what)
    out(f"# {tally['pages']} pages, {tally['internal']} internal procedures")
    out(f"{tally['passed']} passed, {tally['failed']} failed")
    if not tally['pages']:
        out('# no record has a page: nothing was compared')
    return tally['passed'], tally['failed'] + (not tally['pages'])


def main(argv):
    if len(argv) not in (4, 5):
        print(__doc__, file=sys.stderr)
        return 2
    log = None
    if len(argv) == 5:
        with open(argv[3], encoding='utf-8', errors='replace') as f:
            log = f.read()
    return 1 if prove(argv[1], argv[2], argv[-1], log)[1] else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
