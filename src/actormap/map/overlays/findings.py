"""The results that the map lays over itself. What each marks is what the rows of the result name, with their words as reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from actormap.atlas.atlas import Atlas
from actormap.i18n import LANGUAGES, Texts
from actormap.map.overlays import titles

if TYPE_CHECKING:
    from actormap.map.overlays.overlay import Overlay, Told

SEATS = 3
Reasons = dict[str, list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a map is drawn for: the atlas, the network in focus, the project whose end is shown, whether it is public, and its day."""

    atlas: Atlas
    network: str
    ending: str | None = None
    public: bool = False
    date: str | None = None

    @property
    def requires(self) -> bool:
        """Return whether something is required of the network that the map may tell of."""
        return not self.public and any(line.network == self.network for line in self.atlas.snapshot.coverage)


def overlays(
    atlas: Atlas, *, network: str | None = None, ending: str | None = None, public: bool = False, date: str | None = None
) -> tuple[Overlay, ...]:
    """Return the overlays of an atlas round a network, or round its focal one; none without either.

    What is required of the network and whom to invite are there if the data has a required coverage of it, what ends with a project if
    `ending` names one, who carries which method if `date` is given and anybody does. A `public` map has the gaps only: the others name
    posts and plans.
    """
    focal = atlas.focus(network)
    if not focal:
        return ()
    found = (lay(Occasion(atlas, focal, ending, public, date)) for lay in OVERLAYS.values())
    return tuple(overlay for overlay in found if overlay is not None)


def gaps(atlas: Atlas, network: str | None = None) -> Overlay:
    """Return the gap report as an overlay."""
    words, reasons = _words(), Reasons()
    found = atlas.gaps(network)
    for row in found.rows:
        _add(reasons, row["id"], words, f"words.gap.{row['gap']}")
    return _overlay("gaps", words, reasons, told=titles.gaps(found, words))


def coverage(atlas: Atlas, network: str | None = None) -> Overlay:
    """Return what is required of a network as an overlay: who covers it, what is missing, and what is not known."""
    from actormap.map.overlays import coverage as findings

    words = _words()
    found = atlas.coverage(network)
    told = findings.of(found, words.values())
    nodes = {node: [{lang: each[lang] for lang in LANGUAGES} for each in listed] for node, listed in told.items()}
    return _overlay("coverage", words, nodes, told=titles.coverage(found, words))


def invitation(atlas: Atlas, network: str | None = None, seats: int = SEATS) -> Overlay:
    """Return whom to invite as an overlay: the first of the best choices with its reasons, and who is in others as good."""
    from actormap.analysis.composition.invitation.terms import InvitationTerms
    from actormap.output.pages import invitation as written

    words, reasons = _words(), Reasons()
    rows = atlas.invite(InvitationTerms(seats=seats), network).rows
    for row in rows[:1]:
        told = {lang: dict(zip(row["set"], written.in_order(row, texts), strict=True)) for lang, texts in words.items()}
        for actor in row["set"]:
            reasons[actor] = [{lang: words[lang]("overlays.invitation.why", why=told[lang][actor]) for lang in LANGUAGES}]
    chosen = {actor for row in rows for actor in row["set"]}
    for actor in sorted(chosen - reasons.keys()):
        _add(reasons, actor, words, "overlays.invitation.other", n=sum(actor in row["set"] for row in rows), of=len(rows))
    invited = len(rows[0]["set"]) if rows else 0
    return _overlay("invitation", words, reasons, told=titles.invitation(reasons, invited, words))


def posts(atlas: Atlas) -> Overlay:
    """Return the relationships that rest on one post as an overlay."""
    words, ties = _words(), Reasons()
    for row in atlas.posts().rows:
        for relationship in row["relationships"]:
            _add(ties, relationship, words, "overlays.posts.rests", post=row["post"])
    return _overlay("posts", words, {}, ties, told=titles.counted("posts", words, ties))


def sunset(atlas: Atlas, project: str, network: str | None = None, at: str | None = None) -> Overlay:
    """Return what ends with a project as an overlay: what is lost, who meets fewer, who stands alone, what nobody works with any more."""
    words, nodes, ties = _words(), Reasons(), Reasons()
    found = atlas.sunset(project, at, network=network)
    for row in found.of("lost"):
        for relationship in row["relationships"]:
            _add(ties, relationship, words, "overlays.sunset.lost")
    met: dict[str, set[str]] = {}
    for row in found.of("lost_contact"):
        a, b = row["ids"]
        met.setdefault(a, set()).add(b)
        met.setdefault(b, set()).add(a)
    _add(nodes, found.project["id"], words, "overlays.sunset.ends")
    for actor in sorted(met):
        _add(nodes, actor, words, "overlays.sunset.lost_contact", n=len(met[actor]))
    for finding in ("isolated", "theme"):
        for row in found.of(finding):
            for each in row["ids"]:
                _add(nodes, each, words, f"overlays.sunset.{finding}")
    project = found.project["name"]
    told = titles.counted("sunset", words, ties, project=project)
    return _overlay("sunset", words, nodes, ties, told=told, project=project, at=found.context.parameters["at"])


def factors(atlas: Atlas, date: str) -> Overlay | None:
    """Return who carries which methods and success factors at a date as an overlay, and what ends with one project; None if nobody does."""
    words, nodes, asked = _words(), Reasons(), atlas.factors(date)
    for actor, names in asked.today().items():
        _add(nodes, actor, words, "overlays.factors.carries", names=", ".join(names))
    for row in asked.list().rows if nodes else ():
        if row["dies_with"]:
            _add(nodes, row["id"], words, "overlays.factors.ends", project=row["dies_with"], end=row["ends"])
    return _overlay("factors", words, nodes, told=titles.counted("factors", words, asked.today(), date=date), date=date) if nodes else None


def _words() -> dict[str, Texts]:
    return {lang: Texts.load(lang) for lang in LANGUAGES}


def _add(reasons: Reasons, id_: str, words: Mapping[str, Texts], key: str, **values: Any) -> None:
    reasons.setdefault(id_, []).append({lang: words[lang](key, **values) for lang in LANGUAGES})


def _overlay(
    key: str, words: Mapping[str, Texts], nodes: Reasons, ties: Reasons | None = None, *, told: Told | None = None, **values: Any
) -> Overlay:
    from actormap.map.overlays.overlay import Overlay

    name, meaning = ({lang: words[lang](f"overlays.{key}.{part}", **values) for lang in LANGUAGES} for part in ("name", "meaning"))
    return Overlay(key, name, meaning, nodes, ties or {}, told)


# Overlay -> what lays it over a map, None where it does not apply. A story may name these.
OVERLAYS: Mapping[str, Callable[[Occasion], Overlay | None]] = {
    "gaps": lambda map_: gaps(map_.atlas, map_.network),
    "coverage": lambda map_: coverage(map_.atlas, map_.network) if map_.requires else None,
    "invitation": lambda map_: invitation(map_.atlas, map_.network) if map_.requires else None,
    "posts": lambda map_: None if map_.public else posts(map_.atlas),
    "factors": lambda map_: factors(map_.atlas, map_.date) if map_.date and not map_.public else None,
    "sunset": lambda map_: sunset(map_.atlas, map_.ending, map_.network) if map_.ending else None,
}
