"""The parts of a report: each a function from what was asked to blocks of a document, empty where there is nothing to say."""
