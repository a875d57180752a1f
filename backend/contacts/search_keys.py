"""Keys of the search table: an account's rows lie together, and apart from its trash.

Positive keys are of contacts that are not deleted. An index in key order then answers a search of
one account without reading another's matches.
"""

from __future__ import annotations

CONTACT_BITS = 40
"""A million million contacts, eight million accounts."""


def key_base(account_id: int) -> int:
    """Return what is added to a contact's id to make its key; negate the sum in the trash."""
    return account_id << CONTACT_BITS


def search_key(account_id: int, contact_id: int, *, deleted: bool = False) -> int:
    """Return the key of a contact's row in ``contact_search``."""
    key = key_base(account_id) + contact_id
    return -key if deleted else key


def search_scope(account_id: int, *, deleted: bool = False) -> int:
    """Return the ``scope`` of the rows of an account, or of its trash."""
    return -account_id if deleted else account_id


def key_range(account_id: int, *, deleted: bool = False) -> tuple[int, int]:
    """Return the least and the greatest key of an account, or of its trash."""
    low = key_base(account_id)
    high = key_base(account_id + 1) - 1
    return (-high, -low) if deleted else (low, high)
