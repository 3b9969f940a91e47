# SPDX-License-Identifier: MIT
# A build that has nothing to build returns at once, and is never wrong about it: after each of
# EDITS random edits of an office, of its site, of the record and of the program, also while a
# build is under way, a build leaves what a clean build elsewhere makes, byte by byte, and says
# what that says. A second build, after nothing, takes the short way. SEED repeats a run.
import hashlib
import os
import random
import shutil
import signal
import subprocess
import time

TMP, NIEMYET = os.environ["TEST_TMP"], os.path.join(os.environ["TEST_TMP"], "niemyet")
EDITS, SEED = int(os.environ.get("EDITS", "30")), int(os.environ.get("SEED", "20261122"))
OFFICE, SITES = os.path.join(TMP, "office"), [os.path.join(TMP, "a"), os.path.join(TMP, "b")]
RECORD, MANIFEST = os.path.join(OFFICE, ".niemyet", "unchanged"), "manifest.sha256"
SHORT = "every file is as the last build left it"
number = failed = 0
state = {"site": SITES[0], "day": "2026-11-21", "strict": False, "compress": False}
foreign = {site: {} for site in SITES}  # path: bytes


def check(name, fine, note=""):
    global number, failed
    number += 1
    failed += not fine
    print(f"{'ok' if fine else 'not ok'} {number} - {name}", flush=True)
    if not fine:
        print(f"# {name}: {str(note)[:2000]}".replace("\n", "\n# "), flush=True)
    return fine


def command(office, site, verb="build"):
    return [NIEMYET, verb, "-C", office, "--lang", "en", "-j", "2", "--date", state["day"]] + (
        ["-o", site] if verb == "build" else [site]) + [f"--{name}" for name in ("strict", "compress") if state[name]]


def run(*args, **more):
    return subprocess.run(args[0], capture_output=True, text=True, check=False, **more)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def under(folder, skip=()):
    found = []
    for top, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in skip)
        found += [os.path.relpath(os.path.join(top, name), folder) for name in names]
    return sorted(found)


def of_office(*tops):
    return [p for p in under(OFFICE, (".niemyet",)) if p.split("/")[0] in tops]


# Edits. Each gives what it did; some break the office, which is as good a case.

def damaged(data):
    """The same number of bytes, one digit or letter another."""
    at = [i for i, c in enumerate(data) if c < 128 and chr(c).isalnum()]
    i = random.choice(at) if at else 0
    other = random.choice([c for c in b"0123456789" if c != data[i]])
    return data[:i] + bytes([other]) + data[i + 1:]


def behind_the_back(path, data, how):
    """New bytes for a file, of which its name and times say nothing."""
    old = os.stat(path)
    if how == "renamed":
        write(path + ".new", data)
        os.rename(path + ".new", path)
    else:
        write(path, data)
    os.utime(path, ns=(old.st_atime_ns, old.st_mtime_ns))


def edit_cell():
    path = random.choice([p for p in of_office("data") if p.split("/")[1][:4] in ("fees", "meth", "proc", "resu", "chan")])
    data = read(f"{OFFICE}/{path}")
    lines = data.split(b"\n")
    i = random.randrange(1, max(2, len(lines) - 1))
    digits = [k for k, c in enumerate(lines[i]) if 48 <= c < 58]
    if digits:
        k = random.choice(digits)
        lines[i] = lines[i][:k] + b"%d" % random.randrange(1, 9) + lines[i][k + 1:]
    write(f"{OFFICE}/{path}", b"\n".join(lines))
    return f"a digit of {path}"


def edit_same_size():
    path = random.choice(of_office("data", "pages", "templates", "assets", "site.yml"))
    how = random.choice(["renamed", "in place"])
    behind_the_back(f"{OFFICE}/{path}", damaged(read(f"{OFFICE}/{path}")), how)
    return f"{path}: same size and time, {how}"


def edit_touch():
    path = random.choice(of_office("data", "pages", "site.yml"))
    os.utime(f"{OFFICE}/{path}")
    return f"{path} touched"


def edit_rewrite():
    path = random.choice(of_office("data", "pages", "site.yml"))
    behind_the_back(f"{OFFICE}/{path}", read(f"{OFFICE}/{path}"), random.choice(["renamed", "in place"]))
    return f"{path} written again"


