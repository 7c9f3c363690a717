"""The page as a file: its policy, its weight, its bytes."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys

from actormap.map.html import page
from tests.map import pages

BUILD = """
import hashlib
from tests.map import pages
print(hashlib.sha256(pages.page_of(pages.generated(120), engine='canvas').encode()).hexdigest())
"""


def digest(text):
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_names_every_script_and_style_by_its_hash_and_nothing_else():
    html = pages.page_of(pages.small())
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html).group(1)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    assert rules["default-src"] == "'none'"
    assert rules["script-src"].split() == [f"'{digest(text)}'" for text in scripts]
    assert rules["style-src"].split() == [f"'{digest(text)}'" for text in styles]
    assert "unsafe" not in policy


def test_the_page_loads_nothing_by_address():
    html = pages.page_of(pages.small())
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert re.findall(r'(?:src|href)="([^"]*)"', markup) == ["data:,"]
    assert " on" not in re.sub(r">[^<]*<", "><", markup).replace(' content="', "")
    assert "@import" not in html
    assert "url(" not in "".join((page.FOLDER / name).read_text(encoding="utf-8") for name in page.STYLES)


def test_a_page_of_300_nodes_weighs_at_most_800_kilobytes():
    assert len(pages.page_of(pages.generated(300)).encode()) <= 800_000


def test_two_builds_are_the_same_bytes_whatever_the_hash_seed():
    """Drawn on canvas; of GRIA, drawn with pyvis, the command line says it."""
    told = {
        subprocess.run(
            [sys.executable, "-c", BUILD], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "4711")
    }
    assert len(told) == 1


def test_the_title_is_escaped_and_the_language_is_that_asked_for():
    html = pages.page_of(pages.undated(), title="<b>A & B</b>", lang="en")
    assert "<h1>&lt;b&gt;A &amp; B&lt;/b&gt;</h1>" in html
    assert '<html lang="en">' in html
    assert "– actor map</title>" in html


def test_every_text_that_the_page_asks_for_is_in_the_catalogue():
    from actormap.i18n import Texts

    source = "".join(path.read_text(encoding="utf-8") for path in sorted(page.FOLDER.rglob("*.*")))
    asked = set(re.findall(r"\btext\('([\w.]+)'", source)) | set(re.findall(r'data-(?:text|label|hint)="([\w.]+)"', source))
    known = Texts.load("sv").under("map")
    assert {key for key in asked if key not in known and f"{key}.many" not in known} == set()
