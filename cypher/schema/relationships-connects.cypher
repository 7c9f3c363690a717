// No relationship connects is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_connects IF NOT EXISTS FOR ()-[r:CONNECTS]-() REQUIRE r.actormap_id IS UNIQUE
