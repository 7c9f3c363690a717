"""The fixed list of commands whose answers are compared: every command in every form, of the data built in and of a generated workspace.

A command is its arguments and the files or folders it writes. Where it may be cut short by a budget of seconds, the budget is so large
that it is not: an answer must not depend on how busy the machine is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

DAY = ("--date", "2026-01-31")
LONG = ("--budget", "3600")
FORMS = ("table", "csv", "json", "md", "xlsx")
MEASURES = "degree,betweenness,closeness,harmonic,eigenvector,pagerank,katz,k_core,constraint,effective_size"
COMMANDS = (
    *("demo", "init", "check", "load", "status", "copy", "backup", "restore", "centrality", "cutpoints", "brokers", "gaps", "salience"),
    *("explain", "question", "keyplayers", "group", "bridges", "communities", "core", "homophily", "overlap", "collaboration", "coverage"),
    *("invite", "answer", "whatif", "sunset", "vacant", "compare", "timeline", "others", "clusters", "review", "query", "map", "report"),
    "export",
)


@dataclass(frozen=True)
class Command:
    """What is called, and what it writes; `fresh` in a process of its own, by `python -m actormap`."""

    arguments: tuple[str, ...]
    written: tuple[str, ...] = field(default=())
    fresh: bool = False

    def __str__(self) -> str:
        return " ".join(self.arguments)


@dataclass(frozen=True)
class Names:
    """What a workspace calls what the commands ask about."""

    place: str
    actor: str
    guest: str
    member: str
    project: str
    role: str
    network: str
    other: str
    theme: str
    year: str
    earlier: str
    ends: str


GRIA = Names(
    "gria", "GR", "vgr", "tjorn", "plug-in-2", "KIA-ansvarig", "gria", "temagruppen-unga", "utanforskap", "2014", "2013", "2018-12-31"
)
MADE = Names("made", "a001", "a002", "m02", "p06", "KIA-ansvarig", "n00", "n01", "t01", "2016", "2013", "2016-06-30")


def asked(names: Names) -> Iterator[tuple[str, ...]]:
    """Yield every question that has an answer in rows, without its form."""
    for view in ("affiliation", "actors", "all"):
        yield "centrality", "-m", MEASURES, "--no-certainty", "--view", view
        for command in ("cutpoints", "bridges", "communities", "keyplayers", "brokers", "homophily", "core"):
            yield command, "--view", view
    yield "centrality", "-m", "betweenness,degree", "--resamples", "12", *LONG, "--top", "5"
    yield "centrality", "--drop", "actors", "--resamples", "12", *LONG, "--by-kind"
    yield "centrality", "--raw", "--no-certainty", "--with", "funds", "--no-lift"
    yield "bridges", "--blocks"
    yield "brokers", "--by", "municipality"
    yield "brokers", "--by", "community"
    yield "homophily", "--by", "region"
    for objective in ("fragmentation", "distance-reach", "m-reach"):
        yield "keyplayers", "--objective", objective, "-k", "2"
    yield "keyplayers", "--outsiders-only", "--weighted", "--view", "actors", "-k", "1"
    for command in ("gaps", "salience", "overlap", "collaboration", "coverage", "vacant", "others"):
        yield (command,)
    yield "clusters", *DAY
    yield "explain", names.actor, "--no-certainty"
    yield "explain", names.actor, "--resamples", "12", *LONG
    yield "question", *LONG, "--limit", "5"
    yield "group", "--network", names.network
    yield "group", f"{names.actor},{names.guest}", "--m", "1"
    yield "invite", "--seats", "2", "--no-certainty", "--seconds", "3600"
    yield "invite", "--seats", "3", "--resamples", "3", "--seconds", "3600", *LONG
    yield "invite", "--front", "--smallest", "0", "--largest", "3", "--no-certainty", "--seconds", "3600"
    yield "invite", "--may-leave", names.member, "--per-kind", "1", "--no-certainty", "--seconds", "3600"
    yield "whatif", "--add-member", names.guest, "--remove-member", names.member, "--resamples", "4"
    yield "whatif", "--remove", names.project, "--resamples", "4", "-m", "degree,betweenness"
    yield "sunset", names.project, "--at", names.ends, *LONG
    yield "sunset", "--calendar", *LONG
    yield "vacant", names.role
    yield "compare", "--before", names.earlier, "--at", names.ends, "--no-certainty"
    yield "compare", "--documents-before", "five", "--resamples", "6", *LONG
    yield ("timeline",)
    yield "timeline", "-m", "closeness", "--view", "actors"


def questions(names: Names) -> Iterator[tuple[str, ...]]:
    """Yield every named question."""
    yield ("query",)
    two = ("-p", f"first={names.network}", "-p", f"second={names.other}")
    yield "query", "could_link", *two
    yield "query", "who_sits_in_both", *two
    yield "query", "documents_behind", "-p", f"node={names.network}"
    yield "query", "ends_by_year", "-p", "since=2010"
    yield "query", "ends_with_project", "-p", f"project={names.project}"
    yield "query", "members_of", "-p", f"network={names.network}"
    yield "query", "projects_in_municipality", "-p", f"municipality={names.member}"
    yield "query", "shortest_paths", "-p", f"start={names.member}", "-p", f"goal={names.guest}"
    for name in ("carried_by_one_post", "contradicted", "funded_by", "municipalities_without_project", "rests_on_implied_alone"):
        yield "query", name
    yield "query", "themes_without_carrier"
    yield "query", "told_by_one_document"


def of_gria() -> Iterator[Command]:
    """Yield what is asked of the data that is built in: every command in every form, every question of both document sets and at a date."""
    of = ("-w", "gria")
    seen = set()
    for number, question in enumerate(asked(GRIA)):
        first = question[0] not in seen
        seen.add(question[0])
        for place, form in enumerate(FORMS if first else ("table", "json")):
            lang = ("sv", "en")[(number + place) % 2]
            yield to_file((*question, *of, "--lang", lang, *(cited(question) if number % 2 else ())), form)
        lang = ("en", "sv")[number % 2]
        yield to_file((*question, *of, "--lang", lang, "-d", "five", *(() if number % 2 else cited(question))), FORMS[number % 5])
        if "--at" not in question:
            yield Command((*question, *of, "-f", "json", "--at", GRIA.year))
    for number, question in enumerate(questions(GRIA)):
        yield Command((*question, *of))
        if len(question) > 1:
            yield Command((*question, *of, "--lang", "en", "-f", ("json", "csv", "md")[number % 3]))
    yield to_file(("query", "members_of", "-p", "network=gria", *of), "xlsx")
    for narrowed in (("--status", "stated"), ("--from", "2012", "--to", "2016"), ("--where", "kind=municipality")):
        yield Command(("centrality", "--no-certainty", *of, "-f", "json", *narrowed))
        yield Command(("gaps", *of, *narrowed))
    yield from pictures(GRIA, everything=True)
    yield from tables(GRIA)


def of_made() -> Iterator[Command]:
    """Yield what is asked of the generated workspace: every question once in words and once as data, in turns of language and selection."""
    of = ("-w", "made")
    once = {"explain", "question", "whatif", "sunset", "timeline", "invite", "compare"}  # what takes long is asked in one form alone
    yield from tables(MADE)
    for number, question in enumerate(asked(MADE)):
        lang = ("sv", "en")[number % 2]
        more = () if "--at" in question or number % 3 else ("--at", MADE.year)
        yield Command((*question, *of, "--lang", lang, "-f", "json", *more, *(cited(question) if number % 2 else ())))
        if question[0] not in once:
            form = ("table", "md", "table", "csv", "table", "xlsx")[number % 6]
            yield to_file((*question, *of, "--lang", ("en", "sv")[number % 2], *(("-d", "five") if number % 2 else ())), form)
    for number, question in enumerate(questions(MADE)):
        yield Command((*question, *of, *(("-f", "json") if number % 2 and len(question) > 1 else ())))
    yield from pictures(MADE, everything=False)


def cited(question: Sequence[str]) -> tuple[str, ...]:
    """Return the option that lists the statements, if a question has it."""
    return () if question[0] in {"others", "clusters"} else ("--evidence",)


def to_file(arguments: Sequence[str], form: str) -> Command:
    """Return a command that answers in a form, to a file where it cannot be shown."""
    if form == "xlsx":
        return Command((*arguments, "-o", "answer.xlsx"), ("answer.xlsx",))
    return Command((*arguments, "-f", form))


def writes(name: str, *arguments: str) -> Command:
    """Return a command that writes a file or folder."""
    return Command((*arguments, "-o", name), (name,))


def pictures(names: Names, *, everything: bool) -> Iterator[Command]:
    """Yield what is drawn, written as a page, or handed on."""
    of = ("-w", names.place)
    base = ("map", *of, *DAY)
    yield writes("map.html", *base)
    yield writes("map.html", *base, "--engine", "canvas", "--lang", "en", "--edition", "public")
    yield writes("poster.svg", *base, "-f", "svg", "--paper", "A0")
    for form in ("md", "json"):
        yield Command(("review", *of, *DAY, "-f", form, *(("--lang", "en", "--no-certainty") if form == "md" else ())))
    yield writes("report.html", "report", *of, *DAY)
    yield writes("report.md", "report", *of, *DAY, "--lang", "en", "-d", "five")
    forms = ("graphml", "gexf", "cytoscape", "graphology", "kumu", "kumu-json", "pajek", "ucinet", "vna", "followthemoney", "org")
    for form in (*forms, "csv", "adjacency", "affiliation", "neo4j-import"):
        yield writes("handed", "export", form, *of)
    yield writes("coverage.html", "coverage", *of, "-f", "html")
    yield picture("coverage", *of)
    yield picture("timeline", *of)
    yield picture("sunset", "--calendar", *of, *LONG)
    yield picture("invite", "--front", "--smallest", "0", "--largest", "3", "--no-certainty", "--seconds", "3600", *of)
    yield picture("centrality", "--resamples", "12", *LONG, "--top", "8", *of)
    yield Command(
        ("whatif", "--add-member", names.guest, "--resamples", "2", "--map", "changed.html", *DAY, *of, "-m", "degree"), ("changed.html",)
    )
    if everything:
        yield from more_pictures(base, of)


def more_pictures(base: tuple[str, ...], of: tuple[str, ...]) -> Iterator[Command]:
    """Yield the drawings that are asked of the smaller data alone."""
    for engine in ("pyvis", "canvas"):
        for edition in ("room", "public", "print"):
            for lang in ("sv", "en"):
                yield writes("map.html", *base, "--engine", engine, "--edition", edition, "--lang", lang)
    for layout in ("group", "geographic", "affiliation", "concentric", "force"):
        yield writes("map.html", *base, "--layout", layout)
        yield writes("poster.svg", *base, "-f", "svg", "--layout", layout, "--paper", "A3")
    yield writes("map.html", *base, "--edition", "public", "--least", "0.9")
    yield writes("map.html", *base, "--story", "workspace/story.toml")
    yield writes("map.html", *base, "--story", "review")
    yield writes("map.html", *base, "--sunset", "plug-in-2", "--at", "2016")
    yield writes("map.html", *base, "-d", "five")
    yield writes("map.html", *base, "--at", "2014", "--lang", "en")
    yield writes("poster.svg", *base, "-f", "svg", "--paper", "A4", "--lang", "en", "--edition", "print")
    yield writes("poster.svg", *base, "-f", "svg", "--paper", "A0", "-d", "five")
    for lang in ("sv", "en"):
        for form in ("md", "html"):
            yield writes(f"report.{form}", "report", *of, *DAY, "--lang", lang, "-d", "five" if lang == "sv" else "all")
        for form in ("table", "md", "json"):
            yield Command(("review", *of, *DAY, "--lang", lang, "-f", form, *(("-d", "five", "--seats", "2") if lang == "en" else ())))
    yield writes("review.xlsx", "review", *of, *DAY)
    yield Command(("review", *of, *DAY, "--at", "2018", "--no-certainty"))
    for view in ("affiliation", "actors", "all"):
        for form in ("graphml", "gexf", "cytoscape", "adjacency"):
            yield writes("handed", "export", form, *of, "--view", view)
    yield writes("handed", "export", "csv", *of, "-d", "five")
    yield writes("coverage.html", "coverage", *of, "-f", "html", "--lang", "en", "-d", "five")
    yield Command(
        ("whatif", "scenario.toml", "--resamples", "2", "--map", "changed.html", *DAY, "--lang", "en", *of, "-f", "md"), ("changed.html",)
    )


def picture(*arguments: str) -> Command:
    """Return a command that draws what it finds."""
    return Command((*arguments, "--picture", "drawn.svg"), ("drawn.svg",))


def tables(names: Names) -> Iterator[Command]:
    """Yield what is asked of tables and stores."""
    place, store = names.place, ("--store", f"sqlite:///{names.place}.sqlite")
    for form in FORMS:
        yield to_file(("check", place), form)
    yield Command(("load", place, *store, "--dry-run"))
    yield Command(("load", place, *store))
    yield Command(("load", place, *store, "-f", "json"))
    yield Command(("load", place, *store, "--merge", "--lang", "en"))
    for form in FORMS:
        yield to_file(("status", *store), form)
    yield Command(("backup", "kept.gz", *store), ("kept.gz",))
    yield Command(("restore", "kept.gz", "--store", f"sqlite:///{place}-restored.sqlite", "--yes", "-f", "json"))
    yield Command(("copy", f"sqlite:///{place}.sqlite", f"sqlite:///{place}-copy.sqlite", "--dry-run", "--lang", "en"))
    yield Command(("copy", f"sqlite:///{place}.sqlite", f"sqlite:///{place}-copy.sqlite", "--yes"))
    yield Command(("gaps", *store, "--network", names.network))
    yield Command(("query", "members_of", "-p", f"network={names.network}", *store, "--lang", "en"))


def of_own() -> Iterator[Command]:
    """Yield how a workspace of one's own is made, filled in and taken back, and the whole way."""
    yield Command(("init", "fresh"), ("fresh",))
    yield Command(("init", "fresh-en", "--lang", "en"), ("fresh-en",))
    yield Command(("init", "fresh.xlsx", "--xlsx"), ("fresh.xlsx",))
    yield Command(("check", "fresh.xlsx"))
    yield Command(("gaps", "-w", "fresh"))
    yield Command(("init", "mine", "--from", "gria"), ("mine",))
    yield Command(("init", "mine.xlsx", "--xlsx", "--from", "gria", "--lang", "en"), ("mine.xlsx",))
    said = ("answer", "Kommunerna", "Socialtjänst", "no", "--municipality", "Ale", "--by", "nätverksansvarig", "-w", "mine", *DAY)
    yield Command(said, ("mine",))
    yield Command((*said[:3], "ja", *said[4:], "--lang", "en", "-f", "json"), ("mine",))
    yield Command(("answer", "--list", "-w", "mine"))
    yield Command(("coverage", "-w", "mine"))
    yield Command(("answer", "--undo", "-w", "mine"), ("mine",))
    yield Command(("demo", "-o", "shown", "-d", "five", *DAY), ("shown",))
    yield Command(("demo", "-o", "shown-en", "--lang", "en", *DAY), ("shown-en",))


