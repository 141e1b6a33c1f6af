#!/usr/bin/env python3
"""Figures of the desk: how soon it answers, how fast, how much it sends and holds.

    measure.py BINARY CASE [--starts 21] [--requests 200] [--attack 10]

Starts `BINARY desk CASE` so many times, measures every page and the slider, and then attacks the
desk for so many seconds by attack.py in each of three ways (0: not at all). Prints a table, each
row with its aim. Standard library only; Linux, for the resident memory.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from urllib.parse import urlsplit

HERE = os.path.dirname(os.path.abspath(__file__))
PAGES = ["desk", "matrix", "point/{point}", "clashes", "argument", "frontier", "package?{package}",
         "what-if", "rehearse", "rehearse?{course}", "offer", "text", "case", "edit?list=points&at={point}", "history", "tried?{package}",
         "at/{day}/desk", "at/{day}/matrix"]
OWN_PAGES = ["desk", "sheet", "matrix", "what-if"]
PICTURES = ["picture/conflict.svg", "picture/frontier.svg", "picture/timeline.svg"]


def quantile(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Desk:
    """A running desk, with a connection that is kept open."""

    def __init__(self, binary, case):
        self.begun = time.monotonic()
        command = [binary, "desk", case]
        quiet = {**os.environ, "WINSET_NO_RECENT": "1"}
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=quiet
        )
        self.url = self.process.stdout.readline().decode().strip()
        self.listening = time.monotonic() - self.begun
        if not self.url.startswith("http"):
            sys.exit(f"no address: {self.url!r} {self.process.stderr.read().decode()}")
        url = urlsplit(self.url)
        self.connection = HTTPConnection(url.hostname, url.port, timeout=60)
        self.connection.request("GET", f"{url.path}?{url.query}")
        answer = self.connection.getresponse()
        answer.read()
        self.cookie = answer.getheader("Set-Cookie").split(";")[0]

    def get(self, target):
        self.connection.request("GET", target, headers={"Cookie": self.cookie})
        answer = self.connection.getresponse()
        return answer.status, answer.read()

    def resident_mb(self, which):
        with open(f"/proc/{self.process.pid}/status") as status:
            line = next(line for line in status if line.startswith(which))
        return int(line.split()[1]) / 1024

    def end(self):
        self.connection.close()
        self.process.terminate()
        self.process.wait()


def start(binary, case):
    """Seconds to the address, to the first whole page, and to the page that says everything."""
    desk = Desk(binary, case)
    desk.get("/")
    _, page = desk.get("/v/mediator/desk")
    first = time.monotonic() - desk.begun
    while b" data-working" in page:
        time.sleep(0.005)
        _, page = desk.get("/v/mediator/desk")
    return desk, desk.listening, first, time.monotonic() - desk.begun


def timed(desk, targets, count):
    """Milliseconds of `count` requests, to each target in turn; and the last body."""
    times, body = [], b""
    for number in range(count):
        target = targets[number % len(targets)]
        begun = time.monotonic()
        status, body = desk.get(target)
        times.append(1000 * (time.monotonic() - begun))
        if status != 200:
            return None, body
    return times, body


def weight(desk, html):
    """Bytes of a page with everything that it loads."""
    links = re.findall(rb'<(?:link|script)[^>]* (?:href|src)="([^"]+)"', html)
    return len(html) + sum(len(desk.get(link.decode())[1]) for link in links)


def positions(html):
    """The queries of moving each slider of the page of clashes, step by step."""
    queries = []
    for field in re.findall(rb"<input [^>]*>", html):
        name = re.search(rb'name="((?:step|drop)\.[^"]+)"', field)
        if name:
            last = re.search(rb'max="(\d+)"', field)
            steps = range(1, int(last.group(1)) + 1) if last else [1]
            queries.extend(f"{name.group(1).decode()}={step}" for step in steps)
    return queries


def row(what, found, aim, misses):
    print(f"| {what} | {found} | {aim} |{' **missed**' if misses else ''}", flush=True)


def starts(binary, case, count):
    found = []
    for _ in range(count):
        desk, *seconds = start(binary, case)
        desk.end()
        found.append([1000 * s for s in seconds])
    for name, times, aim in zip(["listening", "first page", "everything worked out"],
                                zip(*found), [100, 150, None]):
        middle, worst = quantile(times, 0.5), max(times)
        row(f"start to {name}, median and worst of {count}", f"{middle:.0f} ms, {worst:.0f} ms",
            f"{aim} ms" if aim else "", aim and middle >= aim)


def pages(desk, count):
    _, matrix = desk.get("/v/mediator/matrix")
    _, frontier = desk.get("/v/mediator/frontier")
    point = re.search(rb"/point/([^\"?]+)\"", matrix).group(1).decode()
    package = re.search(rb"/package\?(p=[^\"]+)\"", frontier)
    package = package.group(1).decode() if package else ""
    heaviest = (0, "")
    day = re.search(rb"as of (\d{4}-\d\d-\d\d)", desk.get("/v/mediator/case")[1])
    day = day.group(1).decode() if day else time.strftime("%Y-%m-%d")
    readers = re.findall(rb'/v/([^/"]+)/desk', desk.get("/v/mediator/desk")[1])
    parties = [reader for reader in readers if reader not in (b"mediator", b"public")]
    seats = re.findall(rb'name="plays\.([^"]+)"', desk.get("/v/mediator/rehearse")[1])
    course = "".join(f"plays.{seat.decode()}=linear&" for seat in seats[:2]) + "rounds=12&turn=9"
    shown = {"point": point, "package": package, "day": day, "course": course}
    targets = [(page, "/v/mediator/" + page.format(**shown)) for page in PAGES + PICTURES]
    if parties:
        own = parties[0].decode()
        targets += [(page, f"/v/{own}/{page}") for page in OWN_PAGES]
    for page, target in targets:
        times, body = timed(desk, [target], count)
        if times is None:
            row(f"`{target}`", body[:80].decode(errors="replace"), "", True)
            continue
        three = " / ".join(f"{quantile(times, share):.1f}" for share in (0.5, 0.95, 0.99))
        of_all = len(body) if page in PICTURES else weight(desk, body)
        if page not in PICTURES:
            heaviest = max(heaviest, (of_all, target))
        row(f"`{target.split('?')[0]}`, p50 / p95 / p99 of {count}; weight",
            f"{three} ms; {of_all / 1000:.0f} kB", "p95 50 ms, 300 kB",
            quantile(times, 0.95) >= 50 or (page not in PICTURES and of_all >= 300_000))


def sliders(desk, count):
    _, clashes = desk.get("/v/mediator/clashes")
    queries = positions(clashes)
    cheapest = re.search(rb'id="cheapest" href="[^?"]*\?([^"]+)"', clashes)
    if cheapest:
        queries.append(cheapest.group(1).decode().replace("&#38;", "&").replace("&amp;", "&"))
    times, _ = timed(desk, ["/v/mediator/slide?" + query for query in queries], count)
    p50, p95 = quantile(times, 0.5), quantile(times, 0.95)
    row(f"slider, {len(queries)} positions, p50 / p95 of {count}", f"{p50:.1f} / {p95:.1f} ms",
        "60 ms", p95 >= 60)


def attacks(desk, seconds):
    ways = [("nobody attacks", []), ("5,000 slow heads", ["--slow", "5000"]),
            ("bodies of 1 GiB", ["--body"]), ("both", ["--slow", "5000", "--body"])]
    for name, flags in ways:
        command = [sys.executable, os.path.join(HERE, "attack.py"), desk.url, "--path",
                   "/v/mediator/desk", "--seconds", str(seconds), *flags]
        line = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        found = dict(pair.split("=") for pair in line.split())
        figures = " / ".join(found[key] for key in ("p50_ms", "p95_ms", "p99_ms", "worst_ms"))
        row(f"`desk` while {name}, p50 / p95 / p99 / worst of {found['honest']}",
            f"{figures} ms; {found['failed']} failed", "p99 1,000 ms",
            float(found["p99_ms"]) >= 1000 or found["failed"] != "0")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("case")
    parser.add_argument("--starts", type=int, default=21)
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("--attack", type=float, default=10)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = shutil.copy(options.case, folder)
        print("| what | found | aim |\n|---|---|---|")
        starts(options.binary, case, options.starts)
        desk, *_ = start(options.binary, case)
        try:
            pages(desk, options.requests)
            sliders(desk, options.requests)
            now, most = desk.resident_mb("VmRSS"), desk.resident_mb("VmHWM")
            row("resident memory after all pages, and the most", f"{now:.0f} MB, {most:.0f} MB",
                "60 MB", now >= 60)
            size = os.path.getsize(options.binary) / 1e6
            row("the binary", f"{size:.1f} MB", "15 MB", size >= 15)
            if options.attack:
                attacks(desk, options.attack)
                row("resident memory after that", f"{desk.resident_mb('VmRSS'):.0f} MB", "", False)
        finally:
            desk.end()


if __name__ == "__main__":
    main()
