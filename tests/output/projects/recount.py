"""Counts the map of evidence anew from the tables alone: with the csv module and loops, and nothing of the package.

It reads what a workspace holds as CSV and returns every cell of methods or factors against the questions with a scale. The rules are
written out once more here, from the docstrings, so that the two can be compared.
"""

from __future__ import annotations

import csv
from pathlib import Path

STATUSES = ("stated", "stated_collectively", "implied")


def read(folder, name):
    path = Path(folder) / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def cells(folder, kind, relevant=None):
    """Return {(theme, question): counts and judgement} for themes of a kind; `relevant` is a column and value of projects."""
    projects = [row for row in read(folder, "projects") if row["kind"] != "collective"]
    ids = {row["id"] for row in projects}
    questions = read(folder, "questions")
    answers = {}
    for row in read(folder, "answers"):
        if (row["status"] or "stated") in STATUSES and row["project"] in ids:
            answers.setdefault((row["project"], row["question"]), []).append(row)
    users = _users(folder, kind, ids, questions, answers)
    marked = {row["id"]: None if relevant is None else row.get(relevant[0], "").lower() == relevant[1] for row in projects}
    top = _tops(folder, ids)
    scaled = [question for question in questions if question["scale"] == "ordinal"]
    return {
        (theme, question["id"]): _cell(question, sorted(using), answers, top, marked)
        for theme, using in users.items()
        for question in scaled
    }


def _users(folder, kind, ids, questions, answers):
    users = {row["id"]: set() for row in read(folder, "themes") if row["kind"] == kind}
    for row in read(folder, "relationships"):
        if row["source"] in ids and row["target"] in users and row["status"] in STATUSES:
            users[row["target"]].add(row["source"])
    for question in questions:
        if question["scale"] == "yes_no" and question["theme"] in users:
            yes = {project for project in ids if any(row["answer"] == "yes" for row in answers.get((project, question["id"]), []))}
            users[question["theme"]] |= yes
    return users


def _tops(folder, ids):
    above = {}
    for row in read(folder, "relationships"):
        if row["type"] == "part_of" and row["source"] in ids and row["target"] in ids and row["status"] in STATUSES:
            above[row["source"]] = row["target"]

    def top(project):
        while project in above:
            project = above[project]
        return project

    return top


def _state(question, answer):
    if answer in ("silent", "not_measured"):
        return answer
    for name in ("outside", "reached", "partly"):
        if answer in question[name].split("|"):
            return name
    return "without_effect"


def _cell(question, using, answers, top, marked):
    order = ["without_effect", "partly", "reached", "not_measured", "answered", "outside", "silent", "not_seen"]
    counts = dict.fromkeys(order, 0)
    measured = []
    for project in using:
        rows = sorted(answers.get((project, question["id"]), []), key=lambda row: order.index(_state(question, row["answer"])))
        state = _state(question, rows[0]["answer"]) if rows else "not_seen"
        counts[state] += 1
        if state in order[:3]:
            measured.append((project, state, rows[0]["status"] or "stated", rows[0]["voice"]))
    told = {"projects": len(using), "independent": len({top(project) for project in using}), **counts}
    told["measured_independent"] = len({top(project) for project, *_ in measured})
    most = max((counts[state] for state in order[:3]), default=0)
    first = next((state for state in order[:3] if counts[state] == most), None) if most else None
    told["direction"] = "no_project" if not using else first or next(state for state in order[3:] if counts[state])
    return told | _judged(measured, most, top, marked)


def _judged(measured, most, top, marked):
    if not measured:
        return dict.fromkeys(("methodological", "coherence", "adequacy", "relevance", "certainty"))
    n = len(measured)
    evaluators = sum(voice == "evaluator" for *_, voice in measured)
    outside = sum(voice in ("evaluator", "partner", "funder", "press") for *_, voice in measured)
    stated = len({top(project) for project, _, status, _ in measured if status != "implied"})
    judged = {
        "methodological": "serious" if outside == 0 else "none" if evaluators * 2 >= n else "minor" if outside * 2 >= n else "moderate",
        "coherence": _share(most / n),
        "adequacy": "none" if stated >= 10 else "minor" if stated >= 5 else "moderate" if stated >= 3 else "serious",
        "relevance": None,
    }
    asked = [marked[project] for project, *_ in measured if marked[project] is not None]
    if asked:
        judged["relevance"] = _share(sum(asked) / len(asked))
    lost = sum({"minor": 0.5, "moderate": 1, "serious": 2}.get(concern, 0) for concern in judged.values())
    judged["certainty"] = ["high", "moderate", "low", "very_low"][min(3, int(lost))]
    return judged


def _share(share):
    return "none" if share >= 0.9 else "minor" if share >= 0.75 else "moderate" if share >= 0.5 else "serious"
