#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""json-agrees - is everything that a crawled JSON record of the national portal says on its page, and does it
say the same as the text record of the same code?

    json-agrees.py RECORDS SITE IMPORT_LOG OFFICE [TEXT_RECORDS TEXT_OFFICE]

Reads the records by itself, with no code of the importer's: cuts the page's text (raw_text) at its headings, the
tables at their cells, and writes what it has found as a text record has it, for which catalogue-proof.py knows where
on the page SITE/thu-tuc/CODE.html it has to stand. What has no place there has to be in the rows of OFFICE/data: rows
put together again, in their order, give the text that they were cut out of. A record whose page is that of another
code has to be refused, in a message that names its file, and a field that has no place likewise.

With TEXT_RECORDS and TEXT_OFFICE, the same codes imported from text records: compares channels, time limits and fees
of methods.csv and fees.csv, lists what differs, and says why:

    page      the JSON is the page of another code
    decision  the two records rest on different decisions: another state, of another day
    silent    the page says nothing of the fee, or less than the text
    currency  the text calls every currency đồng, the page says which
    source    the two say different things of the same decision
    fees      the page shows the first of several fees only, which is the same: no disagreement
    parse     the sources say the same: ours is wrong

At least 97 % of all values have to agree when there are many codes, and of the codes whose two records rest on the
same decision at least 97 % of each of the three; none may be "parse".

