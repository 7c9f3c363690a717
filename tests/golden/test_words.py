"""Every word that the product says of one small workspace, in both languages, is the one that has been read and found true.

The files in sv and en hold what the command line answers about the workspace in `circle`, a graph small enough to check each sentence by
hand: six actors with ties, two networks, two projects. `rest.txt` holds, by key, those entries of the catalogue that no answer
here uses. A change of words is made with

    ACTORMAP_GOLDEN=write pytest tests/golden

and then read, line by line, in the difference of the files: what they say must be true of the workspace.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from actormap.i18n import LANGUAGES, Texts
from tests.golden import runs

WRITE = os.environ.get("ACTORMAP_GOLDEN") == "write"
MANUAL = ("help.", "contents.")  # which `tests/cli/test_manual.py` holds against the options
FILES = ("problems", *runs.ASKED, "screens", "sheets", "rest")


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """Return what is said in each language, by golden file; each is asked once, when it is first wanted."""
    told: dict[str, dict[str, str]] = {}

    def of(lang):
        if lang not in told:
            files, keys_read = runs.everything(lang, tmp_path_factory.mktemp(lang))
            told[lang] = files | {"rest": rest(lang, keys_read)}
        return told[lang]

    return of


def rest(lang, keys_read):
    unread = {key: text for key, text in Texts.load(lang).entries.items() if key not in keys_read and not key.startswith(MANUAL)}
    return "".join(f"{key} = {json.dumps(text, ensure_ascii=False)}\n" for key, text in sorted(unread.items()))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("file", FILES)
def test_what_is_said_is_what_was_read_and_found_true(said, lang, file):
    golden = Path(__file__).parent / lang / f"{file}.txt"
    if WRITE:
        if "CI" in os.environ:
            pytest.fail("golden files are written by hand, and read before they are committed")
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(said(lang)[file], encoding="utf-8", newline="\n")
    assert said(lang)[file] == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_golden_file_is_left_over(lang):
    assert {path.name for path in (Path(__file__).parent / lang).iterdir()} == {f"{file}.txt" for file in FILES}


def test_both_languages_use_the_same_entries(said):
    keys = [{line.partition(" = ")[0] for line in said(lang)["rest"].splitlines()} for lang in LANGUAGES]
    assert keys[0] == keys[1]
