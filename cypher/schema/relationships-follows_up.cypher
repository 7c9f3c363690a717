// No relationship follows_up is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_follows_up IF NOT EXISTS FOR ()-[r:FOLLOWS_UP]-() REQUIRE r.actormap_id IS UNIQUE
