#!/usr/bin/env python3
"""Times the verdicts of winset and CP-SAT, in one run; the table goes to standard output.

    bench/peers/run verdicts [--rounds N] [--limit-s N]

Exits with 1 if the two programs disagree on any case, with 2 if winset fails. README.md says what
is compared.
"""

import argparse
import json
import statistics
import sys
import time

from common import CASE, ROOT, Disagreement, ended, output, print_table, print_versions
from common import read, run
from ortools.sat.python import cp_model

from model import PEER, Model, solver

SMALL_CASES = 20
DEMONSTRATION = ROOT / "cases" / "sella-basin.yaml"
# Points, links, parties of hard random cases of five options; where the no-deal values stand from
# the best floor that all can have: above it there is no overlap; and the number of seeds.
HARD = [(20, 30, 4, 1, 10), (60, 30, 4, 1, 3), (60, 90, 4, 1, 3)]
HARD += [(20, 30, 4, 0, 3), (60, 30, 4, 0, 3), (60, 90, 4, 0, 3), (60, 30, 6, -20, 5)]
WORDS = {cp_model.INFEASIBLE: "no-overlap", cp_model.FEASIBLE: "overlap"}
WORDS |= {cp_model.OPTIMAL: "overlap", cp_model.UNKNOWN: "undecided"}


# --- Cases and the two programs ------------------------------------------------------------------


def demonstration():
    return output("winset", "show", "--json", DEMONSTRATION)


def opened(text):
    """The demonstration case after the moves that its author states as the cheapest opening."""
    case = json.loads(text)
    expected = case["expected"]
    moves = expected["cheapest_opening"]["moves"]
    for line in case["lines"]:
        ladder = line["ladder"][moves.get(line["id"], 0) :]
        line["ladder"] = [step | {"cost": step["cost"] - ladder[0]["cost"]} for step in ladder]
    return json.dumps(case), expected["overlap_after_opening"]["packages"]


def hard_cases(size, place, count):
    """The first so many hard cases of a size: pairs of seed and text. Seeds whose rules leave
    nothing, or whose best floor is not found in time, are passed over."""
    flags = [word for name, number in size.items() for word in (f"--{name}", number)]
    seed = found = 0
    while found < count:
        seed += 1
        done = run("winset-bench", "hard", *flags, "--seed", seed, "--above", 0)
        if done.returncode == 0:
            found += 1
            case = json.loads(done.stdout)
            for party in case["parties"]:
                party["no_deal"] += place
            yield seed, json.dumps(case)


def ask_cpsat(value, case, limit_s):
    """Verdict, milliseconds of solving, and of building the model and solving it."""
    start = time.perf_counter()
    model = Model(value, case)
    built = time.perf_counter()
    status = solver(limit_s).solve(model.cp)
    end = time.perf_counter()
    return WORDS[status], (end - built) * 1e3, (end - start) * 1e3


def ask_winset(path, limit_s):
    """Verdict, milliseconds of deciding, and of reading the file and deciding."""
    limit = ["--limit-ms", limit_s * 1000]
    answer = json.loads(output("winset-bench", "case", "--file", path, "--runs", 1, *limit))
    return answer["verdict"], answer["decide_ms"], answer["read_ms"] + answer["decide_ms"]


# --- Do they mean the same? ----------------------------------------------------------------------


class Packages(cp_model.CpSolverSolutionCallback):
    """Collects the packages of all solutions, and counts the solutions."""

    def __init__(self, model):
        super().__init__()
        self.model, self.found, self.solutions = model, set(), 0

    def on_solution_callback(self):
        self.solutions += 1
        self.found.add(self.model.package(self))


def count_cpsat(text, limit_s):
    """How many packages CP-SAT accepts, by enumeration of all solutions."""
    model = Model(*read(text))
    packages, asked = Packages(model), solver(limit_s)
    asked.parameters.enumerate_all_solutions = True
    status = asked.solve(model.cp, packages)
    if WORDS.get(status) == "undecided" or status == cp_model.FEASIBLE:
        raise Disagreement("the solutions were not enumerated in time")
    if packages.solutions != len(packages.found):
        raise Disagreement("several solutions of the model stand for one package")
    return len(packages.found)


def same_count(what, text, path, limit_s):
    """How many packages both programs accept in a case."""
    path.write_text(text)
    answer = json.loads(output("winset", "solve", "--json", path))
    winset = int(answer["overlap"]["packages"]) if answer["overlap"] else 0
    cpsat = count_cpsat(text, limit_s)
    if winset != cpsat:
        raise Disagreement(f"{what}: {winset} packages by winset, {cpsat} by CP-SAT")
    return cpsat


