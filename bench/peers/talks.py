#!/usr/bin/env python3
"""Times sessions of two programs in winset, NegMAS and negmas-genius-agents; README.md says how and what.

    talks.py [--seconds N] [--rounds N]

The same strategies on the same domains, one process on one core each, rounds of measuring in turn. Before
anything counts, the course of a session must be the same: every offer, and the agreement.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
from importlib.metadata import version

from common import CASE, ROOT, Disagreement, Failed, ended, output, print_table, print_versions

# Points and options of the domains.
SMALL, LARGE, UNLISTED = (3, 10), (5, 10), (20, 5)

# What our sessions find anew: the ranking of all packages; the course, from a ranking that is kept; nothing
# that follows from time alone.
COURSES = ("ranked", "found", "prepared")

# What is compared: name, of whom, their pair and ours, rounds, domains.
PAIRS = [
    ("Boulware - Conceder", "NegMAS", "negmas-time", "negmas:boulware", "negmas:conceder", 100),
    ("Boulware - Conceder of GENIUS", "negmas-genius-agents", "genius-time", "genius:boulware", "genius:conceder", 100),
    ("MiCRO - MiCRO", "NegMAS", "negmas-micro", "micro", "micro", 1000),
]


def domain(points, options, seed):
    """A case of two parties who want opposite things, more or less. A package is worth a whole number of its own
    to each, from 0 on, whose digits are its options: NegMAS takes for equal what is closer than a millionth."""
    draws = random.Random(seed)
    scores = {"a": {}, "b": {}}
    for point in range(points):
        rising = list(range(options))
        falling = rising[::-1]
        for place in range(0, options - 1, 2):
            if draws.random() < 0.5:
                falling[place], falling[place + 1] = falling[place + 1], falling[place]
        # Which points count more differs from the second on.
        digits = {"a": points - 1 - point, "b": points - 1 if point == 0 else point - 1}
        order = draws.sample(range(options), options)
        for party, row in (("a", rising), ("b", falling)):
            row = [row[place] * options ** digits[party] for place in order]
            scores[party][f"p{point}"] = {"weight": 1, "scores": row}

    names = [f"o{option}" for option in range(options)]
    return {
        "format": "winset-case/1",
        "id": "talks",
        "title": "Talks",
        "parties": [{"id": party, "name": party.upper(), "no_deal": 0} for party in "ab"],
        "points": [
            {
                "id": f"p{point}",
                "title": f"P{point}",
                "options": [{"id": name, "label": name} for name in names],
            }
            for point in range(points)
        ],
        "preferences": scores,
    }


def written(size):
    """The file of a domain that both programs read."""
    path = CASE.parent / f"talks-{size[0]}x{size[1]}.json"
    path.write_text(json.dumps(domain(*size, seed=1)))
    return path


def ours(domain_flags, pair, courses, sessions):
    _, _, _, one, two, rounds = pair
    flags = [*domain_flags, "--one", one, "--two", two, "--rounds", rounds, "--form", "json"]
    return json.loads(output("winset-bench", "talks", *flags, "--courses", courses, "--sessions", sessions))


def enough(domain_flags, pair, courses, seconds):
    """Our sessions for about so many seconds."""
    sessions, told = 1, None
    while True:
        told = ours(domain_flags, pair, courses, sessions)
        if told["cpu_s"] * 2 >= seconds:
            return told
        factor = seconds / max(told["cpu_s"], seconds / 100)
        sessions = max(sessions + 1, int(sessions * factor))


def theirs(path, pair, seconds):
    command = [sys.executable, ROOT / "bench/peers/negmas_talks.py", path, pair[2], pair[5], seconds]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise Failed(f"{pair[1]}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def compare(what, our, their):
    """The same course, to the last offer."""
    for place, (one, other) in enumerate(zip(our["offers"], their["offers"])):
        if one != other:
            raise Disagreement(f"{what}: offer {place + 1} is {one} in winset, {other} there")
    if len(our["offers"]) != len(their["offers"]) or our["agreed"] != their["agreed"]:
        ends = [f"{len(it['offers'])} offers, agreed {it['agreed']}" for it in (our, their)]
        raise Disagreement(f"{what}: {ends[0]} in winset, {ends[1]} there")


def speed(told):
    return told["sessions"] / told["cpu_s"]


def figure(number):
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def row(pair, size, arguments):
    path = written(size)
    what = f"{pair[0]}, {size[0]} points"
    first = theirs(path, pair, 0)
    for courses in COURSES:
        compare(what, ours(["--case", path], pair, courses, 0), first)
    speeds = {courses: [] for courses in (*COURSES, "theirs")}
    for _ in range(arguments.rounds):
        for courses in COURSES:
            speeds[courses].append(speed(enough(["--case", path], pair, courses, arguments.seconds)))
        speeds["theirs"].append(speed(theirs(path, pair, arguments.seconds)))
    *own, peer = (statistics.median(speeds[key]) for key in (*COURSES, "theirs"))
    return [
        pair[0],
        pair[1],
        f"{size[1] ** size[0]:,}",
        len(first["offers"]),
        *map(figure, own),
        figure(peer),
        *(figure(each / peer) for each in own[:2]),
    ]


def alone(pair, arguments):
    """What nobody can list: winset by itself, on a domain whose sums of scores it can count."""
    flags = ["--points", UNLISTED[0], "--options", UNLISTED[1]]
    told = [enough(flags, pair, courses, arguments.seconds) for courses in COURSES]
    size = f"{UNLISTED[1]}^{UNLISTED[0]}"
    return [pair[0], "none", size, len(told[0]["offers"]), *(figure(speed(each)) for each in told), "", "", ""]


def talks():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=3)
    # Takes the flag of the other comparisons, which it has no use for.
    parser.add_argument("--limit-s", type=float, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    rows = [row(pair, size, arguments) for pair in PAIRS for size in (SMALL, LARGE)]
    rows += [alone(pair, arguments) for pair in (PAIRS[0], PAIRS[2])]
    head = [
        "strategies",
        "beside",
        "packages",
        "offers",
        "winset, ranking anew",
        "ranking kept",
        "courses prepared",
        "the other",
        "ratio, ranking anew",
        "ratio, ranking kept",
    ]
    print("Sessions per second of processor time.\n")
    print_table(head, rows)
    peers = ", ".join(f"{name} {version(name)}" for name in ("negmas", "negmas-genius-agents", "numpy"))
    print_versions(peers)


if __name__ == "__main__":
    sys.exit(ended(talks))