Prints "N passed, N failed" and the agreement; status 1 when something failed.
"""
import collections
import csv
import importlib.util
import json
import os
import re
import sys

here = os.path.dirname(os.path.abspath(__file__))
spec = importlib.util.spec_from_file_location('catalogue_proof', os.path.join(here, 'catalogue-proof.py'))
proof = importlib.util.module_from_spec(spec)
spec.loader.exec_module(proof)
csv.field_size_limit(1 << 28)
fold, compose, is_empty = proof.fold, proof.compose, proof.is_empty

REASONS = ('page', 'decision', 'silent', 'currency', 'source', 'fees', 'parse')
LEAST, OF = 97, 100  # per cent, of at least so many codes: of a few one that differs is too much
GLUED = r'(?:(?<![\s(]){0}|{0}(?![\s.,;:)]))'
NONE = 'Không có thông tin'
WAYS, PAPERS, LAWS = ('Hình thức nộpThời gianPhí, lệ phíMô tả', 'Tên giấy tờMẫu đơn, tờ khaiSố lượng',
                      'Tên văn bản pháp lýMã văn bản')
HEADINGS = [  # of the page, in its order: (name of ours, label of a text record, expression)
    ('code', 'Mã thủ tục', 'Mã thủ tục'), ('decision', 'Số quyết định', 'Số quyết định'),
    ('level', 'Cấp thực hiện', 'Cấp thực hiện'), ('kind', 'Loại thủ tục', 'Loại thủ tục'),
    ('field', 'Lĩnh vực', 'Lĩnh vực'), ('subjects', 'Đối tượng thực hiện', 'Đối tượng thực hiện'),
    ('deciding', 'Cơ quan có thẩm quyền', 'Cơ quan có thẩm quyền'),
    ('address', 'Địa chỉ tiếp nhận HS', 'Địa chỉ tiếp nhận HS'),
    ('delegated', 'Cơ quan được ủy quyền', 'Cơ quan được ủy quyền'),
    ('coordinating', 'Cơ quan phối hợp', 'Cơ quan phối hợp'), ('related', None, 'Thủ tục hành chính liên quan'),
    ('steps', 'Trình tự thực hiện', 'Trình Tự Thực Hiện'), ('ways', None, f'Cách Thức Thực Hiện(?={WAYS}|{NONE})'),
    ('papers', None, GLUED.format('Thành phần hồ sơ')), ('laws', None, f'Căn cứ pháp lý(?={LAWS}|{NONE})'),
    ('executing', 'Cơ quan thực hiện', GLUED.format('Cơ quan thực hiện')),
    ('requirements', 'Yêu cầu, điều kiện thực hiện', GLUED.format('Yêu cầu, điều kiện thực hiện')),
    ('results', None, 'Kết quả xử lý'), ('keywords', 'Từ khóa', 'Từ khóa'), ('description', 'Mô tả', 'Mô tả'),
    ('controls', None, 'Chọn cơ quan thực hiện(?=Tỉnh/ Thành phố)')]
MAY_LACK = {'results', 'controls'}
LEVELS = {'Cấp bộ': 'Cấp trung ương'}
KINDS = {'TTHC được giao luật quy định chi tiết': 'TTHC được luật giao quy định chi tiết',
         'Loại khác': 'OTHER'}


# ---------------------------------------------------------------------------------------
# The page

def cut_page(text):
    """Name of ours -> text."""
    text = compose(text)
    m = re.match(r'\s*(.+?)\s*Tên thủ tục\s*\1\s*(?=Mã thủ tục)', text, re.S)
    parts = {'name': m[1]}
    open_part, at = None, m.end()
    for name, _, expression in HEADINGS:
        found = re.compile(expression).search(text, at)
        if not found:
            if name not in MAY_LACK:
                raise ValueError(f'no heading for {name}')
            continue
        if open_part:
            parts[open_part] = text[at:found.start()].strip()
        open_part, at = name, found.end()
    parts[open_part] = text[at:].strip()
    return parts


UNITS = {'Ngày làm việc': 'WORKING_DAY', 'Ngày': 'ngày', 'Giờ': 'HOUR', 'Tháng': 'MONTH', 'Năm': 'YEAR'}
CHANNELS = {'Trực tiếp': 'DIRECT', 'Trực tuyến': 'ONLINE', 'Dịch vụ bưu chính': 'POSTAL'}
AMOUNT = r'\d{1,3}(?:,\d{3})*(?:\.\d+)? ?(?:Việt Nam Đồng|VNĐ|USD|EUR)|\d+ ?(?:VNĐ|USD|EUR)'
FEE = f'(?:Miễn phí|{NONE}|{AMOUNT})'
ROW = re.compile(r'(Trực tiếp|Trực tuyến|Dịch vụ bưu chính)(?:\s*(' + NONE + r'|\d+(?:\.\d+)? (?:Ngày làm việc|Ngày|Giờ|Tháng|Năm)'
                 r'|\d(?=(?!0)(?:' + AMOUNT + r'))|\d+)(?=' + FEE + r')|(?=\w)([^\n]{1,200}?)(?=Miễn phí|' + NONE + '))')


def note_end(text):
    """Where the bracket ends that `text` begins with."""
    depth, first = 0, None
    for i, c in enumerate(text):
        depth += (c == '(') - (c == ')')
        if c == ')' and not re.match(r'[\s.,;:)]', text[i + 1:i + 2] or 'x'):
            if depth <= 0:
                return i + 1
            first = first or i + 1
    return first or text.rfind(')') + 1 or len(text)


def begins_words(rest):
    """"(i) ..." beside the fee are words of their own; "(a) ... b) ...)" is a note that begins with "a)"."""
    m = re.match(r'\([a-z0-9]{1,4}\) ', rest)
    words = re.sub(r'(?<=\s)[a-z0-9]{1,4}\) ', '', rest[m.end():]) if m else ''
    return bool(m) and words.count(')') <= words.count('(')


def read_ways(text):
    """[channel, limit, fee, note] in the words of a text record."""
    text = text[len(WAYS):] if text.startswith(WAYS) else text
    starts = list(ROW.finditer(text))
    ways = []
    if starts and text[:starts[0].start()].strip():
        raise ValueError('words before the first way: ' + text[:40])
    for m, end in zip(starts, [s.start() for s in starts[1:]] + [len(text)]):
        limit = m[2] if m[2] is not None else m[3]
        number, _, unit = limit.partition(' ')
        limit = ('OTHER' if limit == NONE else f'{number} {UNITS[unit]}' if unit in UNITS and m[2] else limit + ' OTHER')
        rest = text[m.end():end]
        fee = re.match(FEE, rest)[0]
        rest, note = rest[len(fee):], ''
        if fee != NONE:
            if rest.startswith('(') and not begins_words(rest):
                stop = note_end(rest)
                note, rest = rest[1:stop].removesuffix(')'), rest[stop:]
            amount = re.match(r'[\d,.]*', fee)[0]
            currency = fee[len(amount):].strip().replace('Việt Nam Đồng', 'VNĐ')
            fee = f"0 VNĐ ({note})" if fee == 'Miễn phí' else f"{amount.replace(',', '')} {currency} ({note})"
        ways.append([CHANNELS[m[1]], limit, fee, rest.strip()])
    return ways


QUANTITY = re.compile(r'(\d) bản chính(?:, ?(\d+) bản sao)?')


def read_papers(text):
    """('case', name) and ('paper', cell, originals, copies); a cell holds name and form."""
    rows, at = [], 0
    marks = [(m.start(), m.end(), None) for m in re.finditer(PAPERS, text)]
    for m in QUANTITY.finditer(text):
        run = re.search(r'\d+$', text[:m.start() + 1])[0]
        apart = re.search(r'(^|[ (])\d+$', text[:m.start() + 1])
        goes_on = text[m.end():m.end() + 1] in (' ', '.', ',', ';', ')', '\n')
        if (len(run) == 2 and run[0] == '0') or (len(run) <= 2 and apart and goes_on):
            continue
        marks.append((m.start(), m.end(), (int(m[1]), int(m[2] or 0))))
    for start, end, quantity in sorted(marks):
        words = text[at:start].strip()
        rows.append(('case', words) if quantity is None else ('paper', words) + quantity)
        at = end
    if text[at:].strip():
        rows.append(('case', text[at:].strip()))
    return [(r[0], re.sub(r'^(?:--\s*)+', '', r[1])) if r[0] == 'case' else r for r in rows]


# ---------------------------------------------------------------------------------------
# The record as a text record has it

def text_record(parts):
    record = {label: [''] for label in proof.LABELS}
    record['Tên thủ tục'] = [parts['name']]
    for name, label, _ in HEADINGS:
        if label:
            record[label] = parts.get(name, '').split('\n')
    record['Cấp thực hiện'] = [LEVELS.get(parts['level'], parts['level'])]
    record['Loại thủ tục'] = [KINDS.get(parts['kind'], parts['kind'])]
    ways = []
    for channel, limit, fee, note in read_ways(parts['ways']):
        foreign = re.fullmatch(r'(\d+) (?:USD|EUR) \((.*)\)', fee, re.S)
        if foreign and proof.foreign(*foreign.groups()):
            fee = foreign[2]  # says the amount again
        ways += [f'  * Hình thức nộp: {channel}', f'    Thời hạn giải quyết: {limit}', f'    Phí, lệ phí: {fee}']
        ways += (['    Mô tả: ' + note.split('\n')[0]] + note.split('\n')[1:]) if note else []
    record['Cách thức thực hiện'] = ways
    return record


def check_papers(page, parts):
    """A paper's cell is a name and maybe a form: somewhere it may be cut in two."""
    for row in read_papers(parts['papers']):
        words = fold(row[1])
        if row[0] == 'case':
            if words:
                yield 'papers', row[1], page.has(row[1])
        elif words:
            quantity = row[2:] if any(row[2:]) else None
            yield 'papers', f'{row[1]} {row[2:]}', any(
                any(words[:i] in folded and words[i:] in folded for i in seams(row[1])) and
                (quantity is None or proof.quantity_in(plain, *map(str, quantity)))
                for folded, plain in page.row_texts) or (quantity is None and page.has(row[1]))


