"""A case as models of CP-SAT, one for each question.

One Boolean for each option of each point, exactly one of them true; what the rules at the first
step of their ladders ask; and for each party with a no-deal value the sum of its scores, on its
scale of whole numbers, at least that value. Demands that may go stand behind a literal each. Conditions are the tuples that tools/verify.py reads:
("in", point, options); ("not", member); ("least", need, members), also under the words "all" and
"any", where a member is a pair of its seats and a condition.
"""

import ortools
from ortools.sat.python import cp_model

import verify  # tools/verify.py: common.py puts its folder on the path

WORKERS = 1
PEER = f"OR-Tools {ortools.__version__}, CP-SAT with {WORKERS} worker"


def solver(limit_s):
    result = cp_model.CpSolver()
    result.parameters.num_workers = WORKERS
    result.parameters.max_time_in_seconds = limit_s
    return result


def negated(cond):
    return cond[1] if cond[0] == "not" else ("not", cond)


def floors(value, case):
    """The no-deal value of each party on its scale, or None."""
    for entry, party in zip(value["parties"], case.parties):
        stated = verify.no_deal_values(entry.get("no_deal"))
        yield int(stated[0] * party.scale) if stated else None


class Frame:
    """The packages of a case, before any rule is asked for. Auxiliary Booleans are fixed by the
    options in both directions, so that solutions and packages correspond one to one."""

    def __init__(self, case):
        self.cp, self.case, self.literals = cp_model.CpModel(), case, {}
        self.options = [[self.cp.new_bool_var("") for _ in p.options] for p in case.points]
        for options in self.options:
            self.cp.add_exactly_one(options)

    def reach(self, value, freed=None):
        """Asks for the no-deal values of all parties but one."""
        for floor, party in zip(floors(value, self.case), self.case.parties):
            if floor is not None and party is not freed:
                self.cp.add(self.score(party) >= floor)

    def score(self, party):
        terms = []
        for options, scores in zip(self.options, party.scores or []):
            terms += [score * option for option, score in zip(options, scores) if score]
        for when, score in party.bonuses:
            terms.append(score * self.literal(verify.joined("all", verify.inside(when))))
        return sum(terms)

    def chosen(self, cond):
        """The Booleans of the options that a condition on one point names."""
        return [self.options[cond[1]][option] for option in verify.members_of(cond[2])]

    def within(self, cond):
        """A condition or negated condition on a single point as one on the options it allows, or
        None."""
        if cond[0] == "in":
            return cond
        if cond[0] == "not":
            inner = self.within(cond[1])
            if inner is not None:
                return ("in", inner[1], self.case.points[inner[1]].every & ~inner[2])
        return None

    def holds(self, cond, given):
        """Asks for a condition wherever all given literals are true."""
        cond = self.within(cond) or cond
        word, positive = cond[0], cond[0] != "not"
        if word == "in":
            self.cp.add_bool_or(self.chosen(cond) + [~literal for literal in given])
            return
        inner = cond if positive else cond[1]
        if inner[0] == "not":
            self.holds(inner[1], given)
            return
        word, need, members = inner
        parts = [part if positive else negated(part) for _, part in members]
        if word in ("all", "any") and (word == "all") == positive:
            for part in parts:
                self.holds(part, given)
        elif not parts:
            self.cp.add_bool_or([~literal for literal in given])
        elif word in ("all", "any"):
            *first, last = sorted(parts, key=self.width)
            self.holds(last, given + [self.literal(negated(part)) for part in first])
        else:
            self.count(need, members, positive, given)

    def width(self, cond):
        """0 for conditions on one point, which make the smallest literals; counts come last."""
        inner = cond[1] if cond[0] == "not" else cond
        return 0 if self.within(cond) else 2 if inner[0] == "least" else 1

    def count(self, need, members, enough, given):
        """Asks for at least so many seats, or for fewer."""
        seats = sum(seats * self.term(part) for seats, part in members)
        asked = self.cp.add(seats >= need if enough else seats <= need - 1)
        asked.only_enforce_if(given)

    def term(self, cond):
        """An expression that is 1 where a condition holds and else 0."""
        point = self.within(cond)
        return sum(self.chosen(point)) if point else self.literal(cond)

    def literal(self, cond):
        """A literal that is true exactly where a condition holds."""
        point = self.within(cond)
        key = repr(point or cond)
        if key in self.literals:
            return self.literals[key]
        if point and point[2].bit_count() == 1:
            literal = self.chosen(point)[0]
        elif point and (rest := self.case.points[point[1]].every & ~point[2]).bit_count() == 1:
            literal = ~self.chosen(("in", point[1], rest))[0]
        elif not point and cond[0] == "not":
            literal = ~self.literal(cond[1])
        else:
            literal = self.cp.new_bool_var("")
            self.holds(cond, [literal])
            self.holds(negated(cond), [~literal])
        self.literals[key] = literal
        return literal

    def package(self, solution):
        """The option of each point in a solution."""
        truth = [[solution.boolean_value(o) for o in options] for options in self.options]
        return tuple(options.index(True) for options in truth)


class Model(Frame):
    """The model of a case: its acceptable packages, or those without the floor of one party."""

    def __init__(self, value, case, freed=None):
        super().__init__(case)
        for rule in case.rules:
            self.holds(rule["steps"][0], [])
        self.reach(value, freed)


class Clashing(Frame):
    """Each demand behind a literal that asks for it; laws always hold; no no-deal values."""

    def __init__(self, case):
        super().__init__(case)
        self.asked = {}
        for rule in case.rules:
            if rule["law"]:
                self.holds(rule["steps"][0], [])
            else:
                self.asked[rule["id"]] = literal = self.cp.new_bool_var(rule["id"])
                self.holds(rule["steps"][0], [literal])


class Opening(Frame):
    """One step of each ladder, each other demand kept or dropped; the least cost of it all. Laws and
    vote rules stay, and so do no-deal values."""

    def __init__(self, value, case):
        super().__init__(case)
        costs = {}
        for line in value["lines"]:
            costs[line["id"]] = [int(step["cost"]) for step in line["ladder"]]
        for link in value["links"]:
            costs[link["id"]] = int(link.get("relax_cost", 0))
        cost = 0
        for rule in case.rules:
            if rule["law"] or rule["kind"] == "vote":
                self.holds(rule["steps"][0], [])
            elif rule["kind"] == "link":
                dropped = self.cp.new_bool_var("")
                self.holds(rule["steps"][0], [~dropped])
                cost += costs[rule["id"]] * dropped
            else:
                chosen = [self.cp.new_bool_var("") for _ in rule["steps"]]
                self.cp.add_exactly_one(chosen)
                for step, literal in zip(rule["steps"], chosen):
                    self.holds(step, [literal])
                own = costs[rule["id"]]
                cost += sum((c - own[0]) * literal for c, literal in zip(own, chosen))
        self.reach(value)
        self.cp.minimize(cost)
