"""How long what may be."""

from __future__ import annotations

TEXT_LENGTH = 20_000
HTML_LENGTH = 20 * TEXT_LENGTH
EXCERPT_LENGTH = 140
"""What the account's history says of a note."""