def seams(cell):
    yield len(fold(cell))
    if re.search(r'\.\w{2,4}$', cell):
        yield from range(len(fold(cell)))


# ---------------------------------------------------------------------------------------
# The rows

def table(office, name):
    rows = collections.defaultdict(list)
    with open(os.path.join(office, 'data', name + '.csv'), encoding='utf-8', newline='') as f:
        for row in csv.DictReader(f):
            rows[row.get('code', row.get('ref'))].append(row)
    return rows


KIND_WORDS = re.compile('(?:thôngtưliêntịch|thôngtư|nghịđịnh|nghịquyết|quyếtđịnh|pháplệnh|bộluật|luật|chỉthị|nđ|tt|nq|qđ|số'
                        r'|ngày\d+)*')


def again(whole, pieces, between=None):
    """The pieces stand in `whole` in their order, and nothing between them but what `between` matches."""
    at = 0
    for piece in map(fold, pieces):
        found = whole.find(piece, at)
        if found < 0 or (whole[at:found] and not (between and between.fullmatch(whole[at:found]))):
            return False
        at = found + len(piece)
    return not whole[at:] or bool(between and between.fullmatch(whole[at:]))


def check_rows(office, code, parts, member, log):
    row = office['procedures'][code][0]
    yield 'detail_url', member['detail_url'], row['portal_url'] == member['detail_url']
    yield 'formality_id', member['formality_id'], row['portal_id'] == member['formality_id']
    laws = parts['laws'].removeprefix(LAWS)
    if not is_empty(laws):
        pieces = [p for r in office['legal-bases'][code] for p in law_pieces(r)]
        yield 'laws', laws, again(fold(laws), pieces, KIND_WORDS)
    results = parts.get('results', '')
    if not is_empty(results):
        pieces = [p for r in office['results'][code] for p in (r['name'], 'Mã: ' + r['result_code'])]
        nameless = re.findall(r'^\W*Mã: ([\w.-]+)', results)
        yield 'results', results, again(fold(results), nameless + pieces, re.compile('mã')) and all(
            'I020' in line for c in nameless for line in log.split('\n') if f'“{c}”' in line)


