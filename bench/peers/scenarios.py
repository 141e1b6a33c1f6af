#!/usr/bin/env python3
"""Times the figures of scenarios by winset and NegMAS; the table goes to standard output.

    bench/peers/run scenarios [--folder FOLDER] [--rounds N] [--limit-s N] [--memory-gb N]

Every folder in FOLDER that holds a GENIUS scenario is asked for, as NegMAS reads it without discounts.
Exits with 1 if the two programs disagree on any figure, with 2 if one of them fails.
"""

import argparse
import json
import statistics
import sys
from fractions import Fraction
from importlib.metadata import version
from pathlib import Path

from common import CASE, ROOT, Disagreement, Failed, ended, measured, output, print_table
from common import print_versions, program

NEGMAS_ROUNDS = 3
# How far a figure in floats may be from an exact one.
WITHIN = 1e-9


def folders(root):
    """The folders with a GENIUS domain."""
    domains = (path for path in root.rglob("*.xml") if "negotiation_template" in path.read_text(errors="replace"))
    return sorted({path.parent for path in domains})


def numbers(vectors):
    return sorted(tuple(float(Fraction(value)) for value in vector) for vector in vectors)


def near(one, other):
    return all(abs(a - b) <= WITHIN * max(1, abs(a)) for a, b in zip(one, other))


def undominated(points):
    """The points without those that a rounding keeps: that give one party less than another point and
    the others the same, and points that a rounding sets apart."""
    kept = []
    for point in points:
        below = lambda other: all(a <= b + WITHIN for a, b in zip(point, other))
        less = lambda other: any(a + WITHIN < b for a, b in zip(point, other))
        if not any(below(other) and less(other) for other in points):
            if not any(near(point, other) for other in kept):
                kept.append(point)
    return kept


def same(ours, theirs):
    return len(ours) == len(theirs) and all(near(a, b) for a, b in zip(ours, theirs))


def check(name, ours, theirs):
    """That all figures are the same."""

    def agree(what, one, other):
        if not same(one, other):
            raise Disagreement(f"{name}: {what}: {str(one)[:300]}, {str(other)[:300]}")

    agree("frontier", numbers(ours["frontier"]), undominated(sorted(map(tuple, theirs["frontier"]))))
    for rule, points in theirs["rules"].items():
        agree(rule, numbers(ours["rules"][rule]), undominated(sorted(map(tuple, points))))
    opposition = ours["opposition"]
    if opposition is not None:
        agree("opposition", [[float(Fraction(opposition)) ** 0.5]], [[theirs["opposition"]]])
    share = Fraction(int(ours["above"]), int(ours["packages"]))
    agree("share above all reservations", [[float(share)]], [[theirs["rational"]]])


def shown(number, form=".2f"):
    return "-" if number is None else f"{number:,{form}}"


def row(folder, root, asked):
    name = str(folder.relative_to(root))
    print(name, file=sys.stderr)
    # A step finer than that may have no scale; floats are no finer.
    flags = ["--semantics", "negmas", "--round-scores", "1e-12", "--lossy", "--force"]
    output("winset", "convert", folder, CASE, *flags)
    command = [program("winset-bench"), "ask", "--question", "stats", "--file", CASE]
    text, cpu_ms = measured([*command, "--runs", asked.rounds, "--limit-ms", asked.limit_s * 1000])
    ours = json.loads(text)
    if not ours["decided"]:
        raise Failed(f"{name}: winset did not decide it in {asked.limit_s} s")
    script = Path(__file__).with_name("negmas_scenario.py")
    limits = [asked.limit_s, asked.memory_gb, NEGMAS_ROUNDS]
    theirs = json.loads(measured([sys.executable, script, folder, *limits])[0])
    line = [name, f"{int(ours['answer']['packages']):,}", len(ours["answer"]["frontier"])]
    mine = statistics.median(ours["ms"])
    mb = [said["peak_kb"] / 1024 for said in (ours, theirs)]
    mine_cpu = cpu_ms / (asked.rounds + 1)
    if "stopped" in theirs:
        return [*line, shown(mine), theirs["stopped"], "-", shown(mine_cpu), "-", *(shown(m, ".0f") for m in mb)], None
    check(name, ours["answer"], theirs["answer"])
    peer = statistics.median(theirs["ms"])
    cells = [shown(mine), shown(peer), shown(peer / mine, ".1f"), shown(mine_cpu), shown(theirs["cpu_ms"])]
    return [*line, *cells, *(shown(m, ".0f") for m in mb)], peer / mine


def main():
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    beside = ROOT.parent / "shared" / "reference" / "scenarios"
    reader.add_argument("--folder", type=Path, default=beside, help="where scenarios are")
    reader.add_argument("--rounds", type=int, default=5, help="times that winset is asked")
    reader.add_argument("--limit-s", type=int, default=60, help="seconds for each scenario")
    reader.add_argument("--memory-gb", type=int, default=6, help="memory that NegMAS may have")
    asked = reader.parse_args()

    def compare():
        found = folders(asked.folder)
        if not found:
            raise Failed(f"no GENIUS scenario in {asked.folder}")
        rows = [row(folder, asked.folder, asked) for folder in found]
        head = "scenario|packages|points of the frontier|winset, ms|NegMAS, ms|ratio"
        head += "|winset, CPU ms|NegMAS, CPU ms|winset, MB|NegMAS, MB"
        print_table(head.split("|"), [cells for cells, _ in rows])
        ratios = sorted(ratio for _, ratio in rows if ratio is not None)
        if ratios:
            middle = statistics.median(ratios)
            print(f"Ratios: median {middle:.1f}, {ratios[0]:.1f} to {ratios[-1]:.1f}.")
        slower = [cells[0] for cells, ratio in rows if ratio is not None and ratio < 1]
        print(f"winset is slower on: {', '.join(slower) or 'none of them'}. All figures are the same.\n")
        print_versions(f"NegMAS {version('negmas')}, NumPy {version('numpy')}")

    return ended(compare)


if __name__ == "__main__":
    sys.exit(main())
