#!/usr/bin/env python3
"""The figures of a scenario, asked of NegMAS in a process of its own; JSON goes to standard output.

    negmas_scenario.py FOLDER LIMIT_S MEMORY_GB ROUNDS

The figures with the parties in the order of their names, or why there are none; milliseconds of each round
from the scenario in memory to its figures; milliseconds of processor time of the first; the most memory.
scenarios.py starts this.
"""

import json
import resource
import signal
import sys
import time

from negmas.inout import Scenario
from negmas.preferences.ops import calc_scenario_stats

from negmas_answers import FULL, Stopped, processor_ms, status_kb, stop

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
    folder, limit_s, memory_gb, most = sys.argv[1:]
    memory = int(float(memory_gb) * 2**30)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    signal.signal(signal.SIGALRM, stop)
    scenario = Scenario.load(folder, ignore_discount=True)
    names = [ufun.name for ufun in scenario.ufuns]
    order = sorted(range(len(names)), key=lambda place: names[place])
    times, used = [], None
    try:
        while len(times) < int(most) and sum(times) + max(times, default=0) < float(limit_s) * 1e3:
            before, start = processor_ms(), time.perf_counter()
            signal.setitimer(signal.ITIMER_REAL, float(limit_s))
            stats = calc_scenario_stats(scenario.ufuns)
            signal.setitimer(signal.ITIMER_REAL, 0)
            times.append((time.perf_counter() - start) * 1e3)
            used = used or processor_ms() - before
        if status_kb("VmPeak") * 1024 > FULL * memory:
            raise MemoryError
        result = {"answer": figures(stats, order), "ms": times, "cpu_ms": used}
    except Stopped:
        result = {"stopped": f"stopped at {limit_s} s"}
    except MemoryError:
        result = {"stopped": f"more than {memory_gb} GB"}
    print(json.dumps(result | {"peak_kb": status_kb("VmHWM")}))


if __name__ == "__main__":
    main()
