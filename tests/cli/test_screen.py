"""Claims about the terminal that somebody sits at, in this process and on a real one."""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

import click
import pytest

from actormap.cli import screen
from actormap.cli.main import cli, run
from actormap.cli.request import Request
from actormap.output.screen import cells
from tests.cli.test_manual import COMMANDS as EVERY

ROOT = Path(__file__).parents[2]
GRIA = ("-w", "gria")
# A command that is several is asked by the names of those.
NAMES = {path.replace("-", " ") for path in EVERY} - {"actormap", "projects", "factors"}
# A command a line, with what it must be given; those that ask, write or make files have tests of their own.
COMMANDS = """
centrality --no-certainty
cutpoints
brokers
gaps
salience
explain gr --no-certainty
group gr harryda
keyplayers -k 1
bridges
communities --runs 2
core
homophily
overlap
collaboration
ratings
compare --before 2014 --at 2018 --no-certainty
timeline
describe --resamples 0
ego gr
cliques
cores
similar gr
qap member_of --same kind --permutations 9
coverage
whatif --remove gr --resamples 2
sunset plug-in
sunset --calendar
vacant
others
clusters
projects list
projects show plug-in
projects compare plug-in invux
projects matrix
projects map
factors list
query
query members_of
question --seconds 1
invite --no-certainty
review --no-certainty
cores
ratings
factors show Studieresor
factors meetings
factors municipalities
factors results
agreement
duplicates --list
answer --list
check
status
""".strip().splitlines()


# These make or change something, or speak to whoever sits there; what they show is claimed where they are.
DOING = {
    *("backup", "candidates", "code", "copy", "demo", "export", "help", "import", "init", "load", "map", "read", "report", "restore"),
    "trust",
}


class Sent:
    """What a terminal is sent."""

    def __init__(self):
        self.text, self.encoding = "", "utf-8"

    def write(self, text):
        self.text += text

    def flush(self):
        pass

    def isatty(self):
        return True


@pytest.fixture
def seen(monkeypatch):
    """Return what a terminal of a width is sent by a command."""

    def of(width, *arguments):
        sent = Sent()
        with monkeypatch.context() as patch:
            patch.setenv("COLUMNS", str(width))
            patch.setenv("NO_COLOR", "1")
            patch.setattr(sys, "stdout", sent)
            run([str(argument) for argument in arguments])
        return sent.text

    return of


def test_every_command_that_shows_something_is_asked_here():
    asked = {name for name in NAMES if any(words.split()[: len(name.split())] == name.split() for words in COMMANDS)}
    assert NAMES - asked == DOING


def test_no_command_writes_a_line_that_is_wider_than_the_terminal(seen):
    for command in COMMANDS:
        text = seen(80, *command.split(), *GRIA, "--quiet")
        assert text, command
        assert [line for line in text.splitlines() if cells.width(line) > 80] == [], command


def test_what_a_pipe_is_told_has_tabs_between_whole_cells_and_one_heading(actormap_says):
    told = actormap_says("centrality", "--no-certainty", *GRIA)
    heading, *rows = told.out.splitlines()
    assert heading.split("\t") == ["Namn", "Slag", "Sida", "Deltagande"]
    assert {row.count("\t") for row in rows} == {3}
    assert len(rows) == 56
    assert rows[0] == "Göteborgsregionens kommunalförbund (GR)\tkommunalförbund\taktör\t0,76"
    assert "\x1b" not in told.out
    assert "  " not in told.out
    assert "Finansiärer räknas inte" in told.err
    assert actormap_says("centrality", "--no-certainty", "--quiet", *GRIA).err == ""


def test_a_pipe_is_told_ids_and_sentences_where_they_are_asked_for(actormap_says):
    heading, first, *_ = actormap_says("centrality", "--no-certainty", "--ids", "--explain", *GRIA).out.splitlines()
    assert heading.split("\t") == ["id", "Namn", "Slag", "Sida", "Deltagande", "I ord"]
    assert first.split("\t")[0] == "gr"
    assert first.split("\t")[-1].startswith("Göteborgsregionens kommunalförbund (GR) deltar i 13 av 17")


def test_more_rows_than_fifty_are_shown_where_a_number_of_rows_is_asked_for(seen):
    few = seen(100, "centrality", "--no-certainty", *GRIA)
    assert "och 6 till: --top, -f csv" in few
    assert "till:" not in seen(100, "centrality", "--no-certainty", "--top", "60", *GRIA)
    assert "och 13 till: --top, -f csv" in seen(100, "sunset", "--calendar", "--top", "2", *GRIA)


@pytest.mark.parametrize(
    ("command", "more"), [("help", "-f csv"), ("explain", "--top, -f csv"), ("gaps", "--top, -f csv"), ("invite", "--top, -f csv")]
)
def test_a_number_of_rows_is_spoken_of_where_the_command_takes_one(command, more):
    with click.Context(cli.get_command(click.Context(cli), command)):
        assert screen.terminal(Request()).more == more


@pytest.mark.parametrize(("variable", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_colours_are_left_out_where_they_are_not_wanted(monkeypatch, variable, value):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert screen.terminal(Request()).colour
    monkeypatch.setenv(variable, value)
    assert not screen.terminal(Request()).colour


def test_a_screen_of_no_width_is_as_wide_as_one_can_read(monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "1")
    assert screen.terminal(Request()).width == screen.NARROWEST


pty = pytest.mark.skipif(os.name == "nt", reason="Windows has no pseudo-terminal that Python opens")


def at_a_terminal(width, *arguments, lines=40, pager="cat", directory=None):
    """Return what a command writes at a pseudo-terminal of so many characters and lines, and its exit code."""
    import fcntl
    import pty as terminals
    import termios

    child, end = terminals.fork()
    if not child:  # pragma: no cover  (another process)
        os.read(0, 1)  # until the terminal has its size
        kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES", "NO_COLOR")}
        kept |= {"TERM": "xterm", "PAGER": pager, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"}
        os.chdir(directory or ROOT)
        os.execve(sys.executable, [sys.executable, "-m", "actormap", *arguments], kept)  # noqa: S606  (this Python)
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", lines, width, 0, 0))
    os.write(end, b"\n")
    told = b""
    try:
        while read := os.read(end, 65536):
            told += read
    except OSError:  # which a terminal gives when the other end has gone
        pass
    os.close(end)
    _, status = os.waitpid(child, 0)
    return told.decode().replace("\r\n", "\n").removeprefix("\n"), os.waitstatus_to_exitcode(status)


@pty
@pytest.mark.parametrize("width", [80, 140])
def test_a_real_terminal_is_sent_a_table_that_fits_it(width):
    told, code = at_a_terminal(width, "gaps", *GRIA, "--no-pager")
    plain = told.replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "")
    assert (code, "\x1b" in plain, "\x1b[1m" in told) == (0, False, True)
    assert max(map(cells.width, plain.splitlines())) <= width
    assert f"\n{'─' * 70}" in plain


@pty
def test_what_is_longer_than_a_real_terminal_is_shown_in_the_pager_that_is_wanted(tmp_path):
    pager = f"tee {tmp_path / 'paged'}"
    told, _ = at_a_terminal(80, "gaps", *GRIA, pager=pager)
    assert (tmp_path / "paged").read_text(encoding="utf-8") in told
    (tmp_path / "paged").unlink()
    at_a_terminal(80, "gaps", *GRIA, "--no-pager", pager=pager)
    at_a_terminal(80, "keyplayers", "-k", "1", *GRIA, pager=pager)
    assert not (tmp_path / "paged").exists()
