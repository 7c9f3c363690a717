"""The forms that are imported: a line of help for each, and the module that reads those that are no sheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

EDGES, GEPHI, KUMU, MATRIX, SURVEY = "edge_list", "gephi", "kumu", "matrix", "survey"


@dataclass(frozen=True, slots=True)
class ImportForm:
    """A form of file. `module` reads those that are texts: `is_one(text)` and `read(file)`; sheets are told apart by what they hold."""

    says: str
    module: str = ""


TABLES = "tables of ties, with or without a table of nodes: CSV or XLSX"
GRAPHS = "files of graphs"
FORMS: Mapping[str, ImportForm] = {
    EDGES: ImportForm(TABLES),
    GEPHI: ImportForm(TABLES),
    KUMU: ImportForm("Kumu's workbook, and its JSON", "kumu_json"),
    MATRIX: ImportForm("square and two-mode matrices: CSV or XLSX"),
    SURVEY: ImportForm("a row a respondent: columns hold partners' names, or are partners with marks"),
    "graphml": ImportForm(GRAPHS, "graphml"),
    "gexf": ImportForm(GRAPHS, "gexf"),
    "pajek": ImportForm(GRAPHS, "pajek"),
    "ucinet": ImportForm(GRAPHS, "ucinet"),
    "vna": ImportForm(GRAPHS, "vna"),
    "graphology": ImportForm(GRAPHS, "graphology"),
    "cytoscape": ImportForm(GRAPHS, "cytoscape"),
    "followthemoney": ImportForm(GRAPHS, "followthemoney"),
}
