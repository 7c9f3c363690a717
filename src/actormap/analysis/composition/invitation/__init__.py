"""Whom to invite to a network, with reasons, alternatives and how sure that is."""
