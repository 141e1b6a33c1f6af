#!/usr/bin/env python3
"""The figures of a scenario, asked of NegMAS in a process of its own; JSON goes to standard output.

    negmas_scenario.py FOLDER LIMIT_S MEMORY_GB ROUNDS

The figures with the parties in the order of their names, or why there are none; milliseconds of each round
from the scenario in memory to its figures; milliseconds of processor time of the first; the most memory.
scenarios.py starts this.
"""

import sys

from negmas.inout import Scenario
from negmas.preferences.ops import calc_scenario_stats

from negmas_answers import print_answer

# What winset calls the rules.
RULES = {
    "negmas-nash": "nash_utils",
    "negmas-kalai": "kalai_utils",
    "negmas-modified-kalai": "modified_kalai_utils",
    "negmas-ks": "ks_utils",
    "negmas-modified-ks": "modified_ks_utils",
    "negmas-max-welfare": "max_welfare_utils",
    "negmas-max-relative-welfare": "max_relative_welfare_utils",
}


def figures(stats, order):
    def vectors(points):
        return sorted({tuple(float(point[place]) for place in order) for point in points})

    return {
        "frontier": vectors(stats.pareto_utils),
        "rules": {rule: vectors(getattr(stats, name)) for rule, name in RULES.items()},
        "opposition": float(stats.opposition),
        "rational": float(stats.rational_fraction),
    }


def main():
    folder, *limits = sys.argv[1:]
    scenario = Scenario.load(folder, ignore_discount=True)
    names = [ufun.name for ufun in scenario.ufuns]
    order = sorted(range(len(names)), key=lambda place: names[place])
    prepared = lambda: (scenario.ufuns,)
    print_answer(prepared, calc_scenario_stats, lambda stats: figures(stats, order), limits)


if __name__ == "__main__":
    main()
