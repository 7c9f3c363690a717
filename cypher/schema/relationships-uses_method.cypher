// No relationship uses_method is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_uses_method IF NOT EXISTS FOR ()-[r:USES_METHOD]-() REQUIRE r.actormap_id IS UNIQUE
