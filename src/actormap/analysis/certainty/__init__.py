"""How sure a ranking is, and which question would make it surer."""
