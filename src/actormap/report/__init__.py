"""What is written about a network: one page, the review, and the story that is made from it."""
