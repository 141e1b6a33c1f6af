#!/usr/bin/env python3
"""Commands that write acts, killed at any moment: nothing said to be written is lost or doubled.

    kills.py BINARY CASE [--kills 2000] [--seed 1]

Works on a copy of CASE. Starts BINARY with an amendment or an offer, kills it (SIGKILL) after a
random time, and asks `journal verify` now and then. Each amendment adds an option with a name of its own: at the end each name whose command
ended by itself with 0 stands once in the case, and none twice. Prints one line of figures; exit
code 1 when something is lost. Standard library only.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time


def quiet(command):
    return subprocess.run(command, capture_output=True, text=True)


def ended(command, seconds):
    """Whether the command ended by itself with 0 before it was killed; None when it was killed."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return None
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: {process.stderr.read().decode()}")
    return True


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("case")
    parser.add_argument("--kills", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    random.seed(asked.seed)
    folder = tempfile.mkdtemp(prefix="winset-kills")
    case = os.path.join(folder, "case.yaml")
    shutil.copy(asked.case, case)
    binary = os.path.abspath(asked.binary)
    shown = json.loads(quiet([binary, "show", case, "--json"]).stdout)
    point = shown["points"][0]["id"]
    party = shown["parties"][0]["id"]
    option = shown["points"][0]["options"][0]["id"]

    # How long one act takes when nobody kills it.
    begun = time.monotonic()
    ended([binary, "offer", "add", case, "--by", party, "--set", f"{point}={option}"], 10)
    whole = time.monotonic() - begun

    kills = acts = 0
    done, tried = [], []
    while kills < asked.kills:
        number = len(tried) + 1
        seconds = random.uniform(0.0005, 1.3 * whole)
        kind = random.random()
        if kind < 0.6:
            name = f"kill-{number}"
            tried.append(name)
            entry = f"{{id: {name}, label: Way {number}}}"
            command = [binary, "amend", case, "--add", f"points.{point}.options={entry}"]
        else:
            command = [binary, "offer", "add", case, "--by", party, "--set", f"{point}={option}"]
            name = None
        begun = time.monotonic()
        if ended(command, seconds):
            acts += 1
            # The journal grows, and with it how long an act takes.
            whole = max(whole, time.monotonic() - begun)
            if name:
                done.append(name)
        else:
            kills += 1
            whole = max(whole, seconds / 1.3)
        if kills % 100 == 0:
            whole *= 1.02
            verified = quiet([binary, "journal", "verify", case])
            if verified.returncode != 0:
                sys.exit(verified.stdout + verified.stderr)
    now = json.loads(quiet([binary, "show", case, "--json"]).stdout)
    names = [option["id"] for option in now["points"][0]["options"]]
    lost = [name for name in done if names.count(name) != 1]
    twice = [name for name in tried if names.count(name) > 1]
    there = sum(1 for name in tried if name in names)
    print(f"{kills} kills, {acts} acts ended, {len(done)} amendments said to be written, "
          f"{there} of {len(tried)} there, {len(lost)} lost, {len(twice)} twice")
    shutil.rmtree(folder)
    sys.exit(1 if lost or twice else 0)


if __name__ == "__main__":
    main()
