#!/usr/bin/env python3
"""Times frontiers, settlements and counts by winset and NegMAS; the table goes to standard output.

    bench/peers/run frontiers [--rounds N] [--limit-s N] [--memory-gb N]

Exits with 1 if the two programs disagree on any answer, with 2 if one of them fails. README.md says what
is compared.
"""

import argparse
import json
import math
import re
import statistics
import sys
from importlib.metadata import version
from pathlib import Path

from common import CASE, Disagreement, ended, measured, output, print_table, print_versions
from common import program

OPTIONS = 5
PARTIES = [2, 3, 4]
# Points of cases for both programs, and of those for winset alone.
BOTH = [4, 5, 6, 7, 8, 9, 10]
ALONE = [12, 16, 20]
# In the settlements and counts every party has this no-deal value; its best package is worth 10,000.
NO_DEAL = 5_000
NEGMAS_ROUNDS = 3
# Frontiers of winset alone: points, options, links, parties.
LARGE = [(20, 5, 0, 2), (20, 5, 0, 3), (20, 5, 0, 4), (50, 10, 0, 2), (100, 10, 0, 2)]
LARGE += [(50, 10, 0, 3), (20, 5, 30, 2), (60, 5, 30, 2)]
SEEDS = 3
TITLES = {
    "frontier": "The complete frontier, without no-deal values",
    "settlements": f"Nash, egalitarian and utilitarian package, no-deal values at {NO_DEAL}",
    "count": f"Number of packages acceptable to all, no-deal values at {NO_DEAL}",
}


class Answer:
    """What a program says: the answer or why there is none, milliseconds, megabytes."""

    def __init__(self, said, cpu_ms):
        self.answer, self.stopped = said.get("answer"), said.get("stopped")
        self.ms = statistics.median(said["ms"]) if "ms" in said else None
        self.cpu_ms, self.mb = cpu_ms, said["peak_kb"] / 1024 if said.get("peak_kb") else None

    def cells(self):
        """Time, processor time, memory."""
        if self.stopped:
            return [self.stopped, "-", shown(self.mb, ".0f")]
        return [shown(self.ms, ".2f"), shown(self.cpu_ms, ".2f"), shown(self.mb, ".0f")]


def shown(number, form):
    return "-" if number is None else f"{number:,{form}}"


# --- Cases and the two programs ------------------------------------------------------------------


def additive(points, parties, no_deal):
    """A case without rules; `no_deal` may be None."""
    size = ["--points", points, "--options", OPTIONS, "--parties", parties]
    case = json.loads(output("winset-bench", "hard", *size, "--links", 0, "--lines", 0, "--seed", 1))
    case["comparable"] = True
    for party in case["parties"]:
        if no_deal is not None:
            party["no_deal"] = no_deal
    return case


def vectors(listed):
    return sorted({tuple(int(value) for value in vector) for vector in listed})


def ask_winset(question, asked):
    """The median of some runs, and processor time of one: there is one more that is not timed."""
    command = [program("winset-bench"), "ask", "--question", question, "--file", CASE]
    command += ["--runs", asked.rounds, "--limit-ms", asked.limit_s * 1000]
    text, cpu_ms = measured(command)
    said = json.loads(text)
    if not said["decided"]:
        said["stopped"] = f"not decided in {asked.limit_s} s"
        return Answer(said, None)
    answer = said["answer"]
    if question == "frontier":
        said["answer"] = vectors(answer)
    elif question == "settlements":
        said["answer"] = {rule: vectors(picked) for rule, picked in answer.items()}
    else:
        said["answer"] = int(answer)
    return Answer(said, cpu_ms / (asked.rounds + 1))


def ask_negmas(question, asked):
    script = Path(__file__).with_name("negmas_answers.py")
    limits = [asked.limit_s, asked.memory_gb, NEGMAS_ROUNDS]
    text, _ = measured([sys.executable, script, question, CASE, *limits])
    said = json.loads(text)
    if question == "frontier" and "answer" in said:
        said["answer"] = vectors(said["answer"])
    elif question == "settlements" and "answer" in said:
        said["answer"] = {rule: vectors(points) for rule, points in said["answer"].items()}
    return Answer(said, said.get("cpu_ms"))


# --- Comparing -----------------------------------------------------------------------------------


def worst_off_first(points):
    """Those that are best for the worst-off, then for the next. NegMAS names all that are best for
    the worst-off."""
    best = max((sorted(point) for point in points), default=None)
    return [point for point in points if sorted(point) == best]


def check(title, question, ours, theirs):
    """That both answers are the same, where there are two."""
    if ours.stopped or theirs is None or theirs.stopped:
        return
    one, other = ours.answer, theirs.answer
    if question == "settlements":
        other = other | {"egalitarian": worst_off_first(other["egalitarian"])}
        one = {rule: one[rule] for rule in other}
    if one != other:
        raise Disagreement(f"{title}: {question}: {str(one)[:500]}, {str(other)[:500]}")


