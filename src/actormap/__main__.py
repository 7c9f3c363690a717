"""The command line, as `actormap` and as `python -m actormap`, where scripts may not be run by name.

Ctrl-C is answered from here on, while the first modules are still being read.
"""

from __future__ import annotations

import gc
import os
import signal
import sys

STOPPED = 130


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Modules and tables make hardly any cycles; looking for them after every 700 objects takes a tenth of a short answer.
    gc.set_threshold(50_000)
    try:
        from actormap.cli.main import run

        code = run()
    except KeyboardInterrupt:
        sys.stderr.write("Stopped; nothing has been changed.\n")
        code = STOPPED
    # What is told is told: a Ctrl-C that comes only now would end in a traceback.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if code == STOPPED:
        leave(code)
    sys.exit(code)


def leave(code: int) -> None:
    """End the process now: without waiting for a thread that still listens to a server, or giving back a large graph piece by piece."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
