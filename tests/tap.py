# SPDX-License-Identifier: MIT
"""tap.py - what a test in Python prints: `from tap import tell, report, done`; tests/run has the folder
on Python's path.

    tell(fine, what, said)     one check, and what is said of it when it fails
    report(what, findings)     a check that fails when there are findings, the first of which it prints
    done()                     the plan; ends the program, with status 1 when a check failed
    skip_all(reason)           ends the program before its first check
"""
import sys

checks = failures = 0


def tell(fine, what, said=''):
    report(what, [] if fine else [said])


def report(what, findings):
    global checks, failures
    checks += 1
    failures += bool(findings)
    print(f"{'not ok' if findings else 'ok'} {checks} - {what}")
    for finding in list(findings)[:8]:
        print('# ' + str(finding)[:400].replace('\n', '\n# '))


def done():
    print(f'1..{checks}')
    sys.exit(failures > 0)


def skip_all(reason):
    print(f'1..0 # SKIP {reason}')
    sys.exit(0)
