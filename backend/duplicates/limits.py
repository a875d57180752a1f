"""How much is looked at, and how long what is kept."""

from __future__ import annotations

CANDIDATES = 30
"""Contacts of one key that a contact is compared with, the newest: a key that more of them share,
such as a switchboard's number, tells nobody apart."""

BATCH = 50
"""Contacts that one step of the search looks at: it holds the account's turn meanwhile."""

TOLD_APART = 50
"""Changes of pairs of one step that are told one by one; of more, only that there were many."""
