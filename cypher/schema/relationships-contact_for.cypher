// No relationship contact_for is there twice: loads rely on it, and nothing of anybody else's carries the property actormap_id.
CREATE CONSTRAINT actormap_contact_for IF NOT EXISTS FOR ()-[r:CONTACT_FOR]-() REQUIRE r.actormap_id IS UNIQUE
