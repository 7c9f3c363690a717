// No relationship succeeds is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_succeeds IF NOT EXISTS FOR ()-[r:SUCCEEDS]-() REQUIRE r.actormap_id IS UNIQUE
