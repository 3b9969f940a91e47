#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The proof of the catalogue can fail: pages with one thing wrong, each has to be found."""
import importlib.util
import os
import sys
import tempfile

here = os.path.dirname(os.path.abspath(__file__))
spec = importlib.util.spec_from_file_location('proof', os.path.join(here, 'catalogue-proof.py'))
proof = importlib.util.module_from_spec(spec)
spec.loader.exec_module(proof)

RECORD = '''Chi tiết thủ tục hành chính
Mã thủ tục: 1.999001
Số quyết định: 12/QĐ-BTP
Tên thủ tục: Thủ tục thử nghiệm
Cấp thực hiện: Cấp Xã
Loại thủ tục: NOT_ASSIGNED_REGULATION
Lĩnh vực: Hộ tịch
Trình tự thực hiện:
    - Bước một: nộp hồ_sơ.
    + Bước hai: nhận kết quả.

Cách thức thực hiện:
  * Hình thức nộp: ONLINE
    Thời hạn giải quyết: 1.5 WORKING_DAY
    Phí, lệ phí: 7000 VNĐ (mỗi bản) | 20 VNĐ (tờ khai) | 0 VNĐ (Miễn phí cho trẻ em)
    Mô tả: Qua cổng dịch vụ.
  * Hình thức nộp: DIRECT
    Thời hạn giải quyết: 1 OTHER
    Phí, lệ phí: 0 VNĐ ()

Thành phần hồ sơ:
  [ * Giấy tờ phải nộp: ]
    - - Tờ khai theo mẫu
      Số lượng: Bản chính: 1, Bản sao: 2
    - Lời dặn về tờ khai
      Số lượng: Bản chính: 0, Bản sao: 0

Đối tượng thực hiện: Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)
Cơ quan thực hiện: Công an phường
Cơ quan có thẩm quyền: Không có thông tin
Địa chỉ tiếp nhận HS: Không có thông tin
Cơ quan được ủy quyền: Không có thông tin
Cơ quan phối hợp: Không có thông tin
Kết quả thực hiện: Giấy xác nhận
Căn cứ pháp lý:
  * Luật thử (Luật số 60/2014/QH13)

Yêu cầu, điều kiện thực hiện: Không
Từ khóa: Không có thông tin
Mô tả: Không có thông tin'''

PAGE = '''<!DOCTYPE html><html><head><title>x</title><script>var a = "Giấy xác nhận";</script></head><body>
<h1>Thủ tục thử nghiệm</h1><p>1.999001 Cấp xã TTHC không được luật giao quy định chi tiết</p><p>Hộ tịch</p>
<p>12/QĐ-BTP</p><ul><li>Bước một: nộp hồ_sơ.<ul><li>Bước <b>hai</b>: nhận kết quả.</li></ul></li></ul>
<table><tr><th>Trực tuyến</th><td>1,5&nbsp;ngày làm việc</td><td>Qua cổng dịch vụ.</td></tr>
<tr><th>Trực tiếp</th><td>1 (không nêu đơn vị thời gian)</td></tr></table>
<ul><li>7.000&nbsp;đồng <span>mỗi bản</span></li><li>20 VNĐ (tờ khai)</li><li>Miễn phí cho trẻ em</li></ul>
<h3>Giấy tờ phải nộp:</h3><table><tr><th>Tờ khai theo mẫu</th><td>1&nbsp;bản chính, 2&nbsp;bản sao</td></tr></table>
<ul><li>Lời dặn về tờ khai</li></ul><ul><li>Công dân Việt Nam</li><li>Tổ chức (không bao gồm doanh nghiệp, HTX)</li></ul>
<p>Công an phường</p><p>Giấy xác nhận</p><ul><li><b>60/2014/QH13</b> Luật thử</li></ul><p>Không</p></body></html>'''

