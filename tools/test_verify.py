#!/usr/bin/env python3
"""Tests of verify.py. Run: python3 tools/test_verify.py"""

import contextlib
import io
import itertools
import json
import os
import random
import re
import sys
import tempfile
import unittest
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import verify

SHARED = Path(__file__).resolve().parent / "certificates"

CASE = {
    "format": "winset-case/1",
    "id": "small",
    "title": 'Quoted "é" and \n',
    "parties": [
        {"id": "ada", "name": "Ada", "no_deal": {"score": "2/3", "trend_per_month": -1}},
        {"id": "bo", "name": "Bo"},
    ],
    "points": [
        {"id": "where", "title": "W", "options": [{"id": "a", "label": ""}, {"id": "b", "label": ""}]},
        {"id": "price", "title": "P", "range": {"from": 0, "to": 1, "step": 0.5, "unit": "EUR"}},
    ],
    "preferences": {
        "ada": {
            "where": {"weight": 0.5, "scores": [0, 1]},
            "price": {"linear": {"from": 0, "to": 1}},
            "bonuses": [{"when": {"where": "b", "price": {"from": 1}}, "score": -2}],
        }
    },
    "lines": [
        {"id": "L", "owner": "ada", "point": "price", "ladder": [
            {"accept": [1], "cost": 0}, {"accept": {"from": 0.5}, "cost": 2}]},
    ],
    "links": [
        {"id": "K", "owner": "bo", "relax_cost": 1, "require": {"where": ["a"]}},
        {"id": "X", "owner": "bo", "relax_cost": 2, "exclude": [{"where": "a"}, {"price": [0.5]}, {"price": ["1"]}]},
    ],
}  # fmt: skip

BODY = """step L 1
floor ada 2/3
floor bo none
w 1 0 1.0:3
w 1 0 2.0:1
tree
"""


def text_of(case):
    return json.dumps(case)


def head(case_text):
    case_hash = verify.case_hash(verify.load_json(case_text))
    return f"winset-certificate/1\ncase {case_hash}\n"


def reason(case_text, certificate):
    """Why a certificate is refused, or None."""
    try:
        verify.verify(case_text, certificate.encode())
    except verify.Refused as refusal:
        return str(refusal)
    return None


def conditions_hold(cond, package):
    if cond[0] == "in":
        return bool(cond[2] >> package[cond[1]] & 1)
    if cond[0] == "not":
        return not conditions_hold(cond[1], package)
    return sum(seats for seats, member in cond[2] if conditions_hold(member, package)) >= cond[1]


def overlap(reader):
    """How many packages are acceptable in a question whose head was read: plain enumeration."""
    count = 0
    for package in itertools.product(*(range(len(point.options)) for point in reader.case.points)):
        inside = all(reader.root[point] >> option & 1 for point, option in enumerate(package))
        count += (
            inside
            and all(conditions_hold(asked, package) for _, asked, _ in reader.rules)
            and all(floor_met(party, floor, package) for party, floor in zip(reader.case.parties, reader.floors))
        )
    return count


def floor_met(party, floor, package):
    if floor is None:
        return True
    if party.scores is None:
        return floor <= 0
    score = sum(row[option] for row, option in zip(party.scores, package))
    for when, bonus in party.bonuses:
        if all(options >> package[point] & 1 for point, options in when):
            score += bonus
    return score >= floor


def edited(chance, text):
    words = re.split(r"(?<=[ \n.:wb])", text)
    one, two = chance.randrange(len(words)), chance.randrange(len(words))
    form = chance.randrange(4)
    if form == 0:
        words[one], words[two] = words[two], words[one]
    elif form == 1:
        words[one] = chance.choice(["0", "1 ", "w0 ", ". ", "b1 ", "none\n", "end\n", words[two]])
    elif form == 2:
        words.insert(one, chance.choice(["0", "1", "w0 ", "w1\n", ". ", ".\n", "b0 "]))
    else:
        del words[one]
    return "".join(words)


