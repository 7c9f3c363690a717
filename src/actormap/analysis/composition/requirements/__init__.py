"""What is required of a network, and how far its members answer to that."""
