"""Compiled projects as they are read: cards, comparisons, matrices, and the map of evidence."""
