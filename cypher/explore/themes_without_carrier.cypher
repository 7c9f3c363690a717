// Which themes does nobody address and no method serve? Factors and indicators, which are reported, are left out.
// $left_out: kinds = ["success_factor", "result_indicator"] — kinds of theme that do not count
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: id, name, kind
// order: kind, name, id
:param left_out => ["success_factor", "result_indicator"];
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (t:Actormap:Theme)
WHERE NOT t.kind IN $left_out AND NOT EXISTS {
  MATCH (:Actormap)-[r:ADDRESSES|USES_METHOD]->(t)
  WHERE any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
      AND ($documents = [] OR r.evidence_document[i] IN chosen))
}
RETURN t.id AS id, t.name AS name, t.kind AS kind
ORDER BY kind, replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name, id;
