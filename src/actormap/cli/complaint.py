"""What has gone wrong, as a sentence to whoever gave the command: click's own complaints and the program's, in their language."""

from __future__ import annotations

import click

from actormap.cli import options
from actormap.cli.speech import Speech
from actormap.errors import ActormapError, InvalidWorkspace


def of_click(error: click.ClickException, speech: Speech) -> str:
    """Return what click complains of: the usage, where to find help, and the fault."""
    lines = []
    if isinstance(error, click.UsageError) and error.ctx is not None:
        lines.append(error.ctx.get_usage().replace("Usage", speech.said("Usage"), 1))
        if names := error.ctx.help_option_names:
            lines += [speech.said(f"Try '{error.ctx.command_path} {max(names, key=len)}' for help."), ""]
    return "\n".join([*lines, labelled(speech.said(error.format_message()), speech)])


def of_program(error: ActormapError, speech: Speech) -> str:
    """Return what the program complains of, after the problems of the tables if it is about those."""
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
