// No relationship reviews is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_reviews IF NOT EXISTS FOR ()-[r:REVIEWS]-() REQUIRE r.actormap_id IS UNIQUE
