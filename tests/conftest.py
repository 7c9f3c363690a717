"""What tests share: the command line as a user meets it."""

from __future__ import annotations

import gc
import json
import os
import sys
from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, settings

from actormap.cli.main import run
from tests import interrupt, sharing
from tests.chromium import browser  # noqa: F401  (a fixture, shared by all that look at pages)

SERVERS = pytest.StashKey[list[str]]()
# No claim is about time: what is drawn may take as long as a busy machine takes, and the libraries are read in the first example.
settings.register_profile("actormap", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("actormap")
interrupt.heard()
# A machine that speaks no language of ours, whoever's it is: what is said is English unless something else is asked for.
os.environ.pop("ACTORMAP_LANG", None)
os.environ["LC_ALL"] = "C.UTF-8"


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Collect without looking for garbage, which takes a fifth of the work, and never look again through what has been collected."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.collect()
        gc.freeze()
        gc.enable()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Give each test to the process that has its server, its browser and the fixtures of its module; the longest work comes first."""
    for item in items:
        group = sharing.group(item)
        item.add_marker(pytest.mark.xdist_group(group))
        if group == sharing.CURRENT:
            item.add_marker(pytest.mark.slow)
    if hasattr(config, "workerinput"):
        items.sort(key=sharing.turn)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_node_collection_finished(node, ids):
    """Refuse to run where groups are torn apart: every process would start every server and open every page anew."""
    if node.config.option.dist == "loadgroup" and ids and "@" not in ids[0]:
        pytest.exit("This pytest-xdist keeps no tests together with this pytest: install by constraints.txt.", returncode=4)


@pytest.fixture(scope="session", autouse=True)
def servers(request):
    """Stop the servers that the tests have started, and remember for the log which versions they were."""
    yield
    stop_servers(request.config)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item, nextitem):
    """Stop the servers when the tests that ask them are over: one that nobody asks has work of its own all the same."""
    if hasattr(item.config, "workerinput") and nextitem and sharing.has_server(item) and not sharing.has_server(nextitem):
        stop_servers(item.config)


def stop_servers(config):
    started = sys.modules.get("tests.neo4j_server")  # the driver takes a second to load, which tests without a server do not wait for
    if started is None:
        return
    versions = [*config.stash.get(SERVERS, []), *started.versions()]
    if hasattr(config, "workeroutput"):
        config.workeroutput["servers"] = versions
    config.stash[SERVERS] = versions
    started.stop_shared()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """Take over from a process of its own which servers it has asked."""
    told = getattr(node, "workeroutput", {}).get("servers", [])
    node.config.stash[SERVERS] = [*node.config.stash.get(SERVERS, []), *told]


def pytest_terminal_summary(terminalreporter):
    for version in terminalreporter.config.stash.get(SERVERS, []):
        terminalreporter.write_line(f"A real server was asked: {version}")


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


@pytest.fixture
def actormap_says(capfd):
    """Run a command in this process and return its exit code and what it printed."""

    def say(*arguments):
        capfd.readouterr()
        code = run([str(argument) for argument in arguments])
        told = capfd.readouterr()
        return Answer(code, told.out, told.err)

    return say


@pytest.fixture
def in_english(actormap_says):
    """Run a command as `actormap_says` does, whatever the language of the workspace."""
    return lambda *arguments: actormap_says(*arguments, "--lang", "en")


@pytest.fixture
def ask(actormap_says):
    """Run a command that must succeed and return its JSON."""

    def say(*arguments):
        answer = actormap_says(*arguments, "--format", "json", "--quiet")
        assert answer.code == 0, answer.err
        return json.loads(answer.out)

    return say