def edit_page():
    path = f"pages/trang-{random.randrange(4)}.md"
    if os.path.exists(f"{OFFICE}/{path}"):
        os.remove(f"{OFFICE}/{path}")
        return f"{path} removed"
    write(f"{OFFICE}/{path}", f"---\ntitle: Trang {random.random()}\nkind: PAGE\n---\n\nMới.\n".encode())
    return f"{path} added"


def edit_setting():
    data = read(f"{OFFICE}/site.yml").split(b"\n")
    data = [b"title: V\xc4\x83n ph\xc3\xb2ng %d" % random.randrange(100) if d.startswith(b"title:") else d for d in data]
    write(f"{OFFICE}/site.yml", b"\n".join(data))
    return "the title of site.yml"


def own(path, data):
    full = f"{OFFICE}/{path}"
    if os.path.exists(full) and random.random() < 0.5:
        os.remove(full)
        return f"{path} removed"
    write(full, data)
    return f"{path} written"


def edit_template():
    data = read("templates/procedure.html").replace(b"</h1>", b"</h1><p>%d</p>" % random.randrange(1000), 1)
    return own("templates/procedure.html", data)


def edit_texts():
    return own("i18n/vi.yml", b"home.title: Trang %d\n" % random.randrange(100))


def edit_asset():
    return own(*random.choice([("assets/css/site.css", read("assets/css/site.css") + b"/* %d */\n" % random.randrange(99)),
                               ("assets/mau/don.txt", b"%d\n" % random.randrange(99))]))


def edit_rule():
    data = read("src/rules/NY002a-procedure-code-absent-or-odd.sql").replace(b"id: NY002a", b"id: NY990")
    return own("rules/NY990-own.sql", data.replace(b"WHERE NOT (p.code", b"WHERE %d = 1 OR NOT (p.code" % random.randrange(2)))


def edit_folder():
    path = f"{OFFICE}/{random.choice(['pages', 'templates', 'rules', 'data'])}/trong"
    if os.path.isdir(path):
        os.rmdir(path)
    else:
        os.makedirs(path)
    return f"the empty folder {path}"


def edit_ledger():
    state["strict"] = False
    done = run(command(OFFICE, f"{TMP}/dest", "publish") + ["--yes"])
    return f"publish elsewhere: {done.returncode}"


def edit_broken():
    write(f"{OFFICE}/data/fields.csv", read(f"{OFFICE}/data/fields.csv") + b"x,Hai\nx,Hai\n")
    return "a row twice"


def edit_site():
    path = random.choice([p for p in under(state["site"]) if p not in foreign[state["site"]]] or [""])
    full = f"{state['site']}/{path}"
    if not path:
        return "no site"
    if path == MANIFEST:
        lines = read(full).split(b"\n")
        del lines[random.randrange(len(lines) - 1)]
        write(full, b"\n".join(lines))
        return "a line of the manifest"
    how = random.choice(["removed", "longer", "renamed", "in place", "a folder", "touched"])
    if how == "removed":
        os.remove(full)
    elif how == "longer":
        write(full, read(full) + b" ")
    elif how == "touched":
        os.utime(full)
    elif how == "a folder":
        os.remove(full)
        os.mkdir(full)
    else:
        behind_the_back(full, damaged(read(full)), how)
    return f"the site's {path} {how}"


def edit_foreign():
    site, path = state["site"], random.choice(["la.html", "thu-tuc/la.txt", ".well-known/la"])
    if not os.path.isdir(site):
        return "no site"
    if path in foreign[site]:
        os.remove(f"{site}/{path}")
        del foreign[site][path]
        return f"foreign {path} removed"
    foreign[site][path] = b"%d" % random.randrange(99)
    write(f"{site}/{path}", foreign[site][path])
    return f"foreign {path}"


def edit_day():
    state["day"] = random.choice(["2026-11-20", "2026-11-21", "2026-12-01", "2027-03-01"])
    return f"the day {state['day']}"


def edit_options():
    state["strict"] = not state["strict"]
    return f"strict: {state['strict']}"


