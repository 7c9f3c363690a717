"""Words that a workspace has of its own: a kind of actor and a type of relationship."""

WORDS = """
[kinds.actor.bibliotek]
sv = ["bibliotek", "bibliotek"]
en = ["library", "libraries"]
[types.lanar_av]
sv = ["lånar av", "lånar ut till"]
en = ["borrows from", "lends to"]
from = ["actor"]
to = ["actor"]
"""
