"""What the account said about selling, and its taxes."""

from __future__ import annotations

from collections.abc import Collection

from backend.accounts.service.people import account_of
from backend.billing.rows import TAX_COLUMNS, SettingsRow, TaxRow
from backend.billing.rules.defaults import default_settings
from backend.billing.rules.settings import from_json
from backend.contacts.sql import values_in
from backend.core.database import read
from backend.core.permissions import Actor, Permission


async def billing_settings(actor: Actor) -> SettingsRow:
    """Return the account's settings, or what its country's sellers usually want."""
    actor.require(Permission.READ)
    row = await read.fetch_one(
        "SELECT version, content FROM seller_settings WHERE account_id = ?", (actor.account_id,)
    )
    if row is not None:
        return SettingsRow(row[0], from_json(row[1]))
    account = await account_of(actor)
    return SettingsRow(0, default_settings(account.name, account.country, account.currency))


async def taxes(actor: Actor, *, archived: bool = False) -> list[TaxRow]:
    """Return the account's taxes, those archived too if wanted: the default first, then by rate."""
    actor.require(Permission.READ)
    hidden = "" if archived else " AND tax.archived_at IS NULL"
    rows = await read.fetch(
        f"SELECT {TAX_COLUMNS} FROM tax WHERE tax.account_id = ?{hidden} "
        "ORDER BY tax.is_default DESC, tax.rate_thousandths DESC, tax.id",
        (actor.account_id,),
    )
    return [TaxRow(*row) for row in rows]


async def taxes_by_id(account_id: int, ids: Collection[int]) -> dict[int, TaxRow]:
    """Return those of some taxes that the account has, archived or not."""
    if not ids:
        return {}
    asked = values_in("tax.id", ids, read.dialect)
    rows = await read.fetch(
        f"SELECT {TAX_COLUMNS} FROM tax WHERE tax.account_id = ? AND {asked.text}",
        (account_id, *asked.params),
    )
    return {row[0]: TaxRow(*row) for row in rows}
