"""The graph in the files of other programs."""
