"""The bounds of leads."""

from __future__ import annotations

TITLE_LENGTH = 200
DESCRIPTION_LENGTH = 20_000
EXCERPT_LENGTH = 140
SOURCE_LENGTH = 100
LEAD_ID_LENGTH = 200
MAX_FILES = 20
MAX_MINOR = 2_000_000_000
"""Of a budget: what fits the schema's numbers."""
