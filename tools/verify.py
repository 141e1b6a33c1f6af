#!/usr/bin/env python3
"""Checks a winset certificate against a case file, independently of winset.

    python3 tools/verify.py [--any-question] CASE.json CERTIFICATE

Exits with 0 if the certificate is accepted: no package of the case is acceptable at the declared
positions. Where its head states another question, a line says so and what differs follows, and the
exit code is 1 without --any-question. Exits with 1 if it is refused, 2 if the command is wrong or a
file cannot be read. CASE.json is a case in JSON (`winset-case/1`); CERTIFICATE is a file as
docs/formats/certificate.md describes it. This script was written from that page; it shares no
code with the checker in Rust, and needs nothing but Python 3.11.

Terms are those of that page. Sets of options are integers used as bit sets: bit `o` is option `o`.
Numbers are exact throughout (`int` and `fractions.Fraction`); there is no float.
"""

import hashlib
import json
import math
import re
import sys
import unicodedata
from fractions import Fraction

CERTIFICATE_BYTES_MAX = 256 * 1024 * 1024
WEIGHTS_MAX = 1_000_000
WEIGHT_MAX = 2**63 - 1
TREE_LINE_BYTES_MAX = 4096
OPTIONS_MAX = 4096
OR_ROWS_MAX = 64
OR_TERM_MAX = 2**20


class Refused(Exception):
    """The certificate does not prove what it claims."""


class Unreadable(Exception):
    """A file is not there, or the case file is not a case."""


# --- The case file as plain values ---------------------------------------------------------------


class Number(str):
    """A number of a JSON file, as its digits stand there."""


def load_json(text):
    """The value of a JSON text; numbers keep their digits, repeated keys are an error."""

    def mapping(pairs):
        need_that(len(dict(pairs)) == len(pairs), "a key stands twice in one mapping")
        return dict(pairs)

    def constant(word):
        raise Unreadable(f"{word} is not JSON")

    hooks = {"parse_float": Number, "parse_int": Number, "parse_constant": constant}
    return json.loads(text, object_pairs_hook=mapping, **hooks)


