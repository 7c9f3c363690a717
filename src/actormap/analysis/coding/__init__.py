"""How far coders agree on what they have read."""
