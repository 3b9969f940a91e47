# SPDX-License-Identifier: MIT
# A hundred steps in a row, each a random edit, withdrawal, new procedure or nothing, each
# published. What the ledger gets is worked out here beforehand; at the end its lines alone are
# played again, the chain is computed anew, and both have to give the board that is posted.
import csv
import hashlib
import os
import random
import shutil
import subprocess

TMP = os.environ["TEST_TMP"]
OFFICE, SITE = os.path.join(TMP, "office"), os.path.join(TMP, "site")
LEDGER = os.path.join(OFFICE, "ledger.csv")
PARTS = {"name": ("procedures", "name"), "steps": ("procedures", "steps_md"), "limit": ("methods", "time_limit_value"),
         "result": ("results", "name"), "law": ("legal-bases", "title"), "dossier": ("components", "name"),
         "subjects": ("subjects", "name"), "fees": ("fees", "amount_vnd")}
ORDER = ["name", "steps", "dossier", "limit", "subjects", "result", "fees", "law"]  # as in record.sql
number = failed = 0


def check(name, fine, note=""):
    global number, failed
    number += 1
    failed += not fine
    print(f"{'ok' if fine else 'not ok'} {number} - {name}")
    if not fine:
        print(f"# {name}: {note}")


def read(table):
    with open(f"{OFFICE}/data/{table}.csv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return rows.fieldnames, list(rows)


def write(table, names, rows):
    with open(f"{OFFICE}/data/{table}.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, names, lineterminator="\n")
        out.writeheader()
        out.writerows(rows)


def tables():
    return sorted(name[:-4] for name in os.listdir(f"{OFFICE}/data"))


def add(code):
    for table in tables():
        names, rows = read(table)
        if "code" in names and table not in ("fields", "decision-items"):
            new = [row | {"code": code} for row in rows if row["code"] == "1.000001"]
            if table == "procedures":
                new[0]["name"] = f"Thủ tục {code}, \"thêm\" {random.randrange(1000)}"
            write(table, names, rows + new)


def remove(code):
    for table in tables():
        names, rows = read(table)
        write(table, names, [row for row in rows if row.get("code") != code])


def edit(code, part):
    table, column = PARTS[part]
    names, rows = read(table)
    for row in rows:
        if row["code"] == code and row[column]:
            old = row[column]
            row[column] = str(int(old) + 1) if old.isdigit() else f"{old} {random.randrange(10)}"
            break
    random.shuffle(rows)  # the order of rows says nothing
    write(table, names, rows)


def step(codes):
    """Changes the data at random; gives the lines that the ledger has to get."""
    kind = random.choice(["edit", "edit", "edit", "edits", "add", "remove", "both", "nothing"])
    if kind in ("edit", "edits"):
        code = random.choice(sorted(codes))
        parts = random.sample(ORDER, 1 if kind == "edit" else 3)
        for part in parts:
            edit(code, part)
        return [("CHANGED", code, " ".join(part for part in ORDER if part in parts))]
    lines = []
    if kind in ("remove", "both") and len(codes) > 2:
        code = random.choice(sorted(codes - {"1.000001"}))
        remove(code)
        codes.remove(code)
        lines.append(("WITHDRAWN", code, ""))
    if kind in ("add", "both"):
        code = f"2.{random.randrange(12):06d}"  # few codes, so that withdrawn ones come back
        gone = any(line[1] == code for line in lines)
        if code not in codes and not gone:
            add(code)
            codes.add(code)
            lines.insert(0, ("POSTED", code, ""))
    return lines


def publish(at):
    done = subprocess.run([os.environ["NIEMYET"], "-C", OFFICE, "publish", SITE, "--yes", "-j", "1"],
                          env=os.environ | {"SOURCE_DATE_EPOCH": str(1795219200 + 3600 * at)},
                          capture_output=True, text=True)
    return done.returncode, done.stderr


def lines():
    with open(LEDGER, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def chain_is_true():
    with open(LEDGER, "rb") as file:
        rows = file.read().decode().split("\n")[:-1]
    chain = hashlib.sha256(rows[0].encode()).hexdigest()
    for row in rows[1:]:
        body, last = row.rsplit(",", 1)
        chain = hashlib.sha256(f"{chain}\n{body}".encode()).hexdigest()
        if chain != last:
            return False
    return True


def replay():
    board = {}
    for line in lines():
        if line["event"] == "WITHDRAWN":
            del board[line["code"]]
        elif line["event"] == "CHANGED":
            if board[line["code"]] == line["content_sha256"]:
                raise ValueError(f"line {line['seq']} changed nothing")
            board[line["code"]] = line["content_sha256"]
        else:
            if line["code"] in board:
                raise ValueError(f"line {line['seq']} posts what is posted")
            board[line["code"]] = line["content_sha256"]
    return board


def record(code):
    text = subprocess.run([os.environ["NIEMYET"], "-C", OFFICE, "verify", "--record", code], check=True,
                          capture_output=True).stdout
    return hashlib.sha256(text).hexdigest()


def without_rules():
    """Changes at random break posting rules; here only the ledger matters."""
    os.makedirs(f"{OFFICE}/rules", exist_ok=True)
    for rule in os.listdir("src/rules"):
        with open(f"{OFFICE}/rules/{rule}", "w", encoding="utf-8") as file:
            file.write(f"-- id: {rule.split('-')[0]}\n-- level: off\n")


def remove_rows(path, code):
    with open(path, encoding="utf-8", newline="") as file:
        kept = [line for line in file if code not in line]
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.writelines(kept)


def main():
    random.seed(20261121)
    shutil.copytree("tests/rules/office", OFFICE)
    shutil.rmtree(os.path.join(OFFICE, ".niemyet"), ignore_errors=True)
    without_rules()
    for table in os.listdir(f"{OFFICE}/data"):
        remove_rows(f"{OFFICE}/data/{table}", "1.000002")
    codes, wrong, counts, seen = {"1.000001"}, [], {}, 0
    add("2.000001")
    codes.add("2.000001")
    wanted = [("POSTED", code, "") for code in sorted(codes)]
    for at in range(100):
        status, text = publish(at)
        got = [(line["event"], line["code"], line["parts"]) for line in lines()[seen:]]
        seen += len(got)
        if status or got != wanted:
            wrong.append(f"step {at}: {status} {got}, wanted {wanted} {text}")
        for line in got:
            counts[line[0]] = counts.get(line[0], 0) + 1
        wanted = step(codes)
    publish(100)
    check("each step writes the lines that it should", not wrong, "; ".join(wrong[:3]))
    check("there was some of everything", len(counts) == 3 and min(counts.values()) > 5, str(counts))
    check("the chain is true", chain_is_true())
    board = replay()
    check("the ledger alone gives the codes of the board", set(board) == codes, f"{sorted(board)} {sorted(codes)}")
    with open(f"{SITE}/du-lieu/thu-tuc.csv", encoding="utf-8-sig", newline="") as file:
        posted = {list(row.values())[0] for row in csv.DictReader(file)}
    check("and those of what is posted", posted == codes, str(posted))
    check("and the hash of each record", all(record(code) == board[code] for code in codes))
    verified = subprocess.run([os.environ["NIEMYET"], "-C", OFFICE, "verify", SITE, "--lang", "en"],
                              capture_output=True, text=True)
    check("verify finds nothing", verified.returncode == 0 and "is what the ledger says" in verified.stdout,
          verified.stdout + verified.stderr)
    print(f"1..{number}")
    return 1 if failed else 0


raise SystemExit(main())