def canonical(value):
    """The canonical JSON of a value: the same for the same content."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, str):
        return '"' + re.sub(r'["\\\x00-\x1f]', escape, value) + '"'
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{canonical(k)}:{canonical(value[k])}" for k in sorted(value)) + "}"
    return {None: "null", True: "true", False: "false"}[value]


def escape(match):
    character = match.group()
    return "\\" + character if character in '"\\' else f"\\u00{ord(character):02x}"


def case_hash(value):
    return hashlib.sha256(canonical(value).encode("utf-8")).hexdigest()


def composed(value):
    """The value with its texts and keys in normal form C: two writings of one name are one name."""
    if isinstance(value, Number):
        return value
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [composed(item) for item in value]
    if isinstance(value, dict):
        pairs = [(composed(key), composed(item)) for key, item in value.items()]
        need_that(len(dict(pairs)) == len(pairs), "a key stands twice, in two writings")
        return dict(pairs)
    return value


# --- The parts of a case that decide a verdict ---------------------------------------------------


def need_that(condition, complaint):
    if not condition:
        raise Unreadable(complaint)


def take(mapping, what, required, optional=""):
    """The mapping, once it has all required keys and no others than the optional ones."""
    need_that(isinstance(mapping, dict), f"{what} is not a mapping")
    missing = set(required.split()) - set(mapping)
    need_that(not missing, f"{what} lacks {sorted(missing)}")
    unknown = set(mapping) - set((required + " " + optional).split())
    need_that(not unknown, f"{what} has unknown keys {sorted(unknown)}")
    return mapping


def entries(mapping, key, kind=list):
    """The value of a key, or an empty one of its kind where it is missing or null."""
    value = kind() if mapping.get(key) is None else mapping[key]
    need_that(isinstance(value, kind), f"{key!r} is not a {kind.__name__}")
    return value


def name(value):
    """An identifier; numbers and truth values stand for their spelling."""
    if isinstance(value, bool):
        return "true" if value else "false"
    need_that(isinstance(value, str) and value != "", "an identifier is missing")
    return str(value)


PART = r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?0*[0-9]{1,2})?"
NUMBER = re.compile(rf"({PART})|\s*({PART})\s*/\s*({PART})\s*")


def exact(value):
    """An exact number: a number token, or a text such as "1/3"."""
    match = NUMBER.fullmatch(value) if isinstance(value, str) and len(value) <= 64 else None
    need_that(match, f"{value!r} is not a number")
    above, below = Fraction(match.group(1) or match.group(2)), Fraction(match.group(3) or "1")
    need_that(below != 0, f"{value!r} divides by zero")
    return above / below


def whole(value):
    number = exact(value)
    need_that(number.denominator == 1 and number >= 0, f"{value!r} is not a whole number")
    return number.numerator


def in_words(number):
    """A number as a decimal where that is exact within six places, else as a fraction."""
    for places in range(7):
        scaled = number * 10**places
        if scaled.denominator == 1:
            digits = str(abs(scaled.numerator)).rjust(places + 1, "0")
            cut = len(digits) - places
            sign = "-" if number < 0 else ""
            return sign + digits[:cut] + ("." + digits[cut:] if places else "")
    return str(number)


def places_of(names, what):
    """The place of each name in its list; names must differ."""
    places = {n: place for place, n in enumerate(names)}
    need_that(len(places) == len(names), f"two of the {what} have the same identifier")
    return places


class Point:
    """A matter to be settled: the identifiers of its options, and their numbers if it has any."""

    def __init__(self, entry):
        take(entry, "a point", "id", "title options range note")
        self.id, self.numbers = name(entry["id"]), None
        need_that(("options" in entry) != ("range" in entry), f"{self.id}: options or range?")
        if "options" in entry:
            self.options = [name(option["id"]) for option in entries(entry, "options")]
        else:
            bounds = take(entry["range"], "a range", "from to step", "unit")
            first, last, step = (exact(bounds[key]) for key in ("from", "to", "step"))
            need_that(step > 0 and last >= first, f"{self.id}: the range is empty")
            steps = (last - first) / step
            need_that(steps.denominator == 1, f"{self.id}: the step does not divide the range")
            need_that(steps < OPTIONS_MAX, f"{self.id}: too many numbers")
            self.numbers = [first + k * step for k in range(steps.numerator + 1)]
            self.options = [in_words(number) for number in self.numbers]
        need_that(1 <= len(self.options) <= OPTIONS_MAX, f"{self.id}: number of options")
        self.place_of = places_of(self.options, f"options of {self.id}")
        self.every = (1 << len(self.options)) - 1

    def place(self, option):
        """The place of an option; a number is the same in any writing."""
        if option not in self.place_of and self.numbers is not None:
            number = exact(option)
            need_that(number in self.numbers, f"{self.id} has no option {option!r}")
            return self.numbers.index(number)
        need_that(option in self.place_of, f"{self.id} has no option {option!r}")
        return self.place_of[option]

    def picks(self, value):
        """The set of the options that a value names: a list, one option, or bounds."""
        if isinstance(value, dict):
            take(value, "bounds", "", "from to")
            need_that(value and self.numbers is not None, f"{self.id}: no numbers to bound")
            low, high = value.get("from"), value.get("to")
            low = -math.inf if low is None else exact(low)
            high = math.inf if high is None else exact(high)
            chosen = [o for o, n in enumerate(self.numbers) if low <= n <= high]
        else:
            names = [name(n) for n in (value if isinstance(value, list) else [value])]
            chosen = [self.place(option) for option in names]
        need_that(chosen, f"{self.id}: no option is picked")
        return sum(1 << option for option in set(chosen))


class Party:
    """A party and its sheet; `scores` is None without preferences."""

    def __init__(self, entry, sheet, points, point_of):
        self.id = name(entry["id"])
        self.scale, self.scores, self.bonuses, self.floor = 1, None, [], None
        if sheet is None:
            return
        rows = [[Fraction(0)] * len(point.options) for point in points]
        for key in set(sheet) - {"bonuses"}:
            need_that(key in point_of, f"preferences of {self.id}: no point {key!r}")
            rows[point_of[key]] = option_scores(points[point_of[key]], sheet[key])
        bonuses = []
        for bonus in entries(sheet, "bonuses"):
            take(bonus, "a bonus", "when score", "note")
            bonuses.append((picks_by_point(bonus["when"], points, point_of), exact(bonus["score"])))
        stated = [score for row in rows for score in row] + [score for _, score in bonuses]
        stated += no_deal_values(entry.get("no_deal"))
        counts = no_deal_values(entry.get("no_deal"))[:1]
        stated += [exact(end) for end in [entry.get("impasse")] if end is not None]
        self.scale = math.lcm(*(number.denominator for number in stated))
        self.scores = [[int(score * self.scale) for score in row] for row in rows]
        self.floor = int(counts[0] * self.scale) if counts else None
        self.bonuses = [(when, int(score * self.scale)) for when, score in bonuses]


def supposed_scores(sheet, scores):
    """Adds supposed scores to a sheet, where nothing before them says them; whether any count."""
    points = {key: value for key, value in scores.items() if key != "bonuses"}
    new = {key: value for key, value in points.items() if key not in sheet}
    bonuses = entries(scores, "bonuses")
    sheet.update(new)
    sheet["bonuses"] = entries(sheet, "bonuses") + bonuses
    return bool(new or bonuses or not points)


def no_deal_values(value):
    """The numbers that a no-deal value states: the value, or a mapping with the least and the most
    that it may be. The first one is what counts: `score`, or else `high`."""
    if isinstance(value, dict):
        value = [value.get(key) for key in ("score", "high", "low")]
    return [exact(end) for end in (value if isinstance(value, list) else [value]) if end is not None]


def option_scores(point, entry):
    """What a party gives the options of a point."""
    take(entry, f"a preference on {point.id}", "", "weight scores values linear piecewise")
    given = [form for form, value in entry.items() if form != "weight" and value is not None]
    need_that(len(given) == 1, f"{point.id}: one of scores, values, linear, piecewise")
    form, weighted = given[0], entry.get("weight") is not None
    weight = exact(entry["weight"]) if weighted else Fraction(1)
    if form in ("scores", "values"):
        need_that(form == "scores" or not weighted, f"{point.id}: values have no weight")
        need_that(len(entry[form]) == len(point.options), f"{point.id}: a score for each option")
        return [weight * exact(score) for score in entry[form]]
    need_that(point.numbers is not None, f"{point.id} has no numbers")
    if form == "linear":
        ends = take(entry[form], "linear", "from to")
        knots = [(point.numbers[0], exact(ends["from"])), (point.numbers[-1], exact(ends["to"]))]
    else:
        knots = [(exact(x), exact(y)) for x, y in entry[form]]
        rising = all(a[0] < b[0] for a, b in zip(knots, knots[1:]))
        need_that(rising, f"{point.id}: the numbers of piecewise do not rise")
    return [weight * interpolated(knots, number) for number in point.numbers]


def interpolated(knots, x):
    """The value at x of the line through the knots, straight between each two."""
    for x0, y0 in knots:
        if x0 == x:
            return y0
    for (x0, y0), (x1, y1) in zip(knots, knots[1:]):
        if x0 < x < x1:
            return y0 + (y1 - y0) * (x - x0) / (x1 - x0)
    raise Unreadable(f"no score is given for {in_words(x)}")


def picks_by_point(mapping, points, point_of):
    """Pairs of point and options, in the order of points."""
    need_that(isinstance(mapping, dict), "not a mapping from points to options")
    for key in mapping:
        need_that(key in point_of, f"there is no point {key!r}")
    pairs = ((point_of[key], points[point_of[key]].picks(mapping[key])) for key in mapping)
    return sorted(pairs)


# Conditions are tuples: ("in", point, options); ("not", member); ("least", k, members), where a
# member is a pair of its number of seats (1 but for blocs) and a condition. All of n members is at
# least n of them, any is at least 1; they keep their own words, "all" and "any".


def condition(entry, points, point_of):
    """A condition of a case file; its members stand in a fixed order, whatever that of the file."""
    if isinstance(entry, str) and not isinstance(entry, Number):
        entry = Phrase(entry).whole(Phrase.condition)
    need_that(isinstance(entry, dict) and entry, "a condition names no point")

    def each(key):
        need_that(isinstance(entry[key], list) and entry[key], f"{key!r} is not a list")
        return [condition(member, points, point_of) for member in entry[key]]

    words = ("all", "any", "not", "at_least", "of")
    picks = {key: value for key, value in entry.items() if key not in words}
    members = inside(picks_by_point(picks, points, point_of))
    if "all" in entry:
        members.append(joined("all", each("all")))
    if "any" in entry:
        members.append(joined("any", each("any")))
    if "not" in entry:
        members.append(("not", condition(entry["not"], points, point_of)))
    need_that(("at_least" in entry) == ("of" in entry), "'at_least' and 'of' go together")
    if "of" in entry:
        members.append(least(whole(entry["at_least"]), each("of")))
    return joined("all", members)


class Phrase:
    """A link or a condition in words, read as the mapping that says the same; as the section on phrases
    of docs/formats/case.md has it."""

    WORDS = "all and any at both exclude from if is least never not of or require then to up".split()
    TOKEN = re.compile(r'\s*(?:([=();,])|["\u201c\u201d\u201e]([^"\u201c\u201d\u201e]*)["\u201c\u201d\u201e]|([^\s=();,"\u201c\u201d\u201e]+))')
    DEPTH_MAX = 24

    def __init__(self, text):
        """Tokens are pairs of a kind, `sign`, `word` or `name`, and the text."""
        need_that(len(text) <= 30_000, "a phrase is too long")
        self.tokens, self.at, place = [], 0, 0
        text = text.rstrip()
        while place < len(text):
            match = self.TOKEN.match(text, place)
            need_that(match, f"a quote in a phrase does not end: {text!r}")
            place, (sign, quoted, plain) = match.end(), match.groups()
            if sign is not None:
                self.tokens.append(("sign", ";" if sign == "," else sign))
            elif quoted is not None:
                self.tokens.append(("name", quoted))
            elif plain.lower() in self.WORDS:
                self.tokens.append(("word", plain.lower()))
            else:
                self.tokens.append(("name", plain))

    def whole(self, read):
        value = read(self)
        need_that(self.at == len(self.tokens), f"a phrase goes on at {self.ahead()}")
        return value

    def ahead(self, by=0):
        place = self.at + by
        return self.tokens[place] if place < len(self.tokens) else ("end", "")

    def takes(self, kind, text):
        found = self.ahead() == (kind, text)
        self.at += found
        return found

    def needs(self, kind, text):
        need_that(self.takes(kind, text), f"a phrase needs {text!r} at {self.ahead()}")

    def name(self):
        kind, text = self.ahead()
        need_that(kind == "name", f"a phrase needs a name at {text!r}")
        self.at += 1
        return text

    def link(self):
        """The keys of a link."""
        if self.takes("word", "if"):
            when = self.condition()
            self.takes("sign", ";")
            self.needs("word", "then")
            return {"if": when, "then": self.condition()}
        if self.takes("word", "require"):
            return {"require": self.condition()}
        if self.takes("word", "exclude"):
            members = self.members(0)
            need_that(len(members) >= 2, "a phrase excludes two conditions at least")
            return {"exclude": members}
        self.needs("word", "never")
        self.needs("word", "both")
        first = dict(self.unit(0))
        self.needs("word", "and")
        return {"exclude": [first, dict(self.unit(0))]}

    def condition(self, depth=0):
        need_that(depth <= self.DEPTH_MAX, "a phrase nests too deep")
        members = [self.conjunction(depth)]
        while self.takes("word", "or"):
            members.append(self.conjunction(depth))
        return members[0] if len(members) == 1 else {"any": members}

    def conjunction(self, depth):
        members = [self.unit(depth)]
        while self.takes("word", "and"):
            members.append(self.unit(depth))
        pairs = [pair for member in members for pair in member]
        if len(members) > 1 and len(dict(pairs)) < len(pairs):
            return {"all": [dict(member) for member in members]}
        return dict(pairs)

    def unit(self, depth):
        """A member of a conjunction, as pairs of key and value."""
        need_that(depth <= self.DEPTH_MAX, "a phrase nests too deep")
        if self.takes("word", "not"):
            return [("not", dict(self.unit(depth + 1)))]
        if self.takes("word", "at"):
            self.needs("word", "least")
            need = self.name()
            need_that(re.fullmatch("[0-9]{1,9}", need), f"{need!r} is not a whole number")
            self.needs("word", "of")
            return [("at_least", Number(need)), ("of", self.members(depth))]
        for word in ("all", "any"):
            if self.takes("word", word):
                self.needs("word", "of")
                return [(word, self.members(depth))]
        if self.takes("sign", "("):
            inner = self.condition(depth + 1)
            self.needs("sign", ")")
            return list(inner.items())
        return [self.settled()]

    def members(self, depth):
        self.needs("sign", "(")
        members = [self.condition(depth + 1)]
        while self.takes("sign", ";"):
            members.append(self.condition(depth + 1))
        self.needs("sign", ")")
        return members

    def settled(self):
        """A point and its options."""
        point = self.name()
        if self.takes("word", "from"):
            bounds = {"from": self.name()}
            if self.takes("word", "to"):
                bounds["to"] = self.name()
            return point, bounds
        if self.takes("word", "up"):
            self.needs("word", "to")
            return point, {"to": self.name()}
        need_that(self.takes("sign", "=") or self.takes("word", "is"), "a phrase needs '='")
        options = [self.name()]
        while self.ahead() == ("word", "or") and self.ahead(1)[0] == "name":
            # What stands behind `or` may be the point of a condition of its own.
            if self.ahead(2) in [("sign", "="), ("word", "is"), ("word", "from"), ("word", "up")]:
                break
            self.at += 1
            options.append(self.name())
        return point, options


def inside(picks):
    return [("in", point, options) for point, options in picks]


def least(need, members):
    return ("least", need, [(1, member) for member in members])


def joined(word, members):
    """All or any of the members; a single one stands for itself."""
    if len(members) == 1:
        return members[0]
    return (word, len(members) if word == "all" else 1, [(1, member) for member in members])


class Case:
    """What decides verdicts. `rules` are all rules in order, each a mapping with its `id`, whether
    it is a `law`, and `steps`: what it asks on each step, a condition. Only lines have several."""

    def __init__(self, value):
        need_that(isinstance(value, dict) and value.get("format") == "winset-case/1", "not a case")
        self.hash = case_hash(value)
        value = composed(value)
        self.points = [Point(entry) for entry in entries(value, "points")]
        self.point_of = places_of([point.id for point in self.points], "points")
        value, self.assumed = self.supposed(value)
        sheets = entries(value, "preferences", dict)
        self.parties = [
            Party(entry, sheets.get(name(entry["id"])), self.points, self.point_of)
            for entry in entries(value, "parties")
        ]
        places = places_of([party.id for party in self.parties], "parties")
        need_that(all(key in places for key in sheets), "preferences of an unknown party")
        self.rules = [self.line(entry) for entry in entries(value, "lines")]
        self.rules += [self.link(entry) for entry in entries(value, "links")]
        for body in entries(value, "ratification"):
            self.rules += self.votes(body)
        self.rule_of = places_of([rule["id"] for rule in self.rules], "rules")

    def supposed(self, value):
        """The case with what parties suppose of others in the place of what these have not stated, and the
        identifiers of the assumptions of which something counts."""
        stated = entries(value, "preferences", dict)
        sheets = {key: sheet for key, sheet in stated.items()}
        lines = [dict(line) for line in entries(value, "lines")]
        own, parties = list(lines), [dict(party) for party in entries(value, "parties")]
        supposed = entries(value, "assumptions")
        counts = [False] * len(supposed)
        for place, entry in enumerate(supposed):
            take(entry, "an assumption", "id by about", "lines scores no_deal note")
            for line in entries(entry, "lines"):
                counts[place] |= self.supposed_line(name(entry["about"]), line, own, lines)
            about, scores = name(entry["about"]), entry.get("scores")
            if scores is not None and about not in stated:
                counts[place] |= supposed_scores(sheets.setdefault(about, {}), scores)
        for place, entry in enumerate(supposed):
            about, no_deal = name(entry["about"]), entry.get("no_deal")
            for party in parties:
                if name(party["id"]) == about and no_deal is not None and about in sheets:
                    if party.get("no_deal") is None:
                        party["no_deal"], counts[place] = no_deal, True
        whole_value = {**value, "preferences": sheets, "lines": lines, "parties": parties}
        return whole_value, [name(e["id"]) for e, used in zip(supposed, counts) if used]

    def supposed_line(self, about, line, own, lines):
        """Puts a line in its place; whether it counts. `own` are those that the case states."""
        take(line, "a supposed line", "id point ladder", "kind note")

        def demands_it(other):
            same = name(other["owner"]) == about and name(other["point"]) == name(line["point"])
            return same and other.get("kind") != "law"

        on_point = [other for other in own if demands_it(other)]
        for other in on_point:
            if name(other["id"]) == name(line["id"]):
                (first, *later), steps = line["ladder"], other["ladder"]
                point = self.points[self.point_of[name(line["point"])]]
                begins = len(steps) == 1 and point.picks(steps[0]["accept"]) == point.picks(first["accept"])
                if begins and later:
                    other["ladder"] = steps + later
                return begins and bool(later)
        if not on_point:
            lines.append({**line, "owner": about})
        return not on_point

    def condition(self, entry):
        return condition(entry, self.points, self.point_of)

    def rule(self, kind, entry, law, steps):
        need_that(steps, "a ladder has no steps")
        return {"id": name(entry["id"]), "kind": kind, "law": law, "steps": steps}

    def line(self, entry):
        take(entry, "a line", "id point ladder", "owner visibility kind note")
        point = name(entry["point"])
        need_that(point in self.point_of, f"there is no point {point!r}")
        place = self.point_of[point]
        accepted = [self.points[place].picks(step["accept"]) for step in entry["ladder"]]
        steps = inside((place, options) for options in accepted)
        return self.rule("line", entry, entry.get("kind") == "law", steps)

    def link(self, entry):
        words = "if then require exclude"
        take(entry, "a link", "id", "owner kind visibility relax_cost note rule " + words)
        if entry.get("rule") is not None:
            need_that(not any(entry.get(word) is not None for word in words.split()), "two rules of a link")
            entry = {**entry, **Phrase(entry["rule"]).whole(Phrase.link)}
        form = " ".join(word for word in words.split() if entry.get(word) is not None)
        if form == "if then":
            asked = [("not", self.condition(entry["if"])), self.condition(entry["then"])]
            asked = joined("any", asked)
        elif form == "require":
            asked = self.condition(entry["require"])
        else:
            need_that(form == "exclude", "a link is if with then, or require, or exclude")
            asked = ("not", least(2, [self.condition(part) for part in entry["exclude"]]))
        kind = entry.get("kind")
        law = kind == "law" or (kind is None and entry.get("relax_cost") is None)
        return self.rule("link", entry, law, [asked])

    def votes(self, body):
        take(body, "a body", "id rules blocs", "body for_party seats")
        blocs = []
        for bloc in body["blocs"]:
            accepts = picks_by_point(entries(bloc, "accepts", dict), self.points, self.point_of)
            blocs.append((whole(bloc["seats"]), joined("all", inside(accepts))))
        for rule in body["rules"]:
            take(rule, "a vote rule", "id need", "when visibility note")
            asked = ("least", whole(rule["need"]), blocs)
            if rule.get("when") is not None:
                asked = joined("any", [("not", self.condition(rule["when"])), asked])
            yield self.rule("vote", rule, False, [asked])


# --- Truth over domains: True, False, or None for open -------------------------------------------


def truth_of(cond, domains):
    if cond[0] == "in":
        domain, options = domains[cond[1]], cond[2]
        return True if domain & ~options == 0 else False if domain & options == 0 else None
    if cond[0] == "not":
        truth = truth_of(cond[1], domains)
        return None if truth is None else not truth
    _, need, members = cond
    sure = possible = 0
    for seats, member in members:
        truth = truth_of(member, domains)
        sure += seats if truth is True else 0
        possible += seats if truth is not False else 0
    return True if sure >= need else False if possible < need else None


def points_of(cond):
    if cond[0] == "in":
        return {cond[1]}
    members = [cond[1]] if cond[0] == "not" else [member for _, member in cond[2]]
    return set().union(*map(points_of, members))


# --- Rows: pairs of {(point, option): coefficient} and need --------------------------------------


def rows_of(cond, sign, points):
    """The rows of a condition (sign True) or of its negation (sign False)."""
    word = cond[0]
    if word == "in":
        point = points[cond[1]]
        options = cond[2] if sign else point.every & ~cond[2]
        return [({(cond[1], o): 1 for o in members_of(options)}, 1)]
    if word == "not":
        return rows_of(cond[1], not sign, points)
    lists = [rows_of(member, sign, points) for _, member in cond[2]]
    if word == "least":
        return count_rows(cond[1] if sign else len(lists) - cond[1] + 1, lists)
    if (word == "all") == sign:
        return [row for rows in lists for row in rows]
    return or_rows(lists)


def or_rows(lists):
    if not lists:
        return [({}, 1)]
    rows = lists[0]
    for others in lists[1:]:
        if len(rows) * len(others) > OR_ROWS_MAX:
            return []
        rows = [combined(a, b) for a in rows for b in others]
        for coefficients, need in rows:
            if max(coefficients.values(), default=0) > OR_TERM_MAX or need > OR_TERM_MAX:
                return []
    return rows


def combined(a, b):
    places = {**a[0], **b[0]}
    return {k: b[1] * a[0].get(k, 0) + a[1] * b[0].get(k, 0) for k in places}, a[1] * b[1]


def count_rows(need, lists):
    if need <= 0 or any(len(rows) != 1 or rows[0][1] != 1 for rows in lists):
        return []
    total = {}
    for ((coefficients, _),) in lists:
        for place, coefficient in coefficients.items():
            total[place] = total.get(place, 0) + coefficient
    return [(total, need)]


def members_of(options):
    return [o for o in range(options.bit_length()) if options >> o & 1]


# --- The certificate -----------------------------------------------------------------------------

INDEX = re.compile(r"0|[1-9][0-9]{0,18}")
FLOOR = re.compile(r"-?[0-9]{1,40}(/[0-9]{1,40})?")


class Certificate:
    """Reads a certificate line by line. `rules` are the standing rules: number, what the rule asks,
    and the points that it mentions."""

    def __init__(self, case, data):
        self.case, self.line = case, 1
        if len(data) > CERTIFICATE_BYTES_MAX:
            self.refuse("the certificate is too large")
        try:
            self.lines = data.decode("utf-8").split("\n")
        except UnicodeDecodeError as error:
            self.line = 1 + data[: error.start].count(b"\n")
            self.refuse("not UTF-8")
        self.line, self.ends_whole = 0, self.lines.pop() == ""
        self.head()
        self.weights = self.read_weights()

    def refuse(self, reason):
        raise Refused(f"line {self.line} of the certificate: {reason}")

    def next(self, expected):
        self.line += 1
        if self.line > len(self.lines):
            self.refuse(f"the file ends here, expected {expected}")
        return self.lines[self.line - 1]

    def next_after(self, prefix):
        """What follows the prefix in the next line, or None if the line does not have it."""
        if self.line < len(self.lines) and self.lines[self.line].startswith(prefix):
            return self.next(prefix)[len(prefix) :]
        return None

    def must(self, condition, expected):
        if not condition:
            self.refuse(f"expected {expected}")

    def index(self, text, expected):
        self.must(INDEX.fullmatch(text) and int(text) <= WEIGHT_MAX, expected)
        return int(text)

    def head(self):
        case = self.case
        self.must(self.next("the version") == "winset-certificate/1", "winset-certificate/1")
        claim = self.next("the case")
        self.must(re.fullmatch("case [0-9a-f]{64}", claim), "case and 64 hexadecimal digits")
        if claim != "case " + case.hash:
            self.refuse("the certificate is of another case")
        steps, dropped = self.head_steps(), self.head_drops()
        ids = [rule["id"] for rule in case.rules]
        self.differs = [f"line {ids[n]} stands on step {step}" for n, step in steps.items()]
        self.differs += [f"demand {ids[n]} is dropped" for n in sorted(dropped)]
        self.rules = [
            (number, rule["steps"][steps.get(number, 0)])
            for number, rule in enumerate(case.rules)
            if number not in dropped
        ]
        self.rules = [(number, asked, points_of(asked)) for number, asked in self.rules]
        self.floors = [self.head_floor(party) for party in case.parties]
        for party, floor in zip(case.parties, self.floors):
            if floor != party.floor:
                says = "none" if floor is None else in_words(Fraction(floor, party.scale))
                self.differs.append(f"the floor of {party.id} is {says}, not its no-deal value")
        self.root = self.head_only()
        for point, kept in zip(case.points, self.root):
            if kept != point.every:
                names = " or ".join(point.options[o] for o in members_of(kept)) or "nothing"
                self.differs.append(f"{point.id} may only be {names}")

    def rising(self, place, before):
        self.must(place > before, "the order of the case file, and nothing twice")
        return place

    def head_steps(self):
        steps, before = {}, -1
        while (rest := self.next_after("step ")) is not None:
            line_id, _, step = rest.partition(" ")
            number = self.case.rule_of.get(line_id, -1)
            rule = self.case.rules[number] if number >= 0 else {}
            self.must(rule.get("kind") == "line", "a line of the case")
            before = self.rising(number, before)
            steps[number] = self.index(step, "a step above 0")
            self.must(0 < steps[number] < len(rule["steps"]), "a step of the line's ladder above 0")
        return steps

    def head_drops(self):
        dropped, before = set(), -1
        while (rule_id := self.next_after("drop ")) is not None:
            number = self.case.rule_of.get(rule_id, -1)
            self.must(number >= 0, "a rule of the case")
            self.must(not self.case.rules[number]["law"], "a rule that is no law")
            before = self.rising(number, before)
            dropped.add(number)
        return dropped

    def head_floor(self, party):
        """The floor on the party's scale, or None."""
        expected = f"the floor of {party.id}"
        prefix, line = f"floor {party.id} ", self.next(expected)
        self.must(line.startswith(prefix), expected)
        text = line[len(prefix) :]
        if text == "none":
            return None
        self.must(FLOOR.fullmatch(text) and not text.endswith("/0"), expected)
        above, _, below = text.partition("/")
        self.must(int(below or 1) > 0, expected)
        floor = Fraction(int(above), int(below or 1))
        self.must(str(floor) == text, "a fraction in lowest terms")
        scaled = floor * party.scale
        fits = scaled.denominator == 1 and -(2**63) <= scaled < 2**63
        self.must(fits, f"a number on the scale of {party.id}")
        return scaled.numerator

    def head_only(self):
        root, before = [point.every for point in self.case.points], -1
        while (rest := self.next_after("only ")) is not None:
            point_id, _, options = rest.partition(" ")
            self.must(point_id in self.case.point_of, "a point of the case")
            before = self.rising(self.case.point_of[point_id], before)
            point, last, chosen = self.case.points[before], -1, 0
            for option in [] if options == "()" else options.split(","):
                self.must(option in point.place_of, f"options of {point_id}")
                last = self.rising(point.place_of[option], last)
                chosen |= 1 << last
            self.must(chosen != point.every, "fewer options than all")
            root[before] = chosen
        return root

    def read_weights(self):
        """Pairs of weights of parties and rows with their weights."""
        table, rows_by_rule = [], {}
        links = [r for r in self.rules if self.case.rules[r[0]]["kind"] == "link"]
        standing = {number: asked for number, asked, _ in links}
        while (rest := self.next_after("w ")) is not None:
            self.must(len(table) < WEIGHTS_MAX, f"at most {WEIGHTS_MAX} weights entries")
            words = rest.split(" ")
            count = len(self.case.parties)
            self.must(len(words) >= count, "a weight for every party")
            loads = [self.index(word, "a weight") for word in words[:count]]
            for load, party, floor in zip(loads, self.case.parties, self.floors):
                fit = load == 0 or floor is not None
                self.must(fit, f"no weight for {party.id}, which has no floor")
            rows, before = [], (-1, -1)
            for word in words[count:]:
                match = re.fullmatch(r"([0-9]+)\.([0-9]+):([0-9]+)", word)
                self.must(match, "<rule>.<row>:<weight>")
                rule, row, load = (self.index(part, "a number") for part in match.groups())
                self.must(load > 0, "a weight above 0")
                before = self.rising((rule, row), before)
                self.must(rule in standing, "the number of a standing link")
                if rule not in rows_by_rule:
                    rows_by_rule[rule] = rows_of(standing[rule], True, self.case.points)
                self.must(row < len(rows_by_rule[rule]), "the number of a row of the rule")
                rows.append((load, rows_by_rule[rule][row]))
            table.append((loads, rows))
        self.must(self.next("tree") == "tree", "weights or tree")
        return table

    def tokens(self):
        """The tokens of the tree, one after the other; the caller stops at the last."""
        while True:
            line = self.next("the rest of the tree")
            self.must(len(line.encode()) <= TREE_LINE_BYTES_MAX, "a shorter line")
            words = line.split(" ")
            for place, word in enumerate(words):
                match = re.fullmatch(r"(\.)|([wb])(0|[1-9][0-9]{0,18})", word)
                self.must(match, "'.', 'w' or 'b' with a number, apart by single spaces")
                last = place == len(words) - 1
                yield match.group(2) or ".", int(match.group(3) or 0), last

    # --- Walking the tree ---

    def propagate(self, domains):
        """Takes out what the rules exclude; True if that closes the node."""
        if not all(domains):
            return True
        changed = True
        while changed:
            changed = False
            for _, asked, points in self.rules:
                if not points and truth_of(asked, domains) is False:
                    return True
                for point in points:
                    before = domains[point]
                    kept = 0
                    for option in members_of(before):
                        domains[point] = 1 << option
                        if truth_of(asked, domains) is not False:
                            kept |= 1 << option
                    domains[point] = kept
                    changed = changed or kept != before
                    if kept == 0:
                        return True
        return False

    def weigh(self, entry, domains):
        """Applies a weights entry; True if that closes the node."""
        self.must(entry < len(self.weights), "the number of a weights entry")
        loads, rows = self.weights[entry]
        value = [[0] * len(point.options) for point in self.case.points]
        constant = need = 0
        for load, party, floor in zip(loads, self.case.parties, self.floors):
            if load == 0:
                continue
            need += load * floor
            for point, scores in enumerate(party.scores or []):
                for option, score in enumerate(scores):
                    value[point][option] += load * score
            for when, score in party.bonuses:
                constant += self.weigh_bonus(when, load * score, domains, value)
        for load, (coefficients, row_need) in rows:
            need += load * row_need
            for (point, option), coefficient in coefficients.items():
                value[point][option] += load * coefficient
        options = [members_of(domain) for domain in domains]
        best = [max(value[point][o] for o in here) for point, here in enumerate(options)]
        most = constant + sum(best)
        if most < need:
            return True
        for point, here in enumerate(options):
            kept = (o for o in here if most - best[point] + value[point][o] >= need)
            domains[point] = sum(1 << o for o in kept)
        return self.propagate(domains)

    @staticmethod
    def weigh_bonus(when, amount, domains, value):
        """Adds what a bonus can give to the values; returns what it gives in any case."""
        if any(domains[point] & options == 0 for point, options in when):
            return 0
        undecided = [(p, options) for p, options in when if domains[p] & ~options]
        if not undecided:
            return amount
        if amount > 0 or len(undecided) == 1:
            point, options = undecided[0]
            for option in members_of(options):
                value[point][option] += amount
        return 0

    def walk(self):
        """Walks the tree; returns the number of its nodes if every leaf is closed."""
        tokens = self.tokens()
        domains = list(self.root)
        closed = self.propagate(domains)
        waiting, nodes = [], 1  # waiting: domains and point of children yet to come
        while True:
            word, number, last = next(tokens)
            if word == "w":
                self.must(not closed, "'.', since the node is closed")
                closed = self.weigh(number, domains)
                continue
            if word == ".":
                if not closed:
                    self.refuse("the node is not closed: it may hold an acceptable package")
            else:
                self.must(not closed, "'.', since the node is closed")
                self.must(number < len(domains), "the number of a point")
                options = members_of(domains[number])
                self.must(len(options) >= 2, "a point that is not settled here")
                waiting.append((domains, number, options[::-1]))
            while waiting and not waiting[-1][2]:
                waiting.pop()
            if not waiting:
                break
            parent, point, options = waiting[-1]
            domains = list(parent)
            domains[point] = 1 << options.pop()
            closed = self.propagate(domains)
            nodes += 1
        self.must(last, "the end of the tree")
        self.must(self.next("end") == "end", "end")
        if self.line != len(self.lines) or not self.ends_whole:
            self.line += 1
            self.refuse("expected nothing but a line feed after end")
        return nodes


