// No relationship participates_in is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_participates_in IF NOT EXISTS FOR ()-[r:PARTICIPATES_IN]-() REQUIRE r.actormap_id IS UNIQUE