class Reading(unittest.TestCase):
    def setUp(self):
        self.case = verify.Case(verify.load_json(text_of(CASE)))

    def test_numbers_points_and_scores_are_exact(self):
        ada = self.case.parties[0]
        self.assertEqual(self.case.points[1].options, ["0", "0.5", "1"])
        self.assertEqual((ada.scale, ada.scores), (6, [[0, 3], [0, 3, 6]]))
        self.assertEqual(ada.bonuses, [([(0, 2), (1, 4)], -12)])
        words = [verify.in_words(Fraction(n, d)) for n, d in [(-5, 4), (1, 3), (590, 1), (-1, 8)]]
        self.assertEqual(words, ["-1.25", "1/3", "590", "-0.125"])

    def test_bounds_of_a_no_deal_value_are_on_the_scale(self):
        text = text_of(CASE)
        stated = '{"score": "2/3", "trend_per_month": -1}'
        for entry, scale in [('{"low": "1/5", "high": 1}', 10), ('{"score": 1, "low": 0, "high": "4/7"}', 14)]:
            self.assertIn(stated, text)
            case = verify.Case(verify.load_json(text.replace(stated, entry)))
            self.assertEqual(case.parties[0].scale, scale)

    def test_the_order_of_keys_means_nothing(self):
        entries = '{"price": [1], "any": [{"price": 1}, {"where": "a"}], "where": "a"}'
        backwards = '{"where": "a", "any": [{"price": 1}, {"where": "a"}], "price": [1]}'
        one, other = (self.case.condition(verify.load_json(t)) for t in (entries, backwards))
        self.assertEqual(one, other)
        self.assertEqual([member[0] for _, member in one[2]], ["in", "in", "any"])

    def test_canonical_json_keeps_digits_and_sorts_keys(self):
        value = verify.load_json('{"b": 1.50, "a": ["\\u0001\\n\\"\\\\é\U0001d11e", null, true]}')
        expected = '{"a":["\\u0001\\u000a\\"\\\\é\U0001d11e",null,true],"b":1.50}'
        self.assertEqual(verify.canonical(value), expected)

    def test_piecewise_scores(self):
        knots = [[0, 0], ["1/2", 4], [1, 5]]
        point = self.case.points[1]
        entry = verify.load_json(json.dumps({"weight": 2, "piecewise": knots}))
        self.assertEqual(verify.option_scores(point, entry), [0, 8, 10])

    def test_what_is_no_case_is_unreadable(self):
        good = text_of(CASE)
        for bad in [
            "", "[]", good[:-1], good.replace("winset-case/1", "winset-case/2"),
            good.replace('"from": 0, "to": 1, "step"', '"from": 0, "to": 1.1, "step"'),
            good.replace('"require"', '"requires"'), good.replace('"where": ["a"]', '"where": []'),
            good.replace('"where": ["a"]', '"when": ["a"]'), good.replace('"id": "X"', '"id": "K"'),
            good.replace('"2/3"', '"2/0"'), good.replace('"2/3"', "NaN"),
            good.replace('"id": "X"', '"id": "X", "id": "X"'),
        ]:  # fmt: skip
            with self.subTest(bad), self.assertRaises(verify.Unreadable):
                verify.verify(bad, b"")


class Phrases(unittest.TestCase):
    """Phrases read as the mappings that docs/formats/case.md gives for them."""

    def test_links_and_conditions(self):
        for phrase, expected in [
            ("if A = x or y and B = z then C = q", {"if": {"A": ["x", "y"], "B": ["z"]}, "then": {"C": ["q"]}}),
            ("require not A = x", {"require": {"not": {"A": ["x"]}}}),
            ("require at least 2 of (A = x; B is y, C = z)",
             {"require": {"at_least": "2", "of": [{"A": ["x"]}, {"B": ["y"]}, {"C": ["z"]}]}}),
            ("Never both A = x and (B = y and C = z)", {"exclude": [{"A": ["x"]}, {"B": ["y"], "C": ["z"]}]}),
            ("exclude (A = x; B = y; C = z)", {"exclude": [{"A": ["x"]}, {"B": ["y"]}, {"C": ["z"]}]}),
            ("if fee from 2 to 5; then fee up to 1/3 or fee from 4",
             {"if": {"fee": {"from": "2", "to": "5"}}, "then": {"any": [{"fee": {"to": "1/3"}}, {"fee": {"from": "4"}}]}}),
            ("require A = x or B = y and A = y and B = z", {"require": {"any": [{"A": ["x"]}, {"all": [
                {"B": ["y"]}, {"A": ["y"]}, {"B": ["z"]}]}]}}),
            ('require "or" = "not" or "of"', {"require": {"or": ["not", "of"]}}),
        ]:  # fmt: skip
            with self.subTest(phrase):
                self.assertEqual(verify.Phrase(phrase).whole(verify.Phrase.link), expected)

    def test_what_is_no_phrase(self):
        for phrase in [
            "", "if A = x", "require A", "require A = ", "A = x", "exclude (A = x)", "never both A = x",
            'require "A = x', "require (A = x", "require A = x B = y", "require at least x of (A = x)",
        ]:  # fmt: skip
            with self.subTest(phrase), self.assertRaises(verify.Unreadable):
                verify.Phrase(phrase).whole(verify.Phrase.link)

    def test_a_case_in_phrases_is_the_same_case(self):
        said = json.loads(text_of(CASE))
        said["links"][0] = {"id": "K", "owner": "bo", "relax_cost": 1, "require": "where = a"}
        rule = "exclude (where = a; price = 0.5; price = 1)"
        said["links"][1] = {"id": "X", "owner": "bo", "relax_cost": 2, "rule": rule}
        one, other = (verify.Case(verify.load_json(text_of(case))) for case in (CASE, said))
        self.assertEqual(one.rules, other.rules)


