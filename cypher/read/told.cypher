// The fingerprint of what each document is tied to, by which a load sees which of them differ.
MATCH (d:Actormap:Document)
RETURN collect([d.id, d.actormap_told]) AS rows
