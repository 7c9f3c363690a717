// No relationship owns is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_owns IF NOT EXISTS FOR ()-[r:OWNS]-() REQUIRE r.actormap_id IS UNIQUE
