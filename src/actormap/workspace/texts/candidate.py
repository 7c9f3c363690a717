"""One relationship that running text may show: who, which type, whom, with its cue, its place and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass

from actormap.workspace.texts.gazetteer import KnownName

FORWARDS, BACKWARDS = "forwards", "backwards"


@dataclass(frozen=True, slots=True)
class RelationshipCandidate:
    """What one sentence may say: who, which type, whom; the cue that shows it and whether it reads forwards; where; how sure.

    `line` and `character` are those of the cue; `start` and `end` bound the sentence in the running text.
    """

    source: KnownName
    type: str
    target: KnownName
    cue: str
    direction: str
    score: float
    line: int
    character: int
    start: int = 0
    end: int = 0

    @property
    def key(self) -> tuple[tuple[str, str], str, tuple[str, str]]:
        """Return what makes two candidates one, wherever they stand."""
        return (self.source.key, self.type, self.target.key)
