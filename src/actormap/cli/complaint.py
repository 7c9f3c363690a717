"""What has gone wrong, as a sentence to whoever gave the command: click's own complaints and the program's, in their language."""

from __future__ import annotations

import click

from actormap.cli import manual, options
from actormap.cli.speech import Speech
from actormap.errors import ActormapError, InvalidWorkspace


def of_click(error: click.ClickException, speech: Speech) -> str:
    """Return what click complains of: the usage, where to find help, and the fault."""
    if not isinstance(error, click.UsageError) or error.ctx is None:
        return labelled(speech.said(error.format_message()), speech)
    with error.ctx.scope(cleanup=False):  # in whose language the usage is told
        lines = [error.ctx.get_usage()]
        if names := error.ctx.help_option_names:
            lines += [speech.said(f"Try '{error.ctx.command_path} {max(names, key=len)}' for help."), ""]
        return "\n".join([*lines, labelled(_with_words(speech.said(error.format_message()), error, error.ctx), speech)])


def _with_words(told: str, error: click.UsageError, context: click.Context) -> str:
    """Return a sentence with an argument named as the usage line has it."""
    at_fault = getattr(error, "param", None)
    if not isinstance(at_fault, click.Argument):
        return told
    name = at_fault.make_metavar(context)
    return told.replace(f"'{name}'", f"'{manual.worded(name)}'", 1)


def of_program(error: ActormapError, speech: Speech) -> str:
    """Return what the program complains of, after the problems of the tables if it is about those."""
    if isinstance(error, InvalidWorkspace) and error.lang:
        speech.heard = error.lang  # the problems are told in it too
    told = labelled(sentence(error, speech), speech)
    if not isinstance(error, InvalidWorkspace):
        return told
    from actormap.cli import output
    from actormap.output import listings

    texts = output.texts(speech.asked or error.lang or speech.lang)
    return f"{listings.lines(listings.problems(error.problems, texts, ''), texts)}{told}"


def sentence(error: ActormapError, speech: Speech) -> str:
    """Return what is wrong and what to do, in the language."""
    return " ".join(speech.said(part) for part in error.told(options.spelled, speech.lang) if part)


def labelled(told: str, speech: Speech) -> str:
    """Return a sentence behind the word for an error."""
    return f"{speech.said('Error')}: {told}"
