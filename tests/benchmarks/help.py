"""How long ``factcheck --help`` takes, as a whole process.

    python tests/benchmarks/help.py

Prints the median of several runs in milliseconds, and its ratio to ``python -c pass``.
"""

import statistics
import subprocess
import sys
import time

RUNS = 15


def median_ms(command):
    took = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


def main():
    median_ms([sys.executable, "-m", "factcheck", "--help"])
    bare = median_ms([sys.executable, "-c", "pass"])
    for words in (["--help"], ["mark", "--help"]):
        took = median_ms([sys.executable, "-m", "factcheck", *words])
        name = " ".join(["factcheck", *words])
        print(f"{name}: {took:.0f} ms, {took / bare:.1f} times python -c pass ({bare:.0f} ms)")


if __name__ == "__main__":
    main()
