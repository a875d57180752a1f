"""The keys by which an account is paid online."""

from __future__ import annotations

from dataclasses import dataclass

from backend.core.database import read
from backend.core.secrets import unseal


@dataclass(frozen=True, slots=True)
class StripeKeys:
    """An account's keys, opened: for the server's own calls, never for a reader."""

    secret_key: str
    webhook_secret: str


async def stripe_keys(account_id: int) -> StripeKeys | None:
    """Return an account's keys; None where there are none, or the server's key is another now."""
    row = await read.fetch_one(
        "SELECT secret_key, webhook_secret FROM stripe_account WHERE account_id = ?", (account_id,)
    )
    if row is None:
        return None
    try:
        return StripeKeys(unseal(row[0]).decode(), unseal(row[1]).decode())
    except ValueError:
        return None
