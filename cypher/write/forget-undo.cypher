// A step has been taken back.
MATCH (u:ActormapUndo {number: $number})
DELETE u
