"""The commands that any store answers: query, copy from one to another, and trust in the server that a workspace names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from actormap.cli import options, output, screen, session, speech
from actormap.cli.command import command
from actormap.cli.request import Request
from actormap.errors import UsageError

if TYPE_CHECKING:
    from actormap.analysis.queries import Question
    from actormap.i18n import Texts


@command(short="Answer a named question, or list the questions.")
@click.argument("name", required=False)
@click.option(
    "--param", "-p", "parameters", metavar="KEY=VALUE", multiple=True, help="What the question asks about; lists with commas between."
)
@options.source
@options.table
def query(request: Request, name: str | None, parameters: tuple[str, ...]) -> None:
    """Answer a named question; without NAME, list the questions and their parameters.

    On Neo4j the answer comes from the file of that name in cypher/explore, which can also be pasted into Neo4j Browser; on any other store
    from the same question asked in Python. Cypher of your own is not run here.
    """
    from actormap.atlas import query as queries

    if name is None:
        screen.show(screen.folded(_listed(output.texts(request.lang or speech.here().lang)), request), request)
        return
    place = session.place_unless_stored(request.workspace, request.store)
    given = dict(_pair(text) for text in parameters)
    with session.progress("Asking", request) as advance:
        answered = queries.query(place, name, given, store=request.store, progress=advance)
    session.remark(answered.remarks, request.lang or answered.lang, request)
    output.answer(answered.result, output.writer_for(answered.vocabulary, request.lang or answered.lang), request)


def _listed(texts: Texts) -> str:
    from actormap.analysis.queries import catalogue

    return "\n".join(_told(question, texts) for question in catalogue().values())


def _told(question: Question, texts: Texts) -> str:
    lines = [question.name, f"  {texts.entries.get(f'questions.purpose.{question.name}', question.purpose)}"]
    for each in question.parameters:
        meaning = texts.entries.get(f"questions.parameter.{each.name}", each.meaning)
        lines += [f"  --param {each.name}={_written(each.default)}", f"    {meaning}"]
    return "\n".join(lines) + "\n"


def _written(default: Any) -> str:
    return ",".join(default) if isinstance(default, list) else str(default)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals):
        raise UsageError(f'--param "{text}" names no value.', hint="Write it as network=gria.")
    return key.strip(), value.strip()


@command()
@click.argument("source")
@click.argument("target")
@click.option("--merge", is_flag=True, help="Only add and update; remove nothing.")
@click.option("--dry-run", is_flag=True, help="Say what would change and change nothing.")
@click.option("--yes", is_flag=True, help="Go ahead even if more than half of what the target holds would be removed.")
@options.language
@options.table
@options.quiet
def copy(request: Request, source: str, target: str, merge: bool, dry_run: bool, yes: bool) -> None:
    """Make the store TARGET equal to the store SOURCE, all or nothing.

    Both are addresses, such as sqlite:///graph.sqlite and neo4j://localhost.
    """
    from actormap.atlas import stores, sync
    from actormap.model.vocabulary import Vocabulary
    from actormap.output import listings

    for address in (source, target):
        session.remark(stores.remarks(None, address), request.lang or speech.here().lang, request)
    with session.progress("Copying", request) as advance:
        difference = sync.copy(source, target, merge=merge, dry_run=dry_run, allow_mass_removal=yes, progress=advance)
    report = listings.load(difference, merge=merge, dry_run=dry_run)
    output.answer(report, output.writer_for(Vocabulary.load(), request.lang or speech.here().lang), request)


@command(short="Let a workspace use the server that it names.")
@click.option("--undo", is_flag=True, help="Trust the workspace with no server any more.")
@options.workspace
@options.language
@options.quiet
def trust(request: Request, undo: bool) -> None:
    """Let a workspace use the server that its actormap.toml names as store, with the password in the environment.

    A workspace may come from anybody. Until it is trusted, a server that it names is asked only if --store, ACTORMAP_STORE or NEO4J_URI
    name it too. What is trusted is remembered outside the workspace, in the folder that ACTORMAP_CONFIG names or the system gives.
    """
    from actormap.atlas import stores
    from actormap.atlas import trust as trusted
    from actormap.workspace.combination import places

    places.one(session.place_of(request.workspace), "a server is trusted by")
    read = session.read(request.workspace)
    server = stores.server_of(read)
    if not undo and server is None:
        raise UsageError(f"The workspace {read.title} names no server as its store.", hint="There is nothing to trust it with.")
    where = stores.place_of(read)
    file = trusted.remove(where) if undo else trusted.add(where, str(server))
    key = "load.distrusted" if undo else "load.trusted"
    output.say(output.texts(request.lang or read.language)(key, title=read.title, server=server, file=file), request)


COMMANDS = (query, copy, trust)
