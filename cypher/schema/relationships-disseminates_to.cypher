// No relationship disseminates_to is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_disseminates_to IF NOT EXISTS FOR ()-[r:DISSEMINATES_TO]-() REQUIRE r.actormap_id IS UNIQUE
