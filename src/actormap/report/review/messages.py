"""A review as a story for the wall: one message a step, each with those it speaks of in the light and the result it is about laid over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from actormap.analysis.change.sunset.calendar import CalendarRow
from actormap.analysis.composition.gaps import GAPS, Gaps
from actormap.analysis.composition.members import MEMBERSHIPS
from actormap.analysis.composition.requirements.cells import ALONE, MISSING, UNKNOWN
from actormap.analysis.composition.requirements.coverage import CellRow
from actormap.analysis.review.review import Review
from actormap.model.ordering import alphabetical
from actormap.model.story import Story, StoryStep
from actormap.report.review import calendar, five_fields, invitation
from actormap.report.review.summary import TELLING
from actormap.report.review.writer import Pen

LONGEST_TITLE = 60
FEW = 3  # names that a sentence on a wall has room for
LOSSES = 2


@dataclass(frozen=True, slots=True)
class Message:
    """A step in one language; what it says is the same in every other."""

    title: str
    text: str
    focus: tuple[str, ...] = ()
    overlay: str | None = None
    reach: int = 0


def make(review: Review, gaps: Gaps, pens: Mapping[str, Pen], *, ending: str | None = None, public: bool = False) -> Story:
    """Return the story, in the languages of `pens`: of what the data is silent about there is no step.

    A step that lays a result over the map and has no focus of its own shows all that the result marks. `ending` is the project whose end is
    laid over the map; without it that is the one told of that takes most with it. A `public` story has no posts and no plans: nothing of
    what is required, whom to invite, and what to take up.
    """
    told = [list(_messages(review, gaps, pen, ending, public=public)) for pen in pens.values()]
    return Story(steps=tuple(_step(dict(zip(pens, alike, strict=True))) for alike in zip(*told, strict=True)))


def _step(told: Mapping[str, Message]) -> StoryStep:
    first = next(iter(told.values()))
    title, text = ({lang: getattr(each, part) for lang, each in told.items()} for part in ("title", "text"))
    return StoryStep(title=title, text=text, focus=first.focus, reach=first.reach, overlay=first.overlay)


def _messages(review: Review, gaps: Gaps, pen: Pen, ending: str | None, *, public: bool) -> Iterator[Message]:
    yield from _members(review, pen)
    yield from _holding(review, pen)
    yield from _gaps(gaps, pen)
    if not public:
        yield from _coverage(review, pen)
        yield from _invitation(review, pen)
    yield from _ends(review, pen, ending, public=public)
    if not public:
        yield from _posts(review, pen)
        yield from _questions(review, pen)


def _members(review: Review, pen: Pen) -> Iterator[Message]:
    rows = review.present.rows
    if not rows:
        return
    kinds = pen.kinds(Counter(row["kind"] for row in rows))
    text = [pen("review.brief.members", network=pen.names[review.focal], kinds=kinds), *_findings(review, ("one_sentence",), pen)]
    title = pen("story.members.who", kinds=kinds)
    title = title if len(title) <= LONGEST_TITLE else pen("story.members.title")
    yield Message(title, " ".join(text), (review.focal, *sorted(row["id"] for row in rows)))


def _holding(review: Review, pen: Pen) -> Iterator[Message]:
    if not review.present.context.summary["ties"]:
        return
    text = list(_findings(review, TELLING[1:], pen))
    most = max(review.present.holding, key=lambda pair: len(pair[1]), default=None)
    if most is None:
        text.append(pen("review.present.not_holding"))
    else:
        holder, cut_off = most
        names = few(sorted((pen.names[each] for each in cut_off), key=alphabetical), pen)
        text.append(pen("story.holding.without", name=pen.names[holder], n=len(cut_off), names=names))
    focus = (most[0], *most[1], *review.present.cut_off_with[most[0]]) if most else (review.focal,)
    yield Message(pen("story.holding.title"), " ".join(text), focus, reach=0 if most else 1)


def _gaps(gaps: Gaps, pen: Pen) -> Iterator[Message]:
    counts = {gap: len(gaps.of(gap)) for gap in GAPS}
    found = [pen(f"story.gaps.{gap}", n=count) for gap, count in counts.items() if count]
    if found:
        yield Message(pen("story.gaps.title"), pen("story.gaps.text", found=found[:FEW]), overlay="gaps", reach=1)


def _coverage(review: Review, pen: Pen) -> Iterator[Message]:
    rows = review.coverage.rows
    if not rows:
        return
    missing, unknown, alone = (_columns(rows, state) for state in (MISSING, UNKNOWN, ALONE))
    counts = Counter(row["state"] for row in rows)
    state = MISSING if missing else UNKNOWN if unknown else "covered"
    text = []
    if missing:
        text.append(pen("story.coverage.missing", names=few(missing, pen)))
    if unknown:
        text.append(pen("story.coverage.unknown", n=counts[UNKNOWN], names=few(unknown, pen)))
    if alone and not (missing and unknown):
        text.append(pen("story.coverage.alone", n=counts[ALONE], names=few(alone, pen)))
    title = pen(f"story.coverage.title_{state}", n=counts[state] if state != "covered" else len(rows), of=len(rows))
    yield Message(title, " ".join(text), overlay="coverage", reach=1)


def _invitation(review: Review, pen: Pen) -> Iterator[Message]:
    found = review.invitation
    if found.rows:
        text = " ".join((invitation.proposal(found, pen), invitation.equals(found, pen))).strip()
        chosen = tuple(found.rows[0]["set"])
        yield Message(pen("story.invitation.title"), text, chosen, "invitation")


def _ends(review: Review, pen: Pen, ending: str | None, *, public: bool) -> Iterator[Message]:
    date = review.present.context.parameters.get("at") or review.date
    coming, past = calendar.parted(review.calendar, date)
    nearest, costliest = next(iter(coming), None), max(filter(calendar.costs, past), key=_loss, default=None)
    told = [row for row in (nearest, costliest) if row]
    laid = ending or (None if public or not told else max(told, key=_loss)["id"])
    for when, rows, usual in (("coming", coming, nearest), ("past", past, costliest)):
        row = next((each for each in rows if each["id"] == ending), usual)
        if row:
            gone = list(calendar.losses(row | {"themes": few(row["themes"], pen)}, pen))[:LOSSES] or [pen("review.calendar.no_loss")]
            first = pen(f"story.ends.{when if row is usual else f'{when}_named'}", name=row["name"], end=row["end"])
            overlay = "sunset" if row["id"] == laid else None
            yield Message(pen(f"story.ends.title_{when}"), " ".join((first, *gone)), (row["id"],), overlay, reach=1)


def _loss(row: CalendarRow) -> tuple[int, int, int, str]:
    return row["lost_contact"], row["isolated"], len(row["themes"]), row["end"]


def _posts(review: Review, pen: Pen) -> Iterator[Message]:
    here = [row for row in review.posts.rows if row["target"] == review.focal]
    tasks = [row for row in here if row["source_name"] == row["post"] and row["type"] not in MEMBERSHIPS]
    through = Counter(row["post"] for row in here if row["source_name"] != row["post"])
    if not tasks and not through:
        return
    network, text = pen.names[review.focal], []
    for row in tasks[:1]:
        does = pen.texts.pick(pen.vocabulary.type(row["type"]))[0]
        text.append(pen("review.posts.task", post=row["post"], does=does, network=network))
        if row["implied"] == len(row["relationships"]):
            text.append(pen("story.implied"))
    text += [pen("story.posts.through", n=n, network=network, post=post) for post, n in through.most_common(1)]
    told = [*tasks[:1], *(row for row in here if [row["post"]] == [post for post, _ in through.most_common(1)])]
    focus = dict.fromkeys((review.focal, *(row["source"] for row in told)))
    yield Message(pen("story.posts.title"), " ".join(text), tuple(focus), "posts")


def _questions(review: Review, pen: Pen) -> Iterator[Message]:
    unknown, unnamed = _columns(review.coverage.rows, UNKNOWN), review.others.unnamed()
    asked = [pen("story.questions.unknown", names=few(unknown, pen))] if unknown else []
    if unnamed:
        names = [pen.texts.pick(pen.vocabulary.checklist[each]) for each in unnamed]
        asked.append(pen("story.questions.unnamed", names=few(names, pen)))
    asked += five_fields.questions(review.fields, pen)
    if asked:
        yield Message(pen("review.questions"), "\n\n".join(asked[:FEW]), (review.focal,), reach=1)


def _findings(review: Review, findings: Sequence[str], pen: Pen) -> Iterator[str]:
    """Yield what the five fields say by some findings, without its places: these are on the map."""
    for row in review.fields.rows:
        if row["finding"] in findings:
            yield five_fields.sentence(row | {"evidence": [], "state": ""}, review.focal, pen)


def _columns(rows: Iterable[CellRow], state: str) -> list[str]:
    return list(dict.fromkeys(row["column"] for row in rows if row["state"] == state))


def few(words: Sequence[str], pen: Pen) -> list[str]:
    """Return the first of some words, and how many more there are."""
    rest = len(words) - FEW
    return [*words[:FEW], pen("story.more", n=rest)] if rest > 1 else list(words)
