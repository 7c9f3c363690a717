"""The command line, as `actormap` and as `python -m actormap`, where scripts may not be run by name.

Ctrl-C is answered from here on, while the first modules are still being read.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

STOPPED = 130
AGAIN_SECONDS = 0.02


def main() -> None:
    """Run the command line and leave with its exit code."""
    # Modules and tables make hardly any cycles; looking for them after every 700 objects takes a tenth of a short answer.
    gc.set_threshold(50_000)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # a shell may have turned it off for what it starts aside
        signal.signal(signal.SIGINT, stop)
        sys.unraisablehook = insist
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


def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    """Answer Ctrl-C: what is left to do is to say so and to go, without a look through all that has been made.

    Whatever still works aside has to hand over at once where it otherwise would keep the interpreter for another five milliseconds,
    each time that a file is opened on the way out.
    """
    gc.set_threshold(0)
    sys.setswitchinterval(1e-5)
    raise KeyboardInterrupt


def insist(lost: UnraisableHookArgs) -> None:
    """Have Ctrl-C pressed again where it was lost: what is raised while Python tidies up, as it does all through an import, is dropped."""
    if lost.exc_type is not KeyboardInterrupt:
        sys.__unraisablehook__(lost)
        return
    import _thread
    from threading import Timer

    Timer(AGAIN_SECONDS, _thread.interrupt_main).start()  # from here it would be lost again


def leave(code: int) -> None:
    """End the process now: without waiting for a thread that still listens to a server, or giving back a large graph piece by piece."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
