"""The graph in Neo4j, 5.26 or later.

What is ours carries a label that begins with Actormap: `Actormap` every node of the graph (beside Actor, Network, Project, Municipality,
Theme or Document), `ActormapCoding` what is coded of projects (beside Question, Answer or Indicator), `ActormapCoverage` the lines of
required coverage, `ActormapLoad` the loads remembered, `ActormapStore` and `ActormapUndo` what the store needs itself. A relationship of
ours has the property `actormap_id`. Nothing else in the database is changed or removed, and our queries pass it by.
"""

from actormap.store.neo4j.store import Neo4jStore

__all__ = ["Neo4jStore"]
