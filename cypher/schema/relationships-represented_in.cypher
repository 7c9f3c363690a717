// No relationship represented_in is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_represented_in IF NOT EXISTS FOR ()-[r:REPRESENTED_IN]-() REQUIRE r.actormap_id IS UNIQUE