def refused() -> Iterator[Command]:
    """Yield the help of every command, and what is refused or cannot be meant."""
    yield Command(("--help",))
    yield Command(("--version",))
    yield Command((), fresh=True)
    yield Command(("--help",), fresh=True)
    yield Command(("gaps", "-w", "gria", "-f", "csv"), fresh=True)
    yield Command(("nonsense",), fresh=True)
    for command in COMMANDS:
        yield Command((command, "--help"))
    of = ("-w", "gria")
    for arguments in (
        ("centrality",),
        ("gaps", "-w", "nowhere"),
        ("gaps", "--network", "nowhere", *of),
        ("centrality", "-m", "degre", *of),
        ("centrality", "--top", "0", *of),
        ("centrality", "--view", "none", *of),
        ("centrality", "--with", "fund", *of),
        ("centrality", "-d", "six", *of),
        ("centrality", "--status", "sure", *of),
        ("centrality", "--at", "yesterday", *of),
        ("centrality", "--from", "2016", "--to", "2012", *of),
        ("centrality", "--where", "kind", *of),
        ("centrality", "--where", "colour=red", *of),
        ("centrality", "-f", "xlsx", *of),
        ("centrality", "-o", "nowhere/answer.csv", *of),
        ("explain", "Nobody", *of),
        ("explain", "Plug", *of),
        ("group", "Nobody", *of),
        ("group", *of),
        ("keyplayers", "-k", "0", *of),
        ("keyplayers", "-k", "9999", *of),
        ("brokers", "--by", "colour", *of),
        ("compare", *of),
        ("compare", "--before", "soon", *of),
        ("sunset", *of),
        ("sunset", "gria", *of),
        ("sunset", "plug-in-gr", *of),
        ("vacant", "nobody", *of),
        ("invite", "--seats", "0", "--no-certainty", *of),
        ("invite", "--include", "nobody", "--no-certainty", *of),
        ("invite", "--include", "vgr", "--exclude", "vgr", "--no-certainty", *of),
        ("invite", "--front", "--no-certainty", *of),
        ("invite", "--smallest", "3", "--largest", "1", "--no-certainty", *of),
        ("whatif", *of),
        ("whatif", "nowhere.toml", *of),
        ("whatif", "broken.toml", *of),
        ("whatif", "--add", "GR,owns", *of),
        ("whatif", "--add", "GR,likes,gria", *of),
        ("whatif", "--add-member", "ale", *of),
        ("question", "-m", "none", *of),
        ("query", "nothing", *of),
        ("query", "members_of", "-p", "network", *of),
        ("query", "members_of", "-p", "place=gria", *of),
        ("query", "members_of", "-p", "network=nowhere", *of),
        ("query", "ends_by_year", "-p", "since=soon", *of),
        ("map", *of, "--story", "nowhere.toml"),
        ("map", *of, "--story", "broken-story.toml"),
        ("map", *of, "--sunset", "nothing"),
        ("map", *of, "--layout-from", "nowhere.json"),
        ("map", *of, "--layout-from", "broken.toml"),
        ("map", *of, "--least", "2"),
        ("map", *of, "-o", "map.pdf"),
        ("report", *of, "--date", "soon"),
        ("report", *of, "-o", "report.csv"),
        ("export", "none", *of),
        ("export", "graphml", *of),
        ("answer", "Kommunerna", *of),
        ("answer", "Kommunerna", "Socialtjänst", "no", *of),
        ("answer", "Kommunerna", "Socialtjänst", "no", "-w", "workspace"),
        ("answer", "Ingen", "Socialtjänst", "no", "-w", "workspace"),
        ("answer", "--undo", "-w", "workspace"),
        ("init", "workspace"),
        ("check", "nowhere"),
        ("check", "broken"),
        ("check", "broken", "--lang", "en", "-f", "json"),
        ("gaps", "-w", "broken", "--lang", "en"),
        ("load", "broken", "--store", "sqlite:///broken.sqlite"),
        ("load", "gria", "--store", "postgres://host"),
        ("load", "gria", "--store", "sqlite:///broken.toml"),
        ("load", "gria", "--store", "neo4j://nobody:secret@localhost"),
        ("load", "--undo", "--store", "sqlite:///gria.sqlite"),
        ("status", "--store", "sqlite:///nowhere.sqlite"),
        ("backup", "kept.gz", "--store", "sqlite:///nowhere.sqlite"),
        ("restore", "nowhere.gz", "--store", "sqlite:///x.sqlite", "--yes"),
        ("restore", "broken.toml", "--store", "sqlite:///x.sqlite", "--yes"),
        ("copy", "sqlite:///nowhere.sqlite", "sqlite:///x.sqlite", "--yes"),
        ("review", *of, "--seats", "x"),
        ("clusters", *of, "--date", "x"),
        ("coverage", *of, "--network", "kompetensradet"),
        ("others", *of, "--network", "x"),
    ):
        yield Command(arguments)
    yield Command(("centrality", "--lang", "en", "-d", "six", *of))


GROUPS = {"gria": of_gria, "made": of_made, "own": of_own, "refused": refused}
