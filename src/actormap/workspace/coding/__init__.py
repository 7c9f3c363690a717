"""Coding a project: a sheet to fill in, what has been filled in, and answers written into the table."""
