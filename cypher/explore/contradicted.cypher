// Which relationships does one statement deny and another maintain, and in which documents?
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// columns: source, source_name, type, target, target_name, maintained_by, denied_by
// order: source_name, type, target_name, source, target, maintained_by, denied_by
:param documents => [];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (a:Actormap)-[r]->(b:Actormap)
WHERE r.actormap_id IS NOT NULL
WITH a, r, b, [i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE $documents = [] OR r.evidence_document[i] IN chosen] AS counted
WITH a, r, b, [i IN counted WHERE r.evidence_status[i] = "denied"] AS no,
  [i IN counted WHERE r.evidence_status[i] IN ["stated", "stated_collectively", "implied"]] AS yes
WHERE no <> [] AND yes <> []
CALL (r, yes) {
  UNWIND yes AS i
  WITH DISTINCT r.evidence_document[i] AS document
  WHERE document <> ""
  WITH document ORDER BY document
  RETURN collect(document) AS maintained_by
}
CALL (r, no) {
  UNWIND no AS i
  WITH DISTINCT r.evidence_document[i] AS document
  WHERE document <> ""
  WITH document ORDER BY document
  RETURN collect(document) AS denied_by
}
RETURN a.id AS source, a.name AS source_name, r.type AS type, b.id AS target, b.name AS target_name, maintained_by, denied_by
ORDER BY
  replace(replace(replace(toLower(source_name), "å", "{"), "ä", "|"), "ö", "}"), source_name,
  type,
  replace(replace(replace(toLower(target_name), "å", "{"), "ä", "|"), "ö", "}"), target_name,
  source,
  target,
  maintained_by,
  denied_by;
