#!/usr/bin/env python3
"""How long `winset phases` takes on plans of many items.

    measure.py BINARY [--items 40] [--plans 10] [--bound 30] [--seed 1]

Each plan has items of two owners with values of 0 to 20 for each side, up to two items that have to be verified
before, days of delivery and of verification, and for one item in five an earliest or a latest day; neither side is
ever owed more than the bound. Prints one line of JSON for each plan: the seconds, how the question ended, the rounds
of the schedule shown, and what is known where it was stopped. The last line has the median and the longest of the
times. Standard library only.
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

HEAD = """format: winset-case/1
id: plan
title: Plan
parties: [{id: ann, name: Ann}, {id: bob, name: Bob}]
points:
  - {id: land, title: Land, options: [{id: keep, label: Keep}, {id: share, label: Share}]}
plan:
  bounds: {ann: BOUND, bob: BOUND}
  items:
"""


def plan(items, bound, draws):
    """The text of a case with a plan."""
    lines = []
    for place in range(items):
        fields = [f"id: i{place}", f"owner: {draws.choice(['ann', 'bob'])}"]
        fields.append(f"values: {{ann: {draws.randint(0, 20)}, bob: {draws.randint(0, 20)}}}")
        before = draws.sample(range(place), min(place, draws.randint(0, 2)))
        fields.append(f"after: [{', '.join(f'i{of}' for of in sorted(before))}]")
        fields += [f"days: {draws.randint(1, 20)}", f"verify: {draws.randint(0, 5)}"]
        if draws.random() < 0.1:
            fields.append(f"earliest: {draws.randint(0, 60)}")
        elif draws.random() < 0.1:
            fields.append(f"latest: {400 + draws.randint(0, 400)}")
        lines.append(f"    - {{{', '.join(fields)}}}\n")
    return HEAD.replace("BOUND", str(bound)) + "".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--items", type=int, default=40)
    parser.add_argument("--plans", type=int, default=10)
    parser.add_argument("--bound", type=int, default=30, help="what each side is at most owed")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    times = []
    with tempfile.TemporaryDirectory(prefix="winset-plan") as folder:
        file = os.path.join(folder, "plan.yaml")
        for seed in range(asked.seed, asked.seed + asked.plans):
            with open(file, "w", encoding="utf-8") as written:
                written.write(plan(asked.items, asked.bound, random.Random(seed)))
            begun = time.perf_counter()
            ran = subprocess.run([asked.binary, "phases", file, "--json"], capture_output=True, text=True)
            times.append(time.perf_counter() - begun)
            if ran.returncode not in (0, 1, 3):
                sys.exit(f"seed {seed}: {ran.stderr}")
            answer = json.loads(ran.stdout)["plan"]
            shown = answer["schedule"] and len(answer["schedule"]["rounds"])
            kept = {"verdict": answer["verdict"], "rounds": shown, "bound": answer["bound"]}
            print(json.dumps({"seed": seed, "seconds": round(times[-1], 3), **kept}))
    print(json.dumps({"median": round(statistics.median(times), 3), "longest": round(max(times), 3)}))


if __name__ == "__main__":
    main()
