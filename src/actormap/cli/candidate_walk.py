"""A walk through candidates at the terminal: the sentence from the file, what it may say, and a letter for an answer."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from actormap.cli import complaint, speech
from actormap.errors import ActormapError, UnknownName
from actormap.i18n import LANGUAGES, Texts
from actormap.workspace.decisions import ledger
from actormap.workspace.decisions.decision import Decision
from actormap.workspace.pages import municipalities
from actormap.workspace.pages.known import KnownRecords
from actormap.workspace.reading.fuzzy import closest, squeeze

if TYPE_CHECKING:
    from actormap.output.cells import Writer
    from actormap.workspace.decisions.queue import WaitingCandidate
    from actormap.workspace.decisions.walk import DecisionWalk
    from actormap.workspace.texts.gazetteer import KnownName
    from actormap.workspace.workspace import Workspace

YES, NO, NEAR, CHANGE, LATER, UNDO, QUIT = "yes", "no", "near", "change", "later", "undo", "quit"
_STOPPED = "stopped"
_ENDS = ("actor", "network", "project", "municipality")  # tables of what a relationship of running text stands between
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
            decided = self._decided(one)
            if decided == QUIT:
                return
            if decided == UNDO:
                undone = walk.undo()
                self._show(texts("candidates.undone") if undone else texts("candidates.nothing_to_undo"))
            elif isinstance(decided, Decision):
                walk.decide(decided)

    def _decided(self, one: WaitingCandidate) -> Decision | str | None:
        """Return what is decided of a candidate, undo or quit, or None where it is to be asked about again.

        A change is shown before it is kept, and where it would make something new it is asked about: the name may be a slip.
        """
        changed: dict[str, Any] = {}
        while True:
            answer = self._answer(one, near=not changed)
            if answer == QUIT or (answer == UNDO and not changed):
                return answer
            if answer == UNDO:
                return None
            changed = self._put(one, answer, changed)
            if stopped := changed.get(_STOPPED):
                return QUIT if stopped == QUIT else None
            verdict = {NO: "rejected", LATER: "later"}.get(answer, "accepted")
            decision = replace(one.decided(verdict), by=self.by, date=self.date, **changed)
            try:
                ledger.refuse_unfit(decision, self.workspace)
            except ActormapError as error:
                self._show(complaint.sentence(error, speech.here()))
                return None
            if answer != CHANGE:
                return decision
            if changed:
                self._show(self.writer.texts("candidates.becomes", claim=self._becoming(one, decision)), "  ")
            if not self._makes_new(changed):
                return decision

    def _put(self, one: WaitingCandidate, answer: str, before: dict[str, Any]) -> dict[str, Any]:
        """Return what stands in the place of what was found after an answer."""
        if answer == CHANGE:
            return self._changed(one)
        if answer == NEAR:
            near = {"source_as": one.source_near, "target_as": one.target_near}
            return {column: known.id or known.name for column, known in near.items() if known}
        return before

    def _claim(self, one: WaitingCandidate) -> str:
        source, target = self._end(one.one.source, one.source_near), self._end(one.one.target, one.target_near)
        return f"{source} – {self.writer.does(one.one.type)} – {target}"

    def _becoming(self, one: WaitingCandidate, decision: Decision) -> str:
        """Return what a candidate becomes by a change, with what would be new."""
        ends = (
            (decision.source_as, decision.source_kind, self._end(one.one.source, one.source_near)),
            (decision.target_as, decision.target_kind, self._end(one.one.target, one.target_near)),
        )
        source, target = (self._named(said, kind) if said else was for said, kind, was in ends)
        return f"{source} – {self.writer.does(decision.type_as or decision.type)} – {target}"

    def _named(self, said: str, kind: str | None) -> str:
        known = self.workspace.snapshot.by_id
        if said in known:
            return known[said].name
        made = kind or "municipality"
        ends = [node for node in known.values() if node.node in _ENDS]
        near = closest(said, {squeeze(name): node.name for node in ends for name in (node.name, *getattr(node, "aliases", ()))})
        key = "candidates.new_near" if near else "candidates.new"
        return self.writer.texts(key, name=said, kind=self.writer.kind(made), near=near[0] if near else "")

    def _kind(self, said: str, was: KnownName) -> str | None:
        """Return what kind a name becomes that stands in the place of another, None where that is known or follows from the name."""
        known = self.workspace.snapshot.by_id
        if said in known or municipalities.named(said):
            return None
        node, kind = (known[was.id].node, known[was.id].kind) if was.id else (was.node, was.kind)
        guess = KnownRecords.of(self.workspace.snapshot).kind_of(said)
        return kind if node in ("project", "network") or (node == "actor" and guess == "other" and not was.id) else guess

    def _makes_new(self, changed: Mapping[str, Any]) -> bool:
        return any(changed.get(column, "") not in {"", *self.workspace.snapshot.by_id} for column in ("source_as", "target_as"))

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

    def _answer(self, one: WaitingCandidate, *, near: bool) -> str:
        texts = self.writer.texts
        form = "near" if near and (one.source_near or one.target_near) else "plain"
        choices = texts(f"candidates.choices.{form}", **texts.under("candidates.key"))
        while (answer := self.read(self._wrapped(choices) + ": ")) is not None:
            meant = self._keys.get(answer.strip().casefold())
            if meant and (meant != NEAR or form == "near"):
                return meant
            self._show(texts("candidates.again"))
        return QUIT

    def _changed(self, one: WaitingCandidate) -> dict[str, Any]:
        """Return what is put in the place of what was found; under `_STOPPED` undo or quit, if somebody does not go through with it."""
        changed: dict[str, Any] = {}
        for column in ("source", "type", "target"):
            said = self._replaced(column)
            if said in (UNDO, QUIT):
                return {_STOPPED: said}
            if said:
                changed[f"{column}_as"] = said
        for column, was in (("source", one.one.source), ("target", one.one.target)):
            if name := changed.get(f"{column}_as"):
                changed[f"{column}_kind"] = self._kind(name, was)
        return changed

    def _replaced(self, column: str) -> str:
        """Return what somebody puts in the place of one part, empty if it stays; undo or quit if that is the answer, or there is none."""
        texts = self.writer.texts
        prompt = texts(f"candidates.ask.{column}", **texts.under("candidates.key"))
        while (said := self.read(self._wrapped(prompt) + ": ")) is not None:
            said = said.strip()
            if (meant := self._keys.get(said.casefold())) in (UNDO, QUIT):
                return meant
            if not said or column != "type":
                return self._known(said) if said else ""
            try:
                return ledger.type_of(said, self.writer.vocabulary)
            except UnknownName:
                self._show(texts("candidates.no_type", types=", ".join(map(self.writer.does, self.writer.vocabulary.types))))
        return QUIT

    def _known(self, said: str) -> str:
        """Return the id of the record that is meant, or what was said if there is none of that name."""
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
