#!/usr/bin/env python3
"""Runs verify.py on many certificates: one JSON object per line of the input, one word per line out.

An input line is {"case": TEXT, "certificate": HEXADECIMAL}. The word is "accepted", "refused" or
"unreadable"; the latter means that the case is not one.

With --compare the lines also hold the word of another reader under "word"; only a summary and the
lines on which the readers differ are printed, and the exit code is 1 if there are any.
"""

import collections
import json
import sys

import verify


def word_for(task):
    try:
        verify.verify(task["case"], bytes.fromhex(task["certificate"]))
    except verify.Refused:
        return "refused"
    except verify.Unreadable:
        return "unreadable"
    return "accepted"


def compare(lines):
    """Prints how often each pair of words came up; True if the readers always agree."""
    pairs = collections.Counter()
    for line in lines:
        task = json.loads(line)
        pair = (task["word"], word_for(task))
        pairs[pair] += 1
        if pair[0] != pair[1]:
            print(line.rstrip())
    for (first, second), count in sorted(pairs.items()):
        print(f"{count} {first} by the first reader, {second} by this one")
    return all(first == second for first, second in pairs)


if __name__ == "__main__":
    if sys.argv[1:] == ["--compare"]:
        sys.exit(0 if compare(sys.stdin) else 1)
    for line in sys.stdin:
        print(word_for(json.loads(line)))
