"""Analyses: pure functions of a view that return named results. One noun a module; the verb is the function."""
