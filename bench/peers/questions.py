#!/usr/bin/env python3
"""Times clashes, openings and pressure by winset and CP-SAT; the table goes to standard output.

    bench/peers/run questions [--rounds N] [--limit-s N]

Exits with 1 if the two programs disagree on any answer, with 2 if winset fails. README.md says what
is compared.
"""

import argparse
import json
import statistics
import sys
import time
from fractions import Fraction

from common import CASE, Disagreement, ended, output, print_table, print_versions, read
from ortools.sat.python import cp_model

from model import PEER, Clashing, Model, Opening, floors, solver

# Many small models follow one another, and most of CP-SAT's presolve does not pay there: it is two to
# four times as fast with these settings as with its own.
CHECK = {"cp_model_presolve": False}
CHOICE = {"symmetry_level": 0, "cp_model_probing_level": 0}
QUESTIONS = ["clashes", "opening", "pressure"]
# Points, options, parties, lines, links, bodies of random cases with ladders.
SIZES = [(8, 4, 3, 12, 6, 1), (12, 4, 3, 18, 8, 1), (16, 4, 4, 24, 10, 1), (20, 5, 4, 30, 14, 2)]
SIZES += [(24, 5, 4, 34, 16, 2), (28, 5, 5, 38, 18, 2), (32, 5, 5, 42, 20, 2)]
SIZES += [(36, 5, 6, 46, 24, 2), (40, 5, 6, 50, 26, 2), (40, 5, 6, 60, 30, 2)]
SEEDS = [1, 2]
FLAGS = ["points", "options", "parties", "lines", "links", "bodies"]


class Answer:
    """What a program says to a question: whether that is all, what it is, and milliseconds."""

    def __init__(self, decided, answer, ms):
        self.decided, self.answer, self.ms = decided, answer, ms


# --- winset --------------------------------------------------------------------------------------


def ask_winset(question, path, limit_s):
    """The answer, and the moves of an opening."""
    asked = ["--question", question, "--file", path, "--limit-ms", limit_s * 1000]
    said = json.loads(output("winset-bench", "ask", *asked))
    answer = said["answer"]
    if question == "clashes":
        answer = {frozenset(clash) for clash in answer}
    if question == "pressure":
        answer = {party: value and Fraction(value) for party, value in answer.items()}
    return Answer(said["decided"], answer, statistics.median(said["ms"])), said.get("moves")


# --- CP-SAT --------------------------------------------------------------------------------------


class Clock:
    """Solves models until the time is up; adds up the milliseconds inside CP-SAT."""

    def __init__(self, limit_s):
        self.end, self.ms = time.perf_counter() + limit_s, 0

    def solve(self, model, settings=None):
        """The solver and its status, or TimeoutError."""
        start = time.perf_counter()
        asked = solver(max(self.end - start, 0.001))
        for name, setting in (settings or {}).items():
            setattr(asked.parameters, name, setting)
        status = asked.solve(model)
        self.ms += (time.perf_counter() - start) * 1e3
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE, cp_model.INFEASIBLE):
            raise TimeoutError
        if model.has_objective() and status == cp_model.FEASIBLE:
            raise TimeoutError
        return asked, status


