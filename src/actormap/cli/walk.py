"""A walk through pairs that may be one, at the terminal: a pair, what tells its two apart, and a letter for an answer."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from actormap.i18n import LANGUAGES, Texts

if TYPE_CHECKING:
    from actormap.model.records import Node
    from actormap.output.cells import Writer
    from actormap.workspace import Workspace
    from actormap.workspace.identity.candidates import Candidate
    from actormap.workspace.identity.walk import Walk

UNDO, QUIT = "undo", "quit"
SHOWN = ("kind", "municipality", "region", "code", "county", "population", "note", "document")


def _keys() -> Mapping[str, str]:
    """Return what answers mean: the letters and words of every language."""
    found: dict[str, str] = {}
    for texts in map(Texts.load, LANGUAGES):
        letters = texts.under("duplicates.key")
        found |= {letter: name for name, letter in letters.items() if letter not in found}
        found |= {word.casefold(): name for name, word in texts.under("words.verdict").items()}
        found |= {texts(f"words.{name}").casefold(): name for name in ("yes", "no")}
    return found


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks about pairs. `read` gives an answer to a prompt, None when there is no more; `say` shows a text, `width` characters a line."""

    read: Callable[[str], str | None]
    say: Callable[[str], None]
    width: int
    writer: Writer
    by: str | None
    date: str
    _keys: Mapping[str, str] = field(default_factory=_keys)

    def go(self, walk: Walk, workspace: Workspace) -> None:
        """Ask until there is no pair left or no answer; what is judged stands in the walk."""
        texts = self.writer.texts
        times: Counter[str] = Counter()
        for tie in workspace.snapshot.relationships:
            times.update({tie.source: len(tie.evidence), tie.target: len(tie.evidence)})
        total = len(walk.pairs)
        while left := walk.left():
            pair = left[0]
            reason = texts(f"duplicates.reason.{pair.reason}")
            self.say("")
            self._show(texts("duplicates.title", number=total - len(left) + 1, total=total, reason=reason))
            for line in self._pair(pair, workspace, times):
                self._show(line, "  ")
            verdict = self._answer(pair.asked)
            if verdict == QUIT:
                return
            if verdict == UNDO:
                self._undo(walk, workspace)
            elif not self._judge(walk, pair, verdict, workspace.snapshot.by_id):
                return

    def _judge(self, walk: Walk, pair: Candidate, verdict: str, named: Mapping[str, Node]) -> bool:
        from actormap.workspace.identity.judgements import PART_OF, SAME, Judgement

        a, b = pair.a, pair.b
        texts = self.writer.texts
        if verdict == PART_OF and pair.asked != PART_OF:
            back = {letter: meant for letter, meant in self._keys.items() if meant in (UNDO, QUIT)}
            which = self._ask(texts("duplicates.which", **texts.under("duplicates.key")), {**back, "a": "a", "b": "b"}) or QUIT
            if which in (UNDO, QUIT):
                return which == UNDO
            a, b = (a, b) if which == "a" else (b, a)
        elif verdict == SAME and pair.asked == PART_OF:
            # Of a part and its whole the whole is the better known.
            a, b = b, a
        walk.judge(Judgement(a, b, verdict, self.by, self.date))
        if verdict == SAME:
            self._show(texts("duplicates.stays", kept=named[a].name, gone=named[b].name))
        return True

    def _undo(self, walk: Walk, workspace: Workspace) -> None:
        texts, undone = self.writer.texts, walk.undo()
        if undone is None:
            self._show(texts("duplicates.nothing_to_undo"))
        else:
            named = workspace.snapshot.by_id
            self._show(texts("duplicates.undone", a=named[undone.a].name, b=named[undone.b].name))

    def _pair(self, pair: Candidate, workspace: Workspace, times: Mapping[str, int]) -> Iterator[str]:
        one, other = (workspace.snapshot.by_id[id_] for id_ in (pair.a, pair.b))
        for letter, node, name in (("A", one, pair.a_name), ("B", other, pair.b_name)):
            known = f"{node.name} ({name})" if name != node.name else name
            place = getattr(node, "municipality", None)
            told = [node.id, self.writer.kind(node.kind), *([workspace.snapshot.by_id[place].name] if place else [])]
            yield f"{letter}  {known}"
            yield f"   {', '.join(told)}; {self.writer.texts('duplicates.statements', n=times[node.id])}"
        if differing := list(self._differing(one, other)):
            yield self.writer.texts("duplicates.differs", what="; ".join(differing))

    def _differing(self, one: Node, other: Node) -> Iterator[str]:
        for column in SHOWN:
            values = getattr(one, column, None), getattr(other, column, None)
            if None not in values and values[0] != values[1]:
                said = [textwrap.shorten(self.writer.cell(column, value), 40, placeholder="…") for value in values]
                yield f"{self.writer.heading(column)} ({' / '.join(said)})"

    def _answer(self, asked: str) -> str:
        """Return a verdict, undo or quit: yes says what is asked, no that the two are different."""
        texts = self.writer.texts
        self._show(texts(f"duplicates.question.{asked}"))
        choices = texts(f"duplicates.choices.{asked}", **texts.under("duplicates.key"))
        said = self._ask(choices, self._keys) or QUIT
        return {"yes": asked, "no": "different"}.get(said, said)

    def _ask(self, choices: str, known: Mapping[str, str]) -> str | None:
        while (answer := self.read(self._wrapped(choices) + ": ")) is not None:
            if found := known.get(answer.strip().casefold()):
                return found
            self._show(self.writer.texts("duplicates.again"))
        return None

    def _show(self, text: str, indent: str = "") -> None:
        self.say(self._wrapped(text, indent))

    def _wrapped(self, text: str, indent: str = "") -> str:
        return textwrap.fill(text, self.width, initial_indent=indent, subsequent_indent=f"{indent}   ", drop_whitespace=True)
