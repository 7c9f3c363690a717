// Which posts are the only one to have a task in a network or project, so that the task goes when the post does?
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: id, name, type, venue, venue_name, venue_kind
// order: venue_name, type, name, id, venue
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (a:Actormap:Actor {kind: "role"})-[r]->(v:Actormap)
WHERE (v:Network OR v:Project) AND r.actormap_id IS NOT NULL
  AND any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
    AND ($documents = [] OR r.evidence_document[i] IN chosen))
  AND NOT EXISTS {
    MATCH (b:Actormap:Actor {kind: "role"})-[s]->(v)
    WHERE b <> a AND s.type = r.type AND any(i IN range(0, coalesce(size(s.evidence_status), 0) - 1) WHERE s.evidence_status[i] IN $statuses
        AND ($documents = [] OR s.evidence_document[i] IN chosen))
  }
RETURN DISTINCT a.id AS id, a.name AS name, r.type AS type, v.id AS venue, v.name AS venue_name, v.kind AS venue_kind
ORDER BY
  replace(replace(replace(toLower(venue_name), "å", "{"), "ä", "|"), "ö", "}"), venue_name,
  type,
  replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name,
  id,
  venue;
