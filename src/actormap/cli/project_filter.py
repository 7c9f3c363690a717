"""Which projects a question is about: the options, and the conditions that they make."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from actormap.cli import options
from actormap.cli.command import PROJECTS, option
from actormap.cli.request import names
from actormap.errors import UsageError

if TYPE_CHECKING:
    from actormap.analysis.projects.conditions import Conditions


@dataclass(frozen=True, slots=True)
class ProjectFilter:
    """What the options say of which projects are looked at, as it was written."""

    region: str | None = None
    programme: str | None = None
    area: str | None = None
    kind: str | None = None
    target_group: str | None = None
    theme: str | None = None
    youth: bool = False
    words: str | None = None
    where: tuple[str, ...] = ()
    without: str | None = None

    def conditions(self) -> Conditions:
        """Return the conditions; raise `UsageError` if --where is none."""
        from actormap.analysis.projects.conditions import Conditions

        return Conditions(
            regions=names(self.region),
            programmes=names(self.programme),
            areas=names(self.area),
            kinds=names(self.kind),
            target_groups=names(self.target_group),
            themes=names(self.theme),
            youth=self.youth,
            words=tuple((self.words or "").split()),
            where=tuple(map(_pair, self.where)),
            without=names(self.without),
        )


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name.strip() and equals and value.strip()):
        raise UsageError(f'--where "{text}" is no condition.', hint="Write it as western=yes.")
    return name.strip(), value.strip()


_of = partial(option, heading=PROJECTS, into=ProjectFilter)
choice = options.together(
    _of("--region", metavar="NAME,…", help="Only projects of these regions."),
    _of("--programme", metavar="NAME,…", help="Only these programmes, such as 2007-2013."),
    _of("--area", metavar="NAME,…", help="Only these programme areas; say the programme too, for areas change meaning."),
    _of("--kind", metavar="NAME,…", help="Only these kinds, such as project or prestudy."),
    _of("--target-group", metavar="ID,…", help="Only projects that name one of these target groups, by id or name."),
    _of("--theme", metavar="ID,…", help="Only projects with one of these themes: a method, a factor, a problem."),
    _of("--youth", is_flag=True, help="Only projects that the workspace marks as being about young people."),
    _of("--words", metavar="WORDS", help="Only projects with all these words in what is coded of them."),
    _of("--where", metavar="NAME=VALUE", multiple=True, help="Only projects with this value in this column, such as western=yes."),
    _of("--without", metavar="ID,…", help="Leave out these projects."),
)
"""Which projects are looked at."""
