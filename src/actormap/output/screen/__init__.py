"""Results as a person at a terminal reads them: as wide as it is, no word broken, what does not fit named instead of squeezed in."""
