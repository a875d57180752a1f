"""The items of a contact's lists, old and new: which are the same, and since when."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from backend.contacts.cleaning import CleanAddress, CleanEmail, CleanPhone
from backend.contacts.kinds import SubscriptionStatus

Item = TypeVar("Item", CleanEmail, CleanPhone, CleanAddress)


def email_key(email: CleanEmail) -> Hashable:
    """What makes two e-mails the same."""
    return email.normalized


def phone_key(phone: CleanPhone) -> Hashable:
    """What makes two phones the same."""
    return phone.digits


def address_key(address: CleanAddress) -> Hashable:
    """What makes two addresses the same."""
    return address.texts


def keeping_ids(
    new: Sequence[Item], old: Sequence[Item], key: Callable[[Item], Hashable]
) -> tuple[Item, ...]:
    """Give new items the ids of the old ones that they are; each id once."""
    named = {item.id for item in new if item.id is not None}
    free = {key(item): item.id for item in reversed(old) if item.id not in named}
    kept: list[Item] = []
    for item in new:
        found = item.id
        if found is None:
            found = free.pop(key(item), None)
        elif found in named:
            named.discard(found)
        else:  # named before already: this one is another
            found = None
        kept.append(replace(item, id=found))
    return tuple(kept)


def joined(
    old: Sequence[Item], new: Sequence[Item], key: Callable[[Item], Hashable]
) -> tuple[Item, ...]:
    """Return the old items, then those of the new that are not among them."""
    known = set(map(key, old))
    both = list(old)
    both.extend([item for item in new if key(item) not in known])
    return tuple(both)


def dated(
    new: Sequence[CleanEmail], old: Sequence[CleanEmail], now: datetime
) -> tuple[CleanEmail, ...]:
    """Say since when each status holds: as told, or as before, or from now on.

    What bounced goes on having bounced while the address stays.
    """
    before = {email.id: email for email in old}
    return tuple(_dated(email, before.get(email.id), now) for email in new)


def _dated(email: CleanEmail, before: CleanEmail | None, now: datetime) -> CleanEmail:
    if before is not None and before.normalized == email.normalized:
        email = replace(email, bounced_at=before.bounced_at)
    if email.status_changed_at is not None:
        return email
    if before is not None and before.status is email.status:
        return replace(email, status_changed_at=before.status_changed_at)
    if before is None and email.status is SubscriptionStatus.NEVER_SUBSCRIBED:
        return email
    return replace(email, status_changed_at=now)


def with_statuses(
    emails: Sequence[CleanEmail], told: Sequence[CleanEmail], now: datetime
) -> tuple[CleanEmail, ...]:
    """Give e-mails the statuses told of the same addresses."""
    news = {email.normalized: email for email in told}
    result = []
    for email in emails:
        new = news.get(email.normalized, email)
        since = new.status_changed_at or now
        same = new.status is email.status
        result.append(email if same else replace(email, status=new.status, status_changed_at=since))
    return tuple(result)
