"""The composition of a network: who sits in it, what is required of it, and how far its members answer to that."""

from __future__ import annotations
