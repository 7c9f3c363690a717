"""What is laid over the map: which nodes and relationships a result marks, and why."""
