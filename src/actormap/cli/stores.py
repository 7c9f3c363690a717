"""The commands that any store answers: query, and copy from one to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actormap.cli import options, session
from actormap.errors import UsageError

if TYPE_CHECKING:
    from actormap.analysis.queries import Question
    from actormap.i18n import Texts


@click.command()
@click.argument("name", required=False)
@click.option(
    "--param", "-p", "parameters", metavar="KEY=VALUE", multiple=True, help="What the question asks about; lists with commas between."
)
@options.source
@options.table
def query(name: str | None, parameters: tuple[str, ...], form: str | None, output: Path | None, **given: Any) -> None:
    """Answer a named question; without NAME, list the questions and their parameters.

    On Neo4j the answer comes from the file of that name in cypher/explore, which can also be pasted into Neo4j Browser; on any other store
    from the same question asked in Python. Cypher of your own is not run here.
    """
    from actormap.atlas import query as queries

    if name is None:
        click.echo(_listed(session.texts(given["lang"] or "sv")), nl=False)
        return
    place = session.place_of(given["workspace"]) if given["workspace"] or not given["store"] else None
    answered = queries.query(place, name, dict(_pair(text) for text in parameters), store=given["store"])
    session.answer(answered.result, session.writer(answered.vocabulary, given["lang"] or answered.lang), form, output, quiet=given["quiet"])


def _listed(texts: Texts) -> str:
    from actormap.analysis.queries import catalogue

    return "\n".join(_told(question, texts) for question in catalogue().values())


def _told(question: Question, texts: Texts) -> str:
    lines = [question.name, f"  {texts.entries.get(f'questions.{question.name}', question.purpose)}"]
    lines += [f"  --param {each.name}={_written(each.default)}   {each.meaning}" for each in question.parameters]
    return "\n".join(lines) + "\n"


def _written(default: Any) -> str:
    return ",".join(default) if isinstance(default, list) else str(default)


def _pair(text: str) -> tuple[str, str]:
    key, equals, value = text.partition("=")
    if not (key and equals):
        raise UsageError(f'--param "{text}" names no value.', hint="Write it as network=gria.")
    return key.strip(), value.strip()


@click.command()
@click.argument("source")
@click.argument("target")
@click.option("--merge", is_flag=True, help="Only add and update; remove nothing.")
@click.option("--dry-run", is_flag=True, help="Say what would change and change nothing.")
@click.option("--yes", is_flag=True, help="Go ahead even if more than half of what the target holds would be removed.")
@options.language
@options.table
@options.quiet
def copy(source: str, target: str, yes: bool, lang: str | None, form: str | None, output: Path | None, quiet: bool, **rest: Any) -> None:
    """Make the store TARGET equal to the store SOURCE, all or nothing.

    Both are addresses, such as sqlite:///graph.sqlite and neo4j://localhost.
    """
    from actormap.atlas import sync
    from actormap.model.vocabulary import Vocabulary
    from actormap.output import listings

    with session.progress("Copying", quiet=quiet) as advance:
        difference = sync.copy(source, target, allow_mass_removal=yes, progress=advance, **rest)
    report = listings.load(difference, **rest)
    session.answer(report, session.writer(Vocabulary.load(), lang or "sv"), form, output, quiet=quiet)


COMMANDS = (query, copy)
