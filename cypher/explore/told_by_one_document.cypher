// Who is known from one document alone: actors, networks and projects of whom no other says anything?
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: id, name, kind, document, statements
// order: document, name, id
:param statuses => ["stated", "stated_collectively", "implied"];

MATCH (n:Actormap)-[r]-(:Actormap)
WHERE r.actormap_id IS NOT NULL AND (n:Actor OR n:Network OR n:Project)
WITH DISTINCT n, r
UNWIND range(0, coalesce(size(r.evidence_status), 0) - 1) AS i
WITH n, r.evidence_document[i] AS document, r.evidence_status[i] AS status
WHERE document <> "" AND status IN $statuses
WITH n, collect(DISTINCT document) AS documents, count(*) AS statements
WHERE size(documents) = 1
RETURN n.id AS id, n.name AS name, n.kind AS kind, documents[0] AS document, statements
ORDER BY document, replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name, id;
