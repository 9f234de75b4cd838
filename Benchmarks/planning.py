#!/usr/bin/env python3
"""Runs the planning benchmark and prints one table row for each state of the engine, in the columns of measure.py.

    planning.py RUNS PROGRAM SERVICES...

The times are the program's own, of reading the manifest and planning; the peak is that of the whole process, which also
holds the facts that an engine would have told.
"""
import statistics
import subprocess
import sys
import tempfile

runs, program = int(sys.argv[1]), sys.argv[2]


def measure(state, manifest):
    with tempfile.NamedTemporaryFile("r") as report:
        command = ["/usr/bin/time", "-f", "%M", "-o", report.name, program, state, manifest]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"error: exit status {done.returncode} from {program} {state}\n{done.stderr[-2000:]}")
        resources, _, _, _, total = done.stdout.split()
        return int(resources), float(total), int(report.read().split()[-1])


for services in sys.argv[3:]:
    with tempfile.NamedTemporaryFile("w", suffix=".yml") as manifest:
        subprocess.run([sys.executable, "Benchmarks/generate.py", "compile", services], stdout=manifest, check=True)
        for state, words in [("fresh", "all new"), ("settled", "no changes")]:
            measured = [measure(state, manifest.name) for _ in range(runs)]
            times = [time for _, time, _ in measured]
            label = f"compile and plan {measured[0][0]:,} resources, {words}"
            peak = max(kib for _, _, kib in measured) / 1024
            print(f"| {label:<52} | {min(times):8.1f} | {statistics.median(times):8.1f} | {max(times):8.1f} | {peak:8.1f} |", flush=True)
