"""Claims about what a notebook shows of a graph that is the last word of a cell."""

from __future__ import annotations

import inspect
from dataclasses import replace

import pytest
from lxml import html

from actormap.atlas.atlas import Atlas
from actormap.i18n import LANGUAGES
from actormap.notebook import overview
from actormap.notebook.display import NotebookDisplay
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie

HOSTILE = '<script>alert(1)</script>&"'
OF = snapshot([actor("a"), actor("b"), project("p"), replace(network("v"), name="Circle")], tie("a", "member_of", "v"))


def atlas(of=OF, **how):
    return Atlas(of, VOCABULARY, **{"lang": "en", "title": "Ours", "display": NotebookDisplay(), **how})


def lines(of):
    """Return the table that is shown, as what each line says of what."""
    return {row[0].text_content(): row[1].text_content() for row in html.fromstring(f"<div>{of._repr_html_()}</div>").iter("tr")}


def test_it_tells_what_it_holds_and_the_network_in_focus():
    assert lines(atlas()) == {
        "Actors": "2",
        "Networks": "1",
        "Projects": "1",
        "Relationships": "1",
        "Network in focus": "Circle",
    }


def test_what_it_is_narrowed_to_is_told_and_no_more_is_counted():
    told = lines(atlas().narrowed(where=(("kind", "region"),), statuses=("stated",)))
    assert (told["Where"], told["Statuses that count"], told["Actors"]) == ("kind=region", "stated", "1")
    assert "Projects" not in told


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_it_tells_to_ask_may_be_asked(lang):
    told = html.fromstring(atlas(lang=lang)._repr_html_())
    calls = [each.text_content().removeprefix("atlas.").partition("(")[0] for each in told.iter("code")]
    assert calls == [*overview.QUESTIONS, "help"]
    assert all(inspect.isfunction(getattr(Atlas, name)) for name in overview.QUESTIONS)


def test_nobody_is_invited_to_no_network():
    assert "atlas.invite" in atlas()._repr_html_()
    assert "atlas.invite" not in atlas(snapshot([actor("a")]))._repr_html_()


def test_a_title_stays_text_and_what_is_kept_beside_it_is_short():
    shown = atlas(title=HOSTILE)._repr_mimebundle_()
    assert shown["text/plain"] == f"<Atlas: {HOSTILE}>"
    page = html.fromstring(f"<div>{shown['text/html']}</div>")
    assert [each.text_content() for each in page.iter("caption")] == [HOSTILE]
    assert not list(page.iter("script"))


def test_without_a_display_it_is_text():
    assert atlas(display=None)._repr_mimebundle_() is None