def law_pieces(row):
    """Title and number; a number that is its own title stands there twice, once maybe behind its kind."""
    title, number = row['title'], row['number']
    if number and (not title or (title.endswith(number) and KIND_WORDS.fullmatch(fold(title[:-len(number)])))):
        return [number, number]
    return [title, number] if number else [title]


# ---------------------------------------------------------------------------------------

def records(folder, ending):
    for path, _, names in sorted(os.walk(folder)):
        for name in sorted(n for n in names if n.endswith(ending)):
            yield os.path.join(path, name), name


def named(log, name, message):
    return re.search(re.escape(name) + r':\d+: (?:lỗi|lưu ý|error|note): [^\n]*\[' + message + r'\]', log)


def prove(folder, site, log, where, out=print):
    """Tally, and code -> parts of each record that was imported."""
    names = ('procedures', 'legal-bases', 'results', 'methods', 'fees')
    office = {name: table(where, name) for name in names}
    tally, read, wanted = collections.Counter(), {}, set()

    def count(found, code, field, what):
        tally['passed' if found else 'failed'] += 1
        if not found:
            out(f'# miss {code} {field}: {what[:200]}')

    for path, name in records(folder, '.json'):
        with open(path, encoding='utf-8') as f:
            member = {k: compose(v) for k, v in json.load(f).items()}
        code, parts = member['ma_thu_tuc'], cut_page(member['raw_text'])
        tally['records'] += 1
        wanted.add(code)
        if parts['code'] != code:
            tally['refused'] += 1
            count(named(log, name, 'I018') and code not in office['procedures'], code, 'record',
                  f"the page is that of {parts['code']}, and no message says so")
            continue
        read[code] = parts
        if not office['procedures'][code]:
            count(False, code, 'record', 'is in no row')
            continue
        for field, what, found in check_rows(office, code, parts, member, log):
            count(found, code, field, what)
        if not is_empty(parts['related']):
            count(named(log, name, 'I020'), code, 'related', parts['related'])
        page_path = os.path.join(site, 'thu-tuc', code + '.html')
        internal = office['procedures'][code][0]['kind'] == 'INTERNAL'
        tally['internal' if internal else 'pages'] += 1
        count(os.path.exists(page_path) != internal, code, 'page', 'internal ones have none, all others one')
        if os.path.exists(page_path):
            with open(page_path, encoding='utf-8') as f:
                page = proof.Page(f.read())
            for field, what, found in proof.check_record(page, text_record(parts), code, log):
                count(found, code, field, what)
            for field, what, found in check_papers(page, parts):
                count(found, code, field, what)
    count(not set(office['procedures']) - wanted, '', 'procedures.csv', 'has codes that no record has')
    out(f"# {tally['records']} records: {tally['pages']} pages, {tally['internal']} internal, {tally['refused']} refused")
    return tally, read


