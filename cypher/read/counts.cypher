// How many rows each table has; a municipality is an actor too, and is counted as a municipality.
RETURN
  COUNT { MATCH (n:Actormap&Actor&!Municipality) } AS actors,
  COUNT { MATCH (n:Actormap&Network) } AS networks,
  COUNT { MATCH (n:Actormap&Project) } AS projects,
  COUNT { MATCH (n:Actormap&Municipality) } AS municipalities,
  COUNT { MATCH (n:Actormap&Theme) } AS themes,
  COUNT { MATCH (n:Actormap&Document) } AS documents,
  COUNT { MATCH (:Actormap)-[r]->(:Actormap) WHERE r.actormap_id IS NOT NULL } AS relationships,
  COUNT { MATCH (c:ActormapCoverage) } AS coverage,
  COUNT { MATCH (c:ActormapCoding&Question) } AS questions,
  COUNT { MATCH (c:ActormapCoding&Answer) } AS answers,
  COUNT { MATCH (c:ActormapCoding&Indicator) } AS indicators
