"""Claims about the rows of every result: that they have the columns that their type names, in its order."""

from __future__ import annotations

import pkgutil
import shutil
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import NotRequired, get_args, get_origin, get_type_hints, is_typeddict

import pytest

import actormap.analysis
import actormap.output
import actormap.report
from actormap import open as open_atlas
from actormap.analysis import evidence
from actormap.analysis.cohesion import fragmentation
from actormap.analysis.composition.invitation.terms import InvitationTerms
from actormap.analysis.key_players import reach
from actormap.analysis.queries.answer import Answer
from actormap.analysis.result import Result
from actormap.atlas.atlas import Atlas
from actormap.i18n import Texts
from actormap.output import candidates, duplicates, listings, page_list
from actormap.report.review import page as review_page
from actormap.workspace.reading import scenario
from tests.analysis.projects import five

SV = Texts.load("sv")
GOLDEN = Path(__file__).parent.parent / "golden"


def results() -> list[type[Result]]:
    """Return every class of result that has a name, whatever module it is in."""
    for package in (actormap.analysis, actormap.output, actormap.report):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            import_module(module.name)
    return sorted((each for each in Result.__subclasses__() if each.__module__.startswith("actormap.")), key=lambda each: each.__qualname__)


def row_type(result: type[Result]) -> type:
    """Return the type of a result's rows, as its class statement names it."""
    return next(get_args(base)[0] for base in result.__orig_bases__ if get_origin(base) is Result)


def columns(result: type[Result]) -> tuple[list[str], set[str]]:
    """Return the columns that a result's row type names, and those of them that a row need not have."""
    row = row_type(result)
    if not is_typeddict(row):
        return [], set()
    hints = get_type_hints(row, include_extras=True)
    return list(row.__annotations__), {name for name, hint in hints.items() if get_origin(hint) is NotRequired}


RESULTS = results()
# Classes whose rows have columns besides: a measure each, or what they are about.
OPEN = {"Ranking", "Timeline", "Basis", "Grounds"}
# Lists that are written as results are; and named questions, whose columns stand in cypher/explore.
LISTS = {listings.ProblemList, listings.LoadReport, listings.StoreReport, page_list.PageList, page_list.ContradictionList}
NO_ANALYSIS = {*LISTS, candidates.CandidateList, duplicates.DuplicateList, review_page.ReviewText, Answer}


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> list[Result]:
    return every_result(tmp_path_factory.mktemp("rows") / "circle")


def every_result(place: Path) -> list[Result]:
    """Return a result of every kind that a small workspace has an answer for, and what stands beside and under them."""
    shutil.copytree(GOLDEN / "circle", place)
    atlas = open_atlas(place)
    tried = scenario.read(GOLDEN / "scenario.toml", [], atlas.snapshot, atlas.vocabulary, atlas.focal)
    review = atlas.review(date="2016-06-01", seats=2)
    invited = atlas.invite(InvitationTerms(seats=1), certainty={"resamples": 3}, front=True)
    compared = atlas.compare(atlas.narrowed(at="2014"), resamples=3)
    timeline = atlas.timeline()
    some = [
        atlas.centrality(certainty={"resamples": 3}),
        atlas.question(resamples=3),
        atlas.explain("forbundet", resamples=3),
        atlas.surroundings("kretsen"),
        atlas.salience(),
        atlas.cutpoints(),
        atlas.bridges(),
        atlas.blocks(),
        atlas.communities(),
        atlas.similar("forbundet"),
        atlas.positions(),
        atlas.qap("member_of", same=["kind"], permutations=9),
        atlas.ego("forbundet"),
        atlas.cliques(2),
        atlas.describe(resamples=3),
        atlas.core(),
        atlas.keyplayers(),
        atlas.group(["forbundet"]),
        atlas.brokers(),
        atlas.homophily(),
        atlas.overlap(),
        atlas.collaboration(),
        atlas.ratings(),
        atlas.cores(),
        atlas.gaps(),
        atlas.coverage(),
        atlas.answers(),
        *(compared, compared.ties),
        *(timeline, timeline.series),
        atlas.whatif(tried, resamples=3),
        atlas.sunset("bron"),
        atlas.vacant("samordnaren"),
        atlas.coverage_grounds(review.coverage),
        *review.parts().values(),
        *(invited, *invited.besides()),
        fragmentation.find(atlas.view()),
        reach.find(atlas.view(), ["forbundet"]),
    ]
    compiled = Atlas(five.snapshot(), atlas.vocabulary, display=atlas.display).projects()
    some += [compiled.list(), compiled.card("solo"), compiled.compare(["plan", "solo"]), compiled.matrix()]
    drawn = compiled.map()
    some += [drawn, drawn.lines, drawn.evidence]
    coded = five.snapshot()
    twice = replace(
        coded, answers=(*coded.answers, replace(coded.answers[0], coder="reader"), replace(coded.answers[1], coder="reader", answer="no"))
    )
    agreed = Atlas(twice, atlas.vocabulary, display=atlas.display).agreement()
    some += [agreed, agreed.disagreements]
    factors = open_atlas("esf").factors("2026-11-29")
    some += [factors.carriers("coachning"), factors.meetings(ended=True, top=3), factors.places(), factors.outcomes()]
    nobody = atlas.invite(InvitationTerms(seats=0))
    under = [evidence.rows(atlas.view(), ["forbundet"]), *(evidence.of(each, atlas.view()) for each in some[:2])]
    return [*some, *nobody.besides(), some[0].certainty, *under]


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: result.__name__)
def test_a_header_names_the_columns_of_the_rows_in_their_order(result):
    named, may_lack = columns(result)
    always = [name for name in named if name not in may_lack or name in result.header]
    assert not result.header or list(result.header) == always


@pytest.mark.parametrize("result", [each for each in RESULTS if each not in NO_ANALYSIS], ids=lambda result: result.__name__)
def test_rows_have_the_columns_that_their_type_names_in_its_order(result, made):
    named, may_lack = columns(result)
    rows = [row for each in made if type(each) is result for row in each.rows]
    found = {tuple(name for name in row if name in named or result.__name__ not in OPEN) for row in rows}
    assert found
    for keys in found:
        assert list(keys) == [name for name in named if name in keys or name not in may_lack]


def test_every_result_shows_itself_in_a_notebook(made):
    for each in made:
        assert f">{SV(f'results.title.{each.name}')}</caption>" in each._repr_html_(), each.name


def test_a_review_shows_its_parts_one_below_the_other():
    review = open_atlas("gria").review(date="2016-06-01")
    assert review._repr_html_().count("<table") == len(review.parts())
