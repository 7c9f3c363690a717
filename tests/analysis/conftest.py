"""How long an example may take is no claim of ours: other work on the machine decides it."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
