"""What a row of a result says, in a plain sentence that needs no knowledge of the method."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from actormap.analysis.result import Result
from actormap.graph.attributes import ACTOR
from actormap.i18n import Texts
from actormap.output import factor_sentences, page_text, structure_sentences

if TYPE_CHECKING:
    from actormap.analysis.actor.salience import SalienceRow
    from actormap.analysis.certainty.ranking import Ranking, RankingRow
    from actormap.analysis.change.compare import ComparisonRow
    from actormap.analysis.change.sunset.calendar import CalendarRow
    from actormap.analysis.change.sunset.losses import SunsetRow
    from actormap.analysis.change.timeline import TimelineRow
    from actormap.analysis.change.vacancy import PostsRow
    from actormap.analysis.change.whatif import WhatIfRow
    from actormap.analysis.cohesion.blocks import BlocksRow
    from actormap.analysis.cohesion.core_periphery import CoreRow
    from actormap.analysis.composition.gaps import GapsRow
    from actormap.analysis.composition.requirements.coverage import CellRow, Coverage
    from actormap.analysis.evidence import BasisRow
    from actormap.analysis.groups.brokerage import BrokerageRow
    from actormap.analysis.groups.collaboration import CollaborationRow
    from actormap.analysis.groups.homophily import HomophilyRow
    from actormap.analysis.groups.overlap import OverlapRow
    from actormap.analysis.key_players.group_centrality import GroupCentralityRow
    from actormap.analysis.key_players.sets import KeyPlayersRow

NAMED_AT_MOST, PERHAPS_AT_MOST = 6, 3
TOLERANCE = 1e-9  # sums of floats in another order differ, and who shares the first place is first
SELDOM = 0.05


class OneOf(tuple[str, ...]):
    """Names of which one is meant, told with an or before the last."""

    __slots__ = ()


class Phrases(tuple[tuple[str, int], ...]):
    """Parts of a sentence, each an entry beside it and a number."""

    __slots__ = ()


def key(result: Result, texts: Texts) -> str | None:
    """Return the part of the catalogue that speaks of a result, or None if nothing does."""
    prefix = f"sentences.{result.name}"
    return prefix if texts.has(prefix) else None


def say(result: Result, row: Mapping[str, Any], texts: Texts, words: Mapping[str, str] | None = None) -> str:
    """Return the sentence of a row, empty if what it would say is not defined; `words` are what the row's ids are called in it."""
    prefix = key(result, texts)
    if prefix is None:
        return ""
    if result.name == "centrality":
        ranking, ranked = cast("Ranking", result), cast("RankingRow", row)
        scored = ((measure, *_score(ranking, ranked, measure)) for measure in _measures(ranking))
        entries = [(f"measures.{measure}.{variant}", values) for measure, variant, values in scored]
        said = [(f"certainty.{variant}", values) for variant, values in _sure(ranking, ranked)]
    else:
        entries = []
        variant_of = _VARIANTS.get(result.name)
        said = [variant_of(result, row) if variant_of else ("", dict(row))]
    if result.name == "keyplayers" and not row["optimal"]:
        said.append(("unproven", dict(row)))
    entries += [(f"{prefix}.{variant}" if variant else prefix, values) for variant, values in said]
    return " ".join(_told(texts, prefix, entry, {"verb": "", **values, **(words or {})}) for entry, values in entries if texts.says(entry))


def _told(texts: Texts, prefix: str, entry: str, values: Mapping[str, Any]) -> str:
    """Return a sentence; of a value that is a `Phrases` each becomes what its own entry says, with commas between."""
    filled = dict(values)
    for name, value in values.items():
        if isinstance(value, OneOf):
            filled[name] = texts("sentences.or").join([page_text.between(value).join(value[:-1]), value[-1]] if value[1:] else value)
        elif isinstance(value, Phrases):
            filled[name] = ", ".join(texts(f"{prefix}.{part}", n=n) for part, n in value)
    if "nobody" in values:
        filled["nobody"] = texts(f"sentences.nobody.{values['nobody']}")
    return texts(entry, **filled)


def _measures(result: Ranking) -> list[str]:
    return list(result.context.parameters["measures"])


