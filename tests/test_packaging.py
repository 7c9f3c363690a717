"""Claims about what is shipped and under which licences."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from tests.offenders import none_of

ROOT = Path(__file__).parent.parent
DEFAULT = [line.split(">")[0] for line in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]]


def all_dependencies():
    waiting, seen = list(DEFAULT), set()
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name in seen:
            continue
        try:
            requires = metadata.requires(name) or []
        except metadata.PackageNotFoundError:  # wanted on another system only
            continue
        seen.add(name)
        waiting += [re.match(r"[\w.-]+", word).group() for word in requires if "extra ==" not in word]
    return sorted(seen)


def licences(name):
    about = metadata.metadata(name)
    return [about.get("License-Expression") or "", (about.get("License") or "").split("\n")[0], *about.get_all("Classifier", [])]


def test_no_dependency_of_the_default_install_is_under_the_gpl():
    names = all_dependencies()
    assert len(names) > len(DEFAULT)
    none_of(f"{name}: {text}" for name in names for text in licences(name) if "GPL" in text and "LGPL" not in text)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT]
    subprocess.run(command, check=True)
    (path,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(path).namelist())


def test_the_wheel_holds_the_words_the_data_and_the_types(wheel):
    wanted = {
        "actormap/model/vocabulary.toml",
        "actormap/py.typed",
        "actormap/data/gria/relationships.csv",
        "actormap/data/esf/relationships.csv",
        "actormap/data/gria/actormap.toml",
        "actormap/locale/sv/report.toml",
        "actormap/report/review/templates/review.md",
    }
    none_of(sorted(wanted - wheel))


def test_every_file_beside_the_code_is_in_the_wheel(wheel):
    beside = [path for path in (ROOT / "src" / "actormap").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert {str(path.relative_to(ROOT / "src").as_posix()) for path in beside} <= wheel


def test_nothing_else_is_in_the_wheel(wheel):
    assert {name.split("/")[0] for name in wheel if ".dist-info" not in name} == {"actormap"}


def test_what_goes_into_the_source_distribution_is_named_from_the_top():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = settings["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    none_of(name for name in included if not name.startswith("/") or not (ROOT / name[1:]).exists())