class Assumptions(unittest.TestCase):
    """What is supposed of a party counts as though it had been typed in as its own."""

    def read(self, **changed):
        return verify.Case(verify.load_json(text_of({**CASE, **changed})))

    def test_they_fill_in_what_is_not_stated(self):
        scores = {"where": {"scores": [2, 1]}, "bonuses": [{"when": {"where": "a"}, "score": "1/2"}]}
        line = {"id": "M", "point": "where", "ladder": [{"accept": "a", "cost": 0}]}
        further = {"id": "L", "point": "price", "ladder": [
            {"accept": "1", "cost": 0}, {"accept": [0.5, 1], "cost": 2}]}  # fmt: skip
        one_step = [{**CASE["lines"][0], "ladder": CASE["lines"][0]["ladder"][:1]}]
        supposed = self.read(lines=one_step, assumptions=[
            {"id": "A1", "by": "ada", "about": "bo", "scores": scores, "no_deal": 1},
            {"id": "A2", "by": "ada", "about": "bo", "lines": [line]},
            {"id": "A3", "by": "bo", "about": "ada", "lines": [further]},
            {"id": "A4", "by": "bo", "about": "ada", "no_deal": 3},
            {"id": "A5", "by": "ada", "about": "bo", "scores": {"where": {"scores": [7, 7]}}},
        ])  # fmt: skip
        parties = [CASE["parties"][0], {**CASE["parties"][1], "no_deal": 1}]
        sheets = {**CASE["preferences"], "bo": scores}
        typed = self.read(
            parties=parties, preferences=sheets, lines=CASE["lines"] + [{**line, "owner": "bo"}]
        )
        self.assertEqual(supposed.assumed, ["A1", "A2", "A3"])
        self.assertEqual(supposed.rules, typed.rules)
        for one, other in zip(supposed.parties, typed.parties):
            self.assertEqual(vars(one), vars(other))

    def test_what_is_stated_counts(self):
        line = {"id": "N", "point": "price", "ladder": [{"accept": 0, "cost": 0}]}
        supposed = self.read(assumptions=[
            {"id": "A1", "by": "bo", "about": "ada", "scores": {}, "no_deal": 9, "lines": [line]},
            {"id": "A2", "by": "ada", "about": "bo", "no_deal": 9},
        ])  # fmt: skip
        self.assertEqual(supposed.assumed, [])
        self.assertEqual(supposed.rules, self.read().rules)


