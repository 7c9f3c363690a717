"""What a measure is called and what is said of it: the words of its table in the catalogue's measures."""

from __future__ import annotations

from actormap.i18n import Texts

FIRST = "first_"  # a column of who is first by a measure


def names(texts: Texts) -> list[str]:
    """Return the measures that the catalogue has words for, in its order; nothing is counted or imported to know them."""
    return list(dict.fromkeys(key.partition(".")[0] for key in texts.under("measures")))


def word(texts: Texts, name: str, part: str = "name") -> str:
    """Return a word of a measure, such as its `name`, its `heading` or what it is on the `map`; one without words keeps its own name."""
    return texts.entries.get(f"measures.{name}.{part}", name)


def within(texts: Texts, name: str) -> str:
    """Return the name of a measure as it stands inside a sentence."""
    found = word(texts, name)
    return found[0].lower() + found[1:]


def of_column(texts: Texts, column: str, part: str) -> str | None:
    """Return the `heading` or `definition` of a column of scores, or of who is first by them; None if it is no measure's."""
    name = column.removeprefix(FIRST)
    return texts.entries.get(f"measures.{name}.{'first.' if column != name else ''}{part}")
