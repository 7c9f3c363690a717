// Which projects work in a municipality, or have it as owner or participant, and how?
// $municipality: municipality = "partille" — the municipality
// $documents: documents = [] — only what these documents, or collections of documents, say; none means all
// $statuses: statuses = ["stated", "stated_collectively", "implied"] — how firmly it must be said
// columns: id, name, kind, start, end, how
// order: name, id
:param municipality => "partille";
:param documents => [];
:param statuses => ["stated", "stated_collectively", "implied"];

OPTIONAL MATCH (d:Actormap:Document)
WHERE d.id IN $documents OR d.collection IN $documents
WITH collect(d.id) AS chosen

MATCH (m:Actormap:Municipality {id: $municipality})
  -[r:ACTIVE_IN|OWNS|CARRIES_OUT|COORDINATES|PARTICIPATES_IN|MEMBER_OF|REPRESENTED_IN]-(p:Actormap:Project)
WHERE any(i IN range(0, coalesce(size(r.evidence_status), 0) - 1) WHERE r.evidence_status[i] IN $statuses
    AND ($documents = [] OR r.evidence_document[i] IN chosen))
WITH p, r.type AS type ORDER BY type
RETURN p.id AS id, p.name AS name, p.kind AS kind, p.start AS start, p.end AS end, collect(DISTINCT type) AS how
ORDER BY replace(replace(replace(toLower(name), "å", "{"), "ä", "|"), "ö", "}"), name, id;
