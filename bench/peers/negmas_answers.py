#!/usr/bin/env python3
"""One question about one case, asked of NegMAS in a process of its own; JSON goes to standard output.

    negmas_answers.py QUESTION CASE.json LIMIT_S MEMORY_GB ROUNDS

The answer, milliseconds of each round, milliseconds of processor time of the first, and the most
memory of the process with what NegMAS loads. A second and third round only where they fit in the
limit with the first. frontiers.py starts this.
"""

import json
import resource
import signal
import sys
import time
from pathlib import Path

from negmas.outcomes import make_issue, make_os
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.ops import kalai_points, max_welfare_points, nash_points, pareto_frontier
from negmas.preferences.value_fun import TableFun

# Where the memory ran so full, an answer does not count: NegMAS passes over outcomes whose value
# ends in an exception, and running out of memory is one.
FULL = 0.9


class Stopped(BaseException):
    """The time is up. NegMAS catches every `Exception` where it values outcomes, but not this."""


def stop(*_):
    raise Stopped


def stated(case):
    """The case as NegMAS has it: one table for each party and point, all weights one."""
    points = [(p["id"], [o["id"] for o in p["options"]]) for p in case["points"]]
    space = make_os([make_issue(options, name=point) for point, options in points])
    return space, [
        LinearAdditiveUtilityFunction(
            values=[
                TableFun(dict(zip(options, case["preferences"][party["id"]][point]["values"])))
                for point, options in points
            ],
            outcome_space=space,
            reserved_value=float(party.get("no_deal", "-inf")),
        )
        for party in case["parties"]
    ]


def whole(vectors):
    """Score vectors as whole numbers, each once."""
    rounded = {tuple(round(float(value)) for value in vector) for vector in vectors}
    for vector in vectors:
        if any(abs(value - round(float(value))) > 1e-6 for value in vector):
            raise ValueError(f"not whole: {vector}")
    return sorted(rounded)


def frontier(space, parties):
    return pareto_frontier(parties)[0]


def settlements(space, parties):
    points = pareto_frontier(parties)[0]
    rules = [("nash", nash_points), ("egalitarian", kalai_points)]
    rules.append(("utilitarian", max_welfare_points))
    return {name: rule(parties, points, outcome_space=space) for name, rule in rules}


def count(space, parties):
    """Each outcome looked at once. `rational_fraction` of NegMAS is several times slower: it reads
    the reserved value anew for each outcome; and it asks for strictly more than it."""
    valued = [(party, party.reserved_value) for party in parties]
    return sum(all(u(outcome) >= least for u, least in valued) for outcome in space.enumerate())


def said(question, answer):
    if question == "frontier":
        return whole(answer)
    if question == "settlements":
        return {rule: whole([point for point, _ in points]) for rule, points in answer.items()}
    return answer


def processor_ms():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return (used.ru_utime + used.ru_stime) * 1e3


def status_kb(name):
    """A figure of this process as the kernel keeps it. The one of getrusage would count what the
    process that started this one had as well."""
    text = Path("/proc/self/status").read_text()
    return int(text.partition(f"{name}:")[2].split()[0])


def rounds(prepared, asked, limit_s, most):
    """The answer, and what each round took without what is prepared for it."""
    times, used, answer = [], None, None
    while len(times) < most and sum(times) + max(times, default=0) < limit_s * 1e3:
        inputs = prepared()
        answer = None
        before, start = processor_ms(), time.perf_counter()
        signal.setitimer(signal.ITIMER_REAL, limit_s)
        answer = asked(*inputs)
        signal.setitimer(signal.ITIMER_REAL, 0)
        times.append((time.perf_counter() - start) * 1e3)
        used = used or processor_ms() - before
    return answer, times, used


def print_answer(prepared, asked, said, limits):
    """Asks within limits of time and memory and of rounds, and prints what came of it as JSON."""
    limit_s, memory_gb, most = limits
    memory = int(float(memory_gb) * 2**30)
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    signal.signal(signal.SIGALRM, stop)
    try:
        answer, times, used = rounds(prepared, asked, float(limit_s), int(most))
        if status_kb("VmPeak") * 1024 > FULL * memory:
            raise MemoryError
        result = {"answer": said(answer), "ms": times, "cpu_ms": used}
    except Stopped:
        result = {"stopped": f"stopped at {limit_s} s"}
    except MemoryError:
        result = {"stopped": f"more than {memory_gb} GB"}
    print(json.dumps(result | {"peak_kb": status_kb("VmHWM")}))


def main():
    question, path, *limits = sys.argv[1:]
    case = json.loads(Path(path).read_text())
    asked = {"frontier": frontier, "settlements": settlements, "count": count}[question]
    print_answer(lambda: stated(case), asked, lambda answer: said(question, answer), limits)


if __name__ == "__main__":
    main()
