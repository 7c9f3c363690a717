"""Named questions that an analyst asks of a whole graph, as rows: each a file in cypher/explore, and here the same answer from a snapshot.

The file is what declares a question: its purpose, its parameters with their defaults, its columns and the order of its rows.
"""

from actormap.analysis.queries.answer import Answer, answer
from actormap.analysis.queries.catalogue import Parameter, Question, catalogue, question

__all__ = ["Answer", "Parameter", "Question", "answer", "catalogue", "question"]
