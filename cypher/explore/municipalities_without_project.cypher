// Which municipalities take part in no project, neither themselves nor through what is part of them?
// $left_out: kinds = ["collective"] — kinds of project that do not count
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: id, name, code
// order: name, id
:param left_out => ["collective"];
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (m:Actormap:Municipality)
WHERE NOT EXISTS {
  MATCH (m) (()<-[up:PART_OF WHERE any(i IN range(0, coalesce(size(up.evidence_status), 0) - 1) WHERE up.evidence_status[i] IN $statuses
      AND ($documents = [] OR up.evidence_document[i] IN chosen))]-(:Actormap:Actor))*
    (a)-[r:OWNS|CARRIES_OUT|COORDINATES|PARTICIPATES_IN|MEMBER_OF|REPRESENTED_IN]->(p:Actormap:Project)
  WHERE NOT p.kind IN $left_out AND any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
      AND ($documents = [] OR r.evidence_document[i] IN chosen))
}
RETURN m.id AS id, m.name AS name, m.code AS code
ORDER BY replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name, id;
