"""The map of a graph: `draw` makes the interactive page, `poster` a sheet of paper; `compose` draws either of an atlas."""
