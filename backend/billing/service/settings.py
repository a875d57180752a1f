"""Saying who sells, and how documents are numbered and worded."""

from __future__ import annotations

from dataclasses import dataclass, fields

from strawberry.utils.str_converters import to_camel_case

from backend.billing.events import BillingSettingsUpdated
from backend.billing.queries.settings import billing_settings
from backend.billing.rows import SettingsRow
from backend.billing.rules.checking import settings_refusals
from backend.billing.rules.defaults import first_settings
from backend.billing.rules.settings import (
    BillingSettings,
    SettingsChanges,
    changed_settings,
    to_json,
)
from backend.core.clock import now_micros
from backend.core.errors import Refusals, StaleVersion
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork, unit_of_work


@dataclass(frozen=True, slots=True)
class SettingsWritten:
    """The settings as they are now, and the account's place in its history."""

    row: SettingsRow
    cursor: str


async def update_settings(actor: Actor, version: int, changes: SettingsChanges) -> SettingsWritten:
    """Change parts of the account's settings; ``version`` is 0 the first time.

    Raises:
        StaleVersion: somebody changed them meanwhile.
        Refusals: several of the seller, the bank and the numbering at once.
        As ``rules.settings.changed_settings``; Forbidden
    """
    actor.require(Permission.MANAGE_BILLING)
    async with unit_of_work(actor) as unit:
        await unit.take_turn()
        before = await billing_settings(actor)
        if before.version != version:
            raise StaleVersion(("version",), current_version=before.version)
        start = before.settings
        if not version and changes.seller is not None:
            start = first_settings(start, (changes.seller.country or "").strip().upper() or None)
        refused = settings_refusals(start, changes)
        if len(refused) > 1:
            raise Refusals(refused)
        await write_settings(unit, before, changed_settings(start, changes))
        row = await billing_settings(actor)
    return SettingsWritten(row, unit.cursor)


async def write_settings(unit: UnitOfWork, before: SettingsRow, after: BillingSettings) -> None:
    """Write an account's settings and the fact that says what changed; nothing if nothing did."""
    parts = _changed_parts(before.settings, after)
    if parts or not before.version:
        await _write(unit, before.version, after)
        unit.record(BillingSettingsUpdated(unit.actor.account_id, before.version + 1, parts))


def _changed_parts(before: BillingSettings, after: BillingSettings) -> list[str]:
    return [
        to_camel_case(each.name)
        for each in fields(BillingSettings)
        if getattr(before, each.name) != getattr(after, each.name)
    ]


async def _write(unit: UnitOfWork, version: int, after: BillingSettings) -> None:
    values = (to_json(after), version + 1, now_micros(), unit.actor.name, unit.actor.account_id)
    if version:
        sql = (
            "UPDATE seller_settings SET content = ?, version = ?, updated_at = ?, updated_by = ? "
            "WHERE account_id = ?"
        )
    else:
        sql = (
            "INSERT INTO seller_settings (content, version, updated_at, updated_by, account_id) "
            "VALUES (?, ?, ?, ?, ?)"
        )
    await unit.execute(sql, values)
