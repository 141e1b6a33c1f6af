#!/usr/bin/env python3
"""How long `winset record list` takes on a record of 100,000 entries.

    measure.py BINARY [--entries 100000] [--acts 10] [--runs 5] [--seed 1]

Makes a case with three parties and a journal of a few acts, each with many incidents and statements, and times
`record list` with and without filters. Prints one line of JSON for each question: the median in seconds, and
how many entries were listed. Standard library only.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time

CASE = """format: winset-case/1
id: record
title: Record
parties: [{id: ann, name: Ann}, {id: bob, name: Bob}, {id: cat, name: Cat}]
points:
  - {id: land, title: Land, options: [{id: keep, label: Keep}, {id: share, label: Share}]}
"""


def entries(count, first):
    """Incidents and statements, half of them public."""
    made = {"incidents": [], "statements": []}
    for number in range(first, first + count):
        day = f"2031-{random.randint(1, 12):02}-{random.randint(1, 28):02}"
        by, other = random.sample(["ann", "bob", "cat"], 2)
        if number % 2:
            made["statements"].append({"id": f"s{number}", "date": day, "by": by, "says": f"Words {number}.",
                                       "reads_as": {"land": [random.choice(["keep", "share"])]}})
        else:
            made["incidents"].append({"id": f"i{number}", "date": day, "place": f"Place {number % 97}",
                                      "kind": "shots", "category": random.choice(["strike", "shelling", "drone"]),
                                      "claimed_by": by, "attributed_to": other, "clauses": ["c1"],
                                      "sources": [{"kind": "observer", "grade": "B2"}]})
    return made


def timed(command, runs):
    times = []
    for _ in range(runs):
        begun = time.perf_counter()
        ran = subprocess.run(command, capture_output=True, text=True)
        times.append(time.perf_counter() - begun)
        if ran.returncode != 0:
            sys.exit(f"{' '.join(command)}: {ran.stderr}")
    return statistics.median(times), ran.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--acts", type=int, default=10)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    random.seed(asked.seed)
    with tempfile.TemporaryDirectory(prefix="winset-record") as folder:
        case, given = os.path.join(folder, "case.yaml"), os.path.join(folder, "given.json")
        with open(case, "w", encoding="utf-8") as file:
            file.write(CASE)
        share = asked.entries // asked.acts
        begun = time.perf_counter()
        for act in range(asked.acts):
            with open(given, "w", encoding="utf-8") as file:
                json.dump(entries(share, act * share), file)
            timed([asked.binary, "record", "add", "incident", case, "--json", given, "--yes"], 1)
        print(json.dumps({"question": "add", "seconds": round(time.perf_counter() - begun, 3)}))
        for words in ([], ["--as", "ann"], ["--kind", "incident", "--place", "place 9", "--status", "unverified"]):
            seconds, told = timed([asked.binary, "record", "list", case, "--json", *words], asked.runs)
            count = len(json.loads(told)["entries"])
            print(json.dumps({"question": " ".join(["list", *words]), "seconds": round(seconds, 3), "entries": count}))


if __name__ == "__main__":
    main()
