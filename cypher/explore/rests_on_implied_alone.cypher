// Which relationships rest on implied evidence alone, and in which documents is it implied?
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// columns: source, source_name, type, target, target_name, statements, documents
// order: source_name, type, target_name, source, target, documents, statements
:param documents => [];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (a:Actormap)-[r]->(b:Actormap)
WHERE r.actormap_id IS NOT NULL
WITH a, r, b, [i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE $documents = [] OR r.evidence_document[i] IN chosen] AS counted
WITH a, r, b, counted, [i IN counted WHERE r.evidence_status[i] = "implied"] AS implied
WHERE implied <> [] AND none(i IN counted WHERE r.evidence_status[i] IN ["stated", "stated_collectively"])
CALL (r, implied) {
  UNWIND implied AS i
  WITH DISTINCT r.evidence_document[i] AS document
  WHERE document <> ""
  WITH document ORDER BY document
  RETURN collect(document) AS documents
}
RETURN a.id AS source, a.name AS source_name, r.type AS type, b.id AS target, b.name AS target_name, size(implied) AS statements, documents
ORDER BY
  replace(replace(replace(toLower(source_name), "å", "{"), "ä", "|"), "ö", "}"), source_name,
  type,
  replace(replace(replace(toLower(target_name), "å", "{"), "ä", "|"), "ö", "}"), target_name,
  source,
  target,
  documents,
  statements;