def edit_compress():
    state["compress"] = not state["compress"]
    return f"compress: {state['compress']}"


def edit_target():
    state["site"] = SITES[state["site"] == SITES[0]]
    return f"into {state['site']}"


def edit_record():
    how = random.choice(["shorter", "gone", "another", "no tables", "no cache"])
    if how == "no cache":
        shutil.rmtree(f"{OFFICE}/.niemyet", ignore_errors=True)
    elif how == "no tables":
        write(f"{OFFICE}/.niemyet/board.db", b"")
    elif os.path.exists(RECORD):
        data = read(RECORD)
        if how == "gone":
            os.remove(RECORD)
        elif how == "shorter":
            write(RECORD, data[:random.randrange(len(data))])
        else:
            write(RECORD, bytes([random.choice(b"0123456789abcdef")]) * 128 + data[128:])
    return f"the record: {how}"


def edit_program():
    shutil.copy(os.environ["NIEMYET"], NIEMYET + ".new")
    os.rename(NIEMYET + ".new", NIEMYET)
    return "the program installed anew"


def edit_site_gone():
    shutil.rmtree(state["site"], ignore_errors=True)
    foreign[state["site"]] = {}
    return "the site gone"


def edit_killed():
    edits = random.choice([edit_page, edit_touch, edit_cell, edit_asset])()
    with subprocess.Popen(command(OFFICE, state["site"]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as p:
        time.sleep(random.random() * 0.8)
        p.send_signal(signal.SIGKILL)
    return f"{edits}, and a build killed"


def edit_meanwhile():
    first = random.choice([edit_page, edit_touch, edit_cell])()
    second = random.choice([edit_page, edit_same_size, edit_cell, edit_site_meanwhile, edit_template])
    with subprocess.Popen(command(OFFICE, state["site"]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as p:
        time.sleep(random.random() * 0.8)
        text = second()
    return f"{first}, and while it was built: {text}"


def edit_site_meanwhile():
    path = f"{state['site']}/thu-tuc/1.000001.html"
    try:
        behind_the_back(path, damaged(read(path)), "renamed")
        os.utime(path)
    except OSError:
        return "nothing"
    return "a page of the site"


KINDS = [edit_cell, edit_cell, edit_same_size, edit_same_size, edit_touch, edit_rewrite, edit_page, edit_page, edit_setting,
         edit_template, edit_texts, edit_asset, edit_rule, edit_folder, edit_ledger, edit_broken, edit_site, edit_site,
         edit_site, edit_foreign, edit_foreign, edit_day, edit_options, edit_compress, edit_compress, edit_target, edit_record,
         edit_record, edit_program, edit_site_gone, edit_killed, edit_meanwhile, edit_meanwhile]


def differs(site, clean):
    """In what the site is not the clean one; empty when it is."""
    lines = read(f"{site}/{MANIFEST}").decode().splitlines()
    ours = [line for line in lines if not line.startswith("#")]
    if ours != read(f"{clean}/{MANIFEST}").decode().splitlines():
        return "manifest"
    left = [line[67:] for line in lines if line.startswith("#")]
    for line in ours:
        path = line[66:]
        if read(f"{site}/{path}") != read(f"{clean}/{path}"):
            return path
    for path, data in foreign[site].items():
        if f"{' ' * 64}  {path}"[66:] not in [line[66:] for line in ours] and read(f"{site}/{path}") != data:
            return path
    known = {line[66:] for line in ours} | set(left) | set(foreign[site]) | {MANIFEST}
    return " ".join(sorted(set(under(site)) - known))


def said(done):
    """What is printed of the site, without what is only of this build."""
    lines = done.stdout.replace(done.args[done.args.index("-o") + 1], "SITE").splitlines()
    return [line.split(";")[0] if "files," in line else line for line in lines if not line.startswith("seconds")]


def try_build(what):
    """Builds, and elsewhere; True when all is as it should be."""
    clean_office, clean_site = f"{TMP}/clean", f"{TMP}/clean-site"
    done = run(command(OFFICE, state["site"]))
    for folder in (clean_office, clean_site):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(OFFICE, clean_office, ignore=shutil.ignore_patterns(".niemyet"))
    clean = run(command(clean_office, clean_site))
    if clean.returncode:
        fine = done.returncode == clean.returncode and done.stderr == clean.stderr and SHORT not in done.stdout
        return check(what + " (refused)", fine, done.stdout + done.stderr + clean.stderr), False
    heard = [line for line in done.stderr.splitlines() if "[P009]" not in line and not line.startswith("    ")]
    fine = done.returncode == 0 and heard == [s for s in clean.stderr.splitlines() if not s.startswith("    ")]
    fine = check(what, fine and said(done) == said(clean) and not differs(state["site"], clean_site),
                 f"{done.stdout}{done.stderr}{clean.stdout}{clean.stderr}{fine and differs(state['site'], clean_site)}")
    if not done.stderr:
        again = run(command(OFFICE, state["site"]))
        if not check(what + ": again", SHORT in again.stdout and said(again) == said(clean) and "; 0 written" in again.stdout,
                     again.stdout + again.stderr):
            return False, True
    return fine, True


def snapshot(folder):
    return [(p, os.stat(f"{folder}/{p}").st_ino, os.stat(f"{folder}/{p}").st_ctime_ns) for p in under(folder)]


def new_office():
    shutil.rmtree(OFFICE, ignore_errors=True)
    subprocess.run(["sh", "-c", '. tests/office.sh; clean 2 "$0"', OFFICE], check=True)


random.seed(SEED)
shutil.copy(os.environ["NIEMYET"], NIEMYET)
new_office()
try_build("a first build")
before = snapshot(OFFICE), snapshot(SITES[0])
run(command(OFFICE, SITES[0]))
check("the short way writes nothing, in the office neither", before == (snapshot(OFFICE), snapshot(SITES[0])))

# What is looked at is all that a build opens.
subprocess.run([os.environ.get("CC", "cc"), "-shared", "-fPIC", "-o", f"{TMP}/opens.so", "tests/cli/opens.c", "-ldl"], check=True)
for kind in (edit_page, edit_texts, edit_template, edit_asset, edit_rule, edit_ledger):
    kind()
shutil.rmtree(f"{OFFICE}/.niemyet")
if os.environ.get("V") not in ("asan", "tsan"):
    os.environ["OPENS"] = f"{TMP}/opened"
    run(command(OFFICE, SITES[0]), env=os.environ | {"LD_PRELOAD": f"{TMP}/opens.so"})
    opened = {os.path.relpath(p, OFFICE) for p in read(f"{TMP}/opened").decode().splitlines() if p.startswith(OFFICE + "/")}
    tops = {p.split("/")[0]: p for p in sorted(opened) if os.path.isfile(f"{OFFICE}/{p}")}
    tops.pop(".niemyet", None)
    check("a build opened files of many kinds", len(tops) >= 8, tops)
    for path in tops.values():
        run(command(OFFICE, SITES[0]))
        is_short = SHORT in run(command(OFFICE, SITES[0])).stdout
        os.utime(f"{OFFICE}/{path}")
        check(f"{path} counts", is_short and SHORT not in run(command(OFFICE, SITES[0])).stdout)

# In one step of the file system's clock with the build's beginning, yet before it.
for moment in range(8):
    foreign[SITES[0]]["la.txt"] = b"%d" % moment
    write(f"{SITES[0]}/la.txt", foreign[SITES[0]]["la.txt"])
    try_build(f"just after a foreign file, {moment}")

try_build("before the random edits")
for edit in range(EDITS):
    what = random.choice(KINDS)()
    if not os.path.exists(RECORD) and random.random() < 0.5:
        what += ", then " + random.choice(KINDS)()
    fine, stands = try_build(f"edit {edit} of seed {SEED}: {what}")
    if not fine:
        break
    if not stands:  # a refused office is mended by a new one
        new_office()
        state["strict"] = False

shutil.rmtree(OFFICE)
shutil.copytree("content", OFFICE, ignore=shutil.ignore_patterns(".niemyet", "site"))
state.update(site=f"{TMP}/demo", day="2026-11-21", strict=False)
foreign[state["site"]] = {}
try_build("the demonstration office")
print(f"1..{number}")
raise SystemExit(failed > 0)
