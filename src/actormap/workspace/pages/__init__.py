"""Reads pages of project banks: what their headers say, each field with its line, and never whom to contact."""

from __future__ import annotations
