"""Projects compiled by set questions: listed, compared, laid out as a matrix, and as a map of the evidence."""
