"""The beginning of a list, and how many more there are: what a reader is shown of lines under one another, and of names in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from actormap.i18n import Texts
from actormap.output.terminal import Terminal


def lines(every: Sequence[str], terminal: Terminal, texts: Texts) -> list[str]:
    """Return the lines that are shown, and below them how many more there are and how to see them."""
    told = more(len(every), terminal, texts)
    return [*every[: terminal.most], *([told] if told else [])]


def names(every: Sequence[str], terminal: Terminal, texts: Texts) -> list[str]:
    """Return the names that are told, the last of them how many more there are; one more name takes no more room than that."""
    rest = len(every) - len(every[: terminal.most])
    return [*every[: terminal.most], texts("screen.names_more", n=rest)] if rest > 1 else list(every)


def more(of: int, terminal: Terminal, texts: Texts) -> str:
    """Return how many of so many are not shown, and how to see them; empty where all are."""
    rest = of - len(range(of)[: terminal.most])
    return texts("screen.more", n=rest, how=terminal.more) if rest else ""
