#!/usr/bin/env python3
"""Runs verify.py on many certificates: one JSON object per line of the input, one word per line out.

An input line is {"case": TEXT, "certificate": HEXADECIMAL}. The word is "accepted", "refused" or
"unreadable"; the latter means that the case is not one.
"""

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


if __name__ == "__main__":
    for line in sys.stdin:
        print(word_for(json.loads(line)))
