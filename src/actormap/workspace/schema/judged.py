"""One row of each table of what people have judged and decided."""

from __future__ import annotations

from typing import Annotated

from actormap.workspace.schema.columns import Closed, Id, MaybeDate, MaybeText, Text
from actormap.workspace.schema.row import Row


class IdentityRow(Row):
    """A row of identity: what somebody has judged of two records; without a verdict nobody has yet."""

    a: Id
    b: Id
    verdict: Annotated[str | None, Closed("verdicts")] = None
    by: MaybeText = None
    date: MaybeDate = None
    why: MaybeText = None


class CandidateRow(Row):
    """A row of candidates: what somebody has decided of what a text may say; without a verdict nobody has yet."""

    source: Text
    type: Annotated[str, Closed("types")]
    target: Text
    document: Text
    locator: MaybeText = None
    verdict: Annotated[str | None, Closed("decisions")] = None
    source_as: MaybeText = None
    type_as: Annotated[str | None, Closed("types")] = None
    target_as: MaybeText = None
    source_kind: MaybeText = None
    target_kind: MaybeText = None
    by: MaybeText = None
    date: MaybeDate = None
    why: MaybeText = None
