"""How long and how many: the bounds of what a contact may hold."""

from __future__ import annotations

NAME_LENGTH = 200
EMAIL_LENGTH = 254
PHONE_LENGTH = 60
ADDRESS_LINE_LENGTH = 300
POSTAL_CODE_LENGTH = 30
MAX_VALUES = 50
"""E-mails, phones or addresses of one contact."""
MAX_LABELS = 100
MAX_SEARCH_LENGTH = 200
MAX_SELECTED_IDS = 10_000
MAX_FILTER_NODES = 100
MAX_FILTER_DEPTH = 10
MAX_RESOLVED_NODES = 400
"""Parts of a filter with those of the saved filters that it names."""
MAX_SAVED_LEVELS = 5
"""How deep saved filters may name one another."""
MAX_DAYS = 36_500
BATCH = 1_000
"""Contacts to one transaction of an import, and to one statement of any act on many."""
BULK = 200
"""An act on more contacts than this is bulk: whoever follows a list reads it again."""
AT_ONCE = 1_000
"""An act on more contacts than this is a job: whoever asks for it does not wait."""
ACT_BATCH = 500
"""Contacts to one transaction of a job: others write between two of them."""
