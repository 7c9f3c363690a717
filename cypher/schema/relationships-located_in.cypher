// No relationship located_in is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_located_in IF NOT EXISTS FOR ()-[r:LOCATED_IN]-() REQUIRE r.actormap_id IS UNIQUE
