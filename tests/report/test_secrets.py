"""Claims about what may be published: nothing of what stays inside is in any byte of it, nor who made it, and in how many sittings."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from dataclasses import replace

import pypdfium2
import pytest

from actormap.atlas.atlas import Atlas
from actormap.map import compose as maps
from actormap.map.options import MapOptions
from actormap.map.paper import PAGE
from actormap.model.edition import PUBLIC
from actormap.model.issue import issue
from actormap.model.records import Document, Evidence
from actormap.output.document import writers
from actormap.report.composition import compose
from actormap.report.editions import EDITIONS
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie

DATE = "2026-01-31"
MARK = "qzsecret"
SAID = Evidence(document="d", locator="line 4", confidence=0.9)
# A post, a role, a note, an actor in a statement too unsure to be published, and the document that alone says it.
WHOLE = snapshot(
    [
        *(actor("a", note=f"{MARK} note"), actor("b"), actor(f"{MARK}-unsure")),
        actor(f"{MARK}-post", "role"),
        *(network("v", purpose="to meet"), network("w"), project("p", start="2014", end="2019")),
        *(Document(id="d", title="A report"), Document(id=f"{MARK}-document", title=f"{MARK} minutes")),
    ],
    tie("a", "member_of", "v", SAID, role=f"{MARK} chair"),
    *(tie("b", "member_of", "v", SAID), tie("a", "member_of", "w", SAID), tie("b", "participates_in", "p", SAID)),
    tie(f"{MARK}-unsure", "member_of", "v", Evidence(document=f"{MARK}-document", confidence=0.1)),
    tie(f"{MARK}-post", "coordinates", "v", SAID),
)
PUBLISHED = [name for name, edition in EDITIONS.items() if edition.shown is PUBLIC]


def unpacked(name, data):
    """Yield whatever a file holds: itself, the files in it with their names, pictures, and what is compressed."""
    yield name, data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield f"{name}:comment", archive.comment
            for each in archive.namelist():
                yield f"{name}:{each}", each.encode()
                yield from unpacked(f"{name}:{each}", archive.read(each))
    for found in re.finditer(rb"base64,([A-Za-z0-9+/=]+)", data):
        yield f"{name}:picture", base64.b64decode(found[1])
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        packed = zlib.decompressobj()
        try:
            yield f"{name}:stream", packed.decompress(found[1])
        except zlib.error:
            continue
    if data.startswith(b"%PDF"):
        document = pypdfium2.PdfDocument(data)
        yield f"{name}:said", repr(document.get_metadata_dict()).encode()
        yield f"{name}:text", "\n".join(page.get_textpage().get_text_range() for page in document).encode()


@pytest.fixture(scope="module", params=PUBLISHED)
def published(request):
    """Return an edition that may be published in every form, opened as far as it can be."""
    edition = EDITIONS[request.param]
    whole = Atlas(snapshot=WHOLE, vocabulary=VOCABULARY, lang="en", focal="v", title="T")
    shown = replace(whole, snapshot=issue(WHOLE, PUBLIC))
    drawn = maps.draw_poster(shown, DATE, paper=PAGE, network="v", options=MapOptions(edition="public"))
    composed = compose(shown, DATE, edition=edition, whole=whole, map_svg=drawn)
    return {name: held for form in writers.FORMATS for name, held in unpacked(form, writers.write(composed, form))}


def test_what_is_looked_for_is_found_where_it_may_be():
    whole = Atlas(snapshot=WHOLE, vocabulary=VOCABULARY, lang="en", focal="v", title="T")
    composed = compose(whole, DATE, map_svg=maps.draw_poster(whole, DATE, paper=PAGE, network="v"))
    for form in writers.FORMATS:
        held = list(unpacked(form, writers.write(composed, form)))
        assert any(MARK.encode() in data.lower() for _, data in held), form
        assert any(b"A report" in data for _, data in held) or form == "xlsx", form


def test_nothing_that_stays_inside_is_in_any_byte_of_what_is_published(published):
    for name, data in published.items():
        for spelt in (MARK, MARK.upper()):
            for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
                assert spelt.encode(encoding) not in data, name


def test_no_file_says_who_made_it_where_when_or_in_how_many_sittings(published):
    marks = rb"rsid|<w:(?:ins|del|comment|moveFrom)\b|lastModifiedBy|dc:creator|thumbnail|<!--(?!\[if)|word/comments|docProps/custom"
    for name, data in published.items():
        text = name.endswith((".xml", ".rels")) or name in ("html", "md")
        assert not (text and re.search(marks, data)), name
        assert not (data.startswith(b"\x89PNG") and re.search(rb"tEXt|iTXt|zTXt|eXIf|tIME", data)), name
        if name == "pdf:said":
            assert b"'Author': ''" in data
            assert data.count(b"D:20260131000000") == 2