def _score(result: Ranking, row: RankingRow, measure: str) -> tuple[str, dict[str, Any]]:
    score = result.score(row, measure)
    if score is None:
        return "undefined", dict(row)
    values = {**row, "score": score}
    scores = [result.score(other, measure) for other in result.rows if other["side"] == row["side"]]
    of_side = [other for other in scores if other is not None]
    from actormap.analysis.centrality.measures import MEASURES

    if MEASURES[measure].counts:
        if result.context.parameters["weighted"]:
            return "weighted", values
        possible = _possible(result, row["side"])
        count = score if not result.context.parameters["normalised"] else round(score * possible)
        return (row["side"] if result.context.view == "affiliation" else "other"), values | {"n": count, "of": possible}
    side = row["side"] if result.context.view == "affiliation" else "other"
    place = "none" if not score else "most" if score >= max(of_side) - TOLERANCE else "some"
    case = result.contacts.get(row["id"], "mixed") if MEASURES[measure].of_contacts else "mixed"
    return (place if case == "mixed" else case), values | {"nobody": side}


def _sure(result: Ranking, row: RankingRow) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is to be said instead of a bare rank: where it may lie, and whom it cannot be told apart from."""
    if result.certainty is None or row.get("may_be") is None:
        return
    sure = result.certainty.of(row["id"])
    firm = row["place"] == row["may_be"]
    yield ("place" if firm else "interval"), {"place": row["place"], "may_be": row["may_be"]}
    if sure["alike"]:
        named = {other["id"]: other["name"] for other in result.certainty.rows}
        few = len(sure["alike"]) <= NAMED_AT_MOST
        alike = "alike_still" if firm and row["place"].isdecimal() else "alike"  # who shares a place is as sure of it
        names = page_text.apart([named[other] for other in sure["alike"]])
        yield (alike if few else f"{alike}_many"), {"names": names, "n": len(sure["alike"])}
    elif sure["alike"] is not None:
        yield "apart", {}
    if sure["stated_rank"] is None:
        yield "not_stated", {}
    elif sure["stated_rank"] != row["rank"]:
        yield "stated", {"rank": sure["stated_place"]}


def _possible(result: Result, side: str) -> int:
    summary = result.context.summary
    if result.context.view == "affiliation":
        return int(summary["venues"] if side == ACTOR else summary["actors"])
    return int(summary["nodes"]) - 1


def _keyplayers(result: Result, row: KeyPlayersRow) -> tuple[str, dict[str, Any]]:
    told = {**row, "names": page_text.apart(row["names"]), "percent": round(100 * row["value"], 1)}
    return str(result.context.parameters["objective"]), told


def _brokers(result: Result, row: BrokerageRow) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    counts = [(role, row[role]) for role in ("coordinator", "itinerant", "gatekeeper", "liaison", "unknown")]
    known = Phrases((f"role.{role}", count) for role, count in counts if count)
    return ("links" if known else "none"), {"name": row["name"], "n": sum(count for _, count in known), "roles": known}


def _blocks(result: Result, row: BlocksRow) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    return ("pair" if row["size"] == 2 else "whole"), dict(row)


def _core(result: Result, row: CoreRow) -> tuple[str, dict[str, Any]]:
    others = (result.figures().get("optima") or 1) - 1
    places = ("tied_edge", "tied") if others else ("edge", "inside")
    return ("none" if row["core"] is None else places[row["core"]]), {**row, "n": others}


def _overlap(result: Result, row: OverlapRow) -> tuple[str, dict[str, Any]]:
    seldom = row["p"] * len(result.rows) <= SELDOM
    told = {**row, "n": row["common"], "expected": round(row["expected"], 1)}
    return ("none" if not row["common"] else "more" if seldom else "some"), told


def _collaboration(result: Result, row: CollaborationRow) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    sides = [(row["says_a"], row["a_name"]), (row["says_b"], row["b_name"])]
    (level, told), (missing, silent) = sorted(sides, key=lambda side: side[0] is None)
    variant = "neither" if level is None else "silent" if missing is None else "differ" if row["difference"] else "agree"
    return variant, {**row, "level": level, "told": told, "silent": silent}


def _homophily(result: Result, row: HomophilyRow) -> tuple[str, dict[str, Any]]:
    if row["index"] is None:
        return ("one_group" if len(result.rows) == 1 and row["internal"] else "undefined"), {}
    if row["nodes"] == 1:
        return "single", {}
    if row["expected"] is None or row["p"] is None:
        return "", {}
    inside, chance = (round(100 * (1 - index) / 2) for index in (row["index"], row["expected"]))
    seldom = row["p"] * len(result.rows) <= SELDOM
    return ("chance" if not seldom else "inside" if row["index"] < row["expected"] else "outside"), {"percent": inside, "chance": chance}


def _comparison(result: Result, row: ComparisonRow) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    shift = row["shift"]
    if row["change"] != "stayed" or shift is None:
        return str(row["change"]), dict(row)
    if not row["clear"]:
        return "unclear", dict(row)
    return ("up" if shift > 0 else "down"), dict(row)


def _coverage(result: Coverage, row: CellRow) -> tuple[str, dict[str, Any]]:
    cell = f"{row['column']} ({row['municipality']})" if row["municipality"] else row["column"]
    told = {"cell": cell, "names": page_text.apart(row["names"]), "perhaps": OneOf(row["perhaps"]), "minimum": row["minimum"]}
    if row["answer"]:
        return row["answer"], told
    if row["state"] == "unknown":
        others = sum(name in result.stand_ins for name in row["perhaps"])
        n = len(row["perhaps"]) - others
        if 0 < n + others <= PERHAPS_AT_MOST:
            return "unknown_named", told
        return (("unknown_mixed" if n else "unknown_others") if others else "unknown"), told | {"n": n, "others": others}
    return ("too_few" if row["state"] == "missing" and row["by"] else row["state"]), told | {"n": len(row["by"])}


def _group(result: Result, row: GroupCentralityRow) -> tuple[str, dict[str, Any]]:
    if row["degree"] is None or "m_reach_share_outsiders" not in row:
        return "undefined", dict(row)
    percents = {"percent": round(100 * row["degree"]), "within": round(100 * (row["m_reach_share_outsiders"] or 0))}
    return "reaches", {**row, **percents, "n": row["size"], "m": result.context.parameters["m"]}


def _basis(result: Result, row: BasisRow) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    variant = "none" if row["implied"] is None else "some" if row["implied"] else "stated"
    return variant, {"n": row["statements"], "percent": round(100 * (row["implied"] or 0))}


def _timeline(result: Result, row: TimelineRow) -> tuple[str, dict[str, Any]]:
    first = row["year"] == result.rows[0]["year"]
    change = "first" if first else "same" if not any(row[name] for name in ("came", "went", "ties_new", "ties_gone")) else "changed"
    return change, {**row, "year": str(row["year"]), "percent": round(100 * (row["largest"] or 0))}


def _gaps(result: Result, row: GapsRow) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    return str(row["gap"]), dict(row)


def _salience(result: Result, row: SalienceRow) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    affected = row["salience"] == "dependent" or (row["interest"] is True and row["power"] is False)
    if affected and row["voice"] is False:
        return "no_voice", dict(row)
    return str(row["salience"] or row["grid"] or "unknown"), dict(row)


def _sunset(result: Result, row: SunsetRow) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    told = {name: row[name] for name in ("n", "place_before", "place_after")}
    told |= dict(zip("ab", row["names"], strict=False))
    told["joins"] = ", ".join(f"{actor} → {venue}" for actor, venue in zip(row["names"][::2], row["names"][1::2], strict=False))
    if row["finding"] == "rank":
        return ("rank_down" if row["after"] > row["before"] else "rank_up"), told
    return str(row["finding"]), told


def _sunset_calendar(result: Result, row: CalendarRow) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    return ("contacts" if row["lost_contact"] else "nothing"), {"name": row["name"], "n": row["lost_contact"]}


def _whatif(result: Result, row: WhatIfRow) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    aspect, shift = row["aspect"], row["shift"]
    told = {**row, "what": row["measure"]}
    if aspect == "figure":
        return "", {}  # its name is a heading of the catalogue, which the page knows
    if aspect != "measure" or shift is None:
        return f"{aspect}_{row['change']}", told
    way = "up" if shift > 0 else "down" if shift < 0 else "still"
    return f"measure_{way}{'_clear' if row['clear'] and shift else ''}", told


def _posts(result: Result, row: PostsRow) -> tuple[str, dict[str, Any]]:
    told = {**row, "others": page_text.apart(row["others"])}
    own = row["post"] == row["source_name"]
    if result.name == "posts":
        return ("organisation" if not own else "post_with_others" if row["others"] else "post"), told
    if not own:
        return ("seat" if row["single_point"] else "kept"), told
    return ("held" if row["others"] else "lost"), told


_VARIANTS: Mapping[str, Callable[[Any, Any], tuple[str, dict[str, Any]]]] = {
    "timeline": _timeline,
    "gaps": _gaps,
    "salience": _salience,
    "basis": _basis,
    "group": _group,
    **structure_sentences.VARIANTS,
    "keyplayers": _keyplayers,
    "brokers": _brokers,
    "blocks": _blocks,
    "core": _core,
    "overlap": _overlap,
    "collaboration": _collaboration,
    "homophily": _homophily,
    "comparison": _comparison,
    "coverage": _coverage,
    "sunset": _sunset,
    "sunset_calendar": _sunset_calendar,
    "whatif": _whatif,
    "posts": _posts,
    "vacancy": _posts,
    **factor_sentences.VARIANTS,
}
