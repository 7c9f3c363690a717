"""What a row of a result says, in a plain sentence that needs no knowledge of the method."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actormap.analysis.result import Result
from actormap.graph import ACTOR
from actormap.i18n import Texts

NAMED_AT_MOST = 3


def key(result: Result, texts: Texts) -> str | None:
    """Return the part of the catalogue that speaks of a result, or None if nothing does; a ranking speaks of its first measure."""
    name = result.name
    if name == "centrality":
        name = f"centrality.{result.context.parameters['measures'][0]}"
    prefix = f"sentences.{name}"
    return prefix if any(entry == prefix or entry.startswith(f"{prefix}.") for entry in texts.entries) else None


def say(result: Result, row: Mapping[str, Any], texts: Texts, verb: str = "") -> str:
    """Return the sentence of a row, empty if what it would say is not defined; `verb` is what a relationship's type says in it."""
    prefix = key(result, texts)
    if prefix is None:
        return ""
    variant, values = _VARIANTS.get(result.name, _plain)(result, row)
    entry = f"{prefix}.{variant}" if variant else prefix
    return texts(entry, **{"verb": verb, **values}) if entry in texts.entries else ""


def _plain(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:  # noqa: ARG001  (as the others are called)
    return "", dict(row)


def _centrality(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    measure = result.context.parameters["measures"][0]
    score = row[measure]
    if score is None:
        return "undefined", dict(row)
    values = {**row, "score": score}
    of_side = [other[measure] for other in result.rows if other["side"] == row["side"] and other[measure] is not None]
    if measure == "degree":
        possible = _possible(result, row["side"])
        count = score if not result.context.parameters["normalised"] else round(score * possible)
        return row["side"], values | {"n": count, "of": possible}
    place = "none" if not score else "most" if score >= max(of_side) else "some"
    return place, values


def _possible(result: Result, side: str) -> int:
    summary = result.context.summary
    if result.context.view == "affiliation":
        return int(summary["venues"] if side == ACTOR else summary["actors"])
    return int(summary["nodes"]) - 1


def _keyplayers(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    return str(result.context.parameters["objective"]), {**row, "names": ", ".join(row["names"]), "percent": round(100 * row["value"], 1)}


def _brokers(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    roles = ("coordinator", "itinerant", "gatekeeper", "liaison")
    known = {role: row[role] for role in roles if row[role]}
    best = max(known, key=lambda role: (known[role], -roles.index(role))) if known else "none"
    return best, {**row, "n": known.get(best, 0), "by": result.context.parameters["by"]}


def _core(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    return ("inside" if row["core"] else "edge"), dict(row)


def _overlap(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    return ("some" if row["common"] else "none"), {**row, "n": row["common"]}


def _homophily(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    if row["index"] is None:
        return "undefined", dict(row)
    return ("inside" if row["index"] < 0 else "outside"), dict(row)


def _comparison(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    shift = row["shift"]
    if row["change"] != "stayed" or shift is None:
        return str(row["change"]), dict(row)
    if not row["clear"]:
        return "unclear", dict(row)
    return ("up" if shift > 0 else "down"), {**row, "places": abs(shift)}


def _coverage(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    cell = f"{row['column']} ({row['municipality']})" if row["municipality"] else row["column"]
    told = {"cell": cell, "names": ", ".join(row["names"]), "perhaps": ", ".join(row["perhaps"]), "minimum": row["minimum"]}
    if row["answer"]:
        return row["answer"], told
    if row["state"] == "unknown":
        n = len(row["perhaps"])
        return ("unknown_named" if 1 < n <= NAMED_AT_MOST else "unknown"), told | {"n": n}
    return ("too_few" if row["state"] == "missing" and row["by"] else row["state"]), told | {"n": len(row["by"])}


def _sunset(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    told = {name: row[name] for name in ("n", "before", "after")}
    told |= dict(zip("ab", row["names"], strict=False))
    told["joins"] = ", ".join(f"{actor} → {venue}" for actor, venue in zip(row["names"][::2], row["names"][1::2], strict=False))
    if row["finding"] == "rank":
        return ("rank_down" if row["after"] > row["before"] else "rank_up"), told
    return str(row["finding"]), told


def _sunset_calendar(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    return ("contacts" if row["lost_contact"] else "nothing"), {"name": row["name"], "n": row["lost_contact"]}


def _whatif(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:  # noqa: ARG001
    aspect, shift = row["aspect"], row["shift"]
    told = {**row, "what": row["measure"], "places": abs(shift or 0)}
    if aspect == "figure":
        return "", {}  # its name is a heading of the catalogue, which the page knows
    if aspect != "measure" or shift is None:
        return f"{aspect}_{row['change']}", told
    way = "up" if shift > 0 else "down" if shift < 0 else "still"
    return f"measure_{way}{'_clear' if row['clear'] and shift else ''}", told


def _posts(result: Result, row: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    told = {**row, "others": ", ".join(row["others"])}
    own = row["post"] == row["source_name"]
    if result.name == "posts":
        return ("organisation" if not own else "post_with_others" if row["others"] else "post"), told
    if not own:
        return ("seat" if row["single_point"] else "kept"), told
    return ("held" if row["others"] else "lost"), told


_VARIANTS = {
    "centrality": _centrality,
    "keyplayers": _keyplayers,
    "brokers": _brokers,
    "core": _core,
    "overlap": _overlap,
    "homophily": _homophily,
    "comparison": _comparison,
    "coverage": _coverage,
    "sunset": _sunset,
    "sunset_calendar": _sunset_calendar,
    "whatif": _whatif,
    "posts": _posts,
    "vacancy": _posts,
}
