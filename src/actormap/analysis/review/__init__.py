"""A network reviewed: its present state, its five fields, who else there is, and who gathers round which question."""
