"""Print how long `import actormap` and `actormap --help` take: best and median of ten, in fresh processes."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

RUNS = 10
CASES = {
    "python -c pass": ["-c", "pass"],
    "import actormap": ["-c", "import actormap"],
    "actormap --help": ["-c", "from actormap.cli.main import main; main(['--help'])"],
}


def seconds(arguments):
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main():
    for name, arguments in CASES.items():
        taken = sorted(seconds(arguments) for _ in range(RUNS))
        print(f"{name:18} best {taken[0] * 1000:5.0f} ms   median {statistics.median(taken) * 1000:5.0f} ms")


if __name__ == "__main__":
    main()
