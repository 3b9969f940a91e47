#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""bench.py NIEMYET FLOOR - what a build takes, in rounds of the same order, as Markdown tables.

Each round: a cold build (from CSV), one from a loaded database, one with nothing changed, one
after a fee and one after a template changed, the floor (floor.c writes files of the same sizes),
and Hugo on the same procedures where it is installed. Medians, with the processor's time beside
the wall's: on a busy machine only the former says something, and only within one run.
"""
import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
STEPS = ("load", "compile", "render", "check", "publish")
KINDS = ("cold", "loaded", "unchanged", "one fee", "one template", "hugo")


def timed(command, **more):
    """Wall and processor seconds, peak MB, what it printed."""
    began = time.monotonic()
    p = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **more)
    out = p.stdout.read()
    _, status, use = os.wait4(p.pid, 0)
    p.returncode = os.waitstatus_to_exitcode(status)
    if p.returncode:
        sys.exit("%s: status %d\n%s" % (" ".join(command), p.returncode, out))
    return time.monotonic() - began, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024, out


class Office:
    def __init__(self, o, n):
        self.o, self.n = o, n
        self.top = os.path.join(o.dir, str(n))
        shutil.rmtree(self.top, ignore_errors=True)
        self.dir, self.site = os.path.join(self.top, "office"), os.path.join(self.top, "site")
        self.hugo = shutil.which("hugo") and n <= o.hugo and os.path.join(self.top, "hugo")
        os.makedirs(self.top)
        command = [sys.executable, os.path.join(HERE, "corpus.py"), str(n), self.dir]
        if self.hugo:
            shutil.copytree(os.path.join(HERE, "hugo"), self.hugo)
            command += ["--hugo", os.path.join(self.hugo, "content")]
        subprocess.run(command, check=True)

    def build(self):
        wall, cpu, peak, out = timed([self.o.niemyet, "build", "-C", self.dir, "-o", self.site, "-j",
                                      str(self.o.jobs), "--date", "2026-11-21", "--lang", "en"])
        files, size, written = re.search(r"(\d+) files, (\d+) bytes; (\d+) written", out).groups()
        seconds = out.split("seconds:")[1]  # without steps when there was nothing to build
        steps = [float(re.search(s + r" ([\d.]+)|$", seconds)[1] or 0) for s in STEPS]
        return {"wall": wall, "cpu": cpu, "peak": peak, "files": int(files), "bytes": int(size),
                "written": int(written), **dict(zip(STEPS, steps))}

    def change_fee(self, round_):
        path = os.path.join(self.dir, "data", "fees.csv")
        with open(path, encoding="utf-8") as f:
            head, first, rest = f.read().split("\n", 2)
        cells = first.split(",")
        cells[4] = str(1000 * (round_ + 7))
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n".join((head, ",".join(cells), rest)))

    def change_template(self, round_):
        own = os.path.join(self.dir, "templates", "procedure.html")
        os.makedirs(os.path.dirname(own), exist_ok=True)
        with open(os.path.join(HERE, "../../templates/procedure.html"), encoding="utf-8") as f:
            text = f.read()
        with open(own, "w", encoding="utf-8") as f:
            f.write(text.replace("</h1>", "</h1><p>%d</p>" % round_, 1))

    def floor(self):
        listed, target = os.path.join(self.top, "list"), os.path.join(self.top, "floor")
        with open(listed, "w", encoding="utf-8") as f:
            for folder, _, names in os.walk(self.site):
                for name in names:
                    path = os.path.join(folder, name)
                    f.write("%d %s\n" % (os.path.getsize(path), os.path.relpath(path, self.site)))
        seconds = float(timed([self.o.floor, listed, target])[3])
        shutil.rmtree(target)
        return seconds

    def round(self, k):
        shutil.rmtree(os.path.join(self.dir, "templates"), ignore_errors=True)
        shutil.rmtree(os.path.join(self.dir, ".niemyet"), ignore_errors=True)
        shutil.rmtree(self.site, ignore_errors=True)
        r = {"cold": self.build()}
        shutil.rmtree(self.site)
        r["loaded"] = self.build()
        r["unchanged"] = self.build()
        self.change_fee(k)
        r["one fee"] = self.build()
        self.change_template(k)
        r["one template"] = self.build()
        r["floor"] = self.floor()
        if self.hugo:
            target = os.path.join(self.top, "hugo-site")
            wall, cpu, peak, _ = timed(["hugo", "--quiet", "-d", target], cwd=self.hugo)
            files = [os.path.join(f, n) for f, _, names in os.walk(target) for n in names]
            size = sum(map(os.path.getsize, files))
            r["hugo"] = {"wall": wall, "cpu": cpu, "peak": peak, "files": len(files), "bytes": size, "written": len(files)}
            shutil.rmtree(target)
        return r


def table(n, rounds):
    def median(kind, key):
        return statistics.median(r[kind][key] for r in rounds)

    yield "%s procedures, %d rounds" % (format(n, ","), len(rounds))
    yield ""
    yield "| build | wall s | processor s | " + " | ".join(STEPS) + " | files | written | pages/s | MB/s | peak MB |"
    yield "|---" * (len(STEPS) + 8) + "|"
    for kind in KINDS:
        if kind not in rounds[0]:
            continue
        wall = median(kind, "wall")
        steps = ["%.2f" % median(kind, s) if s in rounds[0][kind] else "" for s in STEPS]
        yield "| %s | %.2f | %.2f | %s | %d | %d | %.0f | %.1f | %.0f |" % (
            kind, wall, median(kind, "cpu"), " | ".join(steps), median(kind, "files"), median(kind, "written"),
            median(kind, "files") / wall, median(kind, "bytes") / wall / 1e6, median(kind, "peak"))
    floor = statistics.median(r["floor"] for r in rounds)
    yield ""
    ratios = ["the floor is %.2f s" % floor]
    for kind in ("cold", "loaded"):
        ratios.append("%s / floor %.1f" % (kind, statistics.median(r[kind]["wall"] / r["floor"] for r in rounds)))
        if "hugo" in rounds[0]:
            ratios.append("Hugo / %s %.2f" % (
                kind, statistics.median(r["hugo"]["wall"] / r[kind]["wall"] for r in rounds)))
    yield "Medians of pairs: " + "; ".join(ratios) + "."
    yield ""


def machine(o):
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        name = re.search(r"model name\s*: (.*)", f.read())
    kind = subprocess.run(["stat", "-f", "-c", "%T", o.dir], stdout=subprocess.PIPE, text=True, check=True).stdout
    return "%s, %d processors, Linux %s, %s, -j %d; load before %.1f" % (
        name[1] if name else os.uname().machine, os.cpu_count(), os.uname().release, kind.strip(), o.jobs,
        os.getloadavg()[0])


def main():
    a = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    a.add_argument("niemyet")
    a.add_argument("floor")
    a.add_argument("--sizes", default="1000,10000", help="procedures, for example 1000,100000")
    a.add_argument("--rounds", type=int, default=5)
    a.add_argument("--jobs", type=int, default=os.cpu_count())
    a.add_argument("--hugo", type=int, default=10000, help="the largest size that Hugo is given")
    a.add_argument("--dir", default="/dev/shm/niemyet-bench", help="a memory file system, or a disk")
    o = a.parse_args()
    os.makedirs(o.dir, exist_ok=True)
    print(machine(o) + "\n")
    for n in map(int, o.sizes.split(",")):
        office = Office(o, n)
        for line in table(n, [office.round(k) for k in range(o.rounds)]):
            print(line, flush=True)
        shutil.rmtree(office.top)


main()
