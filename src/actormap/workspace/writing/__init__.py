"""New workspaces, and a graph as tables."""
