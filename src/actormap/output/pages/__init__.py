"""Results told on a page of sentences."""
