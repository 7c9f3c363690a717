"""What running text is found to say, sentence by sentence, is what was read and found true: names in all their forms, and candidates.

`cases.txt` holds a text a line, ⏎ where a line of the page ends and {70} for so many characters of words that say nothing: many of the
cases stand on either side of a distance. `read.txt` says of each whom it names (form, whom, rule, score, line and character, others of
that name) and what it may say (who, what, whom; the cue, which way it reads, the score, where it stands and the sentence).
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.golden.test_files import compared
from tests.workspace.texts.small import read

FOLDER = Path(__file__).parent / "texts"
NOTHING = "xyz " * 60


def nothing(number: int) -> str:
    """Return so many characters of words that say nothing, the last of them a space."""
    words = NOTHING[-number:]
    return f"z{words[1:]}" if words.startswith(" ") else words


def told(case: str) -> str:
    """Return what is read of one case."""
    text = re.sub(r"\{(\d+)\}", lambda number: nothing(int(number[1])), case).replace("⏎", "\n")
    found = read(text)
    lines = [f"# {case}"]
    for each in found.mentions:
        whom = [one.id or f"{one.name} ({one.node}, {one.kind})" for one in (each.known, *each.others)]
        lines.append(f"  {each.form!r} {' / '.join(whom)}: {each.rule} {each.score}, {each.line}:{each.character}")
    for one in found.candidates:
        ends = [each.id or each.name for each in (one.source, one.target)]
        where = f"{one.line}:{one.character}, {found.sentence(one)[:40]!r}"
        lines.append(f"  > {ends[0]} {one.type} {ends[1]}: {one.cue!r} {one.direction} {one.score}, {where}")
    return "\n".join(lines) + "\n"


def test_what_a_text_is_found_to_say_is_what_was_read_and_found_true():
    cases = (FOLDER / "cases.txt").read_text(encoding="utf-8").splitlines()
    compared(FOLDER / "read.txt", "".join(map(told, cases)))
