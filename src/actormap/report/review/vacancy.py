"""Posts in words: what in the network hangs on one post."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.analysis.change.vacancy import Posts, PostsRow
from actormap.analysis.composition.members import MEMBERSHIPS
from actormap.report.review.document import Section, items, paragraph, section
from actormap.report.review.writer import Pen


def write(posts: Posts, focal: str, pen: Pen) -> Section:
    """Return what in a network hangs on one post, and how much does elsewhere."""
    here = [row for row in posts.rows if row["target"] == focal]
    lines = [*tasks(posts, focal, pen), *through(here, pen)]
    elsewhere = len(posts.rows) - len(here)
    return section(
        pen("review.posts.title"),
        items(*lines) if lines else paragraph(pen("review.posts.none", network=pen.names[focal])),
        paragraph(pen("review.posts.elsewhere", n=elsewhere) if elsewhere else ""),
        paragraph(pen("review.posts.note") if lines else ""),
    )


def questions(posts: Posts, focal: str, pen: Pen) -> list[str]:
    """Return what there is to ask about posts."""
    names = dict.fromkeys(row["post"] for row in posts.rows if row["target"] == focal and not _sits(row))
    return [pen("review.posts.ask", names=list(names))] if names else []


def tasks(posts: Posts, focal: str, pen: Pen) -> Iterator[str]:
    """Yield a line for every task in a network that one post alone holds."""
    for row in posts.rows:
        if row["target"] == focal and row["source_name"] == row["post"] and not _sits(row):
            does = pen.texts.pick(pen.vocabulary.type(row["type"]))[0]
            state = "implied" if row["implied"] == len(row["relationships"]) else None
            yield pen("review.posts.task", post=row["post"], does=does, network=row["target_name"]) + pen.cited(row["evidence"], state)


def through(rows: list[PostsRow], pen: Pen) -> Iterator[str]:
    """Yield one line for all who take part through the same post."""
    by_post: dict[tuple[str, str], list[PostsRow]] = {}
    for row in rows:
        if row["source_name"] != row["post"]:
            by_post.setdefault((row["post"], row["type"]), []).append(row)
    for (post, _), alike in by_post.items():
        places = sorted({place for row in alike for place in row["evidence"]})
        names = [row["source_name"] for row in alike]
        yield pen("review.posts.through", n=len(names), names=names, post=post, network=alike[0]["target_name"]) + pen.cited(places)


def _sits(row: PostsRow) -> bool:
    """Return whether a post itself sits in the network: it is told of with those it sits there for."""
    return row["source_name"] == row["post"] and row["type"] in MEMBERSHIPS
