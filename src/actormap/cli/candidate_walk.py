"""A walk through candidates at the terminal: the sentence from the file, what it may say, and a letter for an answer."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from actormap.errors import ActormapError, UnknownName
from actormap.i18n import LANGUAGES, Texts

if TYPE_CHECKING:
    from actormap.output.cells import Writer
    from actormap.workspace.decisions.queue import WaitingCandidate
    from actormap.workspace.decisions.walk import DecisionWalk
    from actormap.workspace.texts.gazetteer import KnownName
    from actormap.workspace.workspace import Workspace

YES, NO, NEAR, CHANGE, LATER, UNDO, QUIT = "yes", "no", "near", "change", "later", "undo", "quit"
_LONGEST = 600  # characters of a sentence that are shown


def _keys() -> Mapping[str, str]:
    """Return what answers mean: the letters and words of every language."""
    found: dict[str, str] = {}
    for texts in map(Texts.load, LANGUAGES):
        found |= {letter: name for name, letter in texts.under("candidates.key").items() if letter not in found}
        found |= {texts(f"words.{name}").casefold(): name for name in (YES, NO)}
    return found


@dataclass(frozen=True, slots=True)
class DecisionAsker:
    """Asks about candidates. `read` answers a prompt, None when there is no more; `say` shows a text, `width` characters a line."""

    read: Callable[[str], str | None]
    say: Callable[[str], None]
    width: int
    writer: Writer
    workspace: Workspace
    by: str | None
    date: str
    _keys: Mapping[str, str] = field(default_factory=_keys)

    def go(self, walk: DecisionWalk) -> None:
        """Ask until there is no candidate left or no answer; what is decided stands in the walk and in its journal."""
        from actormap.workspace.decisions import ledger

        texts = self.writer.texts
        while (one := walk.next()) is not None:
            self.say("")
            score = texts.number(one.one.score)
            title = texts(
                "candidates.title", number=len(walk.new) + 1, total=len(walk.waiting), file=one.file, line=one.locator, score=score
            )
            self._show(title)
            self._show(_shortened(one.sentence, one.one.cue), "  ")
            self._show(self._claim(one), "  ")
            if one.stated:
                self._show(texts("candidates.stated", documents=", ".join(one.stated)), "  ")
            answer = self._answer(one)
            if answer == QUIT:
                return
            if answer == UNDO:
                undone = walk.undo()
                self._show(texts("candidates.undone") if undone else texts("candidates.nothing_to_undo"))
                continue
            changed = self._changed(one, answer)
            if changed is None:
                return
            verdict = {NO: "rejected", LATER: "later"}.get(answer, "accepted")
            decision = replace(one.decided(verdict), by=self.by, date=self.date, **changed)
            try:
                ledger.refuse_unfit(decision, self.workspace)
            except ActormapError as error:
                self._show(str(error))
                continue
            walk.decide(decision)

    def _claim(self, one: WaitingCandidate) -> str:
        words = self.writer.vocabulary.types[one.one.type].words[self.writer.texts.lang][0]
        source, target = self._end(one.one.source, one.source_near), self._end(one.one.target, one.target_near)
        return f"{source} – {words} – {target}"

    def _end(self, known: KnownName, near: KnownName | None) -> str:
        texts = self.writer.texts
        if known.id:
            return known.name
        kind = self.writer.kind(known.kind)
        return (
            texts("candidates.new_near", name=known.name, kind=kind, near=near.name)
            if near
            else texts("candidates.new", name=known.name, kind=kind)
        )

    def _answer(self, one: WaitingCandidate) -> str:
        texts = self.writer.texts
        form = "near" if one.source_near or one.target_near else "plain"
        choices = texts(f"candidates.choices.{form}", **texts.under("candidates.key"))
        while (answer := self.read(self._wrapped(choices) + ": ")) is not None:
            meant = self._keys.get(answer.strip().casefold())
            if meant and (meant != NEAR or form == "near"):
                return meant
            self._show(texts("candidates.again"))
        return QUIT

    def _changed(self, one: WaitingCandidate, answer: str) -> dict[str, Any] | None:
        """Return what is put in the place of what was found, None if there is no more to read."""
        if answer == NEAR:
            near = {"source_as": one.source_near, "target_as": one.target_near}
            return {column: known.id or known.name for column, known in near.items() if known}
        if answer != CHANGE:
            return {}
        changed: dict[str, Any] = {}
        for column in ("source", "type", "target"):
            said = self._replaced(column)
            if said is None:
                return None
            if said:
                changed[f"{column}_as"] = said
        return changed

    def _replaced(self, column: str) -> str | None:
        """Return what somebody puts in the place of one part, empty if it stays."""
        from actormap.workspace.decisions.ledger import type_of

        texts = self.writer.texts
        while (said := self.read(texts(f"candidates.ask.{column}") + ": ")) is not None:
            said = said.strip()
            if not said or column != "type":
                return self._known(said)
            try:
                return type_of(said, self.writer.vocabulary)
            except UnknownName as error:
                self._show(str(error))
        return None

    def _known(self, said: str) -> str:
        """Return the id of the record that is meant, or what was said if there is none of that name."""
        from actormap.workspace.reading.fuzzy import squeeze

        for node in self.workspace.snapshot.by_id.values():
            if said == node.id or squeeze(said) in map(squeeze, (node.name, *getattr(node, "aliases", ()))):
                return node.id
        return said

    def _show(self, text: str, indent: str = "") -> None:
        self.say(self._wrapped(text, indent))

    def _wrapped(self, text: str, indent: str = "") -> str:
        return textwrap.fill(text, self.width, initial_indent=indent, subsequent_indent=indent or "   ")


def _shortened(sentence: str, cue: str) -> str:
    """Return a sentence with its cue between marks, and of a very long one what stands around the cue."""
    at = sentence.casefold().find(cue.casefold())
    if at < 0:
        return textwrap.shorten(sentence, _LONGEST, placeholder=" …")
    start, end = max(0, at - _LONGEST // 2), at + len(cue) + _LONGEST // 2
    before, after = sentence[start:at], sentence[at + len(cue) : end]
    return f"{'…' if start else ''}{before}»{sentence[at : at + len(cue)]}«{after}{'…' if end < len(sentence) else ''}"