def verify(case_text, certificate):
    """The number of nodes of the certificate's tree, and what of its question differs from the
    declared positions, in words. Raises Refused or Unreadable."""
    try:
        case = Case(load_json(case_text))
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise Unreadable(f"not a case in JSON: {error!r}") from error
    read = Certificate(case, certificate)
    return read.walk(), read.differs


def assumed(case_text):
    """The identifiers of the assumptions under which whatever is proven of a case is proven."""
    return Case(load_json(case_text)).assumed


def told_under(assumptions):
    if assumptions:
        print(f"This is so under what is supposed in the case: {', '.join(assumptions)}.")


def main(arguments):
    any_question = "--any-question" in arguments
    arguments = [argument for argument in arguments if argument != "--any-question"]
    if len(arguments) != 2:
        print("usage: verify.py [--any-question] CASE.json CERTIFICATE", file=sys.stderr)
        return 2
    try:
        with open(arguments[0], "rb") as file:
            case_text = file.read().decode("utf-8-sig")
        with open(arguments[1], "rb") as file:
            certificate = file.read(CERTIFICATE_BYTES_MAX + 1)
        nodes, differs = verify(case_text, certificate)
        under = assumed(case_text)
    except Refused as refusal:
        print(f"refused: {refusal}")
        return 1
    except (OSError, UnicodeError, Unreadable) as error:
        print(f"unreadable: {error}", file=sys.stderr)
        return 2
    if not differs:
        print(f"accepted: no package is acceptable at the declared positions ({nodes} nodes)")
        told_under(under)
        return 0
    print(f"accepted for another question: no package is acceptable ({nodes} nodes) where")
    for difference in differs:
        print(f"- {difference}")
    print("Of the declared positions this proves nothing.")
    told_under(under)
    return 0 if any_question else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
