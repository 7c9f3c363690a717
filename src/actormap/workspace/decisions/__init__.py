"""What somebody has decided of candidates: a table of its own, so that nothing is asked twice and nothing enters undecided."""