class Row:
    """A question on a case of a size. `theirs` is None where NegMAS was not asked."""

    def __init__(self, question, size, asked, ask_both):
        self.question, (self.points, self.parties) = question, size
        title = f"{self.points} points, {self.parties} parties"
        print(f"{title}: {question}", file=sys.stderr)
        case = additive(*size, None if question == "frontier" else NO_DEAL)
        CASE.write_text(json.dumps(case))
        self.ours = ask_winset(question, asked)
        self.theirs = ask_negmas(question, asked) if ask_both else None
        check(title, question, self.ours, self.theirs)

    def ratio(self):
        if self.ours.stopped or self.theirs is None or self.theirs.stopped:
            return None
        return self.theirs.ms / self.ours.ms

    def found(self):
        answer = self.ours.answer
        if answer is None:
            return "-"
        if self.question == "settlements":
            return len(answer["nash"])
        return f"{len(answer) if self.question == 'frontier' else answer:,}"

    def cells(self):
        ours = self.ours.cells()
        theirs = self.theirs.cells() if self.theirs else ["not asked", "-", "-"]
        times = [ours[0], theirs[0], shown(self.ratio(), ".1f")]
        line = [f"{OPTIONS**self.points:,}", self.parties, self.found(), *times]
        return [*line, *ours[1:], *theirs[1:]]


def rows_of(question, asked):
    """All rows of a question. Once a program is stopped, it is not asked of larger cases."""
    for parties in PARTIES:
        going = True
        for points in BOTH + ALONE:
            row = Row(question, (points, parties), asked, going and points in BOTH)
            going = going and (row.theirs is None or not row.theirs.stopped)
            yield row
            if row.ours.stopped:
                break


# --- winset alone --------------------------------------------------------------------------------

SEED = re.compile(r"seed +\d+ +([\d.]+) ms +(\d+)? ?(.*)")


def large(size, asked):
    """A line of the table of winset alone."""
    points, options, links, parties = size
    print(f"winset alone: {size}", file=sys.stderr)
    flags = ["--points", points, "--options", options, "--links", links, "--parties", parties]
    flags += ["--cases", SEEDS, "--limit-ms", asked.limit_s * 1000]
    said = output("winset-bench", "frontier", *flags)
    seeds = SEED.findall(said)
    times = sorted(float(ms) for ms, count, _ in seeds if count)
    counts = sorted(int(count) for _, count, _ in seeds if count)
    ways = {words.rpartition("by ")[2] for _, count, words in seeds if count}
    memory = re.search(r"memory ([\d.]+) MB", said)
    packages = f"10^{round(points * math.log10(options))}"
    line = [f"{points} x {options}", links, parties, packages]
    line.append(f"{len(times)} of {len(seeds)}")
    line.append(f"{counts[0]:,} to {counts[-1]:,}" if counts else "-")
    line += [f"{f(times):,.1f}" if times else "-" for f in (statistics.median, max)]
    return line + [memory[1] if memory else "-", ", ".join(sorted(ways)) or "-"]


# --- The report ----------------------------------------------------------------------------------


def print_summary(rows):
    lines, slower = [], []
    for question in TITLES:
        here = [row for row in rows if row.question == question]
        ratios = sorted(row.ratio() for row in here if row.ratio() is not None)
        asked = [row for row in here if row.theirs]
        stopped = sum(bool(row.theirs.stopped) for row in asked)
        undecided = sum(bool(row.ours.stopped) for row in here)
        line = [question, len(here), undecided, len(asked), stopped]
        line += [f"{f(ratios):.1f}" if ratios else "-" for f in (statistics.median, min, max)]
        lines.append(line)
        slower += [
            f"{question} of {OPTIONS**row.points:,} packages, {row.parties} parties ({row.ratio():.2f})"
            for row in here
            if row.ratio() is not None and row.ratio() < 1
        ]
    head = "question|cases|undecided by winset|asked of NegMAS|of them stopped|median ratio"
    print_table((head + "|smallest|largest").split("|"), lines)
    print("winset is slower on: " + ("; ".join(slower) or "none of them") + ".\n")


def report(rows, lines, asked):
    print_summary(rows)
    head = "packages|parties|found|winset, ms|NegMAS, ms|ratio|winset, CPU ms|MB"
    head += "|NegMAS, CPU ms|MB"
    for question, title in TITLES.items():
        print(f"{title}:\n")
        print_table(head.split("|"), [row.cells() for row in rows if row.question == question])
    print("Frontiers by winset alone, at other sizes:\n")
    head = "size|links|parties|packages|decided|points of the frontier|median, ms|worst, ms|MB|by"
    print_table(head.split("|"), lines)
    print(
        f"winset: median of {asked.rounds} after one that is not timed. NegMAS: median of at most "
        f"{NEGMAS_ROUNDS}, as many as fit in {asked.limit_s} s together. All answers are the same.\n"
    )
    print_versions(f"NegMAS {version('negmas')}, NumPy {version('numpy')}")


def main():
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("--rounds", type=int, default=5, help="times that winset is asked")
    reader.add_argument("--limit-s", type=int, default=60, help="seconds for each answer")
    reader.add_argument("--memory-gb", type=int, default=6, help="memory that NegMAS may have")
    asked = reader.parse_args()

    def compare():
        rows = [row for question in TITLES for row in rows_of(question, asked)]
        report(rows, [large(size, asked) for size in LARGE], asked)

    return ended(compare)


if __name__ == "__main__":
    sys.exit(main())
