"""Claims about the settings of a report that are added to what a workspace says already."""

from __future__ import annotations

import pytest

from actormap.errors import InputError
from actormap.workspace.writing.report_settings import TemplateFile, add

LOOKS = (TemplateFile("stylesheet", "house.css", b"h1 {}"),)


@pytest.mark.parametrize(
    ("said", "becomes"),
    [
        ("", '# Looks\n[report]\nstylesheet = "house.css"\n'),
        ('title = "x"', 'title = "x"\n\n# Looks\n[report]\nstylesheet = "house.css"\n'),
        ('title = "x"\r\n', 'title = "x"\r\n\r\n# Looks\r\n[report]\r\nstylesheet = "house.css"\r\n'),
        ("[report] # mine", '[report] # mine\nstylesheet = "house.css"\n'),
        ("[report]\n[map]\nx = 1\n", '[report]\nstylesheet = "house.css"\n[map]\nx = 1\n'),
        ('[report.colours]\nink = "#000000"\n', '[report.colours]\nink = "#000000"\n\n# Looks\n[report]\nstylesheet = "house.css"\n'),
        ('[report]\nstylesheet = "mine.css"\n', '[report]\nstylesheet = "mine.css"\n'),
    ],
)
def test_a_setting_is_added_to_the_table_where_it_stands_and_what_is_said_stays(tmp_path, said, becomes):
    settings = tmp_path / "actormap.toml"
    settings.write_bytes(said.encode())
    add(settings, LOOKS, "# Looks")
    assert settings.read_bytes().decode() == becomes
    assert (tmp_path / "house.css").exists() == ("mine" not in becomes or "# mine" in becomes)
    assert add(settings, LOOKS, "# Looks") == ()


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (
            "report = { colours = {} }\n",
            r'that nothing can be added to. Write there: \[report\] stylesheet = "house.css"',
        ),
        ("report.colours = {}\n", "says report in a way that nothing can be added to"),
        ("report = 3\n", "says report in a way that nothing can be added to"),
        ('text = """\n[report]\n"""\n[report]\n', "says report in a way that nothing can be added to"),
        ("report = \n", "actormap.toml cannot be read: .* Mend it first."),
    ],
)
def test_settings_that_cannot_be_added_to_are_refused_and_nothing_is_written(tmp_path, said, fault):
    settings = tmp_path / "actormap.toml"
    settings.write_text(said, encoding="utf-8")
    with pytest.raises(InputError, match=fault):
        add(settings, LOOKS, "# Looks")
    assert settings.read_text(encoding="utf-8") == said
    assert not (tmp_path / "house.css").exists()
