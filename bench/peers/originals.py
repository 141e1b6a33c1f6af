#!/usr/bin/env python3
"""Courses of strategies' originals, recorded anew and held against those that the tests of winset follow.

    bench/peers/run originals [--write FILE]

The originals are BadIron and UOAgent of anl-agents 0.2 and the negotiators of NegMAS 0.16. Every run of
crates/winset-play/tests/it/league_courses.json is held again, on its ten domains: who offered what in which round, what was
agreed and when must be the same. MiCRO and FastMiCRO draw what they repeat, so of theirs only what is new is compared, up to
the first repetition of FastMiCRO. A difference ends the run with exit code 1. `cargo test -p winset-play league_courses` holds
winset to the same file. With --write the courses found are written.
"""

import argparse
import importlib.util
import json
import pathlib
import sys

from negmas import SAOMechanism, make_issue
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.value_fun import TableFun
from negmas.sao import negotiators

RECORDED = pathlib.Path(__file__).parents[2] / "crates/winset-play/tests/it/league_courses.json"
# Where they lie in the package; its own beginning imports every agent of every year, with what these need.
LEAGUE = {
    "uoagent": ("anl2024/team_moto/uoagent.py", "UOAgent"),
    "badiron": ("anl2026/team_21565/badiron.py", "BadIron"),
}
NEGMAS = {
    "boulware": "BoulwareTBNegotiator",
    "conceder": "ConcederTBNegotiator",
    "linear": "LinearTBNegotiator",
    "micro": "MiCRONegotiator",
    "fast-micro": "FastMiCRONegotiator",
}
DRAWING = {"micro", "fast-micro"}


def league(path, name):
    """A class of an agent's file, by itself."""
    package = pathlib.Path(importlib.util.find_spec("anl_agents").origin).parent
    spec = importlib.util.spec_from_file_location(pathlib.Path(path).stem, package / path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    named = [kind for kind in vars(module) if kind.lower() == name.lower()]
    return getattr(module, named[0])


def kinds():
    found = {word: getattr(negotiators, name) for word, name in NEGMAS.items()}
    return found | {word: league(*where) for word, where in LEAGUE.items()}


def utility(party, issues, no_deal):
    tables = [TableFun(dict(enumerate(row))) for row in party["rows"]]
    return LinearAdditiveUtilityFunction(
        values=tables, weights=[1.0] * len(tables), issues=issues, reserved_value=no_deal
    )


def held(domain, run, of):
    """The run held again, in the form in which it is recorded."""
    issues = [make_issue(size, f"p{place}") for place, size in enumerate(domain["sizes"])]
    mechanism = SAOMechanism(issues=issues, n_steps=run["rounds"])
    parties = domain["parties"]
    for seat, name in enumerate(run["names"]):
        # The league tells what packages are worth to the other, and not what it has without a deal.
        other = utility(parties[1 - seat], issues, 0.0)
        told = {"opponent_ufun": other} if name == "uoagent" else {}
        own = utility(parties[seat], issues, parties[seat]["no_deal"])
        mechanism.add(of[name](private_info=told), ufun=own)
    mechanism.run()

    def number(offer):
        if offer is None:
            return None
        total = 0
        for size, option in zip(domain["sizes"], offer):
            total = total * size + int(option)
        return total

    seats = {negotiator.id: seat for seat, negotiator in enumerate(mechanism.negotiators)}
    course = [[step, seats[who], number(offer)] for step, who, offer in mechanism.extended_trace]
    state = mechanism.state
    if mechanism.agreement is not None and course[-1][1] == 1:
        # As it was recorded: what is agreed stands in the round of its acceptance.
        course[-1][0] += 1
    return {
        "names": run["names"],
        "rounds": run["rounds"],
        "course": course,
        "agreed": number(mechanism.agreement),
        "step": state.step,
        "timedout": state.timedout,
        "broken": state.broken,
        "error": state.has_error,
    }


def same(found, run):
    """Whether two runs are the same, up to what follows from draws."""
    if not DRAWING & set(run["names"]):
        return found == run
    said = [set(), set()]
    for one, other in zip(found["course"], run["course"]):
        step, seat, offer = one
        drawn = run["names"][seat] in DRAWING and {offer, other[2]} & said[seat]
        if one != other:
            # A repetition is drawn; from another one on both may go other ways.
            return bool(drawn) and one[:2] == other[:2]
        said[seat].add(offer)
    return found == run


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--write", help="write the courses found to this file")
    arguments = arguments.parse_args()
    recorded = json.loads(RECORDED.read_text())
    of, other, offers = kinds(), 0, 0
    for place, domain in enumerate(recorded["domains"], 1):
        for at, run in enumerate(domain["runs"]):
            found = held(domain, run, of)
            offers += len(found["course"])
            if not same(found, run):
                other += 1
                names = " - ".join(run["names"])
                print(f"domain {place}, {names}, {run['rounds']} rounds: another course", file=sys.stderr)
            domain["runs"][at] = found
    if arguments.write:
        pathlib.Path(arguments.write).write_text(json.dumps(recorded, separators=(",", ":")) + "\n")
    runs = sum(len(domain["runs"]) for domain in recorded["domains"])
    print(f"{runs} runs on {len(recorded['domains'])} domains, {offers} offers: {runs - other} as recorded, {other} not.")
    sys.exit(1 if other else 0)


if __name__ == "__main__":
    main()
