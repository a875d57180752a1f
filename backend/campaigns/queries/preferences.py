"""What somebody who got a letter may see and change of their subscriptions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backend.campaigns.queries.tracking import Letter
from backend.contacts.kinds import SubscriptionStatus
from backend.core.database import read

MOST_ADDRESSES = 50


@dataclass(frozen=True, slots=True)
class Subscription:
    """An address of the reader's and its status. ``pk`` is of the contact's row, 0 when the address
    that the letter went to is no contact's any more.
    """

    pk: int
    address: str
    normalized: str
    status: SubscriptionStatus

    @property
    def is_on(self) -> bool:
        """Whether campaigns go to it."""
        return self.status is SubscriptionStatus.SUBSCRIBED


@dataclass(frozen=True, slots=True)
class Preferences:
    """Who writes, in which language where the reader's is unknown, and to which addresses of the
    reader: the one that the letter went to first, then others that ever had a say.
    """

    sender: str
    locale: str
    own: Subscription
    others: Sequence[Subscription]

    @property
    def held(self) -> list[Subscription]:
        """All that a contact has, and that can be chosen."""
        return [each for each in (self.own, *self.others) if each.pk]


async def preferences_of(letter: Letter) -> Preferences | None:
    """Return what a letter's reader may see; None once they were erased."""
    if not letter.address:
        return None
    account = await read.fetch_one(
        "SELECT name, locale FROM account WHERE id = ?", (letter.account_id,)
    )
    if account is None:
        return None
    rows = await read.fetch(
        "SELECT id, address, normalized, status FROM contact_email WHERE contact_id = ? "
        "AND account_id = ? ORDER BY position, id LIMIT ?",
        (letter.contact_pk, letter.account_id, MOST_ADDRESSES),
    )
    held = [
        Subscription(key, address, normalized, SubscriptionStatus(status))
        for key, address, normalized, status in rows
    ]
    own = next((each for each in held if each.normalized == letter.normalized), None)
    if own is None:
        off = SubscriptionStatus.NEVER_SUBSCRIBED
        own = Subscription(0, letter.address, letter.normalized, off)
    others = [
        each
        for each in held
        if each is not own and each.status is not SubscriptionStatus.NEVER_SUBSCRIBED
    ]
    return Preferences(letter.from_name or account[0], account[1], own, others)
