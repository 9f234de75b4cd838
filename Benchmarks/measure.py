#!/usr/bin/env python3
"""Runs commands in turn and prints one table row for each.

    measure.py RUNS LABEL COMMAND [LABEL COMMAND]...

A COMMAND is one argument, split like a shell would split it. The commands of one call take turns, so that what the
machine does meanwhile falls on all of them alike. A first round, which also measures memory, is not timed.
"""
import shlex
import statistics
import subprocess
import sys
import tempfile
import time


def run(command, what):
    begin = time.perf_counter()
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    elapsed = (time.perf_counter() - begin) * 1000
    if done.returncode:
        sys.exit(f"error: exit status {done.returncode} from {shlex.join(what)}\n{done.stderr.decode(errors='replace')[-2000:]}")
    return elapsed


def peak_kib(command):
    # A child of this process would start from this process's own peak; `time` is small enough not to matter.
    with tempfile.NamedTemporaryFile("r") as report:
        run(["/usr/bin/time", "-f", "%M", "-o", report.name, *command], command)
        return int(report.read().split()[-1])


runs = int(sys.argv[1])
pairs = [(sys.argv[i], shlex.split(sys.argv[i + 1])) for i in range(2, len(sys.argv), 2)]
memory = [peak_kib(command) for _, command in pairs]
times = [[] for _ in pairs]
for _ in range(runs):
    for (_, command), taken in zip(pairs, times):
        taken.append(run(command, command))
for (label, _), taken, kib in zip(pairs, times, memory):
    print(f"| {label:<52} | {min(taken):8.1f} | {statistics.median(taken):8.1f} | {max(taken):8.1f} | {kib / 1024:8.1f} |", flush=True)
