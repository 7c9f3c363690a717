// What would have taken the steps back is not needed any more.
MATCH (u:ActormapUndo)
DELETE u
