"""Saying how documents reach clients, and what follows from their answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from backend.billing.delivery_rows import DeliverySettingsRow
from backend.billing.events import BillingSettingsUpdated
from backend.billing.queries.deliveries import delivery_settings
from backend.billing.rules.letters import (
    AcceptedQuotes,
    LetterTemplate,
    changed_delivery,
    to_json,
)
from backend.core.clock import now_micros
from backend.core.errors import StaleVersion
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work


@dataclass(frozen=True, slots=True)
class DeliverySettingsWritten:
    """The settings as they are now, and the account's place in its history."""

    row: DeliverySettingsRow
    cursor: str


async def update_delivery_settings(
    actor: Actor,
    version: int,
    *,
    accepted_quotes: AcceptedQuotes | None = None,
    letters: Sequence[LetterTemplate] | None = None,
) -> DeliverySettingsWritten:
    """Change parts of the settings; ``version`` is 0 the first time.

    Raises:
        StaleVersion: somebody changed them meanwhile.
        As ``rules.letters.changed_delivery``; Forbidden
    """
    actor.require(Permission.MANAGE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await delivery_settings(actor)
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        after = changed_delivery(before.settings, accepted_quotes, letters)
        parts = [
            name
            for name, is_other in (
                ("acceptedQuotes", after.accepted_quotes != before.settings.accepted_quotes),
                ("letters", after.letters != before.settings.letters),
            )
            if is_other
        ]
        if parts:
            await _write(unit, version + 1, to_json(after))
            unit.record(BillingSettingsUpdated(actor.account_id, version + 1, parts))
        row = await delivery_settings(actor)
    return DeliverySettingsWritten(row, unit.cursor)


async def _write(unit: UnitOfWork, version: int, content: str) -> None:
    await unit.execute(
        "INSERT INTO delivery_settings (account_id, content, version, updated_at, updated_by) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET "
        "content = excluded.content, version = excluded.version, "
        "updated_at = excluded.updated_at, updated_by = excluded.updated_by",
        (unit.actor.account_id, content, version, now_micros(), unit.actor.name),
    )
