"""Names in running text and what it may say of relationships: found with their places, and never entered unseen."""