# ---------------------------------------------------------------------------------------
# Against the text records

def read_text_ways(record):
    """Like read_ways."""
    ways = []
    for line in record['Cách thức thực hiện']:
        m = re.match(r'  \* Hình thức nộp:(.*)', line)
        if m:
            ways.append([m[1].strip(), None, None, None])
            continue
        m = ways and re.match(r'    (Thời hạn giải quyết|Phí, lệ phí|Mô tả):(.*)', line)
        at = m and ['Thời hạn giải quyết', 'Phí, lệ phí', 'Mô tả'].index(m[1]) + 1
        if m and ways[-1][at] is None and all(ways[-1][k] is not None for k in range(1, min(at, 3))):
            ways[-1][at] = m[2].strip()
        elif ways:
            last = max(k for k in range(1, 4) if k == 1 or ways[-1][k] is not None)
            ways[-1][last] = (ways[-1][last] or '') + '\n' + line.strip()
    return [[w or '' for w in way] for way in ways]


def said(ways, first_only):
    """What a source says, whatever its signs and order."""
    out = collections.Counter()
    for channel, limit, fee, _ in ways:
        parts = re.split(r'\s*\|\s*(?=\d+ VNĐ \()', fee.strip())
        fees = parts[:1] if first_only else parts
        number = re.match(r'0*(\d[\d.]*) ', limit)
        limit = (number[1] + ' ' + limit[number.end():] if number and float(number[1]) else limit.removeprefix('0 '))
        out[channel, fold(limit.replace('_', '')), tuple('' if is_empty(f) else fold(f) for f in fees)] += 1
    return out


def said_of(what, ways):
    """The same of channels, or of channels and their time limits."""
    out = collections.Counter()
    for (channel, limit, _), count in said(ways, False).items():
        out[channel, limit if what == 'limit' else ''] += count
    return out


