"""Names of which one is chosen, that both the command line and what lies below it must know."""

from __future__ import annotations

VIEWS = ("affiliation", "actors", "all")
STRENGTHS = ("both", "newman", "weight")
"""What makes a tie of the view `actors` strong: Newman's weight of shared venues, the column weight of direct ties, or both."""
GROUPINGS = ("kind", "municipality", "region", "community")
OBJECTIVES = ("fragmentation", "distance_fragmentation", "distance_reach", "m_reach")
EQUIVALENCES = ("structural", "regular")
DROPS = ("statements", "actors")
PROJECT_ORDERS = (
    *("name", "kind", "programme", "region", "start", "end"),
    *("per_participant", "months", "esf_share", "off_rate", "total_budget_sek", "esf_support_sek", "planned_participants", "answers"),
)
IMPORTS = (
    *("edge_list", "gephi", "kumu", "matrix", "survey", "graphml", "gexf", "pajek", "ucinet", "vna", "graphology", "cytoscape"),
    "followthemoney",
)
CONTEXT = "youth=yes"  # whom evidence is asked about, where the data marks them
CODED_UNITS = ("source", "project")
BUILT_IN = ("gria", "esf")  # the workspaces that the program brings along
