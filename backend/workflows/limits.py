"""How many, how long."""

from __future__ import annotations

NAME_LENGTH = 80
"""Of a workflow or a step."""
TITLE_LENGTH = 300
REASON_LENGTH = 300
ITEM_LENGTH = 500
NOTE_LENGTH = 20_000
SEARCH_LENGTH = 100
EXCERPT_LENGTH = 140
MAX_WORKFLOWS = 100
MAX_STEPS = 30
MAX_AT_ONCE = 200
"""Cards of one act."""
MAX_STALE_DAYS = 3650
MAX_VALUE_MINOR = 10**14
"""A trillion of a currency with cents: sums of many such values are still read exactly."""
MAX_ITEMS = 200
"""Points of a checklist."""
MAX_FILES = 100
"""Of a card."""
MAX_FURTHER_CONTACTS = 50
MAX_DOCUMENTS = 50
"""Quotes and invoices of a card."""
MAX_SOURCES = 20
"""How far back an invoice is followed to the quotes that it came from."""
MAX_AUTOMATIONS = 50
"""Of a board."""
MAX_DUE_DAYS = 365
