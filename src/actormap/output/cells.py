"""The cells of a result as a reader sees them: headings and closed words in the reader's language, numbers as the language writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actormap.analysis.result import Result
from actormap.i18n import DIGITS, EXACT_DECIMALS, Texts, significant
from actormap.model.ordering import alphabetical
from actormap.model.vocabulary import Vocabulary
from actormap.output import measure_words, sentences

CLOSED_COLUMNS = (
    *("side", "gap", "note", "severity", "change", "status", "state", "answer", "type"),
    *("finding", "aspect", "rule", "what", "against", "field", "grid", "salience", "scale", "table", "provenance"),
)
BOUND = "bound"  # of a weight or a number; of a share it has the digits that the share has
# Columns of kronor and of percentages, of which a reader wants no fractions and one decimal, and of weights, whose sums must add up.
DECIMALS = {"per_participant": 0, "total_budget_sek": 0, "esf_support_sek": 0, "esf_share": 1, "off_rate": 1} | dict.fromkeys(
    ("weight", "weight_covered", "weight_today", "covered", "loses_covered", BOUND), EXACT_DECIMALS
)
LEAST_P = 0.001
SHARES = ("p_top", "stays", "jaccard", "implied", "largest", "chance", "tied_share")
# Columns of ids that stand for themselves in files for programs, and for names to a reader.
KINDS = ("kind", "venue_kind", "group", "group_name")
STATES = ("before", "after")  # of a cell that is covered, alone, missing or unknown
OWN_WORDS = (*KINDS, "measure", "term", "year")  # a year has no space between its thousands
CODED = "coded"  # what coders have answered, in a list
COLUMNS_OF_TYPES = ("seats", "how", "in_first", "in_second")
RANKED = "first_"  # whose names stand in the order of their places
NAMED_COLUMNS = ("cut_off", "shared", "memberless", RANKED, "members", "cutpoints")


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes headings and cells in one language with one vocabulary. `names` are those of the nodes, by id."""

    texts: Texts
    vocabulary: Vocabulary
    names: Mapping[str, str] = field(default_factory=dict, repr=False)

    def heading(self, column: str) -> str:
        """Return the heading of a column; a column without one in the catalogue keeps its name."""
        return self.texts.entries.get(f"results.heading.{column}") or measure_words.of_column(self.texts, column, "heading") or column

    def head(self, result: Result, column: str) -> str:
        """Return the heading of a column of a result, with the number it was asked with where that is what it says."""
        if result.name == "query":
            return self.texts.entries.get(f"questions.column.{column}") or self.heading(column)
        own = self.texts.entries.get(f"results.heading_of.{result.name}.{column}")
        if own:
            return own
        entry, asked = f"results.headed.{column}", result.context.parameters
        # A ranking may show other than the first that its certainty speaks of.
        return self.texts(entry, n=asked.get("top_of", asked.get("top"))) if self.texts.says(entry) else self.heading(column)

    def parameter(self, name: str) -> str:
        """Return the word for a parameter or a count of a view; one without a word is named as a column is."""
        return self.texts.entries.get(f"parameters.{name}") or self.heading(name)

    def left_out(self, counts: Mapping[str, int]) -> str:
        """Return how many statements a view left out, by reason."""
        return self.cell("", {self.texts.entries.get(f"parameters.left_out_because.{why}", why): count for why, count in counts.items()})

    def cell(self, column: str, value: Any) -> str:
        """Return a cell as text."""
        if value is None or value == "":
            return self.texts("words.nothing") if value is None else ""
        if column in CLOSED_COLUMNS or (column in STATES and isinstance(value, str)):
            return ", ".join(self._word(column, word) for word in str(value).split(", "))
        if column in OWN_WORDS:
            return self._own_word(column, str(value))
        if isinstance(value, bool):
            return self.texts("words.yes" if value else "words.no")
        if isinstance(value, list | tuple):
            return self._list(column, value)
        if isinstance(value, Mapping):
            words = {key: self.texts.entries.get(f"words.counted.{key}", key) for key in value}
            return ", ".join(f"{words[key]} {self.cell('', item)}" for key, item in value.items())
        least = column == "p" and value < LEAST_P  # rounded it would be 0, which no test can say
        return f"< {self.texts.number(LEAST_P)}" if least else self._number(column, value)

    def _number(self, column: str, value: Any) -> str:
        """Return a number; a share that is not whole is not rounded to 1."""
        if column in SHARES and isinstance(value, float) and 0 < value < 1 <= round(value, significant(value)):
            return f"> {self.texts.number(1 - 10**-DIGITS)}"
        return self.texts.number(value, None if column == BOUND and abs(value) < 1 else DECIMALS.get(column))

    def _list(self, column: str, values: Sequence[Any]) -> str:
        if column == CODED:
            return "; ".join(map(self._coded, values))
        if column in COLUMNS_OF_TYPES:
            return ", ".join(self._word("type", item) for item in values)
        named = column.startswith(NAMED_COLUMNS)
        told = [self.names.get(item, item) if named else self.cell("", item) for item in values]
        told = sorted(told, key=alphabetical) if named and not column.startswith(RANKED) else told
        # A name with a comma of its own would be taken for two.
        return ("; " if any(", " in each for each in told) else ", ").join(told)

    def _coded(self, said: str) -> str:
        """Return a coder's answer, both after the same colon, with the answer's word if it is one of the closed ones."""
        coder, _, answer = said.partition(": ")
        words = (self.texts.entries.get(f"words.{group}.{answer}") for group in ("silence", "answer"))
        return f"{coder}: {next(filter(None, words), answer)}"

    def _own_word(self, column: str, value: str) -> str:
        if column == "measure":
            found = measure_words.word(self.texts, value)
            for word in (self.heading, self.parameter):
                found = word(value) if found == value else found
            return found
        if column in KINDS:
            return self.kind(value)
        return self.relation(value) if column == "term" else value

    def _word(self, column: str, word: str) -> str:
        if column == "type":
            return self.does(word) if word in self.vocabulary.types else word
        return self.texts.entries.get(f"words.{'state' if column in STATES else column}.{word}", word)

    def summary(self, result: Result) -> str | None:
        """Return a sentence with all the figures of a result, None if the catalogue has none for it."""
        entry = f"notes.{result.name}"
        return self.texts(entry, n=len(result.rows), **result.figures()) if entry in self.texts.entries else None

    def definition(self, result: Result, column: str) -> str:
        """Return what a column or figure of a result means, in a sentence or two; empty if its heading says it all."""
        entries = self.texts.entries
        own = entries.get(f"results.definition.of.{result.name}.{column}") or entries.get(f"results.definition.{column}")
        return own or measure_words.of_column(self.texts, column, "definition") or ""

    def figure(self, result: Result, name: str, value: Any) -> str:
        """Return a number about a whole result with its name and what it means."""
        meaning = self.definition(result, name)
        return f"{self.head(result, name)}: {self.cell(name, value)}{f'. {meaning}' if meaning else ''}"

    def reason(self, keys: str, *names: str, dash: bool = False) -> str:
        """Return why some measures or figures are not defined, in words; where a `dash` stands for them in the table, of that."""
        why = (self.texts.entries.get(f"undefined.{key}", key) for key in keys.split(", "))
        what = ", ".join(map(self.heading, names))
        return f"{self.texts('words.dash', what=what) if dash else what}: {' '.join(why)}"

    def speaks_of(self, result: Result) -> bool:
        """Return whether the catalogue has a sentence for the rows of a result."""
        return bool(result.rows) and sentences.key(result, self.texts) is not None

    def sentence(self, result: Result, row: Mapping[str, Any]) -> str:
        """Return what a row says, in a plain sentence; empty if it says nothing that can be said so."""
        type_ = self.vocabulary.types.get(str(row.get("type")))
        words = {"verb": self.texts.pick(type_)[0] if type_ else ""}
        if "term" in row:
            column = row["term"].partition(" ")[2]
            words |= {"term": self.relation(row["term"]), "column": self.heading(column).lower()}
            words["relation"] = self.relation(result.context.parameters["relation"])
        return sentences.say(result, row, self.texts, words)

    def relation(self, name: str) -> str:
        """Return in words a relation that is compared: a type by its verb, contacts, or the sameness of a column."""
        same, _, column = name.partition(" ")
        if same == "same" and column:
            return self.texts("words.relation.same", column=self.heading(column).lower())
        return self.texts.entries.get(f"words.relation.{name}") or self._word("type", name)

    def does(self, type_: str) -> str:
        """Return what somebody does by a type of relationship, as a verb."""
        return str(self.texts.pick(self.vocabulary.type(type_))[0])

    def kind(self, name: str, n: int = 1) -> str:
        """Return the word for so many of a kind; kinds of different records that share a name share a word well enough."""
        for kinds in self.vocabulary.kinds.values():
            if name in kinds:
                return str(self.texts.pick(kinds[name])[0 if n == 1 else 1])
        return name
