"""The words of the domain: records, vocabulary, dates, selections, editions, scenarios, stories and requirements."""
