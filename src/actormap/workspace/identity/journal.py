"""What has been judged on a walk that is not over, kept beside the workspace, so that a power cut or a killed program loses none of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from actormap import files
from actormap.errors import InputError
from actormap.workspace.identity.judgements import VERDICTS, Judgement

_FOLDER = Path(".actormap")


@dataclass(frozen=True, slots=True)
class WalkJournal:
    """The file in which a walk is kept until its judgements stand in the workspace's own tables."""

    file: Path

    @classmethod
    def of(cls, base: Path, workbook: str | None = None) -> WalkJournal:
        """Return the journal of a workspace: its folder, and the workbook in it if it is one."""
        return cls(base / _FOLDER / (f"walk-{workbook}.json" if workbook else "walk.json"))

    def keep(self, judged: Sequence[Judgement]) -> None:
        """Keep what has been judged so far; a walk is not stopped where nothing can be kept."""
        lines = [{name: value for name, value in asdict(each).items() if name != "row"} for each in judged]
        with suppress(InputError, OSError):
            self.file.parent.mkdir(exist_ok=True)
            files.write_text(self.file, json.dumps(lines, ensure_ascii=False, indent=1) + "\n")

    def kept(self) -> list[Judgement]:
        """Return what was judged on a walk that was broken off; nothing if that cannot be read."""
        try:
            judged = [Judgement(**each) for each in json.loads(self.file.read_text(encoding="utf-8"))]
        except (OSError, ValueError, TypeError):
            return []
        return [each for each in judged if each.verdict in VERDICTS and all(isinstance(id_, str) for id_ in (each.a, each.b))]

    def close(self) -> None:
        """Forget the walk: what was judged stands in the tables."""
        with suppress(OSError):
            self.file.unlink()
