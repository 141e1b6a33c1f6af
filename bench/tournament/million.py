#!/usr/bin/env python3
"""Times `winset tournament` on a million negotiations over 1,000 packages.

    cargo build --release --package winset-cli
    bench/tournament/million.py [--winset target/release/winset] [--threads 2]

Three tournaments: strategies that draw nothing, in 20,000 repetitions; the same with one that draws; and 20
strategies over 25 scenarios and 50 numbers of rounds without repetitions, so that every negotiation is a block of its
own and 2,000,000 results are kept for tests of pairs. For each a row of Markdown: time, processor time, the most memory that
was resident, the size of the table of negotiations. The last line states the load.
"""
import argparse
import os
import random
import subprocess
import sys
import tempfile
import time

TIMED = ["boulware", "conceder", "linear", "negmas:boulware", "negmas:conceder"]
MANY = [f"time(e={tenths / 10:.2f})" for tenths in range(1, 21)]
TOURNAMENTS = [
    ("nothing is drawn", 1, TIMED, [100], 20_000),
    ("one strategy draws", 1, TIMED[:4] + ["random"], [100], 20_000),
    ("each a block of its own", 25, MANY, list(range(51, 101)), 1),
]


def case(seed):
    """Two parties, three points of ten options, no-deal values at 300 of 1,000."""
    draws = random.Random(seed)
    lines = [
        "format: winset-case/1", f"id: thousand-{seed}", "title: A thousand packages",
        "parties: [{id: a, name: A, no_deal: 300}, {id: b, name: B, no_deal: 300}]", "points:",
    ]
    options = ", ".join(f"{{id: o{option}, label: o{option}}}" for option in range(10))
    lines += [f"  - {{id: p{point}, title: P{point}, options: [{options}]}}" for point in range(3)]
    lines.append("preferences:")
    for party, weights in (("a", (5, 3, 2)), ("b", (2, 3, 5))):
        scores = [
            f"p{point}: {{weight: {weight}, scores: {[draws.randint(0, 100) for _ in range(10)]}}}"
            for point, weight in enumerate(weights)
        ]
        lines.append(f"  {party}: {{{', '.join(scores)}}}")
    return "\n".join(lines) + "\n"


def spec(scenarios, strategies, rounds, repetitions):
    scenarios = ", ".join(f'"{seed}.yaml"' for seed in range(1, scenarios + 1))
    names = ", ".join(f'"{name}"' for name in strategies)
    return (
        f'format = "winset-tournament/1"\nscenarios = [{scenarios}]\n'
        f"strategies = [{names}]\nrounds = {rounds}\nrepetitions = {repetitions}\nseed = 7\n"
    )


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--winset", default="target/release/winset")
    arguments.add_argument("--threads", type=int, default=2)
    asked = arguments.parse_args()
    winset = os.path.abspath(asked.winset)
    print("| tournament | time | processor time | memory | details.csv |")
    print("|---|---|---|---|---|")
    for what, scenarios, strategies, rounds, repetitions in TOURNAMENTS:
        with tempfile.TemporaryDirectory() as folder:
            files = {f"{seed}.yaml": case(seed) for seed in range(1, scenarios + 1)}
            files["league.toml"] = spec(scenarios, strategies, rounds, repetitions)
            for name, text in files.items():
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(text)
            words = [winset, "tournament", "league.toml", "-o", "to", "--threads", str(asked.threads)]
            began = time.monotonic()
            child = subprocess.Popen(words, cwd=folder, stdout=subprocess.DEVNULL)
            _, status, used = os.wait4(child.pid, 0)
            took = time.monotonic() - began
            if status:
                sys.exit(f"{what}: ended with {os.waitstatus_to_exitcode(status)}")
            size = os.path.getsize(os.path.join(folder, "to", "details.csv"))
        print(
            f"| {what} | {took:.1f} s | {used.ru_utime + used.ru_stime:.1f} s "
            f"| {used.ru_maxrss / 1024:.0f} MB | {size / 1e6:.0f} MB |",
            flush=True,
        )
    print(f"\nLoad: {', '.join(f'{load:.1f}' for load in os.getloadavg())} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main()