def agreement(path, limit_s):
    """Counts packages with both programs; returns a sentence on what was counted."""
    text, expected = opened(demonstration())
    if same_count("the opened demonstration case", text, path, limit_s) != expected:
        raise Disagreement(f"the author of the opened demonstration case states {expected}")
    seed = with_overlap = without = 0
    while with_overlap < SMALL_CASES:
        seed += 1
        text = output("winset-bench", "small", "--seed", seed)
        count = same_count(f"small case {seed}", text, path, limit_s)
        with_overlap += bool(count)
        without += not count
    size = {"points": 8, "options": 4, "links": 8, "parties": 3}
    at_best = list(hard_cases(size, 0, 5))
    for seed, text in at_best:
        if not same_count(f"8 points at the best floor, seed {seed}", text, path, limit_s):
            raise Disagreement(f"8 points, seed {seed}: no package at the best floor")
    return (
        "Both programs count the same packages in the opened demonstration case "
        f"({expected}), in {with_overlap} small cases with an overlap and {without} without, and "
        f"in {len(at_best)} cases of 8 points at the best floor."
    )


# --- Timing --------------------------------------------------------------------------------------


class Row:
    """A case, asked in turn by both programs so many times; medians."""

    def __init__(self, kind, seed, text, path, asked):
        self.kind, self.seed = kind, seed
        self.title = kind if seed is None else f"{kind}, seed {seed}"
        print(self.title, file=sys.stderr)
        value, case = read(text)
        self.size = (len(case.points), len(case.parties), len(case.rules))
        path.write_text(text)
        ours, theirs = [], []
        for _ in range(asked.rounds):
            # What is left undecided is not asked again: it would take the limit again.
            if not ours or ours[-1][0] != "undecided":
                ours.append(ask_winset(path, asked.limit_s))
            if not theirs or theirs[-1][0] != "undecided":
                theirs.append(ask_cpsat(value, case, asked.limit_s))
        self.verdicts = [self.one_verdict(runs) for runs in (ours, theirs)]
        decided = set(self.verdicts) - {"undecided"}
        if len(decided) > 1:
            raise Disagreement(f"{self.title}: winset, CP-SAT: {', '.join(self.verdicts)}")
        self.ours, self.ours_whole = medians(ours)
        self.theirs, self.theirs_whole = medians(theirs)
        self.both_decided = "undecided" not in self.verdicts

    def one_verdict(self, runs):
        verdicts = {verdict for verdict, _, _ in runs}
        if len(verdicts - {"undecided"}) > 1:
            raise Disagreement(f"{self.title}: {sorted(verdicts)} by the same program")
        return "undecided" if "undecided" in verdicts else verdicts.pop()

    def cells(self, limit_s):
        words = [f"not decided in {limit_s} s" if v == "undecided" else v for v in self.verdicts]
        ratio = f"{self.theirs / self.ours:.1f}" if self.both_decided else "-"
        times = [self.ours, self.theirs, self.ours_whole, self.theirs_whole]
        ours, theirs, *whole = (f"{time:.3f}" for time in times)
        return [self.title, *self.size, *words, ours, theirs, ratio, *whole]


def medians(runs):
    return [statistics.median(times) for times in list(zip(*runs))[1:]]


def questions():
    """Triples of kind, seed and text; the demonstration case has no seed."""
    yield "demonstration case", None, demonstration()
    for points, links, parties, place, count in HARD:
        where = f"{place} above" if place > 0 else f"{-place} below" if place < 0 else "at"
        where += " the best"
        kind = f"{points} points, {links} links, {parties} parties, {where}"
        size = {"points": points, "links": links, "parties": parties}
        for seed, text in hard_cases(size, place, count):
            yield kind, seed, text


# --- The report ----------------------------------------------------------------------------------


def print_summary(rows):
    """A line for each kind of case: medians over its cases."""
    lines = []
    for kind in dict.fromkeys(row.kind for row in rows):
        cases = [row for row in rows if row.kind == kind]
        both = [row for row in cases if row.both_decided]
        ratios = sorted(row.theirs / row.ours for row in both)
        passed_over = (cases[-1].seed or len(cases)) - len(cases)
        line = [kind, len(cases), passed_over]
        line += [sum(row.verdicts[who] == "undecided" for row in cases) for who in (0, 1)]
        times = [[r.ours for r in both], [r.theirs for r in both]]
        line += [f"{statistics.median(t):.3f}" if both else "-" for t in times]
        line += [f"{statistics.median(ratios):.1f}" if both else "-"]
        line += [f"{ratios[0]:.1f} to {ratios[-1]:.1f}" if both else "-"]
        lines.append(line)
    head = "cases|number|seeds passed over|undecided by winset|by CP-SAT|winset, ms|CP-SAT, ms"
    head += "|ratio|ratios from, to"
    print_table(head.split("|"), lines)


def report(rows, sentence, asked):
    print_summary(rows)
    head = "case|points|parties|rules|by winset|by CP-SAT|winset, ms|CP-SAT, ms|ratio"
    head += "|winset with reading, ms|CP-SAT with model, ms"
    print_table(head.split("|"), [row.cells(asked.limit_s) for row in rows])
    print(f"Medians of {asked.rounds} rounds, the two programs in turn. {sentence}\n")
    print_versions(PEER)


def main():
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("--rounds", type=int, default=7, help="times that each case is asked")
    reader.add_argument("--limit-s", type=int, default=60, help="seconds for each answer")
    asked = reader.parse_args()

    def compare():
        sentence = agreement(CASE, asked.limit_s)
        rows = [Row(*question, CASE, asked) for question in questions()]
        report(rows, sentence, asked)

    return ended(compare)


if __name__ == "__main__":
    sys.exit(main())
