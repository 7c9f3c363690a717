"""One open graph with every question as a method, and how it is opened and kept up to date."""