def compare(read, office, text_folder, text_office, refused, out=print):
    ours, theirs = ({name: table(where, name) for name in ('methods', 'fees')} for where in (office, text_office))
    tally = collections.Counter()
    fields = (('channel', channels), ('limit', limits), ('fee', fees))
    for path, name in records(text_folder, '.txt'):
        try:
            record = proof.read_record(path)
        except ValueError:
            continue
        code = proof.one_line(record['Mã thủ tục'])
        if code in refused:
            tally['codes'] += 1
            for what, _ in fields:
                tally['page', what] += 1
            out(f'# differs {code}: the JSON is the page of another code (page)')
        if code not in read:
            continue
        tally['codes'] += 1
        decision = fold(proof.one_line(record['Số quyết định']))
        dated = fold(read[code]['decision']) != decision
        tally['one state'] += not dated
        ways, text_ways = read_ways(compose(read[code]['ways'])), read_text_ways(
            {k: [compose(l) for l in v] for k, v in record.items()})
        same = said(ways, False) == said(text_ways, False)
        same_first = said(ways, False) == said(text_ways, True)
        whole = True
        for what, values in fields:
            x, y = values(ours, code), values(theirs, code)
            if x == y:
                tally['equal', what] += 1
                continue
            first = what == 'fee' and {f[1:] for f in x} <= {f[1:] for f in y}
            why = ('fees' if first and not same and (same_first or several(text_ways)) else
                   'parse' if same or same_first or (what != 'fee' and said_of(what, ways) == said_of(what, text_ways))
                   else 'decision' if dated else
                   'silent' if first else 'currency' if what == 'fee' and in_dong(ways) == in_dong(text_ways) else 'source')
            tally[why, what] += 1
            whole = whole and why == 'fees'
            out(f'# differs {code} {what} ({why}): {sorted((x - y).elements())} - {sorted((y - x).elements())}'[:400])
        tally['whole'] += whole
    return tally


def several(ways):
    return any(re.search(r'\|\s*\d+ VNĐ \(', fee) for _, _, fee, _ in ways)


def in_dong(ways):
    """The fees with every currency called đồng, as the text records have them."""
    return collections.Counter(fold(re.sub(r'^(\d+) (?:USD|EUR)', r'\1 VNĐ', fee)) for _, _, fee, _ in ways)


def channels(office, code):
    return collections.Counter(r['channel'] for r in office['methods'][code])


def limits(office, code):
    return collections.Counter((r['channel'], r['time_limit_value'], r['time_limit_unit'], fold(r['time_limit_text']))
                               for r in office['methods'][code])


def fees(office, code):
    return collections.Counter((r['channel'], r['amount_vnd'], fold(r['formula']), fold(r['none_reason']))
                               for r in office['fees'][code])


def percent(part, whole):
    return 100 * part / whole if whole else 0


def tell_agreement(found, out=print):
    """Prints the shares, of all codes and of those whose two records rest on the same decision; what has to be, is not."""
    names, bad, agree = ('channel', 'limit', 'fee'), not found['codes'], 0
    for what in names:
        counts = {why: found[why, what] for why in REASONS}
        good = found['equal', what] + counts['fees']
        # Of the codes in one state, all that is no other page or decision.
        apart = sum(n for why, n in counts.items() if why not in ('fees', 'page', 'decision'))
        state = percent(found['one state'] - apart, found['one state'])
        agree += good
        bad = bad or counts['parse'] > 0 or (state < LEAST and found['codes'] >= OF)
        out(f"# {what}: {good} of {found['codes']} agree, {percent(good, found['codes']):.2f} %; by the same decision "
            f"{found['one state'] - apart} of {found['one state']}, {state:.2f} %; "
            + ', '.join(f'{n} {why}' for why, n in counts.items()))
    values = 3 * found['codes']
    out(f"# agreement with the text: {agree} of {values} values, {percent(agree, values):.2f} %; in all three "
        f"{found['whole']} of {found['codes']} codes, {percent(found['whole'], found['codes']):.2f} %")
    return bad or (percent(agree, values) < LEAST and found['codes'] >= OF)


def main(argv):
    if len(argv) not in (5, 7):
        print(__doc__, file=sys.stderr)
        return 2
    with open(argv[3], encoding='utf-8', errors='replace') as f:
        log = f.read()
    tally, read = prove(argv[1], argv[2], log, argv[4])
    failed = tally['failed'] + (not tally['pages'])
    if len(argv) == 7:
        refused = {name[:-len('.json')] for _, name in records(argv[1], '.json')} - set(read)
        found = compare(read, argv[4], argv[5], argv[6], refused)
        failed += tell_agreement(found)
    print(f"{tally['passed']} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
