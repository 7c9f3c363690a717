"""What is written about a network: the report, the review, and the story that is made from it."""