class Rows(unittest.TestCase):
    """The worked examples, on three points of two options."""

    POINTS = [verify.Point({"id": i, "options": [{"id": "o"}, {"id": "u"}]}) for i in "abc"]

    def rows(self, cond, sign=True):
        return verify.rows_of(cond, sign, self.POINTS)

    def test_forms(self):
        a, b, c = (("in", point, 1) for point in range(3))
        two = verify.least(2, [a, b, c])
        ones = {(0, 0): 1, (1, 0): 1, (2, 0): 1}
        self.assertEqual(self.rows(two), [(ones, 2)])
        self.assertEqual(self.rows(("not", two)), [({(0, 1): 1, (1, 1): 1, (2, 1): 1}, 2)])
        either = verify.joined("any", [two, ("not", b)])
        self.assertEqual(self.rows(either), [({**ones, (1, 1): 2}, 2)])
        self.assertEqual(self.rows(verify.joined("any", [])), [({}, 1)])
        for empty in [verify.joined("all", []), verify.least(0, [a]), verify.least(1, [two, a])]:
            self.assertEqual(self.rows(empty), [])
        if_then = verify.joined("any", [("not", a), verify.joined("all", [b, c])])
        self.assertEqual(
            self.rows(if_then), [({(0, 1): 1, (1, 0): 1}, 1), ({(0, 1): 1, (2, 0): 1}, 1)]
        )

    def test_an_or_that_grows_too_large_says_nothing(self):
        both = verify.joined("all", [("in", 0, 1)] * 8)
        nine = verify.joined("all", [("in", 0, 1)] * 9)
        self.assertEqual(len(self.rows(verify.joined("any", [both, both]))), 64)
        self.assertEqual(self.rows(verify.joined("any", [both, nine])), [])
        halves = [verify.least(4, [("in", p, 1) for p in range(3)])] * 11
        self.assertEqual(self.rows(verify.joined("any", halves[:9]))[0][1], 4**9)
        self.assertEqual(self.rows(verify.joined("any", halves)), [])


class Certificates(unittest.TestCase):
    """On the step 1 of L, K leaves option a; then price 0.5 or 1, and X forbids both."""

    def setUp(self):
        self.text = text_of(CASE)
        self.honest = head(self.text) + BODY + ".\nend\n"

    def test_rules_alone_close_the_root(self):
        self.assertIsNone(reason(self.text, self.honest))

    def test_without_the_link_weights_are_needed(self):
        loose = self.honest.replace("floor ada", "drop X\nfloor ada").replace("w 1 0 2.0:1\n", "")
        self.assertIn("not closed", reason(self.text, loose))
        tight = loose.replace("floor ada 2/3", "floor ada 7/6")
        self.assertIn("not closed", reason(self.text, tight))
        self.assertIsNone(reason(self.text, tight.replace("tree\n", "tree\nw0 ")))

    def test_another_form_is_refused_where_it_stands(self):
        for old, new, line in [
            ("certificate/1", "certificate/2", 1), ("case ", "case 0", 2), ("case ", "case", 2),
            ("step L 1", "step L 2", 3), ("step L 1", "step L 0", 3), ("step L 1", "step K 1", 3),
            ("step L 1", "step L 01", 3), ("step L 1\n", "step L 1\nstep L 1\n", 4),
            ("floor ada", "drop X\nfloor ada", 0), ("floor ada", "drop Y\nfloor ada", 4),
            ("ada 2/3", "ada 4/6", 4), ("ada 2/3", "ada 1/4", 4), ("ada 2/3", "ada", 4),
            ("floor bo none", "floor ada none", 5), ("floor bo none\n", "", 5),
            ("floor bo none", "floor bo none\nonly where a,b", 6), ("w 1 0 1", "only where c\nw 1 0 1", 6),
            ("w 1 0 1", "only price 1,0\nw 1 0 1", 6), ("w 1 0 1", "only price 1\nonly where a\nw 1 0 1", 7),
            ("w 1 0 1", "w 1 1 1", 6), ("w 1 0 1", "w -1 0 1", 6), ("w 1 0 1", "w 9223372036854775808 0 1", 6),
            ("1.0:3", "0.0:3", 6), ("1.0:3", "1.1:3", 6), ("1.0:3", "1.0:0", 6), ("1.0:3", "1.0:3 1.0:3", 6),
            ("2.0:1", "2.0:1 1.0:1", 7), ("tree", "trees", 8), ("\n.\n", "\n.  \n", 9), ("\n.\n", "\n\n.\n", 9),
            ("\n.\n", "\n. .\n", 9), ("\n.\n", "\nw0 .\n", 9), ("\n.\n", "\nb0 . .\n", 9),
            ("\n.\n", "\n" + "w0 " * 2000 + ".\n", 9), ("\nend", "\n.\nend", 10), ("end\n", "end", 10),
            ("end\n", "end\n\n", 11), ("end\n", "end\nx", 11), ("end\n", "", 10), ("\nend", "\r\nend", 9),
        ]:  # fmt: skip
            with self.subTest(new=new):
                self.assertIn(old, self.honest)
                found = reason(self.text, self.honest.replace(old, new, 1))
                if line == 0:
                    continue
                self.assertRegex(found or "accepted", rf"^line {line} of")

    def test_a_law_cannot_be_dropped(self):
        dropped = self.honest.replace("floor ada", "drop X\nfloor ada").replace("w 1 0 2.0:1\n", "")
        self.assertIn("not closed", reason(self.text, dropped))
        case = json.loads(self.text)
        case["links"][1]["kind"] = "law"
        text = text_of(case)
        dropped = head(text) + dropped.split("\n", 2)[2]
        self.assertIn("no law", reason(text, dropped))

    def test_every_cut_is_refused(self):
        for length in range(len(self.honest)):
            self.assertIsNotNone(reason(self.text, self.honest[:length]))

    def test_another_case_is_refused(self):
        other = text_of({**CASE, "title": "Other"})
        self.assertIn("another case", reason(other, self.honest))

    def test_the_command_and_its_exit_codes(self):
        with tempfile.TemporaryDirectory() as folder:
            case, good, bad = (os.path.join(folder, n) for n in ("case.json", "good", "bad"))
            Path(case).write_text(self.text, encoding="utf-8")
            Path(good).write_text(self.honest, encoding="utf-8")
            Path(bad).write_text(self.honest + "x", encoding="utf-8")
            # The honest one is about other positions than the declared ones.
            another = "accepted for another question"
            calls = [
                ([case, good], 1, another), (["--any-question", case, good], 0, another),
                ([case, bad], 1, "refused: "), ([case], 2, ""), ([good, good], 2, ""),
                ([case, folder + "/none"], 2, ""),
            ]  # fmt: skip
            for arguments, code, word in calls:
                out, err = io.StringIO(), io.StringIO()
                with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
                    self.assertEqual(verify.main(arguments), code, arguments)
                self.assertTrue(out.getvalue().startswith(word), out.getvalue())

    def test_what_differs_from_the_declared_positions_is_told(self):
        _, differs = verify.verify(self.text, self.honest.encode())
        self.assertTrue(differs)
        for difference in differs:
            self.assertRegex(difference, "stands on step|is dropped|the floor of|may only be")

    def test_numbers_in_every_writing(self):
        for text, value in [
            ("+1", 1), (".5", Fraction(1, 2)), ("-.5", Fraction(-1, 2)), ("2.", 2), ("1e+03", 1000),
            ("+.5 / 2.", Fraction(1, 4)), ("1/ 3", Fraction(1, 3)), ("007", 7),
        ]:  # fmt: skip
            self.assertEqual(verify.exact(text), value, text)
        for text in ["", "+", ".", "1.2.3", "1e", "1/0", "+-1", "1//2", "x"]:
            with self.subTest(text), self.assertRaises(verify.Unreadable):
                verify.exact(text)
        price = verify.Case(verify.load_json(self.text)).points[1]
        for writing in ["0.5", ".5", "0.50", "1/2", "5e-1"]:
            self.assertEqual(price.picks(writing), price.picks("0.5"))


