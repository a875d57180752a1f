"""The history of subscription statuses: written with every status, here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from backend.contacts.cleaning import CleanEmail
from backend.contacts.consent import CLIENT_LENGTH, PROGRAM_LENGTH, ConsentOrigin
from backend.contacts.kinds import SubscriptionStatus
from backend.contacts.service.edits import Edit
from backend.contacts.sql import values_in
from backend.contacts.state import ContactState
from backend.core.clock import now_micros, to_micros
from backend.core.unit_of_work import UnitOfWork

_COLUMNS = (
    "account_id", "contact_id", "normalized", "status", "at", "recorded_at", "source",
    "actor_name", "proof", "campaign_id", "client", "program",
)  # fmt: skip
Owned = tuple[int, CleanEmail]
"""A contact's key and an address of it."""


def new_consents(contacts: Iterable[tuple[int, ContactState]]) -> list[Owned]:
    """Return the addresses of new contacts that have a status to tell of."""
    return [
        (key, email)
        for key, state in contacts
        for email in state.emails
        if email.status is not SubscriptionStatus.NEVER_SUBSCRIBED
        or email.status_changed_at is not None
    ]


def edited_consents(edits: Iterable[Edit]) -> list[Owned]:
    """Return the addresses that edits add, or give another status or another instant of it."""
    found: list[Owned] = []
    for edit in edits:
        if edit.stored.state.emails == edit.after.emails:
            continue
        before = {email.normalized: _said(email) for email in edit.stored.state.emails}
        found += (
            (edit.stored.id, email)
            for email in edit.after.emails
            if before.get(email.normalized) != _said(email)
        )
    return found


async def keep_consents(
    unit: UnitOfWork, owned: Sequence[Owned], origin: ConsentOrigin | None
) -> None:
    """Add to the histories of addresses what their statuses are now; None is whoever acts."""
    if not owned:
        return
    by = origin or ConsentOrigin.by(unit.actor)
    account_id, now = unit.actor.account_id, now_micros()
    rest = (
        by.source.value,
        unit.actor.name,
        by.proof,
        by.campaign_id,
        by.client[:CLIENT_LENGTH],
        by.program[:PROGRAM_LENGTH],
    )
    await unit.insert_rows(
        "contact_consent",
        _COLUMNS,
        [
            (account_id, key, email.normalized, email.status.value, _at(email), now, *rest)
            for key, email in owned
        ],
    )


async def settle_consents(
    unit: UnitOfWork, contacts: Sequence[tuple[int, ContactState]], origin: ConsentOrigin
) -> None:
    """Let the histories of contacts that were mixed or parted end with what they have now."""
    chosen = values_in("contact_id", [key for key, _ in contacts], unit.dialect)
    rows = await unit.fetch(
        "SELECT contact_id, normalized, status FROM contact_consent "  # noqa: S608
        f"WHERE {chosen.text} ORDER BY id",
        chosen.params,
    )
    never = SubscriptionStatus.NEVER_SUBSCRIBED.value
    last = {(key, normalized): status for key, normalized, status in rows}
    owned = [
        (key, email)
        for key, state in contacts
        for email in state.emails
        if last.get((key, email.normalized), never) != email.status.value
    ]
    await keep_consents(unit, owned, origin)


def _said(email: CleanEmail) -> tuple[Any, ...]:
    return email.status, email.status_changed_at


def _at(email: CleanEmail) -> int | None:
    return None if email.status_changed_at is None else to_micros(email.status_changed_at)
