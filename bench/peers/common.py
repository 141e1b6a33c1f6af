"""What all comparisons share: the programs, their limits, tables."""

import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import ortools  # noqa: E402
from ortools.sat.python import cp_model  # noqa: E402

import verify  # noqa: E402

WORKERS = 1
CASE = ROOT / "target" / "peers" / "case.json"


class Disagreement(Exception):
    """The two programs answer a question differently."""


class Failed(Exception):
    """A program of this repository ended with an error."""


def run(name, *arguments):
    """Runs a program of this repository."""
    command = [ROOT / "target" / "release" / name, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def output(name, *arguments):
    """What a program of this repository prints."""
    done = run(name, *arguments)
    if done.returncode != 0:
        raise Failed(f"{name} {arguments[0]}: {done.stderr.strip()}")
    return done.stdout


def read(text):
    value = verify.load_json(text)
    return value, verify.Case(value)


def solver(limit_s):
    result = cp_model.CpSolver()
    result.parameters.num_workers = WORKERS
    result.parameters.max_time_in_seconds = limit_s
    return result


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


def print_versions():
    version = output("winset", "--version").strip()
    print(f"Versions: {version}; OR-Tools {ortools.__version__}, CP-SAT with {WORKERS} worker;")
    print(f"Python {platform.python_version()}. winset: one thread.")
    print(f"Machine: {machine()}.")


def ended(comparison):
    """The exit code of a comparison: 1 when the programs disagree, 2 when winset fails."""
    try:
        comparison()
    except Disagreement as what:
        print(f"disagreement: {what}", file=sys.stderr)
        return 1
    except Failed as what:
        print(f"failed: {what}", file=sys.stderr)
        return 2
    return 0
