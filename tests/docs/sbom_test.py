# SPDX-License-Identifier: MIT
"""docs/sbom.json (CycloneDX) names every library that the program loads and every typeface that it carries, and
nothing else; on Debian 12 the versions are those that are installed, but for what updates of its own change."""
import json
import os
import re
import subprocess

from tap import done, report

bill = json.load(open('docs/sbom.json', encoding='utf-8'))
parts = bill['components']


def files(kind):
    return {prop['value']: part for part in parts if part['type'] == kind for prop in part['properties']}


def said(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def differences(ours, theirs):
    return [f'{name}: not in the bill' for name in sorted(theirs - ours)] + \
           [f'{name}: in the bill only' for name in sorted(ours - theirs)]


def series_of(version):
    return re.split(r'[-+~]', version)[0].split('.')[:2]


loaded = re.findall(r'NEEDED.*\[(.*?\.so)(?:\.[0-9.]+)?\]', said('readelf', '-d', os.environ['NIEMYET']))
checkers = {'libasan.so', 'libubsan.so', 'libtsan.so', 'libm.so'}  # of a build for tests
report('libraries: the bill and the program agree', differences(set(files('library')), set(loaded) - checkers))

makefile = open('Makefile', encoding='utf-8').read()
fonts = set(re.findall(r'(?:noto|liberation2)/([A-Za-z]+)-', makefile.split('FONTS :=')[1].split('FONT_CHARACTERS')[0]))
report('typefaces: the bill and the Makefile agree', differences(set(files('data')), fonts))

report('each part says its licence, version and origin', [part['name'] for part in parts
       if not part['licenses'] or f"{part['name']}@{part['version']}" not in part['purl']])
report('what the program depends on is what is listed', differences(
    {part['bom-ref'] for part in parts}, set(bill['dependencies'][0]['dependsOn'])))

os_release = open('/etc/os-release', encoding='utf-8').read() if os.path.exists('/etc/os-release') else ''
if 'VERSION_ID="12"' in os_release and 'ID=debian' in os_release:
    packages = said('dpkg-query', '-W', '-f=${source:Package} ${source:Version}\n')
    installed = dict(line.split(' ', 1) for line in packages.splitlines())
    series = {name: series_of(version.split(':')[-1]) for name, version in installed.items()}
    report('the versions are those of Debian 12', [f"{part['name']}: {series.get(part['name'])} is installed"
           for part in parts if series.get(part['name']) != series_of(part['version'])])

niemyet = said(os.environ['NIEMYET'], '--version').split()[-1]
report('the bill is of this version', [niemyet] if bill['metadata']['component']['version'] != niemyet else [])
done()
