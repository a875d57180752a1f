"""Accounts, and which of them a person belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.database import read
from backend.core.permissions import Role

_COLUMNS = "a.id, a.name, a.country, a.locale, a.time_zone, a.currency"


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account's settings."""

    id: int
    name: str
    country: str
    locale: str
    time_zone: str
    currency: str


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A person's place in an account."""

    id: int
    role: Role
    account: AccountRow


async def get_account(account_id: int) -> AccountRow | None:
    """Return an account by primary key, or None. The caller answers for the actor's right to it."""
    row = await read.fetch_one(f"SELECT {_COLUMNS} FROM account a WHERE a.id = ?", (account_id,))
    return AccountRow(*row) if row else None


async def accounts_called(wanted: str) -> list[AccountRow]:
    """Return the account with a number, or all with a name. For whoever runs the server only."""
    if wanted.isascii() and wanted.isdigit() and len(wanted) < 19:
        row = await get_account(int(wanted))
        if row is not None:
            return [row]
    rows = await read.fetch(
        f"SELECT {_COLUMNS} FROM account a WHERE a.name = ? ORDER BY a.id", (wanted,)
    )
    return [AccountRow(*row) for row in rows]


async def memberships_of(user_id: int) -> list[MembershipRow]:
    """Return the accounts of a person, by name."""
    rows = await read.fetch(
        f"SELECT m.id, m.role, {_COLUMNS} FROM membership m JOIN account a ON a.id = m.account_id "
        "WHERE m.user_id = ? ORDER BY a.name, a.id",
        (user_id,),
    )
    return [MembershipRow(row[0], Role(row[1]), AccountRow(*row[2:])) for row in rows]


async def account_to_open(user_id: int) -> int | None:
    """Return the account where a person was last seen, or None when they belong to none."""
    value = await read.fetch_value(
        "SELECT account_id FROM membership WHERE user_id = ? "
        "ORDER BY COALESCE(last_seen_at, joined_at) DESC, id LIMIT 1",
        (user_id,),
    )
    return int(value) if value is not None else None
