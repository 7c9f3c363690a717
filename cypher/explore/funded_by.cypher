// Who funds what, all of it or what one actor funds?
// $funder: actor = "" — the funder; an empty text means all
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: funder, funder_name, id, name, kind, since
// order: funder_name, name, funder, id, since
:param funder => "";
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (f:Actormap:Actor)-[r:FUNDS]->(n:Actormap)
WHERE ($funder = "" OR f.id = $funder)
  AND any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
    AND ($documents = [] OR r.evidence_document[i] IN chosen))
RETURN DISTINCT f.id AS funder, f.name AS funder_name, n.id AS id, n.name AS name, n.kind AS kind, r.valid_from AS since
ORDER BY
  replace(replace(replace(toLower(funder_name), "å", "{"), "ä", "|"), "ö", "}"), funder_name,
  replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name,
  funder,
  id,
  since;
