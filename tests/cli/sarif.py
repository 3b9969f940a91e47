# SPDX-License-Identifier: MIT
# sarif.py - reads a SARIF log from standard input, checks what version 2.1.0 requires of each
# object that niemyet writes (required members, types, enumerations, indexes), and prints one
# line a result: "level id file:line suppressed|counts fingerprint".
import json
import sys

LEVELS = {'none', 'note', 'warning', 'error'}


def want(condition, what):
    if not condition:
        sys.exit(f'not SARIF 2.1.0: {what}')


def text_of(message, what):
    want(isinstance(message, dict) and isinstance(message.get('text'), str) and message['text'], what)


def check_rule(rule):
    want(isinstance(rule.get('id'), str) and rule['id'], 'reportingDescriptor.id')
    for key in ('shortDescription', 'fullDescription', 'help'):
        if key in rule:
            text_of(rule[key], f'{rule["id"]}: {key}')
    level = rule.get('defaultConfiguration', {}).get('level', 'warning')
    want(level in LEVELS, f'{rule["id"]}: defaultConfiguration.level')


def check_location(location):
    physical = location['physicalLocation']
    artifact = physical['artifactLocation']
    want(isinstance(artifact.get('uri'), str) and not artifact['uri'].startswith('/'), 'artifactLocation.uri')
    want(' ' not in artifact['uri'], 'artifactLocation.uri is a uri-reference')
    line = physical.get('region', {}).get('startLine')
    want(line is None or line >= 1, 'region.startLine')
    return f'{artifact["uri"]}:{line or 0}'


def check_result(result, rules):
    text_of(result.get('message'), 'result.message')
    want(result.get('level') in LEVELS, 'result.level')
    want(rules[result['ruleIndex']]['id'] == result['ruleId'], f'ruleIndex of {result["ruleId"]}')
    places = [check_location(location) for location in result.get('locations', [])]
    fingerprints = result.get('partialFingerprints', {})
    want(all(isinstance(value, str) for value in fingerprints.values()), 'partialFingerprints')
    for suppression in result.get('suppressions', []):
        want(suppression.get('kind') in {'inSource', 'external'}, 'suppression.kind')
        want(suppression.get('status', 'accepted') in {'accepted', 'underReview', 'rejected'}, 'suppression.status')
        want(suppression.get('justification'), 'a suppression says why')
    state = 'suppressed' if result.get('suppressions') else 'counts'
    return f'{result["level"]} {result["ruleId"]} {" ".join(places) or "-"} {state} {fingerprints["niemyet/v1"]}'


log = json.load(sys.stdin)
want(log.get('version') == '2.1.0', 'version')
want(isinstance(log.get('runs'), list) and len(log['runs']) == 1, 'runs')
for run in log['runs']:
    driver = run['tool']['driver']
    want(isinstance(driver.get('name'), str), 'driver.name')
    rules = driver['rules']
    want(len({rule['id'] for rule in rules}) == len(rules), 'rule ids are unique')
    for rule in rules:
        check_rule(rule)
    lines = [check_result(result, rules) for result in run['results']]
    prints = [line.split()[-1] for line in lines]
    want(len(set(prints)) == len(prints), 'fingerprints are unique')
    print('\n'.join(lines))
