"""Views of a snapshot as graphs, and the algorithms on arrays that measures share."""
