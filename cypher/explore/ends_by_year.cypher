// Which projects end, year by year, and how many actors take part in each?
// $since: year = 2000 — the first year
// $until: year = 2040 — the last year
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: year, id, name, kind, end, actors
// order: year, end, name, id
:param since => 2000;
:param until => 2040;
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (p:Actormap:Project)
WHERE left(p.end, 4) =~ "[0-9]{4}" AND $since <= toInteger(left(p.end, 4)) <= $until
RETURN toInteger(left(p.end, 4)) AS year, p.id AS id, p.name AS name, p.kind AS kind, p.end AS end, COUNT {
  MATCH (a:Actormap:Actor)-[r:OWNS|CARRIES_OUT|COORDINATES|PARTICIPATES_IN|MEMBER_OF|REPRESENTED_IN]->(p)
  WHERE any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
      AND ($documents = [] OR r.evidence_document[i] IN chosen))
  RETURN DISTINCT a
} AS actors
ORDER BY year, end, replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name, id;
