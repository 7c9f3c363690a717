"""How wide words are without a browser to ask: the advance widths of common sans-serif letters, as the wider of such fonts have them."""

from __future__ import annotations

from functools import lru_cache

# In hundredths of the letters' height, after DejaVu Sans and Verdana, than which Arial, Segoe UI and Liberation Sans are narrower:
# a label that is a little too roomy does no harm, one that is too narrow lies on its neighbour.
WIDTHS = {
    "ijlI.,:;'|!": 32,
    'frt()[]/ -–"': 38,
    "abdeghknopquåäöü": 62,
    "csvxyzJ": 56,
    "mMWw@%": 94,
    "ABCDEFKLPRSTVXYZÅÄ&": 68,
    "GHNOQUÖ": 77,
}
OTHERS = 64
BOLD = 1.12
_WIDTH = {letter: width for letters, width in WIDTHS.items() for letter in letters}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a line of text is at a height of letters, with something to spare."""
    return _hundredths(text) * size / 100 * (BOLD if bold else 1)


@lru_cache(maxsize=50_000)  # a label is measured at every position and size that is tried
def _hundredths(text: str) -> int:
    return sum(_WIDTH.get(letter, OTHERS) for letter in text)


def wrap(text: str, room: float, size: float, *, bold: bool = False, most: int = 4) -> tuple[str, ...]:
    """Return a text as lines that fit the room where words allow; what does not fit the last line is cut with an ellipsis."""
    lines: list[str] = []
    for word in text.split():
        if lines and width(f"{lines[-1]} {word}", size, bold=bold) <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
        while len(lines[-1]) > 1 and width(f"{lines[-1]}…", size, bold=bold) > room:
            lines[-1] = lines[-1][:-1].rstrip()
        lines[-1] += "…"
    return tuple(lines)