class Shared(unittest.TestCase):
    """The certificates that the checker in Rust is held to as well."""

    def setUp(self):
        self.cases = sorted(SHARED.glob("*.json"))
        self.assertGreaterEqual(len(self.cases), 12)

    def test_both_verdicts(self):
        for path in self.cases:
            with self.subTest(path.name):
                text = path.read_text(encoding="utf-8")
                self.assertIsNone(reason(text, path.with_suffix(".accepted").read_text()))
                refused = path.with_suffix(".refused").read_text()
                self.assertIn("not closed", reason(text, refused) or "accepted")

    def test_no_forgery_is_accepted_where_there_is_an_overlap(self):
        chance, accepted, forged = random.Random(1), 0, 0
        for path in self.cases:
            text = path.read_text(encoding="utf-8")
            case = verify.Case(verify.load_json(text))
            for kind in (".accepted", ".refused"):
                original = path.with_suffix(kind).read_text()
                for _ in range(150):
                    forgery = original
                    for _ in range(chance.randrange(1, 4)):
                        forgery = edited(chance, forgery)
                    forged += 1
                    try:
                        reader = verify.Certificate(case, forgery.encode())
                        reader.walk()
                    except verify.Refused:
                        continue
                    accepted += 1
                    self.assertEqual(overlap(reader), 0, f"{path.name}\n{forgery}")
        self.assertGreater(forged, 3000)
        self.assertGreater(accepted, 20)


if __name__ == "__main__":
    unittest.main()
