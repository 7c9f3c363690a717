"""Maps the actors, networks and projects round a question, and shows who is key and what is missing."""
