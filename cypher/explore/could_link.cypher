// Who sits in neither of two networks but meets members of both elsewhere, and how many of each?
// $first: network = "gria" — one of the networks
// $second: network = "temagruppen-unga" — the other
// $left_out: kinds = ["role", "group"] — kinds of actor that do not count
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: id, name, kind, of_first, of_second
// order: -of_first, -of_second, name, id
:param first => "gria";
:param second => "temagruppen-unga";
:param left_out => ["role", "group"];
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (a:Actormap:Actor)
WHERE NOT a.kind IN $left_out AND NOT EXISTS {
  MATCH (a)-[r:MEMBER_OF|REPRESENTED_IN]->(n:Actormap:Network)
  WHERE n.id IN [$first, $second] AND any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
      AND ($documents = [] OR r.evidence_document[i] IN chosen))
}
WITH chosen, a, COUNT {
  MATCH (a)-[r:OWNS|CARRIES_OUT|COORDINATES|PARTICIPATES_IN|MEMBER_OF|REPRESENTED_IN]->(v:Actormap)
    <-[s:OWNS|CARRIES_OUT|COORDINATES|PARTICIPATES_IN|MEMBER_OF|REPRESENTED_IN]-(m:Actormap:Actor)
    -[t:MEMBER_OF|REPRESENTED_IN]->(:Actormap:Network {id: $first})
  WHERE m <> a AND (v:Network OR v:Project) AND NOT v.id IN [$first, $second]
    AND any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
      AND ($documents = [] OR r.evidence_document[i] IN chosen))
    AND any(i IN range(0, coalesce(size(s.evidence_status), 0) - 1) WHERE s.evidence_status[i] IN $statuses
      AND ($documents = [] OR s.evidence_document[i] IN chosen))
    AND any(i IN range(0, coalesce(size(t.evidence_status), 0) - 1) WHERE t.evidence_status[i] IN $statuses
      AND ($documents = [] OR t.evidence_document[i] IN chosen))
  RETURN DISTINCT m
} AS of_first
WHERE of_first > 0
WITH chosen, a, of_first, COUNT {
  MATCH (a)-[r:OWNS|CARRIES_OUT|COORDINATES|PARTICIPATES_IN|MEMBER_OF|REPRESENTED_IN]->(v:Actormap)
    <-[s:OWNS|CARRIES_OUT|COORDINATES|PARTICIPATES_IN|MEMBER_OF|REPRESENTED_IN]-(m:Actormap:Actor)
    -[t:MEMBER_OF|REPRESENTED_IN]->(:Actormap:Network {id: $second})
  WHERE m <> a AND (v:Network OR v:Project) AND NOT v.id IN [$first, $second]
    AND any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
      AND ($documents = [] OR r.evidence_document[i] IN chosen))
    AND any(i IN range(0, coalesce(size(s.evidence_status), 0) - 1) WHERE s.evidence_status[i] IN $statuses
      AND ($documents = [] OR s.evidence_document[i] IN chosen))
    AND any(i IN range(0, coalesce(size(t.evidence_status), 0) - 1) WHERE t.evidence_status[i] IN $statuses
      AND ($documents = [] OR t.evidence_document[i] IN chosen))
  RETURN DISTINCT m
} AS of_second
WHERE of_second > 0
RETURN a.id AS id, a.name AS name, a.kind AS kind, of_first, of_second
ORDER BY of_first DESC, of_second DESC, replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name, id;
