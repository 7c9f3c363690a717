// What ends with a project and its parts: who is tied to it, by how many relationships, and how many has each left?
// $project: project = "plug-in-2" — the project
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: id, name, kind, ties, left
// order: left, name, id
:param project => "plug-in-2";
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (:Actormap:Project {id: $project})
  (()<-[up:PART_OF WHERE any(i IN range(0, coalesce(size(up.evidence_status), 0) - 1) WHERE up.evidence_status[i] IN $statuses
    AND ($documents = [] OR up.evidence_document[i] IN chosen))]-(:Actormap:Project))* (p)
WITH chosen, collect(DISTINCT p) AS ending
UNWIND ending AS p
MATCH (p)-[r]-(n:Actormap)
WHERE r.actormap_id IS NOT NULL AND NOT n IN ending
  AND any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
    AND ($documents = [] OR r.evidence_document[i] IN chosen))
WITH chosen, ending, n, count(DISTINCT r) AS ties
RETURN n.id AS id, n.name AS name, n.kind AS kind, ties, COUNT {
  MATCH (n)-[r]-(o:Actormap)
  WHERE r.actormap_id IS NOT NULL AND NOT o IN ending
    AND any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
      AND ($documents = [] OR r.evidence_document[i] IN chosen))
  RETURN DISTINCT r
} AS left
ORDER BY left, replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name, id;