class Marco:
    """All minimal clashes by MARCO (Liffiton, Previti, Malik and Marques-Silva 2016): a second model
    knows which sets of demands nothing is known about, and gives a largest one. Either it can hold,
    and what is left out is a minimal correction; or it holds a clash, and is shrunk to one."""

    def __init__(self, case, limit_s):
        self.clock, self.clashes = Clock(limit_s), set()
        self.model = Clashing(case)
        self.demand_of = {literal.index: demand for demand, literal in self.model.asked.items()}
        self.unknown = cp_model.CpModel()
        self.kept = {demand: self.unknown.new_bool_var(demand) for demand in self.model.asked}
        self.unknown.maximize(sum(self.kept.values()))

    def run(self):
        """Whether the list is complete."""
        try:
            while True:
                asked, status = self.clock.solve(self.unknown, CHOICE)
                if status == cp_model.INFEASIBLE:
                    return True
                largest = {d for d, kept in self.kept.items() if asked.boolean_value(kept)}
                clash = self.clash_in(largest)
                if clash is None:
                    self.unknown.add_bool_or(self.kept[d] for d in self.kept if d not in largest)
                else:
                    clash = self.shrunk(clash)
                    self.clashes.add(frozenset(clash))
                    self.unknown.add_bool_or(~self.kept[d] for d in clash)
        except TimeoutError:
            return False

    def clash_in(self, demands):
        """A set of these demands that cannot hold, as small as CP-SAT says; or None."""
        cp = self.model.cp
        cp.clear_assumptions()
        cp.add_assumptions([self.model.asked[demand] for demand in demands])
        asked, status = self.clock.solve(cp, CHECK)
        if status != cp_model.INFEASIBLE:
            return None
        return {self.demand_of[i] for i in asked.sufficient_assumptions_for_infeasibility()}

    def shrunk(self, clash):
        """A minimal part of a clash: what can go goes, demand by demand."""
        for demand in sorted(clash):
            if demand in clash:
                clash = self.clash_in(clash - {demand}) or clash
        return clash


def clashes_by_cpsat(value, case, limit_s):
    marco = Marco(case, limit_s)
    complete = marco.run()
    return Answer(complete, marco.clashes, marco.clock.ms)


def opening_by_cpsat(value, case, limit_s):
    model, clock = Opening(value, case), Clock(limit_s)
    try:
        asked, status = clock.solve(model.cp)
    except TimeoutError:
        return Answer(False, None, clock.ms)
    return Answer(True, None if status == cp_model.INFEASIBLE else int(asked.objective_value), clock.ms)


def pressure_by_cpsat(value, case, limit_s):
    """For each party with a no-deal value the most that it can have next to the others'."""
    most, models = {}, []
    for floor, party in zip(floors(value, case), case.parties):
        if floor is not None:
            model = Model(value, case, freed=party)
            model.cp.maximize(model.score(party))
            models.append((party, model))
    clock = Clock(limit_s)
    try:
        for party, model in models:
            asked, status = clock.solve(model.cp)
            opens = status != cp_model.INFEASIBLE
            most[party.id] = Fraction(round(asked.objective_value), party.scale) if opens else None
    except TimeoutError:
        return Answer(False, most, clock.ms)
    return Answer(True, most, clock.ms)


BY_CPSAT = dict(zip(QUESTIONS, [clashes_by_cpsat, opening_by_cpsat, pressure_by_cpsat]))


# --- Cases ---------------------------------------------------------------------------------------


def with_ladders():
    """Pairs of a title and the text of a case."""
    for size in SIZES:
        flags = [word for flag, number in zip(FLAGS, size) for word in (f"--{flag}", number)]
        for seed in SEEDS:
            points, _, _, lines, links, _ = size
            title = f"{points} points, {lines} lines, {links} links, seed {seed}"
            yield title, output("winset-bench", "ladders", "--seed", seed, *flags)


def after(text, moves):
    """A case after the moves of an opening: the ladders begin at their steps, what is dropped is
    gone."""
    case = json.loads(text)
    for line in case["lines"]:
        ladder = line["ladder"][moves["steps"].get(line["id"], 0) :]
        line["ladder"] = [step | {"cost": step["cost"] - ladder[0]["cost"]} for step in ladder]
    case["links"] = [link for link in case["links"] if link["id"] not in moves["dropped"]]
    return json.dumps(case)


# --- Timing and the report -----------------------------------------------------------------------


