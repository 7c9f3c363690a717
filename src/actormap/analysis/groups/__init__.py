"""Groups of nodes: who links them, whether ties stay inside them, what they share."""
