"""Claims about how the process begins and ends."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
STUB = "import sys, types; sys.modules['actormap.cli.main'] = module = types.ModuleType('actormap.cli.main'); "


def begun(body: str) -> subprocess.CompletedProcess[str]:
    """Return how the process ends if `run`, or the reading of its module, does what the body says."""
    return subprocess.run([sys.executable, "-c", body], capture_output=True, text=True, cwd=ROOT, check=False, timeout=60)


def test_ctrl_c_while_the_first_modules_are_read_is_answered_in_a_sentence():
    stopped = begun(
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.startswith('actormap.cli'): raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from actormap.__main__ import main; main()"
    )
    assert (stopped.returncode, stopped.stderr) == (130, "Stopped; nothing has been changed.\n")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="only Linux has a device that is always full")
def test_an_answer_for_which_there_is_no_room_is_a_sentence():
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "actormap", "gaps", "-w", "gria", "--lang", "en", "--quiet"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, cwd=ROOT, check=False, timeout=60)
    told = "Error: The answer cannot be written: No space left on device. Make room there, or write to another disk.\n"
    assert (ended.returncode, ended.stderr) == (1, told)


def test_an_answer_that_nobody_is_there_for_ends_quietly():
    ended = begun(
        "import sys; sys.stdout = None; sys.argv = ['actormap', 'gaps', '-w', 'gria', '-q']\nfrom actormap.__main__ import main; main()"
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_whoever_is_stopped_leaves_without_waiting_for_a_thread_that_does_not_end():
    stopped = begun(
        STUB + "import threading; threading.Thread(target=threading.Event().wait).start(); "
        "module.run = lambda: print('told') or 130; from actormap.__main__ import main; main()"
    )
    assert (stopped.returncode, stopped.stdout) == (130, "told\n")


def test_the_command_that_is_installed_begins_there():
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts == {"actormap": "actormap.__main__:main"}


def test_ctrl_c_that_comes_where_python_tidies_up_is_not_lost():
    stopped = begun(
        STUB + "import os, signal, threading\n"
        "class Tidied:\n"
        "    def __del__(self): os.kill(os.getpid(), signal.SIGINT)\n"
        "def run():\n"
        "    Tidied()\n"
        "    threading.Event().wait(50)\n"
        "module.run = run\n"
        "from actormap.__main__ import main; main()"
    )
    assert (stopped.returncode, stopped.stderr) == (130, "Stopped; nothing has been changed.\n")


def test_whatever_else_is_raised_where_python_tidies_up_is_told_as_ever():
    ended = begun(
        STUB + "\nclass Tidied:\n    def __del__(self): raise ValueError('odd')\n"
        "def run(): Tidied()\n"
        "module.run = run\n"
        "from actormap.__main__ import main; main()"
    )
    assert ended.returncode == 0
    assert "ValueError: odd" in ended.stderr


def test_ctrl_c_is_left_off_where_a_shell_has_turned_it_off():
    ended = begun(
        "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n" + STUB + "\n"
        "import os\n"
        "module.run = lambda: os.kill(os.getpid(), signal.SIGINT) or 0\n"
        "from actormap.__main__ import main; main()"
    )
    assert (ended.returncode, ended.stderr) == (0, "")


def test_whoever_is_stopped_leaves_without_a_look_through_all_that_was_made():
    stopped = begun(
        STUB + "import gc, os, signal\n"
        "def run():\n"
        "    gc.disable()\n"
        "    try:\n"
        "        made = [[] for _ in range(200_000)]\n"
        "        os.kill(os.getpid(), signal.SIGINT)\n"
        "        print('went on')\n"
        "    finally:\n"
        "        gc.callbacks.append(lambda *_: print('looked through'))\n"
        "        gc.enable()\n"
        "        more = [[] for _ in range(200_000)]\n"
        "module.run = run\n"
        "from actormap.__main__ import main; main()"
    )
    assert (stopped.returncode, stopped.stdout) == (130, "")


def test_whoever_is_stopped_leaves_without_giving_back_what_was_read():
    stopped = begun(
        "from actormap import workspace\n"
        "class Record:\n"
        "    def __del__(self): print('given back')\n"
        "def read(*_, **__):\n"
        "    record = Record()\n"
        "    raise KeyboardInterrupt\n"
        "workspace.read = read\n"
        "import sys; sys.argv = ['actormap', 'load', 'gria', '--store', 'sqlite:///:memory:', '--lang', 'en']\n"
        "from actormap.__main__ import main; main()"
    )
    assert (stopped.returncode, stopped.stdout, stopped.stderr.strip()) == (130, "", "Stopped; nothing has been changed.")
