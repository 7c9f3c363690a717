"""One actor: all that is said of it, and its stakes."""
