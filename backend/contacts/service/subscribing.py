"""Addresses whose holders say themselves whether they want to be written to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from backend.contacts.cleaning import CleanEmail
from backend.contacts.consent import ConsentOrigin
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.service.edits import Edit, edit_of
from backend.contacts.service.loading import Stored, load_contacts
from backend.contacts.service.saving import save_edits
from backend.contacts.sql import values_in
from backend.core.clock import now
from backend.core.unit_of_work import UnitOfWork


async def subscribe_address(
    unit: UnitOfWork, normalized: str, status: SubscriptionStatus, origin: ConsentOrigin
) -> list[int]:
    """Give an address a status on every contact of the account that has it, and return the keys of
    those that it changed.

    Also in the trash: who comes back from there is not written to against their will. The unit
    takes the account's turn. Who has the status already keeps its date.
    """
    await unit.take_turn()
    rows = await unit.fetch(
        "SELECT DISTINCT contact_id FROM contact_email JOIN contact "
        "ON contact.id = contact_email.contact_id "
        "WHERE contact_email.account_id = ? AND normalized = ? "
        "AND (contact.deleted_at IS NULL OR contact.deletion_id IS NOT NULL)",
        (unit.actor.account_id, normalized),
    )
    stored = await load_contacts(unit, [row[0] for row in rows])
    instant = now()

    def changed(email: CleanEmail) -> CleanEmail:
        if email.normalized != normalized or email.status is status:
            return email
        return replace(email, status=status, status_changed_at=instant)

    edits = [_edited(each, tuple(map(changed, each.state.emails))) for each in stored.values()]
    edits = [edit for edit in edits if edit.fields]
    await save_edits(unit, edits, origin=origin)
    return [edit.stored.id for edit in edits]


def _edited(stored: Stored, emails: tuple[CleanEmail, ...]) -> Edit:
    return edit_of(stored, replace(stored.state, emails=emails))


async def statuses_of(
    unit: UnitOfWork, normalized: Collection[str]
) -> dict[str, SubscriptionStatus]:
    """Return the strongest status that each address has among the account's contacts: who
    unsubscribed on one of them is unsubscribed. Addresses that no contact has are left out.
    """
    chosen = values_in("normalized", normalized, unit.dialect)
    rows = await unit.fetch(
        "SELECT DISTINCT normalized, status FROM contact_email JOIN contact "  # noqa: S608
        "ON contact.id = contact_email.contact_id WHERE contact_email.account_id = ? "
        f"AND contact.deleted_at IS NULL AND {chosen.text}",
        (unit.actor.account_id, *chosen.params),
    )
    found: dict[str, set[str]] = {}
    for address, status in rows:
        found.setdefault(address, set()).add(status)
    return {address: _strongest(held) for address, held in found.items()}


def _strongest(held: set[str]) -> SubscriptionStatus:
    order = (SubscriptionStatus.UNSUBSCRIBED, SubscriptionStatus.SUBSCRIBED)
    return next(
        (status for status in order if status.value in held), SubscriptionStatus.NEVER_SUBSCRIBED
    )
