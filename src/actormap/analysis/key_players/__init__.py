"""Key players as sets: who holds the network together, and who reaches most of it."""
