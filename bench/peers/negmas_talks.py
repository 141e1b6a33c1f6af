#!/usr/bin/env python3
"""Sessions of two of NegMAS's negotiators, in a process of its own; JSON goes to standard output.

    negmas_talks.py CASE PAIR ROUNDS SECONDS

The course of one session, then how many sessions fit into so many seconds of processor time. talks.py starts
this.
"""

import json
import sys
import time

from negmas import SAOMechanism, make_issue
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.value_fun import TableFun
from negmas.sao.negotiators import BoulwareTBNegotiator, ConcederTBNegotiator, MiCRONegotiator

# Sessions between two looks at the clock.
BETWEEN = 10


def genius(name):
    # It takes a second to import, and registers every agent.
    import negmas_genius_agents

    return getattr(negmas_genius_agents, name)


PAIRS = {
    "negmas-time": lambda: [BoulwareTBNegotiator, ConcederTBNegotiator],
    "negmas-micro": lambda: [MiCRONegotiator, MiCRONegotiator],
    "genius-time": lambda: [
        genius("TimeDependentAgentBoulware"),
        genius("TimeDependentAgentConceder"),
    ],
}


def read(path):
    """Issues, and a utility function for each party, of a case with scores alone."""
    with open(path) as file:
        case = json.load(file)
    issues = [
        make_issue([option["id"] for option in point["options"]], point["id"])
        for point in case["points"]
    ]
    ufuns = []
    for party in case["parties"]:
        rows = case["preferences"][party["id"]]
        tables = [
            TableFun({o["id"]: s for o, s in zip(point["options"], rows[point["id"]]["scores"])})
            for point in case["points"]
        ]
        weights = [1.0] * len(tables)
        ufun = LinearAdditiveUtilityFunction(
            values=tables, weights=weights, issues=issues, reserved_value=party["no_deal"]
        )
        ufuns.append(ufun)
    return issues, ufuns


def session(issues, ufuns, kinds, rounds):
    """A session from the parties' utility functions to its end."""
    mechanism = SAOMechanism(issues=issues, n_steps=rounds)
    for kind, ufun in zip(kinds, ufuns):
        mechanism.add(kind(ufun=ufun))
    mechanism.run()
    return mechanism


def course(mechanism, issues):
    """Who offered what, by places of options, and what was agreed."""
    places = [{value: place for place, value in enumerate(issue.values)} for issue in issues]
    numbers = lambda offer: [place[value] for place, value in zip(places, offer)]
    seats = {negotiator.id: seat for seat, negotiator in enumerate(mechanism.negotiators)}
    offers = [[seats[who], numbers(offer)] for _, who, offer in mechanism.extended_trace]
    agreed = mechanism.agreement
    return {"offers": offers, "agreed": None if agreed is None else numbers(agreed)}


def main():
    path, pair, rounds, seconds = sys.argv[1:]
    rounds, seconds = int(rounds), float(seconds)
    kinds = PAIRS[pair]()
    issues, ufuns = read(path)
    start = time.process_time()
    first = session(issues, ufuns, kinds, rounds)
    first_s = time.process_time() - start
    told = course(first, issues)
    sessions, start = 0, time.process_time()
    while sessions == 0 or time.process_time() - start < seconds:
        for _ in range(1 if first_s > seconds / BETWEEN else BETWEEN):
            session(issues, ufuns, kinds, rounds)
            sessions += 1
    spent_s = time.process_time() - start
    told |= {"sessions": sessions, "cpu_s": spent_s, "first_s": first_s}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
