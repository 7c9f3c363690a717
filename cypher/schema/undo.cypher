// The steps of a load that is being written are numbered, and no step is there twice.
CREATE CONSTRAINT actormap_undo IF NOT EXISTS FOR (u:ActormapUndo) REQUIRE u.number IS UNIQUE
