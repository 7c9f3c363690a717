// No relationship starts is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_starts IF NOT EXISTS FOR ()-[r:STARTS]-() REQUIRE r.actormap_id IS UNIQUE
