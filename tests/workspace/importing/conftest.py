"""What tests of imports share: a file written as it lies, imported, and the workspace that comes of it read again."""

from __future__ import annotations

import pytest

from actormap.i18n import Texts
from actormap.workspace import read as read_workspace
from actormap.workspace.importing.headings import mapping
from actormap.workspace.importing.read import read
from actormap.workspace.importing.write import write

TEXTS = Texts.load("sv")


class Import:
    """An import of files: what was understood, and the workspace that it made."""

    def __init__(self, imported, workspace):
        self.imported, self.workspace, self.snapshot = imported, workspace, workspace.snapshot

    @property
    def ties(self):
        """Return who is tied to whom, by name, in order."""
        names = {node.id: node.name for node in self.snapshot.nodes()}
        return sorted((names[tie.source], names[tie.target]) for tie in self.snapshot.relationships)

    @property
    def types(self):
        return sorted({tie.type for tie in self.snapshot.relationships})

    @property
    def names(self):
        return sorted(node.name for node in self.snapshot.nodes() if node.node != "document")

    @property
    def not_taken(self):
        lines = [(each.key, each.spot.row) for each in self.imported.left_out]
        return lines + [(each.key, each.row) for each in self.imported.problems if each.severity == "error"]

    @property
    def told(self):
        """Return what is told of cells, each with its place and what is suggested."""
        return [(each.place(), each.key, each.suggestion) for each in self.imported.problems]

    @property
    def remarks(self):
        return [each.key for each in self.imported.remarks]

    def kinds(self, table="actors"):
        return {node.name: node.kind for node in getattr(self.snapshot, table)}

    def values(self, name):
        return sorted((getattr(piece, name) for tie in self.snapshot.relationships for piece in tie.evidence), key=str)


@pytest.fixture
def bring(tmp_path):
    """Import files, given as paths or as names with their bytes or text, and return what came of it; it always passes the check."""

    def imported(*paths, form=None, given=(), **contents):
        lying = [*paths]
        for name, content in contents.items():
            path = tmp_path / name.replace("__", ".")
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            lying.append(path)
        found = read(lying, TEXTS, form=form, given=mapping(given))
        target = tmp_path / "made"
        write(found, target, TEXTS)
        workspace = read_workspace(target)
        assert workspace.errors == ()
        assert all(piece.document and piece.locator for tie in workspace.snapshot.relationships for piece in tie.evidence)
        return Import(found, workspace)

    return imported
