"""A pytest plugin that says which test module runs which lines and opens which files, and how long each test takes.

    NOTICED=FILE coverage run --data-file=… -m pytest -p benchmarks.noticing

What a module has made and kept is forgotten when the next one begins, so that each is seen to do what it needs done. The lines stand in the
data of coverage, whose context is the module; the rest is written to FILE.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections import defaultdict
from pathlib import Path

import coverage

OURS = ("actormap", "tests")


class Noticing:
    def __init__(self) -> None:
        self.root = str(Path.cwd()) + os.sep
        self.module = ""
        self.spent = sum(os.times()[:4])
        self.tests: dict[str, dict[str, object]] = {}
        self.opened: dict[str, set[str]] = defaultdict(set)
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[0], str) and self.module and not arguments[0].endswith((".py", ".pyc")):
            name = os.path.normpath(arguments[0])
            if name.startswith((self.root + "src", self.root + "cypher")):
                self.opened[name.removeprefix(self.root)].add(self.module)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        module = nodeid.partition("::")[0]
        if module != self.module:
            self.module = module
            forget()
            if running := coverage.Coverage.current():
                running.switch_context(module)

    def pytest_runtest_makereport(self, item: object, call: object) -> None:
        about = self.tests.setdefault(item.nodeid, {"seconds": 0.0, "browser": False, "passed": False})
        spent, self.spent = self.spent, sum(os.times()[:4])
        # A busy machine draws out the clock, but a test that waits for a browser does need some of it.
        about["seconds"] += max(self.spent - spent, call.duration / 4)
        about["browser"] = item.get_closest_marker("browser") is not None
        if call.when == "call":
            about["passed"] = call.excinfo is None
        elif call.excinfo is not None:
            about["passed"] = False

    def pytest_sessionfinish(self) -> None:
        self.module = ""
        told = {"tests": self.tests, "opened": {name: sorted(modules) for name, modules in self.opened.items()}}
        Path(os.environ["NOTICED"]).write_text(json.dumps(told), encoding="utf-8")


def forget() -> None:
    """Empty every cache of a function in our own modules."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in OURS:
            for value in list(vars(module).values()):
                if callable(getattr(value, "cache_clear", None)):
                    with contextlib.suppress(TypeError):
                        value.cache_clear()


def pytest_configure(config: object) -> None:
    config.pluginmanager.register(Noticing(), "noticing")
