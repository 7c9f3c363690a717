// Tie questions, answers and indicators to what they are about, as far as that is there.
// Namely (answer or indicator)-[:ABOUT]->(project), (answer)-[:ANSWERS]->(question), (question or indicator)-[:CONCERNS]->(theme),
// and each -[:STATED_IN]->(document).
UNWIND $rows AS row
MATCH (c:ActormapCoding {id: row.id})
CALL (c) {
  MATCH (n:Actormap&Project {id: c.project})
  CREATE (c)-[:ABOUT {actormap_id: c.id}]->(n)
}
CALL (c) {
  MATCH (q:ActormapCoding&Question {id: c.question})
  CREATE (c)-[:ANSWERS {actormap_id: c.id}]->(q)
}
CALL (c) {
  MATCH (n:Actormap&Theme {id: c.theme})
  CREATE (c)-[:CONCERNS {actormap_id: c.id}]->(n)
}
CALL (c) {
  MATCH (n:Actormap&Document {id: c.document})
  CREATE (c)-[:STATED_IN {actormap_id: c.id}]->(n)
}
