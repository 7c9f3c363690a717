// Nothing coded is there twice, and each question, answer and indicator is found by its id at once.
CREATE CONSTRAINT actormap_coding IF NOT EXISTS FOR (c:ActormapCoding) REQUIRE c.id IS UNIQUE
