"""Documents that are sent on: one content model, and a writer for each kind of file."""
