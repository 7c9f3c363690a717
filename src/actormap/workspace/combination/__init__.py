"""Several workspaces read as one graph: which are named, their records and words as one, and what they say differently."""
