"""One actor, one record: which records may be the same, what has been judged of them, and what a graph is when the judgements hold."""
