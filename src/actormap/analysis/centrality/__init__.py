"""The measures of single nodes, and their ranks."""
