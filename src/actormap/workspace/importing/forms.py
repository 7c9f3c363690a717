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


TABLES = "tables of ties, and of nodes: CSV or XLSX"
XML = "graph files in XML"
LINES = "graph files in lines: .net, DL, .vna"
JSON = "graph files in JSON"
FORMS: Mapping[str, ImportForm] = {
    EDGES: ImportForm(TABLES),
    GEPHI: ImportForm(TABLES),
    KUMU: ImportForm("Kumu's workbook, and its JSON", "kumu_json"),
    MATRIX: ImportForm("square and two-mode matrices: CSV or XLSX"),
    SURVEY: ImportForm("a row a respondent; columns hold partners, or are partners with marks"),
    "graphml": ImportForm(XML, "graphml"),
    "gexf": ImportForm(XML, "gexf"),
    "pajek": ImportForm(LINES, "pajek"),
    "ucinet": ImportForm(LINES, "ucinet"),
    "vna": ImportForm(LINES, "vna"),
    "graphology": ImportForm(JSON, "graphology"),
    "cytoscape": ImportForm(JSON, "cytoscape"),
    "followthemoney": ImportForm("entities, a line of JSON each", "followthemoney"),
}
