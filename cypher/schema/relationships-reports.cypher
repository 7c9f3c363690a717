// No relationship reports is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_reports IF NOT EXISTS FOR ()-[r:REPORTS]-() REQUIRE r.actormap_id IS UNIQUE
