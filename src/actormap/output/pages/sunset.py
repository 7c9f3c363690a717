"""What ends with a project, told on a page: each loss with where it is stated, and the smallest repairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from actormap.analysis.change.sunset import Sunset
from actormap.analysis.change.sunset.losses import SunsetRow
from actormap.model.ordering import alphabetical
from actormap.output import measure_words
from actormap.output.cells import Writer
from actormap.output.page_text import PageSection, cited, listed, write

MOVES = 5


def page(sunset: Sunset, writer: Writer, markdown: bool) -> str:
    """Return the page as text or Markdown."""
    texts = writer.texts
    title = texts("sunset.title", project=sunset.project["name"], at=sunset.context.parameters["at"])
    teller = _SunsetPage(sunset, writer)
    sections = [
        teller.lost(),
        teller.contacts(),
        teller.separated(),
        teller.each("isolated"),
        teller.each("theme"),
        teller.moves(),
        teller.repair_contact(),
        teller.repair_connection(),
    ]
    return write(title, teller.intro(), sections, markdown=markdown)


class _SunsetPage:
    def __init__(self, sunset: Sunset, writer: Writer) -> None:
        self.sunset, self.writer, self.texts = sunset, writer, writer.texts
        self.parameters = sunset.context.parameters

    def intro(self) -> Iterator[str]:
        texts, project = self.texts, self.sunset.project["id"]
        parts = self._names(each for each in self.parameters["ending"] if each != project)
        if parts:
            yield texts("sunset.parts", names=listed(parts, texts))
        if self.parameters["ended"]:
            yield texts("sunset.ended", names=listed(self._names(self.parameters["ended"]), texts))
        if self.parameters["coming"]:
            yield texts("sunset.coming", names=listed(self._names(self.parameters["coming"]), texts))

    def lost(self) -> PageSection:
        lines = []
        for row in self.sunset.of("lost"):
            source, target = row["names"]
            verb = self.texts.pick(self.writer.vocabulary.types[row["type"]])[0]
            lines.append(self.texts("sunset.lost.line", source=source, verb=verb, target=target) + self._cited([row]))
        return PageSection(self.texts("sunset.lost.title", n=len(lines)), lines, "" if lines else self.texts("sunset.lost.none"))

    def each(self, finding: str) -> PageSection:
        rows = self.sunset.of(finding)
        lines = [self.writer.sentence(self.sunset, row) + self._cited([row]) for row in rows]
        return PageSection(self.texts(f"sunset.{finding}.title", n=len(rows)), lines, "" if rows else self.texts(f"sunset.{finding}.none"))

    def contacts(self) -> PageSection:
        """Tell each pair once, under whoever has lost most of those that are left to tell."""
        rows = list(self.sunset.of("lost_contact"))
        total, lines = len(rows), []
        while rows:
            counts: dict[str, int] = {}
            for row in rows:
                for name in row["names"]:
                    counts[name] = counts.get(name, 0) + 1
            most = min(counts, key=lambda name: (-counts[name], alphabetical(name)))
            own = [row for row in rows if most in row["names"]]
            rows = [row for row in rows if most not in row["names"]]
            others = sorted((next(n for n in row["names"] if n != most) for row in own), key=alphabetical)
            lines.append(self.texts("sunset.lost_contact.line", name=most, names=listed(others, self.texts)) + self._cited(own))
        title, none = self.texts("sunset.lost_contact.title", n=total), self.texts("sunset.lost_contact.none")
        return PageSection(title, lines, "" if lines else none)

    def separated(self) -> PageSection:
        rows = self.sunset.of("separated")
        cut = [part for parts in self.sunset.broken for part in parts[1:]]
        alone = [part[0] for part in cut if len(part) == 1]
        told: list[tuple[str, Sequence[str]]] = [("alone", alone)] if alone else []
        told += [("together", part) for part in cut if len(part) > 1]
        lines = []
        for key, part in told:
            own = [row for row in rows if set(row["ids"]) & set(part)]
            names = listed(self._names(part), self.texts)
            lines.append(self.texts(f"sunset.separated.{key}", n=len(part), names=names) + self._cited(own))
        title = self.texts("sunset.separated.title", n=self.sunset.totals["counts"]["separated"])
        return PageSection(title, lines, "" if lines else self.texts("sunset.separated.none"))

    def moves(self) -> PageSection:
        """Tell who falls most; who rises does so for the most part because others fall, and is only counted."""
        rows, lines = self.sunset.of("rank"), []
        for measure in self.parameters["measures"]:
            own = [row for row in rows if row["type"] == measure]
            falls = [row for row in own if row["after"] > row["before"]][:MOVES]
            lines += [self._move(row, measure) for row in falls]
            if len(own) > len(falls):
                key = "more" if falls else "only"
                lines.append(self.texts(f"sunset.rank.{key}", n=len(own) - len(falls), measure=self._measure(measure)))
        return PageSection(
            self.texts("sunset.rank.title", n=len(rows)), lines, self.texts("sunset.rank.note" if lines else "sunset.rank.none")
        )

    def _move(self, row: SunsetRow, measure: str) -> str:
        told = {"name": row["names"][0], "measure": self._measure(measure), "before": row["place_before"], "after": row["place_after"]}
        return self.texts("sunset.rank.down", **told) + self._cited([row])

    def repair_contact(self) -> PageSection:
        rows, texts = self.sunset.of("repair_contact"), self.texts
        if not rows:
            return PageSection(texts("sunset.repair_contact.title"), intro=self._reason("repair_contact"))
        network = self.sunset.nodes[self.parameters["network"]]
        told, figures = {"n": rows[0]["n"], "network": network}, self.sunset.totals
        key = "proven" if rows[0]["optimal"] else "unproven"
        intro = texts(f"sunset.repair_contact.{key}", **told, bound=figures["bound_contact"])
        if len(rows) > 1 or figures["more_contact"]:
            intro += " " + texts(
                "sunset.repair_contact.several_more" if figures["more_contact"] else "sunset.repair_contact.several", n=len(rows)
            )
        lines = [self._joins(row) + self._cited([row]) for row in rows]
        return PageSection(texts("sunset.repair_contact.title"), lines, f"{intro} {texts('sunset.repair_contact.note')}")

    def _joins(self, row: SunsetRow) -> str:
        venues: dict[str, list[str]] = {}
        for actor, venue in zip(row["names"][::2], row["names"][1::2], strict=True):
            venues.setdefault(venue, []).append(actor)
        return "; ".join(
            self.texts("sunset.repair_contact.line", venue=venue, names=listed(actors, self.texts), n=len(actors))
            for venue, actors in venues.items()
        )

    def repair_connection(self) -> PageSection:
        texts, needed = self.texts, self.sunset.totals["memberships_connection"]
        if not needed:
            why = self._reason("repair_connection") if needed is None else texts("sunset.separated.none")
            return PageSection(texts("sunset.repair_connection.title"), intro=why)
        parts: dict[tuple[str, ...], list[SunsetRow]] = {}
        for row in self.sunset.of("repair_connection"):
            parts.setdefault(tuple(row["part"]), []).append(row)
        alike: dict[str, tuple[list[str], list[SunsetRow]]] = {}
        lines = []
        for part, rows in parts.items():
            choices = texts("sunset.repair_connection.or").join(self._choice(row, alone=len(part) == 1) for row in rows)
            if len(part) == 1:
                names, together = alike.setdefault(choices, ([], []))
                names += self._names(part)
                together += rows
            else:
                names = self._names(part)
                lines.append(texts("sunset.repair_connection.together", names=listed(names, texts), choices=choices) + self._cited(rows))
        for choices, (names, rows) in alike.items():
            told = {"n": len(names), "names": listed(names, texts), "choices": choices}
            lines.append(texts("sunset.repair_connection.alone", **told) + self._cited(rows))
        return PageSection(texts("sunset.repair_connection.title"), lines, texts("sunset.repair_connection.needed", n=needed))

    def _choice(self, row: SunsetRow, *, alone: bool) -> str:
        actor, venue = row["names"]
        return self.texts(f"sunset.repair_connection.choice_{'alone' if alone else 'together'}", actor=actor, venue=venue, n=row["n"])

    def _cited(self, rows: Sequence[SunsetRow]) -> str:
        places = [place for row in rows for place in row["evidence"]]
        return cited(places, self.texts, implied=sum(row["implied"] for row in rows), of=sum(len(row["relationships"]) for row in rows))

    def _reason(self, name: str) -> str:
        return self.texts(f"undefined.{self.sunset.undefined[name]}")

    def _measure(self, name: str) -> str:
        return measure_words.within(self.texts, name)

    def _names(self, ids: Any) -> list[str]:
        return sorted((self.sunset.nodes[each] for each in ids), key=alphabetical)
