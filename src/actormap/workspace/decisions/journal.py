"""What has been decided on a walk and is not yet in the tables: a line each, on the disk before the next is asked about.

A walk that ends in whatever way writes the tables once, so that it is taken back as one. A walk that was killed leaves its journal, and
the next command writes what it holds.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from actormap.errors import InputError
from actormap.workspace.decisions import decision
from actormap.workspace.decisions.decision import Decision

FILE = Path(".actormap") / "candidates.jsonl"
_UNDONE = "undone"


class DecisionJournal:
    """The journal of one walk in a workspace's folder."""

    def __init__(self, base: Path) -> None:
        self.path = base / FILE

    def add(self, made: Decision) -> None:
        """Note a decision."""
        self._write(decision.plain(made))

    def undo(self) -> None:
        """Note that the latest decision is taken back."""
        self._write({_UNDONE: True})

    def _write(self, line: dict[str, object]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise InputError(f"{self.path} cannot be written: {error.strerror}.", hint="Make room, then go on.") from error

    def decisions(self) -> Sequence[Decision]:
        """Return what has been decided and not taken back; a last line that was cut off while it was written is passed over."""
        kept: list[Decision] = []
        try:
            lines = self.path.read_text(encoding="utf-8").splitlines()
        except OSError:
            return ()
        for line in lines:
            with suppress(ValueError, TypeError):
                told = json.loads(line)
                if _UNDONE in told:
                    del kept[-1:]
                else:
                    kept.append(Decision(**told))
        return kept

    def end(self) -> None:
        """Forget the walk, since the tables hold it."""
        with suppress(FileNotFoundError):
            self.path.unlink()