# What is done to the page, and the field whose miss has to be named.
DOCTORED = [
    ('Bước một: nộp hồ_sơ.', 'Bước một: nộp.', 'Trình tự'),
    ('Bước <b>hai</b>: nhận kết quả.', 'Bước <p>hai</p>: nhận kết quả.', 'Trình tự'),
    ('nhận kết quả', 'nhận kêt quả', 'Trình tự'),
    ('1,5&nbsp;ngày làm việc', '15&nbsp;ngày làm việc', 'thời hạn'),
    ('1,5&nbsp;ngày làm việc', '1,5&nbsp;ngày', 'thời hạn'),
    ('1 (không nêu đơn vị thời gian)', 'Không nêu số ngày', 'thời hạn'),
    ('7.000&nbsp;đồng', '70.000&nbsp;đồng', 'phí'),
    ('7.000&nbsp;đồng', '7.000', 'phí'),
    ('<span>mỗi bản</span>', '', 'phí'),
    ('20 VNĐ (tờ khai)', '20 đồng (tờ khai)', 'phí'),
    ('20 VNĐ (tờ khai)', '20 VNĐ (tờ khai) 20 đồng', 'phí'),
    ('Miễn phí cho trẻ em', 'Miễn phí', 'phí'),
    ('1&nbsp;bản chính, 2&nbsp;bản sao', '2&nbsp;bản chính, 1&nbsp;bản sao', 'Thành phần'),
    ('1&nbsp;bản chính, 2&nbsp;bản sao', '11&nbsp;bản chính, 2&nbsp;bản sao', 'Thành phần'),
    ('<li>Lời dặn về tờ khai</li>', '', 'Thành phần'),
    ('Giấy tờ phải nộp:', '', 'Thành phần'),
    (', HTX)', ')', 'Đối tượng'),
    ('<p>Công an phường</p>', '', 'Cơ quan thực hiện'),
    ('<p>Giấy xác nhận</p>', '', 'Kết quả'),
    ('60/2014', '61/2014', 'Căn cứ'),
    (' Luật thử', '', 'Căn cứ'),
    ('Cấp xã', 'Cấp tỉnh', 'Cấp thực hiện'),
    ('12/QĐ-BTP', '', 'Số quyết định'),
    ('Trực tuyến', 'Trực tiếp', 'Cách thức'),
    ('Qua cổng dịch vụ.', '', 'Cách thức'),
]

count = 0
failed = 0


def report(good, name):
    global count, failed
    count += 1
    failed += not good
    print(f"{'ok' if good else 'not ok'} {count} - {name}")


def run(page, kind='LAW_NOT_DETAILED', record=RECORD, log=None):
    said = []
    with tempfile.TemporaryDirectory() as folder:
        for sub in ('records', 'site/thu-tuc', 'data'):
            os.makedirs(os.path.join(folder, sub))
        with open(os.path.join(folder, 'records', '1.999001.txt'), 'w', encoding='utf-8') as f:
            f.write(record)
        with open(os.path.join(folder, 'data', 'procedures.csv'), 'w', encoding='utf-8') as f:
            f.write(f'code,kind\n1.999001,{kind}\n')
        if page is not None:
            with open(os.path.join(folder, 'site', 'thu-tuc', '1.999001.html'), 'w', encoding='utf-8') as f:
                f.write(page)
        passed, lost = proof.prove(os.path.join(folder, 'records'), os.path.join(folder, 'site'), folder,
                                   log, said.append)
    return passed, lost, '\n'.join(said)


passed, lost, said = run(PAGE)
report(lost == 0 and passed > 20, 'a page that says everything passes')
if lost:
    print(said, file=sys.stderr)
for old, new, field in DOCTORED:
    assert old in PAGE, old
    _, lost, said = run(PAGE.replace(old, new))
    report(lost > 0 and field in said, f'found: {old} made {new or "nothing"}')
report(run(None)[1] > 0, 'found: a record without a page')
report(run(PAGE, kind='INTERNAL')[1] > 0, 'found: a page of an internal procedure')
report(run(None, log='x/1.999001.txt:2: lỗi: mã không dùng được')[1] == 1,
       'a record that a message refuses is not lost, but nothing compared is a failure')
report(run(PAGE, record=RECORD.replace('Từ khóa:', 'Từ:'))[1] > 0, 'found: a record that cannot be read')
print(f'1..{count}')
sys.exit(1 if failed else 0)
