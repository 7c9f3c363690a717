"""Claims about how the process begins and ends."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

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


def test_whoever_is_stopped_leaves_without_waiting_for_a_thread_that_does_not_end():
    stopped = begun(
        STUB + "import threading; threading.Thread(target=threading.Event().wait).start(); "
        "module.run = lambda: print('told') or 130; from actormap.__main__ import main; main()"
    )
    assert (stopped.returncode, stopped.stdout) == (130, "told\n")


def test_the_command_that_is_installed_begins_there():
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    assert scripts == {"actormap": "actormap.__main__:main"}
