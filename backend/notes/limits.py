"""How long what may be."""

from __future__ import annotations

TEXT_LENGTH = 20_000
EXCERPT_LENGTH = 140
"""What the account's history says of a note."""
