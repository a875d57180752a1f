"""Keys of the search table: an account's rows lie together, and apart from its trash.

Positive keys are of contacts that are not deleted. An index in key order then answers a search of
one account without reading another's matches. On SQLite the upper bits of a contact's part are its
shelf (see ``decisions/0219``): but for those on one shelf, contacts then stand in key order as in
the list by given name.
"""

from __future__ import annotations

CONTACT_BITS = 40
"""A million million contacts, eight million accounts."""

ID_BITS = 30
"""On SQLite: a thousand million contacts, each on one of a thousand shelves."""
SHELVES = 1 << (CONTACT_BITS - ID_BITS)
ID_MASK = (1 << ID_BITS) - 1


def key_base(account_id: int) -> int:
    """Return what is added to a contact's id to make its key; negate the sum in the trash."""
    return account_id << CONTACT_BITS


def search_key(account_id: int, contact_id: int, *, deleted: bool = False, shelf: int = 0) -> int:
    """Return the key of a contact's row in ``contact_search``. The trash has no shelves."""
    key = key_base(account_id) + (shelf << ID_BITS) + contact_id
    return -key if deleted else key


def shelf_of(key: int) -> int:
    """Return the shelf of a row of ``contact_search``: 0 in the trash, and of no shelf."""
    return (key >> ID_BITS) % SHELVES if key > 0 else 0


def search_scope(account_id: int, *, deleted: bool = False) -> int:
    """Return the ``scope`` of the rows of an account, or of its trash."""
    return -account_id if deleted else account_id


def key_range(account_id: int, *, deleted: bool = False) -> tuple[int, int]:
    """Return the least and the greatest key of an account, or of its trash."""
    low = key_base(account_id)
    high = key_base(account_id + 1) - 1
    return (-high, -low) if deleted else (low, high)
