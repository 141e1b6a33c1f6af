"""What all comparisons share: the programs, their limits, tables."""

import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import verify  # noqa: E402

CASE = ROOT / "target" / "peers" / "case.json"


class Disagreement(Exception):
    """The two programs answer a question differently."""


class Failed(Exception):
    """A program ended with an error."""


def program(name):
    return ROOT / "target" / "release" / name


def run(name, *arguments):
    """Runs a program of this repository."""
    command = [program(name), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def output(name, *arguments):
    """What a program of this repository prints."""
    done = run(name, *arguments)
    if done.returncode != 0:
        raise Failed(f"{name} {arguments[0]}: {done.stderr.strip()}")
    return done.stdout


def measured(command):
    """What a program prints, and the milliseconds of processor time that it took."""
    with (CASE.parent / "said.json").open("w+") as said:
        child = subprocess.Popen(list(map(str, command)), stdout=said)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise Failed(f"{command[0]}: exit code {child.returncode}")
        said.seek(0)
        return said.read(), (used.ru_utime + used.ru_stime) * 1e3


def read(text):
    value = verify.load_json(text)
    return value, verify.Case(value)


def print_table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(map(str, row)) + " |")
    print()


def machine():
    """Processor, number of cores, and how busy the machine was."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    load = ", ".join(f"{load:.2f}" for load in os.getloadavg())
    return f"{models[0] if models else model}, {os.cpu_count()} cores; load at the end {load}"


def print_versions(peer):
    version = output("winset", "--version").strip()
    print(f"Versions: {version}; {peer};")
    print(f"Python {platform.python_version()}. winset: one thread.")
    print(f"Machine: {machine()}.")


def ended(comparison):
    """The exit code of a comparison: 1 when the programs disagree, 2 when one fails."""
    try:
        comparison()
    except Disagreement as what:
        print(f"disagreement: {what}", file=sys.stderr)
        return 1
    except Failed as what:
        print(f"failed: {what}", file=sys.stderr)
        return 2
    return 0
