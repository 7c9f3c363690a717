"""Ctrl-C where a shell has turned it off, as it does for what it starts in the background."""

from __future__ import annotations

import signal


def heard() -> None:
    """Have this process, and those that it starts, hear Ctrl-C: else a stopped load would go on to its end."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
