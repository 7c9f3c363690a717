"""A story file read: every step checked against the graph and its words, and everything wrong said at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from actormap import files
from actormap.errors import InputError, InvalidWorkspace
from actormap.i18n import LANGUAGES
from actormap.model.records import Snapshot
from actormap.model.story import COLOURS, InLanguages, Shown, Story, StoryStep
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.problems import Fault, Findings, InEach
from actormap.workspace.reading.csv_file import decode
from actormap.workspace.reading.fuzzy import closest, squeeze

TOP = ("title", "step")
KEYS = ("title", "text", "focus", "reach", "to", "layout", "colour", "size", "overlay", "gaps", "show")
SHOWN = ("families", "types", "statuses", "municipality", "theme", "year")
YEARS = (1900, 2199)
REACH = (0, 1, 2)
_LINE = re.compile(r"\(at line (\d+)")


def read(
    path: Path,
    snapshot: Snapshot,
    vocabulary: Vocabulary,
    *,
    layouts: Collection[str],
    measures: Collection[str],
    overlays: Collection[str] = (),
) -> Story:
    """Return the story in a TOML file.

    `layouts`, `measures` and `overlays` are the names that a step may use; without `overlays` any name may be used. Raises `InputError` if
    the file cannot be read, `InvalidWorkspace` with all the problems if it has any.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be opened: {error.strerror}.", hint="Give a story as a TOML file.") from error
    findings = Findings()
    story = _StoryReader(path.name, snapshot, vocabulary, layouts, measures, overlays, findings).story(data)
    errors = [problem for problem in findings.in_order() if problem.severity == "error"]
    if errors:
        count = "an error" if len(errors) == 1 else f"{len(errors)} errors"
        raise InvalidWorkspace(f"The story {path.name} has {count}.", findings.in_order())
    return story


class _StoryReader:
    def __init__(
        self,
        file: str,
        snapshot: Snapshot,
        vocabulary: Vocabulary,
        layouts: Collection[str],
        measures: Collection[str],
        overlays: Collection[str],
        findings: Findings,
    ) -> None:
        self.file, self.vocabulary, self.findings = file, vocabulary, findings
        self.layouts, self.measures, self.overlays = layouts, measures, overlays
        self.ids = {node.id for node in snapshot.nodes() if node.node != "document"}
        self.places = {place.id for place in snapshot.municipalities}
        self.themes = {theme.id for theme in snapshot.themes}
        self.row: int | None = None

    def story(self, data: bytes) -> Story:
        try:
            text = decode(data)
            table = files.toml_table(text)
        except tomllib.TOMLDecodeError as error:
            where = _LINE.search(str(error))
            self.findings.error(self.file, int(where[1]) if where else None, None, None, Fault("bad_toml", detail=str(error)))
            return Story(steps=())
        except Fault as fault:
            self.findings.error(self.file, None, None, None, fault)
            return Story(steps=())
        self._known(table, TOP)
        steps = table.get("step")
        if not isinstance(steps, list) or not steps or not all(isinstance(step, Mapping) for step in steps):
            self.wrong("step", None, Fault("no_steps"))
            return Story(steps=())
        lines = [number for number, line in enumerate(text.splitlines(), start=1) if re.match(r"\s*\[\[\s*step\s*\]\]", line)]
        title = self._told(table, "title") if "title" in table else None
        found = []
        for number, step in enumerate(steps):
            # Steps written as an inline list have no line of their own.
            self.row = lines[number] if len(lines) == len(steps) else None
            found.append(self._step(step))
        return Story(steps=tuple(found), title=title)

    def _step(self, step: Mapping[str, Any]) -> StoryStep:
        self._known(step, KEYS)
        reach = step.get("reach", 1)
        if reach not in REACH or isinstance(reach, bool):
            self.wrong("reach", reach, Fault("out_of_range", least=REACH[0], most=REACH[-1]))
        gaps = step.get("gaps", False)
        if not isinstance(gaps, bool):
            self.wrong("gaps", gaps, Fault("not_true_or_false"))
        return StoryStep(
            title=self._told(step, "title"),
            text=self._told(step, "text") if "text" in step else dict.fromkeys(LANGUAGES, ""),
            focus=self._several(step, "focus", self.ids, Fault("unknown_id")),
            reach=reach if reach in REACH else 1,
            to=self._one(step, "to", self.ids, Fault("unknown_id")),
            layout=self._one(step, "layout", self.layouts),
            colour=self._one(step, "colour", COLOURS),
            size=self._one(step, "size", self.measures),
            overlay=self._one(step, "overlay", self.overlays) or ("gaps" if gaps is True else None),
            shown=self._shown(step.get("show", {})),
        )

    def _shown(self, table: Any) -> Shown:
        if not isinstance(table, Mapping):
            self.wrong("show", table, Fault("not_a_table"))
            return Shown()
        self._known(table, SHOWN)
        year = table.get("year")
        if year is not None and (not isinstance(year, int) or isinstance(year, bool) or not YEARS[0] <= year <= YEARS[1]):
            self.wrong("year", year, Fault("out_of_range", least=str(YEARS[0]), most=str(YEARS[1])))
            year = None
        return Shown(
            families=self._several(table, "families", self.vocabulary.styles),
            types=self._several(table, "types", self.vocabulary.types),
            statuses=self._several(table, "statuses", self.vocabulary.statuses),
            municipality=self._one(table, "municipality", self.places, Fault("unknown_municipality")),
            theme=self._one(table, "theme", self.themes, Fault("unknown_theme")),
            year=year,
        )

    def _told(self, table: Mapping[str, Any], key: str) -> InLanguages:
        """Return a text in every language: one that is not told apart holds for all, one that is missing is a problem."""
        value = table.get(key)
        if isinstance(value, str) and value.strip():
            return dict.fromkeys(LANGUAGES, value.strip())
        if (
            isinstance(value, Mapping)
            and set(value) == set(LANGUAGES)
            and all(isinstance(text, str) and text.strip() for text in value.values())
        ):
            return {lang: value[lang].strip() for lang in LANGUAGES}
        from babel.lists import format_list

        self.wrong(key, value, Fault("not_told", languages=InEach({lang: format_list(LANGUAGES, locale=lang) for lang in LANGUAGES})))
        return dict.fromkeys(LANGUAGES, "")

    def _one(self, table: Mapping[str, Any], key: str, choices: Collection[str], fault: Fault | None = None) -> str | None:
        value = table.get(key)
        if value is None:
            return None
        found = self._several({key: [value]}, key, choices, fault)
        return found[0] if found else None

    def _several(self, table: Mapping[str, Any], key: str, choices: Collection[str], fault: Fault | None = None) -> tuple[str, ...]:
        values = table.get(key, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            self.wrong(key, values, Fault("not_a_list"))
            return ()
        for value in values:
            if value not in choices and not (key == "overlay" and not choices):
                near = closest(value, {squeeze(choice): choice for choice in sorted(choices)})
                said = fault.key if fault else "unknown_choice"
                extra = {} if fault else {"allowed": ", ".join(choices)}
                self.wrong(key, value, Fault(said, near[0] if near else None, **extra))
        return tuple(values)

    def _known(self, table: Mapping[str, Any], keys: Collection[str]) -> None:
        for key in table:
            if key not in keys:
                near = closest(key, {squeeze(name): name for name in keys})
                # A setting that is misspelt would show something else than was meant.
                self.wrong(key, key, Fault("unknown_in_story", near[0] if near else None, allowed=", ".join(keys)))

    def wrong(self, key: str, value: Any, fault: Fault) -> None:
        self.findings.error(self.file, self.row, key, value, fault)