class Row:
    """A question about a case, asked in turn of both programs so many times; medians."""

    def __init__(self, title, question, text, asked):
        self.title, self.question = title, question
        CASE.write_text(text)
        value, case = read(text)
        self.demands = sum(not rule["law"] for rule in case.rules)
        by_cpsat = BY_CPSAT[question]
        ours, theirs, self.moves = [], [], None
        for _ in range(asked.rounds):
            # What is left undecided is not asked again: it would take the limit again.
            if not ours or ours[-1].decided:
                answer, self.moves = ask_winset(question, CASE, asked.limit_s)
                ours.append(answer)
            if not theirs or theirs[-1].decided:
                theirs.append(by_cpsat(value, case, asked.limit_s))
        self.compare(ours, theirs)
        self.ours = statistics.median(answer.ms for answer in ours)
        self.theirs = statistics.median(answer.ms for answer in theirs)
        self.decided = [runs[-1].decided for runs in (ours, theirs)]
        self.said = self.words((ours if self.decided[0] else theirs)[-1].answer)

    def compare(self, ours, theirs):
        """Whole answers are the same; what is known when the time is up is part of a whole one."""
        whole = [answer.answer for answer in ours + theirs if answer.decided]
        part = [answer.answer for answer in ours + theirs if not answer.decided]
        same = all(answer == whole[0] for answer in whole)
        if whole and self.question == "clashes":
            same = same and all(answer <= whole[0] for answer in part)
        if whole and self.question == "pressure":
            same = same and all(answer.items() <= whole[0].items() for answer in part)
        if not same:
            raise Disagreement(f"{self.title}: {self.question}: {whole}, in part {part}")

    def words(self, answer):
        if self.question == "clashes":
            return f"{len(answer)} clashes"
        if self.question == "opening":
            return "none" if answer is None else f"cost {answer}"
        return f"{sum(value is not None for value in answer.values())} of {len(answer)} open"

    def ratio(self):
        return self.theirs / self.ours if all(self.decided) else None

    def slower(self):
        """By how much winset is slower; nothing where it is not."""
        if self.decided == [False, True]:
            return "not decided"
        ratio = self.ratio()
        return f"ratio {ratio:.2f}" if ratio is not None and ratio < 1 else None

    def cells(self, limit_s):
        times = [self.ours, self.theirs]
        shown = [
            f"{ms:.3f}" if decided else f"not decided in {limit_s} s"
            for ms, decided in zip(times, self.decided)
        ]
        ratio = self.ratio()
        return [self.title, self.demands, self.said, *shown, "-" if ratio is None else f"{ratio:.1f}"]


def print_summary(rows):
    lines, slower = [], []
    for question in QUESTIONS:
        asked = [row for row in rows if row.question == question]
        ratios = sorted(row.ratio() for row in asked if row.ratio() is not None)
        undecided = [sum(not row.decided[who] for row in asked) for who in (0, 1)]
        here = [row for row in asked if row.slower()]
        slower += [f"{row.title}: {question} ({row.slower()})" for row in here]
        line = [question, len(asked), *undecided]
        line += [f"{f(ratios):.1f}" if ratios else "-" for f in (statistics.median, min, max)]
        lines.append(line + [len(here)])
    head = "question|cases|undecided by winset|by CP-SAT|median ratio|smallest|largest"
    print_table((head + "|winset slower").split("|"), lines)
    print("winset is slower on: " + ("; ".join(slower) or "none of them") + ".\n")


def report(rows, asked):
    print_summary(rows)
    for question in QUESTIONS:
        print(f"{question.capitalize()}:\n")
        head = "case|demands|answer|winset, ms|CP-SAT, ms|ratio".split("|")
        print_table(head, [r.cells(asked.limit_s) for r in rows if r.question == question])
    print(f"Medians of {asked.rounds} rounds, the two programs in turn. All answers are the same.\n")
    print_versions(PEER)


def main():
    reader = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    reader.add_argument("--rounds", type=int, default=3, help="times that each case is asked")
    reader.add_argument("--limit-s", type=int, default=10, help="seconds for each answer")
    asked = reader.parse_args()

    def compare():
        rows = []
        for title, text in with_ladders():
            print(title, file=sys.stderr)
            rows.append(Row(title, "clashes", text, asked))
            rows.append(Row(title, "opening", text, asked))
            moves = rows[-1].moves
            opened = after(text, moves) if moves else text
            rows.append(Row(title, "pressure", opened, asked))
        report(rows, asked)

    return ended(compare)


if __name__ == "__main__":
    sys.exit(main())
