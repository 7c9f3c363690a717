"""The entry point: the table of contents, and the one place where errors become exit codes.

0 fine; 1 the input has errors; 2 the command cannot be meant; 3 the store cannot do it; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from actormap import __version__, files
from actormap.cli import complaint, contents, options, screen
from actormap.cli.contents import Contents
from actormap.cli.speech import Speech
from actormap.errors import ActormapError, InputError


@click.group(
    cls=Contents,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    epilog="\b\nactormap help --all lists every command.\nactormap help COMMAND tells how to use one.",
)
@click.version_option(__version__, message="actormap %(version)s")
def cli() -> None:
    """Map the actors, networks and projects round a question, and see who is key and what is missing.

    Tables (a folder of CSV files or an Excel workbook) become a graph; analyses, an interactive map and a report come out of it.
    Begin with `actormap demo`, or look at any command with --help.
    """
    options.refuse_blank_variables()


for command in contents.COMMANDS:
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with an exit code; `actormap.__main__` does so sooner where Ctrl-C was pressed."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code; every error has been told, in a sentence, on standard error."""
    _speak_utf8()
    before = files.WRITTEN.count
    speech = Speech(sys.argv[1:] if arguments is None else arguments)
    try:
        outcome = cli.main(args=list(speech.arguments), prog_name="actormap", standalone_mode=False, obj=speech)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except (click.Abort, KeyboardInterrupt) as stop:
        sys.last_value = stop  # what it was at is kept: to give back a large graph takes longer than to say the rest
        # What was under way may have left a note on the Ctrl-C that click has made this of.
        so_far = "nothing has been changed" if files.WRITTEN.count == before else "what had been written by then is kept"
        notes = getattr(stop.__cause__ or stop, "__notes__", [so_far])
        screen.tell(f"{speech.said('Stopped')}; {speech.said(notes[0])}.")
        return 130
    except click.ClickException as error:
        screen.tell(complaint.of_click(error, speech))
        return 2
    except ActormapError as error:
        screen.tell(complaint.of_program(error, speech))
        return error.exit_code
    except OSError as error:
        if files.is_full(error):  # where the answer goes to, such as a file behind a >
            fault = InputError(f"The answer cannot be written: {error.strerror}.", hint=files.FULL)
        elif error.filename and not isinstance(error, BrokenPipeError):
            fault = InputError(f"{error.filename} cannot be opened: {error.strerror}.")  # a name too long, a disk that is gone
        else:
            raise
        screen.tell(complaint.of_program(fault, speech))
        return fault.exit_code
    return outcome if isinstance(outcome, int) else 0


def _speak_utf8() -> None:
    # A Windows console may still be set to a code page without å, and a pipe there always is.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
